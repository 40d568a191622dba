import { describe, expect, it } from 'vitest';
import { folderWith, lastWeek, table, told } from './kit.ts';

/* Two columns of a hand-made list have names of one amount, and differ: which is meant, only its author knows. */

const orders = (first: string, second: string, ...rows: string[]): string =>
  table(`order_id,ordered_at,${first},${second}`, ...rows.map((row, at) => `${at + 1},2026-11-0${row}`));
const asked = `report o.csv ${lastWeek} --kpi gross_sales --compare none`;

describe('two columns for one amount', () => {
  it.each([
    ['montant', 'montant_brut', 140, 150],
    ['amount', 'subtotal', 140, 150],
    ['subtotal', 'amount', 150, 140],
  ])('%s and %s are told apart by the line of the warning', async (one, other, read, left) => {
    // 90 + 50, and 100 + 50: "amount" and "montant" are read where nothing is said.
    const files = { 'o.csv': orders(one, other, '2,90,100', '8,50,50') };
    const { row, warnings, codes } = await told(asked, files);
    expect(codes).toEqual(['two_columns']);
    expect(row().values).toEqual({ gross_sales: read });
    const [line] = /sources: .*?\}\]/.exec(warnings[0]!.message)!;
    const { row: chosen, codes: after } = await told(asked, folderWith({ ...files, 'kpi.yaml': `${line}\n` }));
    expect([chosen().values, after]).toEqual([{ gross_sales: left }, []]);
  });

  it.each([
    ['are alike', 'amount', 'subtotal', ['2,90,90', '8,50,50']],
    ['hold no numbers', 'amount', 'subtotal', ['2,90,large', '8,50,small']],
    ['are of different fields', 'subtotal', 'total', ['2,90,95', '8,50,55']],
  ])('that %s need no word', async (_, one, other, rows) => {
    const { row, codes } = await told(asked, { 'o.csv': orders(one, other, ...rows) });
    expect([row().values, codes]).toEqual([{ gross_sales: 140 }, []]);
  });

  it('and one name: the first is read, which is said, until one has another name', async () => {
    const file = orders('Subtotal', 'subtotal', '2,90,100', '8,50,50');
    const { row, warnings, codes } = await told(asked, { 'o.csv': file });
    expect([row().values, codes]).toEqual([{ gross_sales: 140 }, ['two_columns']]);
    expect(warnings[0]!.message).toContain('two columns are called "Subtotal"');
    const renamed = file.replace('Subtotal,subtotal', 'before,subtotal');
    const { row: after, codes: none } = await told(asked, { 'o.csv': renamed });
    expect([after().values, none]).toEqual([{ gross_sales: 150 }, []]);
  });

  it('are told in other kinds of records: ads', async () => {
    const ads = table('date,cost,spend,platform', '2026-11-02,10,11,X', '2026-11-08,8,8,X');
    const { codes } = await told(`report s.csv ${lastWeek} --kpi ad_spend --compare none`, { 's.csv': ads });
    expect(codes).toEqual(['two_columns']);
  });
});
