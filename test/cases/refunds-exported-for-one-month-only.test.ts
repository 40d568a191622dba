import { describe, expect, it } from 'vitest';
import { daysBetween } from './days-kit.ts';
import { type Files, kpi, table, told } from './kit.ts';

/*
 * Refunds cover what orders do: a month without one may be a month without one. Where they came day by day and then not at all for months,
 * nobody has exported them.
 */

const line =
  'report . --timezone Europe/Paris --currency EUR --period month --last 3 --compare none --kpi returns,net_sales';
const orders = table(
  'order_id,ordered_at,gross_sales,discounts',
  ...daysBetween('2026-08-01', '2026-10-31').map((day) => `${day},${day},100,0`),
);
const refunds = (days: readonly string[]): string =>
  table('order_id,refunded_at,item_amount', ...days.map((day) => `${day},${day},10`));
const incomplete = { returns: ['incomplete'], net_sales: ['incomplete'] };

describe('refunds of every day of August', () => {
  const files = { 'o.csv': orders, 'r-08.csv': refunds(daysBetween('2026-08-01', '2026-08-31')) };

  it('leave the returns of the months after it incomplete, and say so', async () => {
    const { row, warnings } = await told(line, files);
    // 31 × 100 less 31 × 10; 30 × 100.
    expect(row('2026-08')).toMatchObject({ values: { returns: 310, net_sales: 2790 }, flags: {} });
    expect(row('2026-09')).toMatchObject({ values: { returns: 0, net_sales: 3000 }, flags: incomplete });
    expect(row('2026-10').flags).toEqual(incomplete);
    expect(warnings).toEqual([
      {
        code: 'stale',
        file: 'r-08.csv',
        message: 'r-08.csv ends on 2026-08-31: its refund figures after that are incomplete; export it again',
      },
    ]);
    expect((await kpi(`${line} --strict`, files)).code).toBe(2);
  });

  it('and of October have a hole', async () => {
    const both = { ...files, 'r-10.csv': refunds(daysBetween('2026-10-01', '2026-10-31')) };
    const { row, warnings } = await told(line, both);
    expect([row('2026-08').flags, row('2026-09').flags, row('2026-10').flags]).toEqual([{}, incomplete, {}]);
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ['gap', expect.stringContaining('no file has 2026-09-01 to 2026-09-30 (30 days), between r-08.csv and r-10.csv')],
    ]);
    const french = await kpi(`${line} --lang fr`, both);
    expect(french.err).toContain('aucun fichier ne couvre 2026-09-01 au 2026-09-30 (30 jours)');
  });
});

describe('refunds that are rare', () => {
  const quiet = async (days: readonly string[], own: Files = {}): Promise<void> => {
    const { row, codes } = await told(`${line} --strict`, { 'o.csv': orders, 'r.csv': refunds(days), ...own });
    expect([codes, row().flags]).toEqual([[], {}]);
  };

  it('may be none for weeks', () =>
    // Every third day or so until 10 October: 21 days of silence, in which there would be 6.
    quiet(
      ['08-02', '08-05', '08-14', '08-15', '08-19', '08-30', '09-01', '09-12', '09-15', '10-10'].map(
        (at) => `2026-${at}`,
      ),
    ));

  it('may be none after a few of them', () => quiet(['2026-08-02', '2026-08-03', '2026-08-04', '2026-08-05']));

  it('may end where orders tell what was given back', () =>
    quiet(daysBetween('2026-08-01', '2026-08-31'), {
      'o.csv': table(
        'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount',
        ...daysBetween('2026-08-01', '2026-10-31').map(
          (day) => `${day},,paid,EUR,100,0,0,100,0,${day} 10:00:00,1,Cup,100,,0`,
        ),
      ),
    }));
});
