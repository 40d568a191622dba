import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Day, parseDay } from '../core/civil.ts';
import { Problem } from '../core/problem.ts';
import { type Rate, Rates } from '../core/rates.ts';
import { currencyCode } from './currency-code.ts';

const places = 12;
const columns = ['date', 'currency', 'rate'] as const;
type Column = (typeof columns)[number];

/** Rates that hold on every day, by currency. */
export function constantRates(given: Readonly<Record<string, number | string>>): Rates {
  const entries = Object.entries(given).map(([code, rate]): [string, Rate[]] => {
    const value = scaled(String(rate), '.');
    if (value !== null) return [currencyCode(code), [{ from: Number.NEGATIVE_INFINITY, value }]];
    throw new Problem('bad_rates', `${rate} is not a rate`, [`write a decimal above 0, of at most ${places} places`]);
  });
  return new Rates(new Map(entries));
}

/** Reads a CSV of `date,currency,rate`: from each date on, one unit of the currency is worth so much. */
export async function readRates(path: string, shown: string = basename(path)): Promise<Rates> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const says = error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${error.code})`;
    throw new Problem('bad_rates', `the rates ${shown} ${says}`, ['check --rates, or rates in the configuration']);
  });
  return ratesOf(bytes.toString('utf8'), shown);
}

export async function ratesOf(text: string, file: string): Promise<Rates> {
  const { parse } = await import('csv-parse/sync');
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  let records: string[][];
  try {
    records = parse(text, { delimiter, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new Problem('bad_rates', `${file} is not a CSV: ${(error as Error).message}`, [], { file });
  }
  const [header = [], ...rows] = records;
  const index = positions(header, file);
  const found = new Map<string, Map<Day, bigint>>();
  for (const [at, cells] of rows.entries()) {
    const fail = (column: Column, says: string, advice: readonly string[] = []): never => {
      const value = cells[index[column]] ?? '';
      const place = { file, record: at + 1, column, value };
      throw new Problem('bad_rates', `${file}, record ${at + 1}: ${column} "${value}" ${says}`, advice, place);
    };
    const cell = (column: Column): string => cells[index[column]] ?? '';
    const day = parseDay(cell('date')) ?? fail('date', 'is not a date', ['write it YYYY-MM-DD']);
    const value = scaled(cell('rate'), delimiter === ',' ? '.' : '.,');
    const rate = value ?? fail('rate', 'is not a rate', [`write a decimal above 0, of at most ${places} places`]);
    const days = found.get(code(cell('currency'), fail)) ?? new Map<Day, bigint>();
    if ((days.get(day) ?? rate) !== rate) fail('rate', 'is not the one given above for the same day');
    found.set(code(cell('currency'), fail), days.set(day, rate));
  }
  const lists = [...found].map(([name, days]): [string, Rate[]] => [
    name,
    [...days].map(([from, value]) => ({ from, value })),
  ]);
  return new Rates(new Map(lists));
}

function code(text: string, fail: (column: Column, says: string, advice: readonly string[]) => never): string {
  try {
    return currencyCode(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return fail('currency', 'is not a currency', error.advice);
  }
}

function positions(header: readonly string[], file: string): Record<Column, number> {
  const names = header.map((name) => name.toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length === 0)
    return { date: names.indexOf('date'), currency: names.indexOf('currency'), rate: names.indexOf('rate') };
  throw new Problem('bad_rates', `${file} has no column ${missing.join(' and no column ')}`, [
    'its first line must be date,currency,rate',
  ]);
}

/** A positive decimal in millionths of a millionth; null for any other text. */
function scaled(text: string, marks: string): bigint | null {
  const [, units = '', mark, decimals = ''] = /^(\d{1,18})(?:([.,])(\d{1,12}))?$/.exec(text) ?? [];
  if (units === '' || (mark !== undefined && !marks.includes(mark))) return null;
  const value = BigInt(units + decimals.padEnd(places, '0'));
  return value > 0n ? value : null;
}
