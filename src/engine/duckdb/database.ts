import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import { inOurWords, temporary } from './failures.ts';
import { loadDuckDB } from './package.ts';
import { type ColumnType, TableWriter } from './table-writer.ts';

/** What DuckDB may use; null leaves it to DuckDB. */
export interface DuckSettings {
  readonly threads: number | null;
  /** For the whole run, such as `1GB`: somewhat more than half of it is DuckDB's. */
  readonly memoryLimit: string | null;
  /** Where it puts what does not fit in memory; null: the system's folder for such files. */
  readonly tempDir: string | null;
  /** Registers an action for the end of the run, however it ends. */
  readonly atEnd: (action: () => void) => void;
}

/**
 * DuckDB's share of the memory that a run may have: the rest is for the records that come out of it. Measured on 30
 * million visits.
 */
const ownPart = (limit: string): string => limit.replace(/^[\d.]+/, (size) => String(Number(size) * 0.55));

/** How long an interrupted statement may take to stop. */
const stopMs = 150;

/** A database in memory that may read no file; what it puts in a folder of its own is removed at the end. */
export class Database {
  readonly #duckdb: typeof import('@duckdb/node-api');
  readonly #instance: DuckDBInstance;
  readonly #main: DuckDBConnection;
  /** A result that is streamed keeps its connection. */
  readonly #free: DuckDBConnection[] = [];
  readonly #open: DuckDBConnection[] = [];
  /** Running statements. */
  #busy = 0;
  #stopped = false;
  #released = false;

  private constructor(duckdb: typeof import('@duckdb/node-api'), instance: DuckDBInstance, main: DuckDBConnection) {
    this.#duckdb = duckdb;
    this.#instance = instance;
    this.#main = main;
    this.#open.push(main);
  }

  /** Opens a database. Throws the Problem `no_duckdb` if the package is missing. */
  static async open({ threads, memoryLimit, tempDir, atEnd }: DuckSettings): Promise<Database> {
    const duckdb = await loadDuckDB({
      en: 'or leave out --engine duckdb: the memory engine gives the same figures.',
      fr: 'ou retirez --engine duckdb\u00a0: le moteur memory donne les mêmes chiffres.',
    });
    const folder = temporary(tempDir ?? tmpdir());
    let database: Database | null = null;
    atEnd(() => {
      if (database !== null) database.#close();
      rmSync(folder, { recursive: true, force: true });
    });
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      ...(threads === null ? {} : { threads: String(threads) }),
      ...(memoryLimit === null ? {} : { memory_limit: ownPart(memoryLimit) }),
      // Inside the folder: once that is gone, nothing is created again.
      temp_directory: join(folder, 'duckdb'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const main = await instance.connect();
    await main.run('SET enable_external_access = false');
    await main.run('SET lock_configuration = true');
    database = new Database(duckdb, instance, main);
    return database;
  }

  async run(sql: string): Promise<void> {
    await this.#told(() => this.#main.run(sql));
  }

  /** All rows of a small result. */
  async rows(sql: string): Promise<readonly (readonly unknown[])[]> {
    return (await this.#told(() => this.#main.runAndReadAll(sql))).getRows();
  }

  /** Makes a table, to be filled. */
  async makeTable(
    table: string,
    columns: readonly (readonly [name: string, type: ColumnType])[],
  ): Promise<TableWriter> {
    await this.run(`CREATE TABLE ${table} (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`);
    const appender = await this.#main.createAppender(table);
    const types = columns.map(([, type]) => type);
    return new TableWriter(this.#duckdb, appender, types);
  }

  /** Makes a table of this many rows; each column gives the value of a row. */
  async fill(
    table: string,
    columns: readonly (readonly [name: string, type: ColumnType])[],
    rows: number,
    values: Parameters<TableWriter['append']>[1],
  ): Promise<void> {
    const writer = await this.makeTable(table, columns);
    writer.append(rows, values);
    writer.close();
  }

  /** The chunks of a result, in order, as they are calculated: none of them waits in memory. */
  async *chunks(sql: string): AsyncGenerator<DuckDBDataChunk> {
    yield* await this.#asked((connection) => connection.stream(sql));
  }

  /** The same once all are calculated: grouping rows is faster this way, by all threads instead of one. */
  wholeChunks(sql: string): Promise<AsyncGenerator<DuckDBDataChunk>> {
    return this.#asked((connection) => connection.run(sql));
  }

  async #asked(ask: (connection: DuckDBConnection) => Promise<DuckDBResult>): Promise<AsyncGenerator<DuckDBDataChunk>> {
    const connection = this.#free.pop() ?? (await this.#connect());
    return this.#chunks(connection, await this.#told(() => ask(connection)));
  }

  async *#chunks(connection: DuckDBConnection, result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
    const fetch = (): Promise<DuckDBDataChunk | null> => {
      const next = this.#told(() => result.fetchChunk());
      next.catch(() => {});
      return next;
    };
    let next = fetch();
    for (let chunk = await next; chunk !== null && chunk.rowCount > 0; chunk = await next) {
      // The next one is made while this one is processed.
      next = fetch();
      yield chunk;
    }
    this.#free.push(connection);
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    this.#open.push(connection);
    return connection;
  }

  async #told<T>(work: () => Promise<T>): Promise<T> {
    if (this.#stopped) throw new Error('the database was stopped');
    this.#busy += 1;
    try {
      return await work();
    } catch (error) {
      throw inOurWords(error);
    } finally {
      this.#busy -= 1;
    }
  }

  /** Closes the database. If it is working when a signal ends the run, it is interrupted, and ends with the program. */
  #close(): void {
    if (this.#busy > 0) {
      for (const connection of this.#open) connection.interrupt();
      // A moment for its threads to stop writing what is about to be removed.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stopMs);
      return;
    }
    this.#release();
  }

  /** Stops running statements, waits for them to end, and frees all memory. */
  async stop(): Promise<void> {
    this.#stopped = true;
    while (this.#busy > 0) {
      for (const connection of this.#open) connection.interrupt();
      await new Promise((done) => setTimeout(done, 10));
    }
    this.#release();
  }

  #release(): void {
    if (this.#released) return;
    this.#released = true;
    for (const connection of this.#open) connection.closeSync();
    this.#instance.closeSync();
  }
}
