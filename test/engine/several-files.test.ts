import { describe, expect, it } from 'vitest';
import { readTables, recordsOf, type Tables } from './read-tables.ts';

/* Files of several tools and formats beside each other: whose records they have, and which of them count. */

const week = ['2026-11-01', '2026-11-30'] as const;

describe('orders in the export of the shop and in a list by hand', () => {
  const shopify =
    'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price';
  const row = (id: number, amount: number, day: number, clock = '09:15:12') =>
    `#${id},u${id}@x.de,paid,EUR,${amount},0,0,${amount},0,2026-11-0${day} ${clock} +0100,2,Cup,${amount / 2}`;
  const list = (...rows: string[]) => ['order_id,order_date,email,gross_sales,channel', ...rows];
  const tables = {
    'list.csv': list(
      '1,2026-11-02 09:15:12,u1@x.de,31,Email',
      '2,2026-11-08 09:15:12,u2@x.de,41,Email',
      '3,2026-11-08 10:00:07,u3@x.de,5,Direct',
    ),
    'export.csv': [shopify, row(1, 30, 2), row(2, 40, 8)],
  };

  it('count once, as the richer file has them, with what it lacks from the other', async () => {
    const { value, findings, accounts } = await readTables(tables, { by: ['channel'] });
    expect([
      await value('orders', ...week),
      await value('gross_sales', ...week),
      await value('units', ...week),
    ]).toEqual([3, 75, 4]);
    // The export tells no channel.
    expect(await value('gross_sales', ...week, 'Email')).toBe(70);
    expect(findings).toEqual(['two_formats export.csv+list.csv 2 2']);
    expect(accounts).toEqual({ 'list.csv': [1, 0, 0, 2], 'export.csv': [2, 0, 0, 0] });
  });

  it('count as the file has them that is preferred', async () => {
    const { value, findings } = await readTables(tables, { entries: { 'list.csv': { prefer: true } } });
    expect([await value('orders', ...week), await value('gross_sales', ...week)]).toEqual([3, 77]);
    expect(findings).toEqual(['two_formats list.csv+export.csv 2 2']);
  });

  it('of two shops count twice', async () => {
    const { value, findings } = await readTables(tables, {
      entries: { 'list.csv': { store: 'A' }, 'export.csv': { store: 'B' } },
    });
    expect([await value('orders', ...week), findings]).toEqual([5, []]);
  });

  it('of other customers are other orders, also where a later list no longer names them', async () => {
    const minute = [shopify, row(1, 30, 2, '09:15:00'), row(2, 40, 8, '09:15:00')];
    const named = (who: string) =>
      list(`1,2026-11-02 09:15,${who}1@x.de,30,Email`, `2,2026-11-08 09:15,${who}2@x.de,40,Email`);
    const nameless = ['order_id,order_date,gross_sales', '1,2026-11-02 09:15,30', '2,2026-11-08 09:15,40'];
    const counted = async (who: string) =>
      (await readTables({ 'list.csv': named(who), 'list (1).csv': nameless, 'export.csv': minute })).value(
        'orders',
        ...week,
      );
    expect([await counted('u'), await counted('v')]).toEqual([2, 4]);
  });

  it('that mostly have other times are other orders: not even the one that agrees is a copy', async () => {
    const other = [shopify, row(1, 30, 2, '09:15:13'), row(2, 40, 8, '11:15:12'), row(3, 5, 8, '10:00:07')];
    const { value, findings } = await readTables({ ...tables, 'export.csv': other });
    expect([await value('orders', ...week), findings]).toEqual([6, []]);
    // Of two that agree and one that does not, the two are copies.
    const most = [shopify, row(1, 30, 2, '09:15:13'), row(2, 40, 8), row(3, 5, 8, '10:00:07')];
    const held = await readTables({ ...tables, 'export.csv': most });
    expect([await held.value('orders', ...week), held.findings]).toEqual([4, ['two_formats export.csv+list.csv 2 2']]);
  });
});

describe('a ticket that one tool calls deleted or merged', () => {
  const freshdesk = (...rows: string[]) => [
    'Ticket ID,Created time,Status,Initial response time,Resolved time',
    ...rows,
  ];
  const list = (...rows: string[]) => ['ticket_id,created_at,status', ...rows];
  const own = list('1,2026-11-02 10:00:07,open', '2,2026-11-03 10:00:07,open', '3,2026-11-04 10:00:07,open');
  const one = '1,2026-11-02 10:00:07,Open,2026-11-02 11:00:00,';

  it('is none in a list beside it, which does not say so', async () => {
    const tables = { 'f.csv': freshdesk(one, '2,2026-11-03 10:00:07,Deleted,,'), 'l.csv': own };
    const { value, accounts } = await readTables(tables);
    // 1 in both, 3 in the list.
    expect([await value('tickets_created', ...week), await value('replied_tickets', ...week)]).toEqual([2, 1]);
    expect(accounts).toEqual({ 'f.csv': [1, 0, 1, 0], 'l.csv': [1, 0, 0, 2] });
  });

  it('is another one where it was created at another time', async () => {
    const tables = { 'f.csv': freshdesk(one, '2,2026-11-05 10:00:07,Deleted,,'), 'l.csv': own };
    expect(await (await readTables(tables)).value('tickets_created', ...week)).toBe(3);
  });
});

describe('the one source of a table', () => {
  const of = async (tables: Tables, around = {}) =>
    (await readTables(tables, around)).read.tables.map(({ onlySource }) => onlySource);
  const ads = (...platforms: string[]) => [
    'date,platform,cost',
    ...platforms.map((platform) => `2026-11-02,${platform},1`),
  ];

  it('is the platform that all its rows name, by any name', async () => {
    const [one, other, third] = await of({
      'a.csv': ads('Meta'),
      'b.csv': ['date,platform,cost', '2026-11-03,Facebook Ads,1'],
      'c.csv': ads('Google Ads'),
    });
    expect(one).not.toBe(null);
    expect(other).toBe(one);
    expect(third).not.toBe(null);
    expect(third).not.toBe(one);
  });

  it('is none of a table of several platforms, or of rows that name none', async () => {
    expect(await of({ 'a.csv': ads('Meta', 'Google Ads') })).toEqual([null]);
    expect(await of({ 'o.csv': ['order_id,ordered_at,gross_sales', '1,2026-11-02,5'] })).toEqual([null]);
    expect(await of({ 't.csv': ['ticket_id,created_at', '1,2026-11-02'] })).toEqual([null]);
  });

  it('is the store, the account or the network as well, in any case', async () => {
    const orders = (store: string) => [
      'order_id,ordered_at,gross_sales,store',
      `1,2026-11-02,5,${store}`,
      `2,2026-11-03,5,${store.toLowerCase()}`,
    ];
    const [one] = await of({ 'o.csv': orders('North') });
    expect(one).toContain('north');
    const [a, b] = await of(
      { 'a.csv': ['date,network,followers', '2026-11-02,x,5'], 'b.csv': ['date,network,followers', '2026-11-02,x,5'] },
      { entries: { 'a.csv': { account: 'A' }, 'b.csv': { account: 'B' } } },
    );
    expect(a).not.toBe(b);
  });
});

describe('a list of posts beside a table of days', () => {
  const posts = (...rows: string[]) => [
    'date,network,post_id,engagements,impressions',
    ...rows.map((row) => `2026-11-${row}`),
  ];
  const days = (...rows: string[]) => [
    'date,network,engagements,new_followers',
    ...rows.map((row) => `2026-11-${row}`),
  ];
  const told = async (tables: Tables, around = {}) => {
    const { value, read, accounts } = await readTables(tables, around);
    return {
      figures: [
        await value('engagements', ...week),
        await value('social_impressions', ...week),
        await value('new_followers', ...week),
      ],
      left: read.leftOut.map(
        ({ table, instead, days: on, fields, rows }) =>
          `${table.file.path} for ${instead.file.path}: ${on.size} ${fields?.join()} ${rows}`,
      ),
      accounts,
      counts: read.tables.map(({ counts }) => counts),
    };
  };
  const list = posts('03,instagram,p1,8,90', '05,instagram,p2,2,10');
  const table = days(
    '02,instagram,1,1',
    '03,Instagram,10,2',
    '04,instagram,20,',
    '05,instagram,30,3',
    '06,instagram,40,4',
    '04,tiktok,100,',
  );

  it('tells the engagements from its first post to its last; of the days all else counts', async () => {
    const { figures, left, accounts, counts } = await told({ 'p.csv': list, 'd.csv': table });
    // 8 + 2, and 1, 40 and 100 of days before, after, and of another network.
    expect(figures).toEqual([151, 100, 10]);
    // The 4th has nothing else.
    expect(left).toEqual(['d.csv for p.csv: 3 engagements 1']);
    expect(accounts).toEqual({ 'p.csv': [2, 0, 0, 0], 'd.csv': [5, 0, 1, 0] });
    expect(counts).toEqual([true, true]);
  });

  it('gives way to it where the table of days is preferred', async () => {
    const { figures, left } = await told({ 'p.csv': list, 'd.csv': table }, { entries: { 'd.csv': { prefer: true } } });
    expect(figures).toEqual([201, 100, 10]);
    expect(left).toEqual(['p.csv for d.csv: 2 engagements 0']);
  });

  it('of another account or shop has nothing in common with it', async () => {
    for (const entries of [{ 'p.csv': { account: 'A' } }, { 'p.csv': { store: 'A' } }]) {
      const { figures, left } = await told({ 'p.csv': list, 'd.csv': table }, { entries });
      expect([figures[0], left]).toEqual([211, []]);
    }
  });

  it('leaves a row over several days as it is: it may hold more', async () => {
    const span = ['date_from,date_to,network,engagements,new_followers', '2026-11-03,2026-11-05,instagram,60,1'];
    const { figures, left } = await told({ 'p.csv': list, 'd.csv': span });
    expect([figures[0], left]).toEqual([70, []]);
  });
});

describe('orders of a marketplace', () => {
  const amazon = [
    'amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\titem-status\tquantity\tcurrency\titem-price',
    '402-1\t2026-11-02T10:00:04+00:00\tShipped\tAmazon.fr\tA\tShipped\t2\tEUR\t40.00',
    '402-2\t2026-11-05T10:00:04+00:00\tShipped\tAmazon.fr\tA\tShipped\t1\tEUR\t20.00',
  ];
  const shop = (...rows: string[]) => ['order_id,ordered_at,gross_sales,sales_channel', ...rows];

  it('that the shop has as well are said to count twice, on the days of its export and in the pauses between', async () => {
    const rows = shop(
      '1,2026-11-02,40,Amazon FR',
      '2,2026-11-04,9,amazon',
      '3,2026-11-05,20,web',
      '4,2026-11-06,20,Amazon FR',
      '5,2026-11-05,1,eBay',
      '6,2026-11-05,1,',
    );
    const { findings, read } = await readTables({ 'amazon.txt': amazon, 'shop.csv': rows });
    expect(findings).toEqual(['marketplace_twice shop.csv+amazon.txt 2 2']);
    expect(read.copies[0]!.example).toBe('Amazon FR');
  });

  it('alone, or beside none of it, are said nothing of', async () => {
    expect((await readTables({ 'amazon.txt': amazon })).findings).toEqual([]);
    expect((await readTables({ 'shop.csv': shop('1,2026-11-02,40,Amazon') })).findings).toEqual([]);
  });
});

describe('sales whole and by item', () => {
  const whole = [
    'Sale Date,Order ID,Buyer User ID,Number of Items,Currency,Order Value,Discount Amount,Shipping,Sales Tax,Order Total,Card Processing Fees,Order Net,Adjusted Order Total',
    '11/02/2026,31,ana,3,EUR,50,5,4,0,52,1,48,0',
  ];
  const items = [
    'Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Order Shipping,Order Sales Tax,Currency,Transaction ID,Listing ID,Order ID,SKU',
    '11/02/26,Tee,ana,2,20.00,5.00,4.00,0,EUR,71,81,31,A',
    '11/02/26,Cap,ana,1,10.00,0,0,0,EUR,72,82,31,B',
  ];
  const figures = async (tables: Tables, entries = {}) => {
    const { value, read } = await readTables(tables, { entries });
    return [
      await value('orders', ...week),
      await value('gross_sales', ...week),
      await value('units', ...week),
      read.tables.map(({ plan }) => plan.kind).sort(),
    ];
  };

  it('are one: the items are lines beside the whole sales, and sales alone', async () => {
    expect(await figures({ 'w.csv': whole, 'i.csv': items })).toEqual([1, 50, 3, ['order', 'order_line']]);
    expect(await figures({ 'i.csv': items })).toEqual([1, 50, 3, ['order']]);
  });

  it('of two shops or accounts are two', async () => {
    expect(await figures({ 'w.csv': whole, 'i.csv': items }, { 'i.csv': { store: 'other' } })).toEqual([
      2,
      100,
      6,
      ['order', 'order'],
    ]);
    expect(await figures({ 'w.csv': whole, 'i.csv': items }, { 'i.csv': { account: 'other' } })).toEqual([
      2,
      100,
      6,
      ['order', 'order'],
    ]);
  });
});

describe('a part of an order that another file has', () => {
  const lines = 'order_id,ordered_at,customer_email,sku,quantity,unit_price,unit_cost';
  const parts = {
    'l_1.csv': [lines, '1,2026-11-02,a@x.de,A,1,10,4', '2,2026-11-03,b@x.de,A,1,10,4'],
    'l_2.csv': [lines, '2,2026-11-03,b@x.de,B,2,20,7', '2,2026-11-05,b@x.de,B,-1,20,7', '3,2026-11-08,c@x.de,A,1,5,1'],
  };

  it('joins it, with what came back of it', async () => {
    const { value, findings, accounts } = await readTables(parts);
    const all = ['orders', 'gross_sales', 'units', 'cost_of_orders', 'returns', 'cost_returned', 'refunded_orders'];
    // 10, 10 + 40 and 5; a piece of 20 came back, which cost 7.
    expect(await Promise.all(all.map((id) => value(id, ...week)))).toEqual([3, 65, 5, 4 + 4 + 14 + 1, 20, 7, 1]);
    expect(findings).toEqual(['lines_apart l_1.csv+l_2.csv 1 1']);
    expect(accounts).toEqual({ 'l_1.csv': [2, 0, 0, 0], 'l_2.csv': [3, 0, 0, 0] });
  });

  it('joins it with all that its lines add up, also where only the amounts show that they are lines', async () => {
    const head = 'order_id,ordered_at,gross_sales,discounts';
    const { value } = await readTables({
      'a_1.csv': [head, '1,2026-11-02,10,1', '1,2026-11-02,20,2', '2,2026-11-03,10,1'],
      'a_2.csv': [head, '2,2026-11-03,30,3', '3,2026-11-08,1,0', '3,2026-11-08,2,1'],
    });
    // 30 less 3, 40 less 4, 3 less 1.
    expect([await value('gross_sales', ...week), await value('discounts', ...week)]).toEqual([73, 8]);
  });

  it('is written as lines of the one order', async () => {
    const { order, order_line } = await recordsOf(parts);
    expect(order!.length).toBe(4);
    const at = order_line![0]!.split(',').indexOf('order_id');
    expect(
      order_line!
        .slice(1)
        .map((line) => line.split(',')[at])
        .sort(),
    ).toEqual(['1', '2', '2', '3']);
  });

  it('is a copy where it sells the same', async () => {
    const { value, findings } = await readTables({
      'l_1.csv': [lines, '1,2026-11-02,a@x.de,A,1,10,4', '2,2026-11-03,b@x.de,A,1,10,4'],
      'l_2.csv': [lines, '2,2026-11-03,b@x.de,A,1,12,4', '3,2026-11-08,c@x.de,A,1,5,1'],
    });
    expect([await value('gross_sales', ...week), findings]).toEqual([27, []]);
  });

  it('is a copy where its state has changed', async () => {
    const status = `${lines},status`;
    const { value, findings } = await readTables({
      'l_1.csv': [status, '1,2026-11-02,a@x.de,A,1,10,4,paid', '2,2026-11-03,b@x.de,A,1,10,4,pending'],
      'l_2.csv': [status, '2,2026-11-03,b@x.de,B,1,12,4,paid', '3,2026-11-08,c@x.de,A,1,5,1,paid'],
    });
    expect([await value('gross_sales', ...week), findings]).toEqual([27, []]);
  });
});
