import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Ran, run, wordsOf } from '../support/run.ts';

/*
 * Situations in which tools give a wrong figure without a word, each a file of its own named after the situation. The files are
 * small and stand in the test, so that the right values can be worked out by hand beside them.
 */

/** Files by their path in a folder of their own. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder with these files; gone when the test is over. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-case-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Lines of a table as text, each ended. */
export const table = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

const twoEngines = /^(report|check|funnel|cohorts|explain)\b/;

/**
 * Runs `report orders.csv --last 1 …` in a folder with these files, as of Monday 9 November 2026 in Paris where the line says nothing
 * else. Commands that count run on both engines, which must print the same.
 */
export async function kpi(line: string, files: Files | string): Promise<Ran> {
  const cwd = typeof files === 'string' ? files : folderWith(files);
  const words = wordsOf(line);
  if (!line.includes('--as-of')) words.push('--as-of', '2026-11-09');
  const memory = await run(twoEngines.test(line) ? [...words, '--engine', 'memory'] : words, { cwd });
  if (twoEngines.test(line)) {
    const duckdb = await run([...words, '--engine', 'duckdb'], { cwd });
    expect(duckdb, 'what DuckDB prints').toEqual(memory);
  }
  return memory;
}

/** One row of a JSON report as far as tests of figures go. */
export interface Row {
  readonly period: string;
  readonly partial: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number | string | null>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
  readonly compare?: Readonly<Record<string, Compared>>;
}

/** A row's comparison. */
export interface Compared {
  readonly period: string;
  readonly values: Readonly<Record<string, number | null>>;
  readonly change_abs: Readonly<Record<string, number | null>>;
  readonly change_pct: Readonly<Record<string, number | null>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
}

/** A JSON report as far as tests go. */
export interface Told {
  readonly rows: readonly Row[];
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly file?: string }[];
  readonly files: readonly Readonly<Record<string, number | string>>[];
  /** The row of a period (the whole span without a name), of a group where one is named. */
  readonly row: (period?: string, dimensions?: Readonly<Record<string, string>>) => Row;
  /** The codes of its warnings. */
  readonly codes: readonly string[];
}

/** The report of a line such as `report . --last 1 --kpi orders`, as JSON, on both engines. It must end with 0. */
export async function told(line: string, files: Files | string): Promise<Told> {
  const ran = await kpi(`${line} --format json`, files);
  expect(ran.code, ran.err).toBe(0);
  const { rows, quality } = JSON.parse(ran.out) as {
    rows: Row[];
    quality: Pick<Told, 'warnings' | 'files'>;
  };
  const row: Told['row'] = (period = 'all', dimensions = {}) => {
    const found = rows.find(
      (one) => one.period === period && JSON.stringify(one.dimensions) === JSON.stringify(dimensions),
    );
    if (found === undefined) throw new Error(`no row ${period} ${JSON.stringify(dimensions)}`);
    return found;
  };
  return { rows, ...quality, row, codes: quality.warnings.map(({ code }) => code) };
}

/** The values of the whole span. */
export const values = async (line: string, files: Files | string): Promise<Row['values']> =>
  (await told(line, files)).row().values;

/** The common options of a line: Paris, euros, the week of 2 to 8 November 2026. */
export const lastWeek = '--timezone Europe/Paris --currency EUR --last 1';
