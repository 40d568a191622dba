import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';

/** A chunk of a result. It is kept while its vectors are read: they are views of its memory, which is freed with it. */
interface Page {
  readonly chunk: DuckDBDataChunk | null;
  readonly columns: readonly DuckDBVector[];
  readonly rows: number;
}

const noPage: Page = { chunk: null, columns: [], rows: 0 };

/** Walks through the rows of a result by its first column, such as their number in the file. */
export class Cursor {
  /** The first column of the current row; Infinity after the last. */
  at = -1;
  #row = -1;
  #page = noPage;
  readonly #chunks: AsyncIterator<DuckDBDataChunk>;

  constructor(chunks: AsyncIterable<DuckDBDataChunk>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Steps to the next row if that needs no waiting; false if `load` must be awaited first. */
  step(): boolean {
    this.#row += 1;
    if (this.#row >= this.#page.rows) return false;
    this.at = this.number(0);
    return true;
  }

  /** Takes the next chunk, and its first row. */
  async load(): Promise<void> {
    const next = await this.#chunks.next();
    this.#row = -1;
    if (next.done) {
      this.#page = noPage;
      this.at = Number.POSITIVE_INFINITY;
      return;
    }
    const chunk = next.value;
    const columns = Array.from({ length: chunk.columnCount }, (_, i) => chunk.getColumnVector(i));
    this.#page = { chunk, columns, rows: chunk.rowCount };
    this.step();
  }

  /** Takes all rows, one after the other. */
  async each(take: (row: Cursor) => void): Promise<void> {
    for (await this.load(); this.at < Number.POSITIVE_INFINITY; ) {
      take(this);
      if (!this.step()) await this.load();
    }
  }

  /** A column of DOUBLE or INTEGER. */
  number(column: number): number {
    return this.#page.columns[column]!.getItem(this.#row) as number;
  }

  /** A column of VARCHAR; null for NULL. */
  text(column: number): string | null {
    return this.#page.columns[column]!.getItem(this.#row) as string | null;
  }
}
