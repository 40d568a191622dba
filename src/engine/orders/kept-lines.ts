import { orderKey } from '../collect/collect.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { OrderLine } from './order-lines.ts';

/** The lines of a table's orders as records of their own, if records are asked for. */
export class KeptLines {
  readonly #areKept: boolean;

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly line: OrderLine,
  ) {
    this.#areKept = memory.setting.keepRecords === true && table.plan.kind === 'order' && line.reader !== null;
  }

  /** Keeps the line of the current row, of an order or -1, under the id that the row has; its row, or -1 for none. */
  keep(order: number, id: string | null): number {
    if (!this.#areKept || Number.isNaN(this.line.pieces)) return -1;
    const { memory } = this;
    const { numberFields, textFields, numbers, texts } = this.line.reader!;
    const lines = memory.of('order_line');
    const row = lines.follow(this.table.index);
    lines.combo.set(
      row,
      lines.combos.add('', () => ({})),
    );
    lines.whole('parent').set(row, order);
    if (id !== null) lines.key('order_id').set(row, memory.keys.orders.add(orderKey(id)));
    for (const [at, { name }] of numberFields.entries()) lines.micro(name).set(row, numbers[at]!);
    for (const [at, { name }] of textFields.entries()) {
      const text = texts[at] ?? null;
      if (text !== null && name !== 'order_id') lines.key(name).set(row, memory.keys.other.add(text));
    }
    return row;
  }

  /** Gives lines to the order that they were kept before. */
  give(lines: readonly number[], order: number): void {
    const parent = this.memory.of('order_line').whole('parent');
    for (const line of lines) parent.set(line, order);
  }

  /** Drops lines whose order is left out. */
  drop(lines: readonly number[]): void {
    for (const line of lines) this.memory.of('order_line').whole('dropped').set(line, 1);
  }
}
