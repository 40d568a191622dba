import { visible } from '../core/visible.ts';
import type { Comparison, Report, ReportKpi, ReportRow } from '../report/model.ts';
import { changeBetween, shownChange } from './changes.ts';
import type { Figures, Tongue } from './figures.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import type { Notes } from './notes.ts';
import { wrapAtMost } from './text.ts';
import { groupKey, type Trends } from './trends.ts';
import { type Words, words } from './words.ts';

const ALL = 'all';
const HEAD_WIDTH = 18;
const HEAD_LINES = 4;

/** The head of a column that is named by data or by a KPI. */
export const headLines = (text: string): string[] => wrapAtMost(text, HEAD_WIDTH, HEAD_LINES);

/** A row of a report as a column of a table. */
export interface Across {
  readonly row: ReportRow;
  readonly title: string;
  readonly head: readonly string[];
}

/** A row of a report as a line of a table. */
export interface Line {
  readonly row: ReportRow;
  readonly label: string;
  /** Whether a line is drawn above it. */
  readonly ruled: boolean;
}

/** Tables of the same figures: KPIs down, or rows of the report down, with or without the courses of the figures. */
export class Layouts {
  readonly #report: Report;
  readonly #text: Words;
  readonly #labels: readonly string[];
  readonly #cells: ReturnType<typeof cellMaker>['of'];
  readonly #changeHeads: readonly string[];

  constructor(report: Report, tongue: Tongue, figures: Figures, notes: Notes) {
    const { of, shown } = cellMaker(report, tongue, figures, notes);
    const made = new Map<ReportRow, Cell[]>();
    this.#report = report;
    this.#text = words[tongue.lang];
    this.#labels = report.kpis.map((kpi) => labelOf(kpi, tongue));
    this.#cells = (row) => {
      const cells = made.get(row) ?? of(row);
      made.set(row, cells);
      return cells;
    };
    this.#changeHeads = shown.includes('year') ? shown.map((name) => this.#text.comparisons[name]) : [];
  }

  /** KPIs down, below the names of their groups, and rows of the report across. */
  kpisDown(across: readonly Across[]): Grid {
    const lines = this.#report.kpis.flatMap(({ group }, i): [at: number | undefined, row: GridRow][] => [
      ...(group === this.#report.kpis[i - 1]?.group
        ? []
        : [[undefined, { label: this.#text.groups[group], kind: 'heading' }] as [undefined, GridRow]]),
      [i, { label: this.#labels[i] ?? '', kind: 'plain' }],
    ]);
    const columns = across.map(({ row, title, head }) => {
      const cells = this.#cells(row);
      const shown = lines.map(([at]) => (at === undefined ? undefined : cells[at]));
      return { title, head, changeHeads: this.#changeHeads, cells: shown };
    });
    return { corner: '', heads: 'top', rows: lines.map(([, row]) => row), columns };
  }

  /** Rows of the report down and KPIs across. */
  rowsDown(lines: readonly Line[], corner: string): Grid {
    const cells = lines.map(({ row }) => this.#cells(row));
    return {
      corner,
      heads: 'bottom',
      rows: lines.map(({ label, ruled }) => ({ label, kind: ruled ? 'ruled' : 'plain' })),
      columns: this.#labels.map((label, i) => ({
        title: label,
        head: headLines(label),
        changeHeads: this.#changeHeads,
        cells: cells.map((row) => row[i]),
      })),
    };
  }

  /** A last column of courses, one for each row that is no heading. */
  trendsBeside(grid: Grid, shown: readonly string[], { periods }: Trends): Grid {
    const rest = [...shown];
    const cells = grid.rows.map(({ kind }): Cell | undefined =>
      kind === 'heading' ? undefined : { value: rest.shift() ?? '', marks: '', isNull: false, changes: [] },
    );
    const column = { title: this.#text.trend, head: [this.#text.trend], changeHeads: [], cells };
    return { ...grid, columns: [...grid.columns, column], trend: periods };
  }

  /** A course in the head of each column. */
  trendsAbove(grid: Grid, shown: readonly string[], { periods }: Trends): Grid {
    const columns = grid.columns.map((column, i) => ({ ...column, head: [...column.head, shown[i] ?? ''] }));
    return { ...grid, columns, trend: periods };
  }
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
  const keyOf = (row: ReportRow, period: string | undefined): string => `${period} ${groupKey(report, row)}`;
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
