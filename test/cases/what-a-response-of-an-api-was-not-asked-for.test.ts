import { expect, it } from 'vitest';
import { lastWeek, told } from './kit.ts';

/*
 * A response of an API has what was asked for. Without lines pieces are unknown, and without refunds what was given back is: neither is 0.
 */

const asked = `report orders.json ${lastWeek} --kpi net_sales,returns,units_sold --compare none`;
const unknown = { net_sales: 200, returns: null, units_sold: null };

const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
const graphql = (id: number, more: object = {}) => ({
  id: `gid://shopify/Order/${id}`,
  name: `#${id}`,
  createdAt: `2026-11-0${id}T09:00:04Z`,
  displayFinancialStatus: 'PAID',
  email: `c${id}@x.fr`,
  subtotalPriceSet: money('100.0'),
  totalPriceSet: money('105.0'),
  totalTaxSet: money('0.0'),
  totalShippingPriceSet: money('5.0'),
  totalDiscountsSet: money('0.0'),
  ...more,
});
const response = (more?: object): string =>
  JSON.stringify({ data: { orders: { edges: [2, 8].map((id) => ({ node: graphql(id, more) })) } } });

it("orders of Shopify's GraphQL API without lines and refunds", async () => {
  const lines = [2, 8].map((id) => JSON.stringify(graphql(id))).join('\n');
  for (const text of [response(), lines]) {
    const { row } = await told(asked, { 'orders.json': text });
    // Twice 100.
    expect(row().values).toEqual(unknown);
    expect(row().flags.net_sales).toEqual(['no_refunds']);
  }
});

it('the same with both', async () => {
  const more = { lineItems: { nodes: [{ quantity: 3, originalUnitPriceSet: money('33.33') }] }, refunds: [] };
  const { row } = await told(asked, { 'orders.json': response(more) });
  expect(row().values).toEqual({ net_sales: 200, returns: 0, units_sold: 6 });
  expect(row().flags.net_sales).toBeUndefined();
});

it('the total of refunds alone makes them known', async () => {
  const { row } = await told(asked, { 'orders.json': response({ totalRefundedSet: money('10.0') }) });
  // 200 − 2 × 10.
  expect(row().values).toEqual({ net_sales: 180, returns: 20, units_sold: null });
});

it("orders of Shopify's REST API without lines and refunds", async () => {
  const order = (id: number) => ({
    id,
    name: `#${id}`,
    created_at: `2026-11-0${id}T10:00:00+01:00`,
    currency: 'EUR',
    subtotal_price: '100.00',
    total_price: '105.00',
    total_tax: '0.00',
    total_discounts: '0.00',
    total_line_items_price: '100.00',
    total_shipping_price_set: { shop_money: { amount: '5.00', currency_code: 'EUR' } },
    financial_status: 'paid',
    email: `c${id}@x.fr`,
  });
  const { row } = await told(asked, { 'orders.json': JSON.stringify({ orders: [order(2), order(8)] }) });
  expect(row().values).toEqual(unknown);
  expect(row().flags.net_sales).toEqual(['no_refunds']);
});

it('orders of WooCommerce without refunds', async () => {
  const order = (id: number) => ({
    id,
    number: String(id),
    status: 'completed',
    currency: 'EUR',
    date_created_gmt: `2026-11-0${id}T08:00:00`,
    discount_total: '0.00',
    shipping_total: '5.00',
    cart_tax: '0',
    total: '105.00',
    total_tax: '0.00',
    billing: { email: `c${id}@x.fr` },
    line_items: [{ quantity: 2, subtotal: '100.00', total: '100.00' }],
  });
  const { row } = await told(asked, { 'orders.json': JSON.stringify([order(2), order(8)]) });
  // 2 + 2 pieces.
  expect(row().values).toEqual({ ...unknown, units_sold: 4 });
  expect(row().flags.net_sales).toEqual(['no_refunds']);
});

it('which orders were paid: all of them count, and it is said', async () => {
  const unpaid = (more: object) => response({ displayFinancialStatus: undefined, ...more });
  const { row, warnings } = await told(asked, { 'orders.json': unpaid({}) });
  expect(row().values.net_sales).toBe(200);
  const said = warnings.find(({ code }) => code === 'no_status');
  expect(said?.message).toContain('add displayFinancialStatus');
  expect((await told(asked, { 'orders.json': response() })).codes).not.toContain('no_status');
});
