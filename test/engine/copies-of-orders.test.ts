import { describe, expect, it } from 'vitest';
import { readTables } from './read-tables.ts';

/* Orders and other records with an id that are in several files: which copy counts, and what it takes from the others. */

const head = 'order_id,ordered_at,customer_email,gross_sales';

describe('of two copies of an order', () => {
  it('that of the file with the newer newest order counts, whatever the files are called', async () => {
    const older = [head, '1,2026-11-02 10:00,a@x.de,30', '2,2026-11-05 10:00,b@x.de,1'];
    const newer = [head, '1,2026-11-02 10:00,a@x.de,32', '3,2026-11-08 10:00,c@x.de,5'];
    for (const [one, other] of [
      ['a.csv', 'b.csv'],
      ['b.csv', 'a.csv'],
    ] as const) {
      const { value, accounts, findings } = await readTables({ [one]: older, [other]: newer });
      expect(await value('gross_sales', '2026-11-02')).toBe(32);
      expect(await value('orders', '2026-11-02', '2026-11-08')).toBe(3);
      expect([accounts[one], accounts[other]]).toEqual([
        [1, 0, 0, 1],
        [2, 0, 0, 0],
      ]);
      expect(findings).toEqual([]);
    }
  });

  it('that of the file with the later name counts where both end alike', async () => {
    const { value } = await readTables({
      'b.csv': [head, '1,2026-11-02 10:00,a@x.de,32'],
      'a.csv': [head, '1,2026-11-02 10:00,a@x.de,30'],
    });
    expect(await value('gross_sales', '2026-11-02')).toBe(32);
  });

  it('the one that was changed last counts, in whatever file', async () => {
    const lines = (amount: number, changed: number) => [
      `${head},updated_at`,
      `1,2026-11-02 10:00,a@x.de,${amount},2026-11-0${changed} 09:00`,
    ];
    expect(
      await (await readTables({ 'a.csv': lines(30, 6), 'b.csv': lines(32, 4) })).value('gross_sales', '2026-11-02'),
    ).toBe(30);
    expect(
      await (await readTables({ 'a.csv': lines(30, 4), 'b.csv': lines(32, 6) })).value('gross_sales', '2026-11-02'),
    ).toBe(32);
    expect(
      await (await readTables({ 'a.csv': lines(30, 4), 'b.csv': lines(32, 4) })).value('gross_sales', '2026-11-02'),
    ).toBe(32);
  });

  it('the one that has come further counts: paid after pending, refunded after paid', async () => {
    const lines = (status: string, last = 8) => [
      `${head},status`,
      `1,2026-11-02 10:00,a@x.de,30,${status}`,
      `${last},2026-11-0${last} 10:00,a@x.de,1,paid`,
    ];
    const paid = await readTables({ 'a.csv': lines('paid', 5), 'b.csv': lines('pending') });
    expect(await paid.value('orders', '2026-11-02')).toBe(1);
    const refunded = await readTables({ 'a.csv': lines('refunded', 5), 'b.csv': lines('paid') });
    expect(await refunded.value('returns', '2026-11-02')).toBe(30);
  });
});

describe('three copies of an order', () => {
  const files = (a: string, b: string) => ({
    'a.csv': [`${head},discounts,channel`, `1,2026-11-02 10:00,a@x.de,30,${a}`],
    'b.csv': [`${head},discounts,channel`, `1,2026-11-02 10:00,a@x.de,30,${b}`],
    'c.csv': ['order_id,ordered_at,gross_sales', '1,2026-11-02 10:00,30'],
  });
  const told = async (a: string, b: string) => {
    const { value, accounts } = await readTables(files(a, b), { by: ['channel'] });
    expect(Object.values(accounts).map(([accepted, , , superseded]) => [accepted, superseded])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    expect(await value('customers', '2026-11-02')).toBe(1);
    return value;
  };

  it('are one, with what the last lacks from the later of the others', async () => {
    const value = await told('2,Email', '4,Direct');
    expect(await value('discounts', '2026-11-02')).toBe(4);
    expect(await value('orders', '2026-11-02', undefined, 'Direct')).toBe(1);
  });

  it('and from the earlier what the later has blank', async () => {
    const value = await told('2,Email', ',');
    expect(await value('discounts', '2026-11-02')).toBe(2);
    expect(await value('orders', '2026-11-02', undefined, 'Email')).toBe(1);
  });
});

it('a copy of which only the total is known takes no discount from another: it is in the total', async () => {
  const parts = [`${head},discounts`, '1,2026-11-02 10:00,a@x.de,30,3'];
  const total = ['order_id,ordered_at,customer_email,total', '1,2026-11-02 10:00,a@x.de,27'];
  const { value } = await readTables({ 'a.csv': parts, 'b.csv': total });
  expect([await value('gross_sales', '2026-11-02'), await value('discounts', '2026-11-02')]).toEqual([27, 0]);
  // The other way round nothing is lacking.
  const turned = await readTables({ 'a.csv': total, 'b.csv': parts });
  expect(await turned.value('order_value_sum', '2026-11-02')).toBe(27);
});

describe('one order number', () => {
  const both = [head, '7,2026-11-02,a@x.de,10', '7,2026-11-02,b@x.de,20', '8,2026-11-03,c@x.de,1'];
  it.each([
    ['the first', '7,2026-11-02,a@x.de,10'],
    ['the second', '7,2026-11-02,b@x.de,20'],
  ])('of two customers in one file is two orders, also where another file has %s of them', async (_, row) => {
    const one = [head, row, '8,2026-11-03,c@x.de,1'];
    for (const tables of [
      { 'a.csv': both, 'b.csv': one },
      { 'a.csv': one, 'b.csv': both },
    ]) {
      const { value, findings } = await readTables(tables);
      expect([await value('orders', '2026-11-02'), await value('gross_sales', '2026-11-02')]).toEqual([2, 30]);
      expect(findings.map((found) => found.split(' ')[0])).toContain('ids_apart');
    }
  });

  it('of which a spreadsheet has left fifteen digits is no copy within its file', async () => {
    const { value, findings } = await readTables({
      'a.csv': [
        head,
        '1234567890123450000,2026-11-02 10:00:01,a@x.de,10',
        '1234567890123450000,2026-11-02 10:00:01,a@x.de,10',
      ],
    });
    expect([await value('orders', '2026-11-02'), await value('gross_sales', '2026-11-02')]).toEqual([2, 20]);
    expect(findings).toEqual(['ids_damaged a.csv 1 2']);
  });

  it('of two stores named in a column is two orders, and nothing is to be said', async () => {
    const { value, findings } = await readTables({
      'a.csv': [`${head},store`, '7,2026-11-02,a@x.de,10,North', '8,2026-11-03,a@x.de,1,North'],
      'b.csv': [`${head},store`, '7,2026-11-02,a@x.de,20,South', '9,2026-11-03,a@x.de,1,South'],
    });
    expect(await value('gross_sales', '2026-11-02')).toBe(30);
    expect(findings).toEqual([]);
  });

  it('without a customer is proved by its second, not by a minute: then its amount decides', async () => {
    const of = async (clock: string) => {
      const rows = (amount: number) => ['order_id,ordered_at,gross_sales', `7,2026-11-02 ${clock},${amount}`];
      const { value } = await readTables({ 'a.csv': rows(10), 'b.csv': rows(100) });
      return [await value('orders', '2026-11-02'), await value('gross_sales', '2026-11-02')];
    };
    expect(await of('10:00:07')).toEqual([1, 100]);
    expect(await of('10:00:00')).toEqual([2, 110]);
  });

  it('at another time is another order: a finding names the files and how many', async () => {
    const { value, findings } = await readTables({
      'a.csv': [head, '7,2026-11-02 10:00,a@x.de,10', '8,2026-11-02 11:00,b@x.de,5'],
      'b.csv': [head, '7,2026-11-03 10:00,a@x.de,20', '8,2026-11-03 11:00,b@x.de,6'],
    });
    expect(await value('gross_sales', '2026-11-02', '2026-11-03')).toBe(41);
    expect(findings).toEqual(['ids_apart a.csv+b.csv 2 4']);
  });
});

describe('an order of lines in two files of other names', () => {
  const lines = 'order_id,ordered_at,customer_email,sku,quantity,unit_price';
  const line = (id: number, sku: string, price: number) => `${id},2026-11-0${id} 10:00,u${id}@x.de,${sku},1,${price}`;

  it('is cut at the end of a file, and whole where it has more lines', async () => {
    // By its name the second is the later one: but there the order is at the very end, with one of its two lines.
    const { value } = await readTables({
      'a.csv': [lines, line(2, 'A', 10), line(2, 'B', 20), line(3, 'A', 10)],
      'b.csv': [lines, line(4, 'A', 10), line(3, 'A', 10), line(2, 'A', 10)],
    });
    expect([await value('gross_sales', '2026-11-02'), await value('units', '2026-11-02')]).toEqual([30, 2]);
  });

  it('was edited where it stands in the middle of a file: the later copy counts, with fewer lines', async () => {
    const { value } = await readTables({
      'a.csv': [lines, line(1, 'A', 10), line(2, 'A', 10), line(2, 'B', 20), line(3, 'A', 10)],
      'b.csv': [lines, line(1, 'A', 10), line(2, 'A', 10), line(3, 'A', 10)],
    });
    expect([await value('gross_sales', '2026-11-02'), await value('units', '2026-11-02')]).toEqual([10, 1]);
  });
});

it('two tickets of one number count once, as the file has it that was changed last', async () => {
  const lines = 'ticket_id,created_at,status,solved_at,updated_at';
  const { value, accounts } = await readTables({
    'a.csv': [
      lines,
      '1,2026-11-02 10:00,solved,2026-11-03 10:00,2026-11-03 10:00',
      '2,2026-11-08 10:00,open,,2026-11-08 10:00',
    ],
    'b.csv': [lines, '1,2026-11-02 10:00,open,,2026-11-02 12:00', '2,2026-11-08 10:00,open,,2026-11-08 10:00'],
  });
  expect([
    await value('tickets_created', '2026-11-02', '2026-11-08'),
    await value('tickets_solved', '2026-11-03'),
  ]).toEqual([2, 1]);
  expect(accounts).toEqual({ 'a.csv': [1, 0, 0, 1], 'b.csv': [1, 0, 0, 1] });
});
