import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Everything has a date and a cost: a list of expenses is no ad spend in silence, and a span of days is not its first day. */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --period all --kpi ad_spend';

describe('a sheet with a date and a plain cost', () => {
  it.each([
    ['Date,Item,Cost', '2026-10-01,Laptop,900'],
    ['Date,Employee,Hours,Cost', '2026-10-01,Ann,5,100'],
    ['Date;Fournisseur;Coût', '13/10/2026;EDF;100'],
  ])('and other columns, %s, is asked about', async (header, row) => {
    const file = table(header, row);
    const ran = await kpi(`report a.csv ${options}`, { 'a.csv': file });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('It seems to be ad spend');
    // What it says, followed.
    const entry = ran.err.split('\n').slice(ran.err.split('\n').findIndex((line) => line.trim() === 'sources:'));
    const config = entry.map((line) => line.replace(/^ {2}/, '')).join('\n');
    const followed = await told(`report a.csv ${options}`, { 'a.csv': file, 'kpi.yaml': config });
    expect(followed.row().values.ad_spend).toBeGreaterThan(0);
  });

  it.each([
    ['date,cost', '2026-10-01,5'],
    ['date,cost,currency', '2026-10-01,5,EUR'],
    ['Date,Campaign,Cost,Notes', '2026-10-01,A,5,x'],
    ['Date;Régie;Coût;Remarque', '2026-10-01;Meta;5;x'],
    ['Date,Spend,Notes', '2026-10-01,5,x'],
  ])('is read where it has nothing else, or a word of ads: %s', async (header, row) => {
    const { row: of } = await told(`report a.csv ${options}`, { 'a.csv': table(header, row) });
    expect(of().values.ad_spend).toBe(5);
  });

  it('of products in stock is no ad spend at all', async () => {
    const ran = await kpi(`report a.csv ${options}`, {
      'a.csv': table('Product,Cost,Currency code,Stock', 'A,10,EUR,5'),
    });
    expect(ran.err).not.toContain('ad spend (');
  });
});

it.each([
  ['Start', 'End'],
  ['Start date', 'End date'],
  ['Début', 'Fin'],
])('the entry for rows from %s to %s maps both', async (from, to) => {
  const file = table(`${from},${to},Campaign name,Daily budget,Amount spent`, '2026-10-01,2026-10-31,A,10,310');
  const ran = await kpi(`report a.csv ${options}`, { 'a.csv': file });
  expect(ran.err).toContain(`date_from: "${from}"`);
  expect(ran.err).toContain(`date_to: "${to}"`);
});
