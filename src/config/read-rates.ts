import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Day, parseDay } from '../core/civil.ts';
import { Problem } from '../core/problem.ts';
import { type Rate, Rates } from '../core/rates.ts';
import type { Text } from '../core/text.ts';
import { currencyCode } from './currency-code.ts';

const places = 12;
const columns = ['date', 'currency', 'rate'] as const;
type Column = (typeof columns)[number];

const notDate: Text = { en: 'is not a date', fr: "n'est pas une date" };
const notRate: Text = { en: 'is not a rate', fr: "n'est pas un taux de change" };
const notCurrency: Text = { en: 'is not a currency', fr: "n'est pas une devise" };
const notSame: Text = {
  en: 'is not the one given above for the same day',
  fr: "n'est pas celui donné plus haut pour le même jour",
};
const formOfDate: Text = { en: 'write it YYYY-MM-DD', fr: 'écrivez-la sous la forme AAAA-MM-JJ' };
const formOfRate: Text = {
  en: `write a decimal above 0, of at most ${places} places`,
  fr: `écrivez un nombre décimal supérieur à 0, avec au plus ${places} décimales`,
};

/** Rates that hold on every day, by currency. */
export function constantRates(given: Readonly<Record<string, number | string>>): Rates {
  const entries = Object.entries(given).map(([code, rate]): [string, Rate[]] => {
    const value = scaled(String(rate), '.');
    if (value !== null) return [currencyCode(code), [{ from: Number.NEGATIVE_INFINITY, value }]];
    const says = { en: `${rate} is not a rate`, fr: `${rate} n'est pas un taux de change` };
    throw new Problem('bad_rates', says, [formOfRate]);
  });
  return new Rates(new Map(entries));
}

/** Reads a CSV of `date,currency,rate`: from each date on, one unit of the currency is worth this amount. */
export async function readRates(
  path: string,
  shown: string = basename(path),
  read: (path: string) => Promise<Buffer> = readFile,
): Promise<Rates> {
  const bytes = await read(path).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof Problem) throw error;
    const says =
      error.code === 'ENOENT'
        ? { en: 'does not exist', fr: "n'existe pas" }
        : { en: `cannot be read (${error.code})`, fr: `ne peut pas être lu (${error.code})` };
    throw new Problem(
      'bad_rates',
      { en: `the rates ${shown} ${says.en}`, fr: `le fichier des taux de change ${shown} ${says.fr}` },
      [{ en: 'check --rates, or rates in the configuration', fr: 'vérifiez --rates, ou rates dans la configuration' }],
    );
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
    const { message } = error as Error;
    const says = { en: `${file} is not a CSV: ${message}`, fr: `${file} n'est pas un CSV\u00a0: ${message}` };
    throw new Problem('bad_rates', says, [], { file });
  }
  const [header = [], ...rows] = records;
  const index = positions(header, file);
  const found = new Map<string, Map<Day, bigint>>();
  for (const [at, cells] of rows.entries()) {
    const fail = (column: Column, says: Text, advice: readonly Text[] = []): never => {
      const value = cells[index[column]] ?? '';
      const place = { file, record: at + 1, column, value };
      const text = {
        en: `${file}, record ${at + 1}: ${column} "${value}" ${says.en}`,
        fr: `${file}, enregistrement ${at + 1}\u00a0: ${column} «\u00a0${value}\u00a0» ${says.fr}`,
      };
      throw new Problem('bad_rates', text, advice, place);
    };
    const cell = (column: Column): string => cells[index[column]] ?? '';
    const day = parseDay(cell('date')) ?? fail('date', notDate, [formOfDate]);
    const value = scaled(cell('rate'), delimiter === ',' ? '.' : '.,');
    const rate = value ?? fail('rate', notRate, [formOfRate]);
    const days = found.get(code(cell('currency'), fail)) ?? new Map<Day, bigint>();
    if ((days.get(day) ?? rate) !== rate) fail('rate', notSame);
    found.set(code(cell('currency'), fail), days.set(day, rate));
  }
  const lists = [...found].map(([name, days]): [string, Rate[]] => [
    name,
    [...days].map(([from, value]) => ({ from, value })),
  ]);
  return new Rates(new Map(lists));
}

function code(text: string, fail: (column: Column, says: Text, advice: readonly Text[]) => never): string {
  try {
    return currencyCode(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return fail('currency', notCurrency, error.advice);
  }
}

function positions(header: readonly string[], file: string): Record<Column, number> {
  const names = header.map((name) => name.toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length === 0)
    return { date: names.indexOf('date'), currency: names.indexOf('currency'), rate: names.indexOf('rate') };
  const says = {
    en: `${file} has no column ${missing.join(' and no column ')}`,
    fr: `${file} n'a pas de colonne ${missing.join(' ni de colonne ')}`,
  };
  throw new Problem('bad_rates', says, [
    { en: 'its first line must be date,currency,rate', fr: 'sa première ligne doit être date,currency,rate' },
  ]);
}

/** A positive decimal in millionths of a millionth; null for any other text. */
function scaled(text: string, marks: string): bigint | null {
  const [, units = '', mark, decimals = ''] = /^(\d{1,18})(?:([.,])(\d{1,12}))?$/.exec(text) ?? [];
  if (units === '' || (mark !== undefined && !marks.includes(mark))) return null;
  const value = BigInt(units + decimals.padEnd(places, '0'));
  return value > 0n ? value : null;
}
