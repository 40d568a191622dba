import type { Kind } from '../core/kinds.ts';
import { orNone } from './collect.ts';
import type { Memory } from './context.ts';
import type { Facts } from './facts.ts';
import { byRank, cutRows, type LeftOut, leaveOut, leftDays } from './other-tables.ts';

/** Settles which rows of some kinds count: of copies of a record one, of tables that tell the same days one. */
export function settle(memory: Memory, left: readonly LeftOut[], of: (kind: Kind) => boolean): void {
  const settled = [...memory.facts.values()].filter(({ kind }) => of(kind));
  const days = leftDays(left);
  const ranks = new Map([...memory.tables].sort(byRank).map((table, rank) => [table.index, rank]));
  const cut = new Map<Facts, number[]>();
  for (const facts of settled) {
    facts.live = new Uint8Array(facts.rows).fill(1);
    if (left.some(({ table }) => table.plan.kind === facts.kind))
      cut.set(facts, leaveOut(facts, days, memory.setting.zone));
  }
  for (const { table, rows } of left) if (rows > 0) table.account.skip('other_table', rows);
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
  for (const [facts, rows] of cut) cutRows(facts, rows, days);
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
