import type { Memory } from './context.ts';
import type { Facts } from './facts.ts';

/*
 * A file whose rows are lines may be cut into parts in the middle of an order. The two parts have one id, and no line in common: they
 * are no copies, though they agree in all that never changes.
 */

/** What a line adds to its order, where each row of a file is one. */
export const lineSums: ReadonlySet<string> = new Set([
  'gross_sales',
  'units',
  'line_value',
  'goods_cost',
  'costed_line_value',
  'gift_value',
  'gift_cards',
]);

/** What each line of an order sells, by the row of the order. */
export class LinesSold {
  readonly #last = new Map<number, number>();
  readonly #sold: number[] = [];
  readonly #before: number[] = [];

  constructor(private readonly memory: Memory) {}

  /** Notes a line by what it sells: its sku or product, else its numbers. */
  add(row: number, what: string): void {
    this.#before.push(this.#last.get(row) ?? -1);
    this.#last.set(row, this.#sold.length);
    this.#sold.push(this.memory.keys.other.add(what));
  }

  /** What the lines of an order sell; a row that is an order alone sells what it is worth. */
  of(facts: Facts, row: number): ReadonlySet<number> {
    const sold = new Set<number>();
    for (let at = this.#last.get(row) ?? -1; at !== -1; at = this.#before[at]!) sold.add(this.#sold[at]!);
    if (sold.size === 0) sold.add(this.memory.keys.other.add(amountSold(facts.micro('gross_sales').get(row))));
    return sold;
  }
}

/** What a line sells that has neither sku nor product. */
export const amountSold = (...numbers: readonly number[]): string => numbers.join('|');

/** Parts of orders, and the orders that have taken their lines. */
export class CutOrders {
  readonly #takenBy = new Map<number, number>();

  constructor(
    private readonly memory: Memory,
    private readonly facts: Facts,
  ) {}

  /**
   * Gives the lines of those copies to the best one that have none in common with it, and did not change since; the copies that are
   * left, which it replaces.
   */
  join(best: number, copies: readonly number[], haveOneState: (row: number) => boolean): number[] {
    const { memory, facts } = this;
    const tableOf = (row: number) => memory.tables[facts.table.get(row)]!;
    if (facts.kind !== 'order' || tableOf(best).lineSums === null) return copies.filter((row) => row !== best);
    const sold = new Set(memory.linesSold.of(facts, best));
    return copies.filter((row) => {
      if (row === best) return false;
      const sums = tableOf(row).lineSums;
      const own = memory.linesSold.of(facts, row);
      if (
        sums === null ||
        tableOf(row) === tableOf(best) ||
        !haveOneState(row) ||
        [...own].some((one) => sold.has(one))
      )
        return true;
      for (const one of own) sold.add(one);
      for (const name of sums) {
        const column = facts.numbers.get(name);
        const value = column?.get(row) ?? Number.NaN;
        if (!Number.isNaN(value)) column!.add(best, value);
      }
      this.#takenBy.set(row, best);
      memory.adopted.push({ row: best, table: tableOf(row), rows: facts.sourceRows.get(row) });
      facts.live[row] = 0;
      return false;
    });
  }

  /** Gives lines and refunds of the parts to the orders that have taken them. */
  giveParts(): void {
    if (this.#takenBy.size === 0) return;
    for (const kind of ['order_line', 'refund'] as const) {
      const parent = this.memory.facts.get(kind)?.numbers.get('parent');
      const rows = this.memory.facts.get(kind)?.rows ?? 0;
      for (let row = 0; parent !== undefined && row < rows; row += 1) {
        const whole = this.#takenBy.get(parent.get(row));
        if (whole !== undefined) parent.set(row, whole);
      }
    }
  }
}
