import { sumOf } from './json.ts';
import { col, defineSource, first, minus, sum } from './source.ts';
import { statusWords } from './woocommerce-status.ts';

const orderItems = Array.from({ length: 60 }, (_, at) => `order_item_${at + 1}`);

/** The pieces of a cell `Tee x 2` or `name:Tee|quantity:2`. */
const piecesIn = (cell: string): string =>
  /quantity:\s*(\d+)/i.exec(cell)?.[1] ?? /\bx\s?(\d+)\b/i.exec(cell)?.[1] ?? '';

const zero = { blank: 0 } as const;
const discounts = col(['discount_total', 'cart_discount', 'order_discount'], 'money', zero);
const shipping = col(['shipping_total', 'order_shipping'], 'money', zero);
const fees = sum(col(['fee_total', 'order_fees'], 'money', zero));
/** Newer versions have one sum of all taxes. */
const taxes = first(
  col('tax_total', 'money'),
  sum(col('order_tax', 'money', zero), col('order_shipping_tax', 'money', zero), col('order_fee_tax', 'money', zero)),
);
const total = col('order_total', 'money');
const status = col('status', 'text', { status: true, words: statusWords });

export default defineSource({
  id: 'woocommerce-skyverge',
  title: 'WooCommerce: Customer/Order CSV Export by SkyVerge (plugin)',
  titleFr: 'WooCommerce\u00a0: Customer/Order CSV Export de SkyVerge (extension)',
  tool: 'WooCommerce',
  doc: 'One row per order, or one per item with the amounts of the order on each: they count once. There is no subtotal: sales are the total less shipping, fees and taxes, plus the discount, marked approximate.',
  signature: {
    all: ['order_number_formatted', ['cart_discount', 'discount_total'], ['order_item_1', 'item_name'], 'order_total'],
  },
  lines: 'copied',
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  derive: [
    {
      name: 'order pieces',
      from: ['item_quantity', ...orderItems],
      text: (own, ...cells) => {
        const pieces = cells.map(piecesIn).filter((one) => one !== '');
        return own !== '' || pieces.length === 0 ? own : sumOf(pieces);
      },
    },
  ],
  fields: {
    order_id: first(col('order_number_formatted'), col('order_number'), col('order_id')),
    ordered_at: col(['date', 'order_date'], 'instant'),
    status,
    currency: col(['order_currency', 'currency']),
    customer_key: first(
      col('billing_email', 'key'),
      col('customer_email', 'key'),
      col(['customer_id', 'customer_user'], 'text', { words: { '0': '' } }),
      col('billing_phone', 'key'),
    ),
    gross_sales: sum(minus(total, shipping, fees, taxes), discounts),
    discounts,
    shipping,
    taxes,
    total,
    refunded_total: col('refunded_total', 'money', zero),
    country: first(col('shipping_country'), col('billing_country')),
  },
  line: {
    quantity: col('order pieces', 'number'),
    unit_price: col('item_price', 'money'),
    sku: col('item_sku'),
    product: col('item_name'),
  },
  approx: ['gross_sales'],
  skip: [{ of: status, words: ['deleted', 'draft'], reason: 'draft' }],
});
