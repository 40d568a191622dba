import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import { inOurWords, temporary } from './failures.ts';
import { loadDuckDB } from './package.ts';
import { literal } from './sql-text.ts';

/** What DuckDB may use; null leaves it to DuckDB. */
export interface DuckSettings {
  readonly threads: number | null;
  /** For the whole run, such as `1GB`: somewhat more than half of it is DuckDB's. */
  readonly memoryLimit: string | null;
  /** Where it puts what does not fit in memory; null: the system's folder for such files. */
  readonly tempDir: string | null;
  /** Registers an action for the end of the run, however it ends. */
  readonly atEnd: (action: () => void) => void;
  /** Receives the number of bytes read, as they are read. */
  readonly onRead: (bytes: number) => void;
}

/**
 * DuckDB's share of the memory that a run may have: the rest is for the records that come out of it. Measured on 30
 * million visits.
 */
const ownPart = (limit: string): string => limit.replace(/^[\d.]+/, (size) => String(Number(size) * 0.55));

/** How often a statement that reads a file is asked for its progress. */
const progressMs = 200;

/** How long an interrupted statement may take to stop. */
const stopMs = 150;

/** A database in memory that may read some files and nothing else. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #main: DuckDBConnection;
  /** A result that is streamed keeps its connection. */
  readonly #free: DuckDBConnection[] = [];
  readonly #open: DuckDBConnection[] = [];
  readonly #others: Database[] = [];
  /** Running statements. */
  #busy = 0;
  #stopped = false;
  #released = false;

  readonly #onRead: (bytes: number) => void;

  private constructor(instance: DuckDBInstance, main: DuckDBConnection, onRead: (bytes: number) => void) {
    this.#onRead = onRead;
    this.#instance = instance;
    this.#main = main;
    this.#open.push(main);
  }

  /** Opens a database that may read `files`. Throws the Problem `no_duckdb` if the package is missing. */
  static async open(
    files: readonly string[],
    { threads, memoryLimit, tempDir, atEnd, onRead }: DuckSettings,
  ): Promise<Database> {
    const { DuckDBInstance } = await loadDuckDB({
      en: 'or leave out --engine duckdb: the memory engine gives the same figures.',
      fr: 'ou retirez --engine duckdb\u00a0: le moteur memory donne les mêmes chiffres.',
    });
    const folder = temporary(tempDir ?? tmpdir());
    let database: Database | null = null;
    atEnd(() => {
      if (database !== null) database.#close();
      rmSync(folder, { recursive: true, force: true });
    });
    const instance = await DuckDBInstance.create(':memory:', {
      ...(threads === null ? {} : { threads: String(threads) }),
      ...(memoryLimit === null ? {} : { memory_limit: ownPart(memoryLimit) }),
      // Inside the folder: once that is gone, nothing is created again.
      temp_directory: join(folder, 'duckdb'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const [main, second] = [await instance.connect(), await instance.connect()];
    for (const connection of [main, second]) {
      // Progress is queried; DuckDB prints nothing itself.
      await connection.run('SET enable_progress_bar = true');
      await connection.run('SET enable_progress_bar_print = false');
      await connection.run('SET progress_bar_time = 0');
    }
    await main.run(`SET allowed_paths = [${files.map(literal).join(', ')}]`);
    await main.run('SET enable_external_access = false');
    await main.run('SET lock_configuration = true');
    database = new Database(instance, main, onRead);
    database.#others.push(new Database(instance, second, onRead));
    return database;
  }

  /** The same database through its own connection, to work at the same time. */
  get beside(): Database {
    return this.#others[0]!;
  }

  /** Runs a statement that reads a file of this many bytes. */
  async read(sql: string, bytes: number): Promise<void> {
    let told = 0;
    const tell = (part: number): void => {
      const read = Math.floor(Math.min(Math.max(part, 0), 1) * bytes);
      if (read > told) this.#onRead(read - told);
      told = Math.max(told, read);
    };
    const timer = setInterval(() => tell(this.#main.progress.percentage / 100), progressMs);
    try {
      await this.run(sql);
      tell(1);
    } finally {
      clearInterval(timer);
    }
  }

  async run(sql: string): Promise<void> {
    await this.#told(() => this.#main.run(sql));
  }

  /** All rows of a small result. */
  async rows(sql: string): Promise<readonly (readonly unknown[])[]> {
    return (await this.#told(() => this.#main.runAndReadAll(sql))).getRows();
  }

  /** Inserts this many rows, each written by `write`. */
  async append(table: string, rows: number, write: (appender: DuckDBAppender, row: number) => void): Promise<void> {
    const appender = await this.#main.createAppender(table);
    for (let row = 0; row < rows; row += 1) {
      write(appender, row);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Makes a table of whole numbers. */
  async makeNumbers(table: string, columns: readonly string[], rows: readonly (readonly number[])[]): Promise<void> {
    await this.run(`CREATE TABLE ${table} (${columns.map((column) => `${column} INTEGER`).join(', ')})`);
    await this.append(table, rows.length, (appender, row) => {
      for (const value of rows[row]!) appender.appendInteger(value);
    });
  }

  /** Makes a table of texts in its column `value`: a list of thousands is too long for a statement. */
  async makeTexts(table: string, texts: readonly string[]): Promise<void> {
    await this.run(`CREATE TABLE ${table} (value VARCHAR)`);
    await this.append(table, texts.length, (appender, row) => appender.appendVarchar(texts[row]!));
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
    const all = [this, ...this.#others];
    if (all.some((one) => one.#busy > 0)) {
      for (const one of all) for (const connection of one.#open) connection.interrupt();
      // A moment for its threads to stop writing what is about to be removed.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stopMs);
      return;
    }
    this.#release();
  }

  /** Stops running statements, waits for them to end, and frees all memory. */
  async stop(): Promise<void> {
    const all = [this, ...this.#others];
    for (const one of all) one.#stopped = true;
    while (all.some((one) => one.#busy > 0)) {
      for (const one of all) for (const connection of one.#open) connection.interrupt();
      await new Promise((done) => setTimeout(done, 10));
    }
    this.#release();
  }

  #release(): void {
    if (this.#released) return;
    this.#released = true;
    for (const one of [this, ...this.#others]) for (const connection of one.#open) connection.closeSync();
    this.#instance.closeSync();
  }
}
