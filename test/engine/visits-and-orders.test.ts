import { describe, expect, it } from 'vitest';
import { answerOf, readTables, recordsOf } from './read-tables.ts';

/* Visits: who has the purchase of an order, which channel an order takes, and what is known of visitors. */

const days = ['2026-11-02', '2026-11-08'] as const;

describe('an order that sessions name', () => {
  const sessions = (...rows: string[]) => ['visit_id,started_at,channel,order_id,purchases', ...rows];
  const at = (hour: number) => `2026-11-02T${hour}:00:00+01:00`;
  const purchases = async (tables: Readonly<Record<string, readonly string[]>>, entries = {}) => {
    const { value, read } = await readTables(tables, { by: ['channel'], entries });
    const of = async (channel: string) =>
      read.groups.some(([one]) => one === channel) ? value('purchase_sessions', ...days, channel) : null;
    return { total: await value('purchase_sessions', ...days), Email: await of('Email'), Direct: await of('Direct') };
  };

  it('was bought in the earliest of them, in whatever order they are read', async () => {
    const rows = [`v1,${at(11)},Direct,7,1`, `v2,${at(10)},Email,7,1`, `v3,${at(12)},Direct,7,1`];
    for (const order of [rows, [...rows].reverse(), [rows[1]!, rows[0]!, rows[2]!]])
      expect(await purchases({ 'v.csv': sessions(...order) })).toEqual({ total: 1, Email: 1, Direct: 0 });
  });

  it('was bought in the one with the lower id of two at one time, whatever the file', async () => {
    expect(await purchases({ 'v.csv': sessions(`v2,${at(10)},Direct,7,1`, `v1,${at(10)},Email,7,1`) })).toEqual({
      total: 1,
      Email: 1,
      Direct: 0,
    });
    expect(await purchases({ 'v.csv': sessions(`v1,${at(10)},Email,7,1`, `v2,${at(10)},Direct,7,1`) })).toEqual({
      total: 1,
      Email: 1,
      Direct: 0,
    });
    const two = { 'a.csv': sessions(`v2,${at(10)},Direct,7,1`), 'b.csv': sessions(`v1,${at(10)},Email,7,1`) };
    expect(await purchases(two)).toEqual({ total: 1, Email: 1, Direct: 0 });
  });

  it('of two shops is two orders', async () => {
    const two = { 'a.csv': sessions(`v1,${at(10)},Direct,7,1`), 'b.csv': sessions(`v1,${at(9)},Email,7,1`) };
    expect(await purchases(two, { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' } })).toEqual({
      total: 2,
      Email: 1,
      Direct: 1,
    });
  });

  it('leaves other sessions what they are', async () => {
    const { value } = await readTables({
      'v.csv': sessions(`v1,${at(10)},Direct,7,1`, `v2,${at(11)},Direct,7,1`, `v3,${at(12)},Direct,,1`),
    });
    expect([await value('sessions', ...days), await value('purchase_sessions', ...days)]).toEqual([3, 2]);
  });

  it('is written with every session that names it', async () => {
    const { visit } = await recordsOf({ 'v.csv': sessions(`v1,${at(10)},Direct,7,1`, `v2,${at(11)},Direct,7,1`) });
    expect(visit!.map((line) => line.split(',').includes('7'))).toEqual([false, true, true]);
  });
});

describe('an order without a channel', () => {
  const orders = [
    'order_id,ordered_at,gross_sales,channel,country',
    '1,2026-11-02 12:00,10,,DE',
    '2,2026-11-02 12:00,20,Direct,',
    '3,2026-11-02 12:00,40,,',
  ];
  const visit = (id: string, hour: string, channel: string, order: number, country = 'FR') =>
    `${id},2026-11-02T${hour}:00+01:00,${channel},${order},${country}`;
  const head = 'visit_id,started_at,channel,order_id,country';

  it('takes what it lacks from the earliest visit that names it, and nothing else', async () => {
    const visits = [
      head,
      visit('v1', '10:00', 'Display', 1),
      visit('v2', '09:00', 'Email', 1),
      visit('v3', '09:00', 'Email', 2),
    ];
    const { value, read } = await readTables({ 'o.csv': orders, 'v.csv': visits }, { by: ['channel', 'country'] });
    const sales = (group: string) => value('gross_sales', ...days, group);
    expect(await sales('Email DE')).toBe(10);
    expect(await sales('Direct -')).toBe(20);
    expect(await sales('- -')).toBe(40);
    expect(read.groups.map((words) => words.join(' '))).toContain('Display FR');
  });

  it('takes it of two sessions at one time from that which has the purchase', async () => {
    const tables = {
      'o.csv': orders,
      'a.csv': [head, visit('v9', '09:00', 'Email', 3)],
      'b.csv': [head, visit('v1', '09:00', 'Display', 3)],
    };
    const { value } = await readTables(tables, { by: ['channel'] });
    expect([await value('gross_sales', ...days, 'Email'), await value('gross_sales', ...days, 'Display')]).toEqual([
      0, 40,
    ]);
  });

  it('takes it of two rows of one day from that of the first file', async () => {
    const row = (channel: string) => ['date,channel,sessions,order_id', `2026-11-02,${channel},1,3`];
    const channelOf = async (a: string, b: string) => {
      const tables = { 'o.csv': orders, 'a.csv': row(a), 'b.csv': row(b) };
      const { value } = await readTables(tables, { by: ['channel'] });
      return [await value('gross_sales', ...days, 'Email'), await value('gross_sales', ...days, 'Display')];
    };
    expect(await channelOf('Email', 'Display')).toEqual([40, 0]);
    expect(await channelOf('Display', 'Email')).toEqual([0, 40]);
  });

  it('of a shop is looked for among the visits of its own, else among those of none', async () => {
    const entries = { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' }, 'va.csv': { store: 'A' } };
    const order = (amount: number) => ['order_id,ordered_at,gross_sales', `1,2026-11-02 12:00,${amount}`];
    const own = await readTables(
      { 'a.csv': order(10), 'b.csv': order(20), 'va.csv': [head, visit('v1', '09:00', 'Email', 1)] },
      { by: ['channel'], entries },
    );
    expect([await own.value('gross_sales', ...days, 'Email'), await own.value('gross_sales', ...days, '-')]).toEqual([
      10, 20,
    ]);
    const any = await readTables(
      { 'a.csv': order(10), 'b.csv': order(20), 'v.csv': [head, visit('v1', '09:00', 'Email', 1)] },
      { by: ['channel'], entries },
    );
    expect(await any.value('gross_sales', ...days, 'Email')).toBe(30);
  });
});

describe('visitors that a file states', () => {
  it('by day and channel are known for a day and a channel alone, of one row', async () => {
    const rows = [
      'date,channel,device,sessions,visitors',
      '2026-11-02,Direct,mobile,5,4',
      '2026-11-02,Direct,desktop,3,3',
      '2026-11-03,Direct,mobile,7,6',
    ];
    const both = await readTables({ 'v.csv': rows }, { by: ['channel', 'device'] });
    expect(await both.value('visitors', '2026-11-02', undefined, 'Direct mobile')).toBe(4);
    expect(await both.value('visitors', '2026-11-03', undefined, 'Direct desktop')).toBe(0);
    expect(await both.value('visitors', '2026-11-02')).toBe(null);
    expect(await both.value('visitors', '2026-11-02', '2026-11-03', 'Direct mobile')).toBe(null);
    // By channel alone nothing is known: those of two devices may be the same.
    const one = await readTables({ 'v.csv': rows }, { by: ['channel'] });
    expect(await one.value('visitors', '2026-11-03', undefined, 'Direct')).toBe(null);
  });

  it('for a week are known for this week, and for no other span', async () => {
    const rows = ['date_from,date_to,sessions,visitors', '2026-11-02,2026-11-08,50,40', '2026-11-09,2026-11-15,60,45'];
    const { value } = await readTables({ 'v.csv': rows });
    expect([
      await value('visitors', '2026-11-02', '2026-11-08'),
      await value('visitors', '2026-11-09', '2026-11-15'),
    ]).toEqual([40, 45]);
    expect([
      await value('visitors', '2026-11-02'),
      await value('visitors', '2026-11-02', '2026-11-15'),
      await value('visitors', '2026-11-20'),
    ]).toEqual([null, null, null]);
  });

  it('of a row without a number are not known; of two rows of one day neither', async () => {
    const { value } = await readTables({
      'v.csv': ['date,sessions,visitors', '2026-11-02,5,', '2026-11-03,5,4', '2026-11-05,7,6'],
    });
    expect([
      await value('visitors', '2026-11-02'),
      await value('visitors', '2026-11-03'),
      await value('visitors', '2026-11-04'),
    ]).toEqual([null, 4, 0]);
    // Two rows of one day and source are added up, and their visitors may be the same.
    const twice = await readTables({ 'v.csv': ['date,sessions,visitors', '2026-11-03,5,4', '2026-11-03,5,4'] });
    expect(await twice.value('visitors', '2026-11-03')).toBe(null);
  });

  it('of one shop beside named ones of another are not added up', async () => {
    const entries = { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' } };
    const { value } = await readTables(
      {
        'a.csv': ['date,sessions,visitors', '2026-11-02,5,4', '2026-11-03,5,4', '2026-11-05,5,3'],
        'b.csv': ['visit_id,started_at,visitor_id', '1,2026-11-02T10:00:00Z,u1', '2,2026-11-04T10:00:00Z,u1'],
      },
      { entries },
    );
    const told = ['2026-11-02', '2026-11-03', '2026-11-04'].map((day) => value('visitors', day));
    expect(await Promise.all(told)).toEqual([null, 4, 1]);
  });

  it('beside visits that say nothing of them are known on other days alone', async () => {
    const { value } = await readTables({
      'a.csv': ['date,sessions,visitors', '2026-11-02,5,4'],
      'b.csv': ['date,sessions', '2026-11-03,5'],
    });
    expect([await value('visitors', '2026-11-02'), await value('visitors', '2026-11-03')]).toEqual([4, null]);
  });
});

describe('visitors that sessions name', () => {
  const rows = [
    'visit_id,started_at,visitor_id,channel',
    ...['1,2026-11-02T10:00:00Z,u1,Email', '2,2026-11-02T11:00:00Z,u1,Direct', '3,2026-11-03T10:00:00Z,u2,Email'],
    ...['4,2026-11-03T11:00:00Z,,Direct', '5,2026-11-04T11:00:00Z,,Direct'],
  ];

  it('are counted once in a span; one that is not named leaves the number incomplete', async () => {
    const { read } = await readTables({ 'v.csv': rows }, { by: ['channel'] });
    expect(read.groups).toEqual([['Email'], ['Direct']]);
    const told = async (from: string, to = from) => {
      const answer = await answerOf(read, 'visitors', from, to);
      return [0, 1, 2].map((group) => [
        answer.value(0, group) === null ? null : Number(answer.value(0, group)) / 1e6,
        answer.incomplete!(0, group),
      ]);
    };
    expect(await told('2026-11-02')).toEqual([
      [1, false],
      [1, false],
      [1, false],
    ]);
    expect(await told('2026-11-02', '2026-11-03')).toEqual([
      [2, true],
      [2, false],
      [1, true],
    ]);
    // Nobody is known by name.
    expect(await told('2026-11-04')).toEqual([
      [null, true],
      [0, false],
      [null, true],
    ]);
    expect(await told('2026-11-10')).toEqual([
      [0, false],
      [0, false],
      [0, false],
    ]);
  });
});

describe('the records that are written', () => {
  it('are those that count, with their lines, and the refunds that orders tell', async () => {
    const written = await recordsOf({
      'o.csv': [
        'order_id,ordered_at,gross_sales,status',
        '1,2026-11-02 10:00,30,paid',
        '2,2026-11-03 10:00,20,refunded',
      ],
      'o (1).csv': [
        'order_id,ordered_at,gross_sales,status',
        '1,2026-11-02 10:00,31,paid',
        '2,2026-11-03 10:00,20,refunded',
      ],
      'l.csv': ['order_id,sku,quantity,unit_price', '1,A,1.5,20', '2,B,1,20'],
    });
    expect(written.order).toEqual([
      'order_id,ordered_at,status,gross_sales',
      '1,2026-11-02T10:00:00+01:00,paid,31',
      '2,2026-11-03T10:00:00+01:00,refunded,20',
    ]);
    expect(written.order_line).toEqual(['order_id,sku,quantity,unit_price', '1,A,1.5,20', '2,B,1,20']);
    // All of an order that its status alone calls refunded, on its own day.
    expect(written.refund).toEqual([
      'order_id,refunded_at,item_amount,shipping_amount,tax_amount,undated',
      '2,2026-11-03T10:00:00+01:00,20,0,0,1',
    ]);
  });

  it('are days, spans and instants, each in its own column', async () => {
    const { spend } = await recordsOf({
      's.csv': ['date,platform,cost,impressions', '2026-11-02,Meta,1.50,1234'],
      't.csv': ['date_from,date_to,platform,cost,impressions', '2026-11-03,2026-11-05,Google Ads,4,5'],
    });
    expect(spend).toEqual([
      'date,date_from,date_to,platform,channel,cost,impressions',
      '2026-11-02,,,Meta,Paid Social,1.5,1234',
      ',2026-11-03,2026-11-05,Google Ads,Paid Search,4,5',
    ]);
    const { visit } = await recordsOf({
      'v.csv': ['visit_id,started_at,visitor_id', 'a,2026-11-02T10:00:00Z,u', 'b,2026-11-02T23:30:00Z,'],
    });
    expect(visit).toEqual([
      'started_at,visit_id,visitor_id',
      '2026-11-02T11:00:00+01:00,a,u',
      '2026-11-03T00:30:00+01:00,b,',
    ]);
  });

  it('have their sessions where a row counts several, or where there are two shops', async () => {
    const own = ['visit_id,started_at,order_id', 'a,2026-11-02T10:00:00Z,1'];
    const entries = { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' } };
    expect((await recordsOf({ 'a.csv': own })).visit![0]).toBe('started_at,visit_id,purchases,order_id');
    expect((await recordsOf({ 'a.csv': own, 'b.csv': own }, { entries })).visit![0]).toContain('sessions');
    expect((await recordsOf({ 'v.csv': ['date,sessions', '2026-11-02,5'] })).visit).toEqual([
      'date,sessions',
      '2026-11-02,5',
    ]);
  });

  it('are answers, where tickets carry them, and a column that is not exact says so', async () => {
    const written = await recordsOf({
      't.csv': ['ticket_id,created_at,solved_at,satisfaction', '1,2026-11-02 10:00,2026-11-03 10:00,good'],
      'o.csv': ['order_id,ordered_at,total', '1,2026-11-02 10:00,30'],
    });
    expect(written.ticket![0]).not.toContain('satisfaction');
    expect(written.survey!.length).toBe(2);
    expect(written.survey![1]).toContain('good');
    expect(written.order![0]).toContain('gross_sales (approx');
  });

  it('have gift cards in the amount of their order: their lines take them out again', async () => {
    const written = await recordsOf({
      'l.csv': [
        'order_id,ordered_at,product,quantity,unit_price',
        '1,2026-11-02 10:00,Gift card,1,50',
        '1,2026-11-02 10:00,Cup,1,30',
      ],
    });
    const at = written.order![0]!.split(',').indexOf('gross_sales');
    expect(written.order![1]!.split(',')[at]).toBe('80');
    expect(written.order_line!.length).toBe(3);
  });
});
