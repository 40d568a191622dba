import { pipeline, type Transform } from 'node:stream';
import type * as Zlib from 'node:zlib';
import { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';
import { readingFailure } from './failures.ts';
import { chunkSize, type Limits, ratioFrom, sizeText } from './input.ts';
import { magicBytes, type Packing, packingOf, refuseForeign } from './magic.ts';

type Codec = Transform & { readonly bytesWritten: number };

/** `node:zlib` at run time: zstd came with Node 22.15 and 23.8. It is loaded for packed files only. */
type Codecs = typeof Zlib & { createZstdDecompress?: (options: { chunkSize: number }) => Codec };

/**
 * The decompressed bytes of `packed`, watched for bombs. Its stream begins when somebody listens: what it says before, such as
 * that the file is gone, would end the program.
 */
export async function* unpacked(
  packed: () => NodeJS.ReadableStream,
  packing: 'gzip' | 'zstd',
  path: string,
  limits: Limits,
): AsyncGenerator<Buffer> {
  const codecs: Codecs = await import('node:zlib');
  const codec = packing === 'gzip' ? codecs.createGunzip({ chunkSize }) : zstd(codecs, path);
  // Errors of either stream reach the reader of the last one; nothing is left to do in the callback.
  pipeline(packed(), codec, () => undefined);
  yield* watched(codec, () => codec.bytesWritten, path, limits);
}

function zstd(codecs: Codecs, path: string): Codec {
  const create = codecs.createZstdDecompress;
  if (create) return create({ chunkSize });
  throw new Problem(
    'no_zstd',
    {
      en: `${path} is compressed with zstd, which Node ${process.versions.node} cannot read`,
      fr: `${path} est compressé avec zstd, que Node ${process.versions.node} ne sait pas lire`,
    },
    [
      {
        en: 'Use Node 22.15 or later, or decompress it first: zstd -d FILE.',
        fr: "Utilisez Node 22.15 ou plus récent, ou décompressez-le d'abord\u00a0: zstd -d FICHIER.",
      },
    ],
    { file: path },
  );
}

/** Passes chunks on and stops if more comes out than a compressed file of that size can honestly hold. */
export async function* watched(
  chunks: AsyncIterable<Buffer>,
  bytesIn: () => number,
  path: string,
  limits: Limits,
): AsyncGenerator<Buffer> {
  let out = 0;
  for await (const chunk of chunks) {
    out += chunk.length;
    if (out > limits.maxBytes) throw bomb(path, moreThan(sizeText(limits.maxBytes)));
    if (out > ratioFrom && out > bytesIn() * limits.maxRatio) {
      throw bomb(path, timesItsSize(limits.maxRatio));
    }
    yield chunk;
  }
}

/** Of the unpacked content. */
export const moreThan = ({ en, fr }: Text): Text => ({ en: `more than ${en}`, fr: `plus de ${fr}` });
export const timesItsSize = (ratio: number): Text =>
  moreThan({ en: `${ratio} times its size`, fr: `${ratio} fois sa taille` });

export function bomb(path: string, size: Text): Problem {
  return new Problem(
    'too_large',
    {
      en: `${path} unpacks to ${size.en}: reading stopped`,
      fr: `${path} fait ${size.fr} une fois décompressé\u00a0: lecture arrêtée`,
    },
    [
      {
        en: 'If you trust the file, unpack it first and name the unpacked file.',
        fr: "Si le fichier est sain, décompressez-le d'abord et indiquez le fichier décompressé.",
      },
    ],
    { file: path },
  );
}

/** The chunks of a text: failures in plain words, and a Problem at once if the first bytes are not text. */
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
      const first = checked(head.length === 1 ? chunk : Buffer.concat(head), path);
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
    {
      en: `${path} is a ${packing} archive inside an archive`,
      fr: `${path} est une archive ${packing} dans une autre archive`,
    },
    [
      {
        en: 'Unpack the outer archive and name the inner one.',
        fr: "Décompressez l'archive extérieure et indiquez celle qu'elle contient.",
      },
    ],
    { file: path },
  );
}
