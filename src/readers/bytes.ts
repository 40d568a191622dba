import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Problem } from '../core/problem.ts';
import { readingFailure } from './failures.ts';
import { chunkSize, type Input, type Limits, named, sizeText } from './input.ts';
import { packingOf } from './magic.ts';
import { pipeBytes } from './pipe.ts';
import { remembered } from './unchanged.ts';
import { textOnly, unpacked } from './unpack.ts';

export { defaultLimits, type Input, type Limits } from './input.ts';

/**
 * The inputs in one named file: one for a plain, gz or zst file, each member for a zip. Bytes decide, not names. `path`
 * is the name that people gave for `at`.
 */
export async function inputsAt(at: string, limits: Limits, path = at): Promise<Input[]> {
  try {
    const unchanged = remembered(at, path);
    const found = statSync(at);
    if (found.isFIFO()) return [await kept(pipeBytes(at, path), path, limits)];
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!found.isFile()) {
      throw new Problem(
        'not_a_file',
        { en: `${path} is a device, not a file`, fr: `${path} est un périphérique, pas un fichier` },
        [{ en: 'Name a file.', fr: 'Indiquez un fichier.' }],
        { file: path },
      );
    }
    // A small file, like most exports, is read at once: each step of a stream is a wait.
    const small = found.size <= chunkSize;
    const packing = packingOf(small ? readFileSync(at) : firstBytes(at));
    if (packing === 'zip') {
      const members = await (await import('./zip.ts')).zipInputs(at, path, found.size, limits);
      return members.map((member) => ({ ...member, unchanged }));
    }
    const stream = () => createReadStream(at, { highWaterMark: chunkSize });
    const plain = () => (small ? atOnce(at) : plainBytes(stream));
    const bytes = () => (packing === 'none' ? plain() : unpacked(stream, packing, path, limits));
    const disk = packing === 'none' ? at : null;
    const begin = disk === null || small ? undefined : (into: Buffer) => textOnly(beginning(disk, into), path);
    return [{ path, size: found.size, disk, open: async () => textOnly(bytes(), path), begin, unchanged }];
  } catch (error) {
    throw readingFailure(error, path);
  }
}

/** Standard input, shown as `-`; kept in memory so that it can be opened again. */
export async function standardInput(stream: NodeJS.ReadableStream, limits: Limits): Promise<Input> {
  return kept(stream, '-', limits);
}

/** At most this much of a pipe is kept in memory. */
const maxKept = 2 * 1024 ** 3;

async function kept(stream: AsyncIterable<Buffer | string>, path: string, limits: Limits): Promise<Input> {
  const chunks: Buffer[] = [];
  const most = Math.min(maxKept, limits.maxBytes);
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      chunks.push(bytes);
      size += bytes.length;
      if (size > most) {
        const [name, length] = [named(path), sizeText(most)];
        throw new Problem(
          'too_large',
          {
            en: `${name.en} is longer than ${length.en}, too long for a pipe`,
            fr: `${name.fr} dépasse ${length.fr}, trop pour être lu par un tube (pipe)`,
          },
          [
            {
              en: 'Save it to a file and name that file.',
              fr: 'Enregistrez les données dans un fichier et indiquez ce fichier.',
            },
          ],
          { file: path },
        );
      }
    }
  } catch (error) {
    throw readingFailure(error, path);
  }
  const packing = packingOf(Buffer.concat(chunks.slice(0, 4)).subarray(0, 4));
  if (packing === 'zip') {
    const name = named(path);
    throw new Problem(
      'zip_in_pipe',
      { en: `${name.en} is a zip archive`, fr: `${name.fr} est une archive zip` },
      [
        {
          en: 'Save it to a file and name that file: a zip can only be read from the disk.',
          fr: 'Enregistrez-la dans un fichier et indiquez ce fichier\u00a0: une archive zip ne peut être lue que depuis le disque.',
        },
      ],
      { file: path },
    );
  }
  const again = () => Readable.from(chunks);
  const bytes = () => (packing === 'none' ? plainBytes(again) : unpacked(again, packing, path, limits));
  return { path, size, disk: null, open: async () => textOnly(bytes(), path) };
}

/** A stream as an iterable of buffers, closed when the reader stops early, and not begun before it starts. */
async function* plainBytes(stream: () => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* stream();
}

async function* atOnce(path: string): AsyncGenerator<Buffer> {
  yield readFileSync(path);
}

/** As many of the first bytes of a file as memory is given for. */
async function* beginning(path: string, into: Buffer): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    let size = 0;
    for (let more = -1; more !== 0 && size < into.length; size += more)
      more = (await file.read(into, size, into.length - size, size)).bytesRead;
    yield into.subarray(0, size);
  } finally {
    await file.close();
  }
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4);
    let size = 0;
    // A read may return less than there is.
    for (let more = -1; more !== 0 && size < bytes.length; size += more)
      more = readSync(file, bytes, size, bytes.length - size, size);
    return bytes.subarray(0, size);
  } finally {
    closeSync(file);
  }
}
