import { unattributed } from '../../../core/kinds.ts';
import type { Comparison, ReportKpi } from '../../../figures/figure-model.ts';
import { basisText } from '../../../page/basis-words.ts';
import { foreign, named } from '../../../page/escape.ts';
import type { Tongue } from '../../../page/figure-text.ts';
import { ALL, byOf, joinedNames, type Pen, penOf } from '../../../page/html-pen.ts';
import type { Words } from '../../../page/page-words.ts';
import type { Report, ReportRow } from '../report-model.ts';

/** One group of a report with dimensions: its names, and its rows by period. */
export interface GroupRows {
  /** As HTML; `brief` has no title, for repeated use. */
  readonly label: string;
  readonly brief: string;
  /** KPIs that are not known for any group. */
  readonly isRest: boolean;
  readonly rows: ReadonlyMap<string, ReportRow>;
}

/** A report laid out for the page, and what is needed to write all its parts. */
export interface View extends Pen {
  readonly report: Report;
  /** The totals of the periods, oldest first, without that of the whole span. */
  readonly periods: readonly ReportRow[];
  /** The total of the whole span; absent if there is only one period. */
  readonly whole: ReportRow | undefined;
  /** What is at the top: the last complete period, else the last, else the whole span. */
  readonly headline: ReportRow | undefined;
  readonly comparisons: readonly Comparison[];
  readonly groups: readonly GroupRows[];
  readonly limits: Limits;
  /** As HTML. */
  readonly labels: readonly string[];
  /** The dimensions in words, as part of a sentence. */
  readonly by: string;
}

/** A comparison that was not asked for is shown if the files reach back. */
const isTold = ({ compare }: ReportRow, name: Comparison, { comparesUnasked }: Report): boolean =>
  compare[name] !== undefined &&
  (comparesUnasked !== true || compare[name].changes.some(({ absolute }) => absolute.value !== null));

const isTotal = (row: ReportRow): boolean => Object.keys(row.dimensions).length === 0;

export function viewOf(report: Report, tongue: Tongue): View {
  const pen = penOf(report.currency, tongue);
  const { text } = pen;
  const totals = report.rows.filter(isTotal);
  const periods = totals.filter(({ period }) => period !== ALL);
  const whole = periods.length === 1 ? undefined : totals.find(({ period }) => period === ALL);
  const groups = groupsOf(report, text);
  return {
    ...pen,
    report,
    periods,
    whole,
    headline: periods.findLast(({ partial }) => !partial) ?? periods.at(-1) ?? whole,
    comparisons: (['previous', 'year'] as const).filter((name) => totals.some((row) => isTold(row, name, report))),
    groups,
    limits: limitsOf(periods.length, groups.length, report.kpis.length),
    labels: report.kpis.map((kpi) => labelOf(kpi, tongue)),
    by: byOf(report.dimensions, text),
  };
}

function groupsOf({ dimensions, rows }: Report, text: Words): GroupRows[] {
  const groups = new Map<string, GroupRows & { rows: Map<string, ReportRow> }>();
  for (const row of rows) {
    if (isTotal(row)) continue;
    const names = dimensions.map((dimension) => row.dimensions[dimension] ?? unattributed);
    const key = names.join('\0');
    let group = groups.get(key);
    if (group === undefined) {
      group = {
        label: joinedNames(names, text, named),
        brief: joinedNames(names, text, (name) => `<bdi>${foreign(name, 40)}</bdi>`),
        rows: new Map(),
        isRest: names.every((name) => name === unattributed),
      };
      groups.set(key, group);
    }
    group.rows.set(row.period, row);
  }
  return [...groups.values()];
}

const labelOf = ({ label, basis }: ReportKpi, { lang }: Tongue): string =>
  foreign(basis === undefined ? label[lang] : `${label[lang]} (${basisText(basis)[lang]})`, 120);

/*
 * What a page holds at most. It must open at once on a phone and pass as an attachment, so of long reports it leaves
 * out what nobody reads on a page: the figures of each group in each period (a table of periods × groups × KPIs would
 * be thousands of rows, and is what the JSON and CSV outputs are for), and periods and groups beyond those below. The
 * page says so if it does.
 */

/** Two years of weeks, a quarter of days. */
const IN_TABLES = 120;
/** A year of days. */
const IN_CHARTS = 400;
const GROUPS = 60;
/** Cells of a table of groups. */
const CELLS = 6000;
const SMALL_CHARTS = 24;
/** Points of all small charts together, of about five characters each. */
const POINTS = 100_000;

export interface Limits {
  /** The last periods of tables, charts and small charts, up to this many. */
  readonly inTables: number;
  readonly inCharts: number;
  readonly inSmallCharts: number;
  /** The first groups of tables and small charts, up to this many. */
  readonly groups: number;
  readonly smallCharts: number;
}

export function limitsOf(periods: number, groups: number, kpis: number): Limits {
  const smallCharts = Math.min(groups, SMALL_CHARTS);
  return {
    inTables: Math.min(periods, IN_TABLES),
    inCharts: Math.min(periods, IN_CHARTS),
    inSmallCharts: Math.min(periods, IN_CHARTS, Math.floor(POINTS / Math.max(1, smallCharts * kpis))),
    groups: Math.min(groups, GROUPS, Math.ceil(CELLS / Math.max(1, kpis))),
    smallCharts,
  };
}
