import { funnelField } from '../../core/funnel-steps.ts';
import { BrokenInvariant } from '../../core/invariant.ts';
import type { OrderClaim } from '../state/resident.ts';
import type { Database } from './database.ts';
import { sliceTests } from './slices.ts';
import { literal } from './sql-text.ts';
import type { VisitTable } from './visit-table.ts';

/**
 * Decides in the database which of several sessions that name one order has the purchase, as `claimOrders` does in
 * memory; given the earliest of those in memory, returns the rows of these that have lost theirs.
 */
export async function claimInSql(
  database: Database,
  all: readonly VisitTable[],
  others: readonly OrderClaim[],
): Promise<number[]> {
  const tables = all.filter(({ live, named }) => live && named !== null);
  if (tables.length === 0) return [];
  const parts = tables.map(
    ({ named, table }) =>
      `SELECT ${literal(table.file.store ?? '')} AS store, order_key, moment, session, ${table.index} AS file, rowid AS row, false AS beside FROM ${named} WHERE order_key IS NOT NULL`,
  );
  if (others.length > 0) {
    await keepOthers(database, others);
    parts.push('SELECT *, true AS beside FROM other_claims');
  }
  const claims = `(${parts.join(' UNION ALL ')})`;
  const [[count] = []] = await database.rows(`SELECT count(*) FROM ${claims}`);
  await database.run('CREATE TABLE claimed_twice (store VARCHAR, order_key VARCHAR)');
  // Each distinct order takes memory: in slices by the bits of its hash.
  for (const own of sliceTests('hash(order_key)', Number(count)))
    await database.run(
      `INSERT INTO claimed_twice SELECT store, order_key FROM ${claims}${own} GROUP BY store, order_key HAVING count(*) > 1`,
    );
  const [[twice] = []] = await database.rows('SELECT count(*) FROM claimed_twice');
  const lost = twice === 0n ? [] : await loseOthers(database, tables, claims);
  if (twice !== 0n) await proveClaimedOnce(database, claims);
  await database.run('DROP TABLE claimed_twice');
  if (twice !== 0n) await database.run('DROP TABLE claims_lost');
  if (others.length > 0) await database.run('DROP TABLE other_claims');
  return lost;
}

async function loseOthers(database: Database, tables: readonly VisitTable[], claims: string): Promise<number[]> {
  const place = `row_number() OVER (PARTITION BY store, order_key ORDER BY moment, coalesce(session, ''), file, row)`;
  await database.run(
    `CREATE TABLE claims_lost AS SELECT file, row, beside FROM (SELECT file, row, beside, ${place} AS place FROM ${claims} JOIN claimed_twice USING (store, order_key)) WHERE place > 1`,
  );
  for (const { named, table, fields } of tables) {
    const steps = ['purchases', funnelField('purchases')].filter((field) => fields.has(field));
    const sets = ['order_key = NULL', ...steps.map((field) => `${field} = 0`)];
    await database.run(
      `UPDATE ${named} SET ${sets.join(', ')} WHERE rowid IN (SELECT row FROM claims_lost WHERE file = ${table.index} AND NOT beside)`,
    );
  }
  const lost = await database.rows('SELECT CAST(row AS DOUBLE) FROM claims_lost WHERE beside ORDER BY row');
  return lost.map(([row]) => row as number);
}

/** Throws if an order that several sessions named is not claimed by one of them now. */
async function proveClaimedOnce(database: Database, claims: string): Promise<void> {
  const left = `SELECT store, order_key FROM ${claims} AS claim SEMI JOIN claimed_twice USING (store, order_key) WHERE NOT beside OR row NOT IN (SELECT row FROM claims_lost WHERE beside)`;
  const [[claimed, once, orders] = []] = await database.rows(
    `SELECT count(*), count(DISTINCT (store, order_key)), (SELECT count(*) FROM claimed_twice) FROM (${left})`,
  );
  if (claimed !== orders || once !== orders)
    throw new BrokenInvariant(`${claimed} sessions have the purchase of ${orders} orders that several of them name`);
}

function keepOthers(database: Database, others: readonly OrderClaim[]): Promise<void> {
  return database.fill(
    'other_claims',
    [
      ['store', 'VARCHAR'],
      ['order_key', 'VARCHAR'],
      ['moment', 'DOUBLE'],
      ['session', 'VARCHAR'],
      ['file', 'INTEGER'],
      ['row', 'BIGINT'],
    ],
    others.length,
    [
      (i) => others[i]!.store,
      (i) => others[i]!.order,
      (i) => others[i]!.at,
      (i) => others[i]!.session,
      (i) => others[i]!.table,
      (i) => BigInt(others[i]!.row),
    ],
  );
}
