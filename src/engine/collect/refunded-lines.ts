import type { Facts } from '../state/facts.ts';

/**
 * What was given back of orders of which some rows are refunded by their own status and others are not: it is the value of
 * these rows. Taken as that of the order, the status of one row would give back all of it, or nothing.
 */
export class RefundedLines {
  /** By order, as soon as two of its rows differ. */
  readonly #back = new Map<number, number>();

  constructor(private readonly facts: Facts) {}

  /**
   * A further row of an order is added to it, with the words of its combo. `before`: what the rows before it come to, which had the
   * status of the order unless they are known to differ.
   */
  add(order: number, combo: number, value: number, before: number): void {
    const known = this.#back.get(order);
    const [isNow, wasBefore] = [this.#isRefunded(combo), this.#isRefunded(this.facts.combo.get(order))];
    if (known === undefined && isNow === wasBefore) return;
    this.#back.set(order, (known ?? (wasBefore ? before : 0)) + (isNow ? value : 0));
  }

  /** The rows so far are no part of the order. */
  forget(order: number): void {
    this.#back.delete(order);
  }

  /** All rows have come. What an order states as refunded overrides them. */
  settle(): void {
    if (this.#back.size === 0) return;
    const refunded = this.facts.micro('refunded_total');
    for (const [order, value] of this.#back) if (!(Math.abs(refunded.get(order)) > 0)) refunded.set(order, value);
    this.#back.clear();
  }

  #isRefunded(combo: number): boolean {
    return this.facts.combos.all[combo]!.status === 'refunded';
  }
}
