import { pipeline, type Transform } from 'node:stream';
import type * as Zlib from 'node:zlib';
import { Problem } from '../core/problem.ts';
import { readingFailure } from './failures.ts';
import { chunkSize, type Limits, ratioFrom, sizeText } from './input.ts';
import { magicBytes, type Packing, packingOf, refuseForeign } from './magic.ts';

type Codec = Transform & { readonly bytesWritten: number };

/** `node:zlib` as it is at run time: zstd came with Node 22.15 and 23.8. It is loaded for packed files only. */
type Codecs = typeof Zlib & { createZstdDecompress?: (options: { chunkSize: number }) => Codec };

/** The decompressed bytes of `packed`, watched for bombs. */
export async function* unpacked(
  packed: NodeJS.ReadableStream,
  packing: 'gzip' | 'zstd',
  path: string,
  limits: Limits,
): AsyncGenerator<Buffer> {
  const codecs: Codecs = await import('node:zlib');
  const codec = packing === 'gzip' ? codecs.createGunzip({ chunkSize }) : zstd(codecs, path);
  // Errors of either stream reach the reader of the last one; nothing is left to do in the callback.
  pipeline(packed, codec, () => undefined);
  yield* watched(codec, () => codec.bytesWritten, path, limits);
}

function zstd(codecs: Codecs, path: string): Codec {
  const create = codecs.createZstdDecompress;
  if (create) return create({ chunkSize });
  throw new Problem(
    'no_zstd',
    `${path} is compressed with zstd, which Node ${process.versions.node} cannot read`,
    ['Use Node 22.15 or later, or decompress it first: zstd -d FILE.'],
    { file: path },
  );
}

/** Passes chunks on and stops when more comes out than a compressed file of that size can honestly hold. */
export async function* watched(
  chunks: AsyncIterable<Buffer>,
  bytesIn: () => number,
  path: string,
  limits: Limits,
): AsyncGenerator<Buffer> {
  let out = 0;
  for await (const chunk of chunks) {
    out += chunk.length;
    if (out > limits.maxBytes) throw bomb(path, `more than ${sizeText(limits.maxBytes)}`);
    if (out > ratioFrom && out > bytesIn() * limits.maxRatio) {
      throw bomb(path, `more than ${limits.maxRatio} times its size`);
    }
    yield chunk;
  }
}

export function bomb(path: string, size: string): Problem {
  return new Problem(
    'too_large',
    `${path} unpacks to ${size}: reading stopped`,
    ['If the file is honest, unpack it first and name the unpacked file.'],
    { file: path },
  );
}

/** The chunks of a text: failures in plain words, and a Problem at once when the first bytes are not text. */
export async function* textOnly(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let head: Buffer[] | null = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      if (head === null) {
        yield chunk;
        continue;
      }
      head.push(chunk);
      length += chunk.length;
      if (length < magicBytes) continue;
      const first = checked(Buffer.concat(head), path);
      head = null;
      yield first;
    }
    if (head !== null && length > 0) yield checked(Buffer.concat(head), path);
  } catch (error) {
    throw readingFailure(error, path);
  }
}

function checked(head: Buffer, path: string): Buffer {
  const packing = packingOf(head);
  if (packing !== 'none') throw nested(path, packing);
  refuseForeign(head.subarray(0, magicBytes), path);
  return head;
}

function nested(path: string, packing: Packing): Problem {
  return new Problem(
    'nested_archive',
    `${path} is a ${packing} archive inside an archive`,
    ['Unpack the outer archive and name the inner one.'],
    { file: path },
  );
}
