import { describe, expect, it } from 'vitest';
import { readTables } from './read-tables.ts';

/* Rows of one order number in one file, of which no time of change says which is newer: lines, or the same again. */

const of = async (...rows: string[]) => {
  const { value, findings, accounts } = await readTables(
    { 'o.csv': ['order_id,ordered_at,gross_sales,status,channel,shipping', ...rows] },
    { by: ['channel'] },
  );
  const all = ['2026-11-02', '2026-11-03'] as const;
  return {
    told: [
      await value('orders', ...all),
      await value('gross_sales', ...all),
      await value('shipping_of_orders', ...all),
    ],
    findings,
    account: accounts['o.csv'],
    value,
  };
};

describe('with other amounts', () => {
  it('are lines: amounts are added up, what every row repeats is not', async () => {
    const { told, findings, account } = await of(
      'A,2026-11-02,7,paid,Email,4',
      'A,2026-11-02,9,paid,Email,4',
      'A,2026-11-02,2,paid,Email,4',
      'B,2026-11-03,5,paid,Email,1',
      'B,2026-11-03,5,paid,Email,1',
    );
    // 7 + 9 + 2 and 5 + 5; shipping once an order.
    expect(told).toEqual([2, 28, 5]);
    // Three rows of A, two of B.
    expect(findings).toEqual(['rows_are_lines o.csv 2 5']);
    expect(account).toEqual([5, 0, 0, 0]);
  });

  it('are left out where they do not count and others of the order do', async () => {
    const { told, account } = await of(
      'A,2026-11-02,7,paid,Email,4',
      'A,2026-11-02,9,cancelled,Email,4',
      'A,2026-11-02,2,paid,Email,4',
    );
    expect(told).toEqual([1, 9, 4]);
    expect(account).toEqual([3, 0, 0, 0]);
  });

  it('are an order from the first that counts on', async () => {
    const { told, value } = await of(
      'A,2026-11-02,7,cancelled,Direct,4',
      'A,2026-11-02,9,paid,Email,4',
      'A,2026-11-02,2,paid,Direct,4',
    );
    expect(told).toEqual([1, 11, 4]);
    expect(await value('gross_sales', '2026-11-02', undefined, 'Email')).toBe(11);
  });

  it('do not count where none does', async () => {
    expect((await of('A,2026-11-02,7,cancelled,Email,4', 'A,2026-11-02,9,cancelled,Email,4')).told).toEqual([0, 0, 0]);
  });
});

describe('with the same amount', () => {
  it('count once, each with the number of rows that it replaces', async () => {
    const { told, findings, account } = await of(
      ...['A,2026-11-02,7,paid,Email,4', 'A,2026-11-02,7,paid,Email,4', 'A,2026-11-02,7,paid,Email,4'],
      ...['B,2026-11-03,5,paid,Email,1', 'B,2026-11-03,5,paid,Email,1'],
    );
    expect(told).toEqual([2, 12, 5]);
    expect(findings).toEqual(['rows_count_once o.csv 2 3']);
    expect(account).toEqual([2, 0, 0, 3]);
  });

  it('are as the last says that has come no less far', async () => {
    const last = await of('A,2026-11-02,7,paid,Email,4', 'A,2026-11-02,7,paid,Direct,3');
    expect(last.told).toEqual([1, 7, 3]);
    expect(await last.value('orders', '2026-11-02', undefined, 'Direct')).toBe(1);
    // What was cancelled is not paid again.
    expect((await of('A,2026-11-02,7,cancelled,Email,4', 'A,2026-11-02,7,paid,Email,4')).told).toEqual([0, 0, 0]);
    expect((await of('A,2026-11-02,7,paid,Email,4', 'A,2026-11-02,7,cancelled,Email,4')).told).toEqual([0, 0, 0]);
  });

  it('keep what a later row has blank', async () => {
    expect((await of('A,2026-11-02,7,paid,Email,4', 'A,2026-11-02,7,paid,Email,')).told).toEqual([1, 7, 4]);
  });
});

it('pieces of lines that do not count are no pieces of their order, before or after one that does', async () => {
  const pieces = async (...rows: string[]) => {
    const { value, accounts } = await readTables({
      'o.csv': ['order_id,ordered_at,gross_sales,status,quantity,unit_price', ...rows],
    });
    return [await value('units', '2026-11-02'), await value('line_value', '2026-11-02'), accounts['o.csv']![0]];
  };
  const [left, two, one] = ['A,2026-11-02,7,cancelled,1,7', 'A,2026-11-02,10,paid,2,5', 'A,2026-11-02,2,paid,1,2'];
  // 2 × 5 and 1 × 2.
  expect(await pieces(left, two, one)).toEqual([3, 12, 3]);
  expect(await pieces(two, left, one)).toEqual([3, 12, 3]);
  expect(await pieces(two, one, left)).toEqual([3, 12, 3]);
});

it('a finding has the first order as its example', async () => {
  const { read } = await readTables({
    'o.csv': [
      'order_id,ordered_at,gross_sales',
      ...['B,2026-11-02,7', 'B,2026-11-02,8', 'A,2026-11-02,7', 'A,2026-11-02,8'],
    ],
  });
  expect(read.copies.map(({ example, kind }) => [example, kind])).toEqual([['B', 'order']]);
});

it('refunds of one number are lines as well', async () => {
  const { value, findings } = await readTables({
    'o.csv': ['order_id,ordered_at,gross_sales', '1,2026-11-02,100'],
    'r.csv': [
      'refund_id,order_id,refunded_at,item_amount',
      'x,1,2026-11-03,11',
      'x,1,2026-11-03,13',
      'y,1,2026-11-03,1',
    ],
  });
  expect(await value('returns', '2026-11-03')).toBe(25);
  expect(findings).toEqual(['rows_are_lines r.csv 1 2']);
});
