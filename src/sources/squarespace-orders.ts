import { amountText } from './amount-of-cell.ts';
import { isCancelled } from './cancelled.ts';
import { negative, sumOf } from './json.ts';
import { lineColumns } from './shopify-orders.ts';
import { col, defineSource, first, whenFilled } from './source.ts';

const isCent = (difference: string): boolean => Math.abs(Number(difference)) < 0.011;

/** The items before discounts: the subtotal, unless the total shows that discounts are taken off it already. */
const itemsOf = (...cells: string[]): string => {
  const [subtotal = '', discount = '', shipping = '', taxes = '', total = ''] = cells.map(
    (cell) => amountText(cell) || '0',
  );
  if (!/\d/.test(cells[0] ?? '')) return cells[0] ?? '';
  const isTotal = (...parts: string[]): boolean =>
    [sumOf(parts), sumOf([...parts, taxes])].some((sum) => isCent(sumOf([sum, negative(total)])));
  const isBefore = isTotal(subtotal, shipping, negative(discount)) && !isTotal(subtotal, shipping);
  return isBefore ? subtotal : sumOf([subtotal, discount]);
};

export default defineSource({
  id: 'squarespace-orders',
  title: 'Squarespace: Orders, Export, CSV',
  titleFr: 'Squarespace\u00a0: Commandes, Exporter, CSV',
  tool: 'Squarespace',
  doc: 'Looks like an export of Shopify, with other names and its statuses in capitals. The cells of an order are on its first row or on each: they count once. `Amount Refunded` has no date: it is booked on the day of its order.',
  signature: { all: ['Order ID', 'Amount Refunded', 'Lineitem variant', 'Subtotal'], none: ['Name'] },
  lines: 'copied',
  discountOnShipping: true,
  decimal: '.',
  kind: 'order',
  derive: [
    { name: 'Items', from: ['Subtotal', 'Discount Amount', 'Shipping', 'Taxes', 'Total'], text: itemsOf },
    {
      name: 'Cancelled',
      from: ['Cancelled at', 'Fulfillment Status'],
      text: (at, status) => at.trim() || isCancelled(status),
    },
  ],
  fields: {
    order_id: col('Order ID'),
    ordered_at: col('Created at', 'instant'),
    status: whenFilled(col('Cancelled'), 'cancelled', col('Financial Status', 'text', { status: true })),
    currency: col('Currency'),
    customer_key: first(col('Email', 'key'), col('Billing Phone', 'key'), col('Shipping Phone', 'key')),
    gross_sales: col('Items', 'money'),
    discounts: col('Discount Amount', 'money'),
    shipping: col('Shipping', 'money'),
    taxes: col('Taxes', 'money'),
    total: col('Total', 'money'),
    refunded_total: col('Amount Refunded', 'money'),
    country: first(col('Shipping Country'), col('Billing Country')),
    sales_channel: col('Channel Name'),
  },
  line: lineColumns,
});
