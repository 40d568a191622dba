import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { JsonRow } from '../support/ask.ts';
import { type Around, run, wordsOf } from '../support/run.ts';
import { type Sheet, weeks } from './whole-shop.ts';

/** Files by their path below the folder that is read. */
export type Files = Readonly<Record<string, Buffer | string>>;

/** An input and a command. */
export interface Asked {
  readonly files: Files;
  /** Options of the report beside the usual ones. */
  readonly line?: string;
  /** Lines of kpi.yaml beside the usual ones. */
  readonly config?: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  /** The records are written by `kpi normalize` in this format, and these are reported. */
  readonly through?: 'csv' | 'ndjson';
  /** Columns of the terminal. */
  readonly width?: number;
}

/** What a report said: its rows, and what was printed. */
export interface Told {
  readonly rows: readonly JsonRow[];
  readonly out: string;
}

const usual = `timezone: Europe/Paris
currency: EUR
complaint_tags: [complaint]
business_hours: { days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "17:00" }
`;

/** The report of an input, JSON unless the line names another format. */
export async function reportOf(asked: Asked): Promise<Told> {
  const {
    files,
    line = '',
    config = '',
    asOf = '2026-11-22',
    from = weeks.from,
    to = weeks.to,
    through,
    width = 100,
  } = asked;
  const folder = mkdtempSync(join(tmpdir(), 'kpi-meta-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'data', path)), { recursive: true });
      writeFileSync(join(folder, 'data', path), content);
    }
    writeFileSync(join(folder, 'kpi.yaml'), usual + config);
    const format = line.includes('--format') ? '' : '--format json';
    const span = line.includes('--all') ? '' : `--from ${from} --to ${to}`;
    const at = { cwd: folder, width };
    if (through !== undefined) await command(`normalize data --out records --format ${through}`, at, asOf);
    const paths = through === undefined ? 'data' : 'records';
    const out = await command(`report ${paths} ${format} ${span} ${line}`, at, asOf);
    return { rows: format === '' ? [] : (JSON.parse(out) as { rows: JsonRow[] }).rows, out };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function command(line: string, around: Around, asOf: string): Promise<string> {
  const words = [...wordsOf(line), '--max-rejects', '100%', '--as-of', asOf];
  const { code, out, err } = await run(line.startsWith('normalize') ? words.slice(0, -2) : words, around);
  expect(code, `kpi ${line}\n${err}`).toBe(0);
  return out;
}

/** How a sheet is written as text. */
export interface Writing {
  readonly delimiter?: string;
  readonly newline?: string;
  readonly quoteAll?: boolean;
  readonly mark?: boolean;
  readonly encoding?: 'utf8' | 'utf16le' | 'latin1';
}

export function written({ header, rows }: Pick<Sheet, 'header' | 'rows'>, writing: Writing = {}): Buffer {
  const { delimiter = ',', newline = '\n', quoteAll = false, mark = false, encoding = 'utf8' } = writing;
  const cell = (text: string): string =>
    quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = [header, ...rows].map((row) => row.map(cell).join(delimiter) + newline).join('');
  return Buffer.from((mark || encoding === 'utf16le' ? '\ufeff' : '') + text, encoding);
}

/** Every sheet as a plain CSV file of its name. */
export const plainFiles = (sheets: readonly Sheet[]): Files =>
  Object.fromEntries(sheets.map((sheet) => [`${sheet.name}.csv`, written(sheet)]));
