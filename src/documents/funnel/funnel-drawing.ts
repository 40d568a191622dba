import type { FunnelStepName } from '../../core/funnel-steps.ts';
import { unattributed } from '../../core/kinds.ts';
import type { Comparison, Figure } from '../../figures/figure-model.ts';
import type { Measured } from '../../page/changes.ts';
import { drawn } from '../../page/drawing.ts';
import { html, named } from '../../page/escape.ts';
import type { Pen } from '../../page/html-pen.ts';
import { byOf, joinedNames, periodNames } from '../../page/html-pen.ts';
import {
  cell,
  changeOf,
  head,
  inLegend,
  legend,
  machine,
  onPaper,
  PRINTED,
  scroll,
  shownFigure,
} from '../../page/html-table.ts';
import type { FigureSet, Funnel, FunnelRow, FunnelStep, LossFigure, StepFigure } from './funnel-model.ts';
import { funnelNotes, measuredLosses, measuredSteps } from './funnel-sections.ts';
import { type FunnelWords, funnelWords } from './funnel-words.ts';

/** Maximum number of pictures of groups, per period and in all: each is some 4 KB. */
const IN_PERIOD = 24;
const MOST = 240;

/** Half the width of the picture, in its own units. */
const HALF = 500;
/** Bars not drawn to scale are wider than all that are. */
const TO_SCALE = 0.8;
/** The least visible width, however small the count. */
const LEAST = 1.5;

/** What is needed to write all parts of a funnel. */
interface Hand {
  readonly funnel: Funnel;
  readonly pen: Pen;
  readonly own: FunnelWords;
  readonly comparisons: readonly Comparison[];
}

const handOf = (funnel: Funnel, pen: Pen): Hand => ({
  funnel,
  pen,
  own: funnelWords[pen.tongue.lang],
  comparisons: comparisonsOf(funnel),
});

export const comparisonsOf = ({ rows }: Funnel): Comparison[] =>
  (['previous', 'year'] as const).filter((name) => rows.some(({ loss }) => loss.compare[name] !== undefined));

const isTotal = ({ dimensions }: FunnelRow): boolean => Object.keys(dimensions).length === 0;
const numberOf = (figure: Figure | undefined): number | null =>
  !figure || figure.value === null || typeof figure.value === 'string' ? null : drawn(figure.value);

/** The name of a group as HTML. */
const groupName = ({ dimensions }: FunnelRow, { funnel, pen }: Hand): string =>
  joinedNames(
    funnel.dimensions.map((dimension) => dimensions[dimension] ?? unattributed),
    pen.text,
    named,
  );

/** A figure with its changes, each with its base if there are several. */
function withChanges<K extends string>(
  { figures, compare }: FigureSet<K>,
  name: K,
  measured: Measured,
  { pen, comparisons }: Pick<Hand, 'pen' | 'comparisons'>,
): string {
  const figure: Figure | undefined = figures[name];
  if (figure === undefined) return '';
  const changes = comparisons.flatMap((one) => {
    const change = changeOf(figure, compare[one]?.changes[name], one, measured, pen);
    if (change === undefined) return [];
    const since = comparisons.length > 1 ? ` <small>${html(pen.text.comparisons[one])}</small>` : '';
    return [`<span class="v ${change.name}"${change.data}>${change.text}${since}</span>`];
  });
  const beside = changes.length === 0 ? '' : `<span class=fd>${changes.join(' ')}</span>`;
  return `<b${machine(figure)} data-f=${name}>${shownFigure(figure, measured, pen)}</b> ${beside}`;
}

/** Half the widths of the bars, from the counts: those from visits on to scale, impressions wider. */
function halvesOf(steps: readonly FunnelStep[]): readonly (number | null)[] {
  const counts = steps.map(({ step, figures }) => ({ step, count: numberOf(figures.count) }));
  const whole = Math.max(0, ...counts.map(({ step, count }) => (step === 'impressions' ? 0 : (count ?? 0))));
  const isBeyond = counts.some(({ step, count }) => step === 'impressions' && (count ?? 0) > whole);
  const room = isBeyond ? HALF * TO_SCALE : HALF;
  return counts.map(({ step, count }) => {
    if (count === null || whole === 0) return null;
    if (step === 'impressions' && isBeyond) return HALF;
    return count === 0 ? 0 : Math.max(LEAST, Math.round((count / whole) * room * 10) / 10);
  });
}

const picture = (name: string, d: string): string =>
  `<svg class=${name} viewBox="0 0 ${HALF * 2} 10" preserveAspectRatio=none aria-hidden=true><path d="${d}"/></svg>`;
const from = (half: number): string => `${HALF - half} 0`;

/** A funnel as a picture, step by step, every figure beside it. */
function figureOf(row: FunnelRow, hand: Hand): string {
  const { pen, own } = hand;
  const { page, figures } = pen;
  const halves = halvesOf(row.steps);
  const isBeyond = row.steps[0]?.step === 'impressions' && halves[0] === HALF && (halves[1] ?? HALF) < HALF;
  const said = (label: string, what: string): string =>
    what === '' ? '' : `<span class=fs><span class=t>${html(label)}</span> ${what}</span>`;
  const steps = row.steps.map((one, i) => {
    const { step } = one;
    const [half, before] = [halves[i] ?? null, step === 'repeat' ? null : (halves[i - 1] ?? null)];
    const figure = (name: Exclude<StepFigure, 'base'>): string =>
      // Changes of a count in every step repeat those of its share of visits.
      withChanges(one, name, measuredSteps[name], name === 'rate_of_visits' ? { pen, comparisons: [] } : hand);
    const isBiggest = row.loss.biggest?.to === step;
    const base = one.figures.base;
    // Of all other steps the base is the count of the step before.
    const customers =
      step !== 'repeat' || base?.value == null || typeof base.value === 'string'
        ? ''
        : `<span class=t${machine(base)} data-f=base>${html(page.funnel.ofCustomers(figures.value('count', base.value)))}</span>`;
    const passage =
      one.figures.rate === undefined
        ? ''
        : `<div class=fp>${said(own.heads.rate, figure('rate'))}${customers}${said(own.heads.loss, figure('loss'))}${
            isBiggest ? `<strong>${html(own.losses.biggest)}</strong>` : ''
          }</div>`;
    const narrowing =
      half === null || before === null
        ? ''
        : picture('fq', `M${from(before)}H${HALF + before}L${HALF + half} 10H${HALF - half}z`);
    const bar =
      half === null
        ? ''
        : picture(isBeyond && i === 0 ? '"fb fi"' : 'fb', `M${from(half)}H${HALF + half}V10H${HALF - half}z`);
    return `<li data-step=${step}${isBiggest ? ' class=fx' : ''}>${passage}${narrowing}<div class=fn><span>${html(own.steps[step])}</span> ${figure('count')}</div>${bar}<div class=fv>${said(own.heads.rate_of_visits, figure('rate_of_visits'))}</div></li>`;
  });
  const note = isBeyond ? `<p class=w>${html(page.funnel.notToScale)}</p>` : '';
  return `<div class=fw>${lossesOf(row, hand)}<ol class=fu>${steps.join('')}</ol>${note}</div>`;
}

/** Where most is lost, and the value of the lost carts. */
function lossesOf({ loss, steps }: FunnelRow, hand: Hand): string {
  const { own } = hand;
  const passage = (step: { readonly from: FunnelStepName; readonly to: FunnelStepName }): string =>
    html(`${own.steps[step.from]} → ${own.steps[step.to]}`);
  const one = (label: string, name: LossFigure, more = ''): string =>
    `<li><span class=t>${html(label)}</span>${more} <span class=fs>${withChanges(loss, name, measuredLosses[name], hand)}</span></li>`;
  const told = new Set(steps.map(({ step }) => step));
  const elsewhere = hand.comparisons.flatMap((name) => {
    const other = loss.biggestBefore[name];
    return other && other.to !== loss.biggest?.to ? [` <small>${html(own.before(''))}${passage(other)}</small>`] : [];
  });
  const lines = [
    ...(loss.biggest === null
      ? []
      : [one(own.losses.biggest, 'share', ` <span class=fo>${passage(loss.biggest)}</span>${elsewhere[0] ?? ''}`)]),
    ...(told.has('carts') && told.has('purchases')
      ? [one(own.losses.carts, 'lost_carts'), one(own.losses.value, 'lost_value')]
      : []),
  ];
  return lines.length === 0 ? '' : `<ul class=fl>${lines.join('')}</ul>`;
}

/** The groups of a period compared: counts and rates of all steps. */
function tableOf(rows: readonly FunnelRow[], name: string, hand: Hand): string {
  const { funnel, pen, own } = hand;
  const { text, figures, page } = pen;
  const heads = [
    funnel.dimensions.map((dimension) => text.dimensions[dimension]).join(' · '),
    ...funnel.steps.map((step) => own.steps[step]),
    ...(funnel.steps.includes('carts') && funnel.steps.includes('purchases') ? [own.losses.value] : []),
  ];
  const lines = rows.map((row) => {
    const cells = row.steps.map(({ figures: own }) => {
      const rate = own.rate?.value;
      const below = rate == null || typeof rate === 'string' ? '' : `<small>${html(figures.percent(rate, 2))}</small>`;
      return cell(own.count, measuredSteps.count, pen, '', below);
    });
    const worth =
      heads.length > funnel.steps.length + 1 ? cell(row.loss.figures.lost_value, measuredLosses.lost_value, pen) : '';
    const label = isTotal(row) ? html(text.total) : groupName(row, hand);
    return `<tr${isTotal(row) ? ' class=z' : ''}>${head('row', label)}${cells.join('')}${worth}`;
  });
  const columns = heads.map((one) => head('col', html(one))).join('');
  const table = `<table class="b by ft"><thead><tr>${columns}</thead><tbody>${lines.join('')}</table>`;
  const cut = heads.length > PRINTED ? onPaper(page.fewerColumns(figures.count(PRINTED))) : '';
  return `${scroll(html(name), table)}${cut}`;
}

/** The funnels of one period: that of all groups together, then the groups, in a report only as a table. */
function periodOf(rows: readonly FunnelRow[], hand: Hand, isAlone: boolean): string {
  const { pen, funnel } = hand;
  const { page, text, figures } = pen;
  const total = rows.filter(isTotal);
  const groups = rows.filter((row) => !isTotal(row));
  const shown = groups.slice(0, IN_PERIOD);
  const by = page.by(byOf(funnel.dimensions, text));
  const table = groups.length === 0 ? '' : tableOf([...shown, ...total], `${by} · ${rows[0]!.period}`, hand);
  // Within a report the groups are one click away: it has tables of its own for them.
  const groupsPart =
    table === ''
      ? ''
      : isAlone
        ? `<h3>${html(by)}</h3>${table}`
        : `<details class=mo><summary>${html(by)}</summary>${table}</details>`;
  const left =
    shown.length === groups.length
      ? ''
      : `<p class=w>${html(page.fewerGroups(figures.count(shown.length), figures.count(groups.length)))}</p>`;
  // There is little room: of several comparisons only the nearest is shown.
  const near = { ...hand, comparisons: hand.comparisons.slice(0, 1) };
  const cards = (isAlone ? shown : []).map(
    (row) => `<article><h4><span>${groupName(row, hand)}</span></h4>${figureOf(row, near)}</article>`,
  );
  return [
    ...total.map((row) => `<div class=fz>${figureOf(row, hand)}</div>`),
    groupsPart,
    left,
    cards.length === 0 ? '' : `<div class="a fg">${cards.join('')}</div>`,
    legend(
      [...total, ...shown].flatMap((row) => figuresIn(row, hand)),
      pen,
    ),
  ].join('');
}

const measuredOf: Readonly<Record<string, Measured>> = { ...measuredSteps, ...measuredLosses };

const figuresIn = ({ steps, loss }: FunnelRow, { pen, comparisons }: Hand): (Figure | undefined)[] =>
  [...steps, loss].flatMap(({ figures, compare }: FigureSet<string>) =>
    Object.entries(figures).flatMap(([name, figure]) => {
      const measured = measuredOf[name];
      if (measured === undefined) return [];
      const asked = name === 'rate_of_visits' ? [] : comparisons;
      return [figure, ...asked.map((one) => inLegend(figure, compare[one]?.changes[name], one, measured, pen))];
    }),
  );

/** The periods of a funnel, newest first, each a part of the page. */
export function funnelParts(
  funnel: Funnel,
  pen: Pen,
): { readonly id: string; readonly name: string; readonly part: string }[] {
  const hand = handOf(funnel, pen);
  const names = periodNames({ ...pen, report: funnel });
  const periods = [...new Set(funnel.rows.map(({ period }) => period))].reverse();
  const rowsOf = (period: string): FunnelRow[] => funnel.rows.filter((row) => row.period === period);
  const inEach = Math.max(1, Math.min(IN_PERIOD, rowsOf(periods[0] ?? '').length));
  const shown = periods.slice(0, Math.max(1, Math.floor(MOST / inEach)));
  return shown.map((period, i) => {
    const rows = rowsOf(period);
    const left =
      i < shown.length - 1 || shown.length === periods.length
        ? ''
        : `<p class=w>${html(pen.page.funnel.fewerPeriods(pen.figures.count(shown.length), pen.figures.count(periods.length)))}</p>`;
    const id = `p-${i + 1}`;
    return {
      id,
      name: names.short(rows[0]!),
      part: `<section class=fy id=${id} aria-labelledby=h-${id}><h2 id=h-${id}>${names.long(rows[0]!)}</h2>${periodOf(rows, hand, true)}${left}</section>`,
    };
  });
}

/** The funnel of a report's last period, as a part of its page. */
export function funnelInReport(funnel: Funnel, pen: Pen) {
  // There is little room: of several comparisons only the nearest is shown.
  const full = handOf(funnel, pen);
  const hand = { ...full, comparisons: full.comparisons.slice(0, 1) };
  const name = hand.own.titles.all;
  const period = funnel.rows.at(-1)!.period;
  const rows = funnel.rows.filter((row) => row.period === period);
  const long = periodNames({ ...pen, report: funnel }).long(rows[0]!);
  const notes = funnelNotes(funnel, pen.tongue).map((note) => `<p class=w>${html(note)}</p>`);
  return {
    link: ['funnel', html(name)] as const,
    part: `<section class=fy id=funnel aria-labelledby=h-funnel><h2 id=h-funnel>${html(name)} <small>${long}</small></h2>${periodOf(rows, hand, false)}${notes.join('')}</section>`,
  };
}
