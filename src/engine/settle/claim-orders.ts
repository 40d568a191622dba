import { HOUR_MS, type Instant } from '../../core/civil.ts';
import { funnelField } from '../../core/funnel-steps.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { BrokenInvariant } from '../../core/invariant.ts';
import { areSessions } from '../../plan/supply.ts';
import { eachValue } from '../columns/blocks.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { OrderClaim } from '../state/resident.ts';

const one = 1_000_000;

/**
 * A purchase is an order: of several sessions that name one order the earliest has the purchase (of two at one instant
 * the one with the lower id, else the first read). The others are sessions without one, and no longer name an order.
 */
export async function claimOrders(memory: Memory): Promise<void> {
  const visits = memory.facts.get('visit');
  if (visits === undefined) return;
  const sessions = sessionsThatName(memory, visits);
  const winners = earliest(memory, visits, sessions);
  const named = sessions.named.length;
  let lost = named - winners.length;
  if (memory.residents !== null)
    for (const row of await memory.residents.claim(winners.map(sessions.claim))) {
      lose(memory, visits, row);
      lost += 1;
    }
  // Records that are written name their order whether or not they have the purchase.
  if (memory.setting.keepRecords !== true)
    proveClaims(claimsLeft(memory, visits, sessions), named - lost, memory.keys.orders.size);
}

/** A session that names an order: the store, and the number of the order. */
export interface Claim {
  readonly store: string;
  readonly order: number;
}

/** Throws if an order is claimed by two sessions of its store, or if there are more or fewer claims than expected. */
export function proveClaims(claims: Iterable<Claim>, expected: number, orders: number): void {
  const claimed = new Map<string, Uint8Array>();
  let count = 0;
  for (const { store, order } of claims) {
    const own = getOrInsert(claimed, store, () => new Uint8Array(orders));
    if (own[order] === 1) throw new BrokenInvariant('two sessions of one store have the purchase of one order');
    own[order] = 1;
    count += 1;
  }
  if (count !== expected) throw new BrokenInvariant(`${expected} orders must be claimed by sessions, and ${count} are`);
}

/** The claims that sessions in memory have once it is decided, one by one. */
function* claimsLeft(memory: Memory, visits: Facts, { named, order }: Sessions): Iterable<Claim> {
  for (const row of named) {
    const number = order(row);
    if (!Number.isNaN(number)) yield { store: storeOf(memory, visits, row), order: number };
  }
}

const storeOf = ({ tables }: Memory, visits: Facts, row: number): string =>
  tables[visits.table.get(row)]!.file.store ?? '';

/** The sessions in memory, as far as they name orders. */
interface Sessions {
  /** The rows that name an order before any loses it: few of many millions. */
  readonly named: readonly number[];
  /** The number of the order that one of these names; NaN once it has lost it. */
  order(row: number): number;
  isBefore(a: number, b: number): boolean;
  claim(row: number): OrderClaim;
}

function sessionsThatName(memory: Memory, visits: Facts): Sessions {
  const { keys, tables } = memory;
  const [orders, ids] = [visits.keys.get('order_id'), visits.keys.get('session')];
  const [started, from] = [visits.whole('started_at'), visits.whole('from')];
  const isSession = tables.map(({ plan }) => areSessions(plan));
  const at = (row: number): Instant => (Number.isNaN(started.get(row)) ? from.get(row) * HOUR_MS : started.get(row));
  const session = (row: number): string => {
    const id = ids?.get(row) ?? Number.NaN;
    return Number.isNaN(id) ? visits.idTexts.get(row) : keys.other.text(id);
  };
  const named: number[] = [];
  if (orders !== undefined)
    eachValue(orders, visits.rows, (row) => {
      if (visits.live[row] !== 0 && isSession[visits.table.get(row)]) named.push(row);
    });
  return {
    named,
    order: (row) => orders!.get(row),
    isBefore(a, b) {
      if (at(a) !== at(b)) return at(a) < at(b);
      const [one, other] = [session(a), session(b)];
      if (one !== other) return one < other;
      const tables = visits.table.get(a) - visits.table.get(b);
      return tables === 0 ? a < b : tables < 0;
    },
    claim: (row) => ({
      store: storeOf(memory, visits, row),
      order: keys.orders.text(orders!.get(row)),
      at: at(row),
      session: session(row),
      table: visits.table.get(row),
      row,
    }),
  };
}

/**
 * For each order of each store, the row of its earliest session; the others lose it. Orders may be many: one number
 * each is kept.
 */
function earliest(memory: Memory, visits: Facts, { named, order, isBefore }: Sessions): readonly number[] {
  const stores = new Map<string, Int32Array>();
  for (const row of named) {
    const number = order(row);
    onceOnly(visits, row);
    const store = storeOf(memory, visits, row);
    const first = getOrInsert(stores, store, () => new Int32Array(memory.keys.orders.size).fill(-1));
    const before = first[number]!;
    const wins = before === -1 || isBefore(row, before);
    if (wins) first[number] = row;
    if (before !== -1) lose(memory, visits, wins ? before : row);
  }
  const winners: number[] = [];
  for (const first of stores.values()) for (const row of first) if (row !== -1) winners.push(row);
  return winners;
}

const stepsOfPurchase = ['purchases', funnelField('purchases')];

/** Copies of one session that were added up bought once. */
function onceOnly(visits: Facts, row: number): void {
  for (const name of stepsOfPurchase) {
    const column = visits.numbers.get(name);
    if (column !== undefined && column.get(row) > one) column.set(row, one);
  }
}

function lose({ setting }: Memory, visits: Facts, row: number): void {
  for (const name of stepsOfPurchase) {
    const column = visits.numbers.get(name);
    if (column !== undefined && column.get(row) > 0) column.set(row, 0);
  }
  // When records are written, the named order is written all the same.
  if (setting.keepRecords !== true) visits.key('order_id').set(row, Number.NaN);
}
