import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { constantRates, ratesOf, readRates } from '../../src/config/read-rates.ts';
import { day } from '../../src/core/civil.ts';
import { folder, told } from '../cli/kit.ts';

const january = day(2026, 1, 1);

describe('rates of a file', () => {
  it('hold from their day on, to twelve places', async () => {
    const rates = await ratesOf('date,currency,rate\n2026-01-02,USD,0.9\n2026-01-01,usd,0.850000000001\n', 'r.csv');
    expect(rates.at('USD', january - 1)).toBe(null);
    expect(rates.at('USD', january)).toBe(850_000_000_001n);
    expect(rates.at('USD', january + 9)).toBe(900_000_000_000n);
    expect(rates.at('GBP', january)).toBe(null);
  });

  it.each([
    ['columns in another order, CRLF, a byte order mark', '\ufeffRate,Date,Currency\r\n0.9,2026-01-01,USD\r\n'],
    ['semicolons and decimal commas', 'date;currency;rate\n2026-01-01;USD;0,9\n'],
    ['tabs, quotes and blank lines', 'date\tcurrency\trate\n\n"2026-01-01"\tUSD\t0.9\n'],
    ['the same rate twice', 'date,currency,rate\n2026-01-01,USD,0.9\n2026-01-01,USD,0.90\n'],
  ])('with %s', async (_, text) => expect((await ratesOf(text, 'r.csv')).at('USD', january)).toBe(900_000_000_000n));

  it.each([
    [
      '',
      'r.csv has no column date and no column currency and no column rate\nits first line must be date,currency,rate',
    ],
    ['date,currency\n', 'r.csv has no column rate\nits first line must be date,currency,rate'],
    ['date,currency,rate\n1/2/2026,USD,1', 'r.csv, record 1: date "1/2/2026" is not a date\nwrite it YYYY-MM-DD'],
    [
      'date,currency,rate\n2026-01-01,USD,1\n2026-01-01,EURO,1',
      'r.csv, record 2: currency "EURO" is not a currency\ndid you mean EUR?\nuse a code of three letters, such as EUR or USD',
    ],
    ...['x', '', '0', '-1', '1e3', '0.1234567890123', '1 000'].map((rate) => [
      `date,currency,rate\n2026-01-01,USD,${rate}`,
      `r.csv, record 1: rate "${rate}" is not a rate\nwrite a decimal above 0, of at most 12 places`,
    ]),
    ['date,currency,rate\n2026-01-01,USD,"0,9"', /^r.csv, record 1: rate "0,9" is not a rate/],
    [
      'date,currency,rate\n2026-01-01,USD,1\n2026-01-01,USD,2',
      'r.csv, record 2: rate "2" is not the one given above for the same day',
    ],
    ['date,currency,rate\n2026-01-01,"USD,1', /^r.csv is not a CSV: /],
  ] as [string, string | RegExp][])('%j is refused', async (text, says) => {
    const words = await told(() => ratesOf(text, 'r.csv'));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });

  it('are read from the disk, if they are there', async () => {
    const path = join(folder(), 'r.csv');
    expect(await told(() => readRates(path))).toBe(
      'the rates r.csv does not exist\ncheck --rates, or rates in the configuration',
    );
    writeFileSync(path, 'date,currency,rate\n2026-01-01,USD,2\n');
    expect((await readRates(path)).at('USD', january)).toBe(2_000_000_000_000n);
  });
});

it('constant rates hold on every day', () => {
  const rates = constantRates({ usd: 0.92, GBP: '1.150000000001' });
  expect(rates.at('USD', -100_000)).toBe(920_000_000_000n);
  expect(rates.at('GBP', january)).toBe(1_150_000_000_001n);
});
