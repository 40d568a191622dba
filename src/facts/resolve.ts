import type { Day } from '../core/civil.ts';
import type { Dimension, Kind } from '../core/kinds.ts';
import { type DateGrain, dateGrain, dimensionColumns, suppliedFields } from '../plan/supply.ts';
import { orNone } from './collect.ts';
import type { Memory, TableInfo } from './context.ts';
import type { Facts } from './facts.ts';

/** Of one of two tables nothing is read: which, in favour of which. */
export interface LeftOut {
  readonly table: TableInfo;
  readonly instead: TableInfo;
  readonly rows: number;
}

const codePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The higher file of two: the one with the newer newest record, then by path. */
export const byRank = (a: TableInfo, b: TableInfo): number =>
  a.newest - b.newest || codePoints(a.file.path, b.file.path);

const fineness: Record<DateGrain, number> = { instant: 2, day: 1, span: 0 };

interface Candidate {
  readonly table: TableInfo;
  readonly asked: number;
  readonly finer: number;
  /** Of the tables of an overview that of channels is whole, those of sources are cut. */
  readonly whole: number;
  readonly mapped: number;
  readonly shape: string;
}

const tabular: readonly Kind[] = ['visit', 'spend', 'social', 'cost'];

function share(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}

const sameDays = (a: ReadonlySet<Day>, b: ReadonlySet<Day>): boolean =>
  a.size === b.size && [...a].every((day) => b.has(day));

/** Whether two tables tell the same thing twice. */
function clash(a: Candidate, b: Candidate): boolean {
  const [one, two] = [a.table, b.table];
  if (one.plan.kind !== two.plan.kind || one.file.store !== two.file.store) return false;
  if (one.plan.kind !== 'visit' && !share(one.platforms, two.platforms)) return false;
  if (!share(one.days, two.days)) return false;
  if (one.plan.kind === 'visit' && one.file.source.tool !== two.file.source.tool) return true;
  // Blocks of one file tell one thing in several ways.
  if (a.shape !== b.shape || one.file === two.file) return true;
  // Two downloads of one span replace each other by key; of spans that overlap only in part one is read.
  return a.finer === 0 && !sameDays(one.days, two.days);
}

/** Chooses among tables that tell the same thing: more of the asked dimensions, finer dates, more fields, higher file. */
export function chooseTables(memory: Memory, by: readonly Dimension[], of: (kind: Kind) => boolean): LeftOut[] {
  const left: LeftOut[] = [];
  for (const kind of tabular.filter(of)) {
    const candidates = memory.tables
      .filter((table) => table.plan.kind === kind && table.days.size > 0)
      .map((table): Candidate => {
        const columns = dimensionColumns(table.plan);
        const told = suppliedFields(table.plan, memory.setting.options);
        // Source and medium tell the channel too.
        const tells = (one: Dimension) =>
          told.has(one) || (one === 'channel' && (told.has('source') || told.has('medium')));
        return {
          table,
          asked: by.filter(tells).length,
          finer: fineness[dateGrain(table.plan)],
          whole: table.file.source.layout === 'blocks' && columns.join() === 'channel' ? 1 : 0,
          mapped: Object.keys(table.plan.fields).length,
          shape: `${columns.join()}|${dateGrain(table.plan)}`,
        };
      })
      .sort(
        (a, b) =>
          b.asked - a.asked ||
          b.finer - a.finer ||
          b.whole - a.whole ||
          b.mapped - a.mapped ||
          byRank(b.table, a.table),
      );
    const chosen: Candidate[] = [];
    for (const candidate of candidates) {
      const instead = chosen.find((other) => clash(candidate, other));
      if (instead === undefined) chosen.push(candidate);
      else left.push({ table: candidate.table, instead: instead.table, rows: 0 });
    }
  }
  return left;
}

/** Settles which rows of some kinds count: of copies of a record one, of tables that tell the same thing one. */
export function settle(memory: Memory, by: readonly Dimension[], of: (kind: Kind) => boolean): LeftOut[] {
  const left = chooseTables(memory, by, of);
  const settled = [...memory.facts.values()].filter(({ kind }) => of(kind));
  const out = new Set(left.map(({ table }) => table.index));
  const ranks = new Map([...memory.tables].sort(byRank).map((table, rank) => [table.index, rank]));
  const leftRows = new Map<number, number>();
  for (const facts of settled) {
    facts.live = new Uint8Array(facts.rows).fill(1);
    for (let row = 0; row < facts.rows; row += 1) {
      const table = facts.table.get(row);
      if (!out.has(table)) continue;
      facts.live[row] = 0;
      leftRows.set(table, (leftRows.get(table) ?? 0) + facts.sourceRows.get(row));
    }
  }
  for (const resident of of('visit') ? (memory.residents?.tables ?? []) : []) {
    const { index } = resident.table;
    resident.live = !out.has(index);
    if (!resident.live) leftRows.set(index, (leftRows.get(index) ?? 0) + resident.rows);
  }
  for (const [table, rows] of leftRows) memory.tables[table]!.account.skip('other_table', rows);
  for (const [sourceKey, index] of memory.indexes) {
    if ((memory.setting.filesOfSource.get(sourceKey) ?? 1) === 1) continue;
    const facts = memory.of(sourceKey.split('\u0001')[1] as Kind);
    if (!of(facts.kind)) continue;
    for (const head of index.rows()) settleChain(memory, facts, head, ranks);
  }
  for (const facts of settled) {
    for (const name of ['dropped', 'left_out']) {
      const column = facts.numbers.get(name);
      for (let row = 0; column !== undefined && row < facts.rows; row += 1)
        if (column.get(row) === 1) facts.live[row] = 0;
    }
  }
  return left.map((one) => ({ ...one, rows: leftRows.get(one.table.index) ?? 0 }));
}

/** Of the copies of one record the one with the newest `updated_at` stays, else that of the highest file. */
function settleChain(memory: Memory, facts: Facts, head: number, ranks: ReadonlyMap<number, number>): void {
  if (orNone(facts.next.get(head)) === -1) return;
  const updated = facts.numbers.get('updated_at');
  const dropped = facts.numbers.get('dropped');
  let best = -1;
  for (let row = head; row !== -1; row = orNone(facts.next.get(row))) {
    if (facts.live[row] === 0 || dropped?.get(row) === 1) continue;
    if (best === -1) {
      best = row;
      continue;
    }
    const [ours, theirs] = [updated?.get(row) ?? Number.NaN, updated?.get(best) ?? Number.NaN];
    const rank = ranks.get(facts.table.get(row))! - ranks.get(facts.table.get(best))!;
    if (ours > theirs || (!(ours < theirs) && rank > 0)) best = row;
  }
  if (best === -1) return;
  const winner = facts.table.get(best);
  for (let row = head; row !== -1; row = orNone(facts.next.get(row))) {
    if (facts.live[row] === 0 || facts.table.get(row) === winner) continue;
    facts.live[row] = 0;
    if (dropped?.get(row) === 1) continue;
    memory.tables[facts.table.get(row)]!.account.superseded += facts.sourceRows.get(row);
  }
}
