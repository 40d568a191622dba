import { periodComparisons } from '../../core/choices.ts';
import type { Fraction } from '../../core/fraction.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { visible } from '../../core/visible.ts';
import type { Comparison, Figure, ReportKpi } from '../../figures/figure-model.ts';
import { basisText } from '../../page/basis-words.ts';
import { changeBetween, type ShownChange, shownChange } from '../../page/changes.ts';
import type { Figures, Tongue } from '../../page/figure-text.ts';
import type { Notes } from '../../page/footnotes.ts';
import type { Cell, Grid, GridRow } from '../../page/grid.ts';
import { type BesideNote, type Words, words } from '../../page/page-words.ts';
import { wrapAtMost } from '../../page/text-width.ts';
import { benchmarkText, citation, eventEntries } from './benchmarks-and-events.ts';
import { groupKey, type Trends } from './courses.ts';
import type { Report, ReportRow } from './report-model.ts';

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
  /** What others have published, KPI by KPI. */
  readonly #published: readonly (Cell | undefined)[];

  constructor(report: Report, tongue: Tongue, figures: Figures, notes: Notes) {
    const { of, heads } = cellMaker(report, tongue, figures, notes);
    const made = new Map<ReportRow, Cell[]>();
    this.#report = report;
    this.#text = words[tongue.lang];
    this.#labels = report.kpis.map((kpi) => labelOf(kpi, tongue));
    this.#cells = (row) => {
      return getOrInsert(made, row, () => of(row));
    };
    this.#changeHeads = heads;
    this.#published = report.kpis.map(({ id, unit }): Cell | undefined => {
      const benchmark = report.benchmarks?.[id];
      if (benchmark === undefined) return undefined;
      const marks = notes.cited(id, citation(benchmark, tongue));
      return { value: benchmarkText(benchmark, unit, figures), marks, isNull: false, changes: [] };
    });
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
    if (this.#hasPublished)
      columns.push({
        title: this.#text.beside.benchmark,
        head: [this.#text.beside.benchmark],
        changeHeads: [],
        cells: lines.map(([at]) => (at === undefined ? undefined : this.#published[at])),
      });
    return { corner: '', heads: 'top', rows: lines.map(([, row]) => row), columns };
  }

  /** Rows of the report down and KPIs across. */
  rowsDown(lines: readonly Line[], corner: string): Grid {
    const cells = lines.map(({ row }) => this.#cells(row));
    const rows = lines.map(({ label, ruled }): GridRow => ({ label, kind: ruled ? 'ruled' : 'plain' }));
    if (this.#hasPublished) rows.push({ label: this.#text.beside.benchmark, kind: 'ruled' });
    return {
      corner,
      heads: 'bottom',
      rows,
      columns: this.#labels.map((label, i) => ({
        title: label,
        head: headLines(label),
        changeHeads: this.#changeHeads,
        cells: [...cells.map((row) => row[i]), ...(this.#hasPublished ? [this.#published[i]] : [])],
      })),
    };
  }

  get #hasPublished(): boolean {
    return this.#published.some((cell) => cell !== undefined);
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

/** The colour of a word: too much of a good thing is no failure. */
const codeTones: Readonly<Record<string, Cell['tone']>> = {
  loss: 'bad',
  weak: 'fair',
  healthy: 'good',
  under_investing: 'fair',
};

/** The cells of rows, with what is beside their figures. */
function cellMaker(report: Report, tongue: Tongue, figures: Figures, notes: Notes) {
  const columns = [...changeColumns(report, tongue, figures, notes), ...besideColumns(report, tongue, figures, notes)];
  notes.compared(eventEntries(report.rows, words[tongue.lang]));
  const of = (row: ReportRow): Cell[] => {
    return report.kpis.map((kpi, i): Cell => {
      const figure = row.figures[i];
      const changes = columns.map(({ of: shown }) => shown(row, i));
      if (!figure || figure.value === null) {
        const marks = figure?.reason ? notes.reason(figure.reason, kpi.needs?.[tongue.lang]) : '';
        return { value: '–', marks, isNull: true, changes };
      }
      const tone = typeof figure.value === 'string' ? codeTones[figure.value] : undefined;
      return {
        value: figures.value(kpi.unit, figure.value),
        marks: notes.mark(figure.marks),
        isNull: false,
        tone,
        changes,
      };
    });
  };
  return { of, heads: columns.some(({ isNamed }) => isNamed) ? columns.map(({ head }) => head) : [] };
}

/** Something right of each figure. */
interface Column {
  readonly head: string;
  /** Whether it is unclear without its head. */
  readonly isNamed: boolean;
  readonly of: (row: ReportRow, kpi: number) => ShownChange | undefined;
}

/** The changes since the base asked for, else since the period before in the report. */
function changeColumns(report: Report, { lang }: Tongue, figures: Figures, notes: Notes): Column[] {
  const asked = periodComparisons.filter((name) => report.rows.some((row) => row.compare[name]));
  const isPlain = asked.length === 0 && report.benchmarks === undefined && !report.rows.some(hasBeside);
  const bases = isPlain ? rowsBefore(report) : new Map<ReportRow, ReportRow>();
  const shown: readonly Comparison[] = isPlain ? ['previous'] : asked;
  const text = words[lang];
  return shown.map((name) => ({
    head: text.comparisons[name],
    isNamed: name === 'year',
    of: (row, i) => {
      const [kpi, figure, base] = [report.kpis[i], row.figures[i], bases.get(row)?.figures[i]];
      if (!kpi || !figure || figure.value === null) return undefined;
      const change = base ? changeBetween(figure, base) : row.compare[name]?.changes[i];
      const result = change && shownChange(kpi, figure, change, name, { figures, notes, text });
      if (result && !result.isNull) notes.change(name);
      if (result?.points) notes.change('point');
      return result;
    },
  }));
}

const hasBeside = ({ season, mean28d }: ReportRow): boolean => season !== undefined || mean28d !== undefined;

/** The seasonal value, and the mean of the last 28 days: neither good nor bad. */
function besideColumns(report: Report, { lang }: Tongue, figures: Figures, notes: Notes): Column[] {
  const text = words[lang];
  const column = (
    name: BesideNote,
    of: (row: ReportRow, i: number) => Figure | undefined,
    shown: (value: Fraction, kpi: ReportKpi) => string,
  ): Column => ({
    head: text.beside[name],
    isNamed: true,
    of: (row, i) => {
      const [kpi, figure] = [report.kpis[i], of(row, i)];
      if (!kpi || !figure || typeof figure.value === 'string') return undefined;
      // A code has none, and nothing to explain.
      if (figure.value === null && kpi.unit === 'text') return undefined;
      if (figure.value !== null) notes.beside(name);
      const value = figure.value === null ? `–${notes.reason(figure.reason!)}` : shown(figure.value, kpi);
      return { text: value, tone: 'neutral', points: false };
    },
  });
  return [
    ...(report.rows.some(({ season }) => season)
      ? [
          column(
            'index',
            (row, i) => row.season?.[i]?.index,
            (value) => figures.times(value),
          ),
          column(
            'adjusted',
            (row, i) => row.season?.[i]?.adjusted,
            (value, { unit }) => figures.value(unit, value),
          ),
        ]
      : []),
    ...(report.rows.some(({ mean28d }) => mean28d)
      ? [
          column(
            'mean',
            (row, i) => row.mean28d?.[i],
            (value, kpi) => figures.dayMean(kpi, value),
          ),
        ]
      : []),
  ];
}

/** Every complete row with the row of the same group in the period before, if that is complete too. */
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
  visible(basis === undefined ? label[lang] : `${label[lang]} (${basisText(basis)[lang]})`);
