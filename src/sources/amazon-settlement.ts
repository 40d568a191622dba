import { col, type Derived, defineSource, first, minus } from './source.ts';

type Row = readonly [transaction: string, type: string, description: string];

/** What a row is: a part of a refund, a cost by its category, or why it is neither. */
function rowKind(...[transaction, type, description]: Row): string {
  const all = `${transaction} ${type} ${description}`;
  if (all.trim() === '') return 'summary';
  if (/withheld/i.test(type)) return 'tax_withheld';
  if (/^(itemprice|promotion)/i.test(type.trim()))
    return /refund|chargeback|guarantee|a-to-z/i.test(transaction) ? 'refund' : 'other_report';
  if (/transfer|reserve|payable|successful charge|balance adjustment/i.test(all)) return 'transfer';
  if (/advertis|sponsored/i.test(all)) return 'advertising';
  if (/reimburse|compensat|warehouse_|_lost|_damage|clawback/i.test(all)) return 'other';
  if (/commission|closing|referral|shippinghb/i.test(description)) return 'payment_fee';
  return /fba|fulfil|storage|removal|disposal|inbound|shipping label|postage/i.test(all) ? 'fulfilment' : 'other';
}

const from = ['transaction-type', 'amount-type', 'amount-description', 'amount'];
const isBelow = (amount: string): boolean => /^[-\u2212(]/.test(amount.trim());
const unsigned = (amount: string): string => amount.trim().replace(/^[-\u2212]|[()]/g, '');

/** The magnitude of an amount of this sign, in rows of a part. */
const part = (name: string, below: boolean, fits: (...row: Row) => boolean): Derived => ({
  name,
  from,
  text: (transaction = '', type = '', description = '', amount = '') =>
    isBelow(amount) === below && fits(transaction, type, description) ? unsigned(amount) : '',
});

const isTax = (description: string): boolean => /tax/i.test(description);
const isShipping = (description: string): boolean => !isTax(description) && /shipping|gift ?wrap/i.test(description);
const parts = {
  items: (_: string, __: string, what: string) => !isTax(what) && !isShipping(what),
  shipping: (_: string, __: string, what: string) => isShipping(what),
  tax: (_: string, __: string, what: string) => isTax(what),
};

const money = (name: string) => col(name, 'money', { blank: 0 });
const given = (name: keyof typeof parts) => minus(money(`${name} given back`), money(`${name} kept`));
const kind = col('kind of row');
const posted = 'time of posting';
const skip = ['summary', 'tax_withheld', 'other_report', 'transfer', 'advertising'].map((reason) => ({
  of: kind,
  words: [reason],
  reason,
}));

export default defineSource({
  id: 'amazon-settlement',
  title: 'Amazon: Settlement report, Flat file V2',
  titleFr: 'Amazon\u00a0: rapport de règlement, fichier plat V2',
  tool: 'Amazon',
  doc: 'One row per component of a transaction. Refunds and fees are read: commissions as `payment_fee`, what Amazon ships and stores as `fulfilment`, else `other`. Its sales are those of the all orders report, which has them by the day of the order; tax that Amazon withholds, transfers, reserves and advertising (reports of Amazon Ads) are skipped. In Europe the amounts of refunds contain tax unless a row states it. The currency is on the first row, the summary, whose total is compared with the sum of the rows.',
  signature: { all: ['settlement-id', 'amount-type', 'amount-description'] },
  lines: 'gather',
  carried: ['currency'],
  statedSum: { stated: 'total-amount', of: 'settled' },
  mayEnd: ['posted-date-time', 'posted-date'],
  store: 'amazon',
  kind: 'cost',
  derive: [
    { name: 'kind of row', from: from.slice(0, 3), text: rowKind },
    {
      // The payment of the total itself is no part of it.
      name: 'settled',
      from: ['transaction-type', 'amount'],
      text: (transaction, amount) => (/^transfer$/i.test(transaction.trim()) ? '' : amount),
    },
    { name: posted, from: ['posted-date-time', 'posted-date'], text: (time, day) => time.trim() || day },
    {
      name: 'refund',
      from: ['order-id', 'adjustment-id', 'posted-date-time', 'posted-date'],
      text: (order, adjustment, time, day) => [order, adjustment, time.trim() || day].join(' '),
    },
    part('charged', true, () => true),
    part('credited', false, () => true),
    ...(['items', 'shipping', 'tax'] as const).flatMap((name) => [
      part(`${name} given back`, true, parts[name]),
      part(`${name} kept`, false, parts[name]),
    ]),
  ],
  skip: [...skip, { of: kind, words: ['refund'], reason: 'other_record' }],
  fields: {
    date: col(posted, 'day', { zone: 'UTC' }),
    category: kind,
    amount: minus(money('charged'), money('credited')),
    currency: col('currency'),
    statement: col('settlement-id'),
  },
  also: {
    kind: 'refund',
    skip: [...skip, { of: kind, words: ['refund'], except: true, reason: 'other_record' }],
    fields: {
      refund_id: col('refund'),
      order_id: first(col('order-id'), col('merchant-order-id')),
      refunded_at: col(posted, 'instant', { zone: 'UTC' }),
      item_amount: given('items'),
      shipping_amount: given('shipping'),
      tax_amount: given('tax'),
      currency: col('currency'),
    },
  },
  approx: ['item_amount'],
});
