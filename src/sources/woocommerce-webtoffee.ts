import { sumOf } from './json.ts';
import { col, defineSource, first, minus, sum } from './source.ts';
import { statusWords } from './woocommerce-status.ts';

/** A file has as many of these columns as its longest order has lines. */
const lineItems = Array.from({ length: 60 }, (_, at) => `line_item_${at + 1}`);

/** The value of a key in a cell `name:Tee|sku:T-M|quantity:2`. */
const valueAt = (cell: string, key: string): string =>
  new RegExp(`(?:^|\\|)\\s*${key}:\\s*([^|;]*)`).exec(cell)?.[1]?.trim() ?? '';
const decimal = /^[-+]?\d+(?:\.\d+)?$/;

/** The sum of the values of a key in all these cells, of which one may list several records; empty if there is none. */
const added = (cells: readonly string[], key: string): string => {
  const values = cells.flatMap((cell) => cell.split(';')).map((part) => valueAt(part, key).replace(/^-/, ''));
  const numbers = values.filter((value) => decimal.test(value));
  return numbers.length === 0 ? '' : sumOf(numbers);
};

const discounts = col(['discount_total', 'cart_discount'], 'money', { blank: 0 });
const shipping = col('shipping_total', 'money', { blank: 0 });
const taxes = col('tax_total', 'money', { blank: 0 });
const total = col('order_total', 'money');
const status = col('status', 'text', { status: true, words: statusWords });

export default defineSource({
  id: 'woocommerce-webtoffee',
  title: 'WooCommerce: Order Export & Order Import by WebToffee (plugin)',
  titleFr: 'WooCommerce\u00a0: Order Export & Order Import de WebToffee (extension)',
  tool: 'WooCommerce',
  doc: 'One row per order; its lines are in as many columns `line_item_1`, `line_item_2`, … as the longest order needs, and give its pieces. The subtotal is before discounts and without tax. Refunds are booked on the day of their order.',
  signature: {
    all: [
      'order_id',
      'order_number',
      'order_currency',
      ['line_item_1', 'wt_import_key'],
      ['order_subtotal', 'order_total'],
    ],
  },
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  derive: [
    { name: 'order pieces', from: lineItems, text: (...cells) => added(cells, 'quantity') },
    { name: 'order refunded', from: ['refund_items'], text: (cell) => added([cell], 'amount') },
  ],
  fields: {
    order_id: first(col('order_number'), col('order_id')),
    ordered_at: col('order_date', 'instant'),
    status,
    currency: col('order_currency'),
    customer_key: first(
      col('customer_email', 'key'),
      col('billing_email', 'key'),
      col(['customer_id', 'customer_user'], 'text', { words: { '0': '' } }),
      col('billing_phone', 'key'),
    ),
    gross_sales: first(col('order_subtotal', 'money'), sum(minus(total, shipping, taxes), discounts)),
    discounts,
    shipping,
    taxes,
    total,
    refunded_total: col('order refunded', 'money', { blank: 0 }),
    country: first(col('shipping_country'), col('billing_country')),
  },
  line: { quantity: col('order pieces', 'number') },
  approxWithout: { gross_sales: ['order_subtotal'] },
  skip: [{ of: status, words: ['deleted', 'draft'], reason: 'draft' }],
});
