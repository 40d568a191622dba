import type { RowAccount } from '../../core/accounting.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import { hourSql } from '../../core/zone-sql.ts';
import type { Memory } from '../../facts/context.ts';
import type { OpenTable } from '../../facts/load-files.ts';
import { isBlankRow, TableRun } from '../../ingest/ingest.ts';
import type { Database } from './database.ts';
import type { KeptVisits } from './read-visits.ts';
import type { VisitTable } from './visit-table.ts';
import { ResidentVisits } from './visits.ts';

/** Hands the rest of a file to its collector, and its resident part to the memory. */
export async function feedKept(
  database: Database,
  { plan, collector, sink }: OpenTable,
  account: RowAccount,
  memory: Memory,
  { name, rows, odd, words, combos, fields, hasVisitor, hasOrder, isSession }: KeptVisits,
): Promise<void> {
  const run = new TableRun(plan, sink, account);
  let blank = 0;
  for (const { place, cells } of odd) {
    if (isBlankRow(cells)) {
      run.blankBelow(place - blank);
      blank += 1;
      continue;
    }
    account.read = place + 1 - blank;
    run.row(cells, account.read);
  }
  account.read = rows - blank;
  const numbers = combos.map(({ texts }) => {
    for (const [at, text] of texts.entries()) collector.reader.texts[at] = text;
    return collector.combo();
  });
  // The words of the file are given by the number of their combination in memory.
  await database.run(`ALTER TABLE ${name}_words RENAME TO ${name}_found`);
  await database.makeNumbers(
    `${name}_numbers`,
    ['combo', 'number'],
    numbers.map((number, combo) => [combo, number]),
  );
  await database.run(
    `CREATE TABLE ${name}_words AS SELECT words, number AS combo FROM ${name}_found JOIN ${name}_numbers USING (combo)`,
  );
  const { table } = collector;
  const { zone } = memory.setting;
  // Without the rows left to TypeScript, some combinations may have none.
  const used =
    odd.length === 0
      ? [...new Set(numbers)]
      : (
          await database.rows(
            `SELECT DISTINCT combo FROM ${name}_words m WHERE words IN (SELECT ${words} FROM ${name})`,
          )
        ).map(([combo]) => combo as number);
  const [[newest] = []] = await database.rows(`SELECT CAST(max(moment) AS DOUBLE) FROM ${name}`);
  // Zones change their clocks at quarter hours: all moments of one have the day of the first.
  const quarters = `SELECT DISTINCT moment // 900000 * 900000 AS moment FROM ${name}`;
  const day = `CAST(floor(${hourSql('moment', zone)} / ${DAY_HOURS}.0) AS DOUBLE)`;
  for (const [found] of await database.rows(`SELECT DISTINCT ${day} FROM (${quarters})`))
    table.days.add(found as number);
  if (typeof newest === 'number' && newest > table.newest) table.newest = newest;
  memory.residents ??= new ResidentVisits(database, zone);
  const resident: VisitTable = {
    name,
    table,
    rows: rows - odd.length,
    words,
    combos: used,
    fields,
    hasVisitor,
    hasOrder,
    isSession,
    live: true,
  };
  (memory.residents as ResidentVisits).tables.push(resident);
}
