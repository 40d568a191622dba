import type { Collector } from '../collect/collect.ts';
import { RefundedLines } from '../collect/refunded-lines.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { lineSums } from '../state/lines-sold.ts';
import type { LeftLines } from './left-lines.ts';
import type { Sums } from './line-columns.ts';
import type { OrderLine } from './order-lines.ts';
import type { OrderWriter } from './order-writer.ts';

const one = 1_000_000;

/** Orders of a file whose rows are lines, and which have no amounts of their own: gross sales are those above 0 together. */
export class LineOrders {
  /** Orders that do not yet have a line above 0. */
  readonly #empty = new Set<number>();
  readonly #facts: Facts;
  readonly #refunded: RefundedLines;
  #gross: Sums | null = null;

  constructor(
    private readonly memory: Memory,
    private readonly rows: Pick<Collector, 'combo' | 'facts' | 'hasOtherFiles' | 'kept'>,
    /** Whether each line has a status. */
    private readonly haveStatus: boolean,
    private readonly line: OrderLine,
    private readonly orders: OrderWriter,
    private readonly left: LeftLines,
  ) {
    this.#facts = rows.facts;
    this.#refunded = new RefundedLines(rows.facts);
  }

  /** Begins an order without lines. */
  begin(order: number): void {
    this.#grossSales.set(order, 0);
    this.orders.sums.clear(order);
    this.#empty.add(order);
  }

  /** Adds the current line to its order; false if it is not part of what the order sells. */
  add(order: number): boolean {
    if (this.haveStatus && !this.#sells(order)) return false;
    const line = this.orders.lineOf(order);
    if (this.haveStatus) {
      const before = this.#facts.numbers.get('gross_sales')?.get(order) ?? 0;
      this.#refunded.add(order, this.rows.combo(), line.value, before);
    }
    this.#grossSales.add(order, line.value);
    this.orders.sums.add(order, line);
    this.orders.keepLine(order);
    if (this.rows.hasOtherFiles) this.memory.linesSold.add(order, this.line.sold);
    if (line.value > 0) this.#empty.delete(order);
    if (line.cards > 0) {
      this.#facts.micro('gift_value').add(order, line.gift);
      this.#facts.micro('gift_cards').add(order, line.cards);
    }
    return true;
  }

  get #grossSales(): Sums {
    this.#gross ??= this.rows.kept('gross_sales');
    return this.#gross;
  }

  /**
   * Whether the current line is part of what its order sells. Marketplaces give each line its own status: an order with
   * a line that counts consists of such lines, and those that do not count are not part of it.
   */
  #sells(order: number): boolean {
    const facts = this.#facts;
    const combo = this.rows.combo();
    const [now, before] = [this.left.counts(combo), this.left.counts(facts.combo.get(order))];
    if (!now) this.left.add(order);
    if (now === before) return true;
    if (before) return false;
    facts.combo.set(order, combo);
    this.#refunded.forget(order);
    for (const name of lineSums) facts.numbers.get(name)?.set(order, 0);
    return true;
  }

  /** All lines have come: notes what was given back of orders, and which are gift cards alone. */
  settle(): void {
    this.#refunded.settle();
    for (const order of this.#empty) if (this.#hasCards(order)) this.#facts.micro('gift_only').set(order, one);
  }

  /**
   * Drops an order whose lines are all 0, beside returned ones below 0, and gives the number of its rows; null if it has
   * others.
   */
  dropEmpty(order: number): number | null {
    if (!this.#empty.has(order) || this.#hasCards(order)) return null;
    const { sourceRows } = this.#facts;
    const rows = sourceRows.get(order);
    sourceRows.set(order, 0);
    this.#facts.whole('dropped').set(order, 1);
    return rows;
  }

  /** All returns are given to their orders. */
  clear(): void {
    this.#empty.clear();
  }

  #hasCards(order: number): boolean {
    const cards = this.#facts.numbers.get('gift_cards');
    return cards !== undefined && cards.get(order) > 0;
  }
}
