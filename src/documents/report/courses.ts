import { sparkline } from '../../page/letter-charts.ts';
import type { Report, ReportRow } from './report-model.ts';

/** Two periods are a change, which is shown already. */
const LEAST = 3;
/** Longer ones leave no room for figures: only the newest periods are shown. */
const MOST = 24;

/** The course of figures over the periods of a report. */
export interface Trends {
  /** How many periods they show. */
  readonly periods: number;
  /** Of the figure at an index of the rows, within the group of a row. */
  readonly of: (row: ReportRow, index: number) => string;
}

/** The key of a row's group, `[null]` or so that of all together. */
export const groupKey = ({ dimensions }: Report, row: ReportRow): string =>
  JSON.stringify(dimensions.map((name) => row.dimensions[name] ?? null));

/** Undefined if there are too few complete periods: a partial one would look like a fall. */
export function trendsOf(report: Report): Trends | undefined {
  const whole = report.rows.filter(({ period, partial }) => period !== 'all' && !partial);
  const periods = [...new Set(whole.map(({ period }) => period))].slice(-MOST);
  if (periods.length < LEAST) return undefined;
  const groups = new Map<string, Map<string, ReportRow>>();
  for (const row of whole) {
    const key = groupKey(report, row);
    const rows = groups.get(key) ?? new Map<string, ReportRow>();
    groups.set(key, rows.set(row.period, row));
  }
  const of = (row: ReportRow, index: number): string => {
    const rows = groups.get(groupKey(report, row));
    return sparkline(
      periods.map((period) => {
        const value = rows?.get(period)?.figures[index]?.value ?? null;
        return typeof value === 'string' ? null : value;
      }),
    );
  };
  return { periods: periods.length, of };
}
