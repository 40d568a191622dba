import type { DuckDBAppender, DuckDBDataChunk, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { inOurWords } from './failures.ts';

type DuckDB = typeof import('@duckdb/node-api');

/** Types of columns that this program writes. */
export type ColumnType = 'INTEGER' | 'BIGINT' | 'UHUGEINT' | 'DOUBLE' | 'VARCHAR';

/** Rows that DuckDB takes at a time. */
const chunkRows = 2048;

/** Appends rows to a table, column by column, a few thousand at a time. */
export class TableWriter {
  readonly #chunk: DuckDBDataChunk;

  constructor(
    duckdb: DuckDB,
    private readonly appender: DuckDBAppender,
    types: readonly ColumnType[],
  ) {
    this.#chunk = duckdb.DuckDBDataChunk.create(types.map((type): DuckDBType => duckdb[type]));
  }

  /** Appends this many rows; each column gives the value of a row. */
  append(rows: number, columns: readonly ((row: number) => DuckDBValue)[]): void {
    try {
      this.#append(rows, columns);
    } catch (error) {
      throw inOurWords(error);
    }
  }

  #append(rows: number, columns: readonly ((row: number) => DuckDBValue)[]): void {
    const chunk = this.#chunk;
    for (let from = 0; from < rows; from += chunkRows) {
      const size = Math.min(chunkRows, rows - from);
      chunk.reset();
      chunk.rowCount = size;
      for (const [at, value] of columns.entries()) {
        const vector = chunk.getColumnVector(at);
        for (let row = 0; row < size; row += 1) vector.setItem(row, value(from + row));
        vector.flush();
      }
      this.appender.appendDataChunk(chunk);
    }
  }

  /** Writes what is still held back. */
  close(): void {
    try {
      this.appender.closeSync();
    } catch (error) {
      throw inOurWords(error);
    }
  }
}
