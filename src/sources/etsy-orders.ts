import { col, defineSource, first, minus, over, product, sum } from './source.ts';

const isFilled = (text: string): boolean => /[1-9]/.test(text);

const money = (names: string | readonly string[]) => col(names, 'money', { blank: 0 });
const discount = money('Discount Amount');
const shipping = money(['Shipping', 'Delivery']);
const tax = money('Sales Tax');
const value = col('Order Value', 'money');
const pieces = col('Number of Items', 'number');

export default defineSource({
  id: 'etsy-orders',
  title: 'Etsy: Sold orders',
  titleFr: 'Etsy\u00a0: commandes vendues',
  tool: 'Etsy',
  doc: 'One row per order, by day. `Order Total` contains the tax that Etsy collects, though `Sales Tax` says 0: items and shipping are read from their own columns. A refund is known by the adjusted total and has no date: it is booked on the day of its order. `Status` is mostly blank; an order that it calls cancelled does not count.',
  signature: { all: ['Sale Date', 'Order ID', 'Order Value', 'Adjusted Order Total'] },
  amounts: 'without_tax',
  store: 'etsy',
  decimal: '.',
  kind: 'order',
  derive: [
    {
      name: 'total before adjustment',
      from: ['Order Total', 'Adjusted Order Total'],
      text: (total, adjusted) => (isFilled(adjusted) ? total : adjusted),
    },
    {
      name: 'fee charged',
      from: ['Card Processing Fees', 'Adjusted Card Processing Fees'],
      text: (fee, adjusted) => (isFilled(adjusted) ? adjusted : fee),
    },
  ],
  fields: {
    order_id: col('Order ID'),
    ordered_at: col('Sale Date', 'instant', { order: 'mdy' }),
    // Mostly blank.
    status: col('Status', 'text', { status: true, words: { open: 'paid', 'payment processing': 'pending' } }),
    customer_key: col('Buyer User ID', 'key'),
    currency: col('Currency'),
    gross_sales: value,
    discounts: discount,
    shipping,
    taxes: tax,
    // Of what was given back, the part of the tax that Etsy collects was never the shop's.
    refunded_total: over(
      product(
        minus(money('total before adjustment'), money('Adjusted Order Total')),
        minus(sum(value, shipping, tax), discount),
      ),
      money('Order Total'),
    ),
    fee: col('fee charged', 'money'),
    country: col(['Ship Country', 'Delivery Country']),
    region: col(['Ship State', 'Delivery State']),
    payment_method: col('Payment Method'),
    discount_code: col('Coupon Code'),
  },
  line: { quantity: pieces, unit_price: first(over(value, pieces), value) },
  approx: ['item_amount'],
});
