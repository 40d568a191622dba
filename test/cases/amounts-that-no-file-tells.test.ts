import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A column that is not there, or empty in every row, is unknown and not 0: what is made of it alone has no value, sums go without it
 * and are marked.
 */
const ids = 'discounts,shipping_charged,taxes,discount_rate,net_sales,total_sales,average_order_value,aov_total';
const asked = `report . ${lastWeek} --kpi ${ids}`;

describe('orders with nothing but an amount', () => {
  const orders = table('order_id,ordered_at,gross_sales', '1,2026-11-02,12', '2,2026-11-08,8');

  it.each([
    ['without the columns', orders],
    [
      'with columns that are empty',
      table('order_id,ordered_at,gross_sales,discounts,shipping,taxes', '1,2026-11-02,12,,,', '2,2026-11-08,8,,,'),
    ],
    ['by line item', table('order_id,ordered_at,quantity,unit_price', '1,2026-11-02,2,6', '2,2026-11-08,1,8')],
  ])('%s', async (_, file) => {
    const { row } = await told(asked, { 'orders.csv': file });
    const { values, nulls, flags } = row();
    for (const id of ['discounts', 'shipping_charged', 'taxes', 'discount_rate']) {
      expect(values[id]).toBeNull();
      expect(nulls[id]).toBe('missing_kind');
    }
    expect(values).toMatchObject({ net_sales: 20, total_sales: 20, average_order_value: 10, aov_total: 10 });
    for (const id of ['net_sales', 'total_sales', 'average_order_value', 'aov_total'])
      expect(flags[id]).toContain('no_discounts');
  });

  it('let no check pass, and are explained below the table', async () => {
    const config = 'timezone: Europe/Paris\ncurrency: EUR\nchecks:\n  - { kpi: discount_rate, must: "<= 10%" }\n';
    const { code, out } = await kpi('check .', { 'orders.csv': orders, 'kpi.yaml': config });
    expect(code).toBe(1);
    expect(out).toContain('no value');
    const { out: report } = await kpi(asked, { 'orders.csv': orders });
    expect(report).toContain('without discounts');
    const { out: french } = await kpi(`${asked} --lang fr`, { 'orders.csv': orders });
    expect(french).toContain('sans les remises');
  });

  it('say 0 where the file says 0', async () => {
    const zero = table('order_id,ordered_at,gross_sales,discounts', '1,2026-11-02,12,0', '2,2026-11-08,8,');
    const { row } = await told(asked, { 'orders.csv': zero });
    expect(row().values).toMatchObject({ discounts: 0, discount_rate: 0, net_sales: 20, shipping_charged: null });
    expect(row().flags.net_sales).not.toContain('no_discounts');
    expect(row().flags.total_sales).toContain('no_discounts');
  });

  it('are marked incomplete beside a tool that tells discounts', async () => {
    const shopify = table(
      'Name,Financial Status,Subtotal,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#8,paid,9.00,1.00,2026-11-03 10:00:00 +0100,1,Pen,10.00',
    );
    const { row } = await told(asked, { 'orders.csv': orders, 'shopify.csv': shopify });
    expect(row().values).toMatchObject({ discounts: 1, net_sales: 29 });
    for (const id of ['discounts', 'net_sales', 'average_order_value']) expect(row().flags[id]).toContain('incomplete');
  });

  it('leave out refunded tax that no file tells', async () => {
    const taxed = table('order_id,ordered_at,gross_sales,taxes', '1,2026-11-02,12,2', '2,2026-11-08,8,1');
    const refunds = table('refund_id,order_id,refunded_at,item_amount', 'r,1,2026-11-04,5', 's,1,2026-11-08,1');
    const { row } = await told(asked, { 'orders.csv': taxed, 'refunds.csv': refunds });
    expect(row().values).toMatchObject({ taxes: 3, net_sales: 14 });
    expect(row().flags.taxes).toContain('incomplete');
    expect(row().flags.net_sales).not.toContain('no_refunds');
  });
});
