import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* A sheet with a day in each row, a column for each channel, and their sum: the sum is called as the total of an order. */
describe('tables that add up columns by day', () => {
  const ads = table('Date,Google Ads,Meta Ads,TikTok Ads,Total', '2026-11-02,10,20,5,35', '2026-11-08,11,21,6,38');

  it.each([
    ['ads', ads, '"Google Ads", "Meta Ads", "TikTok Ads" in "Total"'],
    ['tickets', table('Date,Email,Chat,Total', '2026-11-02,10,5,15', '2026-11-08,1,1,2'), '"Email", "Chat" in "Total"'],
    [
      'amounts with commas, and a blank',
      table('Date;Facebook;Google;Snap;Montant', '02/11/2026;10,5;20;;30,5', '13/11/2026;11;21;1;33'),
      '"Facebook", "Google", "Snap" in "Montant"',
    ],
  ])('are no orders: %s', async (_, sheet, columns) => {
    const { code, err } = await kpi(`report sheet.csv ${lastWeek}`, { 'sheet.csv': sheet });
    expect(code).toBe(2);
    expect(err).toContain(`sheet.csv adds up ${columns}, row by row: it is a table of figures by day`);
  });

  it('are orders where the configuration says so', async () => {
    const { row } = await told(`report ${lastWeek} --kpi orders,gross_sales`, {
      'kpi.yaml': 'sources:\n  - path: sheet.csv\n    kind: order\n',
      'sheet.csv': ads,
    });
    expect(row().values).toEqual({ orders: 2, gross_sales: 73 });
  });

  it.each([
    // One customer's two things are an order.
    ['of customers', table('date,customer,Table,Chair,total', '2026-11-02,bob,10,5,15', '2026-11-08,al,1,1,2'), 17],
    // What makes up an order's total.
    ['with shipping', table('date,goods,shipping,total', '2026-11-02,10,5,15', '2026-11-08,1,1,2'), 11],
    // Figures that merely are beside the total.
    ['with a rating', table('date,rating,weight,total', '2026-11-02,4,9,15', '2026-11-08,5,3,2'), 17],
  ])('do not include lists %s', async (_, sheet, gross_sales) => {
    const { row } = await told(`report sheet.csv ${lastWeek} --kpi orders,gross_sales`, { 'sheet.csv': sheet });
    expect(row().values).toEqual({ orders: 2, gross_sales });
  });
});
