import type { AgeMetric } from '../../core/cohort-limits.ts';
import { compare, type Fraction } from '../../core/fraction.ts';
import { unattributed } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import type { Notes } from '../../page/footnotes.ts';
import { words } from '../../page/page-words.ts';
import type { CohortReport, CohortRow } from './cohorts-model.ts';
import { cohortWords } from './cohorts-words.ts';

/** A cell as it is shown, its number and the marks right of it; blank if its age is not over. */
export interface ShownCell {
  readonly value: string;
  readonly marks: string;
  /** Its part of the table's largest value, for shares only. */
  readonly heat: 'none' | 'low' | 'middle' | 'high';
}

export interface ShownColumn {
  readonly head: string;
  readonly cells: readonly ShownCell[];
}

/** A table of cohorts: cohorts down, ages across, after a column about the cohort as a whole. */
export interface ShownTable {
  readonly heading: string;
  readonly labels: readonly string[];
  readonly front: readonly ShownColumn[];
  /** The ages also in whole percents, if there is little room. */
  readonly ages: readonly ShownColumn[];
  readonly narrow: readonly ShownColumn[];
}

/** Everything that outputs for people show, each in its own way. */
export interface Shown {
  readonly title: string;
  readonly basis: string;
  readonly tables: readonly ShownTable[];
  /** Below the tables, before the explanation of the marks. */
  readonly remarks: readonly string[];
}

const empty: ShownCell = { value: '', marks: '', heat: 'none' };

export function shownCohorts(report: CohortReport, tongue: Tongue, notes: Notes): Shown {
  const [text, own] = [words[tongue.lang], cohortWords[tongue.lang]];
  const figures = new Figures(report.currency, tongue);
  const { from, to, dimensions, grain, cohorts } = report;
  const groups = [...new Map(cohorts.map((row) => [groupKey(row), row])).keys()];
  const by = dimensions.map((dimension) => text.dimensions[dimension].toLocaleLowerCase('en')).join(', ');
  const title = [own.titles[grain], ...(by ? [by] : []), ...(from && to ? [`${from} – ${to}`] : [])];
  const basis = [
    report.timezone,
    ...(report.currency === null ? [] : [report.currency]),
    `${text.asOf} ${report.asOf.slice(0, 16).replace('T', ' ')}`,
    `cac = ${report.cacBasis}`,
  ];
  const tables = groups.flatMap((group) => {
    const rows = cohorts.filter((row) => groupKey(row) === group);
    return tablesOf(rows, groupName(rows[0], report, tongue), { report, tongue, figures, notes });
  });
  const isBlank = cohorts.some(({ figures: { customers }, ages }) =>
    ages.some((age) => customers.value !== null && isImmature(age.retention)),
  );
  const hasPayback = tables.some(({ front }) => front.some(({ head }) => head === own.short.payback));
  return {
    title: visible(title.join(' · ')),
    basis: visible(basis.join(' · ')),
    tables,
    remarks: [
      ...(cohorts.length === 0 ? [own.none] : report.ages === 0 ? [own.noAges] : []),
      ...(isBlank ? [own.blank] : []),
      ...(hasPayback ? [own.payback] : []),
      ...(report.unidentified === 0
        ? []
        : [own.unidentified(figures.count(report.unidentified), figures.count(report.orders))]),
    ],
  };
}

const groupKey = ({ dimensions }: CohortRow): string => JSON.stringify(dimensions);

/** Empty without groups. */
function groupName(row: CohortRow | undefined, { dimensions }: CohortReport, { lang }: Tongue): string {
  const text = words[lang];
  if (row === undefined || dimensions.length === 0) return '';
  const names = dimensions.flatMap((dimension) => row.dimensions[dimension] ?? []);
  if (names.length === 0) return text.total;
  return names.map((name) => (name === unattributed ? text.unattributed : visible(name))).join(' · ');
}

const isImmature = ({ value, reason }: Figure): boolean => value === null && reason === 'insufficient_history';

interface Hand {
  readonly report: CohortReport;
  readonly tongue: Tongue;
  readonly figures: Figures;
  readonly notes: Notes;
}

/** The tables of one group: those with a known figure. */
function tablesOf(rows: readonly CohortRow[], group: string, hand: Hand): ShownTable[] {
  const { report, tongue, figures, notes } = hand;
  const own = cohortWords[tongue.lang];
  const { grain } = report;
  const labels = rows.map(({ cohort, partial }) =>
    visible(partial ? `${cohort} (${words[tongue.lang].partial})` : cohort),
  );
  const column = (head: string, of: (row: CohortRow) => Figure, print: (value: Fraction) => string): ShownColumn => ({
    head,
    cells: rows.map((row) => shownCell(of(row), print, notes)),
  });
  const customers = () =>
    column(
      own.short.customers,
      (row) => row.figures.customers,
      (value) => figures.value('count', value),
    );
  const cac = () =>
    column(
      own.short.cac,
      (row) => row.figures.cac,
      (value) => figures.value('money', value),
    );
  const payback = () =>
    column(
      own.short.payback,
      (row) => row.figures.payback,
      (value) => `${figures.value('count', value)} ${own.periods[grain]}`,
    );
  const tableOf = (metric: AgeMetric, front: readonly ShownColumn[], places: readonly number[]): ShownTable => {
    const most = rows.flatMap(({ ages }) => ages.slice(1).flatMap((age) => fractionOf(age[metric]) ?? []));
    const top = most.reduce<Fraction | null>(
      (high, one) => (high === null || compare(one, high) > 0 ? one : high),
      null,
    );
    const agesWith = (decimals: number) =>
      Array.from(
        { length: report.ages },
        (_, age): ShownColumn => ({
          head: String(age),
          cells: rows.map((row) => {
            const figure = row.ages[age]![metric];
            if (row.figures.customers.value === null || isImmature(figure)) return empty;
            const print = (value: Fraction): string =>
              metric === 'retention' ? figures.percent(value, decimals) : figures.value('money', value);
            const cell = shownCell(figure, print, notes);
            return metric === 'retention' && age > 0 ? { ...cell, heat: heatOf(fractionOf(figure), top) } : cell;
          }),
        }),
      );
    const [wide, narrow] = places.map(agesWith);
    const heading = [own.ageMetrics[metric], group].filter((part) => part !== '').join(' · ');
    return { heading: `${heading}, ${own.ages[grain]}`, labels, front, ages: wide!, narrow: narrow ?? wide! };
  };
  const isKnown = (metric: AgeMetric): boolean =>
    rows.some(({ ages }) => ages.some((age) => age[metric].value !== null));
  const costs = rows.some(({ figures: { cac: cost } }) => cost.reason !== 'missing_kind');
  return [
    tableOf('retention', [customers()], [1, 0]),
    ...(isKnown('revenue_per_customer') ? [tableOf('revenue_per_customer', costs ? [cac()] : [], [2])] : []),
    ...(isKnown('margin_per_customer') ? [tableOf('margin_per_customer', costs ? [payback()] : [], [2])] : []),
  ];
}

const fractionOf = ({ value }: Figure): Fraction | null => (value === null || typeof value === 'string' ? null : value);

function shownCell(figure: Figure, print: (value: Fraction) => string, notes: Notes): ShownCell {
  const value = fractionOf(figure);
  if (value === null) return { value: '–', marks: figure.reason ? notes.reason(figure.reason) : '', heat: 'none' };
  return { value: print(value), marks: notes.mark(figure.marks), heat: 'none' };
}

/** In thirds of the largest share after age 0, where it is 100 %. */
function heatOf(value: Fraction | null, top: Fraction | null): ShownCell['heat'] {
  if (value === null || top === null || value.n === 0n) return 'none';
  const times = (by: bigint): Fraction => ({ ...value, n: value.n * by });
  const of = (by: bigint): Fraction => ({ ...top, n: top.n * by });
  if (compare(times(3n), of(2n)) >= 0) return 'high';
  return compare(times(3n), top) >= 0 ? 'middle' : 'low';
}
