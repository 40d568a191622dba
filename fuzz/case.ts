import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import zlib from 'node:zlib';
import { zipOf } from '../test/readers/zip-kit.ts';
import { type Writing, written } from '../test/support/mangle.ts';
import { cellOf, workbookOf } from '../test/support/workbook.ts';

/*
 * A case is plain data, so that it can be made smaller step by step and kept as a file. Tables are kept as cells, not as
 * bytes: how many rows they have is known without reading them.
 */

export const ways = ['columns', 'duckdb', 'cache', 'french', 'accounts', 'process'] as const;
/** What is done with a case beside running it: `fuzz/try.ts` says what each is. */
export type Way = (typeof ways)[number];

export type Form = 'csv' | 'json' | 'ndjson' | 'xlsx';
export type Packed = 'gz' | 'zip';

export interface Table {
  /** Records of cells, the header first. */
  readonly records: readonly (readonly string[])[];
  readonly form: Form;
  readonly writing: Writing;
  /** How many times the rows are written, their first cells different each time. */
  readonly times: number;
}

/** What is in a file: cells, text, or bytes that are no text. */
export type Content = ({ readonly table: Table } | { readonly text: string } | { readonly base64: string }) & {
  readonly packed?: Packed;
};

export interface Case {
  /** The command line, after `kpi`. */
  readonly args: readonly string[];
  /** The files of its folder by name; `-` is standard input. */
  readonly files: Readonly<Record<string, Content>>;
  readonly ways: readonly Way[];
  /** Bytes that files are read by where they are read by columns. */
  readonly segment: number;
}

/** The rows of a table, each as often as it is written. */
function rowsOf({ records, times }: Table): string[][] {
  const rows = records.slice(1);
  const copy = (row: readonly string[], time: number): string[] =>
    row.map((cell, at) => (at === 0 && time > 0 && cell !== '' ? `${cell}-${time}` : cell));
  return Array.from({ length: times }, (_, time) => rows.map((row) => copy(row, time))).flat();
}

function bytesOfTable(table: Table): Buffer {
  const [header = []] = table.records;
  const rows = rowsOf(table);
  if (table.form === 'csv') return written({ name: '', records: [header, ...rows] }, table.writing);
  if (table.form === 'xlsx') {
    const cells = [header, ...rows].map((row) => row.map(cellOf));
    return workbookOf({ sheets: [{ name: 'Sheet1', rows: cells }] });
  }
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at] ?? `more ${at}`, cell])));
  const lines = objects.map((object) => JSON.stringify(object));
  return Buffer.from(table.form === 'json' ? `[${lines.join(',\n')}]` : `${lines.join('\n')}\n`);
}

/** The bytes of a file before it is packed. */
export function plainBytes(content: Content): Buffer {
  if ('table' in content) return bytesOfTable(content.table);
  return 'text' in content ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64');
}

export function bytesOf(content: Content, name: string): Buffer {
  const plain = plainBytes(content);
  if (content.packed === 'gz') return zlib.gzipSync(plain);
  return content.packed === 'zip' ? zipOf([{ name: `${name.replace(/\.zip$/, '')}.csv`, data: plain }]) : plain;
}

/** Bytes as content: as text where they are text. */
export function contentOf(bytes: Buffer, packed?: Packed): Content {
  const text = bytes.toString();
  const content = Buffer.from(text).equals(bytes) ? { text } : { base64: bytes.toString('base64') };
  return packed === undefined ? content : { ...content, packed };
}

/** Writes the files of a case into a folder. */
export function writeCase({ files }: Case, folder: string): void {
  for (const [name, content] of Object.entries(files)) {
    if (name === '-') continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytesOf(content, name));
  }
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Whether a row repeats the header, in which other changes may be made: another table may begin with it. */
const isHeaderAgain = (row: readonly string[], header: readonly string[]): boolean =>
  row.filter((cell) => cell !== '' && header.includes(cell)).length * 2 > header.length;

/** How many rows a file has by its construction; null where that is not known. Blank lines are no rows, objects are. */
export function rowsIn(content: Content): number | null {
  if (!('table' in content)) return null;
  const { records, form, writing, times } = content.table;
  const [header = [], ...rows] = records;
  const isCut = writing.encoding === 'latin1' && /[^\0-\xff]/.test(records.flat().join(''));
  const unclear = isCut || isBlank(header) || new Set(header).size < header.length;
  if (unclear || rows.some((row) => isHeaderAgain(row, header))) return null;
  const isJson = form === 'json' || form === 'ndjson';
  return rows.filter((row) => isJson || !isBlank(row)).length * times;
}
