import zlib from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Problem } from '../core/problem.ts';
import { sameInAll, type Text } from '../core/text.ts';
import { fetchAgain, readingFailure } from './failures.ts';
import { type Input, type Limits, ratioFrom, sizeText } from './input.ts';
import { notText, packingOf } from './magic.ts';
import { bomb, moreThan, textOnly, timesItsSize, watched } from './unpack.ts';

/*
 * yauzl reads the zip: MIT, one small dependency, maintained since 2014, reads the central directory, streams each member through
 * node:zlib and checks its size. (fflate inflates in JavaScript and reads zips front to back.)
 */

const unpackIt: Text = {
  en: 'Unpack the zip and name the file itself.',
  fr: "Décompressez l'archive et indiquez le fichier lui-même.",
};

/** No export has more members than this. */
const maxMembers = 10_000;

/** The member that lists the sheets of a workbook. */
const workbook = /^xl\/workbook\d*\.xml$/i;

/** A member that marks the zip as a document of an office program. */
const documents: readonly (readonly [member: RegExp, name: Text])[] = [
  [/^xl\/workbook\.bin$/, { en: 'a binary Excel workbook (.xlsb)', fr: 'un classeur Excel binaire (.xlsb)' }],
  [/^word\/document\.xml$/, { en: 'a Word document', fr: 'un document Word' }],
  [/^ppt\/presentation\.xml$/, { en: 'a PowerPoint presentation', fr: 'une présentation PowerPoint' }],
  [/^Index\/Document\.iwa$/, { en: 'a Numbers or Pages document', fr: 'un document Numbers ou Pages' }],
  [/^META-INF\/manifest\.xml$/, { en: 'a LibreOffice document', fr: 'un document LibreOffice' }],
];

/** Where a zip is: on disk, or in memory. */
type Place = string | Buffer;

/** The readable members of a zip, by name; `path` is shown for `at`. */
export async function zipInputs(at: Place, path: string, size: number, limits: Limits): Promise<Input[]> {
  const entries: Entry[] = [];
  await withZip(at, path, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > maxMembers) {
        throw bomb(path, moreThan({ en: `${maxMembers} files`, fr: `${maxMembers} fichiers` }));
      }
    }
  });
  const main = entries.find(({ fileName }) => workbook.test(fileName));
  if (main !== undefined) return sheetsOf(at, path, size, limits, entries, main.fileName);
  for (const [member, name] of documents) {
    if (entries.some((entry) => member.test(entry.fileName))) {
      throw notText(path, name, {
        en: 'Open it and save it as .xlsx, or as CSV (UTF-8).',
        fr: 'Ouvrez-le et enregistrez-le en .xlsx, ou en CSV (UTF-8).',
      });
    }
  }
  const members = entries.filter((entry) => isMember(entry.fileName));
  if (members.length === 0) {
    throw new Problem(
      'empty_archive',
      { en: `${path} is a zip without a file in it`, fr: `${path} est une archive zip sans aucun fichier` },
      [{ en: 'Export it again.', fr: 'Exportez-la à nouveau.' }],
      { file: path },
    );
  }
  const total = members.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.maxBytes) throw bomb(path, moreThan(sizeText(limits.maxBytes)));
  if (total > ratioFrom && total > size * limits.maxRatio) throw bomb(path, timesItsSize(limits.maxRatio));
  const inputs: Input[] = [];
  for (const entry of members.sort(byCodePoint)) {
    const own = `${path}/${entry.fileName}`;
    const isBook = typeof at === 'string' && packedBook.test(entry.fileName) && entry.uncompressedSize <= maxPackedBook;
    inputs.push(...(isBook ? await packedSheets(at, own, entry, limits) : [member(at, own, entry, limits)]));
  }
  return inputs;
}

/** A workbook in an archive is unpacked in memory, to be read part by part, up to this many bytes. */
const packedBook = /\.xls[xm]$/i;
const maxPackedBook = 64 * 1024 ** 2;

async function packedSheets(at: Place, path: string, entry: Entry, limits: Limits): Promise<Input[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of memberBytes(at, entry, path, limits)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (packingOf(bytes) !== 'zip') return [member(at, path, entry, limits)];
  return zipInputs(bytes, path, bytes.length, limits);
}

/** The sheets of a workbook; XML and its parts are loaded for workbooks only. */
async function sheetsOf(
  at: Place,
  path: string,
  size: number,
  limits: Limits,
  entries: readonly Entry[],
  main: string,
): Promise<Input[]> {
  const { sheetInputs } = await import('./workbook/workbook.ts');
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  const entryOf = (name: string): Entry | undefined => byName.get(name.toLowerCase());
  const part = (name: string, shown: string): AsyncIterable<Buffer> | null => {
    const entry = entryOf(name);
    return entry === undefined ? null : memberBytes(at, entry, shown, limits);
  };
  return sheetInputs({ path, size, part, sizeOf: (name) => entryOf(name)?.compressedSize ?? 0 }, main, limits);
}

/** Folders, the shadow files of macOS and hidden files hold no data. */
function isMember(name: string): boolean {
  return !name.endsWith('/') && !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** UTF-8 sorts as code points do. */
function byCodePoint(a: Entry, b: Entry): number {
  return Buffer.compare(Buffer.from(a.fileName), Buffer.from(b.fileName));
}

function member(archive: Place, path: string, entry: Entry, limits: Limits): Input {
  return {
    path,
    size: entry.compressedSize,
    disk: null,
    open: async () => textOnly(memberBytes(archive, entry, path, limits), path),
  };
}

async function* memberBytes(archive: Place, entry: Entry, path: string, limits: Limits): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw encrypted(path);
  if (!entry.canDecodeFileData()) {
    throw new Problem(
      'unknown_compression',
      {
        en: `${path} is compressed by a method (${entry.compressionMethod}) that this program does not know`,
        fr: `${path} est compressé par une méthode (${entry.compressionMethod}) que ce programme ne connaît pas`,
      },
      [unpackIt],
      { file: path },
    );
  }
  const zip = await openZip(archive, path);
  try {
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    yield* summed(
      watched(stream, () => entry.compressedSize, path, limits),
      entry.crc32,
      path,
    );
  } catch (error) {
    throw zipFailure(error, path);
  } finally {
    zip.close();
  }
}

/** Node 20.15 and later can compute it. */
const checksum: Partial<Pick<typeof zlib, 'crc32'>> = zlib;

/** Compares the checksum at the end: a member damaged in storage must not become wrong figures. */
async function* summed(chunks: AsyncIterable<Buffer>, crc32: number, path: string): AsyncGenerator<Buffer> {
  const sum = checksum.crc32;
  let value = 0;
  for await (const chunk of chunks) {
    if (sum) value = sum(chunk, value);
    yield chunk;
  }
  if (sum && value !== crc32)
    throw damaged(path, { en: 'its checksum does not match', fr: 'sa somme de contrôle est fausse' });
}

async function withZip(at: Place, path: string, use: (zip: ZipFile) => Promise<void>): Promise<void> {
  try {
    const zip = await openZip(at, path);
    try {
      await use(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    throw zipFailure(error, path);
  }
}

async function openZip(at: Place, path: string): Promise<ZipFile> {
  const opening = typeof at === 'string' ? openPromise(at, { autoClose: false }) : fromBufferPromise(at);
  const zip = await opening.catch((error: unknown) => {
    throw zipFailure(error, path);
  });
  // Where reading fails, the reader gets the error. That a disk fails while an archive is closed would end the program.
  zip.on('error', () => {});
  return zip;
}

/** yauzl throws plain errors without a code; system and zlib errors have one. */
function zipFailure(error: unknown, path: string): unknown {
  if (error instanceof Problem) return error;
  const failure = readingFailure(error, path);
  if (failure instanceof Problem || !(error instanceof Error) || error.constructor !== Error) return failure;
  if (/end of central directory|unexpected EOF|too many bytes|not enough bytes|eocd/i.test(error.message)) {
    const says = {
      en: `${path} is cut short: the zip ends too early`,
      fr: `${path} est tronqué\u00a0: l'archive zip s'arrête trop tôt`,
    };
    return new Problem('cut_short', says, [fetchAgain], { file: path });
  }
  return /encryption/.test(error.message) ? encrypted(path) : damaged(path, sameInAll(error.message));
}

function damaged(path: string, why: Text): Problem {
  const says = { en: `${path} is damaged: ${why.en}`, fr: `${path} est endommagé\u00a0: ${why.fr}` };
  return new Problem('damaged', says, [fetchAgain], { file: path });
}

function encrypted(path: string): Problem {
  const says = { en: `${path} is protected by a password`, fr: `${path} est protégé par un mot de passe` };
  return new Problem('encrypted', says, [unpackIt], { file: path });
}
