import { col, defineSource, first, over } from './source.ts';
import { ofEvent, unsigned, when } from './square.ts';

const money = (name: string) => col(name, 'money', { blank: 0 });

export default defineSource({
  id: 'square-items',
  title: 'Square: Items, Export',
  titleFr: 'Square\u00a0: Articles, Exporter',
  tool: 'Square',
  doc: 'One row per line of a sale or a refund, with the amounts of the line. Beside the transactions of the same store it gives only the lines of their sales, else the sales. Gift cards are no sales.',
  signature: { all: ['Price Point Name', 'Modifiers Applied', 'Gross Sales'] },
  lines: 'gather',
  payments: true,
  refunds: true,
  linesOf: 'square-transactions',
  kind: 'order',
  derive: [
    when,
    { name: 'gross of event', from: ['Event Type', 'Gross Sales'], text: ofEvent },
    { name: 'discount of event', from: ['Discounts'], text: unsigned },
    { name: 'tax of event', from: ['Event Type', 'Tax'], text: ofEvent },
    { name: 'pieces of event', from: ['Event Type', 'Qty'], text: ofEvent },
  ],
  skip: [
    { of: col('Event Type'), words: ['payment', 'refund', ''], except: true, reason: 'not_a_sale' },
    { of: col('Itemization Type'), words: ['gift card'], reason: 'gift_card' },
  ],
  fields: {
    order_id: col(['Transaction ID', 'Payment ID']),
    ordered_at: col('Date, Time', 'instant'),
    customer_key: first(col('Customer ID', 'key'), col('Customer Reference ID', 'key')),
    gross_sales: col('gross of event', 'money'),
    discounts: money('discount of event'),
    taxes: money('tax of event'),
    store: col('Location'),
    sales_channel: col('Channel'),
  },
  line: {
    quantity: col('pieces of event', 'number'),
    unit_price: first(
      over(col('gross of event', 'money'), col('pieces of event', 'number')),
      col('gross of event', 'money'),
    ),
    sku: col('SKU'),
    product: col('Item'),
  },
});
