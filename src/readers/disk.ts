import { closeSync, openSync, readSync } from 'node:fs';

const blockBytes = 1 << 20;
/** After so many blocks others have their turn: a signal must not wait for the end of a long file. */
const turnEvery = 64;

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Part of a file, in memory that the next block takes: what is to stay must be copied. */
export interface Block {
  readonly bytes: Buffer;
  /** Whether more may follow. */
  readonly full: boolean;
}

/**
 * The bytes of a file from a place on, for looking at all of them quickly: several times as fast as a stream, which makes new memory for
 * each part. Every block begins with the last `overlap` bytes of the one before.
 */
export async function* diskBlocks(path: string, from = 0, overlap = 0): AsyncGenerator<Block> {
  const file = openSync(path, 'r');
  try {
    const memory = Buffer.allocUnsafe(overlap + blockBytes);
    let again = 0;
    let at = from;
    for (let count = 1; ; count += 1) {
      const size = readSync(file, memory, again, blockBytes, at);
      if (size === 0) return;
      const bytes = memory.subarray(0, again + size);
      yield { bytes, full: size === blockBytes };
      at += size;
      again = Math.min(overlap, bytes.length);
      bytes.copy(memory, 0, bytes.length - again);
      if (count % turnEvery === 0) await turn();
    }
  } finally {
    closeSync(file);
  }
}
