import { cell, type Json, negative, object, objects, quotient, sumOf } from './json.ts';
import { col, defineSource, first } from './source.ts';

const plain = [
  'status',
  'currency',
  'date_created_gmt',
  'date_created',
  'date_modified_gmt',
  'date_modified',
  'shipping_total',
  'total_tax',
  'total',
  'created_via',
] as const;

/** Where WooCommerce records how the customer came: `_wc_order_attribution_utm_source` and so on. */
const attribution = ['source_type', 'utm_source', 'utm_medium', 'utm_campaign', 'device_type'] as const;

/** Made up of several keys. */
const made = [
  'number',
  'customer_id',
  'billing.email',
  'billing.phone',
  'billing.country',
  'region',
  'payment_method',
  'discount_code',
  'subtotal',
  'discount_total',
  'refunded_total',
] as const;

const lineColumns = ['line.quantity', 'line.unit_price', 'line.sku', 'line.name'] as const;

const columns = [...made, ...plain, ...attribution, ...lineColumns];
type Row = Partial<Record<(typeof columns)[number], string>>;

/** Before discounts; an export without it has at least the paid amount. */
const subtotalOf = (line: Json): string => cell(line.subtotal) || cell(line.total);

/** The state of the address whose country counts: codes of states mean something in their country only. */
const regionOf = (billing: Json, shipping: Json): string => {
  const country = cell(billing.country);
  const isElsewhere = country !== '' && cell(shipping.country) !== country;
  return cell(billing.state) || (isElsewhere ? '' : cell(shipping.state));
};

const orderRow = (order: Json): Row => {
  const row: Row = {};
  for (const name of plain) row[name] = cell(order[name]);

  row.number = cell(order.number) || cell(order.id);
  const customer = cell(order.customer_id);
  row.customer_id = customer === '0' ? '' : customer;
  const billing = object(order.billing);
  row['billing.email'] = cell(billing.email);
  row['billing.phone'] = cell(billing.phone);
  row['billing.country'] = cell(billing.country);
  row.region = regionOf(billing, object(order.shipping));
  row.payment_method = cell(order.payment_method_title) || cell(order.payment_method);
  row.discount_code = (objects(order.coupon_lines) ?? []).flatMap(({ code }) => cell(code) || []).join(', ');

  const lines = objects(order.line_items);
  const refunds = objects(order.refunds);
  row.subtotal = lines === null ? '' : sumOf(lines.map(subtotalOf));
  row.discount_total =
    cell(order.discount_total) ||
    sumOf((lines ?? []).flatMap((line) => [subtotalOf(line), negative(cell(line.total) || subtotalOf(line))]));
  row.refunded_total = refunds === null ? '' : negative(sumOf(refunds.map(({ total }) => cell(total))));

  for (const { key, value } of objects(order.meta_data) ?? []) {
    const name = attribution.find((known) => key === `_wc_order_attribution_${known}`);
    if (name !== undefined) row[name] ||= cell(value);
  }
  return row;
};

const lineRow = (number: string | undefined, line: Json): Row => {
  const quantity = cell(line.quantity);
  return {
    ...(number === undefined ? {} : { number }),
    'line.quantity': quantity,
    'line.unit_price': quotient(subtotalOf(line), quantity) ?? cell(line.price),
    'line.sku': cell(line.sku),
    'line.name': cell(line.name),
  };
};

const rows = (record: Json): string[][] => {
  const order = orderRow(record);
  const lines = (objects(record.line_items) ?? []).map((line) => lineRow(order.number, line));
  return [order, ...lines].map((row) => columns.map((name) => row[name] ?? ''));
};

export default defineSource({
  id: 'woocommerce-orders',
  title: 'WooCommerce: orders of the REST API v3, JSON',
  titleFr: "WooCommerce\u00a0: commandes de l'API REST v3, JSON",
  tool: 'WooCommerce',
  doc: 'Amounts are texts without tax, whatever `prices_include_tax` says; fees are in no field. `customer_id` is 0 for every guest. A refund has no date: it is booked on the day of its order. Drafts and orders in the trash are left out.',
  signature: {
    all: [
      'line_items',
      ['date_created_gmt', 'date_created'],
      ['order_key', 'prices_include_tax', 'created_via', 'cart_tax'],
    ],
    none: ['financial_status'],
  },
  lines: 'continue',
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  fields: {
    order_id: col('number'),
    ordered_at: first(col('date_created_gmt', 'instant', { zone: 'UTC' }), col('date_created', 'instant')),
    status: col('status', 'text', { status: true }),
    currency: col('currency'),
    customer_key: first(col('billing.email', 'key'), col('customer_id', 'key'), col('billing.phone', 'key')),
    gross_sales: col('subtotal', 'money'),
    discounts: col('discount_total', 'money', { blank: 0 }),
    shipping: col('shipping_total', 'money', { blank: 0 }),
    taxes: col('total_tax', 'money', { blank: 0 }),
    total: col('total', 'money'),
    refunded_total: col('refunded_total', 'money', { blank: 0 }),
    source: first(col('utm_source'), col('source_type', 'text', { words: { typein: '(direct)' }, others: '' })),
    medium: first(
      col('utm_medium'),
      col('source_type', 'text', { words: { typein: '(none)', organic: 'organic', referral: 'referral' }, others: '' }),
    ),
    campaign: col('utm_campaign'),
    country: col('billing.country'),
    region: col('region'),
    payment_method: col('payment_method'),
    discount_code: col('discount_code'),
    device: col('device_type', 'text', { words: { desktop: 'desktop', mobile: 'mobile', tablet: 'tablet' } }),
    sales_channel: col('created_via'),
    updated_at: first(col('date_modified_gmt', 'instant', { zone: 'UTC' }), col('date_modified', 'instant')),
  },
  line: {
    quantity: col('line.quantity', 'number'),
    unit_price: col('line.unit_price', 'money'),
    sku: col('line.sku'),
    product: col('line.name'),
  },
  skip: [{ of: col('status', 'text', { status: true }), words: ['deleted', 'draft'], reason: 'draft' }],
  json: { columns, rows, only: { refunds: ['refunded_total'] } },
});
