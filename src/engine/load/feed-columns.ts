import type { RowAccount } from '../../core/accounting.ts';
import { personText } from '../../core/person.ts';
import { ingest, isBlankRow, TableRun } from '../../ingest/ingest.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { FilePlan, TablePlan } from '../../plan/plan.ts';
import {
  type Columns,
  type ColumnsPlan,
  type FieldColumns,
  type FieldsPlan,
  kind,
  type TextColumn,
  type TextRole,
} from '../../reader/columns.ts';
import { division } from '../../reader/division.ts';
import { ExactRecords } from '../../reader/exact-records.ts';
import { type IdTexts, idTexts } from '../../reader/id-texts.ts';
import { beginColumns } from '../../reader/read-columns.ts';
import { bodyOf, bytesBetween } from '../../reader/segment.ts';
import type { StoredColumns } from '../../reader/stored-columns.ts';
import type { Workers } from '../../reader/workers.ts';
import { OtherEncoding } from '../../readers/decode.ts';
import type { Limits } from '../../readers/input.ts';
import { kernelModule } from '../../readers/kernel-module.ts';
import { recordFields } from '../../records/index.ts';
import { namesPerson } from '../../records/person-fields.ts';
import type { Collector } from '../collect/collect.ts';
import { OrderCollector } from '../orders/collect-order.ts';
import type { Memory } from '../state/context.ts';
import { byRows } from './feed-rows.ts';
import type { OpenTable, ReadFile } from './load-files.ts';

/** How files become columns. */
export interface ColumnReading {
  readonly limits: Limits;
  /** Threads that read long files; null for none. */
  readonly workers: Workers | null;
  /** What earlier runs have left; null for none. */
  readonly stored: StoredColumns | null;
  /** Told how many bytes have been read. */
  readonly onRead: (bytes: number) => void;
}

/** Whether letters of ASCII are bytes in an encoding: in UTF-16 they are not. */
const isByteEncoding = (name: string): name is ColumnsPlan['encoding'] => name === 'utf-8' || name === 'windows-1252';

/** How many records a table has down to its header. */
export const headerRecords = ({ at, subtitles }: TablePlan): number => at + (subtitles ? 2 : 1);

/** Ids that hardly ever repeat: their texts come one by one. */
const idFields = new Set(['order_id', 'refund_of', 'ticket_id']);

/**
 * Whether a file can be read by columns: each row stands in its table as it is written, so that its cells are its values; and what
 * reads them so is there.
 */
export function isPlainTable({ input, shape, encoding, source, tables }: FilePlan): boolean {
  if (kernelModule() === null) return false;
  const [table] = tables;
  if (input.disk === null || shape.form !== 'csv' || !isByteEncoding(encoding.name)) return false;
  if (table === undefined || tables.length > 1 || source.layout !== 'table') return false;
  const { derived, carried, totals, statedSum, described } = table;
  if (derived.length > 0 || carried.length > 0 || described) return false;
  // Without days any row may be a total.
  return (totals === null || totals.dates.length > 0) && statedSum === null && source.lines !== 'gather';
}

function fieldsPlan(
  reader: RowReader,
  table: TablePlan,
  collector: Collector | null,
  hidesPeople: boolean,
): FieldsPlan {
  const metas = recordFields(table.kind);
  const used = collector?.usedNumbers() ?? null;
  const roleOf = (name: string): TextRole => {
    if (namesPerson(name)) return hidesPeople ? 'person' : 'id';
    if (collector?.hashUse(name) === 'alone') return 'key';
    return idFields.has(name) || metas.get(name)?.role === 'id' ? 'id' : 'word';
  };
  return {
    numbers: reader.numberFields.map(({ name, from, required }) => ({
      from,
      required,
      keep: used?.has(name) ?? true,
      // Its cell is shown where it is refused.
      exactBelow0: table.kind === 'order' && name === 'discounts',
    })),
    texts: reader.textFields.map(({ name, from, required }) => ({
      from,
      required,
      role: collector === null ? 'word' : roleOf(name),
      isOrder: name === 'order_id' || name === 'refund_of',
      currency: name === 'currency',
      isLasting: (collector?.hashUse(name) ?? null) !== null,
    })),
  };
}

/** Puts the values of records into a reader, one record after the other. */
class Filler {
  /** The texts of ids, by place. */
  readonly #ids: readonly string[];
  /** Places of words, in the order of the codes of a combination. */
  readonly #words: readonly number[];
  readonly #others: readonly number[];
  #combo = -1;

  constructor(
    readonly reader: RowReader,
    readonly columns: FieldColumns,
    /** Where the codes of words are, if they follow from combinations. */
    readonly combos: Pick<Columns, 'combos' | 'comboCodes'> | null,
    readonly withPeople: boolean,
  ) {
    this.#ids = columns.texts.map((text) =>
      text.role === 'id'
        ? Buffer.from(text.bytes.buffer, text.bytes.byteOffset, text.bytes.length).toString('latin1')
        : '',
    );
    const places = [...columns.texts.keys()];
    const isWord = (at: number): boolean => combos !== null && columns.texts[at]!.role === 'word';
    this.#words = places.filter(isWord);
    this.#others = places.filter((at) => !isWord(at));
  }

  fill(record: number): void {
    const { numbers, texts } = this.reader;
    const { columns } = this;
    for (let at = 0; at < numbers.length; at += 1) {
      const column = columns.numbers[at];
      numbers[at] = column === null || column === undefined ? Number.NaN : column[record]!;
    }
    if (this.combos !== null) this.#fillWords(this.combos.combos[record]!, this.combos.comboCodes);
    for (const at of this.#others) {
      const column = columns.texts[at]!;
      texts[at] = column.role !== 'person' || this.withPeople ? textAt(column, this.#ids[at]!, record) : null;
    }
  }

  #fillWords(combo: number, codes: Int32Array): void {
    // Those of the record before are there.
    if (combo === this.#combo) return;
    this.#combo = combo;
    const { texts } = this.reader;
    const width = this.#words.length;
    for (let i = 0; i < width; i += 1) {
      const at = this.#words[i]!;
      const column = this.columns.texts[at]!;
      if (column.role === 'word') texts[at] = column.words[codes[combo * width + i]!]!;
    }
  }

  /** Others have used the reader. */
  forget(): void {
    this.#combo = -1;
  }
}

function textAt(column: TextColumn, ids: string, record: number): string | null {
  if (column.role === 'word') return column.codes === null ? null : column.words[column.codes[record]!]!;
  if (column.role === 'id') {
    const from = record === 0 ? 0 : column.ends[record - 1]!;
    const to = column.ends[record]!;
    return from === to ? null : ids.slice(from, to);
  }
  if (column.role === 'key') return null;
  const print = column.prints[record]!;
  return print === Number.POSITIVE_INFINITY ? null : personText(column.hashes, record * 4, print);
}

/** The texts of fields of ids of a segment, which are read when one is asked for. Does not hold on to its columns. */
function lazyTexts(plan: ColumnsPlan, from: number, to: number): (field: number) => IdTexts {
  const texts = new Map<number, IdTexts>();
  return (field) => {
    const known = texts.get(field) ?? idTexts(plan, { from, to }, field);
    texts.set(field, known);
    return known;
  };
}

/** The rows of one table on their way from columns to its collector. */
export class Feeding {
  readonly #run: TableRun;
  readonly #line: RowReader | null;
  readonly #collector: Collector;

  constructor(
    { plan: table, collector, sink }: OpenTable,
    readonly account: RowAccount,
    readonly limits: Limits,
    readonly plan: ColumnsPlan,
  ) {
    this.#run = new TableRun(table, sink, account, collector.table.file.path);
    this.#collector = collector;
    this.#line = collector instanceof OrderCollector ? collector.line : null;
  }

  /** Takes the records of a segment; false if one is beyond a limit. */
  take(columns: Columns): boolean {
    const collector = this.#collector;
    const own = new Filler(collector.reader, columns.own, columns, collector.needsPeople);
    const line = this.#line === null ? null : new Filler(this.#line, columns.line!, null, true);
    const complete = (record: number): void => {
      own.fill(record);
      line?.fill(record);
      collector.sourceRow = record;
    };
    const textsOf = lazyTexts(this.plan, columns.from, columns.to);
    collector.combosOf = new Int32Array(columns.comboCodes.length + 1).fill(-1);
    const { kinds, records, combos } = columns;
    const exact = new ExactRecords(columns, this.plan, (places) => bytesBetween(this.plan.path, places));
    const { account } = this;
    if (columns.sums !== null) this.#run.addPlain(columns.sums);
    for (let record = 0; record < records; record += 1) {
      if (kinds[record] !== kind.plain) {
        if (!this.odd(kinds[record] === kind.blank ? [] : exact.next())) return false;
        own.forget();
        continue;
      }
      this.#run.beforePlain();
      collector.source = columns.own;
      if (collector.takesRuns) {
        let end = record + 1;
        while (end < records && kinds[end] === kind.plain) end += 1;
        collector.takeRun(columns, record, end, complete, textsOf);
        record = end - 1;
      } else {
        account.read += 1;
        complete(record);
        collector.known = collector.knownCombo(combos[record]!);
        collector.take(account.read);
        collector.known = -1;
      }
      collector.source = null;
    }
    return true;
  }

  /** Takes a row that is left to the exact reader, or a blank line. */
  protected odd(cells: readonly string[]): boolean {
    const { account, limits } = this;
    if (cells.length > limits.maxColumns) return false;
    if (isBlankRow(cells)) {
      this.#run.blankBelow(account.read);
      return true;
    }
    account.read += 1;
    this.#run.row(cells, account.read);
    return true;
  }

  end(isEnded: boolean): void {
    if (!isEnded && this.#run.lastShort === this.account.read) this.account.cutOff();
    this.#run.end();
  }
}

/** Reads files into columns where they are long and plain, else row by row. */
export function byColumns(reading: ColumnReading): ReadFile {
  const { limits, workers, stored, onRead } = reading;
  const byRow = byRows(limits);
  return (file, account, open, memory) => {
    const size = file.input.size ?? 0;
    const { disk } = file.input;
    const isLong = disk !== null && file.shape.form === 'csv' && size >= division.from && isPlainTable(file);
    const body = isLong ? bodyOf(disk, file.shape.delimiter, size, headerRecords(file.tables[0]!)) : null;
    if (body === null) return byRow(file, account, open, memory);
    const opened = open(file.tables[0]!);
    const plan = columnsPlan(file, opened, memory, limits);
    const feeding = new Feeding(opened, account, limits, plan);
    const segments = beginColumns(plan, body.start, size, workers, stored?.file(plan, body.start) ?? null);
    return {
      begin: segments.begin,
      async take(onTaken) {
        let at = body.start;
        for await (const columns of segments.all(onTaken)) {
          if (columns.fault === 'not_utf8' && file.byHead) throw new OtherEncoding(file.path);
          // The exact reader meets the same fault, and says what it is.
          if (!feeding.take(columns) || columns.fault !== null) {
            await ingest(file, limits, account, () => ({ row: () => {} }));
            throw new Error(`${file.path} was read in two ways, with two results`);
          }
          onRead(columns.to - at);
          at = columns.to;
        }
        feeding.end(body.isEnded);
      },
    };
  };
}

export function columnsPlan(
  file: FilePlan,
  { plan: table, collector }: OpenTable,
  memory: Memory,
  limits: Limits,
): ColumnsPlan {
  const { zone, keepRecords } = memory.setting;
  const hidesPeople = keepRecords !== true;
  const line = collector instanceof OrderCollector ? collector.line : null;
  return {
    path: file.input.disk!,
    shown: file.path,
    delimiter: file.shape.form === 'csv' ? file.shape.delimiter : ',',
    encoding: isByteEncoding(file.encoding.name) ? file.encoding.name : 'utf-8',
    width: table.header.length,
    again: table.header[0] ?? '',
    records: table.records,
    skip: table.skip,
    totals: table.totals,
    own: fieldsPlan(collector.reader, table, collector, hidesPeople),
    line: line === null ? null : fieldsPlan(line, table, null, hidesPeople),
    needsRequired: !(collector instanceof OrderCollector),
    said: collector.reader.said,
    reportZone: zone.name,
    sourceZone: file.zone ?? zone.name,
    seed: memory.seed,
    maxRecordBytes: limits.maxRecordBytes,
  };
}
