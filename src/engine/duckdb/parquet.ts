import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { Problem } from '../../core/problem.ts';
import type { FieldType } from '../../records/field-types.ts';
import type { Cell, RecordTable } from '../load/read-records.ts';
import { loadDuckDB } from './package.ts';
import { literal } from './sql-text.ts';

type DuckDB = typeof import('@duckdb/node-api');

/** Rows that DuckDB takes at a time, at most. */
const chunkRows = 2048;

/** Writes records as Parquet files. DuckDB asks for them while it writes, so it never holds more than a part of a file. */
export class ParquetWriter {
  readonly #duckdb: DuckDB;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** Ends a running write: its thread waits for rows from this one, and an ending process waits for that thread. */
  #stop: (() => Promise<void>) | null = null;

  private constructor(duckdb: DuckDB, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#duckdb = duckdb;
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * Throws the Problem `no_duckdb` if the package is missing. `atEnd` registers an action for the end of the run, and
   * keeps the process until a promise that it returns is settled.
   */
  static async open(atEnd: (action: () => void | Promise<void>) => void): Promise<ParquetWriter> {
    const duckdb = await loadDuckDB({
      en: 'or choose a format that needs no package: --format csv',
      fr: "ou choisissez un format qui n'a besoin d'aucun paquet\u00a0: --format csv",
    });
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      // One after the other: records stay in their order, and the same records give the same bytes.
      threads: '1',
      temp_directory: '',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const writer = new ParquetWriter(duckdb, instance, await instance.connect());
    atEnd(() => (writer.#stop === null ? writer.#close() : writer.#stop()));
    return writer;
  }

  /** Writes the records of a kind into a file; returns their number. */
  async write(path: string, { kind, fields, rows }: RecordTable): Promise<number> {
    const columns = fields.map(({ name, type }) => ({ name, ...columnOf(this.#duckdb, type, `${kind}.${name}`) }));
    const records = rows[Symbol.iterator]();
    let count = 0;
    let failure: unknown = null;
    let isStopped = false;
    const source = this.#duckdb.DuckDBTableFunction.create({
      name: `all_of_${kind}`,
      bindFunction: (info) => {
        for (const { name, type } of columns) info.addResultColumn(name, type);
      },
      initFunction: (info) => info.setMaxThreads(1),
      mainFunction: (_, chunk) => {
        try {
          if (isStopped) throw new Error('stopped');
          count += fill(chunk, columns, records);
        } catch (error) {
          // DuckDB passes on only the message.
          failure = error;
          throw error;
        }
      },
    });
    this.#connection.registerTableFunction(source);
    const copy = `COPY (FROM all_of_${kind}()) TO ${literal(path)} (FORMAT parquet, USE_TMP_FILE false)`;
    const done = this.#connection.run(copy);
    const settled = done.then(
      () => {},
      () => {},
    );
    this.#stop = () => {
      isStopped = true;
      return settled;
    };
    await settled;
    this.#stop = null;
    // The run is over: it neither continues nor reports this as a failure.
    if (isStopped) await new Promise(() => {});
    await done.catch((error: unknown) => {
      throw failure ?? asOfSystem(error);
    });
    return count;
  }

  #close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

interface Column {
  readonly type: DuckDBType;
  readonly value: (cell: number) => DuckDBValue;
}

/** Decimals of millionths, in eight bytes: a cell has at most 9 007 199 254 units, a sum of rows seldom a hundred times that. */
const [digits, places] = [18, 6];
const limit = 10 ** digits;

function columnOf(duckdb: DuckDB, type: FieldType, name: string): Column {
  const { DuckDBDateValue, DuckDBDecimalValue, DuckDBTimestampTZValue, DATE, DECIMAL, TIMESTAMPTZ, VARCHAR } = duckdb;
  switch (type) {
    case 'text':
    case 'key':
      return { type: VARCHAR, value: String };
    case 'instant':
      return { type: TIMESTAMPTZ, value: (ms) => new DuckDBTimestampTZValue(BigInt(ms) * 1000n) };
    case 'day':
      return { type: DATE, value: (day) => new DuckDBDateValue(day) };
    default:
      return {
        type: DECIMAL(digits, places),
        value: (millionths) => {
          if (Math.abs(millionths) < limit) return new DuckDBDecimalValue(BigInt(millionths), digits, places);
          throw new Problem(
            'too_large',
            {
              en: `${name} has a number that the type DECIMAL(${digits},${places}) cannot hold`,
              fr: `${name} a un nombre que le type DECIMAL(${digits},${places}) ne peut pas contenir`,
            },
            [
              {
                en: 'choose another format, which has no such bound: --format csv',
                fr: "choisissez un autre format, qui n'a pas cette limite\u00a0: --format csv",
              },
            ],
          );
        },
      };
  }
}

/** Fills a chunk with the next records; returns their number, 0 at the end. */
function fill(chunk: DuckDBDataChunk, columns: readonly Column[], records: Iterator<readonly Cell[]>): number {
  const batch: (readonly Cell[])[] = [];
  while (batch.length < chunkRows) {
    const next = records.next();
    if (next.done === true) break;
    batch.push(next.value);
  }
  chunk.rowCount = batch.length;
  if (batch.length === 0) return 0;
  for (const [place, { value }] of columns.entries()) {
    const values = batch.map((record) => {
      const cell = record[place] ?? null;
      return typeof cell === 'number' ? value(cell) : cell;
    });
    chunk.setColumnValues(place, values);
  }
  return batch.length;
}

/** The system's message, with Node's code for it. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|not enough space/i, 'ENOSPC'],
  [/Disk quota exceeded/i, 'EDQUOT'],
  [/File too large/i, 'EFBIG'],
];

/** A write error, as Node would throw it; other errors are DuckDB's own. */
function asOfSystem(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('IO Error')) return error;
  const [, code = 'EIO'] = codes.find(([says]) => says.test(error.message)) ?? [];
  return Object.assign(error, { code });
}
