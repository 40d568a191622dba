import { unattributed } from '../core/kinds.ts';
import { visible } from '../core/visible.ts';
import type { Comparison, Report, ReportKpi, ReportRow } from '../report/model.ts';
import { changeBetween, shownChange } from './changes.ts';
import type { Figures, Tongue } from './figures.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import type { Notes } from './notes.ts';
import { wrapAtMost } from './text.ts';
import { type Words, words } from './words.ts';

/** A table and the line above it. */
export interface Section {
  readonly heading: string;
  readonly grid: Grid;
}

const ALL = 'all';
const HEAD_WIDTH = 18;
const HEAD_LINES = 4;

const isTotal = (row: ReportRow): boolean => Object.keys(row.dimensions).length === 0;
const headLines = (text: string): string[] => wrapAtMost(text, HEAD_WIDTH, HEAD_LINES);

/**
 * Without groups one table, its columns the periods. With groups a table a period, oldest first: KPIs down and groups
 * across, or the other way round where there are more groups than KPIs.
 */
export function sections(report: Report, tongue: Tongue, figures: Figures, notes: Notes): Section[] {
  const text = words[tongue.lang];
  const names = [...new Set(report.rows.map(({ period }) => period))];
  const rowsIn = (name: string): ReportRow[] => report.rows.filter(({ period }) => period === name);
  const periods = (names.length === 2 ? names.filter((name) => name !== ALL) : names).map(rowsIn);
  const headOf = periodHeads(report, tongue);
  const cellsOf = cellMaker(report, tongue, figures, notes);
  const { shown } = cellsOf;
  const changeHeads = shown.includes('year') ? shown.map((name) => text.comparisons[name]) : [];

  const kpisDown = (columns: readonly (readonly [head: string[], row: ReportRow])[]): Grid => {
    // A null stands for the heading of a group.
    const lines = report.kpis.flatMap((kpi, i) => (kpi.group === report.kpis[i - 1]?.group ? [i] : [null, i]));
    const rows = report.kpis.flatMap((kpi, i): GridRow[] => [
      ...(kpi.group === report.kpis[i - 1]?.group ? [] : [{ label: text.groups[kpi.group], kind: 'heading' } as const]),
      { label: labelOf(kpi, tongue), kind: 'plain' },
    ]);
    const columnOf = (head: string[], row: ReportRow) => {
      const cells = cellsOf.of(row);
      return { head, changeHeads, cells: lines.map((i) => (i === null ? undefined : cells[i])) };
    };
    return { corner: '', heads: 'top', rows, columns: columns.map(([head, row]) => columnOf(head, row)) };
  };
  const groupsDown = (rows: readonly ReportRow[]): Grid => {
    const cells = rows.map(cellsOf.of);
    return {
      corner: report.dimensions.map((dimension) => text.dimensions[dimension]).join(' · '),
      heads: 'bottom',
      rows: rows.map((row) => ({ label: groupLabel(row, report, text), kind: isTotal(row) ? 'ruled' : 'plain' })),
      columns: report.kpis.map((kpi, i) => ({
        head: headLines(labelOf(kpi, tongue)),
        changeHeads,
        cells: cells.map((row) => row[i]),
      })),
    };
  };

  if (report.dimensions.length === 0) {
    const columns = periods.flat().map((row) => [headOf(row), row] as const);
    return columns.length === 0 ? [] : [{ heading: '', grid: kpisDown(columns) }];
  }
  return periods.map((all) => {
    const rows = [...all.filter((row) => !isTotal(row)), ...all.filter(isTotal)];
    const heading = periods.length === 1 || !rows[0] ? '' : headOf(rows[0]).join(' · ');
    const wide = rows.length - 1 > report.kpis.length;
    const grid = wide ? groupsDown(rows) : kpisDown(rows.map((row) => [headLines(groupLabel(row, report, text)), row]));
    return { heading, grid };
  });
}

/** The cells of rows, with their changes: since what was asked, else since the period before in the report. */
function cellMaker(report: Report, tongue: Tongue, figures: Figures, notes: Notes) {
  const asked = (['previous', 'year'] as const).filter((name) => report.rows.some((row) => row.compare[name]));
  const shown: readonly Comparison[] = asked.length > 0 ? asked : ['previous'];
  const bases = asked.length > 0 ? new Map<ReportRow, ReportRow>() : rowsBefore(report);
  const newWord = words[tongue.lang].short.new;
  const of = (row: ReportRow): Cell[] =>
    report.kpis.map((kpi, i): Cell => {
      const figure = row.figures[i];
      if (!figure || figure.value === null)
        return { value: '–', marks: figure?.reason ? notes.reason(figure.reason) : '', isNull: true, changes: [] };
      const base = bases.get(row)?.figures[i];
      const changes = shown.map((name) => {
        const change = base ? changeBetween(figure, base) : row.compare[name]?.changes[i];
        const result = change && shownChange(kpi, change, figures, newWord);
        if (result) notes.change(name);
        if (result?.points) notes.change('point');
        return result;
      });
      return { value: figures.value(kpi.unit, figure.value), marks: notes.mark(figure.marks), isNull: false, changes };
    });
  return { of, shown };
}

/** Every whole row with the row of the same group in the period before, where that is whole too. */
function rowsBefore(report: Report): Map<ReportRow, ReportRow> {
  const before = new Map<ReportRow, ReportRow>();
  const names = [...new Set(report.rows.map(({ period }) => period))];
  const groupOf = (row: ReportRow): string =>
    JSON.stringify(report.dimensions.map((name) => row.dimensions[name] ?? null));
  const keyOf = (row: ReportRow, period: string | undefined): string => `${period} ${groupOf(row)}`;
  const rows = new Map(report.rows.map((row) => [keyOf(row, row.period), row]));
  const previous = new Map(names.map((name, i) => [name, names[i - 1]]));
  for (const row of report.rows) {
    const base = row.period === ALL ? undefined : rows.get(keyOf(row, previous.get(row.period)));
    if (base && !row.partial && !base.partial) before.set(row, base);
  }
  return before;
}

const labelOf = ({ label, basis }: ReportKpi, { lang }: Tongue): string =>
  visible(basis === undefined ? label[lang] : `${label[lang]} (${basis})`);

function groupLabel(row: ReportRow, { dimensions }: Report, text: Words): string {
  const values = dimensions.flatMap((dimension) => row.dimensions[dimension] ?? []);
  const shown = values.map((value) => (value === unattributed ? text.unattributed : visible(value)));
  return isTotal(row) ? text.total : shown.join(' · ');
}

/** Names periods; weeks with their dates as well, which a number does not tell. */
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
