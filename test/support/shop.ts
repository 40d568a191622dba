import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';

/** A table of a made-up shop: every row begins with the id of its record (or its day) and its time. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns whose cells are amounts or counts. */
  readonly numeric: readonly string[];
}

export interface Order {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly customer: string | null;
  readonly status: string;
  readonly channel: string;
  /** In cents. */
  readonly gross: number;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  /** Pieces of each line. */
  readonly lines: readonly number[];
}

export interface Shop {
  readonly generic: readonly Order[];
  readonly shopify: readonly Order[];
  readonly tables: readonly Table[];
}

const MINUTE = 60_000;
/** Summer time ends in Paris on 25 October and in New York on 1 November. */
const start = Date.UTC(2026, 9, 15);
const dayCount = 21;

export const cents = (amount: number): string => (amount / 100).toFixed(2);
const iso = (at: number): string => new Date(at).toISOString().replace('.000', '');
/** As Shopify writes it, in a zone four hours behind. */
const shopifyTime = (at: number): string =>
  `${iso(at - 240 * MINUTE)
    .slice(0, 19)
    .replace('T', ' ')} -0400`;

const minute = fc.integer({ min: 0, max: dayCount * 1440 - 1 }).map((count) => start + count * MINUTE);
const channel = fc.constantFrom('Email', 'Direct', 'Paid Search', '');
const person = fc.option(fc.integer({ min: 1, max: 7 }).map((number) => `c${number}@example.com`));

const orders = (prefix: string, statuses: readonly string[]): fc.Arbitrary<Order[]> =>
  fc
    .array(
      fc.record({
        at: minute,
        customer: person,
        status: fc.constantFrom(...statuses),
        channel,
        gross: fc.integer({ min: 0, max: 30_000 }),
        quarters: fc.integer({ min: 0, max: 4 }),
        shipping: fc.constantFrom(0, 490, 600),
        tax: fc.integer({ min: 0, max: 5_000 }),
        lines: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 3, maxLength: 25 },
    )
    .map((list) =>
      list.map(({ quarters, ...order }, at) => ({
        ...order,
        id: `${prefix}${at + 1}`,
        discount: Math.floor((order.gross * quarters) / 4),
      })),
    );

/** Sheets of its own: one row an order. */
export const genericOrders = (list: readonly Order[]): Table => ({
  name: 'orders',
  header: [
    'order_id',
    'ordered_at',
    'status',
    'currency',
    'customer_key',
    'channel',
    'gross_sales',
    'discounts',
    'shipping',
    'taxes',
  ],
  numeric: ['gross_sales', 'discounts', 'shipping', 'taxes'],
  rows: list.map(({ id, at, status, customer, channel, gross, discount, shipping, tax }) => [
    id,
    iso(at),
    status,
    'EUR',
    customer ?? '',
    channel,
    cents(gross),
    cents(discount),
    cents(shipping),
    cents(tax),
  ]),
});

/** As Shopify exports them: one row a line, the order's own cells on the first. */
export const shopifyOrders = (list: readonly Order[]): Table => ({
  name: 'shopify',
  header: [
    'Name',
    'Created at',
    'Email',
    'Financial Status',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Discount Amount',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Cancelled at',
  ],
  numeric: ['Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Amount', 'Lineitem quantity', 'Lineitem price'],
  rows: list.flatMap(({ id, at, customer, status, gross, discount, shipping, tax, lines }) =>
    lines.map((quantity, line) => {
      const paid = gross - discount;
      const own =
        line === 0
          ? [status, 'EUR', paid, shipping, tax, paid + shipping + tax, discount]
          : ['', '', '', '', '', '', ''];
      const cells = own.map((cell) => (typeof cell === 'number' ? cents(cell) : cell));
      return [id, shopifyTime(at), customer ?? '', ...cells, String(quantity), `Article ${line}`, '5.00', ''];
    }),
  ),
});

const visits: fc.Arbitrary<Table> = fc
  .array(
    fc.record({
      at: minute,
      visitor: fc.integer({ min: 1, max: 6 }),
      channel,
      pages: fc.integer({ min: 1, max: 5 }),
      steps: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 3, maxLength: 40 },
  )
  .map((list) => ({
    name: 'visits',
    header: [
      'visit_id',
      'started_at',
      'visitor_id',
      'channel',
      'pageviews',
      'engaged_sessions',
      'carts',
      'checkouts',
      'purchases',
    ],
    numeric: ['pageviews', 'engaged_sessions', 'carts', 'checkouts', 'purchases'],
    rows: list.map(({ at, visitor, channel, pages, steps }, index) => [
      `v${index}`,
      iso(at),
      `p${visitor}`,
      channel,
      String(pages),
      ...[1, 2, 3, 4].map((step) => (steps >= step ? '1' : '0')),
    ]),
  }));

const spend: fc.Arbitrary<Table> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: dayCount - 1 }),
      campaign: fc.constantFrom('Brand', 'Generic'),
      channel,
      cost: fc.integer({ min: 0, max: 9_999 }),
      shown: fc.integer({ min: 0, max: 5_000 }),
      clicks: fc.integer({ min: 0, max: 90 }),
    }),
    { minLength: 3, maxLength: 30 },
  )
  .map((list) => ({
    name: 'spend',
    header: ['platform', 'date', 'campaign', 'channel', 'currency', 'cost', 'impressions', 'clicks'],
    numeric: ['cost', 'impressions', 'clicks'],
    rows: list.map(({ day, campaign, channel, cost, shown, clicks }) => [
      'Bing',
      iso(start + day * 1440 * MINUTE).slice(0, 10),
      campaign,
      channel,
      'EUR',
      cents(cost),
      String(shown),
      String(clicks),
    ]),
  }));

const tickets: fc.Arbitrary<Table> = fc
  .array(
    fc.record({
      at: minute,
      requester: person,
      solved: fc.option(fc.integer({ min: 1, max: 9_000 })),
      replies: fc.integer({ min: 0, max: 3 }),
      reopens: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 3, maxLength: 20 },
  )
  .map((list) => ({
    name: 'tickets',
    header: [
      'ticket_id',
      'created_at',
      'requester_key',
      'solved_at',
      'agent_replies',
      'reopens',
      'first_reply_seconds',
    ],
    numeric: ['agent_replies', 'reopens', 'first_reply_seconds'],
    rows: list.map(({ at, requester, solved, replies, reopens }, index) => [
      `t${index}`,
      iso(at),
      requester ?? '',
      solved === null ? '' : iso(at + solved * MINUTE),
      String(replies),
      String(reopens),
      replies === 0 ? '' : String(replies * 600),
    ]),
  }));

const textOf = ({ header, rows }: Table): string => [header, ...rows].map((cells) => `${cells.join()}\n`).join('');

/** Small shops of every kind of file; a failure prints its files. */
export const shops: fc.Arbitrary<Shop> = fc
  .record({
    generic: orders('A', ['paid', 'paid', 'paid', 'refunded', 'cancelled', 'pending', 'test']),
    shopify: orders('#S', ['paid', 'paid', 'partially_paid', 'refunded', 'voided', 'pending']),
    visits,
    spend,
    tickets,
  })
  .map(({ generic, shopify, visits, spend, tickets }) => ({
    generic,
    shopify,
    tables: [genericOrders(generic), shopifyOrders(shopify), visits, spend, tickets],
  }))
  .map((shop) => Object.assign(shop, { [fc.toStringMethod]: () => `\n${shop.tables.map(textOf).join('\n')}` }));

/** Writes tables into a folder of their own for as long as something is done with it. */
export async function inFolder<R>(tables: readonly Table[], action: (folder: string) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-shop-'));
  try {
    mkdirSync(join(folder, 'data'));
    for (const table of tables) writeFileSync(join(folder, 'data', `${table.name}.csv`), textOf(table));
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
