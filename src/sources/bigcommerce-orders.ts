import { amountText } from './amount-of-cell.ts';
import { negative, quotient, sumOf } from './json.ts';
import { col, defineSource, first, minus, sum } from './source.ts';

const zero = { blank: 0 } as const;

/** The items without tax; of a template that has them with tax only, at the rate of tax of the whole order. */
const itemsOf = (...cells: string[]): string => {
  const [own = '', withTax = '', total = '', totalWithTax = ''] = cells;
  if (own.trim() !== '') return own;
  const rate = quotient(amountText(totalWithTax), amountText(total));
  const items = rate === null ? null : quotient(amountText(withTax), rate);
  return items === null ? '' : Number(items).toFixed(2);
};

/** Items and shipping less what was charged for them; no column has the discounts. */
const discountOf = (...cells: string[]): string => {
  const [total = '', ...more] = cells.slice(4).map(amountText);
  const items = amountText(itemsOf(...cells.slice(0, 4)));
  if (items === '' || total === '') return '';
  const rest = sumOf([items, ...more.filter((one) => one !== ''), negative(total)]);
  const isRounding = (cells[0] ?? '').trim() === '' && Number(rest) < 0.02;
  return rest.startsWith('-') || isRounding ? '0' : rest;
};

const ofItems = ['Subtotal (ex tax)', 'Subtotal (inc tax)', 'Order Total (ex tax)', 'Order Total (inc tax)'];

const taxes = col('Tax Total', 'money', zero);
const status = col('Order Status', 'text', {
  status: true,
  words: {
    'awaiting fulfillment': 'paid',
    'awaiting shipment': 'paid',
    'awaiting pickup': 'paid',
    'manual verification required': 'paid',
    disputed: 'paid',
  },
});

export default defineSource({
  id: 'bigcommerce-orders',
  title: 'BigCommerce: Orders, Export all orders',
  titleFr: 'BigCommerce\u00a0: Commandes, Exporter toutes les commandes',
  tool: 'BigCommerce',
  doc: 'The amounts without tax are read; handling counts with shipping. Discounts are what items and shipping are more than the total. `Customer ID` 0 is a guest. `Incomplete` orders are left out. A refunded amount has no date: it is booked on the day of its order.',
  signature: { all: ['Order ID', 'Order Total (inc tax)', 'Order Total (ex tax)'] },
  decimal: '.',
  amounts: 'without_tax',
  kind: 'order',
  derive: [
    {
      name: 'Ordered at',
      from: ['Order Date', 'Order Time'],
      text: (date, time) => (time === '' || /\d:\d/.test(date) ? date : `${date} ${time}`),
    },
    {
      name: 'Discounts',
      from: [...ofItems, 'Order Total (ex tax)', 'Shipping Cost (ex tax)', 'Handling Cost (ex tax)'],
      text: discountOf,
    },
    { name: 'Items', from: ofItems, text: itemsOf },
  ],
  fields: {
    order_id: col('Order ID'),
    ordered_at: col('Ordered at', 'instant'),
    status,
    currency: col('Order Currency Code'),
    customer_key: first(
      col('Customer Email', 'key'),
      col('Customer ID', 'text', { words: { '0': '' } }),
      col('Customer Phone', 'key'),
    ),
    gross_sales: first(
      col('Items', 'money'),
      minus(col('Order Total (ex tax)', 'money'), col('Shipping Cost (ex tax)', 'money', zero)),
    ),
    discounts: col('Discounts', 'money'),
    shipping: sum(col('Shipping Cost (ex tax)', 'money', zero), col('Handling Cost (ex tax)', 'money', zero)),
    taxes,
    total: col('Order Total (inc tax)', 'money'),
    refunded_total: col(['Refund Amount', 'Refunded Amount', 'Amount Refunded'], 'money', zero),
    country: first(
      col(['Shipping Country Code', 'Shipping Country']),
      col(['Billing Country Code', 'Billing Country']),
    ),
    sales_channel: col(['Channel Name', 'Order Source']),
  },
  line: { quantity: col('Total Quantity', 'number') },
  approxWithout: { gross_sales: ['Subtotal (ex tax)', 'Subtotal (inc tax)'] },
  skip: [{ of: status, words: ['Incomplete'], reason: 'draft' }],
});
