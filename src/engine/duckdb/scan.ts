import { giftCardPattern } from '../../core/gift-cards.ts';
import { onlyTotal } from '../../core/total-words.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Zones } from '../../plan/compile.ts';
import { cellSql, FieldsSql, wholeCellSql } from '../../plan/compile-sql.ts';
import type { FilePlan, TablePlan } from '../../plan/plan.ts';
import { positionsOf } from '../../plan/resolve-fields.ts';
import { skipRules } from '../../plan/skip-rules.ts';
import { recordFields } from '../../records/index.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import { readInto } from './read-into.ts';
import type { RegularFile } from './regular.ts';
import { also, anyOf, literal } from './sql-text.ts';
import { WordColumns } from './word-columns.ts';

/** Text fields that hardly ever repeat: read in SQL. All others are words, each read once. */
const keyFields = new Set([
  'customer_key',
  'requester_key',
  'visitor_id',
  'order_id',
  'refund_of',
  'ticket_id',
  'sku',
  'product',
]);

export const isKeyField = (kind: TablePlan['kind'], name: string): boolean =>
  keyFields.has(name) || recordFields(kind).get(name)?.role === 'id';

/** How the rows of a table are read in SQL. */
export interface ScanPlan {
  /** By place in the reader's number fields. */
  readonly numbers: readonly string[];
  readonly lines: readonly string[];
  /** Places in the reader's text fields that are keys, with their form: visitors are identified by 128 bits. */
  readonly keys: readonly { readonly at: number; readonly sql: string }[];
  /** Places of the words among the text fields. */
  readonly words: readonly number[];
  /** Columns of the file that words are read from. */
  readonly wordCells: readonly number[];
  /** True for rows that SQL leaves to TypeScript. */
  readonly odd: string;
  /** The source of all of these. */
  readonly from: string;
}

/** Plans to read a table in SQL, with only the words that are needed; null if one of its fields has no SQL form. */
export function scanPlan(
  table: TablePlan,
  file: RegularFile,
  reader: RowReader,
  line: RowReader | null,
  zones: Zones,
  needsWord: (name: string) => boolean = () => true,
  giftCards: readonly string[] = [],
): ScanPlan | null {
  if (table.totals !== null) return null;
  const fields = new FieldsSql(zones);
  const numbers = reader.numberFields.map(({ from }) => fields.number(from));
  const lines = (line?.numberFields ?? []).map(({ from }) => fields.number(from));
  const keys = reader.textFields.flatMap(({ name, from }, at) =>
    isKeyField(table.kind, name) ? [{ at, sql: name === 'visitor_id' ? fields.bits(from) : fields.text(from) }] : [],
  );
  if ([...numbers, ...lines, ...keys.map(({ sql }) => sql)].some((sql) => sql === null)) return null;
  const words = reader.textFields.flatMap(({ name }, at) =>
    isKeyField(table.kind, name) || !needsWord(name) ? [] : [at],
  );
  const wordCells = new Set([
    ...words.flatMap((at) => positionsOf(reader.textFields[at]!.from)),
    ...table.skip.flatMap(({ of }) => positionsOf(of)),
  ]);
  const extra = Array.from({ length: file.width - table.header.length }, (_, i) => cellSql(table.header.length + i));
  const pattern = table.kind === 'order' ? giftCardPattern(giftCards) : null;
  // A line that may sell a gift card is examined in TypeScript, with its texts.
  const named = [...new Set([table.line?.product, table.line?.sku].flatMap((from) => (from ? positionsOf(from) : [])))];
  const gifts =
    pattern === null
      ? []
      : named.map((at) => `coalesce(regexp_matches(${cellSql(at)}, ${literal(pattern)}, 'i'), false)`);
  const ids = table.records?.ids ?? [];
  const totals = ids.map((at) => `coalesce(regexp_matches(${cellSql(at)}, ${literal(onlyTotal)}, 'i'), false)`);
  const again = `coalesce(${cellSql(0)} = ${literal(table.header[0] ?? '')}, false)`;
  return {
    numbers: numbers.map((sql) => sql!),
    lines: lines.map((sql) => sql!),
    keys: keys.map(({ at, sql }) => ({ at, sql: sql! })),
    words,
    wordCells: [...wordCells].sort((a, b) => a - b),
    odd: anyOf([again, ...extra.map((cell) => `${cell} IS NOT NULL`), ...gifts, ...totals, ...fields.unsure()]),
    from: fields.from(readCsvSql(file), [
      cellSql(0),
      ...extra,
      ...[...wordCells, ...ids, ...(gifts.length > 0 ? named : [])].map(cellSql),
    ]),
  };
}

/** How much of a file is in memory at once per thread: no slower than DuckDB's 32 MB, which data can use better. */
const bufferBytes = 6_000_000;

/** All cells of a file as text, NULL if empty. */
export function readCsvSql({ path, skip, width, delimiter }: RegularFile): string {
  const columns = Array.from({ length: width }, (_, i) => `${cellSql(i)}: 'VARCHAR'`).join(', ');
  // File names mean nothing: neither an extension such as .gz, nor a folder such as year=2026.
  return `read_csv(${literal(path)}, compression = 'none', hive_partitioning = false, auto_detect = false, header = false, skip = ${skip}, delim = ${literal(delimiter)}, quote = '"', escape = '"', comment = '', strict_mode = true, buffer_size = ${bufferBytes}, null_padding = false, nullstr = [''], columns = {${columns}})`;
}

/** Raw rows of a file, with their number from 0; `odd` selects the numbers. `cellsOf` gives their cells. */
export function rawRows(database: Database, file: RegularFile, odd: string): Cursor {
  const cells = Array.from({ length: file.width }, (_, i) => wholeCellSql(i));
  return new Cursor(
    database.chunks(
      `SELECT CAST(row AS DOUBLE)${also(cells)} FROM (SELECT row_number() OVER () - 1 AS row, * FROM ${readCsvSql(file)}) WHERE row IN (${odd}) ORDER BY row`,
    ),
  );
}

/** The cells of a raw row. */
export const cellsOf = (row: Cursor, { width }: RegularFile): string[] =>
  Array.from({ length: width }, (_, i) => row.text(i + 1) ?? '');

/** Names of the columns of a scanned table. */
export const numberColumn = (at: number): string => `f${at}`;
export const lineColumn = (at: number): string => `l${at}`;
export const keyColumn = (at: number): string => `k${at}`;

/** A combination of words that rows of the table have. */
export interface Combo {
  /** By place in the reader's text fields; null for keys. */
  readonly texts: readonly (string | null)[];
  /** Whether its rows are left to TypeScript. */
  readonly odd: boolean;
  /** Whether it has a status: a row of an order with one is its first, whatever its amounts. */
  readonly hasStatus: boolean;
  /** Whether its amounts must be converted. */
  readonly isForeign: boolean;
}

/** Up to this many combinations of words are kept; a table with more is read by TypeScript. */
const mostCombos = 200_000;

/** A table in typed columns, with its row numbers as `rowid` from 0. */
export interface Scan {
  readonly name: string;
  readonly rows: number;
  /** Of a row, the number of its words in `name_words`. */
  readonly words: string;
  readonly combos: readonly Combo[];
}

/**
 * Reads a file into a table `name`, and its combinations of words into `name_words`. Null if there are too many of
 * these, or if DuckDB does not read the file as this program does.
 */
export async function scan(
  database: Database,
  name: string,
  file: FilePlan,
  regular: RegularFile,
  plan: ScanPlan,
  reader: RowReader,
  currency: string | null,
): Promise<Scan | null> {
  const words = await WordColumns.of(database, name, regular, plan.wordCells);
  const sql = `CREATE TABLE ${name} AS SELECT ${plan.odd} AS odd${also([
    ...plan.numbers.map((value, at) => `${value} AS ${numberColumn(at)}`),
    ...plan.lines.map((value, at) => `${value} AS ${lineColumn(at)}`),
    ...plan.keys.map(({ at, sql }) => `${sql} AS ${keyColumn(at)}`),
    ...words.columns,
  ])} FROM ${plan.from}`;
  if (!(await readInto(database, name, regular, file.input.size ?? 0, sql))) return null;
  const combos = await combosOf(database, name, file, regular, plan, words, reader, currency);
  if (combos === null) {
    await database.run(`DROP TABLE ${name}`);
    return null;
  }
  const [count] = await database.rows(`SELECT count(*) FROM ${name}`);
  return { name, rows: Number(count?.[0]), words: words.hash, combos };
}

/**
 * The combinations of words of the table `name`, also as the table `name_words`: their hash `words` and number `combo`,
 * and what is known of them. Null if there are too many.
 */
export async function combosOf(
  database: Database,
  name: string,
  file: FilePlan,
  { width }: RegularFile,
  plan: ScanPlan,
  words: WordColumns,
  reader: RowReader,
  currency: string | null = null,
): Promise<readonly Combo[] | null> {
  const found = await database.rows(
    `SELECT DISTINCT ${words.hash} AS words${also(words.names)} FROM ${name} ORDER BY ALL LIMIT ${mostCombos + 1}`,
  );
  const hashes = new Set(found.map(([hash]) => hash));
  if (found.length > mostCombos || hashes.size < found.length) return null;
  const skip = skipRules(file.tables[0]!.skip);
  const combos = found.map(([, ...values]): Combo => {
    const row = new Array<string>(width).fill('');
    const cells = words.cells(values);
    for (const [place, cell] of plan.wordCells.entries()) row[cell] = cells[place] ?? '';
    const fine = reader.readTexts(row);
    const text = (field: string): string | null => reader.texts[reader.textAt(field)] ?? null;
    const missing = plan.words.some((at) => reader.textFields[at]!.required && reader.texts[at] === null);
    const code = (text('currency') ?? file.currency ?? '').toUpperCase();
    return {
      texts: reader.textFields.map((_, at) => (plan.words.includes(at) ? (reader.texts[at] ?? null) : null)),
      odd: !fine || missing || skip.some(({ test }) => test(row)),
      hasStatus: text('status') !== null,
      isForeign: currency !== null && code !== '' && code !== currency,
    };
  });
  await database.run(
    `CREATE TABLE ${name}_words (words UBIGINT, combo INTEGER, odd BOOLEAN, has_status BOOLEAN, is_foreign BOOLEAN)`,
  );
  await database.append(`${name}_words`, found.length, (appender, i) => {
    const { odd, hasStatus, isForeign } = combos[i]!;
    appender.appendUBigInt(found[i]![0] as bigint);
    appender.appendInteger(i);
    appender.appendBoolean(odd);
    appender.appendBoolean(hasStatus);
    appender.appendBoolean(isForeign);
  });
  return combos;
}
