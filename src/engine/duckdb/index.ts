import type { Dimension } from '../../core/kinds.ts';
import { byColumns } from '../../facts/feed-columns.ts';
import { type RunSetting, readFiles as read } from '../../facts/index.ts';
import type { Read } from '../../facts/read.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { StoredColumns } from '../../reader/stored-columns.ts';
import { OtherEncoding } from '../../readers/decode.ts';
import type { Limits } from '../../readers/input.ts';
import { workersFor } from '../workers-for.ts';
import { Database, type DuckSettings } from './database.ts';
import { feedKept } from './feed-visits.ts';
import { KeptVisits } from './keep-visits.ts';

export type { DuckSettings } from './database.ts';

/**
 * Reads files as the memory engine does, except for visits that need no comparing with others: these go to tables of
 * DuckDB, a few thousand at a time, and are counted there, so that they need not fit in memory.
 */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  onRead: (bytes: number) => void,
  stored: StoredColumns | null,
  settings: DuckSettings,
): Promise<Read> {
  const database = await Database.open(settings);
  const workers = workersFor(files);
  const reading = { limits, workers, stored, onRead };
  const kept = new KeptVisits(database, files, by, reading);
  const toMemory = byColumns(reading);
  try {
    return await read(files, setting, by, async (file, account, open, memory) => {
      const visits = await kept.of(file, memory);
      if (visits === null) await toMemory(file, account, open, memory);
      else feedKept(database, open(file.tables[0]!), account, memory, visits);
    });
  } catch (error) {
    // The run begins again, with its own database.
    if (error instanceof OtherEncoding) await database.stop();
    throw error;
  } finally {
    await workers?.stop();
  }
}
