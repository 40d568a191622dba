import type { Json } from './json.ts';
import { col, first, minus, sum, whenFilled } from './source.ts';

/*
 * What the orders of Shopify's two APIs have in common: both are brought to rows under these columns.
 */

const own = [
  ...['is', 'name', 'created_at', 'updated_at', 'cancelled_at', 'test', 'status', 'currency'],
  ...['email', 'customer_id', 'phone', 'country', 'source_name', 'utm_source', 'utm_medium', 'utm_campaign'],
  ...['subtotal', 'discounts', 'shipping', 'taxes', 'duties', 'total', 'refunded'],
] as const;
const ofLine = ['quantity', 'unit_price', 'sku', 'product', 'discount', 'gift_card'] as const;

export const columns = [...own, ...ofLine.map((name) => `line.${name}` as const)];
export type Row = Partial<Record<(typeof columns)[number], string>>;

/** The columns of lines: a file whose records have none says nothing of pieces. */
export const columnsOfLine = ofLine.map((name) => `line.${name}` as const);

export const asCells = (row: Row): string[] => columns.map((name) => row[name] ?? '');

/** The parameters of the first page of a visit, under their names as columns. */
export function utmOf(url: string): Pick<Row, 'utm_source' | 'utm_medium' | 'utm_campaign'> {
  const [, query] = /\?([^#]*)/.exec(url) ?? [];
  const found = new URLSearchParams(query ?? '');
  const text = (name: string) => found.get(name)?.trim() ?? '';
  return { utm_source: text('utm_source'), utm_medium: text('utm_medium'), utm_campaign: text('utm_campaign') };
}

/** A refund, in its parts below 0 or as one sum, with the pieces that came back. */
export interface RefundRows {
  readonly refund: Row;
  readonly lines: readonly Row[];
}

/** The rows of an order: its own, its lines and its refunds. */
interface OrderRows {
  readonly order: Row;
  readonly lines: readonly Row[];
  readonly refunds: readonly RefundRows[];
}

export function rowsOf({ order, lines, refunds }: OrderRows): string[][] {
  const { name = '' } = order;
  return [order, ...lines, ...refunds.flatMap((one) => [one.refund, ...one.lines])].map((row) =>
    asCells({ ...row, name: row.name ?? name }),
  );
}

export type Rows = (record: Json, names?: Map<string, string>) => string[][];

const discounts = col('discounts', 'money', { blank: 0 });
const duties = col('duties', 'money', { blank: 0 });

/** The fields of both. */
export const orderFields = {
  order_id: col('name'),
  ordered_at: col('created_at', 'instant'),
  status: whenFilled(col('cancelled_at'), 'cancelled', col('status', 'text', { status: true })),
  currency: col('currency'),
  customer_key: first(col('email', 'key'), col('customer_id', 'key'), col('phone', 'key')),
  gross_sales: first(
    sum(col('subtotal', 'money'), discounts),
    sum(minus(col('total', 'money'), col('shipping', 'money'), col('taxes', 'money'), duties), discounts),
  ),
  discounts: col('discounts', 'money'),
  shipping: col('shipping', 'money'),
  taxes: sum(col('taxes', 'money'), duties),
  duties,
  total: col('total', 'money'),
  refunded_total: col('refunded', 'money'),
  source: col('utm_source'),
  medium: col('utm_medium'),
  campaign: col('utm_campaign'),
  country: col('country'),
  sales_channel: col('source_name'),
  updated_at: col('updated_at', 'instant'),
} as const;

export const lineFields = {
  quantity: col('line.quantity', 'number'),
  unit_price: col('line.unit_price', 'money'),
  sku: col('line.sku'),
  product: col('line.product'),
  discount: col('line.discount', 'money'),
  gift_card: col('line.gift_card', 'count', { flags: true }),
} as const;

/** Orders made with the test gateway, and rows of a file that are neither an order nor a line of one. */
export const skip = [
  { of: col('test'), words: ['true'], reason: 'test_order' },
  { of: col('is'), words: ['other'], reason: 'other_record' },
] as const;
