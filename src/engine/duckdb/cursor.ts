import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';

/** Walks through the rows of a result by its first column, such as their number in the file. */
export class Cursor {
  /** The first column of the row at hand; Infinity behind the last. */
  at = -1;
  #row = -1;
  #columns: readonly DuckDBVector[] = [];
  /** Held as long as its vectors are read: they are views of its memory, which goes with it. */
  #chunk: DuckDBDataChunk | null = null;
  readonly #chunks: AsyncIterator<DuckDBDataChunk>;

  constructor(chunks: AsyncIterable<DuckDBDataChunk>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Steps to the next row where that needs no waiting; false where `load` must be awaited first. */
  step(): boolean {
    this.#row += 1;
    if (this.#chunk === null || this.#row >= this.#chunk.rowCount) return false;
    this.at = this.number(0);
    return true;
  }

  /** Takes the next chunk, and its first row. */
  async load(): Promise<void> {
    const next = await this.#chunks.next();
    this.#row = -1;
    if (next.done) {
      this.#chunk = null;
      this.at = Number.POSITIVE_INFINITY;
      return;
    }
    const chunk = next.value;
    this.#chunk = chunk;
    this.#columns = Array.from({ length: chunk.columnCount }, (_, i) => chunk.getColumnVector(i));
    this.step();
  }

  /** A column of DOUBLE or INTEGER. */
  number(column: number): number {
    return this.#columns[column]!.getItem(this.#row) as number;
  }

  /** A column of VARCHAR; null for NULL. */
  text(column: number): string | null {
    return this.#columns[column]!.getItem(this.#row) as string | null;
  }
}
