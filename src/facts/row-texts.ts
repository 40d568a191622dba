import { kept } from '../core/kept.ts';
import type { TextColumn } from '../reader/columns.ts';

/** Texts one after the other, without the hashes that come with them: those take more memory. */
type Ids = Pick<Extract<TextColumn, { role: 'id' }>, 'bytes' | 'ends'>;

/** Rows that have their texts in a column, one after the other. */
interface Run {
  readonly row: number;
  readonly rows: number;
  readonly column: Ids;
  readonly record: number;
}

/** The texts of the rows of a kind, as the reader gives them: few are ever asked for. */
export class RowTexts {
  /** In the order of their rows. */
  readonly #runs: Run[] = [];
  /** The bytes of the reader that the last run has a copy of: their memory is used again for other rows. */
  #copied: Uint8Array | null = null;
  readonly #single = new Map<number, string>();

  set(row: number, text: string): void {
    this.#single.set(row, kept(text));
  }

  /** Forgets all of them. */
  clear(): void {
    this.#runs.length = 0;
    this.#copied = null;
    this.#single.clear();
  }

  setRun(row: number, rows: number, { bytes, ends }: Ids, record: number): void {
    const column = this.#copied === bytes ? this.#runs.at(-1)!.column : { bytes: bytes.slice(), ends: ends.slice() };
    this.#copied = bytes;
    this.#runs.push({ row, rows, column, record });
  }

  get(row: number): string {
    const single = this.#single.get(row);
    if (single !== undefined) return single;
    let [low, high] = [0, this.#runs.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle]!.row <= row) low = middle;
      else high = middle;
    }
    const run = this.#runs[low];
    return run === undefined || row >= run.row + run.rows ? '' : idAt(run.column, run.record + row - run.row);
  }
}

/** The id of a record; empty for none. */
export function idAt({ bytes, ends }: Ids, record: number): string {
  const from = record === 0 ? 0 : ends[record - 1]!;
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, ends[record]! - from).toString('latin1');
}
