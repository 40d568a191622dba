import { col, defineSource, first, minus } from './source.ts';
import { ofEvent, turned, unsigned, when } from './square.ts';

const isZero = (text: string): boolean => !/[1-9]/.test(text);
const money = (name: string) => col(name, 'money', { blank: 0 });

export default defineSource({
  id: 'square-transactions',
  title: 'Square: Transactions, Export',
  titleFr: 'Square\u00a0: Transactions, Exporter',
  tool: 'Square',
  doc: 'One row per payment or refund; a refund has an id of its own and names no payment. Discounts and fees are written below 0. Tips and gift cards are no sales. The zone of the times is in a column, in words. Beside an export of orders of the same store only the fees are read.',
  signature: { all: ['Gross Sales', 'Net Sales', 'Total Collected', 'Event Type'] },
  payments: true,
  refunds: true,
  kind: 'order',
  derive: [
    when,
    {
      // A refund of an amount is of no item.
      name: 'gross of event',
      from: ['Event Type', 'Gross Sales', 'Partial Refunds'],
      text: (event, gross, partial) => ofEvent(event, isZero(gross) && /refund/i.test(event) ? partial : gross),
    },
    { name: 'discount of event', from: ['Discounts'], text: unsigned },
    { name: 'fee paid', from: ['Fees'], text: turned },
    {
      name: 'only a gift card',
      from: ['Gross Sales', 'Gift Card Sales'],
      text: (gross, cards) => (isZero(gross) && !isZero(cards) ? 'yes' : 'no'),
    },
    {
      name: 'tender',
      from: ['Card', 'Cash', 'Square Gift Card', 'Cash App', 'Other Tender', 'Other Tender Type'],
      text: (card, cash, gift, app, other, type) =>
        [
          [card, 'Card'],
          [cash, 'Cash'],
          [gift, 'Gift card'],
          [app, 'Cash App'],
          [other, type.trim() || 'Other'],
        ]
          .flatMap(([amount = '', name = '']) => (isZero(amount) ? [] : [name]))
          .join(' + '),
    },
    ...['Tax', 'Total Collected', 'Tip'].map((name) => ({
      name: `${name} of event`,
      from: ['Event Type', name],
      text: ofEvent,
    })),
  ],
  skip: [
    { of: col('Event Type'), words: ['payment', 'refund'], except: true, reason: 'not_a_sale' },
    {
      of: col('Transaction Status'),
      words: ['failed', 'canceled', 'cancelled', 'voided', 'pending'],
      reason: 'not_completed',
    },
    { of: col('only a gift card'), words: ['yes'], reason: 'gift_card' },
  ],
  fields: {
    order_id: col(['Transaction ID', 'Payment ID']),
    ordered_at: col('Date, Time', 'instant'),
    customer_key: first(col('Customer ID', 'key'), col('Customer Reference ID', 'key')),
    gross_sales: col('gross of event', 'money'),
    discounts: money('discount of event'),
    taxes: money('Tax of event'),
    total: minus(
      money('Total Collected of event'),
      money('Tip of event'),
      money('Gift Card Sales'),
      money('Service Charges'),
    ),
    fee: money('fee paid'),
    store: col('Location'),
    payment_method: first(col('tender'), col('Card Brand')),
    sales_channel: first(col('Channel'), col('Source')),
  },
});
