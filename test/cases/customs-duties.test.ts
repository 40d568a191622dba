import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Customs duties come on top of what an order costs, also where its prices include tax. They count with the taxes.
 */
const asked = `report . ${lastWeek} --compare none --kpi gross_sales,net_sales,shipping_charged,taxes,total_sales`;

describe('a CSV of Shopify', () => {
  const header = 'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at';
  const more = 'Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Duties';
  const order = (id: number, amounts: string, day: number, price: string, refunded: string, duties: string) =>
    `#${id},c${id}@x.de,paid,EUR,${amounts},0.00,2026-11-0${day} 10:00:00 +0100,1,Coat,${price},,${refunded},${duties}`;

  it('with prices before tax', async () => {
    const { row, codes } = await told(asked, {
      'orders.csv': table(
        `${header},${more}`,
        order(1, '100.00,10.00,20.00,145.00', 2, '100.00', '0.00', '15.00'),
        order(2, '50.00,5.00,10.00,65.00', 8, '50.00', '0.00', ''),
      ),
    });
    // Taxes of 20 + 15 + 10; 145 + 65 were paid.
    expect(row().values).toEqual({
      gross_sales: 150,
      net_sales: 150,
      shipping_charged: 15,
      taxes: 45,
      total_sales: 210,
    });
    expect(codes).not.toContain('unbalanced');
  });

  it('with prices that include tax, and one order given back', async () => {
    const { row, codes } = await told(asked, {
      'orders.csv': table(
        `${header},${more}`,
        order(1, '120.00,0.00,20.00,130.00', 2, '120.00', '0.00', '10.00'),
        order(2, '60.00,0.00,10.00,65.00', 8, '60.00', '65.00', '5.00'),
      ),
    });
    // 100 + 50 without tax. Of the second order everything went back: 50, and 10 + 5 of taxes.
    expect(row().values).toEqual({
      gross_sales: 150,
      net_sales: 100,
      shipping_charged: 0,
      taxes: 30,
      total_sales: 130,
    });
    expect(codes).not.toContain('unbalanced');
  });
});

it('orders of the REST API', async () => {
  const order = (id: number, day: string, total: string, duties: string | null) => ({
    ...{ id, name: `#${id}`, created_at: `${day}T10:00:00+01:00`, currency: 'EUR', financial_status: 'paid' },
    ...{ subtotal_price: '120.00', total_tax: '20.00', total_discounts: '0.00', total_price: total },
    ...{ taxes_included: true, email: `c${id}@x.de`, line_items: [{ quantity: 1, price: '120.00' }], refunds: [] },
    total_shipping_price_set: { shop_money: { amount: '0.00', currency_code: 'EUR' } },
    original_total_duties_set: duties === null ? null : { shop_money: { amount: duties, currency_code: 'EUR' } },
  });
  const { row, codes } = await told(asked, {
    'orders.json': JSON.stringify({
      orders: [order(1, '2026-11-02', '130.00', '10.00'), order(2, '2026-11-08', '120.00', null)],
    }),
  });
  expect(row().values).toEqual({ gross_sales: 200, net_sales: 200, shipping_charged: 0, taxes: 50, total_sales: 250 });
  expect(codes).not.toContain('unbalanced');
});

it('orders of the GraphQL API', async () => {
  const set = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
  const order = (id: number, day: string, total: string, duties: string | null) => ({
    ...{ id: `gid://shopify/Order/${id}`, name: `#${id}`, createdAt: `${day}T10:00:00Z` },
    ...{ displayFinancialStatus: 'PAID', totalPriceSet: set(total), subtotalPriceSet: set('120.0') },
    ...{ totalShippingPriceSet: set('0.0'), totalTaxSet: set('20.0') },
    originalTotalDutiesSet: duties === null ? null : set(duties),
  });
  const { row, codes } = await told(asked, {
    'orders.json': JSON.stringify({
      data: { orders: { nodes: [order(1, '2026-11-02', '130.0', '10.0'), order(2, '2026-11-08', '120.0', null)] } },
    }),
  });
  expect(row().values).toMatchObject({ gross_sales: 200, taxes: 50, total_sales: 250 });
  expect(codes).not.toContain('unbalanced');
});
