import type { Kind } from '../../core/kinds.ts';
import { eachValue } from '../columns/blocks.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { LeftOut } from '../state/table-info.ts';
import { byRank, cutRows, leaveOut, leftDays } from './other-tables.ts';
import { settleCopies } from './settle-copies.ts';

/**
 * Decides which rows of some kinds count: one of the copies of a record, one of the tables that cover the same days.
 */
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
    const facts = memory.of(sourceKey.split('\u0001')[1] as Kind);
    if (of(facts.kind)) settleCopies(memory, facts, sourceKey, index, ranks);
  }
  for (const facts of settled) {
    for (const name of ['dropped', 'left_out']) {
      const column = facts.numbers.get(name);
      if (column === undefined) continue;
      eachValue(column, facts.rows, (row, value) => {
        if (value === 1) facts.live[row] = 0;
      });
    }
  }
  for (const [facts, rows] of cut) cutRows(facts, rows, days);
}
