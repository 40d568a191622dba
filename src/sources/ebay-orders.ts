import { col, type Derived, defineSource, first, product } from './source.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Mar-02-26` as a date in ISO order; any other text as it is. */
function saleDate(text: string): string {
  const [, name = '', day = '', year = ''] = /^([a-z]{3})-(\d{1,2})-(\d{4}|\d\d)$/i.exec(text.trim()) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return text;
  return `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `AU $5.00` as `AU$5.00`. */
const amount = (name: string | readonly string[], as: string): Derived => ({
  name: as,
  from: [name],
  text: (text) => text.trim().replace(/^(-?)(AU|US|CA|C|NZ|HK|S) \$/, '$1$2$$'),
});

const quantity = col('pieces of item', 'number');
const price = col('price of item', 'money');

export default defineSource({
  id: 'ebay-orders',
  title: 'eBay: Orders report',
  titleFr: 'eBay\u00a0: rapport des commandes',
  tool: 'eBay',
  doc: 'One row per line, and in orders of several lines one above them with the shipping of all. `Sold For` is the price of one piece. Tax that eBay collects is not revenue: the total, which may contain it, is not read. Cancelled and refunded orders are not marked in every version of the report, so it gives no refunds.',
  signature: { all: ['Order Number', 'Sold For', 'Shipping And Handling'] },
  lines: 'gather',
  amounts: 'without_tax',
  head: ['shipping of order', 'tax of order'],
  mayEnd: ['Order Number'],
  store: 'ebay',
  kind: 'order',
  derive: [
    {
      name: 'footer',
      from: ['Order Number', ['Item Number', 'Item Title'], 'Sold For'],
      text: (order, item, price) => {
        const isOrder = /\d/.test(order) && !/record/i.test(order);
        return isOrder || item.trim() !== '' || price.trim() !== '' ? 'no' : 'yes';
      },
    },
    {
      name: 'pieces of item',
      from: ['Item Number', 'Item Title', 'Quantity'],
      text: (number, title, pieces) => (number.trim() === '' && title.trim() === '' ? '' : pieces),
    },
    { name: 'day of sale', from: [['Sale Date', 'Order Date']], text: saleDate },
    { name: 'day of payment', from: ['Paid On Date'], text: saleDate },
    amount('Sold For', 'price of item'),
    amount('Shipping And Handling', 'shipping of order'),
    amount('Seller Collected Tax', 'tax of order'),
  ],
  skip: [{ of: col('footer'), words: ['yes'], reason: 'note' }],
  fields: {
    order_id: col('Order Number'),
    ordered_at: first(col('day of sale', 'instant'), col('day of payment', 'instant')),
    customer_key: col('Buyer Username', 'key'),
    gross_sales: product(price, quantity),
    shipping: col('shipping of order', 'money', { blank: 0 }),
    taxes: col('tax of order', 'money', { blank: 0 }),
    country: col('Ship To Country'),
    region: col(['Ship To State', 'Ship To Province/Region/State']),
    payment_method: col('Payment Method'),
  },
  line: { quantity, unit_price: price, sku: col(['Custom Label (SKU)', 'Custom Label']), product: col('Item Title') },
});
