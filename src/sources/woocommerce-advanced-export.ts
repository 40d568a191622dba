import { col, defineSource, first, minus, sum } from './source.ts';
import { statusWords } from './woocommerce-status.ts';

const discounts = col(['Cart Discount Amount', 'Order Discount Amount'], 'money', { blank: 0 });
const shipping = col('Order Shipping Amount', 'money', { blank: 0 });
const taxes = col(['Order Total Tax Amount', 'Order Tax Amount'], 'money', { blank: 0 });
const total = col('Order Total Amount', 'money');
const status = col('Order Status', 'text', { status: true, words: statusWords });

export default defineSource({
  id: 'woocommerce-advanced-export',
  title: 'WooCommerce: Advanced Order Export (plugin)',
  titleFr: 'WooCommerce\u00a0: Advanced Order Export (extension)',
  tool: 'WooCommerce',
  doc: 'One row per item, with the amounts of the order on each of them or on the first: they count once. The subtotal is before discounts and without tax. A refunded amount has no date: it is booked on the day of its order.',
  signature: {
    all: ['Order Number', 'Order Status', 'Email (Billing)', ['Order Subtotal Amount', 'Order Total Amount']],
  },
  lines: 'copied',
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  fields: {
    order_id: col('Order Number'),
    ordered_at: col(['Order Date', 'Paid Date'], 'instant'),
    status,
    currency: col(['Order Currency', 'Currency']),
    customer_key: first(
      col('Email (Billing)', 'key'),
      col(['Customer User ID', 'User ID'], 'text', { words: { '0': '' } }),
      col('Phone (Billing)', 'key'),
    ),
    gross_sales: first(col('Order Subtotal Amount', 'money'), sum(minus(total, shipping, taxes), discounts)),
    discounts,
    shipping,
    taxes,
    total,
    refunded_total: col('Order Refund Amount', 'money', { blank: 0 }),
    country: col(['Country Code (Shipping)', 'Country Code (Billing)', 'Country Name (Billing)']),
    sales_channel: col('Created Via'),
  },
  line: {
    quantity: col(['Quantity', 'Quantity (- Refund)'], 'number'),
    unit_price: col(['Item Cost', 'Item Price'], 'money'),
    sku: col('SKU'),
    product: col(['Item Name', 'Product Name']),
  },
  approxWithout: { gross_sales: ['Order Subtotal Amount'] },
  skip: [{ of: status, words: ['deleted', 'draft'], reason: 'draft' }],
});
