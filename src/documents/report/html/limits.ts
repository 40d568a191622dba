/*
 * What a page holds at most. It shall open at once on a phone and pass as an attachment, so of long reports it leaves out what
 * nobody reads on a page: the figures of each group in each period (a table of periods × groups × KPIs would be thousands of
 * rows, and is what the JSON and CSV outputs are for), and periods and groups beyond those below. The page says so where
 * it does.
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
  /** The last so many periods of tables, charts and small charts. */
  readonly inTables: number;
  readonly inCharts: number;
  readonly inSmallCharts: number;
  /** The first so many groups of tables and small charts. */
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
