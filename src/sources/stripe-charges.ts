import { cell, type Json, object, objects } from './json.ts';
import { col, defineSource, first } from './source.ts';

const columns = [
  ...['object', 'id', 'created', 'amount', 'amount_refunded', 'refunded_at', 'currency', 'fee', 'email', 'customer'],
  ...['status', 'captured', 'livemode', 'payment_method', 'utm_source', 'utm_medium', 'utm_campaign'],
] as const;

/** Currencies without minor units: their amounts are whole. */
const whole = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '));
/** Currencies of a thousand minor units. */
const thousands = new Set('bhd jod kwd omr tnd'.split(' '));

/** An amount in minor units as a decimal; another text as it is. */
function units(value: unknown, currency: string): string {
  const text = cell(value);
  const places = whole.has(currency) ? 0 : thousands.has(currency) ? 3 : 2;
  if (places === 0 || !/^-?\d+$/.test(text)) return text;
  const [sign, digits] = [text.startsWith('-') ? '-' : '', text.replace('-', '').padStart(places + 1, '0')];
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Seconds since 1970 as a time in UTC. */
function instant(value: unknown): string {
  const seconds = Number(cell(value) || Number.NaN);
  const isTime = Number.isFinite(seconds) && Math.abs(seconds) < 8e12;
  return isTime ? new Date(seconds * 1000).toISOString() : cell(value);
}

function row(charge: Json): string[] {
  const currency = cell(charge.currency).toLowerCase();
  const balance = object(charge.balance_transaction);
  const settled = cell(balance.currency).toLowerCase();
  const metadata = object(charge.metadata);
  const paid = object(charge.payment_method_details);
  const refunds = objects(object(charge.refunds).data) ?? [];
  const last = Math.max(...refunds.map(({ created }) => Number(cell(created)) || 0), 0);
  const values: Readonly<Record<(typeof columns)[number], string>> = {
    object: cell(charge.object),
    id: cell(charge.id),
    created: instant(charge.created),
    amount: units(charge.amount_captured ?? charge.amount, currency),
    amount_refunded: units(charge.amount_refunded, currency),
    refunded_at: last === 0 ? '' : instant(last),
    currency,
    // The fee is in the currency of the account.
    fee: settled === currency ? units(balance.fee, settled) : '',
    email: cell(object(charge.billing_details).email) || cell(charge.receipt_email),
    customer: cell(charge.customer) || cell(object(charge.customer).id),
    status: cell(charge.status),
    captured: cell(charge.captured),
    livemode: cell(charge.livemode),
    payment_method: cell(object(paid.card).brand) || cell(paid.type),
    utm_source: cell(metadata.utm_source),
    utm_medium: cell(metadata.utm_medium),
    utm_campaign: cell(metadata.utm_campaign),
  };
  return columns.map((name) => values[name]);
}

export default defineSource({
  id: 'stripe-charges',
  title: 'Stripe: charges of the API, JSON',
  titleFr: "Stripe\u00a0: paiements (charges) de l'API, JSON",
  tool: 'Stripe',
  doc: 'Amounts are in minor units, times in seconds. Only charges that succeeded and are captured count. The fee is known if `balance_transaction` is expanded, the day of a refund if `refunds` are. Beside an export of orders of the same store only the fees are read.',
  signature: { all: ['object', 'amount', 'amount_refunded', 'captured', 'created', 'currency', 'paid'] },
  payments: true,
  decimal: '.',
  kind: 'order',
  skip: [
    { of: col('object'), words: ['charge'], except: true, reason: 'other_record' },
    { of: col('livemode'), words: ['false'], reason: 'test_order' },
    { of: col('status'), words: ['succeeded', 'paid'], except: true, reason: 'not_paid' },
    { of: col('captured'), words: ['false'], reason: 'not_captured' },
  ],
  fields: {
    order_id: col('id'),
    ordered_at: col('created', 'instant', { zone: 'UTC' }),
    currency: col('currency'),
    customer_key: first(col('email', 'key'), col('customer', 'key')),
    gross_sales: col('amount', 'money'),
    refunded_total: col('amount_refunded', 'money', { blank: 0 }),
    refunded_at: col('refunded_at', 'instant', { zone: 'UTC' }),
    fee: col('fee', 'money'),
    payment_method: col('payment_method'),
    source: col('utm_source'),
    medium: col('utm_medium'),
    campaign: col('utm_campaign'),
  },
  approx: ['gross_sales', 'item_amount'],
  json: { columns, rows: (record) => [row(record)] },
});
