import { expect, it } from 'vitest';
import { days, asked as measured, reading } from '../support/ask.ts';
import { folderWith, lastWeek, table, told } from './kit.ts';

const asked = `report . ${lastWeek} --kpi orders,gross_sales,units_sold --compare none`;
const amazon = table(
  'amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\titem-status\tquantity\tcurrency\titem-price',
  '402-1\t2026-11-02T10:00:04+00:00\tShipped\tAmazon.fr\tA\tShipped\t2\tEUR\t40.00',
  '402-2\t2026-11-05T10:00:04+00:00\tShipped\tAmazon.fr\tA\tShipped\t1\tEUR\t20.00',
  '402-3\t2026-11-08T10:00:04+00:00\tShipped\tAmazon.fr\tA\tShipped\t1\tEUR\t20.00',
);
const ebay = table(
  '',
  'Sales Record Number,Order Number,Item Number,Item Title,Quantity,Sold For,Shipping And Handling,Sale Date',
  '101,01-1,11,Tee,2,€20.00,€3.50,Nov-02-26',
  '102,01-2,11,Tee,1,€20.00,€0.00,Nov-08-26',
);
const shopify =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Source';
const order = (id: string, amount: number, day: number, source: string): string =>
  `${id},${id}@example.com,paid,EUR,${amount},0,0,${amount},0,2026-11-0${day} 09:15:12 +0100,1,Cup,${amount},${source}`;

it('the prices of Amazon are those of all pieces, those of eBay of one', async () => {
  expect((await told(asked, { 'amazon.txt': amazon })).row().values).toEqual({
    orders: 3,
    gross_sales: 80,
    units_sold: 4,
  });
  expect((await told(asked, { 'ebay.csv': ebay })).row().values).toEqual({ orders: 2, gross_sales: 60, units_sold: 3 });
});

it('orders of a marketplace and of a shop add up, also with the same numbers', async () => {
  const shop = table(shopify, order('402-1', 5, 2, 'web'), order('402-3', 5, 8, 'web'));
  const { row, codes } = await told(asked, { 'amazon.txt': amazon, 'shop.csv': shop, 'ebay.csv': ebay });
  expect(row().values).toMatchObject({ orders: 7, gross_sales: 150 });
  expect(codes).not.toContain('marketplace_twice');
});

it('orders that the shop has from the marketplace itself are said to count twice', async () => {
  const shop = table(
    shopify,
    order('#1', 5, 2, 'web'),
    order('#2', 40, 2, 'sell-on-amazon'),
    order('#3', 20, 8, 'sell-on-amazon'),
  );
  const { warnings } = await told(asked, { 'amazon.txt': amazon, 'shop.csv': shop });
  expect(warnings.find(({ code }) => code === 'marketplace_twice')!.message).toBe(
    'shop.csv: 2 orders come from "sell-on-amazon", on days that amazon.txt covers: they count twice. Leave one of the two files out',
  );
});

it('the items of Etsy are lines beside its orders, and orders alone', async () => {
  const columns =
    'Sale Date,Order ID,Buyer User ID,Number of Items,Currency,Order Value,Discount Amount,Shipping,Sales Tax,Order Total';
  const orders = table(
    `${columns},Card Processing Fees,Order Net,Adjusted Order Total`,
    '11/02/2026,31,ana,3,EUR,50,5,4,0,52,1,48,0',
    '11/08/2026,32,leo,1,EUR,10,0,0,0,10,1,9,0',
  );
  const items = table(
    'Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Order Shipping,Order Sales Tax,Currency,Transaction ID,Listing ID,Order ID,SKU',
    '11/02/26,Tee,ana,2,20.00,5.00,4.00,0,EUR,71,81,31,A',
    '11/02/26,Cap,ana,1,10.00,0,0,0,EUR,72,82,31,B',
    '11/08/26,Cap,leo,1,10.00,0,0,0,EUR,73,82,32,B',
  );
  const expected = { orders: 2, gross_sales: 60, units_sold: 4 };
  expect((await told(asked, { 'orders.csv': orders, 'items.csv': items })).row().values).toEqual(expected);
  expect((await told(asked, { 'orders.csv': orders })).row().values).toEqual(expected);
  expect((await told(asked, { 'items.csv': items })).row().values).toEqual(expected);
});

it('what two settlements of one day charge adds up; refunds are those of the orders', async () => {
  const header =
    'settlement-id\ttotal-amount\tcurrency\ttransaction-type\torder-id\tadjustment-id\tamount-type\tamount-description\tamount\tposted-date-time';
  const statement = (id: string) =>
    table(
      header,
      `${id}\t-17.00\tEUR\t\t\t\t\t\t\t`,
      `${id}\t\t\tRefund\t402-1\tR${id}\tItemPrice\tPrincipal\t-10.00\t2026-11-06 10:00:00 UTC`,
      `${id}\t\t\tRefund\t402-1\tR${id}\tItemFees\tRefundCommission\t-3.00\t2026-11-06 10:00:00 UTC`,
      `${id}\t\t\tother-transaction\t\t\tother-transaction\tStorage Fee\t-4.00\t2026-11-06 11:00:00 UTC`,
    );
  const files = {
    'amazon.txt': amazon,
    'one.txt': statement('1'),
    'two.txt': statement('2'),
    'again.txt': statement('2'),
  };
  const { row } = await told(`report . ${lastWeek} --kpi orders,gross_sales,returns,net_sales --compare none`, files);
  expect(row().values).toMatchObject({ orders: 3, gross_sales: 80, returns: 20, net_sales: 60 });
  for (const engine of ['memory', 'duckdb'] as const) {
    const { read } = await reading(Object.keys(files), { timezone: 'Europe/Paris', engine }, folderWith(files));
    const week = [days('2026-11-02', '2026-11-08')];
    expect(await measured(read, 'payment_fees', week)).toEqual([6_000_000n]);
    expect(await measured(read, 'fulfilment_cost', week)).toEqual([8_000_000n]);
  }
});

it('a settlement whose rows do not add up to its total is said to', async () => {
  const rows = (amount: string) =>
    table(
      'settlement-id\ttotal-amount\tcurrency\ttransaction-type\torder-id\tamount-type\tamount-description\tamount\tposted-date-time',
      '1\t-7,50\tEUR\t\t\t\t\t\t',
      `1\t\t\tOrder\t402-1\tItemFees\tCommission\t${amount}\t2026-11-06 10:00:00 UTC`,
      '1\t\t\tTransfer\t\tTransfer\tTransfer\t7,50\t2026-11-08 10:00:00 UTC',
    );
  const messages = async (amount: string) =>
    (await told(asked, { 'amazon.txt': amazon, 'settlement.txt': rows(amount) })).warnings
      .filter(({ code }) => code === 'total_differs')
      .map(({ message }) => message);
  expect(await messages('-7,50')).toEqual([]);
  expect(await messages('-7,25')).toEqual([
    'settlement.txt: its own total row says -7.5 for "total-amount", its rows add up to -7.25',
  ]);
});

it('an order that was cancelled since, whose price the later report leaves out, is a copy', async () => {
  const day = '2026-11-05T10:00:00+00:00';
  const head = 'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsku\tquantity\tcurrency\titem-price';
  const { row, codes } = await told(asked, {
    'first.txt': table(
      head,
      `402-1\t${day}\t${day}\tUnshipped\tA\t2\tEUR\t40.00`,
      `402-2\t2026-11-06T10:00:04+00:00\t${day}\tShipped\tA\t1\tEUR\t20.00`,
    ),
    'updates.txt': table(head, `402-1\t${day}\t2026-11-07T10:00:00+00:00\tCancelled\tA\t0\tEUR\t`),
  });
  expect(row().values).toEqual({ orders: 1, gross_sales: 20, units_sold: 1 });
  expect(codes).not.toContain('ids_apart');
});
