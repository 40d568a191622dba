import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from '../../src/cli/options/parse.ts';
import { type Reading, readAllBy, settingsFor } from '../../src/cli/run/reading.ts';
import type { Span } from '../../src/core/calendar.ts';
import { DAY_HOURS, parseDay } from '../../src/core/civil.ts';
import type { Read } from '../../src/engine/state/read.ts';
import { type Measure, measures } from '../../src/measures/measure.ts';
import { ioOf } from '../cli/kit.ts';
import { root, run, wordsOf } from './run.ts';

export interface JsonRow {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly partial: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number | string | null>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
}

export interface JsonFile {
  readonly path: string;
  readonly format: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly superseded: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface JsonReport {
  readonly basis: Readonly<Record<string, string>>;
  readonly kpis: readonly { readonly id: string; readonly group: string }[];
  readonly rows: readonly JsonRow[];
  readonly quality: { readonly files: readonly JsonFile[]; readonly warnings: readonly { readonly code: string }[] };
}

/** The report of a line such as `fixtures/shop --period month`. Numbers have at most 15 digits, so parsing loses none. */
export async function report(line: string, cwd = root): Promise<JsonReport> {
  const { code, out, err } = await run([...wordsOf(`report ${line}`), '--format', 'json'], { cwd });
  if (code !== 0) throw new Error(`kpi report ${line}: exit ${code}\n${err}`);
  return JSON.parse(out) as JsonReport;
}

/** The row of a period, of all groups together or of one. */
export function rowOf({ rows }: JsonReport, period: string, dimensions: Record<string, string> = {}): JsonRow {
  const found = rows.find((row) => row.period === period && same(row.dimensions, dimensions));
  if (found === undefined) throw new Error(`no row for ${period} ${JSON.stringify(dimensions)}`);
  return found;
}

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The rows of a file as its accounting has them. */
export const accountOf = ({ read, accepted, rejected, skipped, superseded }: JsonFile) => ({
  read,
  accepted,
  rejected,
  skipped,
  superseded,
});

/** Reads files as a command does, for any measure to be asked for. */
export async function reading(paths: readonly string[], options: RunOptions, cwd = root): Promise<Reading> {
  const io = ioOf({ cwd });
  return readAllBy(paths, await settingsFor(options, io), io, null);
}

/** Local days, both inclusive. */
export function days(from: string, to: string): Span {
  return { from: parseDay(from)! * DAY_HOURS, to: (parseDay(to)! + 1) * DAY_HOURS };
}

/** A measure over spans, in millionths. */
export async function asked(read: Read, measure: Measure | string, spans: readonly Span[]): Promise<(bigint | null)[]> {
  const known = typeof measure === 'string' ? measures.get(measure) : measure;
  if (known === undefined) throw new Error(`there is no measure ${String(measure)}`);
  const [answer] = await read.ask([{ measure: known, spans }]);
  return spans.map((_, span) => answer!.value(span, 0));
}

/** The block for machines that ends a page of figures worked out by hand. */
export function jsonBlock(path: string): unknown {
  const text = readFileSync(join(root, path), 'utf8');
  const block = /```json\n([\s\S]*?)\n```/.exec(text)?.[1];
  if (block === undefined) throw new Error(`${path} has no block for machines`);
  return JSON.parse(block);
}
