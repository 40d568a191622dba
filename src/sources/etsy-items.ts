import { col, defineSource, product } from './source.ts';

const price = col('Price', 'money');
const quantity = col('Quantity', 'number');

export default defineSource({
  id: 'etsy-items',
  title: 'Etsy: Sold order items',
  titleFr: 'Etsy\u00a0: articles vendus',
  tool: 'Etsy',
  doc: 'One row per line; discount, shipping and tax are those of the order and count once. Beside the sold orders it gives only their lines, else the orders. Lines without an order number, in older files, are left out.',
  signature: { all: ['Sale Date', 'Item Name', 'Transaction ID', 'Listing ID', 'Quantity', 'Price'] },
  lines: 'gather',
  amounts: 'without_tax',
  once: ['Discount Amount', 'Order Shipping', 'Order Delivery', 'Order Sales Tax'],
  linesOf: 'etsy-orders',
  store: 'etsy',
  decimal: '.',
  kind: 'order',
  derive: [{ name: 'has order', from: ['Order ID'], text: (id) => (id.trim() === '' ? 'no' : 'yes') }],
  skip: [{ of: col('has order'), words: ['no'], reason: 'no_order' }],
  fields: {
    order_id: col('Order ID'),
    ordered_at: col('Sale Date', 'instant', { order: 'mdy' }),
    customer_key: col('Buyer', 'key'),
    currency: col('Currency'),
    gross_sales: product(price, quantity),
    discounts: col('Discount Amount', 'money', { blank: 0 }),
    shipping: col(['Order Shipping', 'Order Delivery'], 'money', { blank: 0 }),
    taxes: col('Order Sales Tax', 'money', { blank: 0 }),
    country: col(['Ship Country', 'Delivery Country']),
    region: col(['Ship State', 'Delivery State']),
    discount_code: col('Coupon Code'),
  },
  line: { quantity, unit_price: price, sku: col('SKU'), product: col('Item Name') },
});
