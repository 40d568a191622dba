import { HOUR_MS, type Instant } from '../../core/civil.ts';
import { BrokenInvariant } from '../../core/invariant.ts';
import { eachValue } from '../columns/blocks.ts';
import type { Memory } from '../state/context.ts';
import type { Facts, Words } from '../state/facts.ts';

/** Finds the rows of orders by their number. Orders may be many millions: only two numbers per row are kept. */
class RowsOfOrders {
  /** For numbers from 0 on: the last row with it, then per row the previous one; -1 for none. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  /** The store of each table, null if its file states none; of a run with one store, none is looked at. */
  readonly #stores: readonly (string | null)[] | null;

  constructor(
    memory: Memory,
    private readonly orders: Facts,
  ) {
    this.#last = new Int32Array(memory.keys.orders.size).fill(-1);
    this.#before = new Int32Array(orders.rows).fill(-1);
    const stores = memory.tables.map(({ file }) => file.store);
    this.#stores = new Set(stores).size > 1 ? stores : null;
    const numbers = orders.keys.get('order_id');
    for (let row = 0; numbers !== undefined && row < orders.rows; row += 1) {
      const number = numbers.get(row);
      if (Number.isNaN(number)) continue;
      this.#before[row] = this.#last[number]!;
      this.#last[number] = row;
    }
  }

  /**
   * The orders that a record of a table names. Two shops may use the same numbers: they are looked for in its own store,
   * else among those of no store, and in all if it states none itself.
   */
  each(number: number, table: number, take: (row: number) => void): void {
    const store = this.#stores?.[table] ?? null;
    if (store === null) this.#each(number, take);
    else if (!this.#eachOf(number, store, take)) this.#eachOf(number, null, take);
  }

  #each(number: number, take: (row: number) => void): void {
    for (let row = this.#last[number] ?? -1; row !== -1; row = this.#before[row]!) take(row);
  }

  /** The same of one store; whether there is any. */
  #eachOf(number: number, store: string | null, take: (row: number) => void): boolean {
    let some = false;
    this.#each(number, (row) => {
      if (this.#stores![this.orders.table.get(row)] !== store) return;
      some = true;
      take(row);
    });
    return some;
  }
}

/** The earliest visit that names each order, by row. */
class Earliest {
  readonly #at: Float64Array;
  readonly #table: Int32Array;
  readonly #combo: Int32Array;
  /** How many orders are named by a visit. */
  named = 0;

  constructor(rows: number) {
    this.#at = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
    this.#table = new Int32Array(rows);
    this.#combo = new Int32Array(rows).fill(-1);
  }

  /** Of two visits at one instant, the first read. */
  meet(row: number, at: Instant, table: number, combo: number): void {
    const before = this.#at[row]!;
    if (at > before || (at === before && table >= this.#table[row]!)) return;
    if (this.#combo[row] === -1) this.named += 1;
    this.#at[row] = at;
    this.#table[row] = table;
    this.#combo[row] = combo;
  }

  /** The combination of words of the visit; -1 for none. */
  combo(row: number): number {
    return this.#combo[row]!;
  }
}

/** Orders without a channel take what they lack from the earliest visit that names them. */
export async function attribute(memory: Memory, orders: Facts): Promise<void> {
  const visits = memory.facts.get('visit');
  if (visits === undefined) return;
  const rows = new RowsOfOrders(memory, orders);
  const earliest = new Earliest(orders.rows);
  meetVisits(visits, rows, earliest);
  await memory.residents?.orders(memory.keys.orders, (number, at, table, combo) =>
    rows.each(number, table, (row) => earliest.meet(row, at, table, combo)),
  );
  if (earliest.named === 0) return;
  /** By combination of the order, then of the visit. */
  const merged: (number | undefined)[][] = [];
  let unnamed = 0;
  for (let row = 0; row < orders.rows; row += 1) {
    const [own, theirs] = [orders.combo.get(row), earliest.combo(row)];
    if (theirs === -1) unnamed += 1;
    if (theirs === -1 || orders.combos.all[own]!.channel !== null) continue;
    merged[own] ??= [];
    merged[own][theirs] ??= mergedCombo(orders, own, visits.combos.all[theirs]!);
    orders.combo.set(row, merged[own][theirs]!);
  }
  proveJoin(earliest.named, unnamed, orders.rows);
}

/** Throws if orders that visits name, and those that none does, are not all orders. */
export function proveJoin(named: number, unnamed: number, all: number): void {
  if (named + unnamed !== all)
    throw new BrokenInvariant(`${named} orders are named by visits and ${unnamed} by none, of ${all}`);
}

/** Visits in memory that name their order. */
function meetVisits(visits: Facts, rows: RowsOfOrders, earliest: Earliest): void {
  const names = visits.keys.get('order_id');
  const [started, from] = [visits.whole('started_at'), visits.whole('from')];
  if (names === undefined) return;
  eachValue(names, visits.rows, (row, order) => {
    if (visits.live[row] === 0) return;
    const instant = started.get(row);
    const at = Number.isNaN(instant) ? from.get(row) * HOUR_MS : instant;
    const table = visits.table.get(row);
    rows.each(order, table, (one) => earliest.meet(one, at, table, visits.combo.get(row)));
  });
}

/** The combination of an order's words and, where it lacks one, those of a visit. */
function mergedCombo(orders: Facts, own: number, theirs: Words): number {
  const merged: Record<string, string | null> = { ...orders.combos.all[own]! };
  for (const name of ['source', 'medium', 'campaign', 'channel', 'device', 'country'])
    merged[name] ??= theirs[name] ?? null;
  return orders.combos.add(JSON.stringify(['visit', own, merged]), () => merged);
}
