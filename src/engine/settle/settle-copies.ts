import { orNone } from '../collect/collect.ts';
import type { KeyIndex } from '../columns/key-index.ts';
import { progressOf } from '../orders/order-progress.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { FilePairs } from '../state/file-pairs.ts';
import { looksRounded, storesDiffer } from '../state/identity.ts';
import { CutOrders } from './cut-orders.ts';
import { FillCopies } from './fill-copies.ts';
import { ReplacedRows } from './replaced-rows.ts';

/** The ranks of tables, by their index: of two with the same content the higher counts. */
export type Ranks = ReadonlyMap<number, number>;

/** Decides which of the rows of each key of a source count. */
export function settleCopies(memory: Memory, facts: Facts, sourceKey: string, index: KeyIndex, ranks: Ranks): void {
  const pairs = new FilePairs(memory.tables);
  const replaced = new ReplacedRows(memory, facts, pairs);
  const settling: Settling = {
    memory,
    facts,
    ranks,
    pairs,
    cut: new CutOrders(memory, facts),
    fill: new FillCopies(memory, facts),
  };
  const isChained = (row: number): boolean => orNone(facts.next.get(row)) !== -1;
  const chains = function* (): Generator<{ readonly id: (() => string) | null; readonly rows: readonly number[] }> {
    for (const { row, id } of index.heads(isChained)) yield { id, rows: liveRows(facts, row) };
  };
  const all = memory.chained.has(sourceKey) ? chains : () => [];
  for (const { id, rows } of all()) if (id !== null) compare(settling, rows);
  for (const { id, rows } of all()) {
    if (id === null) keepHighestTable(memory, facts, rows, ranks, replaced);
    else settleId(settling, rows, id);
  }
  replaced.refuseStrangers();
  replaced.noteLeft(sourceKey, ranks);
  settling.cut.giveParts();
}

interface Settling {
  readonly memory: Memory;
  readonly facts: Facts;
  readonly ranks: Ranks;
  readonly pairs: FilePairs;
  readonly cut: CutOrders;
  readonly fill: FillCopies;
}

/** Notes what the rows of one id say about their files. */
function compare({ memory, facts, pairs }: Settling, rows: readonly number[]): void {
  for (const [at, row] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      const [a, b] = [facts.table.get(row), facts.table.get(other)];
      if (a !== b) pairs.meet(a, b, memory.identities.likeness(facts, row, other));
    }
}

/** The rows of a chain that may count, in the order in which they were read. */
function liveRows(facts: Facts, head: number): number[] {
  const dropped = facts.numbers.get('dropped');
  const rows: number[] = [];
  for (let row = head; row !== -1; row = orNone(facts.next.get(row)))
    if (facts.live[row] === 1 && dropped?.get(row) !== 1) rows.push(row);
  return rows.reverse();
}

/**
 * Rows without an id: those in the highest file replace those of the same key in lower ones that have a figure in common
 * with them; what else these state is kept.
 */
function keepHighestTable(
  memory: Memory,
  facts: Facts,
  rows: readonly number[],
  ranks: Ranks,
  replaced: ReplacedRows,
): void {
  const tableOf = (row: number): number => facts.table.get(row);
  const tables = [...new Set(rows.map(tableOf))].sort((a, b) => ranks.get(b)! - ranks.get(a)!);
  const kept: number[] = [];
  for (const table of tables) {
    const best = kept.find((one) => replaced.shareFigures(one, table));
    if (best === undefined) {
      kept.push(table);
      continue;
    }
    const winner = rows.find((row) => tableOf(row) === best)!;
    // What happened twice may be in one file once: of identical events, as many count as the fullest file has.
    const most = replaced.areEvents ? rows.filter((row) => tableOf(row) === best).length : Number.POSITIVE_INFINITY;
    for (const row of rows.filter((one) => tableOf(one) === table).slice(0, most)) {
      replaced.meet(row, winner);
      replaced.fill(winner, row);
      supersede(memory, facts, row);
    }
  }
}

/** Rows of one id: those that agree in what never changes are copies, of which one counts; the others are records of their own. */
function settleId(settling: Settling, rows: readonly number[], id: () => string): void {
  const { memory, facts, pairs, cut, fill } = settling;
  // Whether rows of one file under a rounded id are one is unknown.
  const isRounded = (): boolean => looksRounded(id());
  const kinOf = (a: number, b: number): 'alike' | 'changed' | 'other' => {
    const [one, other] = [facts.table.get(a), facts.table.get(b)];
    const likeness = memory.identities.likeness(facts, a, b);
    if (one === other) return likeness === 'alike' && !isRounded() ? 'alike' : 'other';
    if (likeness === 'other_time' || !pairs.areCopies(one, other)) return 'other';
    return likeness === 'alike' ? 'alike' : 'changed';
  };
  const alike: number[][] = [];
  for (const row of rows) {
    const known = alike.find((copies) => copies.some((copy) => kinOf(copy, row) === 'alike'));
    if (known === undefined) alike.push([row]);
    else known.push(row);
  }
  const records: number[][] = [];
  for (const copies of alike) {
    // Records that one file distinguishes are no copies, whatever was changed in another.
    const known = records.find((others) => {
      const tables = new Set(others.map((row) => facts.table.get(row)));
      const isApart = copies.some((row) => tables.has(facts.table.get(row)));
      return !isApart && copies.some((row) => others.some((other) => kinOf(other, row) === 'changed'));
    });
    if (known === undefined) records.push([...copies]);
    else known.push(...copies);
  }
  const filesOf = (all: readonly number[]) => all.map((row) => memory.tables[facts.table.get(row)]!.file);
  for (const copies of records) {
    const best = copies.reduce((one, other) => (isLater(settling, other, one) ? other : one));
    if (facts.kind === 'order' && copies.some((row) => !memory.identities.haveOnePerson(facts, row, best)))
      memory.copies.meet('customer_changed', facts.kind, filesOf(copies), id);
    const state = stateOf(facts, best);
    const older = cut.join(best, copies, pairs, (row) => stateOf(facts, row) === state);
    if (older.length < copies.length - 1) memory.copies.meet('lines_apart', facts.kind, filesOf(copies), id);
    // The latest first: it holds what was known last.
    fill.fill(
      best,
      [...older].sort((a, b) => (isLater(settling, a, b) ? -1 : 1)),
    );
    for (const row of older) supersede(memory, facts, row);
  }
  const apart = records
    .map(([row]) => row!)
    .filter((row, at, all) => !all.every((other, place) => place === at || areTold(memory, facts, row, other)));
  if (apart.length > 1)
    memory.copies.meet(isRounded() ? 'ids_damaged' : 'ids_apart', facts.kind, filesOf(apart), id, apart.length);
}

/** Whether the files themselves put two records of one id in two stores. */
const areTold = (memory: Memory, facts: Facts, a: number, b: number): boolean =>
  storesDiffer(memory.identities.lasting(facts, a).store, memory.identities.lasting(facts, b).store);

/** How far a record had come when its copy was made. */
const stateOf = (facts: Facts, row: number): string =>
  [facts.numbers.get('updated_at')?.get(row), facts.words(row).status ?? null].join('\u0001');

/**
 * Whether one of two copies is the later: by its modification time, else by its content, else by its file, else by its
 * place in it.
 */
function isLater({ memory, facts, ranks, pairs }: Settling, row: number, than: number): boolean {
  const updated = facts.numbers.get('updated_at');
  const [ours, theirs] = [updated?.get(row) ?? Number.NaN, updated?.get(than) ?? Number.NaN];
  if (ours > theirs || ours < theirs) return ours > theirs;
  const [own, other] = [facts.table.get(row), facts.table.get(than)];
  if (facts.kind === 'order') {
    const refunded = facts.numbers.get('refunded_total');
    const come = (one: number): number => progressOf(facts.words(one), refunded?.get(one) ?? 0);
    if (come(row) !== come(than)) return come(row) > come(than);
    const lines = facts.whole('line_rows');
    const more = lines.get(row) - lines.get(than);
    const fewer = more < 0 ? row : than;
    if (more !== 0 && own !== other && pairs.kinship(own, other) !== 'again' && isTorn(memory, facts, fewer, row, than))
      return more > 0;
  }
  if (facts.kind === 'social' && own !== other && pairs.kinship(own, other) === 'other') {
    const grown = growth(memory, facts, row, than);
    if (grown !== 0) return grown > 0;
  }
  const rank = ranks.get(own)! - ranks.get(other)!;
  return rank === 0 ? row > than : rank > 0;
}

/**
 * How much more often a post was shown in one copy than in another, of two files that end on the same day: that is the
 * later one, whatever the files are called. 0 if they do not say.
 */
function growth({ tables }: Memory, facts: Facts, row: number, than: number): number {
  const lastDay = (one: number): number => Math.max(...tables[facts.table.get(one)]!.days);
  if (lastDay(row) !== lastDay(than)) return 0;
  for (const field of ['impressions', 'reach', 'engagements']) {
    const column = facts.numbers.get(field);
    const more = (column?.get(row) ?? Number.NaN) - (column?.get(than) ?? Number.NaN);
    if (more > 0 || more < 0) return more;
  }
  return 0;
}

/**
 * Whether a copy with fewer lines is truncated, not edited: its value is that of the whole, or it is at an end of its
 * file.
 */
function isTorn({ tables }: Memory, facts: Facts, fewer: number, a: number, b: number): boolean {
  const { lineSums, edges } = tables[facts.table.get(fewer)]!;
  const gross = facts.numbers.get('gross_sales');
  if (lineSums === null) return gross?.get(a) === gross?.get(b);
  return edges.first === fewer || edges.last === fewer;
}

export function supersede(memory: Memory, facts: Facts, row: number): void {
  facts.live[row] = 0;
  memory.tables[facts.table.get(row)]!.account.superseded += facts.sourceRows.get(row);
}
