import { kept } from '../../core/kept.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { type Collector, orderKey, orNone } from '../collect/collect.ts';
import type { KeyIndex } from '../columns/key-index.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { isDamagedId } from '../state/identity.ts';
import type { TableInfo } from '../state/table-info.ts';

/** Which order the current row of a table names, and which orders the table has of an id. */
export class OrderIds {
  readonly #facts: Facts;
  readonly #index: KeyIndex;
  /** The last order of ids that name nothing: its further rows are below it. */
  readonly #unnamed = new Map<string, number>();
  /** That of the order of the current row; -1 if it is not known yet. */
  #number = -1;

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly reader: RowReader,
    /** Where the current row is in columns, if it is. */
    private readonly current: Pick<Collector, 'source' | 'sourceRow'>,
    /** The place of the id. */
    private readonly at: number,
  ) {
    this.#facts = memory.of(table.plan.kind);
    this.#index = memory.index(table.sourceKey);
  }

  /** Another row is the current one. */
  next(): void {
    this.#number = -1;
  }

  /** The id of the current row, as it is; null for none. */
  get text(): string | null {
    return this.at === -1 ? null : this.reader.texts[this.at]!;
  }

  /** Whether the current row has no id, in a table of orders that have one. */
  get isMissing(): boolean {
    return this.table.plan.fields.order_id !== undefined && this.at !== -1 && this.text === null;
  }

  /** Whether the current row has an id that names an order. */
  get isNamed(): boolean {
    const { text } = this;
    return text !== null && (this.current.source !== null || !isDamagedId(text));
  }

  /** What rows of one order have in common; an id that names nothing does so only if rows are lines. */
  of(record: number): string {
    const { text } = this;
    const isWhole = this.table.file.source.lines === undefined;
    return text === null || (isWhole && isDamagedId(text)) ? `row ${record}` : text;
  }

  /** The number of the order that the current row names. */
  get number(): number {
    if (this.#number === -1) this.#number = this.#findNumber();
    return this.#number;
  }

  #findNumber(): number {
    const { orders } = this.memory.keys;
    const { source, sourceRow } = this.current;
    const ids = source?.texts[this.at];
    if (ids?.role !== 'id') return orders.add(orderKey(this.reader.texts[this.at] ?? ''));
    const from = sourceRow === 0 ? 0 : ids.ends[sourceRow - 1]!;
    const hasMark = ids.bytes[from] === 35;
    return orders.addBytes(ids.hashes, sourceRow * 4, ids.bytes, hasMark ? from + 1 : from, ids.ends[sourceRow]!);
  }

  /** Remembers the order of an id that names nothing. */
  keepUnnamed(id: string, order: number): void {
    this.#unnamed.set(kept(id), order);
  }

  /** The last order of an id that names nothing; -1 for none. */
  unnamed(id: string): number {
    return this.#unnamed.get(id) ?? -1;
  }

  /** The order that a further row of an id belongs to: the last in this file; -1 for none. */
  last(id: string): number {
    const unnamed = this.#unnamed.get(id);
    return unnamed ?? this.#own(this.#index.get(`#${orderKey(id)}`));
  }

  /** All orders of an id in this file. */
  all(id: string): number[] {
    const unnamed = this.#unnamed.get(id);
    const rows = unnamed === undefined ? [] : [unnamed];
    let row = this.#own(this.#index.get(`#${orderKey(id)}`));
    for (; row !== -1; row = this.#own(orNone(this.#facts.next.get(row)))) rows.push(row);
    return rows;
  }

  /** The first of some rows of one key that is in this file. */
  #own(head: number): number {
    const { next, table } = this.#facts;
    let row = head;
    while (row !== -1 && table.get(row) !== this.table.index) row = orNone(next.get(row));
    return row;
  }
}
