import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/measure.ts';
import { answerOf, days, readTables } from './read-tables.ts';

/* What is answered from the records that count, by span and by group. */

const value = (answer: { value(span: number, group: number): bigint | null }, span = 0, group = 0): number | null => {
  const found = answer.value(span, group);
  return found === null ? null : Number(found) / 1_000_000;
};

describe('followers of networks', () => {
  const social = [
    'date,network,followers,new_followers',
    ...['2026-11-03,instagram,110,', '2026-11-01,instagram,100,', '2026-11-05,instagram,130,', '2026-11-03,tiktok,7,'],
  ];
  const asked = measures.get('followers')!;
  const spans = [days('2026-11-01', '2026-11-02'), days('2026-11-03', '2026-11-04'), days('2026-11-06', '2026-11-08')];

  it('are the newest number of each inside the span, in whatever order rows come', async () => {
    const { read } = await readTables({ 's.csv': social }, { by: ['source'] });
    const [answer] = await read.ask([{ measure: asked, spans }]);
    expect(read.groups).toEqual([['instagram'], ['tiktok']]);
    expect(spans.map((_, span) => [0, 1, 2].map((group) => value(answer!, span, group)))).toEqual([
      [100, 100, null],
      [117, 110, 7],
      [null, null, null],
    ]);
    // TikTok is not known before the 3rd: the sum of the first span lacks it, and its own.
    expect(spans.map((_, span) => [0, 1, 2].map((group) => answer!.incomplete!(span, group)))).toEqual([
      [true, false, true],
      [false, false, false],
      [false, false, false],
    ]);
  });

  it('of two rows of one day are those of the later row', async () => {
    const { value: at } = await readTables({
      'a.csv': ['date,network,followers', '2026-11-01,instagram,100', '2026-11-02,Instagram,90'],
      'b.csv': ['date_from,date_to,network,followers', '2026-11-01,2026-11-02,instagram,95'],
    });
    // A row of several days tells their end.
    expect(await at('followers', '2026-11-01')).toBe(100);
  });

  it('at the end of a span of days are told by its row', async () => {
    const { value: at } = await readTables({
      's.csv': [
        'date_from,date_to,network,followers',
        '2026-10-26,2026-11-01,instagram,95',
        '2026-11-02,2026-11-08,instagram,99',
      ],
    });
    expect([await at('followers', '2026-11-01'), await at('followers', '2026-10-26', '2026-10-31')]).toEqual([
      95,
      null,
    ]);
    expect([await at('followers', '2026-11-08'), await at('followers', '2026-11-02')]).toEqual([99, null]);
  });

  it('are followed from one span to the next where both have them; one that is new leaves the sum incomplete', async () => {
    const { read } = await readTables({ 's.csv': social }, { by: ['source'] });
    const [answer] = await read.ask([
      { measure: asked, spans: [spans[0]!, spans[1]!], and: [spans[1]!, days('2026-11-05')] },
    ]);
    // Instagram 110 after 100, then 130 after 110; TikTok has none before the 3rd, and none after it.
    expect([0, 1, 2].map((group) => [value(answer!, 0, group), answer!.incomplete!(0, group)])).toEqual([
      [110, true],
      [110, false],
      [null, true],
    ]);
    expect([0, 1, 2].map((group) => [value(answer!, 1, group), answer!.incomplete!(1, group)])).toEqual([
      [130, false],
      [130, false],
      [null, false],
    ]);
  });

  it('of two shops and accounts are of two series', async () => {
    const rows = (count: number) => ['date,network,followers', `2026-11-01,instagram,${count}`];
    const entries = { 'a.csv': { account: 'A' }, 'b.csv': { account: 'B' } };
    const { value: at } = await readTables({ 'a.csv': rows(100), 'b.csv': rows(7) }, { entries });
    expect(await at('followers', '2026-11-01')).toBe(107);
    const stores = { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' } };
    const shops = await readTables({ 'a.csv': rows(100), 'b.csv': rows(7) }, { entries: stores });
    expect(await shops.value('followers', '2026-11-01')).toBe(107);
  });
});

describe('new followers', () => {
  it('are added up where no row says how many there are; a network without any is not known', async () => {
    const { read } = await readTables(
      {
        's.csv': [
          'date,network,followers,new_followers',
          ...['2026-11-01,instagram,,3', '2026-11-02,instagram,,-1', '2026-11-01,tiktok,50,9', '2026-11-02,x,,'],
        ],
      },
      { by: ['source'] },
    );
    const answer = await answerOf(read, 'new_followers', '2026-11-01', '2026-11-02');
    expect(read.groups).toEqual([['instagram'], ['tiktok'], ['x']]);
    // TikTok says how many there are.
    expect([0, 1, 2, 3].map((group) => value(answer, 0, group))).toEqual([2, 2, null, null]);
    expect(answer.approx(0, 0)).toBe(false);
  });

  it('are 0 in a span without a row, of a network that has some', async () => {
    const { value: at } = await readTables({ 's.csv': ['date,network,new_followers', '2026-11-01,instagram,3'] });
    expect([await at('new_followers', '2026-11-01'), await at('new_followers', '2026-11-05')]).toEqual([3, 0]);
  });
});

describe('customers', () => {
  const orders = [
    'order_id,ordered_at,customer_email,gross_sales,channel',
    '1,2026-11-02 10:00,a@x.de,10,Email',
    '2,2026-11-02 11:00,A@X.de,20,Direct',
    '3,2026-11-03 10:00,b@x.de,30,Email',
    '4,2026-11-04 10:00,a@x.de,40,Email',
    '5,2026-11-04 11:00,,50,Email',
  ];
  const spans = [days('2026-11-02'), days('2026-11-02', '2026-11-03'), days('2026-11-02', '2026-11-04')];
  const groups = [0, 1, 2];

  it('are counted once in a span and in each group, and again where they bought again', async () => {
    const { read } = await readTables({ 'o.csv': orders }, { by: ['channel'] });
    const [distinct, repeated] = await read.ask(
      ['customers', 'repeat_customers'].map((id) => ({ measure: measures.get(id)!, spans })),
    );
    expect(read.groups).toEqual([['Email'], ['Direct']]);
    expect(spans.map((_, span) => groups.map((group) => value(distinct!, span, group)))).toEqual([
      [1, 1, 1],
      [2, 2, 1],
      [2, 2, 1],
    ]);
    expect(spans.map((_, span) => groups.map((group) => value(repeated!, span, group)))).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
    ]);
  });

  it('of two spans are those who bought in both', async () => {
    const { read } = await readTables({ 'o.csv': orders }, { by: ['channel'] });
    const [answer] = await read.ask([
      {
        measure: measures.get('customers')!,
        spans: [days('2026-11-02'), days('2026-11-03')],
        and: [days('2026-11-03', '2026-11-04'), days('2026-11-04')],
      },
    ]);
    // a on the 2nd and the 4th, each time by Email; b only on the 3rd.
    expect([0, 1].map((span) => groups.map((group) => value(answer!, span, group)))).toEqual([
      [1, 1, 0],
      [0, 0, 0],
    ]);
  });

  it('are new with their first order, and the time since the one before is in the middle', async () => {
    const { read, value: at } = await readTables({ 'o.csv': orders }, { by: ['channel'] });
    expect([
      await at('new_customers', '2026-11-02'),
      await at('new_customers', '2026-11-02', undefined, 'Direct'),
    ]).toEqual([1, 0]);
    expect(await at('new_customer_value', '2026-11-02', '2026-11-03')).toBe(60);
    // An hour, and 47 hours: 24 in the middle. On the 3rd nobody came again.
    expect(value(await answerOf(read, 'order_gap', '2026-11-02', '2026-11-04'))).toBe(24 * 3600);
    expect(value(await answerOf(read, 'order_gap', '2026-11-03'))).toBe(null);
  });

  it('of one time are told apart by the number of their order: the lower is the first', async () => {
    const at = '2026-11-02 10:00';
    for (const rows of [
      [`2,${at},a@x.de,1,Direct`, `1,${at},a@x.de,1,Email`],
      [`1,${at},a@x.de,1,Email`, `2,${at},a@x.de,1,Direct`],
    ]) {
      const { value: told } = await readTables({ 'o.csv': [orders[0]!, ...rows] }, { by: ['channel'] });
      expect([
        await told('new_customers', '2026-11-02', undefined, 'Email'),
        await told('new_customers', '2026-11-02', undefined, 'Direct'),
      ]).toEqual([1, 0]);
    }
  });

  it('are new by a column of their own where no file names them', async () => {
    const lines = [
      'order_id,ordered_at,gross_sales,customer_type',
      '1,2026-11-02,1,New',
      '2,2026-11-02,1,returning',
      '3,2026-11-02,1,',
    ];
    expect(await (await readTables({ 'o.csv': lines })).value('new_customers', '2026-11-02')).toBe(1);
    const french = lines.map((line) => line.replace('New', 'nouvelle'));
    expect(await (await readTables({ 'o.csv': french })).value('new_customers', '2026-11-02')).toBe(1);
  });
});

describe('groups', () => {
  const tables = {
    'o.csv': [
      'order_id,ordered_at,gross_sales,channel',
      ...[
        '1,2026-11-02 10:00,10,Email',
        '2,2026-11-04 10:00,20,EMAIL',
        '3,2026-11-05 10:00,5,Direct',
        '4,2026-11-06 10:00,5,',
      ],
    ],
    'v.csv': ['date,channel,sessions', '2026-11-03,Display,4'],
  };

  it('that differ only in case are one, by the spelling that comes first', async () => {
    const { read, value: at } = await readTables(tables, { by: ['channel'] });
    expect(read.groups.flat().sort()).toEqual(['Direct', 'Display', 'EMAIL', null].sort());
    expect(await at('gross_sales', '2026-11-02', '2026-11-05', 'EMAIL')).toBe(30);
    // Without a channel: a group of its own.
    expect(await at('gross_sales', '2026-11-06', undefined, '-')).toBe(5);
  });

  it('are within a span if they have a record in it, of the kinds asked for', async () => {
    const { read } = await readTables(tables, { by: ['channel'] });
    const within = (from: string, to: string, ...kinds: ('order' | 'visit')[]) =>
      [...read.groupsWithin(days(from, to), kinds.length > 0 ? new Set(kinds) : undefined)]
        .map((group) => read.groups[group - 1]![0])
        .sort();
    expect(within('2026-11-02', '2026-11-03')).toEqual(['Display', 'EMAIL']);
    expect(within('2026-11-02', '2026-11-03', 'order')).toEqual(['EMAIL']);
    expect(within('2026-11-03', '2026-11-03')).toEqual(['Display']);
    expect(within('2026-11-05', '2026-11-05')).toEqual(['Direct']);
    expect(within('2026-11-07', '2026-11-08')).toEqual([]);
  });

  it('are those of which kind tells which dimensions', async () => {
    const { read } = await readTables(tables, { by: ['channel'] });
    expect([...read.told].map(([kind, told]) => [kind, [...told]])).toEqual([
      ['order', ['channel']],
      ['visit', ['channel']],
    ]);
  });

  it('by another dimension are of the same records', async () => {
    const { read } = await readTables(tables, { by: ['channel'] });
    const whole = read.grouped([]);
    expect(whole.groups).toEqual([]);
    expect(value(await answerOf(whole, 'gross_sales', '2026-11-02', '2026-11-06'))).toBe(40);
  });
});

describe('an order with two discount codes', () => {
  const orders = [
    'order_id,ordered_at,customer_email,gross_sales,discount_code',
    '1,2026-11-02 10:00,a@x.de,10,"TEN, FREE"',
    '2,2026-11-03 10:00,a@x.de,20,TEN',
    '3,2026-11-03 11:00,b@x.de,40,',
    '4,2026-11-05 10:00,b@x.de,80,"FREE,TEN"',
  ];
  const week = days('2026-11-02', '2026-11-08');

  it('is in the groups of both, and once in the total', async () => {
    const { read, value: at } = await readTables({ 'o.csv': orders }, { by: ['discount_code'] });
    const names = read.groups.map(([name]) => name);
    expect([...names].sort()).toEqual(['FREE', 'TEN', null].sort());
    const told = async (id: string, ...groups: (string | undefined)[]) =>
      Promise.all(groups.map((group) => at(id, '2026-11-02', '2026-11-08', group)));
    expect(await told('gross_sales', undefined, 'TEN', 'FREE', '-')).toEqual([150, 110, 90, 40]);
    expect(await told('customers', undefined, 'TEN', 'FREE', '-')).toEqual([2, 2, 2, 1]);
    expect(await told('repeat_customers', undefined, 'TEN', 'FREE', '-')).toEqual([2, 1, 0, 0]);
    expect(await told('new_customers', undefined, 'TEN', 'FREE', '-')).toEqual([2, 1, 1, 1]);
    // All orders of both are of customers who are new in the week.
    expect(await told('new_customer_value', undefined, 'TEN', 'FREE', '-')).toEqual([150, 110, 90, 40]);
    // A day after the one before, and 47 hours: the mean of both.
    expect(await told('order_gap', undefined, 'TEN', 'FREE', '-')).toEqual([35.5 * 3600, 35.5 * 3600, 47 * 3600, null]);
    const within = (from: string) => [...read.groupsWithin(days(from))].map((group) => names[group - 1]).sort();
    expect([within('2026-11-02'), within('2026-11-03')]).toEqual([['FREE', 'TEN'], ['TEN', null].sort()]);
  });

  it('has its customer in the cohorts of both', async () => {
    const { read } = await readTables({ 'o.csv': orders }, { by: ['discount_code'] });
    const [groups] = [read.groups.map(([name]) => name)];
    const [margins] = read.cohortMargins([week]);
    const [table] = read.cohortTable([week], 'month');
    const of = <T>(all: readonly T[], name: string | null): T => all[groups.indexOf(name) + 1]!;
    expect(
      [margins![0]!, of(margins!, 'TEN'), of(margins!, 'FREE'), of(margins!, null)].map(({ customers }) => customers),
    ).toEqual([2, 1, 1, 1]);
    // Of TEN and FREE all orders of a, of no code all of b.
    const sales = (name: string | null) => Number(of(margins!, name).cumulative[0]!.sales) / 1e6;
    expect([sales('TEN'), sales('FREE'), sales(null)]).toEqual([30, 30, 120]);
    expect([of(table!, 'TEN'), of(table!, 'FREE'), of(table!, null)].map(({ orders: count }) => count)).toEqual([
      3, 2, 1,
    ]);
    const [both] = await read.ask([
      { measure: measures.get('customers')!, spans: [days('2026-11-02')], and: [days('2026-11-03', '2026-11-05')] },
    ]);
    expect([
      value(both!, 0, 0),
      value(both!, 0, groups.indexOf('TEN') + 1),
      value(both!, 0, groups.indexOf('FREE') + 1),
    ]).toEqual([1, 1, 0]);
  });
});

describe('an amount that is not exact', () => {
  const tables = {
    'a.csv': ['order_id,ordered_at,customer_email,total,channel', '1,2026-11-02 10:00,a@x.de,10,Email'],
    'b.csv': [
      'order_id,ordered_at,customer_email,gross_sales,channel',
      '2,2026-11-02 11:00,b@x.de,20,Direct',
      '3,2026-11-03 11:00,c@x.de,5,Email',
    ],
  };

  it.each(['gross_sales', 'new_customer_value', 'identified_value'])(
    'makes a sum approximate in its day and its group: %s',
    async (id) => {
      const { read } = await readTables(tables, { by: ['channel'] });
      const approx = async (day: string) => {
        const answer = await answerOf(read, id, day);
        return [0, ...read.groups.map((_, at) => at + 1)].map((group) => answer.approx(0, group));
      };
      expect(read.groups).toEqual([['Email'], ['Direct']]);
      expect([await approx('2026-11-02'), await approx('2026-11-03')]).toEqual([
        [true, true, false],
        [false, false, false],
      ]);
    },
  );

  it('makes no count approximate', async () => {
    const { read } = await readTables(tables);
    expect((await answerOf(read, 'orders', '2026-11-02')).approx(0, 0)).toBe(false);
  });

  it('shows in the cohort of its customer', async () => {
    const { read } = await readTables(tables);
    const cohort = (day: string) => read.cohortTable([days(day)], 'month')[0]![0]!.ages.map(({ approx }) => approx);
    expect([cohort('2026-11-02'), cohort('2026-11-03')]).toEqual([[true], [false]]);
  });
});

describe('findings of a run', () => {
  it('name status words of no known meaning, in order, with the orders that count all the same', async () => {
    const row = (id: number, status: string) => `${id},2026-11-0${id},10,${status}`;
    const { read } = await readTables({
      'o.csv': [
        'order_id,ordered_at,gross_sales,status',
        ...[
          row(1, 'zurück'),
          row(2, 'mystery'),
          row(3, 'mystery'),
          row(4, 'paid'),
          row(5, 'cancelled'),
          row(6, 'cancelled'),
        ],
      ],
    });
    expect([...read.unknownStatuses]).toEqual([
      ['mystery', 2],
      ['zurück', 1],
    ]);
    const [counts] = [...read.validOrders.values()];
    expect([counts!.orders, counts!.valid, [...counts!.left]]).toEqual([6, 4, [['cancelled', 2]]]);
    expect(read.files[0]!.account.counts.get('not_valid')).toBe(2);
  });

  it('have the day of the first order that counts', async () => {
    const { read } = await readTables({
      'o.csv': [
        'order_id,ordered_at,gross_sales,status',

        '2,2026-11-05,10,paid',
        '3,2026-11-04,10,paid',
        '1,2026-11-03,10,cancelled',
        '4,2026-11-06,10,paid',
      ],
    });
    expect(read.firstOrder).toBe(days('2026-11-04').from / 24);
    expect((await readTables({ 'v.csv': ['date,sessions', '2026-11-03,4'] })).read.firstOrder).toBe(null);
  });

  it('count rows by currency, of tables with amounts', async () => {
    const { read } = await readTables({
      'o.csv': [
        'order_id,ordered_at,gross_sales,currency',
        '1,2026-11-03,10,eur',
        '2,2026-11-05,10,EUR',
        '3,2026-11-04,10,',
      ],
      'v.csv': ['date,sessions', '2026-11-03,4'],
      'c.csv': [
        'date,category,amount,currency',
        '2026-11-03,rent,4,USD',
        '2026-11-04,rent,4,USD',
        '2026-11-04,post,4,USD',
      ],
    });
    expect([...read.currencies].sort()).toEqual(
      [
        ['', 1],
        ['EUR', 2],
        ['USD', 3],
      ].sort(),
    );
    // No rate is known: the first day and its file are named.
    expect(read.unconverted.map(({ currency, day, file }) => [currency, day, file])).toEqual([
      ['USD', days('2026-11-03').from / 24, 'c.csv'],
    ]);
    expect([...read.costCategories].sort()).toEqual(['other', 'post']);
  });
});
