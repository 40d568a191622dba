import { col, defineSource, first, sum, whenFilled } from './source.ts';

/** The columns that orders and abandoned checkouts share. */
export const lineColumns = {
  quantity: col('Lineitem quantity', 'number', { blank: 0 }),
  unit_price: col('Lineitem price', 'money', { blank: 0 }),
  sku: col('Lineitem sku'),
  product: col('Lineitem name'),
};

const duties = col('Duties', 'money', { blank: 0 });

const line = { ...lineColumns, discount: col('Lineitem discount', 'money', { blank: 0 }) };

export default defineSource({
  id: 'shopify-orders',
  title: 'Shopify: Orders, Export, Plain CSV',
  titleFr: 'Shopify\u00a0: Commandes, Exporter, Fichier CSV simple',
  tool: 'Shopify',
  doc: 'One row per line item; the cells of the order are on its first row only. Dates carry the offset of the shop. `Refunded Amount` has no date: it is booked on the day of its order. Customs duties (`Duties`) count with the taxes. `Id` is not used: a spreadsheet turns it into scientific notation.',
  // Without the subtotal nothing states the sales: they would be 0, and a refund would fall on shipping.
  signature: { all: ['Name', 'Financial Status', 'Lineitem name', 'Created at', 'Subtotal'] },
  lines: 'continue',
  discountOnShipping: true,
  decimal: '.',
  kind: 'order',
  fields: {
    order_id: col('Name'),
    ordered_at: col('Created at', 'instant'),
    status: whenFilled(col('Cancelled at'), 'cancelled', col('Financial Status', 'text', { status: true })),
    currency: col('Currency'),
    customer_key: first(col('Email', 'key'), col('Phone', 'key'), col('Billing Phone', 'key')),
    gross_sales: sum(col('Subtotal', 'money'), col('Discount Amount', 'money', { blank: 0 })),
    discounts: col('Discount Amount', 'money', { blank: 0 }),
    shipping: col('Shipping', 'money', { blank: 0 }),
    taxes: sum(col('Taxes', 'money', { blank: 0 }), duties),
    duties,
    total: col('Total', 'money'),
    refunded_total: col('Refunded Amount', 'money', { blank: 0 }),
    country: first(col('Shipping Country'), col('Billing Country')),
    region: first(col('Shipping Province'), col('Billing Province')),
    payment_method: col('Payment Method'),
    discount_code: col('Discount Code'),
    sales_channel: col('Source'),
  },
  line,
  skip: [{ of: col('Payment Method'), words: ['(for testing) Bogus Gateway'], reason: 'test_order' }],
});
