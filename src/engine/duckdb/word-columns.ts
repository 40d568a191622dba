import { Problem } from '../../core/problem.ts';
import { cellSql } from '../../plan/compile-sql.ts';
import { headRecords } from '../../readers/csv.ts';
import { defaultLimits } from '../../readers/input.ts';
import type { Database } from './database.ts';
import { headOf, type RegularFile } from './regular.ts';
import { anyOf, literal } from './sql-text.ts';

/** Separates two cells: files that contain it are not read by DuckDB. */
const apart = '\0';

/** The column that has all words of a row if one of them is not a member. */
export const unknownWords = 'all_words';

/** This many first rows, or bytes, contain nearly all words of a file. */
const headRows = 5_000;
const headBytes = 1 << 19;

/**
 * The cells of words as columns of a scanned table. Words that the first rows of the file have are members of an ENUM, a byte
 * or two each; a row with any other word has all its words in the last column.
 */
export class WordColumns {
  /** The number, from these columns, that distinguishes combinations of words. */
  readonly hash: string;
  /** The same if no row has words that are not members. */
  readonly hashOfKnown: string;
  /** The columns with their values, and their names. */
  readonly columns: readonly string[];
  readonly names: readonly string[];

  private constructor(name: string, cells: readonly number[]) {
    const texts = cells.map(cellSql);
    const members = cells.map((cell) => `TRY_CAST(${cellSql(cell)} AS ${typeName(name, cell)})`);
    const unknown = anyOf(texts.map((text, i) => `(${text} IS NOT NULL AND ${members[i]} IS NULL)`));
    const known = cells.map((cell) => `w${cell}`);
    this.names = cells.length === 0 ? [] : [...known, unknownWords];
    const hashOf = (last: string): string =>
      `CAST(${cells.length === 0 ? '0' : `hash(${[...known, last].join(', ')})`} AS UBIGINT)`;
    this.hash = hashOf(unknownWords);
    this.hashOfKnown = hashOf('NULL::VARCHAR');
    // As one text: a list would take four times as much in every row, though hardly any has one.
    const all = texts.map((text) => `coalesce(${text}, '')`).join(` || chr(${apart.charCodeAt(0)}) || `);
    this.columns = [...members, `CASE WHEN ${unknown} THEN ${all} END`].flatMap((value, i) =>
      this.names[i] === undefined ? [] : [`${value} AS ${this.names[i]}`],
    );
  }

  /** Examines the first rows of a file. */
  static async of(
    database: Database,
    name: string,
    file: RegularFile,
    wordCells: readonly number[],
  ): Promise<WordColumns> {
    const found = wordsOfHead(file, wordCells);
    // No cell is an empty text, but an ENUM needs a member.
    const types = wordCells.map((cell, i) => {
      const members = ['', ...found[i]!].map(literal).join(', ');
      return `CREATE TYPE ${typeName(name, cell)} AS ENUM (${members})`;
    });
    if (types.length > 0) await database.run(types.join('; '));
    return new WordColumns(name, wordCells);
  }

  /** The texts of the cells, from the values of the columns; null for empty cells. */
  cells(values: readonly unknown[]): readonly (string | null)[] {
    const all = values.at(-1) as string | null | undefined;
    const texts = all?.split(apart) ?? (values.slice(0, -1) as (string | null)[]);
    return texts.map((text) => (text === '' ? null : text));
  }
}

const typeName = (name: string, cell: number): string => `${name}_e${cell}`;

/** By cell, the words that the first rows of a file have in it; none if they are malformed. */
function wordsOfHead(file: RegularFile, cells: readonly number[]): readonly string[][] {
  const only = new Uint8Array(file.width);
  for (const cell of cells) only[cell] = 1;
  let rows: readonly string[][] = [];
  try {
    [, ...rows] = headRecords(headOf(file.path, headBytes), file, headRows, defaultLimits, only);
  } catch (error) {
    // DuckDB does not read such a file either.
    if (!(error instanceof Problem)) throw error;
  }
  return cells.map((cell) =>
    [...new Set(rows.flatMap((row) => row[cell] || []))].filter((word) => !word.includes(apart)),
  );
}
