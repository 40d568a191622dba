import type { RowAccount } from '../../core/accounting.ts';
import { blocks } from '../columns/blocks.ts';
import type { Memory } from '../state/context.ts';

/**
 * Counts the accepted rows of every file, from the records that remain in the end, and compares the account of each
 * with it: a row that is lost or counted twice is a bug, and no figure may rest on it.
 */
export function proveAccounts(memory: Memory): void {
  const accepted = new Map<RowAccount, number>();
  const add = (account: RowAccount, rows: number): void => {
    accepted.set(account, (accepted.get(account) ?? 0) + rows);
  };
  for (const { rows, live, sourceRows, table } of memory.facts.values()) {
    const ofTables = new Float64Array(memory.tables.length);
    for (const { first, rows: count, values } of blocks(rows, [table, sourceRows])) {
      const [tables, sources] = values;
      for (let i = 0; i < count; i += 1)
        if (live[first + i] === 1 && sources[i]! > 0) ofTables[tables[i]!]! += sources[i]!;
    }
    for (const [at, { account }] of memory.tables.entries()) add(account, ofTables[at]!);
  }
  for (const { table, rows, live } of memory.residents?.tables ?? []) if (live) add(table.account, rows);
  // Rows in one file that belong to an order or a checkout in another count in their own file.
  for (const { row, table, rows } of memory.adopted)
    if (memory.facts.get(table.plan.kind)?.live[row] === 1) add(table.account, rows);
  for (const { account, file } of memory.tables) {
    account.accepted = accepted.get(account) ?? 0;
    account.prove(file.path);
  }
}
