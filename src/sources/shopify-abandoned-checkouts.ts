import { lineColumns } from './shopify-orders.ts';
import { col, defineSource, first } from './source.ts';

export default defineSource({
  id: 'shopify-abandoned-checkouts',
  title: 'Shopify: Abandoned checkouts, Export',
  titleFr: 'Shopify\u00a0: Paiements abandonnés, Exporter',
  tool: 'Shopify',
  doc: 'Looks like an orders export, but no row has a financial status: read as orders it would invent revenue.',
  signature: {
    all: ['Name', 'Financial Status', 'Lineitem name', 'Created at', ['Subtotal', 'Total']],
    none: ['Payment ID', 'Payment References', 'Outstanding Balance'],
    empty: ['Financial Status'],
    // A part of an export of orders may hold nothing but the last lines of one, whose own cells are all blank.
    filled: ['Subtotal', 'Total', 'Currency', 'Fulfillment Status'],
  },
  lines: 'continue',
  decimal: '.',
  kind: 'checkout',
  fields: {
    checkout_id: col('Name'),
    created_at: col('Created at', 'instant'),
    customer_key: first(col('Email', 'key'), col('Phone', 'key'), col('Billing Phone', 'key')),
    currency: col('Currency'),
    value: col('Subtotal', 'money'),
  },
  line: lineColumns,
});
