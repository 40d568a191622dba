import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonBlock } from '../support/ask.ts';
import { root, run, wordsOf } from '../support/run.ts';

/* The exports of every tool give the same report, or the same error, on both engines, to the byte. */

interface Notes {
  readonly currency?: string;
}

const folder = 'fixtures/sources';
const files = readdirSync(join(root, folder)).flatMap((format) =>
  readdirSync(join(root, folder, format))
    .filter((name) => name !== 'NOTES.md')
    .map((name): [string, string] => [format, name]),
);

const currencyOf = (format: string, name: string): string => {
  const notes = jsonBlock(`${folder}/${format}/NOTES.md`) as Readonly<Record<string, Notes>>;
  const currency = format === 'generic' ? 'EUR' : notes[name]?.currency;
  return currency === undefined ? '' : `--currency ${currency}`;
};

it.each(files)('%s/%s', async (format, name) => {
  const line = `report ${folder}/${format}/${name} --timezone Europe/Paris --as-of 2027-01-01 --all --period day ${currencyOf(format, name)} --format json`;
  const [memory, duckdb] = await Promise.all(
    ['memory', 'duckdb'].map((engine) => run(wordsOf(`${line} --engine ${engine}`), { cwd: root })),
  );
  expect(duckdb).toEqual(memory);
});
