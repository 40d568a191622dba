import { unattributed } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import { basisTexts } from '../../page/basis-words.ts';
import type { Figures, Tongue } from '../../page/figure-text.ts';
import type { Notes } from '../../page/footnotes.ts';
import type { Grid } from '../../page/grid.ts';
import { type Lang, type Words, words } from '../../page/page-words.ts';
import { trendsOf } from './courses.ts';
import { headLines, Layouts } from './report-layouts.ts';
import type { Report, ReportRow } from './report-model.ts';
import { wholesOf, withShares } from './share-bars.ts';

/** A table and the line above it. */
export interface Section {
  readonly heading: string;
  /** The same figures in several layouts, the better ones first; one with trends before the same without. */
  readonly grids: readonly [Grid, ...Grid[]];
}

const ALL = 'all';

const isTotal = (row: ReportRow): boolean => Object.keys(row.dimensions).length === 0;

/**
 * Without groups one table: KPIs down and periods across, or the other way round. With groups one table per period,
 * oldest first: KPIs down and groups across, or the other way round if there are more groups than KPIs.
 */
export function sections(report: Report, tongue: Tongue, figures: Figures, notes: Notes): Section[] {
  const text = words[tongue.lang];
  const names = [...new Set(report.rows.map(({ period }) => period))];
  const rowsIn = (name: string): ReportRow[] => report.rows.filter(({ period }) => period === name);
  const periods = (names.length === 2 ? names.filter((name) => name !== ALL) : names).map(rowsIn);
  const headOf = periodHeads(report, tongue);
  const layouts = new Layouts(report, tongue, figures, notes);
  const trends = trendsOf(report);

  if (report.dimensions.length === 0) {
    const rows = periods.flat();
    const [first] = rows;
    if (!first) return [];
    const across = layouts.kpisDown(rows.map((row) => ({ row, title: headOf(row).join(' · '), head: headOf(row) })));
    const lines = rows.map((row) => ({
      row,
      label: headOf(row).join(' · '),
      ruled: row.period === ALL && rows.length > 1,
    }));
    const down = layouts.rowsDown(lines, '');
    const shown = report.kpis.map((_, i) => trends?.of(first, i) ?? '');
    if (!trends || shown.every((trend) => trend === '')) return [{ heading: '', grids: [across, down] }];
    const grids = [
      layouts.trendsBeside(across, shown, trends),
      across,
      layouts.trendsAbove(down, shown, trends),
      down,
    ] as const;
    return [{ heading: '', grids }];
  }
  return periods.map((all, i) => {
    const rows = [...all.filter((row) => !isTotal(row)), ...all.filter(isTotal)];
    // The title names a single period, but not that it is partial.
    const isNamed = periods.length === 1 && rows[0]?.partial !== true;
    const heading = isNamed || !rows[0] ? '' : headOf(rows[0]).join(' · ');
    const labelOf = (row: ReportRow): string => groupLabel(row, report, text);
    if (report.groupsDown !== true && rows.length - 1 <= report.kpis.length) {
      const across = rows.map((row) => ({ row, title: labelOf(row), head: headLines(labelOf(row)) }));
      return { heading, grids: [layouts.kpisDown(across)] };
    }
    const lines = rows.map((row) => ({ row, label: labelOf(row), ruled: isTotal(row) }));
    const grid = layouts.rowsDown(lines, report.dimensions.map((dimension) => text.dimensions[dimension]).join(' · '));
    // The course of a single KPI in each group is in the newest table, that of the whole span.
    const isLast = i === periods.length - 1 && report.kpis.length === 1;
    const shown = isLast && trends ? rows.map((row) => trends.of(row, 0)) : [];
    const withTrends = trends && shown.some((trend) => trend !== '') ? [layouts.trendsBeside(grid, shown, trends)] : [];
    // What is left out if there is no room: bars of all KPIs except the first that has some, then these, then courses.
    const wholes = i === periods.length - 1 ? wholesOf(report, rows) : [];
    const first = wholes.map((whole, k) => (wholes.slice(0, k).some((one) => one !== null) ? null : whole));
    const barred = (wholes.some((whole) => whole !== null) ? [wholes, first] : []).flatMap((some) =>
      [...withTrends, grid].map((one) => withShares(one, rows, some)),
    );
    const [best = grid, ...rest] = [...barred, ...withTrends, grid];
    return { heading, grids: [best, ...rest] };
  });
}

function groupLabel(row: ReportRow, { dimensions }: Report, text: Words): string {
  const values = dimensions.flatMap((dimension) => row.dimensions[dimension] ?? []);
  const shown = values.map((value) => (value === unattributed ? text.unattributed : visible(value)));
  return isTotal(row) ? text.total : shown.join(' · ');
}

/** Names periods; weeks with their dates as well, which a number does not show. */
function periodHeads({ grain }: Report, { lang, locale }: Tongue): (row: ReportRow) => string[] {
  const text = words[lang];
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const day = (text: string): Date => new Date(`${text}T00:00Z`);
  return ({ period, from, to, partial }) => [
    period === ALL ? text.total : period,
    ...(grain === 'week' && period !== ALL ? [dates.formatRange(day(from), day(to))] : []),
    ...(partial ? [text.partial] : []),
  ];
}

/** What the figures are: their periods and groups, and what they are based on: zone, currency, instant and basis. */
export function titleOf(report: Report, text: Words, lang: Lang): { readonly name: string; readonly basis: string } {
  const { from, to, dimensions, basis } = report;
  const by = dimensions.map((dimension) => text.dimensions[dimension].toLocaleLowerCase('en')).join(', ');
  const of = [text.grains[report.grain], ...(by ? [by] : []), ...(from && to ? [`${from} – ${to}`] : [])];
  const rest = [
    report.timezone,
    ...(report.currency === null ? [] : [report.currency]),
    `${text.asOf} ${report.asOf.slice(0, 16).replace('T', ' ')}`,
    ...basisTexts(basis, lang),
  ];
  const name = [...(report.name === undefined ? [] : [report.name]), ...of];
  return { name: visible(name.join(' · ')), basis: visible(rest.join(' · ')) };
}
