import { statusCounts } from '../../core/order-status.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { TableInfo } from '../state/table-info.ts';

/** Lines whose own status does not count, by order: they are not part of an order that does. */
export class LeftLines {
  readonly #lines = new Map<number, number>();
  readonly #facts: Facts;

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
  ) {
    this.#facts = memory.of(table.plan.kind);
  }

  add(order: number, lines = 1): void {
    this.#lines.set(order, (this.#lines.get(order) ?? 0) + lines);
  }

  has(order: number): boolean {
    return this.#lines.has(order);
  }

  /** Whether an order, or a line, with these words counts. */
  counts(combo: number): boolean {
    const { status } = this.#facts.combos.all[combo]!;
    return statusCounts(status ?? 'paid', this.memory.setting.options);
  }

  /** Enters those of orders that count in the account of the file. */
  account(): void {
    const { account } = this.table;
    for (const [order, lines] of this.#lines)
      if (this.counts(this.#facts.combo.get(order))) account.count('not_valid', lines);
    this.#lines.clear();
  }
}
