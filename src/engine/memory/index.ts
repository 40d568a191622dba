import { isLong } from '../../reader/division.ts';
import type { ReadFiles } from '../engine.ts';
import { byRows } from '../load/feed-rows.ts';
import { packFacts, readFiles as read, readOf, unpackFacts } from '../load/index.ts';
import { naming } from '../naming.ts';

/** Reads files into memory, long ones by columns and with worker threads. */
export const readFiles: ReadFiles = async ({ files, setting, by, limits, onRead, stored, kept, threads }) => {
  const parts = kept?.find() ?? null;
  const known = parts === null ? null : unpackFacts(parts, files, setting, by);
  if (known !== null) return readOf(known, by);
  // What reads long files is loaded for them alone.
  if (!files.some(({ input }) => isLong(input))) return read(files, setting, by, naming(byRows(limits)));
  const { byColumns } = await import('../load/feed-columns.ts');
  const workers = await threads.of(files);
  const reading = naming(byColumns({ limits, workers, stored, onRead }));
  return read(files, setting, by, reading, workers, (loaded) => {
    for (const facts of loaded.memory.facts.values()) facts.forgetKeys();
    kept?.keep(packFacts(loaded, by));
  });
};
