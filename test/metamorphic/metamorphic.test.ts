import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { root } from '../support/run.ts';
import { relations } from './relations.ts';
import { type Asked, reportOf, type Told } from './reports.ts';
import { type Sort, wholeShop } from './whole-shop.ts';

/*
 * What must hold between the figures of two inputs, whatever they are: no figure is worked out by hand here. KPI_SEED=7 tries another seed,
 * KPI_SHOPS=20 as many shops of each sort.
 */

const { KPI_SEED: first = '1', KPI_SHOPS: count = '1' } = process.env;
if (count !== '1') vi.setConfig({ testTimeout: 3_600_000 });

const sorts = Array.from({ length: Number(count) }, (_, at) => Number(first) + at * 4).flatMap((seed): Sort[] => [
  { seed, form: 'own', irregular: false },
  { seed: seed + 1, form: 'own', irregular: true },
  { seed: seed + 2, form: 'shopify', irregular: false },
  { seed: seed + 3, form: 'shopify', irregular: true },
]);

it('the documentation has this table', () => {
  const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
  const lines = page.split('\n');
  for (const { name, changed, figures } of relations) expect(lines).toContain(`| ${name} | ${changed} | ${figures} |`);
});

/** A report with one more in every figure, and other digits in its text. */
const wrong = ({ rows, out }: Told): Told => ({
  rows: rows.map((row) => {
    const values = Object.entries(row.values).map(([id, value]) => [id, typeof value === 'number' ? value + 1 : value]);
    return { ...row, values: Object.fromEntries(values) };
  }),
  out: out.replaceAll('1', '7'),
});

describe.each(sorts)('shop $seed, $form, irregular: $irregular', (sort) => {
  const shop = wholeShop(sort);
  /** The plain shop is asked for by most. */
  const known = new Map<string, Promise<Told>>();
  const told = (asked: Asked): Promise<Told> => {
    const { files, ...rest } = asked;
    const key = JSON.stringify([Object.entries(files).map(([path, content]) => [path, String(content)]), rest]);
    const report = known.get(key) ?? reportOf(asked);
    known.set(key, report);
    return report;
  };

  it.each(relations)('$name', async ({ asked, relate }) => {
    const all: Told[] = [];
    for (const one of asked(shop)) all.push(await told(one));
    relate(all, shop);
    // What sees nothing proves nothing: with wrong figures in the last report the relation does not hold.
    expect(() => relate(all.with(-1, wrong(all.at(-1)!)), shop)).toThrow();
  });
});
