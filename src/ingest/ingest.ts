import type { RowAccount } from '../core/accounting.ts';
import { beginsWithMean, beginsWithTotal, saysTotal } from '../core/total-words.ts';
import type { Cells } from '../plan/compile.ts';
import { withDerived } from '../plan/fields/derived.ts';
import { CarriedCells } from '../plan/head/carried.ts';
import { JoinedParts } from '../plan/head/join-json.ts';
import { cellsOf } from '../plan/head/json-cells.ts';
import type { FilePlan, RecordCells, TablePlan } from '../plan/plan.ts';
import { type SkipRule, skipRules } from '../plan/rows/skip-rules.ts';
import { isFigure, isNothing, type PlainSums } from '../plan/rows/total-rows.ts';
import { readCsv } from '../readers/csv.ts';
import { decoded, isEndOfLine } from '../readers/decode.ts';
import type { Limits } from '../readers/input.ts';
import { readArrays, readJson } from '../readers/json.ts';
import { type Settled, type TotalDifference, TotalRows } from './hold-totals.ts';
import { isFooter, noteIn } from './notes.ts';
import { OtherHeader } from './other-header.ts';
import { StatedSum } from './stated-sum.ts';

/** Findings about the total rows of a table. */
export interface TotalFindings extends Pick<Settled, 'bySum' | 'unproven'> {
  readonly differences: readonly TotalDifference[];
}

/** Takes the rows of one table that are neither blank, nor totals, nor left out by rule. */
export interface RowSink {
  row(cells: Cells, record: number): void;
  /** The file's own totals, once all rows are taken. */
  totals?(found: TotalFindings): void;
  /** A row of a list of records that adds up the others. */
  total?(cells: Cells): void;
  /** A row that is left out by rule: it may still replace an older copy of its record. */
  skipped?(cells: Cells, reason: string): void;
  /** The header again: the rows that follow are those of another table, pasted below. */
  headerAgain?(): void;
}

/** Rows not filled in by the shop: what to skip of a table, by position. */
interface TableRules {
  /** Columns of the file; those that are derived follow. */
  readonly width: number;
  readonly derived: TablePlan['derived'];
  /** Cells that each row has at least. */
  readonly least: number;
  readonly header: readonly string[];
  /** Whether the first row says in words what the columns hold. */
  readonly described: boolean;
  readonly records: RecordCells | null;
  readonly skip: readonly SkipRule[];
}

const rulesOf = (table: TablePlan): TableRules => ({
  width: table.header.length - table.derived.length,
  derived: table.derived,
  least: table.least,
  header: table.header.slice(0, table.header.length - table.derived.length),
  described: table.described,
  records: table.records,
  skip: skipRules(table.skip),
});

/** Whether all cells from a position on are blank. */
const isBlankFrom = (cells: Cells, from: number): boolean => {
  for (let at = from; at < cells.length; at += 1) if (cells[at] !== '' && cells[at]!.trim() !== '') return false;
  return true;
};

export const isBlankRow = (cells: Cells): boolean => isBlankFrom(cells, 0);

/**
 * Whether a row of a list of records adds up the others: `Total` is no id, and a row with neither id nor date beside it
 * is no record.
 */
const isTotalOfRecords = (cells: Cells, { ids, dates }: RecordCells): boolean => {
  const says = (index: number): boolean => saysTotal(cells[index] ?? '');
  const isEmpty = (index: number): boolean => isNothing(cells[index] ?? '') || says(index);
  return ids.some(says) || (dates.length > 0 && [...ids, ...dates].every(isEmpty) && cells.some(saysTotal));
};

/** Whether it adds up some of them (`Total August`), or is their mean: such a name, figures, and no date, without which a row is no record either. */
const isTotalOfPart = (cells: Cells, { dates }: RecordCells): boolean => {
  const name = cells.find((cell) => !isNothing(cell));
  if (name === undefined || dates.length === 0 || !(beginsWithTotal(name) || beginsWithMean(name))) return false;
  const isName = (index: number): boolean => cells[index] === name;
  return (
    dates.every((index) => isNothing(cells[index] ?? '') || isName(index)) &&
    cells.every((cell) => cell === name || isNothing(cell) || isFigure(cell))
  );
};

/** A line of one cell is no header. */
const isNote = (cells: Cells): boolean => isBlankFrom(cells, 1);

/** What tools write if there are no rows. */
const noData =
  /^(no data( available)?|aucune donnée( disponible)?|keine daten( verfügbar)?|no hay datos( disponibles)?)\.?$/i;

/** Runs one table's rules over its rows. */
export class TableRun {
  readonly rules: TableRules;
  readonly #totals: TotalRows | null;
  readonly #otherHeader: OtherHeader;
  /** The last record with too few cells. */
  lastShort = 0;
  /** The number of the last row above a blank line; such a line is no row. */
  #apart = Number.NaN;

  constructor(
    table: TablePlan,
    readonly sink: RowSink,
    readonly account: RowAccount,
    private readonly path: string,
  ) {
    this.rules = rulesOf(table);
    this.#otherHeader = new OtherHeader(this.rules.header);
    this.#totals = table.totals === null ? null : new TotalRows(table.totals);
  }

  /** Whether a rule for its words leaves a row out. */
  leaves(own: Cells): boolean {
    const { width, derived, skip } = this.rules;
    const cells = withDerived(own, width, derived);
    return skip.some(({ test }) => test(cells));
  }

  /** Takes note of a blank line below a row. */
  blankBelow(record: number): void {
    this.#apart = record;
  }

  /** Takes a row; false if it is left out or cannot be read. */
  row(own: Cells, record: number): boolean {
    const { account, rules, sink } = this;
    if (own[0] === rules.header[0] && rules.header.every((name, at) => own[at] === name)) {
      // Concatenated files repeat their header.
      account.skip('header_again');
      this.beforePlain();
      sink.headerAgain?.();
      return false;
    }
    if (this.#otherHeader.is(own)) throw this.#otherHeader.problem(own, record, this.path);
    const extra = own.length > rules.width ? own.slice(rules.width).find((cell) => cell.trim() !== '') : undefined;
    const isShort = own.length < rules.width && own.length >= rules.least;
    const cells = rules.derived.length > 0 || isShort ? withDerived(own, rules.width, rules.derived) : own;
    const isOfRecords = rules.records !== null && isTotalOfRecords(cells, rules.records);
    if (isOfRecords) sink.total?.(cells);
    const isOfPart = rules.records !== null && isTotalOfPart(cells, rules.records);
    if (isOfRecords || isOfPart || this.#totals?.saysSo(cells, extra)) {
      account.skip('total_row');
      return false;
    }
    if (isNote(own) && noData.test((own[0] ?? '').trim())) {
      account.skip('no_data');
      return false;
    }
    if (record === 1 && rules.described) {
      account.skip('description');
      account.count('descriptions');
      return false;
    }
    // A line by itself below a blank one, such as the name of a report, is no row of a table.
    const isAside = this.#apart === record - 1 && own.length === 1 && rules.width > 2;
    if (isAside) this.#apart = record;
    const note = isNote(own)
      ? (noteIn(own, rules.width) ?? (isAside ? 'words' : null))
      : // A copyright line that its comma parts has too few cells, and is one all the same.
        own.length < rules.width && isFooter(own)
        ? 'footer'
        : null;
    if (note !== null) {
      account.skip('note');
      account.count('notes');
      if (note === 'words') account.noteAt ??= record;
      return false;
    }
    if (extra !== undefined || own.length < rules.least) {
      const reason = extra === undefined ? 'too_few_cells' : 'too_many_cells';
      // A single cell may as well be a note at the end.
      if (extra === undefined && own.length > 1) this.lastShort = record;
      account.reject({ record, column: '', reason, value: (extra ?? '').slice(0, 80) });
      return false;
    }
    for (const { test, reason } of rules.skip) {
      if (test(cells)) {
        account.skip(reason);
        sink.skipped?.(cells, reason);
        return false;
      }
    }
    if (this.#totals === null) sink.row(cells, record);
    else for (const row of this.#totals.take({ cells, record })) sink.row(row.cells, row.record);
    return true;
  }

  /** Rows follow that are certainly some: one that was kept back, and that they show to be one, comes first. */
  beforePlain(): void {
    if (this.#totals === null) return;
    for (const { cells, record } of this.#totals.release()) this.sink.row(cells, record);
  }

  /** Takes note of what such rows add up to. */
  addPlain(sums: PlainSums): void {
    this.#totals?.addAll(sums);
  }

  /** Takes the rows that were kept back until it was known whether they add up the others. */
  end(): void {
    if (this.#totals === null) return;
    const { account, sink } = this;
    const settled = this.#totals.settle(account.rejected > 0);
    for (const row of settled.rows) {
      const { rejected } = account;
      sink.row(row.cells, row.record);
      // A total of a part of the table has no day: as a row it is rejected, and its amount counts nowhere.
      if (account.rejected > rejected) this.#totals.withdraw(row.cells);
    }
    if (settled.totals.length > 0) account.skip('total_row', settled.totals.length);
    const { bySum, unproven } = settled;
    sink.totals?.({ differences: this.#totals.differences(), bySum, unproven });
  }
}

/**
 * Runs a file's plan: every row of every table goes to the sink of its table, and into the account. `open` is called
 * once per table.
 */
export async function ingest(
  file: FilePlan,
  limits: Limits,
  account: RowAccount,
  open: (table: TablePlan) => RowSink,
): Promise<void> {
  const runs = file.tables.map((table) => new TableRun(table, open(table), account, file.path));
  if (file.shape.form === 'json') return ingestJson(file, limits, account, runs[0]!);
  /** Tables of one header share its rows: each has those that the ones before it leave out. */
  const headers = new Map<number, TableRun[]>();
  for (const [index, { at }] of file.tables.entries()) headers.set(at, [...(headers.get(at) ?? []), runs[index]!]);
  const subtitles = new Set(file.tables.filter((table) => table.subtitles).map((table) => table.at + 1));
  const blocks = file.source.layout === 'blocks';
  const columns = file.tables[0]?.carried ?? [];
  const carried = columns.length === 0 ? null : new CarriedCells(columns);
  const [table] = file.tables;
  const sum = table?.statedSum ? new StatedSum(table.statedSum) : null;
  let at = -1;
  let current: readonly TableRun[] | null = null;
  let between = true;
  const take = (row: Cells): void => {
    at += 1;
    const header = headers.get(at);
    if (header !== undefined) {
      current = header;
      between = false;
      return;
    }
    if (subtitles.has(at)) return;
    const cells = carried?.fill(row) ?? row;
    if (isBlankRow(row)) {
      if (blocks) between = true;
      for (const run of current ?? []) run.blankBelow(account.read);
      return;
    }
    if (blocks) {
      if ((cells[0] ?? '').startsWith('#')) {
        between = true;
        return;
      }
      if (between) {
        // The title of the next table.
        if (headers.has(at + 1) && isNote(cells)) return;
        // A note under a table, or the header of a table that no plan knows: its rows are read and left out.
        current = null;
        between = isNote(cells);
        if (!between) return;
      }
    }
    if (current === null) {
      if (blocks && at > (file.tables[0]?.at ?? 0)) {
        account.read += 1;
        account.skip('other_block');
      }
      return;
    }
    account.read += 1;
    sum?.add(withDerived(cells, current[0]!.rules.width, current[0]!.rules.derived));
    const own = current.length === 1 ? current[0]! : (current.find((run) => !run.leaves(cells)) ?? current.at(-1)!);
    own.row(cells, account.read);
  };
  let isEnded = file.isEnded;
  const chunks = async function* () {
    for await (const chunk of decoded(file.input, file.encoding)) {
      isEnded = isEndOfLine(chunk);
      yield chunk;
    }
  };
  if (file.records !== null) file.records.forEach(take);
  else await readCsv(chunks(), file.shape, file.path, limits, take);
  if (!isEnded && runs.some(({ lastShort }) => lastShort === account.read)) account.cutOff();
  for (const run of runs) run.end();
  const differences = sum?.differences() ?? [];
  if (differences.length > 0) runs[0]!.sink.totals?.({ differences, bySum: [], unproven: [] });
}

async function ingestJson(file: FilePlan, limits: Limits, account: RowAccount, run: TableRun): Promise<void> {
  if (file.shape.form !== 'json') return;
  const rows =
    file.source.json?.rows ??
    ((record: Readonly<Record<string, unknown>>) => [cellsOf(record, file.tables[0]!.header)]);
  const join = file.shape.json.form === 'object' ? file.source.json?.join : undefined;
  const parts = join === undefined ? null : new JoinedParts(join);
  if (parts !== null)
    await readArrays(decoded(file.input, file.encoding), join!.arrays, file.path, limits, (part) => parts.add(part));
  const names = new Map<string, string>();
  await readJson(decoded(file.input, file.encoding), file.shape.json, file.path, limits, (record) => {
    account.read += 1;
    // The further rows of a record are its lines, and are skipped with it.
    for (const cells of rows(parts?.to(record) ?? record, names)) if (!run.row(cells, account.read)) break;
  });
  run.end();
}
