import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/civil.ts';
import { Rates } from '../../src/core/rates.ts';
import { answerOf, readTables, type Tables } from './read-tables.ts';

/* Refunds, fees, lines and gift cards: what one record gives to another. */

const orders = (...rows: string[]) => [
  'order_id,ordered_at,customer_email,gross_sales,shipping,taxes,status,channel',
  ...rows,
];
const all = (held: { value(measure: string, from: string, to?: string): Promise<number | null> }, ...ids: string[]) =>
  Promise.all(ids.map((id) => held.value(id, '2026-11-01', '2026-11-30')));

describe('a refund that only a status or a sum tells', () => {
  it('is all of an order that was refunded, on its own day, without its tax', async () => {
    const held = await readTables({
      'o.csv': [
        'order_id,ordered_at,gross_sales,discounts,shipping,taxes,total,status',
        '1,2026-11-02 10:00,100,10,5,19,114,refunded',
      ],
    });
    expect(await all(held, 'returns', 'taxes_refunded', 'shipping_refunded', 'refunded_orders')).toEqual([
      90, 19, 5, 1,
    ]);
    expect(await held.value('returns', '2026-11-02')).toBe(90);
    // Nobody knows the day: the figure is approximate.
    expect((await answerOf(held.read, 'returns', '2026-11-02')).approx(0, 0)).toBe(true);
    expect(held.read.tables.some(({ showsRefunds }) => showsRefunds)).toBe(true);
  });

  it('is no refund of an order that was paid, and no file shows any', async () => {
    const held = await readTables({ 'o.csv': orders('1,2026-11-02,a@x.de,100,0,0,paid,Email') });
    expect(await all(held, 'returns', 'refunded_orders')).toEqual([0, 0]);
    expect(held.read.tables.some(({ showsRefunds }) => showsRefunds)).toBe(false);
  });
});

describe('refunds of a list', () => {
  const list = (...rows: string[]) => [
    'refund_id,order_id,refunded_at,item_amount,shipping_amount,tax_amount,quantity',
    ...rows,
  ];

  it('belong to the group, the customer and the validity of their order', async () => {
    const held = await readTables(
      {
        'o.csv': orders(
          ...['1,2026-11-02,a@x.de,100,0,0,paid,Email', '2,2026-11-02,,50,0,0,paid,Direct'],
          '3,2026-11-02,a@x.de,30,0,0,cancelled,Email',
        ),
        'r.csv': list(
          'r1,1,2026-11-05,11,2,1,',
          'r2,2,2026-11-05,13,0,0,',
          'r3,3,2026-11-05,17,0,0,',
          'r4,9,2026-11-05,19,0,0,',
        ),
      },
      { by: ['channel'] },
    );
    // Not that of a cancelled order; that of an order which no file has.
    expect(
      await all(held, 'returns', 'shipping_refunded', 'taxes_refunded', 'identified_returns', 'refunded_orders'),
    ).toEqual([...[11 + 13 + 19, 2, 1], ...[11, 2]]);
    const group = (name: string) => held.value('returns', '2026-11-05', undefined, name);
    expect([await group('Email'), await group('Direct'), await group('-')]).toEqual([11, 13, 19]);
  });

  it('belong to the copy of their order that counts', async () => {
    const held = await readTables(
      {
        'o.csv': orders('1,2026-11-02,a@x.de,100,0,0,paid,Email'),
        'o (1).csv': orders('1,2026-11-02,a@x.de,100,0,0,paid,Direct'),
        'r.csv': list('r1,1,2026-11-05,11,0,0,'),
      },
      { by: ['channel'] },
    );
    expect(await held.value('returns', '2026-11-05', undefined, 'Direct')).toBe(11);
  });

  it('are booked on the day of the money, or by choice on that of the order', async () => {
    const tables = {
      'o.csv': orders('1,2026-11-02,a@x.de,100,0,0,paid,Email'),
      'r.csv': list('r1,1,2026-11-05,11,0,0,'),
    };
    const booked = async (refund_date: 'refund' | 'order') => {
      const { value } = await readTables(tables, { options: { refund_date } });
      return [await value('returns', '2026-11-02'), await value('returns', '2026-11-05')];
    };
    expect(await booked('refund')).toEqual([0, 11]);
    expect(await booked('order')).toEqual([11, 0]);
  });

  it('give back the cost of their pieces, by their share of that of the order', async () => {
    const held = await readTables({
      'l.csv': [
        'order_id,ordered_at,sku,quantity,unit_price,unit_cost',
        '1,2026-11-02,A,3,20,10',
        '1,2026-11-02,B,1,40,30',
        '2,2026-11-03,A,1,20,',
      ],
      'r.csv': list(
        'r1,1,2026-11-05,20,0,0,1',
        'r2,1,2026-11-06,20,0,0,2',
        'r3,1,2026-11-06,1,0,0,',
        'r4,2,2026-11-06,1,0,0,1',
      ),
    });
    // Four pieces of order 1 cost 60: three of them are 45. That of order 2 is not known.
    expect(await all(held, 'cost_returned', 'cost_of_orders', 'line_value', 'costed_line_value', 'units')).toEqual([
      45, 60, 120, 100, 5,
    ]);
  });

  it('in the money of their order are converted at the rate of their own day', async () => {
    const day = (text: string) => parseDay(text)!;
    const rates = new Rates(
      new Map([
        [
          'USD',
          [
            { from: day('2026-11-01'), value: 500_000_000_000n },
            { from: day('2026-11-04'), value: 900_000_000_000n },
          ],
        ],
      ]),
    );
    const tables = {
      'o.csv': ['order_id,ordered_at,gross_sales,currency', '1,2026-11-02,100,USD', '2,2026-11-02,100,EUR'],
      'r.csv': list('r1,1,2026-11-05,10,4,2,', 'r2,2,2026-11-05,10,4,2,'),
    };
    const held = await readTables(tables, { setting: { rates } });
    // 50 and 100 sold; 9 and 10 back, 3.60 and 4 for shipping, 1.80 and 2 of tax.
    expect(await all(held, 'gross_sales', 'returns', 'shipping_refunded', 'taxes_refunded')).toEqual([
      150, 19, 7.6, 3.8,
    ]);
    const stated = await readTables(
      { ...tables, 'r.csv': ['refund_id,order_id,refunded_at,item_amount,currency', 'r1,1,2026-11-05,10,EUR'] },
      { setting: { rates } },
    );
    expect(await all(stated, 'returns')).toEqual([10]);
  });
});

describe('lines in a file of their own', () => {
  const lines = (...rows: string[]) => ['order_id,sku,product,quantity,unit_price,unit_cost', ...rows];
  const of = async (tables: Tables, ...ids: string[]) => {
    const held = await readTables(tables);
    return { figures: await all(held, ...ids), findings: held.findings, read: held.read };
  };
  const two = orders('1,2026-11-02,a@x.de,100,0,0,paid,Email', '2,2026-11-02,b@x.de,50,0,0,paid,Direct');

  it('give their order pieces, value and cost', async () => {
    const tables = { 'o.csv': two, 'l.csv': lines('1,A,Cup,2,30,10', '1,B,Pot,1,40,', '2,A,Cup,5,10,4') };
    const { figures, findings } = await of(
      tables,
      'units',
      'line_value',
      'cost_of_orders',
      'costed_line_value',
      'orders',
    );
    expect(figures).toEqual([8, 150, 40, 110, 2]);
    expect(findings).toEqual([]);
  });

  it('leave an order without lines with its value: pieces and cost of it are not known', async () => {
    const { figures, findings } = await of(
      { 'o.csv': two, 'l.csv': lines('1,A,Cup,2,50,10') },
      'units',
      'line_value',
      'costed_line_value',
    );
    expect(figures).toEqual([2, 150, 100]);
    expect(findings).toEqual(['orders_without_lines l.csv 1 1']);
  });

  it('of orders that no file has are told, some or all', async () => {
    const tables = {
      'o.csv': two,
      'l.csv': lines('1,A,Cup,2,50,10', '2,A,Cup,1,50,10', '8,A,Cup,1,1,1', '9,A,Cup,1,1,1'),
    };
    expect((await of(tables)).findings).toEqual(['lines_of_other_orders l.csv 2 2']);
    const none = await of({ 'o.csv': two, 'l.csv': lines('8,A,Cup,1,1,1') });
    expect(none.findings[0]).toBe('lines_of_no_order l.csv 1 1');
    expect(none.read.copies[0]!.example).toBe('8');
  });

  it('that sell a gift card sell nothing yet: an order of cards alone is no order', async () => {
    const tables = { 'o.csv': two, 'l.csv': lines('1,A,Cup,1,60,10', '1,G,Gift card,2,20,', '2,G,Gift card,1,50,') };
    const { figures, read } = await of(tables, 'orders', 'gross_sales', 'units', 'line_value', 'cost_of_orders');
    expect(figures).toEqual([1, 60, 1, 60, 10]);
    expect(read.giftCards).toEqual({ value: '90.00', cards: '3', orders: 2, only: 1 });
  });

  it('in the currency that the configuration states are converted', async () => {
    const rates = new Rates(new Map([['USD', [{ from: 0, value: 500_000_000_000n }]]]));
    const entries = { 'l.csv': { currency: 'USD' } };
    const held = await readTables(
      { 'o.csv': two, 'l.csv': lines('1,A,Cup,2,100,20', '2,A,Cup,1,100,') },
      { entries, setting: { rates } },
    );
    expect(await all(held, 'line_value', 'cost_of_orders', 'costed_line_value', 'units')).toEqual([150, 20, 100, 3]);
  });

  it('beside lines in the orders count by their cost, where those have none; else not', async () => {
    const own = (cost: string) => [
      'order_id,ordered_at,sku,quantity,unit_price,unit_cost',
      `1,2026-11-02,A,2,50,${cost}`,
      `2,2026-11-03,B,1,10,${cost}`,
    ];
    const list = lines('1,A,Cup,3,50,20', '2,B,Cup,1,10,3');
    expect((await of({ 'o.csv': own(''), 'l.csv': list }, 'units', 'line_value', 'cost_of_orders')).figures).toEqual([
      4, 160, 63,
    ]);
    expect((await of({ 'o.csv': own('7'), 'l.csv': list }, 'units', 'line_value', 'cost_of_orders')).figures).toEqual([
      3, 110, 21,
    ]);
  });

  it('of two shops belong to the orders of their own', async () => {
    const entries = Object.fromEntries(['ao', 'al', 'bo', 'bl'].map((name) => [`${name}.csv`, { store: name[0]! }]));
    const order = (amount: number) => orders(`1,2026-11-02,,${amount},0,0,paid,Email`);
    const held = await readTables(
      {
        'ao.csv': order(10),
        'al.csv': lines('1,A,Cup,1,10,1'),
        'bo.csv': order(20),
        'bl.csv': lines('1,A,Cup,2,10,3', '2,A,Cup,2,10,3'),
      },
      { entries },
    );
    expect(await all(held, 'units', 'cost_of_orders')).toEqual([3, 7]);
    expect(held.findings).toEqual(['lines_of_other_orders bl.csv 1 1']);
  });
});

describe('what comes back as a line below 0', () => {
  const head = 'order_id,ordered_at,customer_email,sku,quantity,unit_price,currency,channel';

  it('is converted once, as its order is', async () => {
    const rates = new Rates(new Map([['USD', [{ from: 0, value: 500_000_000_000n }]]]));
    const lines = [
      head,
      '1,2026-11-02,a@x.de,A,3,20,USD,Email',
      '1,2026-11-05,a@x.de,A,-1,20,USD,Email',
      '2,2026-11-08,b@x.de,A,1,8,EUR,Email',
    ];
    const held = await readTables({ 'l.csv': lines }, { setting: { rates } });
    // 60 and 20 at a half.
    expect(await all(held, 'gross_sales', 'returns')).toEqual([38, 10]);
  });

  it.each([
    ['a', [10, 0]],
    ['b', [0, 10]],
  ])('belongs to the order of its customer, of two with one number: %s', async (who, returns) => {
    const held = await readTables(
      {
        'l.csv': [
          head,
          '7,2026-11-02,a@x.de,A,3,10,EUR,Email',
          '7,2026-11-02,b@x.de,A,2,10,EUR,Direct',
          `7,2026-11-05,${who}@x.de,A,-1,10,EUR,`,
        ],
      },
      { by: ['channel'] },
    );
    const group = (name: string) => held.value('returns', '2026-11-05', undefined, name);
    expect([await group('Email'), await group('Direct')]).toEqual(returns);
    expect(await all(held, 'orders', 'gross_sales', 'returns')).toEqual([2, 50, 10]);
  });

  it('in a file of lines alone takes nothing from its order', async () => {
    const tables = {
      'o.csv': orders('1,2026-11-02,a@x.de,60,0,0,paid,Email'),
      'l.csv': ['order_id,sku,quantity,unit_price,unit_cost', '1,A,2,30,10', '1,A,-1,30,10'],
    };
    expect(await all(await readTables(tables), 'units', 'line_value', 'cost_of_orders')).toEqual([2, 60, 20]);
  });
});

describe('gift cards among the lines of an order', () => {
  it('are known by their product, each by its own', async () => {
    const held = await readTables({
      'l.csv': [
        'order_id,ordered_at,product,quantity,unit_price',
        ...[
          '1,2026-11-02,Cup,1,30',
          '1,2026-11-02,Gift card,2,25',
          '2,2026-11-03,Gift card,1,10',
          '3,2026-11-03,Cup,2,30',
        ],
      ],
    });
    expect(await all(held, 'orders', 'gross_sales', 'units', 'line_value')).toEqual([2, 90, 3, 90]);
    expect(held.read.giftCards).toEqual({ value: '60.00', cards: '3', orders: 2, only: 1 });
    expect(held.read.files[0]!.account.counts.get('gift_cards')).toBe(1);
  });

  it('are known by the words of the configuration alone', async () => {
    const lines = [
      'order_id,ordered_at,sku,product,quantity,unit_price',
      '1,2026-11-02,BON-5,Cup,1,30',
      '1,2026-11-02,A,Gift card,1,20',
    ];
    const held = await readTables({ 'l.csv': lines }, { options: { gift_cards: ['bon'] } });
    expect(await all(held, 'gross_sales', 'units')).toEqual([20, 1]);
    const none = await readTables({ 'l.csv': lines }, { options: { gift_cards: [] } });
    expect([await all(none, 'gross_sales', 'units'), none.read.giftCards]).toEqual([[50, 2], null]);
  });
});

describe('lines of one of two shops', () => {
  it('say nothing of the orders of the other', async () => {
    const entries = Object.fromEntries(['ao', 'al', 'bo'].map((name) => [`${name}.csv`, { store: name[0]! }]));
    const held = await readTables(
      {
        'ao.csv': orders('1,2026-11-02,,10,0,0,paid,Email'),
        'al.csv': ['order_id,sku,quantity,unit_price', '1,A,1,10'],
        'bo.csv': orders('1,2026-11-02,,20,0,0,paid,Email'),
      },
      { entries },
    );
    expect(await all(held, 'line_value', 'units')).toEqual([10, 1]);
    expect(held.findings).toEqual([]);
  });

  it('of no shop are of both: orders without lines are told', async () => {
    const entries = Object.fromEntries(['ao', 'bo'].map((name) => [`${name}.csv`, { store: name[0]! }]));
    const held = await readTables(
      {
        'ao.csv': orders('1,2026-11-02,,10,0,0,paid,Email'),
        'l.csv': ['order_id,sku,quantity,unit_price', '1,A,1,10'],
        'bo.csv': orders(
          '2,2026-11-02,,20,0,0,paid,Email',
          '3,2026-11-02,,40,0,0,cancelled,Email',
          '4,2026-11-02,,0,0,0,paid,Email',
        ),
      },
      { entries },
    );
    // The value of order 2 is known, not its pieces: one that does not count, or is of nothing, needs no word.
    expect(await all(held, 'line_value', 'units')).toEqual([30, 1]);
    expect((await answerOf(held.read, 'units', '2026-11-02')).incomplete!(0, 0)).toBe(true);
    expect(held.findings).toEqual(['orders_without_lines l.csv 1 1']);
    expect(held.read.copies[0]!.example).toBe('2');
  });
});

describe('a line of an order that costs something and is given away', () => {
  it('counts once, as the list with costs has it', async () => {
    const held = await readTables({
      'o.csv': [
        'order_id,ordered_at,sku,quantity,unit_price,unit_cost',
        '1,2026-11-02,A,1,50,',
        '1,2026-11-02,B,1,0,7',
      ],
      'l.csv': ['order_id,sku,quantity,unit_price,unit_cost', '1,A,1,50,20', '1,B,1,0,6'],
    });
    expect(await all(held, 'units', 'line_value', 'cost_of_orders', 'costed_line_value')).toEqual([2, 50, 26, 50]);
  });
});

describe('what payments cost', () => {
  const stripe = (...rows: string[]) => [
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Refunded date (UTC),Status,Customer Email',
    ...rows,
  ];
  const charge = (id: number, day: number, amount: number, fee: number) =>
    `ch_${id},2026-11-0${day} 08:00:00,${amount}.00,0.00,eur,true,${fee}.00,,Paid,u${id}@x.de`;

  it('is a cost of its day; alone the payments are orders', async () => {
    const held = await readTables({ 's.csv': stripe(charge(1, 2, 50, 2), charge(2, 3, 30, 1), charge(3, 4, 20, 0)) });
    expect(await all(held, 'orders', 'gross_sales', 'payment_fees')).toEqual([3, 100, 3]);
    expect(await held.value('payment_fees', '2026-11-02')).toBe(2);
    expect(held.accounts['s.csv']).toEqual([3, 0, 0, 0]);
  });

  it('is all that they tell on days that an export of orders covers', async () => {
    const tables = {
      'o.csv': orders('1,2026-11-02,a@x.de,50,0,0,paid,Email', '2,2026-11-03,b@x.de,30,0,0,paid,Email'),
    };
    const held = await readTables({ ...tables, 's.csv': stripe(charge(1, 2, 50, 2), charge(2, 3, 30, 1)) });
    expect(await all(held, 'orders', 'gross_sales', 'payment_fees')).toEqual([2, 80, 3]);
    expect(held.findings).toEqual(['payments_fees s.csv+o.csv 1 2']);
    // Each row of the payments counts as its fee.
    expect(held.accounts['s.csv']).toEqual([2, 0, 0, 0]);
    expect(held.read.tables.map(({ toldByOrders }) => toldByOrders)).toEqual([false, true]);
    // A day more than the orders have: a sale, and the table is not told by them alone.
    const more = await readTables({ ...tables, 's.csv': stripe(charge(1, 2, 50, 2), charge(3, 8, 20, 1)) });
    expect(await all(more, 'orders', 'gross_sales', 'payment_fees')).toEqual([3, 100, 3]);
    expect(more.read.tables.map(({ toldByOrders }) => toldByOrders)).toEqual([false, false]);
  });

  it('is not known without a column of it: then they tell nothing on these days', async () => {
    const without = (lines: readonly string[]) =>
      lines.map((line) =>
        line
          .split(',')
          .filter((_, at) => at !== 6)
          .join(),
      );
    const held = await readTables({
      'o.csv': orders('1,2026-11-02,a@x.de,50,0,0,paid,Email'),
      's.csv': without(stripe(charge(1, 2, 50, 2), charge(3, 8, 20, 1))),
    });
    expect(await all(held, 'orders', 'gross_sales', 'payment_fees')).toEqual([2, 70, 0]);
    expect(held.findings).toEqual(['payments_left s.csv+o.csv 1 1']);
    expect(held.accounts['s.csv']).toEqual([1, 0, 1, 0]);
  });

  it('is all that they tell beside the orders of their own shop', async () => {
    const tables = { 'o.csv': orders('1,2026-11-02,a@x.de,50,0,0,paid,Email'), 's.csv': stripe(charge(1, 2, 50, 2)) };
    const held = await readTables(tables, { entries: { 's.csv': { store: 'S' }, 'o.csv': { store: 'S' } } });
    expect(await all(held, 'orders', 'payment_fees')).toEqual([1, 2]);
  });

  it('beside the orders of another shop is that of its own sales', async () => {
    const entries = { 's.csv': { store: 'S' } };
    const tables = { 'o.csv': orders('1,2026-11-02,a@x.de,50,0,0,paid,Email'), 's.csv': stripe(charge(1, 2, 50, 2)) };
    const held = await readTables(tables, { entries });
    expect(await all(held, 'orders', 'payment_fees')).toEqual([2, 2]);
    expect(held.findings).toEqual([]);
  });
});

describe('a score of customers by the month of their first order', () => {
  const tables = {
    'l.csv': [
      'order_id,ordered_at,customer_email,sku,quantity,unit_price,unit_cost',
      ...['1,2026-09-10,a@x.de,A,1,100,60', '2,2026-10-15,a@x.de,A,1,40,20', '3,2026-09-20,b@x.de,A,1,30,'],
      ...['4,2026-10-01,c@x.de,A,1,7,5', '5,2026-10-02,,A,1,500,1'],
    ],
    'r.csv': ['refund_id,order_id,refunded_at,item_amount', 'r1,1,2026-11-12,15', 'r2,3,2026-09-01,1'],
  };
  const spans = ['2026-09', '2026-10', '2026-11'].map((month, at) => ({
    from: parseDay(`${month}-01`)! * 24,
    to: parseDay(at < 2 ? `2026-1${at}-01` : '2026-12-01')! * 24,
  }));

  it('adds up what they bought and gave back, month by month of age', async () => {
    const { read } = await readTables(tables);
    const one = 1_000_000n;
    expect(read.cohortMargins(spans).map(([whole]) => whole)).toEqual([
      {
        customers: 2,
        // 100 and 30 less 1 that was dated before its order, a month later 40, two months later 15 back.
        cumulative: [
          { sales: 129n * one, cost: 60n * one },
          { sales: 169n * one, cost: 80n * one },
          { sales: 154n * one, cost: 80n * one },
        ],
        lineValue: 170n * one,
        costedLineValue: 140n * one,
      },
      {
        customers: 1,
        cumulative: [{ sales: 7n * one, cost: 5n * one }],
        lineValue: 7n * one,
        costedLineValue: 7n * one,
      },
      { customers: 0, cumulative: [], lineValue: 0n, costedLineValue: 0n },
    ]);
  });

  it('is a table of ages, with all orders of the span and those that name nobody', async () => {
    const { read } = await readTables(tables);
    const one = 1_000_000n;
    const age = (customers: number, count: number, sales: bigint, cost: bigint) => ({
      ...{ customers, orders: count, sales: sales * one, cost: cost * one, approx: false },
    });
    expect(read.cohortTable(spans, 'month').map(([whole]) => whole)).toEqual([
      {
        ...{ customers: 2, orders: 2, unidentified: 0, lineValue: 170n * one, costedLineValue: 140n * one },
        ages: [age(2, 2, 129n, 60n), age(1, 1, 40n, 20n), age(0, 0, -15n, 0n)],
      },
      {
        ...{ customers: 1, orders: 3, unidentified: 1, lineValue: 7n * one, costedLineValue: 7n * one },
        ages: [age(1, 1, 7n, 5n)],
      },
      { customers: 0, orders: 0, unidentified: 0, lineValue: 0n, costedLineValue: 0n, ages: [] },
    ]);
    expect(() => read.cohortTable([spans[1]!, spans[0]!], 'month')).toThrow('the spans of cohorts follow each other');
  });

  it('has a customer once in an age, however often they order', async () => {
    const rows = [
      '1,2026-09-10,a@x.de,1,0,0,paid,Email',
      '2,2026-09-11,a@x.de,2,0,0,paid,Email',
      '3,2026-09-12,b@x.de,4,0,0,paid,Email',
    ];
    const { read } = await readTables({ 'o.csv': orders(...rows) });
    const [first] = read.cohortTable(spans, 'month');
    const whole = first![0]!;
    expect([whole.customers, whole.ages.map(({ customers, orders: count }) => [customers, count])]).toEqual([
      2,
      [[2, 3]],
    ]);
  });

  it('is that of the group of their first order', async () => {
    const { read } = await readTables(
      {
        'o.csv': orders(
          ...['1,2026-09-10,a@x.de,100,0,0,paid,Email', '2,2026-10-15,a@x.de,40,0,0,paid,Direct'],
          '3,2026-09-20,b@x.de,30,0,0,paid,Direct',
        ),
      },
      { by: ['channel'] },
    );
    const [september] = read.cohortMargins(spans);
    expect(read.groups).toEqual([['Email'], ['Direct']]);
    expect(
      september!.map(({ customers, cumulative }) => [customers, cumulative.map(({ sales }) => Number(sales) / 1e6)]),
    ).toEqual([
      [2, [130, 170]],
      [1, [100, 140]],
      [1, [30]],
    ]);
    const [table] = read.cohortTable(spans, 'month');
    expect(
      table!.map(({ customers, orders: count, ages }) => [
        customers,
        count,
        ages.map(({ sales }) => Number(sales) / 1e6),
      ]),
    ).toEqual([
      [2, 2, [130, 40]],
      [1, 1, [100, 40]],
      [1, 1, [30]],
    ]);
  });
});
