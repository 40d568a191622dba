import type { Dimension } from '../../core/kinds.ts';
import { zoneOf } from '../../core/zone.ts';
import { TableRun } from '../../ingest/ingest.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Limits } from '../../readers/input.ts';
import type { Read } from '../engine.ts';
import { OrderCollector } from '../memory/collect-order.ts';
import { readFiles as readInMemory, type Setting } from '../memory/index.ts';
import { type ReadFile, rowByRow } from '../memory/load.ts';
import { Database, type DuckSettings } from './database.ts';
import { feed } from './feed.ts';
import { type RegularFile, regularFile } from './regular.ts';
import { scan, scanPlan } from './scan.ts';

export type { DuckSettings } from './database.ts';

/**
 * Reads files through DuckDB, in parallel: each row in SQL where that is sure to give what TypeScript reads, else in
 * TypeScript. What DuckDB cannot read at all is read row by row, as in memory.
 */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<Setting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  settings: DuckSettings,
): Promise<Read> {
  const regular = new Map<FilePlan, RegularFile>();
  for (const file of files) {
    const found = regularFile(file);
    if (found !== null) regular.set(file, found);
  }
  const database = await Database.open([...regular.values()].map(({ path }) => path), settings);
  try {
    return await readInMemory(files, setting, by, limits, inSql(database, regular, limits));
  } finally {
    database.close();
  }
}

function inSql(database: Database, regular: ReadonlyMap<FilePlan, RegularFile>, limits: Limits): ReadFile {
  const plainly = rowByRow(limits);
  let count = 0;
  return async (file, account, open, memory) => {
    const found = regular.get(file);
    const [table] = file.tables;
    if (found === undefined || table === undefined) return plainly(file, account, open, memory);
    const opened = open(table);
    const { collector, sink } = opened;
    const line = collector instanceof OrderCollector ? collector.line : null;
    const { zone, currency } = memory.setting;
    const zones = { report: zone, source: file.zone === null ? zone : zoneOf(file.zone), utc: zoneOf('UTC') };
    const plan = scanPlan(file, table, found, collector.reader, line, zones);
    if (plan === null) return plainly(file, account, () => opened, memory);
    const { skip } = new TableRun(file, table, sink, account).rules;
    count += 1;
    const scanned = await scan(database, `t${count}`, found, plan, collector.reader, {
      isOdd: (cells) => skip.some(({ test }) => test(cells)),
      isFirst: (texts) => texts('status') !== null,
      isStrange: (texts) => {
        const code = (texts('currency') ?? file.currency ?? '').toUpperCase();
        return currency !== null && code !== '' && code !== currency;
      },
    }).catch((error: unknown) => {
      if (isMalformed(error)) return null;
      throw error;
    });
    if (scanned === null) return plainly(file, account, () => opened, memory);
    await feed(database, file, found, opened, plan, scanned, account);
  };
}

/** Whether DuckDB says that a file is not written as it must be: the reader in TypeScript tells what is wrong with it. */
const isMalformed = (error: unknown): boolean =>
  error instanceof Error && /^(Invalid Input Error|Conversion Error).*CSV|CSV Error/s.test(error.message);
