import { constants, promises as files, lstatSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isNothing } from '../../core/if-there.ts';
import { Problem } from '../../core/problem.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import { makeFolder, removeFolders } from '../files/folders.ts';
import { atEnd } from '../process/cleanup.ts';

/** A file in the making: under its name it is whole or not there. */
export interface FileInTheMaking {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Lets `writer` write all of it, opening the file itself at the given place. */
  writtenBy<T>(writer: (place: string) => Promise<T>): Promise<T>;
  /** Flushes to disk and closes: a lack of space fails here at the latest. */
  end(): Promise<void>;
  /** Moves the file, once it has ended, to its place. */
  place(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** A place for a file, and what messages call it. */
export interface NamedPlace {
  readonly path: string;
  readonly shown: string;
}

/** Begins a file beside its place; makes the folders. Special files, such as /dev/null, are written directly. */
export async function beginFile({ path, shown }: NamedPlace): Promise<FileInTheMaking> {
  try {
    // A link stays a link: what it leads to is replaced.
    const place = await files.realpath(path).catch(ifNothing(path));
    const before = await files.stat(place).catch(ifNothing(null));
    if (before?.isDirectory()) {
      throw new Problem('not_writable', { en: `${shown} is a folder`, fr: `${shown} est un dossier` }, [
        { en: 'name a file in it', fr: 'indiquez un fichier de ce dossier' },
      ]);
    }
    if (before !== null && !before.isFile()) return await written(place, shown, null);
    return await written(await besides(place), shown, (from) => files.rename(from, place), before?.mode);
  } catch (error) {
    throw writingFailure(error, shown);
  }
}

/** An answer for a path where nothing is. */
const ifNothing =
  <T>(answer: T) =>
  (error: unknown): T => {
    if (isNothing(error)) return answer;
    throw error;
  };

/**
 * Lets `write` write each of several files, then puts all of them in place: if that is not possible, because the disk
 * fills up for example, all those before remain.
 */
export const writeTogether = <T>(
  places: readonly NamedPlace[],
  write: (file: FileInTheMaking, at: number) => Promise<T>,
): Promise<T[]> =>
  together(
    places.map((place) => () => beginFile(place)),
    write,
  );

/** Writes a whole file if there is none yet; if there is one, even a moment old, the Problem `taken`. */
export async function createWhole({ path, shown }: NamedPlace, content: string, taken: Problem): Promise<void> {
  const begin = async (): Promise<FileInTheMaking> => {
    try {
      return await written(await besides(path), shown, (from) => linked(from, path, taken));
    } catch (error) {
      throw writingFailure(error, shown);
    }
  };
  await together([begin], (file) => file.write(content));
}

async function together<T>(
  begins: readonly (() => Promise<FileInTheMaking>)[],
  write: (file: FileInTheMaking, at: number) => Promise<T>,
): Promise<T[]> {
  const begun: FileInTheMaking[] = [];
  const results: T[] = [];
  try {
    for (const [at, begin] of begins.entries()) {
      const file = await begin();
      begun.push(file);
      results.push(await write(file, at));
      await file.end();
    }
    for (const file of begun) await file.place();
  } catch (error) {
    // The last one first: folders that were made for several are empty only then.
    for (const file of begun.reverse()) await file.abandon();
    throw error;
  }
  return results;
}

/** Puts a file in its place as a link, which unlike a rename never replaces what is there. */
async function linked(from: string, to: string, taken: Problem): Promise<void> {
  try {
    await files.link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken;
    // Some disks have no links. A copy would be there in part for a moment.
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) throw taken;
    return files.rename(from, to);
  }
  // The file is in its place: a second name that stays is no reason to fail.
  await files.unlink(from).catch(() => {});
}

/** A name of its own beside a file. */
async function besides(path: string): Promise<string> {
  // Loaded only here: most commands write no file.
  const { randomBytes } = await import('node:crypto');
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** How a finished file gets to its place. */
type Placing = (from: string) => Promise<void>;

/** Begins a file at a place from where `placing` moves it; null: it is written where it is. */
async function written(
  at: string,
  shown: string,
  placing: Placing | null,
  mode?: number | undefined,
): Promise<FileInTheMaking> {
  const made = placing === null ? [] : makeFolder(dirname(at));
  const opening = placing === null ? openDirectly(at, shown) : files.open(at, 'wx', mode);
  let isOpening = true;
  const remove = (): void => {
    rmSync(at, { force: true });
    removeFolders(made);
  };
  // A file that is being opened would appear after it was removed: that is waited for.
  const atSuddenEnd = () => (isOpening ? opening.then(remove, () => removeFolders(made)) : remove());
  const forget = placing === null ? () => {} : atEnd(atSuddenEnd);
  const guarded = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      throw writingFailure(error, shown);
    }
  };
  const file = await opening.catch((error: unknown) => {
    forget();
    removeFolders(made);
    throw error;
  });
  isOpening = false;
  let isOpen = true;
  const close = async (): Promise<void> => {
    const wasOpen = isOpen;
    isOpen = false;
    if (wasOpen) await file.close();
  };
  /** A name must not lead to a file that a power failure leaves empty. */
  const flush = async (): Promise<void> => {
    if (placing === null) return;
    if (isOpen) return flushed(file);
    const again = await files.open(at, 'r+');
    await flushed(again).finally(() => again.close());
  };
  return {
    write: (chunk) => guarded(() => file.writeFile(chunk)),
    writtenBy: (writer) =>
      guarded(async () => {
        await close();
        return await writer(at);
      }),
    end: () =>
      guarded(async () => {
        await flush();
        await close();
      }),
    place: () =>
      guarded(async () => {
        await placing?.(at);
        forget();
        if (placing !== null) await flushFolder(dirname(at));
      }),
    abandon: async () => {
      await close().catch(() => {});
      if (placing !== null) await files.unlink(at).catch(() => {});
      removeFolders(made);
      forget();
    },
  };
}

/** What file systems say that cannot flush. */
const cannotFlush: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP']);

/** Flushes to disk, where the file system can. */
async function flushed(file: files.FileHandle): Promise<void> {
  await file.sync().catch((error: NodeJS.ErrnoException) => {
    if (!cannotFlush.has(error.code)) throw error;
  });
}

/**
 * Flushes the names in a folder, where the system can (Windows opens no folders). Until then a power failure may bring
 * back the file before, as whole as the new one: so a failure here is none of the run.
 */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await files.open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // The new file is in its place.
  }
}

/** How long a pipe may wait for the program that reads it. */
const readsWithinMs = 10_000;
const lookEveryMs = 50;

/**
 * Opens a special file. A pipe that nobody reads would block a thread that no signal ends, so it is first opened
 * without waiting, repeatedly, and in the usual way only once it has a reader.
 */
async function openDirectly(at: string, shown: string): Promise<files.FileHandle> {
  if (!(await files.stat(at)).isFIFO()) return files.open(at, 'w');
  for (let waited = 0; ; waited += lookEveryMs) {
    const held = await files.open(at, constants.O_WRONLY | constants.O_NONBLOCK).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENXIO') return null;
      throw error;
    });
    // Held open meanwhile: a reader whose only writer closes is finished.
    if (held !== null) return files.open(at, 'w').finally(() => held.close());
    if (waited >= readsWithinMs) throw noReader(shown);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

const noReader = (shown: string): Problem =>
  new Problem(
    'not_writable',
    { en: `${shown} is a pipe, and no program reads it`, fr: `${shown} est un tube (pipe) qu'aucun programme ne lit` },
    [
      {
        en: 'start the program that reads first, or name a file',
        fr: "démarrez d'abord le programme qui lit, ou indiquez un fichier",
      },
    ],
  );

const notAllowed: Text = {
  en: 'this user may not write there',
  fr: "l'utilisateur actuel n'a pas le droit d'y écrire",
};
const notFolder: Text = {
  en: 'a part of its path is a file, not a folder',
  fr: 'une partie de son chemin est un fichier, pas un dossier',
};
const reasons: Readonly<Record<string, Text>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: { en: 'the disk is read-only', fr: 'le disque est en lecture seule' },
  ENOSPC: { en: 'the disk is full', fr: 'le disque est plein' },
  EDQUOT: { en: 'the disk quota is used up', fr: 'le quota du disque est épuisé' },
  EFBIG: { en: 'it is larger than the system allows', fr: 'il est plus grand que le système ne le permet' },
  EIO: {
    en: 'the disk or the network drive answers with an error',
    fr: 'le disque ou le lecteur réseau répond par une erreur',
  },
  EMFILE: { en: 'too many files are open', fr: 'trop de fichiers sont ouverts' },
  ENFILE: { en: 'too many files are open', fr: 'trop de fichiers sont ouverts' },
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  ENAMETOOLONG: {
    en: 'its name is longer than the system allows',
    fr: 'son nom est plus long que le système ne le permet',
  },
};

/** The error as a Problem about `path` if its cause is the disk or a right; else the error itself. */
export function writingFailure(error: unknown, path: string): unknown {
  if (error instanceof Problem || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code.startsWith('ERR_')) return error;
  const why = reasons[code] ?? sameInAll(code);
  return new Problem(
    'not_writable',
    { en: `${path} cannot be written: ${why.en}`, fr: `${path} ne peut pas être écrit\u00a0: ${why.fr}` },
    [{ en: 'choose another --out', fr: 'choisissez un autre --out' }],
  );
}
