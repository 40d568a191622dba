import { col, defineSource, minus, over } from './source.ts';

const isFilled = (text: string): boolean => /[1-9]/.test(text);

export default defineSource({
  id: 'etsy-orders',
  title: 'Etsy: Sold orders',
  titleFr: 'Etsy\u00a0: commandes vendues',
  tool: 'Etsy',
  doc: 'One row per order, by day. `Order Total` contains the tax that Etsy collects, though `Sales Tax` says 0: items and shipping are read from their own columns. A refund is known by the adjusted total and has no date: it is booked on the day of its order.',
  form: 'csv',
  signature: { all: ['Sale Date', 'Order ID', 'Order Value', 'Adjusted Order Total'] },
  layout: 'table',
  store: 'etsy',
  decimal: '.',
  kind: 'order',
  derive: [
    {
      name: 'total before adjustment',
      from: ['Order Total', 'Adjusted Order Total'],
      text: (total, adjusted) => (isFilled(adjusted) ? total : adjusted),
    },
  ],
  fields: {
    order_id: col('Order ID'),
    ordered_at: col('Sale Date', 'instant', { order: 'mdy' }),
    customer_key: col('Buyer User ID', 'key'),
    currency: col('Currency'),
    gross_sales: col('Order Value', 'money'),
    discounts: col('Discount Amount', 'money', { blank: 0 }),
    shipping: col('Shipping', 'money', { blank: 0 }),
    taxes: col('Sales Tax', 'money', { blank: 0 }),
    refunded_total: minus(
      col('total before adjustment', 'money', { blank: 0 }),
      col('Adjusted Order Total', 'money', { blank: 0 }),
    ),
    fee: col('Card Processing Fees', 'money'),
    country: col('Ship Country'),
  },
  line: {
    quantity: col('Number of Items', 'number'),
    unit_price: over(col('Order Value', 'money'), col('Number of Items', 'number')),
  },
  approx: ['item_amount'],
});
