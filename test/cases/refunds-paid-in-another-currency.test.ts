import { expect, it } from 'vitest';
import { lastWeek, told } from './kit.ts';

/*
 * A customer of the United States pays a shop in euros in dollars, and gets dollars back. The order has both totals; the payment of a
 * refund is in dollars only.
 */

const both = (shop: string, seen: string) => ({
  shop_money: { amount: shop, currency_code: 'EUR' },
  presentment_money: { amount: seen, currency_code: 'USD' },
});
const order = (id: number, day: string, refunds: unknown[]) => ({
  ...{ id, name: `#${id}`, created_at: `2026-11-0${day}T10:00:00+01:00`, financial_status: 'partially_refunded' },
  ...{ currency: 'EUR', presentment_currency: 'USD', total_price: '100.00', total_price_set: both('100.00', '125.00') },
  ...{ subtotal_price: '100.00', total_tax: '0.00', total_discounts: '0.00', taxes_included: true },
  ...{ total_shipping_price_set: both('0.00', '0.00'), email: `c${id}@x.com` },
  ...{ line_items: [{ id, quantity: 5, price: '20.00', sku: 'C', name: 'Cap' }], refunds },
});
const paid = (amount: string, currency: string) => ({ amount, kind: 'refund', status: 'success', currency });
const asked = `report orders.json ${lastWeek} --compare none --kpi gross_sales,returns,net_sales`;
const json = (...orders: unknown[]) => ({ 'orders.json': JSON.stringify({ orders }) });

it('is counted in the currency of the shop: a piece that came back, a sum, and a payment in euros', async () => {
  const at = '2026-11-08T10:00:00+01:00';
  const { row } = await told(
    asked,
    json(
      // One of five, 25 dollars.
      order(1, '2', [
        {
          ...{ id: 11, created_at: at, transactions: [paid('25.00', 'USD')] },
          refund_line_items: [{ line_item_id: 1, quantity: 1, subtotal: 20, total_tax: 0 }],
        },
      ]),
      // A sum of 10 dollars: 10 × 100 / 125.
      order(2, '3', [{ id: 21, created_at: at, transactions: [paid('10.00', 'USD')], refund_line_items: [] }]),
      order(3, '8', [{ id: 31, created_at: at, transactions: [paid('5.00', 'EUR')], refund_line_items: [] }]),
    ),
  );
  // 20 + 8 + 5.
  expect(row().values).toEqual({ gross_sales: 300, returns: 33, net_sales: 267 });
});
