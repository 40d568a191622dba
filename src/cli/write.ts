import { constants, promises as files, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../core/problem.ts';
import { sameInAll, type Text } from '../core/text.ts';
import { atEnd } from './cleanup.ts';
import { makeFolder } from './folders.ts';

/** A file in the making: under its name it is whole or not there. */
export interface FileInTheMaking {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Lets `writer` write all of it, opening the file itself at the given place. */
  writtenBy<T>(writer: (place: string) => Promise<T>): Promise<T>;
  /** Flushes to disk: a lack of space fails here at the latest. */
  flush(): Promise<void>;
  /** Moves the file to its place. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/**
 * Begins a file beside its place; makes the folders. Special files, such as /dev/null, are written directly. In
 * messages it is `shown`.
 */
export async function beginFile(path: string, shown = path): Promise<FileInTheMaking> {
  try {
    // A link stays a link: what it leads to is replaced.
    const place = await files.realpath(path).catch(() => path);
    const before = await files.stat(place).catch(() => null);
    if (before?.isDirectory()) {
      throw new Problem('not_writable', { en: `${shown} is a folder`, fr: `${shown} est un dossier` }, [
        { en: 'name a file in it', fr: 'indiquez un fichier de ce dossier' },
      ]);
    }
    if (before !== null && !before.isFile()) return await written(place, shown, null);
    await makeFolder(dirname(place));
    return await written(await besides(place), shown, place, before?.mode);
  } catch (error) {
    throw writingFailure(error, shown);
  }
}

/** Writes a whole file, or leaves the one before. */
export async function writeWhole(path: string, content: string | Uint8Array, shown = path): Promise<void> {
  const file = await beginFile(path, shown);
  try {
    await file.write(content);
    await file.finish();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** How a finished file gets to its place. */
type Placing = (from: string, to: string) => Promise<void>;

/** Writes a whole file if there is none yet; if there is one, even a moment old, the Problem `taken`. */
export async function createWhole(path: string, content: string, shown: string, taken: Problem): Promise<void> {
  const begun = async (): Promise<FileInTheMaking> => {
    await makeFolder(dirname(path));
    return await written(await besides(path), shown, path, undefined, (from, to) => linked(from, to, taken));
  };
  const file = await begun().catch((error: unknown) => {
    throw writingFailure(error, shown);
  });
  try {
    await file.write(content);
    await file.finish();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** Puts a file in its place as a link, which unlike a rename never replaces what is there. */
async function linked(from: string, to: string, taken: Problem): Promise<void> {
  const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';
  try {
    await files.link(from, to).catch(async (error: unknown) => {
      if (isTaken(error)) throw error;
      // Some disks have no links.
      await files.copyFile(from, to, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    throw isTaken(error) ? taken : error;
  }
  await files.rm(from, { force: true });
}

/** A name of its own beside a file. */
async function besides(path: string): Promise<string> {
  // Loaded only here: most commands write no file.
  const { randomBytes } = await import('node:crypto');
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

async function written(
  at: string,
  shown: string,
  renamed: string | null,
  mode?: number | undefined,
  place: Placing = files.rename,
): Promise<FileInTheMaking> {
  const forget = renamed === null ? () => {} : atEnd(() => rmSync(at, { force: true }));
  const guarded = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      throw writingFailure(error, shown);
    }
  };
  const opened = renamed === null ? openDirectly(at, shown) : files.open(at, 'wx', mode);
  const file = await opened.catch((error: unknown) => {
    forget();
    throw error;
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  /** Flushes to disk: a name must not lead to a file that a power failure leaves empty. */
  const flush = async (): Promise<void> => {
    if (renamed === null) return;
    if (isOpen) return file.sync();
    const again = await files.open(at, 'r+');
    await again.sync().finally(() => again.close());
  };
  return {
    write: (chunk) => guarded(() => file.writeFile(chunk)),
    writtenBy: (writer) =>
      guarded(async () => {
        await close();
        return await writer(at);
      }),
    flush: () => guarded(flush),
    finish: () =>
      guarded(async () => {
        await flush();
        await close();
        if (renamed !== null) await place(at, renamed);
        forget();
      }),
    abandon: async () => {
      await close().catch(() => {});
      if (renamed !== null) await files.rm(at, { force: true }).catch(() => {});
      forget();
    },
  };
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
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  ENAMETOOLONG: {
    en: 'its name is longer than the system allows',
    fr: 'son nom est plus long que le système ne le permet',
  },
};

function writingFailure(error: unknown, path: string): unknown {
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
