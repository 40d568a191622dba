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
});
