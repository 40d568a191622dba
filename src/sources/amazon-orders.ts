import { meanings } from '../core/meanings.ts';
import { namesIn } from '../core/names-in.ts';
import { col, defineSource, first, minus, over, sum } from './source.ts';

/** A discount is a magnitude, in whatever sign a report writes it. */
const unsigned = (text: string): string => text.trim().replace(/^[-\u2212]/, '');

/** Of these marketplaces the prices are without tax, of all others with it. */
const taxOnTop = /^amazon\.(com|ca)$/i;

/** The tax of a row, if it is added to its prices. */
const onTop = (tax: string, channel: string): string => (taxOnTop.test(channel.trim()) ? tax : '');

const money = (name: string) => col(name, 'money', { blank: 0 });
const names = ['item-tax', 'shipping-tax', 'gift-wrap-tax'] as const;

export default defineSource({
  id: 'amazon-orders',
  title: 'Amazon: All orders report',
  titleFr: 'Amazon\u00a0: rapport Toutes les commandes',
  tool: 'Amazon',
  doc: 'One row per line, whose price is that of all its pieces. Prices contain tax, except on amazon.com and amazon.ca: it is taken out as the report states it. A line with the status `Cancelled` is left out of its order; what Amazon only ships for another shop (`Non-Amazon`) is skipped. There are no refunds in it: they are in the settlement report. Buyers are not named.',
  signature: {
    all: ['amazon-order-id', 'purchase-date', 'item-price'],
    // A list of shipments repeats the orders that it ships.
    none: ['shipment-id', 'estimated-arrival-date', 'quantity-to-ship'],
  },
  lines: 'gather',
  mayEnd: ['ship-country', 'ship-promotion-discount', 'item-promotion-discount', 'item-price'],
  store: 'amazon',
  decimal: '.',
  kind: 'order',
  derive: [
    {
      name: 'sold by',
      from: ['sales-channel'],
      text: (channel) => (/^non-amazon/i.test(channel.trim()) ? 'other' : 'amazon'),
    },
    {
      // The status of a line, where it was cancelled by itself.
      name: 'line status',
      from: ['order-status', 'item-status'],
      text: (order, item) => (/^cancel/i.test(item.trim()) ? item : order || item),
    },
    { name: 'item discount', from: ['item-promotion-discount'], text: unsigned },
    { name: 'shipping discount', from: ['ship-promotion-discount'], text: unsigned },
    ...names.map((name) => ({ name: `${name} on top`, from: [name, 'sales-channel'], text: onTop })),
  ],
  skip: [{ of: col('sold by'), words: ['other'], reason: 'other_shop' }],
  fields: {
    order_id: col('amazon-order-id'),
    ordered_at: col('purchase-date', 'instant', { zone: 'UTC' }),
    updated_at: col('last-updated-date', 'instant', { zone: 'UTC' }),
    status: col('line status', 'text', {
      words: meanings({
        paid: namesIn`
          Shipped | Shipping | Unshipped | PartiallyShipped | Partially Shipped | Shipped - Delivered to Buyer
          Shipped - Picked Up | Shipped - Out for Delivery | Shipped - Returned to Seller
          Shipped - Returning to Seller | Shipped - Rejected by Buyer | Shipped - Lost in Transit
          Shipped - Damaged | Pending - Waiting for Pick Up
        `,
        pending: ['Pending', 'PendingAvailability'],
        cancelled: ['Cancelled', 'Canceled', 'Unfulfillable'],
      }),
    }),
    currency: col('currency'),
    gross_sales: money('item-price'),
    discounts: money('item discount'),
    shipping: minus(sum(money('shipping-price'), money('gift-wrap-price')), money('shipping discount')),
    taxes: sum(...names.map(money)),
    items_tax: money('item-tax'),
    total: minus(
      sum(
        money('item-price'),
        money('shipping-price'),
        money('gift-wrap-price'),
        ...names.map((name) => money(`${name} on top`)),
      ),
      money('item discount'),
      money('shipping discount'),
    ),
    country: col('ship-country'),
    region: col('ship-state'),
    sales_channel: col('sales-channel'),
  },
  line: {
    quantity: col('quantity', 'number', { blank: 0 }),
    // A cancelled line has no pieces.
    unit_price: first(over(money('item-price'), col('quantity', 'number')), money('item-price')),
    sku: col('sku'),
    product: col('product-name'),
  },
});
