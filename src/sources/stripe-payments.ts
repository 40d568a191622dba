import { namesIn } from '../core/names-in.ts';
import { col, defineSource, first } from './source.ts';

/** Of payments in several currencies, what the account got for them. */
const amount = (name: string) => first(col(`Converted ${name}`, 'money'), col(name, 'money'));

const isPaid = namesIn`
  paid | refunded | partially refunded | partially_refunded | partial refund | succeeded | disputed
`;

export default defineSource({
  id: 'stripe-payments',
  title: 'Stripe: Payments, Export',
  titleFr: 'Stripe\u00a0: Paiements, Exporter',
  tool: 'Stripe',
  doc: 'One row per payment, of which only those that are paid and captured count; tests are left out. The amount paid is taken for that of the items, tax and shipping included. A refund is booked on `Refunded date (UTC)`, the fee is a cost of the day of the payment. Beside an export of orders of the same store only the fees are read.',
  signature: {
    all: [['Created date (UTC)', 'Created (UTC)'], 'Amount', ['Amount Refunded', 'Converted Amount'], 'Status'],
    none: ['Arrival Date (UTC)'],
  },
  payments: true,
  decimal: '.',
  kind: 'order',
  skip: [
    { of: col('Mode'), words: ['test'], reason: 'test_order' },
    { of: col('Status'), words: isPaid, except: true, reason: 'not_paid' },
    { of: col('Captured'), words: ['false', 'falsch', 'faux', 'no', '0'], reason: 'not_captured' },
  ],
  fields: {
    order_id: col(['id', 'PaymentIntent ID']),
    ordered_at: col(['Created date (UTC)', 'Created (UTC)'], 'instant', { zone: 'UTC' }),
    status: col('Status', 'text', { words: { refunded: 'refunded' }, others: 'paid' }),
    currency: first(col('Converted Currency'), col('Currency')),
    customer_key: first(col('Customer Email', 'key'), col('Customer ID', 'key')),
    gross_sales: amount('Amount'),
    refunded_total: amount('Amount Refunded'),
    refunded_at: col('Refunded date (UTC)', 'instant', { zone: 'UTC' }),
    fee: col('Fee', 'money'),
    payment_method: first(col('Card Brand'), col('Payment Source Type')),
    source: col('UTM Source'),
    medium: col('UTM Medium'),
    campaign: col('UTM Campaign'),
  },
  approx: ['gross_sales', 'item_amount'],
});
