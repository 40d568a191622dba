import { resolve, sep } from 'node:path';
import { type Day, dayOfHour } from '../../core/civil.ts';
import { Problem } from '../../core/problem.ts';
import { Unrecognised } from '../../plan/advice/unrecognised-file.ts';
import { mapped, SheetsNotRead } from '../files/unread-sheets.ts';
import type { SourceEntry } from '../options/entries.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { NothingRecognised } from '../run/nothing-recognised.ts';
import { type Reading, readBy } from '../run/reading.ts';
import { refuseRejects } from '../run/too-many-rejects.ts';

export type Uncounted = Omit<Reading, 'currency'>;

/** A file whose dates are open: they can be read in two ways, with a column and a cell that show it, or there are none. */
export interface OpenDates {
  /** As it was named, relative to the working folder. */
  readonly path: string;
  readonly column: string;
  readonly sample: string;
  /** The table has no dates at all: its first and last day must be stated. */
  readonly hasNone: boolean;
}

/** What could be read of the files, and what the configuration has to state for the others. */
export interface InitReading {
  /** Null if no file is known. */
  readonly reading: Uncounted | null;
  readonly open: readonly OpenDates[];
  /** Files of no known format that were named, or that are the only ones. */
  readonly unknown: readonly Unrecognised[];
}

/**
 * Reads the files. If the dates of one can be read in two ways, or it has none, the configuration must say which: until
 * then they are read in one of them, so that all else about the files is known. For a file of no known format it must
 * name the columns.
 */
export async function readForInit(paths: readonly string[], settings: Settings, io: Io): Promise<InitReading> {
  const open: OpenDates[] = [];
  const unknown: Unrecognised[] = [];
  const today = dayOfHour(settings.zone.hour(settings.asOf));
  for (;;) {
    const isUnknown = (path: string): boolean => unknown.some(({ place: { file = '' } }) => isIn(path, file, io));
    const left = paths.filter((path) => !isUnknown(path));
    // Nothing is known about the files beyond what the error says.
    if (left.length === 0 && unknown.every(({ entry }) => entry.length === 0)) throw unknown[0];
    if (left.length === 0) return { reading: null, open, unknown };
    try {
      const reading = await readBy(left, { ...settings, sources: open.map((one) => readAnyhow(one, today)) }, io);
      if (open.length === 0) refuseRejects(reading.read, settings);
      return { reading, open, unknown };
    } catch (error) {
      const found = unrecognisedIn(error);
      const before = unknown.length;
      unknown.push(...found.filter(({ place: { file = '' } }) => !isUnknown(file)));
      if (unknown.length > before) {
        // For a folder, all the files in it.
        const isNamed = found.every(({ place: { file = '' } }) => left.some((path) => isIn(path, file, io)));
        if (isNamed) continue;
        if (unknown.every(({ entry }) => entry.length === 0)) throw error;
        return { reading: null, open, unknown };
      }
      const { file: path, column = '', value: sample = '' } = error instanceof Problem ? error.place : {};
      const code = error instanceof Problem ? error.code : '';
      const isOpen = (code === 'ambiguous_dates' || code === 'no_dates') && path !== undefined;
      if (!isOpen || open.some((one) => one.path === path)) throw error;
      open.push({ path, column, sample, hasNone: code === 'no_dates' });
    }
  }
}

/** Whether a file is the one of a path, or a sheet of that workbook. */
const isIn = (path: string, file: string, { cwd }: Io): boolean => {
  const [whole, one] = [resolve(cwd, path), resolve(cwd, file)];
  return one === whole || (/\.xls[xm]$/i.test(whole) && one.startsWith(`${whole}${sep}`));
};

/** The files of no known format that an error is about, as far as they may hold records. */
function unrecognisedIn(error: unknown): Unrecognised[] {
  const files: readonly unknown[] = error instanceof NothingRecognised ? error.files : [error];
  const all = files.flatMap((one) => (one instanceof SheetsNotRead ? mapped([one]) : [one]));
  return all.filter((one): one is Unrecognised => one instanceof Unrecognised && one.couldBeData);
}

/** Reads open dates as day first; a table without any as if it were of one day. */
const readAnyhow = ({ path, hasNone }: OpenDates, today: Day): SourceEntry => ({
  path,
  ...(hasNone ? { from: today, to: today } : { date_order: 'dmy' }),
  where: '',
});
