import { orNone } from '../collect/collect.ts';
import type { FindFirsts } from '../columns/elsewhere.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { agree } from '../state/identity.ts';

/** Once all files are read: sessions of one id are found, and visitors get their numbers, which `elsewhere` finds meanwhile. */
export async function resolveIds(memory: Memory, elsewhere: FindFirsts): Promise<void> {
  const facts = memory.facts.get('visit');
  if (facts === undefined) return;
  const visitors = facts.hashes.get('visitor_id')?.firstsBy(elsewhere, facts.rows);
  const ids = facts.hashes.get('visit_id')?.firsts(facts.rows);
  if (visitors !== undefined) numberVisitors(facts, await visitors);
  if (ids !== undefined) chainAll(memory, facts, ids);
}

/** A visitor is numbered by the first row that names it. */
function numberVisitors(facts: Facts, firsts: Int32Array): void {
  facts.key('visitor_id').becomeWhole(firsts, -1);
}

function chainAll(memory: Memory, facts: Facts, firsts: Int32Array): void {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < facts.rows; row += 1) {
    const first = firsts[row]!;
    if (first === -1 || first === row) continue;
    // One id of two sources is two ids.
    const [source, ofFirst] = [row, first].map((one) => memory.tables[facts.table.get(one)]!.sourceKey);
    const key = `${first} ${source}`;
    const group = groups.get(key);
    if (group !== undefined) group.push(row);
    else groups.set(key, source === ofFirst ? [first, row] : [row]);
  }
  // In the order in which their ids first stand in the files: warnings name the first.
  const repeated = [...groups.values()].filter((rows) => rows.length > 1);
  for (const rows of repeated.sort(([a], [b]) => a! - b!)) chain(memory, facts, rows);
}

/** Chains the rows of one id of a source, in the order of the files; of copies in one file the last remains. */
function chain(memory: Memory, facts: Facts, rows: readonly number[]): void {
  const { sourceKey } = memory.tables[facts.table.get(rows[0]!)]!;
  let head = -1;
  for (const row of rows) {
    const { account, index } = memory.tables[facts.table.get(row)]!;
    const now = memory.identities.lasting(facts, row);
    let before = -1;
    let copy = head;
    while (copy !== -1) {
      const isOne =
        facts.table.get(copy) === index &&
        agree(facts.kind, now, memory.identities.lasting(facts, copy), 'session', memory.setting.zone);
      if (isOne) break;
      [before, copy] = [copy, orNone(facts.next.get(copy))];
    }
    const next = copy === -1 ? head : orNone(facts.next.get(copy));
    if (next !== -1) facts.next.set(row, next);
    if (copy === -1 || before === -1) head = row;
    else facts.next.set(before, row);
    if (copy === -1) continue;
    account.superseded += facts.sourceRows.get(copy);
    forget(facts, copy);
  }
  if (orNone(facts.next.get(head)) === -1) return;
  memory.chained.add(sourceKey);
  const last = head;
  memory.index(sourceKey).addHead(last, () => facts.idTexts.get(last));
}

/** A row that a later one of its file has replaced. */
function forget(facts: Facts, row: number): void {
  facts.sourceRows.set(row, 0);
  for (const [name, column] of facts.numbers) if (name !== 'from') column.set(row, Number.NaN);
  for (const column of facts.keys.values()) column.set(row, Number.NaN);
  facts.whole('dropped').set(row, 1);
}
