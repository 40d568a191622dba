import { isCancelled } from './cancelled.ts';
import { col, defineSource, type From, minus, whenFilled } from './source.ts';

/** What no column says and the lines show. */
const none: From<'money'> = { op: 'constant', value: '0', as: { type: 'money' } };

export default defineSource({
  id: 'wix-orders',
  title: 'Wix: Orders, Export',
  titleFr: 'Wix\u00a0: Commandes, Exporter',
  tool: 'Wix',
  doc: 'One row per item; the amounts of an order are on each of its rows or on the first, and count once. Sales are the items; what the total lacks of them is the discount, which has no column. A gift card is a payment. A refunded amount has no date: it is booked on the day of its order. An order that will not be fulfilled because it was cancelled does not count, whatever was paid.',
  // Without the total nothing states what was paid.
  signature: [
    { all: ['Order number', 'Date created', 'Total order quantity', 'Total'] },
    { all: ['Order number', 'Date created', 'Contact email', 'Payment status', 'Total'] },
  ],
  lines: 'copied',
  itemsOfLines: true,
  decimal: '.',
  kind: 'order',
  derive: [
    { name: 'Created', from: ['Date created', 'Time'], text: (date, time) => (time === '' ? date : `${date} ${time}`) },
    { name: 'Cancelled', from: ['Fulfillment status'], text: isCancelled },
  ],
  fields: {
    order_id: col('Order number'),
    ordered_at: col('Created', 'instant'),
    status: whenFilled(col('Cancelled'), 'cancelled', col('Payment status', 'text', { status: true })),
    currency: col('Currency'),
    customer_key: col(['Contact email', 'Recipient phone', 'Billing phone'], 'key'),
    gross_sales: minus(col('Total', 'money'), col('Shipping rate', 'money'), col('Additional fees', 'money')),
    discounts: none,
    shipping: col('Shipping rate', 'money', { blank: 0 }),
    taxes: col('Total tax', 'money', { blank: 0 }),
    total: col('Total', 'money'),
    refunded_total: col('Refunded amount', 'money', { blank: 0 }),
    country: col(['Delivery country', 'Billing country']),
  },
  line: { quantity: col('Qty', 'number'), unit_price: col('Price', 'money'), sku: col('SKU'), product: col('Item') },
  approxWithout: { gross_sales: ['Price'] },
});
