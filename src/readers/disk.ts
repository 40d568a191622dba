import { open } from 'node:fs/promises';

const blockBytes = 1 << 20;

/** Part of a file, in memory that a later block reuses: what is kept must be copied. */
export interface Block {
  readonly bytes: Buffer;
  /** How many of them, at the start, were in the block before. */
  readonly again: number;
  /** Whether more may follow. */
  readonly full: boolean;
}

/**
 * The bytes of a file from a place on, for a fast scan: several times as fast as a stream, which allocates memory for
 * each part. The next block is read while one is scanned. Every block begins with the last `overlap` bytes of the one
 * before.
 */
export async function* diskBlocks(path: string, from = 0, overlap = 0): AsyncGenerator<Block> {
  const file = await open(path, 'r');
  let [memory, other] = [Buffer.allocUnsafe(overlap + blockBytes), Buffer.allocUnsafe(overlap + blockBytes)];
  let at = from;
  const read = (into: Buffer) => file.read(into, overlap, blockBytes, at);
  let reading = read(memory);
  try {
    for (let again = 0; ; ) {
      const { bytesRead: size } = await reading;
      if (size === 0) return;
      at += size;
      reading = read(other);
      reading.catch(() => {});
      const bytes = memory.subarray(overlap - again, overlap + size);
      yield { bytes, again, full: size === blockBytes };
      again = Math.min(overlap, bytes.length);
      bytes.copy(other, overlap - again, bytes.length - again);
      [memory, other] = [other, memory];
    }
  } finally {
    await reading.catch(() => {});
    await file.close();
  }
}
