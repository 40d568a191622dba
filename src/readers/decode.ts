import { isAscii } from 'node:buffer';
import { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';
import { diskBlocks } from './disk.ts';
import { detectEncoding, type Encoding, fromWindows1252, markLength } from './encoding.ts';
import type { Input } from './input.ts';
import { sequenceEnd, Utf8Check } from './utf8.ts';

export { detectEncoding, type Encoding } from './encoding.ts';

/** The beginning of a file, from which its format is detected. */
export interface Head {
  /** UTF-8 without byte order mark and NUL characters, at most 4 MiB. */
  readonly text: Buffer;
  /** Whether it is the whole file. */
  readonly complete: boolean;
  readonly encoding: Encoding;
  /** Whether the rest of the file was not seen: it may be in another encoding. */
  readonly byHead?: boolean;
  /** What people must know about the encoding. */
  readonly encodingWarning?: Text;
  /** The file, for messages. */
  readonly path?: string;
  /** Gives its memory to the next head: nothing of this one may be used any more. */
  readonly release?: () => void;
}

export const headBytes = 4 * 1024 ** 2;

/** A file is not in the encoding detected from its head: it must be planned again, with all of its bytes seen. */
export class OtherEncoding extends Error {}

/** Memory of heads that are done with: new memory costs more than all that is read into it. */
const spare: Buffer[] = [];

/**
 * The head of a file, and the encoding of all of it: the rest is read once to see whether it is UTF-8. `byHead`: not
 * for a file on disk; the reader of the rest checks.
 */
export async function readHead(input: Input, byHead = false): Promise<Head> {
  const check = new Utf8Check();
  const kept: Buffer[] = [];
  let length = 0;
  let invalid: number | null = null;
  let unseen = false;
  // One byte more than a head shows that the file goes on.
  const memory = input.begin && (spare.pop() ?? Buffer.allocUnsafeSlow(headBytes + 1));
  for await (const chunk of memory === undefined ? await input.open() : input.begin!(memory)) {
    if (length < headBytes) kept.push(chunk);
    length += chunk.length;
    invalid ??= check.add(chunk);
    // Nothing later can change the answer: UTF-16 by its mark, Windows-1252 by a byte already seen.
    if (length > headBytes && (invalid !== null || isMarked16(kept[0]))) break;
    // Sheets are written as UTF-8 by this program, in whole lines.
    if (length > headBytes && input.sheet !== undefined) break;
    if (length > headBytes && input.disk !== null) {
      unseen = byHead;
      if (!unseen) invalid = await checkRest(check, input.disk, length);
      break;
    }
  }
  if (!unseen) invalid ??= check.end();
  const raw = joined(kept).subarray(0, headBytes);
  const found = detectEncoding(raw, length <= headBytes);
  const encoding: Encoding = found.name === 'utf-8' && invalid !== null ? { ...found, name: 'windows-1252' } : found;
  const text = joined(await collected(decodedChunks([raw], encoding, input.path, length > headBytes)));
  const cut = sequenceEnd(text.subarray(0, headBytes));
  const late = encoding.name === 'windows-1252' && (found.name === 'utf-8' || encoding.bom);
  return {
    text: text.subarray(0, cut),
    complete: length <= headBytes && cut === text.length,
    encoding,
    byHead: unseen,
    ...(late ? { encodingWarning: lateWarning(input.path, invalid ?? 0) } : {}),
    path: input.path,
    ...(memory === undefined ? {} : { release: () => spare.push(memory) }),
  };
}

/** Whether text ends with a line end: else the last line may be cut. */
export const isEndOfLine = (text: Buffer): boolean => text.at(-1) === 10 || text.at(-1) === 13;

/** One buffer of several; of one, itself. */
const joined = (parts: readonly Buffer[]): Buffer => (parts.length === 1 ? parts[0]! : Buffer.concat(parts));

/** The same for the bytes of a file after those that were checked. */
async function checkRest(check: Utf8Check, path: string, from: number): Promise<number | null> {
  for await (const { bytes } of diskBlocks(path, from)) {
    const invalid = check.add(bytes);
    if (invalid !== null) return invalid;
  }
  return null;
}

function lateWarning(path: string, offset: number): Text {
  return {
    en: `${path} looks like UTF-8, but the byte at offset ${offset} is not: all of it is read as Windows-1252, so accented letters may come out wrong. Save it again as UTF-8.`,
    fr: `${path} semble être en UTF-8, mais l'octet à la position ${offset} ne l'est pas\u00a0: tout le fichier est lu en Windows-1252, et les lettres accentuées peuvent être fausses. Enregistrez-le à nouveau en UTF-8.`,
  };
}

function isMarked16(first: Buffer | undefined): boolean {
  return first !== undefined && detectEncoding(first, false).name.startsWith('utf-16');
}

/** The text of a file as UTF-8, without mark and without NUL characters. */
export async function* decoded(input: Input, encoding: Encoding): AsyncGenerator<Buffer> {
  yield* decodedChunks(await input.open(), encoding, input.path, false);
}

/** Whether all bytes of a file on disk are UTF-8. */
export async function isUtf8File(path: string): Promise<boolean> {
  const check = new Utf8Check();
  return (await checkRest(check, path, 0)) === null && check.end() === null;
}

type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** `cut`: the chunks are only a beginning, whose last character may be incomplete. */
async function* decodedChunks(chunks: Chunks, encoding: Encoding, path: string, cut: boolean): AsyncGenerator<Buffer> {
  const decoder = decoderOf(encoding, path);
  let skip = markLength(encoding);
  for await (const chunk of chunks) {
    const bytes = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - bytes.length;
    const text = withoutNul(decoder.add(bytes));
    if (text.length > 0) yield text;
  }
  if (cut) return;
  const last = withoutNul(decoder.end());
  if (last.length > 0) yield last;
}

interface Decoder {
  add(bytes: Buffer): Buffer;
  end(): Buffer;
}

const nothing: Buffer = Buffer.alloc(0);

function decoderOf(encoding: Encoding, path: string): Decoder {
  if (encoding.name === 'windows-1252') {
    return { add: (bytes) => (isAscii(bytes) ? bytes : fromWindows1252(bytes)), end: () => nothing };
  }
  if (encoding.name === 'utf-8') return checkedUtf8(path);
  const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
  const run = (bytes: Buffer, stream: boolean): Buffer => {
    try {
      return Buffer.from(decoder.decode(bytes, { stream }));
    } catch {
      throw wrongText(path, {
        en: 'UTF-16, and a character in it is cut or broken',
        fr: 'en UTF-16, et un de ses caractères est coupé ou invalide',
      });
    }
  };
  return { add: (bytes) => run(bytes, true), end: () => run(nothing, false) };
}

/** UTF-8 passes unchanged, but never unchecked: a wrong byte would silently become `�` later. */
function checkedUtf8(path: string): Decoder {
  const check = new Utf8Check();
  const refuse = (invalid: number | null): void => {
    if (invalid !== null) {
      throw wrongText(path, {
        en: `UTF-8, but not at byte ${invalid} after its mark`,
        fr: `en UTF-8, sauf à l'octet ${invalid} après sa marque`,
      });
    }
  };
  return {
    add(bytes) {
      refuse(check.add(bytes));
      return bytes;
    },
    end() {
      refuse(check.end());
      return nothing;
    },
  };
}

function wrongText(path: string, is: Text): Problem {
  const advice = {
    en: 'Export it again, or save it as UTF-8.',
    fr: 'Exportez-le à nouveau, ou enregistrez-le en UTF-8.',
  };
  const says = { en: `${path} is ${is.en}`, fr: `${path} est ${is.fr}` };
  return new Problem('wrong_encoding', says, [advice], { file: path });
}

/** Only a chunk with a NUL in it is copied. */
function withoutNul(bytes: Buffer): Buffer {
  return bytes.includes(0) ? Buffer.from(bytes.filter((byte) => byte !== 0)) : bytes;
}

async function collected(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}
