import { expect } from 'vitest';
import { besideEachOther, exact, overPeriods } from './relate.ts';
import type { Told } from './reports.ts';
import { paris, type Sheet, type Shop } from './whole-shop.ts';

/** Wednesday 7 October 2026, 12:00 in Paris. */
const at = Date.UTC(2026, 9, 7, 10);

/** The order in a sheet of its own or as Shopify writes it. There 90.00 with 18.00 of tax inside is 72.00 without, the discount of 10.00 likewise 8.00. */
const cells: Readonly<Record<'own' | 'shopify' | 'order_lines', Readonly<Record<string, string>>>> = {
  own: {
    order_id: '990001',
    ordered_at: paris(at),
    status: 'paid',
    currency: 'EUR',
    customer_key: 'somebody.new@example.com',
    channel: 'Email',
    country: 'FR',
    device: 'mobile',
    gross_sales: '80.00',
    discounts: '8.00',
    shipping: '0.00',
    taxes: '18.00',
    total: '90.00',
  },
  order_lines: {
    order_id: '990001',
    sku: 'SKU-90',
    product: 'Vase',
    quantity: '10',
    unit_price: '8.00',
    unit_cost: '3.00',
  },
  shopify: {
    Name: '#990001',
    Email: 'somebody.new@example.com',
    'Financial Status': 'paid',
    Currency: 'EUR',
    Subtotal: '90.00',
    Shipping: '0.00',
    Taxes: '18.00',
    Total: '90.00',
    'Discount Code': 'TEN',
    'Discount Amount': '10.00',
    'Created at': '2026-10-07 12:00:00 +0200',
    'Lineitem quantity': '10',
    'Lineitem name': 'Vase',
    'Lineitem price': '10.00',
    'Lineitem sku': 'SKU-90',
    'Shipping Country': 'FR',
    'Refunded Amount': '0.00',
  },
};

/** What moves with it, and by how much. */
const moves: Readonly<Record<string, number>> = {
  orders: 1,
  gross_sales: 80,
  discounts: 8,
  net_sales: 72,
  revenue: 72,
  taxes: 18,
  total_sales: 90,
  units_sold: 10,
  customers: 1,
  new_customers: 1,
  revenue_new_customers: 72,
  // 72.00 less 10 × 3.00.
  gross_margin: 42,
  cm2: 42,
  contribution_margin: 42,
};
const unmoved = ['revenue_returning_customers', 'returning_customers', 'visitors', 'backlog', 'followers'];

/** A shop with one order more, and how its figures follow. */
export function withOneOrder({ sheets, form }: Shop): {
  sheets: readonly Sheet[];
  relate: (before: Told, after: Told) => void;
} {
  const more: Record<string, Readonly<Record<string, string>>> = {
    orders: cells[form],
    ...(form === 'own' ? { order_lines: cells.order_lines } : {}),
  };
  const written = sheets.map((sheet) => {
    const own = more[sheet.name];
    return own === undefined ? sheet : { ...sheet, rows: [...sheet.rows, sheet.header.map((name) => own[name]!)] };
  });
  return { sheets: written, relate };
}

function relate(before: Told, after: Told): void {
  const unlike: string[] = [];
  let moved = 0;
  for (const { id, a, b, where } of besideEachOther(before.rows, after.rows)) {
    if (!(id in moves) && !overPeriods.includes(id) && !unmoved.includes(id)) continue;
    const isOwn = /^(2026-w41|all) /.test(where);
    const by = isOwn ? (moves[id] ?? 0) : 0;
    if (by > 0) moved += 1;
    if (
      (a.value === null) !== (b.value === null) ||
      exact(b.value) !== exact(a.value) + (a.value === null ? 0 : by * 1e6)
    )
      unlike.push(`${where}: ${a.value ?? a.because} + ${by} is not ${b.value ?? b.because}`);
  }
  expect(unlike).toEqual([]);
  expect(moved).toBeGreaterThanOrEqual(22);
}
