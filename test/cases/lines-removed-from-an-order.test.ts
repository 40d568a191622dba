import { expect, it } from 'vitest';
import { lastWeek, told } from './kit.ts';

/*
 * An order that is edited before it is paid: the API of Shopify keeps the removed line in the order, with a refund that no payment
 * belongs to. One that only restocks looks the same, but leaves the total of the order as it was.
 */

const asked = `report orders.json ${lastWeek} --compare none --kpi gross_sales,returns,net_sales,taxes,total_sales,order_refund_rate`;

const refund = (more: object) => ({
  created_at: '2026-11-04T09:00:00+01:00',
  transactions: [],
  refund_line_items: [
    { quantity: 1, subtotal: 40, total_tax: 8, line_item: { title: 'Cup', price: '40.00', quantity: 1 } },
  ],
  ...more,
});
const order = (name: string, day: string, current: string | undefined, refunds: readonly object[]) => ({
  name,
  created_at: `${day}T10:00:00+01:00`,
  currency: 'EUR',
  financial_status: 'paid',
  taxes_included: false,
  subtotal_price: '100.00',
  total_discounts: '0.00',
  total_tax: '20.00',
  total_price: '120.00',
  ...(current === undefined ? {} : { current_total_price: current }),
  email: `${name}@x.fr`,
  line_items: [
    { quantity: 1, price: '60.00', title: 'Mug', total_discount: '0.00' },
    { quantity: 1, price: '40.00', title: 'Cup', total_discount: '0.00' },
  ],
  refunds,
});
const last = order('last', '2026-11-08', '120.00', []);
const sales = async (...orders: object[]) =>
  (await told(asked, { 'orders.json': JSON.stringify({ orders: [...orders, last] }) })).row().values;

it('counts a removed line as returned, with its tax', async () => {
  // 120 − 48 = 72 is the current total: 100 + 100 − 40 of items, 20 + 20 − 8 of tax.
  expect(await sales(order('one', '2026-11-02', '72.00', [refund({})]))).toEqual({
    gross_sales: 200,
    returns: 40,
    net_sales: 160,
    taxes: 32,
    total_sales: 192,
    order_refund_rate: 0.5,
  });
});

it.each([
  { name: 'the total is as it was', current: '120.00' },
  { name: 'the response does not say the current total', current: undefined },
])('does not count what was only restocked: $name', async ({ current }) => {
  expect(await sales(order('one', '2026-11-02', current, [refund({})]))).toMatchObject({ returns: 0, net_sales: 200 });
});

it('counts a line that was paid back once, beside one that was only restocked', async () => {
  const paid = refund({ transactions: [{ kind: 'refund', status: 'success', amount: '48.00' }] });
  expect(await sales(order('one', '2026-11-02', '72.00', [paid, refund({})]))).toMatchObject({
    returns: 40,
    taxes: 32,
  });
});

it('counts a removed line where prices include tax', async () => {
  const inside = { ...order('one', '2026-11-02', '60.00', [refund({})]), taxes_included: true, total_price: '100.00' };
  // Tax of 20 inside 100: items 80; the line of 40 has 8 of tax inside.
  expect(await sales(inside)).toMatchObject({ gross_sales: 180, returns: 32, taxes: 32 });
});
