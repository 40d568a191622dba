import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '../../core/problem.ts';
import { literal } from './sql-text.ts';

/** What DuckDB may use; null leaves it to DuckDB. */
export interface DuckSettings {
  readonly threads: number | null;
  /** Such as `1GB`. */
  readonly memoryLimit: string | null;
  /** Where it puts what does not fit in memory. */
  readonly tempDir: string | null;
}

/** Whether DuckDB can be loaded here. */
export const isInstalled = (): Promise<boolean> =>
  import('@duckdb/node-api').then(
    () => true,
    () => false,
  );

/** A database in memory that may read some files and nothing else. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #main: DuckDBConnection;
  /** A result that is streamed keeps its connection. */
  readonly #free: DuckDBConnection[] = [];

  private constructor(instance: DuckDBInstance, main: DuckDBConnection) {
    this.#instance = instance;
    this.#main = main;
  }

  /** Opens a database that may read `files`. Throws the Problem `no_duckdb` where the package is not there. */
  static async open(files: readonly string[], { threads, memoryLimit, tempDir }: DuckSettings): Promise<Database> {
    const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: unknown) => {
      throw new Problem('no_duckdb', `DuckDB cannot be loaded: ${String(error).split('\n')[0]}`, [
        'Install it beside kpi: npm install @duckdb/node-api',
        'or leave out --engine duckdb: the memory engine gives the same figures.',
      ]);
    });
    const instance = await DuckDBInstance.create(':memory:', {
      ...(threads === null ? {} : { threads: String(threads) }),
      ...(memoryLimit === null ? {} : { memory_limit: memoryLimit }),
      ...(tempDir === null ? {} : { temp_directory: tempDir }),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const main = await instance.connect();
    await main.run(`SET allowed_paths = [${files.map(literal).join(', ')}]`);
    await main.run('SET enable_external_access = false');
    await main.run('SET lock_configuration = true');
    return new Database(instance, main);
  }

  async run(sql: string): Promise<void> {
    await this.#main.run(sql);
  }

  /** All rows of a small result. */
  async rows(sql: string): Promise<readonly (readonly unknown[])[]> {
    return (await this.#main.runAndReadAll(sql)).getRows();
  }

  /** Inserts so many rows, each written by `write`. */
  async append(table: string, rows: number, write: (appender: DuckDBAppender, row: number) => void): Promise<void> {
    const appender = await this.#main.createAppender(table);
    for (let row = 0; row < rows; row += 1) {
      write(appender, row);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** The chunks of a result, in order. */
  async *chunks(sql: string): AsyncGenerator<DuckDBDataChunk> {
    const connection = this.#free.pop() ?? (await this.#instance.connect());
    const result = await connection.stream(sql);
    for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
      if (chunk.rowCount === 0) break;
      yield chunk;
    }
    this.#free.push(connection);
  }

  close(): void {
    for (const connection of this.#free) connection.closeSync();
    this.#main.closeSync();
    this.#instance.closeSync();
  }
}
