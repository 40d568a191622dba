import { OtherEncoding } from '../../readers/decode.ts';
import type { ReadFiles } from '../engine.ts';
import { byColumns } from '../load/feed-columns.ts';
import { readFiles as read } from '../load/index.ts';
import { naming } from '../naming.ts';
import { Database, type DuckSettings } from './database.ts';
import { feedKept } from './feed-visits.ts';
import { KeptVisits } from './keep-visits.ts';

export type { DuckSettings } from './database.ts';

/**
 * Reads files as the memory engine does, except for visits that need no comparing with others: these go to tables of
 * DuckDB, a few thousand at a time, and are counted there, so that they need not fit in memory.
 */
export const readFiles: ReadFiles<[settings: DuckSettings]> = async (run, settings) => {
  const { files, setting, by, limits, onRead, stored, threads } = run;
  const database = await Database.open(settings);
  const workers = await threads.of(files);
  const reading = { limits, workers, stored, onRead };
  const kept = new KeptVisits(database, files, by, reading);
  const toMemory = naming(byColumns(reading));
  try {
    return await read(files, setting, by, (file, account, open, memory) => ({
      begin: () => false,
      async take(onTaken) {
        const visits = await kept.of(file, memory);
        if (visits === null) await toMemory(file, account, open, memory).take(onTaken);
        else feedKept(database, open(file.tables[0]!), account, memory, visits);
      },
    }));
  } catch (error) {
    // The run begins again, with its own database.
    if (error instanceof OtherEncoding) await database.stop();
    throw error;
  }
};
