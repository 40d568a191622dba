import type { RowAccount } from '../../core/accounting.ts';
import { TableRun } from '../../ingest/ingest.ts';
import type { OpenTable } from '../load/load-files.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import type { Database } from './database.ts';
import type { StagedVisits } from './stage-visits.ts';
import { ResidentVisits } from './visits.ts';

/** Hands the rows of a file that were set aside to its collector, and the others to the memory as resident. */
export function feedKept(
  database: Database,
  { plan, collector, sink }: OpenTable,
  account: RowAccount,
  memory: Memory,
  { read, rows, aside, isEnded, info, ...kept }: StagedVisits,
): void {
  const run = new TableRun(plan, sink, account, info.file.path);
  for (const row of aside) {
    if (!('cells' in row)) {
      account.read = row.record;
      collector.reader.numbers.set(row.numbers);
      for (const [at, text] of row.texts.entries()) collector.reader.texts[at] = text;
      collector.accept(row.record);
    } else if (row.cells === null) run.blankBelow(row.record);
    else {
      account.read = row.record;
      run.row(row.cells, row.record);
    }
  }
  account.read = read;
  if (!isEnded && run.lastShort === read) account.cutOff();
  run.end();
  tell(collector.table, info);
  memory.residents ??= new ResidentVisits(database);
  (memory.residents as ResidentVisits).tables.push({ ...kept, rows, table: collector.table, live: true });
}

/** Adds what is known of a table from some of its rows. */
function tell(table: TableInfo, { days, newest, platforms, currencies }: TableInfo): void {
  for (const day of days) table.days.add(day);
  for (const platform of platforms) table.platforms.add(platform);
  for (const [code, rows] of currencies) table.currencies.set(code, (table.currencies.get(code) ?? 0) + rows);
  if (newest > table.newest) table.newest = newest;
}
