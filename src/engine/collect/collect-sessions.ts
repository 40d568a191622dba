import { hashBytes, textBytes } from '../../core/hash.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { areSessions } from '../../plan/supply.ts';
import type { Columns, FieldColumns, TextColumn } from '../../reader/columns.ts';
import type { IdTexts } from '../../reader/id-texts.ts';
import type { Column } from '../columns/column.ts';
import type { HashColumn } from '../columns/hash-column.ts';
import type { Memory, RunSetting } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { KeyPort } from './collect.ts';
import { DatedCollector, stepFields } from './collect-dated.ts';

const one = 1_000_000;

type Ids = Extract<TextColumn, { role: 'id' }>;
type Keys = Extract<TextColumn, { role: 'id' | 'key' }>;

/** Whether the rows of a table are sessions with an id and a time, told apart by hashes of their ids. */
export const hasSessionIds = (
  { plan, file }: Pick<TableInfo, 'plan' | 'file'>,
  { keepRecords }: Pick<RunSetting, 'keepRecords'>,
): boolean =>
  areSessions(plan) &&
  plan.fields.visit_id !== undefined &&
  plan.fields.started_at !== undefined &&
  file.source.events !== true &&
  keepRecords !== true;

/** A column, and the number of the reader that it takes. */
interface Port {
  readonly at: number;
  readonly column: Column;
}

/**
 * Sessions with an id, of which there may be many millions. Each row becomes a record at once; which of them have one id
 * is found when all files are read (`resolve-ids.ts`). Rows that are plain come by columns.
 */
export class SessionCollector extends DatedCollector {
  readonly #ids: HashColumn;
  readonly #prefixed = { bytes: new Uint8Array(1024), hash: new Int32Array(4) };
  /** Whether rows may come by columns: each has the same currency and platform, and needs no conversion. */
  override readonly takesRuns: boolean;
  readonly #steps: readonly Port[];
  readonly #others: readonly Port[];
  readonly #orderPort: KeyPort | undefined;
  readonly #visitorPort: KeyPort | undefined;
  /** Whether texts of ids are asked for row by row: else few ever are, and are read again then. */
  protected readonly needsIdTexts: boolean = false;
  /** Numbers of a field of the records that come, while they are put into its column. */
  #values = new Float64Array(0);
  /** The texts of the last columns that had them. */
  #copied: { readonly of: Columns; readonly texts: IdTexts } | null = null;

  constructor(memory: Memory, table: TableInfo, reader: RowReader) {
    super(memory, table, reader);
    this.#ids = this.facts.hash('visit_id');
    // Of millions of sessions only what is asked for is kept.
    const used = this.numberPorts.filter(({ at }) => this.counts(reader.numberFields[at]!.name));
    this.numberPorts.splice(0, this.numberPorts.length, ...used);
    const isPlain = !this.numberPorts.some(({ money }) => money) && this.beside.fields.length === 0;
    this.takesRuns = isPlain && ['platform', 'currency'].every((name) => reader.textAt(name) === -1);
    const isStep = ({ at }: Port): boolean => stepFields.includes(reader.numberFields[at]!.name);
    this.#steps = this.numberPorts.filter(isStep);
    this.#others = this.numberPorts.filter((port) => !isStep(port));
    this.#orderPort = this.keyPorts.find(({ at }) => at === this.orderAt);
    this.#visitorPort = this.keyPorts.find(({ at }) => at === this.visitorAt);
  }

  /** Which of two tables of the same days is read, page views decide as well. */
  protected override counts(name: string): boolean {
    return name === 'pageviews' || this.memory.asked.reads('visit', name);
  }

  /** Its id is found where the texts of ids are. */
  protected override keepSession(): void {}

  override usedNumbers(): ReadonlySet<string> | null {
    if (!this.takesRuns) return null;
    const places = [...this.numberPorts, ...this.funnelPorts].map(({ at }) => at);
    const used = [...places, this.startedAt, this.pageviewsAt, this.purchasesAt].filter((at) => at !== -1);
    return new Set(used.map((at) => this.reader.numberFields[at]!.name));
  }

  override hashUse(field: string): 'lasting' | 'alone' | null {
    if (!this.takesRuns) return null;
    // A session without a time is refused, unless the table has dates as well: then its id is looked up by its text.
    const isByTime = ['date', 'date_from'].every((name) => this.reader.numberAt(name) === -1);
    if (field === 'visit_id') return isByTime && !this.needsIdTexts ? 'alone' : 'lasting';
    return field === 'visitor_id' && this.#visitorPort?.hashes ? 'lasting' : null;
  }

  protected override placeId(id: string, own: number): { row: number; sum: boolean } {
    const row = this.fresh(-1, own);
    const { hash } = this.#prefixed;
    if (id.length * 3 > this.#prefixed.bytes.length) this.#prefixed.bytes = new Uint8Array(id.length * 6);
    const { bytes } = this.#prefixed;
    hashBytes(bytes, 0, textBytes(id, bytes), this.memory.seed, hash, 0);
    this.#ids.set(row, hash, 0);
    this.facts.idTexts.set(row, id);
    return { row, sum: false };
  }

  override takeRun(
    columns: Columns,
    from: number,
    to: number,
    complete: (record: number) => void,
    textsOf: (field: number) => IdTexts,
  ): void {
    const { account } = this.table;
    const { own } = columns;
    const { zone } = this.memory.setting;
    const instants = own.numbers[this.startedAt]!;
    const ids = own.texts[this.idAt] as Keys;
    const { scratch } = this.memory;
    const hours = scratch.doubles.at(0, to - from);
    this.#values = scratch.doubles.at(1, to - from);
    for (let at = from; at < to; at += 1) hours[at - from] = zone.hour(instants[at]!);
    const isSession = (record: number): boolean => {
      const hour = hours[record - from]!;
      return !Number.isNaN(hour) && !this.isOutside(hour) && hasHash(ids, record);
    };
    for (let at = from; at < to; ) {
      if (!isSession(at)) {
        account.read += 1;
        complete(at);
        this.accept(account.read);
        at += 1;
        continue;
      }
      let end = at + 1;
      while (end < to && isSession(end)) end += 1;
      this.#takeIds(columns, at, end, () => textsOf(this.idAt));
      this.#takeSessions(columns, at, end, hours.subarray(at - from, end - from), complete);
      account.read += end - at;
      at = end;
    }
  }

  /** Keeps the ids of the records that come next. */
  #takeIds(columns: Columns, from: number, to: number, read: () => IdTexts): void {
    const row = this.facts.rows;
    const ids = columns.own.texts[this.idAt] as Keys;
    this.#ids.adopt(row, to - from, ids.hashes, from);
    if (ids.role === 'id' && this.#copied?.of !== columns)
      this.#copied = { of: columns, texts: { bytes: ids.bytes.slice(), ends: ids.ends.slice() } };
    const texts = this.#copied?.texts;
    this.facts.idTexts.setRun(row, to - from, texts === undefined ? read : () => texts, from);
  }

  /** Takes sessions that have all that one needs. */
  #takeSessions(
    { own, combos }: Columns,
    from: number,
    to: number,
    hours: Float64Array,
    complete: (record: number) => void,
  ): void {
    const { facts, table } = this;
    const rows = to - from;
    const row = facts.rows;
    facts.rows += rows;
    const values = this.#values;
    const instants = own.numbers[this.startedAt]!;
    facts.sourceRows.fill(row, rows, 1);
    facts.table.fill(row, rows, table.index);
    for (let i = 0; i < rows; i += 1) this.seen(hours[i]!, instants[from + i]!);
    this.fromColumn.setRange(row, rows, hours);
    const { currencies } = table;
    const code = this.currencyCode();
    currencies.set(code, (currencies.get(code) ?? 0) + rows);
    for (let i = 0; i < rows; i += 1) values[i] = this.comboOf(combos[from + i]!, from + i, complete);
    facts.combo.setRange(row, rows, values);
    this.instantColumn?.setRange(row, rows, instants.subarray(from, to));
    this.#takeKeys(own, row, from, to);
    this.#takeNumbers(own, row, from, to);
  }

  #takeKeys(own: FieldColumns, row: number, from: number, to: number): void {
    const { facts } = this;
    const rows = to - from;
    const visitor = own.texts[this.visitorAt];
    if (visitor?.role === 'person') {
      // A record that names none has no hash.
      this.#visitorPort?.hashes?.adopt(row, rows, visitor.hashes, from);
      for (let i = 0; i < rows; i += 1) {
        const print = visitor.prints[from + i]!;
        this.#values[i] = print === Number.POSITIVE_INFINITY ? Number.NaN : print;
      }
      facts.whole('who').setRange(row, rows, this.#values);
    }
    const orders = this.orderAt === -1 ? null : (own.texts[this.orderAt] as Ids);
    const column = this.#orderPort?.column;
    if (orders === null || !column) return;
    const { bytes, ends, hashes } = orders;
    for (let record = from; record < to; record += 1) {
      const begin = record === 0 ? 0 : ends[record - 1]!;
      const end = ends[record]!;
      if (begin === end) continue;
      const first = bytes[begin] === 35 ? begin + 1 : begin;
      column.set(row + record - from, this.memory.keys.orders.addBytes(hashes, record * 4, bytes, first, end));
    }
  }

  #takeNumbers(own: FieldColumns, row: number, from: number, to: number): void {
    const { facts } = this;
    const values = this.#values;
    const rows = to - from;
    const order = this.orderAt === -1 ? null : (own.texts[this.orderAt] as Ids);
    for (const { at, column } of this.#steps) {
      const numbers = own.numbers[at]!;
      for (let i = 0; i < rows; i += 1) values[i] = numbers[from + i]! > 0 ? one : 0;
      if (at === this.purchasesAt && order !== null)
        for (let i = 0; i < rows; i += 1) if (isFilled(order, from + i)) values[i] = one;
      column.setRange(row, rows, values);
    }
    for (const { at, column } of this.#others) column.setRange(row, rows, own.numbers[at]!.subarray(from, to));
    facts.micro('sessions').fill(row, rows, one);
    if (this.pageviewsAt !== -1 && this.counts('single_page_sessions')) {
      const pages = own.numbers[this.pageviewsAt]!;
      for (let i = 0; i < rows; i += 1) values[i] = pages[from + i] === one ? one : 0;
      facts.micro('single_page_sessions').setRange(row, rows, values);
    }
    if (order !== null && this.purchasesAt === -1 && this.counts('purchases')) {
      for (let i = 0; i < rows; i += 1) values[i] = isFilled(order, from + i) ? one : 0;
      facts.micro('purchases').setRange(row, rows, values);
    }
    if (this.funnelPorts.length === 0) return;
    const reached = this.memory.scratch.bytes.at(0, rows).fill(1, 0, rows);
    for (const { at, column } of this.funnelPorts) {
      const byOrder = order !== null && (at === -1 || at === this.purchasesAt);
      for (let i = 0; i < rows; i += 1) {
        const took = (at !== -1 && own.numbers[at]![from + i]! > 0) || (byOrder && isFilled(order!, from + i));
        if (!took) reached[i] = 0;
        values[i] = reached[i] === 1 ? one : 0;
      }
      column?.setRange(row, rows, values);
    }
  }
}

const hasHash = ({ hashes }: Keys, record: number): boolean => {
  const at = record * 4;
  return (hashes[at]! | hashes[at + 1]! | hashes[at + 2]! | hashes[at + 3]!) !== 0;
};

const isFilled = ({ ends }: Ids, record: number): boolean => ends[record] !== (record === 0 ? 0 : ends[record - 1]);
