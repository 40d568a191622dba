import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { FilePairs } from '../state/file-pairs.ts';

/*
 * A file whose rows are lines may be cut into parts in the middle of an order. The two parts have one id and no line in
 * common: they are not copies, though they agree in all that never changes.
 */

/** Parts of orders, and the orders that have taken their lines. */
export class CutOrders {
  readonly #takenBy = new Map<number, number>();

  constructor(
    private readonly memory: Memory,
    private readonly facts: Facts,
  ) {}

  /**
   * Gives the lines of copies that are another part of the best one, and did not change since, to it; returns the
   * remaining copies, which it replaces.
   */
  join(best: number, copies: readonly number[], pairs: FilePairs, haveOneState: (row: number) => boolean): number[] {
    const { memory, facts } = this;
    const tableOf = (row: number) => memory.tables[facts.table.get(row)]!;
    if (facts.kind !== 'order' || tableOf(best).lineSums === null) return copies.filter((row) => row !== best);
    const sold = new Set(memory.linesSold.of(facts, best));
    return copies.filter((row) => {
      if (row === best) return false;
      const sums = tableOf(row).lineSums;
      if (sums === null || tableOf(row) === tableOf(best) || !haveOneState(row)) return true;
      const own = memory.linesSold.of(facts, row);
      const isApart = ![...own].some((one) => sold.has(one)) || this.#isCut(best, row, pairs);
      if (!isApart) return true;
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

  /**
   * Whether one part ends with the order and the next begins with it, the files have nothing else in common, and the second does not
   * repeat what the first has.
   */
  #isCut(a: number, b: number, pairs: FilePairs): boolean {
    const { memory, facts } = this;
    const edgesOf = (row: number) => memory.tables[facts.table.get(row)]!.edges;
    const ends = (row: number): boolean => edgesOf(row).last === row && edgesOf(row).first !== row;
    const [first, second] = ends(a) && edgesOf(b).first === b ? [a, b] : [b, a];
    if (!ends(first) || edgesOf(second).first !== second) return false;
    if (pairs.shared(facts.table.get(a), facts.table.get(b)) !== 1) return false;
    const again = memory.linesSold.of(facts, second);
    return [...memory.linesSold.of(facts, first)].some((one) => !again.has(one));
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
