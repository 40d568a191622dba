import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* The checkouts of a shop stand in two downloads of one list, or in the lists of two tools: they were begun once. */

const line = 'report . --timezone Europe/Paris --currency EUR --last 1 --compare none --kpi checkout_abandonment_rate';
const orders = table(
  'order_id,ordered_at,gross_sales',
  ...[2, 3, 4, 5, 7, 8].map((day) => `${day},2026-11-0${day} 12:00,20`),
);
const list = (...rows: string[]): string => table('checkout_id,created_at,value,completed_at', ...rows);
/** Abandoned checkouts as Shopify exports them. */
const shopify = (...rows: readonly (readonly [id: number, day: string])[]): string =>
  table(
    'Id,Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price',
    ...rows.map(([id, day]) => `${id},#${id},a${id}@example.com,,EUR,10,10,2026-11-${day} 10:00:00 +0100,1,Pen,10`),
  );

describe('checkouts', () => {
  it('of two downloads of one list count once, as the later tells them', async () => {
    const first = list('c1,2026-11-02 10:00,10,', 'c2,2026-11-04 10:00,10,2026-11-04 10:05');
    // c1 has been completed since.
    const second = list(
      'c1,2026-11-02 10:00,10,2026-11-06 09:00',
      'c2,2026-11-04 10:00,10,2026-11-04 10:05',
      'c3,2026-11-07 10:00,10,',
      'c4,2026-11-08 10:00,10,2026-11-08 11:00',
    );
    const { row, files } = await told(line, { 'checkouts.csv': first, 'checkouts (1).csv': second });
    // c3 of four.
    expect(row().values).toEqual({ checkout_abandonment_rate: 0.25 });
    expect(files.map(({ superseded }) => superseded)).toContain(2);
  });

  it('of two downloads of abandoned ones, too', async () => {
    const files = {
      'a.csv': shopify([11, '02'], [12, '08']),
      'a (1).csv': shopify([11, '02'], [12, '08'], [13, '08']),
      'orders.csv': orders,
    };
    // 3 beside 6 orders.
    expect((await told(line, files)).row().values.checkout_abandonment_rate).toBe(0.333333333333);
  });

  it('of two tools are read in that which tells more, and said', async () => {
    const own = list(
      'c1,2026-11-02 10:00,10,',
      'c2,2026-11-03 10:00,10,2026-11-03 10:05',
      'c3,2026-11-04 10:00,10,2026-11-04 10:05',
      'c4,2026-11-08 10:00,10,2026-11-08 10:05',
    );
    const both = { 'own.csv': own, 'shopify.csv': shopify([11, '02'], [12, '08']) };
    const { row, warnings } = await told(line, both);
    expect(row()).toMatchObject({ values: { checkout_abandonment_rate: 0.25 }, flags: {} });
    const said = warnings.find(({ code }) => code === 'other_table');
    expect(said?.message).toContain('shopify.csv');
    // Followed, its line does choose otherwise: 2 beside 6 orders.
    const config = `${said?.message.split('kpi.yaml: ')[1]}\n`;
    const other = await told(line, { ...both, 'orders.csv': orders, 'kpi.yaml': config });
    expect(other.row()).toMatchObject({
      values: { checkout_abandonment_rate: 0.25 },
      flags: { checkout_abandonment_rate: ['approx'] },
    });
  });

  it('of two tools without completions are not added up', async () => {
    const plain = table('checkout_id,created_at,value', 'x1,2026-11-02 10:00,10', 'x2,2026-11-08 10:00,10');
    const files = { 'x.csv': plain, 'shopify.csv': shopify([11, '02'], [12, '08']), 'orders.csv': orders };
    expect((await told(line, files)).row()).toMatchObject({
      values: { checkout_abandonment_rate: 0.25 },
      flags: { checkout_abandonment_rate: ['approx'] },
    });
  });

  it('of two shops are', async () => {
    const plain = table('checkout_id,created_at,value', 'x1,2026-11-02 10:00,10', 'x2,2026-11-08 10:00,10');
    const config =
      'sources: [{ path: x.csv, store: a }, { path: shopify.csv, store: b }, { path: orders.csv, store: a }]\n';
    const files = { 'x.csv': plain, 'shopify.csv': shopify([11, '02'], [12, '08']), 'orders.csv': orders };
    // 4 beside 6 orders.
    const { row } = await told(line, { ...files, 'kpi.yaml': config });
    expect(row().values).toEqual({ checkout_abandonment_rate: 0.4 });
  });
});
