import type { Column } from '../columns/column.ts';
import type { Facts } from './facts.ts';

/** Which records of its file each order is made of. */
export class RecordNumbers {
  /** Rows of the order, anywhere: the copy with more of them is the complete one. */
  readonly rows: Column;
  readonly first: Column;
  /** Of orders whose records are not consecutive. */
  readonly #scattered = new Map<number, number[]>();

  constructor(private readonly facts: Facts) {
    this.rows = facts.whole('line_rows');
    this.first = facts.whole('first_record');
  }

  /** Begins an order with its first row. */
  begin(order: number, record: number): void {
    this.first.set(order, record);
    this.rows.set(order, 1);
  }

  /** One more row of an order. The lines of a JSON order are one record with it. */
  add(order: number, record: number): void {
    const { sourceRows } = this.facts;
    this.rows.add(order, 1);
    const [first, count] = [this.first.get(order), sourceRows.get(order)];
    const known = this.#scattered.get(order);
    if ((known?.at(-1) ?? first + count - 1) === record) return;
    sourceRows.set(order, count + 1);
    if (known !== undefined) known.push(record);
    else if (record !== first + count) this.#scattered.set(order, [...this.#consecutive(order, count), record]);
  }

  /** Adds records that came before the first row of their order. */
  addBefore(order: number, records: readonly number[]): void {
    const { sourceRows } = this.facts;
    this.#scattered.set(order, [...records, ...this.of(order)]);
    sourceRows.set(order, sourceRows.get(order) + records.length);
    this.rows.add(order, records.length);
  }

  of(order: number): readonly number[] {
    return this.#scattered.get(order) ?? this.#consecutive(order, this.facts.sourceRows.get(order));
  }

  #consecutive(order: number, count: number): number[] {
    const first = this.first.get(order);
    return Array.from({ length: count }, (_, at) => first + at);
  }
}
