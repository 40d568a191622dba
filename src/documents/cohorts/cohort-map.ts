import { type AgeMetric, ageUnits, type CohortMetric, cohortUnits } from '../../core/cohort-limits.ts';
import type { Fraction } from '../../core/fraction.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { drawn } from '../../page/drawing.ts';
import { foreign, html } from '../../page/escape.ts';
import type { Pen } from '../../page/html-pen.ts';
import { shownValue, symbolsOf } from '../../page/html-pen.ts';
import { caption, cell, head, legend, machine, onPaper, scroll } from '../../page/html-table.ts';
import { widthOf } from '../../page/text-width.ts';
import type { CohortReport, CohortRow } from './cohorts-model.ts';
import { COLUMNS } from './cohorts-style.ts';
import { type CohortWords, cohortWords } from './cohorts-words.ts';

/** A map by the values of its cells, and the values below them. */
export const maps = [
  { metric: 'retention', below: 'active_customers' },
  { metric: 'orders_per_customer', below: 'orders' },
  { metric: 'revenue_per_customer', below: undefined },
  { metric: 'margin_per_customer', below: undefined },
] as const satisfies readonly { metric: AgeMetric; below: AgeMetric | undefined }[];
type CohortMap = (typeof maps)[number];

/** What is needed to write all tables of cohorts. */
export interface Hand {
  readonly report: CohortReport;
  readonly pen: Pen;
  readonly own: CohortWords;
  /** Whether the tables are parts of the page themselves, not below a heading of their own. */
  readonly isAlone: boolean;
  /** The group of the tables, as HTML without tags; empty if there is none. */
  readonly group: string;
}

export const handOf = (report: CohortReport, pen: Pen, isAlone = false): Hand => ({
  report,
  pen,
  own: cohortWords[pen.tongue.lang],
  isAlone,
  group: '',
});

/** Distinguishes a table from those of other groups, for readers who do not see where it is. */
export const nameOf = (name: string, { group }: Hand): string => html(name) + (group === '' ? '' : ` · ${group}`);

export const titled = (id: string, name: string, { isAlone }: Hand): string =>
  isAlone ? `<h2 id=m-${id}>${html(name)}</h2>` : `<h3>${html(name)}</h3>`;

const fractionOf = ({ value }: Figure): Fraction | null => (value === null || typeof value === 'string' ? null : value);
/** Not known yet, as opposed to never known. */
const isOpen = ({ figures: { customers } }: CohortRow, { value, reason }: Figure): boolean =>
  customers.value !== null && value === null && reason === 'insufficient_history';

export const labelOf = ({ cohort, partial }: CohortRow, { pen }: Hand): string =>
  foreign(cohort) + (partial ? `<small>${html(pen.text.partial)}</small>` : '');

/** A figure of a cohort as a whole; the payback in its periods. */
export function wholeCell(row: CohortRow, metric: CohortMetric, { pen, own, report }: Hand): string {
  const figure = row.figures[metric];
  if (metric !== 'payback') return cell(figure, { unit: cohortUnits[metric] }, pen);
  if (figure.value === null) return cell(figure, { unit: 'count' }, pen);
  const shown = `${shownValue(figure, { unit: 'count' }, pen)} ${html(own.periods[report.grain])}`;
  return `<td${machine(figure)}>${shown}${symbolsOf(figure.marks, pen)}`;
}

/** The shade of a cell. At age 0 all have ordered: a share of 100 % says nothing, and its colour would drown the others. */
function heatIn(rows: readonly CohortRow[], { metric }: CohortMap): Heat {
  const values = rows.flatMap(({ ages }) =>
    ages.slice(metric === 'retention' ? 1 : 0).flatMap((age) => fractionOf(age[metric]) ?? []),
  );
  return heatOf(values, metric === 'retention');
}

/** The width on paper of a column of this many letters, and the width of an upright page, in millimetres. */
const onPaperOf = (letters: number): number => 1.3 * letters + 2.2;
const UPRIGHT = 186;

/** A map: cohorts down, ages across, every number in its cell. */
export function mapOf(rows: readonly CohortRow[], map: CohortMap, ages: number, hand: Hand): string {
  const { own, pen, report } = hand;
  const { page } = pen;
  const { metric, below } = map;
  if (!rows.some((row) => row.ages.some((age) => age[metric].value !== null))) return '';
  const heat = heatIn(rows, map);
  const costs = rows.some(({ figures: { cac } }) => cac.reason !== 'missing_kind');
  const front: readonly ('customers' | 'cac' | 'payback')[] =
    metric !== 'margin_per_customer' ? ['customers'] : costs ? ['cac', 'payback'] : [];
  const name = own.ageMetrics[metric];
  let isPaid = false;
  const widths = new Map<number, number>();

  const one = (row: CohortRow, age: number): string => {
    const figure = row.ages[age]![metric];
    if (isOpen(row, figure)) return `<td class=xn${machine(figure)}><span class=sr>${html(page.cohorts.notYet)}</span>`;
    const value = fractionOf(figure);
    if (value === null) return cell(figure, { unit: ageUnits[metric] }, pen);
    const payback = metric === 'margin_per_customer' ? fractionOf(row.figures.payback) : null;
    const paid = payback !== null && payback.n === BigInt(age + 1) * payback.d;
    isPaid ||= paid;
    const level = metric === 'retention' && age === 0 ? 0 : heat.level(value);
    const names = [...(level > 0 ? [`x${level}`] : []), ...(paid ? ['xp'] : [])];
    const shown = metric === 'retention' ? pen.figures.percent(value, 1) : pen.figures.value(ageUnits[metric], value);
    widths.set(age, Math.max(widths.get(age) ?? 0, widthOf(shown) + figure.marks.length));
    const small = below === undefined ? undefined : row.ages[age]![below];
    const under =
      small === undefined || small.value === null
        ? ''
        : `<small${machine(small)}>${html(pen.figures.value('count', small.value))}</small>`;
    const attributes =
      names.length === 0 ? '' : names.length === 1 ? ` class=${names[0]}` : ` class="${names.join(' ')}"`;
    return `<td${machine(figure)}${attributes}>${html(shown)}${symbolsOf(figure.marks, pen)}${under}`;
  };
  const places = Array.from({ length: ages }, (_, age) => age);
  const lines = rows.map(
    (row) =>
      `<tr>${head('row', labelOf(row, hand))}${front.map((one) => wholeCell(row, one, hand)).join('')}${places.map((age) => one(row, age)).join('')}`,
  );
  const heads = [own.cohort, ...front.map((one) => own.short[one]), ...places.map(String)];
  const table = `<table class="b co" data-map=${metric}>${caption(own.ages[report.grain])}<thead><tr>${heads
    .map((text) => head('col', html(text)))
    .join('')}</thead><tbody>${lines.join('')}</table>`;
  const said = [
    ...(heat.isFlat
      ? []
      : [
          `<span class=xk aria-hidden=true>${[1, 2, 3, 4, 5, 6].map((level) => `<i class=x${level}></i>`).join('')}</span> ${html(metric === 'retention' ? page.cohorts.shadesFromZero : page.cohorts.shades)}`,
        ]),
    ...(isPaid ? [`<span class="xk xp" aria-hidden=true></span> ${html(page.cohorts.paid)}`] : []),
    ...(below === undefined ? [] : [html(below === 'orders' ? page.cohorts.belowOrders : page.cohorts.belowShares)]),
    ...(rows.some((row) => places.some((age) => isOpen(row, row.ages[age]![metric])))
      ? [`<span class="xk xn" aria-hidden=true></span> ${html(own.blank)}`]
      : []),
  ].map((line) => `<li>${line}</li>`);
  const cut = heads.length > COLUMNS ? onPaper(page.fewerColumns(pen.figures.count(COLUMNS))) : '';
  const figures = rows.flatMap((row) => [
    ...front.map((one) => row.figures[one]),
    ...places.flatMap((age) => (isOpen(row, row.ages[age]![metric]) ? [] : [row.ages[age]![metric]])),
  ]);
  const wide = [...widths.values()].reduce(
    (sum, letters) => sum + onPaperOf(letters),
    (front.length + 1) * onPaperOf(8),
  );
  const kind = wide > UPRIGHT ? '"cm cw"' : 'cm';
  return `<div class=${kind}>${titled(map.metric, name, hand)}${scroll(nameOf(name, hand), table)}${cut}<ul class=k>${said.join('')}</ul>${legend(figures, pen)}</div>`;
}

/** Shades of a heat map, from 1; 0 is none. */
const LEVELS = 6;

/** The shades of the cells of a map. */
export interface Heat {
  readonly level: (value: Fraction) => number;
  /** Whether all cells have the same shade. */
  readonly isFlat: boolean;
}

/** From the lowest to the highest value, or from 0 if 0 has a meaning of its own: it is then the only value without a shade. */
export function heatOf(values: readonly Fraction[], fromZero: boolean): Heat {
  const numbers = values.map(drawn);
  const most = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const least = fromZero ? 0 : numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const isFlat = !(most > least);
  const level = (value: Fraction): number => {
    const number = drawn(value);
    if (isFlat || (fromZero && number <= 0)) return 0;
    // Divided first: a span of huge numbers must not become infinite.
    const part = number / (most - least) - least / (most - least);
    return Math.min(LEVELS, 1 + Math.floor(part * LEVELS));
  };
  return { level, isFlat };
}
