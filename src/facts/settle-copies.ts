import { orNone } from './collect.ts';
import type { Memory } from './context.ts';
import { CutOrders } from './cut-orders.ts';
import type { Facts } from './facts.ts';
import { looksRounded, storesDiffer } from './identity.ts';
import type { KeyIndex } from './key-index.ts';
import { progressOf } from './progress.ts';
import { ReplacedRows } from './replaced-rows.ts';

/** The places of tables among each other, by their index: the highest counts of two that tell the same. */
export type Ranks = ReadonlyMap<number, number>;

/** Settles which of the rows of each key of a source count. */
export function settleCopies(memory: Memory, facts: Facts, index: KeyIndex, ranks: Ranks): void {
  const replaced = new ReplacedRows(memory, facts);
  const cut = new CutOrders(memory, facts);
  for (let place = 0; place < index.size; place += 1) {
    const head = index.rowAt(place);
    if (head === -1 || orNone(facts.next.get(head)) === -1) continue;
    const rows = liveRows(facts, head);
    const key = index.key(place);
    if (!key.startsWith('#')) keepHighestTable(memory, facts, rows, ranks, replaced);
    else settleId(memory, facts, rows, key.replace(/^#+/, ''), ranks, cut);
  }
  replaced.refuseStrangers();
  cut.giveParts();
}

/** The rows of a chain that may count, in the order in which they were read. */
function liveRows(facts: Facts, head: number): number[] {
  const dropped = facts.numbers.get('dropped');
  const rows: number[] = [];
  for (let row = head; row !== -1; row = orNone(facts.next.get(row)))
    if (facts.live[row] === 1 && dropped?.get(row) !== 1) rows.push(row);
  return rows.reverse();
}

/** Rows without an id: those in the highest file replace those of the same key in lower ones. */
function keepHighestTable(
  memory: Memory,
  facts: Facts,
  rows: readonly number[],
  ranks: Ranks,
  replaced: ReplacedRows,
): void {
  const tableOf = (row: number): number => facts.table.get(row);
  const [first, ...others] = rows.map(tableOf);
  if (first === undefined) return;
  const best = others.reduce((one, other) => (ranks.get(other)! > ranks.get(one)! ? other : one), first);
  const winner = rows.find((row) => tableOf(row) === best)!;
  for (const row of rows) {
    if (tableOf(row) === best) continue;
    replaced.meet(row, winner);
    supersede(memory, facts, row);
  }
}

/** Rows of one id: those that agree in what never changes are copies, of which one counts; the others are records of their own. */
function settleId(
  memory: Memory,
  facts: Facts,
  rows: readonly number[],
  id: string,
  ranks: Ranks,
  cut: CutOrders,
): void {
  // Of rows of one file under a rounded id nobody knows whether they are one.
  const isRounded = looksRounded(id);
  const areCopies = (a: number, b: number): boolean =>
    memory.identities.areCopies(facts, a, b) && !(isRounded && facts.table.get(a) === facts.table.get(b));
  const records: number[][] = [];
  for (const row of rows) {
    const known = records.find((copies) => copies.some((copy) => areCopies(copy, row)));
    if (known === undefined) records.push([row]);
    else known.push(row);
  }
  const filesOf = (all: readonly number[]) => all.map((row) => memory.tables[facts.table.get(row)]!.file);
  for (const copies of records) {
    const best = copies.reduce((one, other) => (isLater(facts, other, one, ranks) ? other : one));
    if (facts.kind === 'order' && copies.some((row) => !memory.identities.haveOnePerson(facts, row, best)))
      memory.copies.meet('customer_changed', facts.kind, filesOf(copies), id);
    const state = stateOf(facts, best);
    const older = cut.join(best, copies, (row) => stateOf(facts, row) === state);
    if (older.length < copies.length - 1) memory.copies.meet('lines_apart', facts.kind, filesOf(copies), id);
    for (const row of older) supersede(memory, facts, row);
  }
  const apart = records
    .map(([row]) => row!)
    .filter((row, at, all) => !all.every((other, place) => place === at || areTold(memory, facts, row, other)));
  if (apart.length > 1)
    memory.copies.meet(isRounded ? 'ids_damaged' : 'ids_apart', facts.kind, filesOf(apart), id, apart.length);
}

/** Whether the files themselves say of two records of one id that they are of two stores. */
const areTold = (memory: Memory, facts: Facts, a: number, b: number): boolean =>
  storesDiffer(memory.identities.lasting(facts, a).store, memory.identities.lasting(facts, b).store);

/** How far a record had come when its copy was made. */
const stateOf = (facts: Facts, row: number): string =>
  [facts.numbers.get('updated_at')?.get(row), facts.words(row).status ?? null].join('\u0001');

/** Whether of two copies one is the later: by its time of change, else by what it tells, else by its file, else by its place in it. */
function isLater(facts: Facts, row: number, than: number, ranks: Ranks): boolean {
  const updated = facts.numbers.get('updated_at');
  const [ours, theirs] = [updated?.get(row) ?? Number.NaN, updated?.get(than) ?? Number.NaN];
  if (ours > theirs || ours < theirs) return ours > theirs;
  if (facts.kind === 'order') {
    const refunded = facts.numbers.get('refunded_total');
    const come = (one: number): number => progressOf(facts.words(one), refunded?.get(one) ?? 0);
    if (come(row) !== come(than)) return come(row) > come(than);
    const lines = facts.whole('line_rows');
    if (lines.get(row) > lines.get(than) || lines.get(row) < lines.get(than)) return lines.get(row) > lines.get(than);
  }
  const rank = ranks.get(facts.table.get(row))! - ranks.get(facts.table.get(than))!;
  return rank === 0 ? row > than : rank > 0;
}

function supersede(memory: Memory, facts: Facts, row: number): void {
  facts.live[row] = 0;
  memory.tables[facts.table.get(row)]!.account.superseded += facts.sourceRows.get(row);
}
