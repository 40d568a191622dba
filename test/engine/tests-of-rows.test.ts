import { describe, expect, it } from 'vitest';
import { defaultOptions, type KpiOptions } from '../../src/core/kpi-options.ts';
import { statusCounts } from '../../src/core/order-status.ts';
import { compileExpr, compileTest, hourOf, numberOf } from '../../src/engine/answers/compile-measure.ts';
import { grouped } from '../../src/engine/columns/grouped.ts';
import { proveJoin } from '../../src/engine/derive/attribute.ts';
import { proveClaims } from '../../src/engine/settle/claim-orders.ts';
import { Facts } from '../../src/engine/state/facts.ts';
import type { Test } from '../../src/measures/measure.ts';

/* The words of measures as functions of rows, and what proves that claims and joins lose nothing. */

const facts = new Facts('ticket');
// Millionths: nothing, below 0, 0, 1, 2; hours: none, 10, 20; words in any case.
for (const [row, value] of [Number.NaN, -1, 0, 1, 2].entries()) {
  facts.micro('replies').set(row, value * 1_000_000);
  facts.micro('gap').set(row, value * 86_400_000_000);
  facts.whole('closed_at_hour').set(row, [Number.NaN, 9, 10, 19, 20][row]!);
  facts.key('who').set(row, row === 0 ? Number.NaN : row);
  facts.combo.set(
    row,
    facts.combos.add(`${row % 3}`, () => ({ status: ['Open', 'open', null][row % 3]! })),
  );
}
const rows = [0, 1, 2, 3, 4];
const options: KpiOptions = { ...defaultOptions, cohort_days: 1, one_touch: '<2' };
const fitting = (test: Test | undefined, from = 10, to = 20, all = options): number[] =>
  rows.filter((row) => compileTest(facts, test, all)(row, from, to));

describe('a test of rows', () => {
  const replies = 'replies';

  it.each<[string, Test | undefined, number[]]>([
    ['none', undefined, rows],
    ['flag: just 1', { op: 'flag', name: replies }, [3]],
    ['filled', { op: 'filled', name: replies }, [1, 2, 3, 4]],
    ['filled, of a key', { op: 'filled', name: 'who' }, [1, 2, 3, 4]],
    ['filled, of a field that no file has', { op: 'filled', name: 'none' }, []],
    ['equals', { op: 'equals', name: replies, value: 2 }, [4]],
    ['at least: the bound is in it', { op: 'at_least', name: replies, value: 1 }, [3, 4]],
    ['below: the bound is not in it, and nothing is not below', { op: 'below', name: replies, value: 1 }, [1, 2]],
    ['a word in any case', { op: 'is', name: 'status', words: ['OPEN'] }, [0, 1, 3, 4]],
    ['another word', { op: 'is', name: 'status', words: ['closed'] }, []],
    ['within days: a whole day is', { op: 'within_days', name: 'gap', days: 'cohort_days' }, [1, 2, 3]],
    ['since the start: its hour is', { op: 'since_start', name: 'closed_at' }, [2, 3, 4]],
    ['open at the end: what has no end, or ends with it', { op: 'open_at_end', name: 'closed_at' }, [0, 4]],
    ['open at the end, of a field that no file has', { op: 'open_at_end', name: 'none' }, rows],
  ])('%s', (_, test, found) => {
    expect(fitting(test)).toEqual(found);
  });

  it('joins tests by and', () => {
    const of: Test[] = [
      { op: 'filled', name: replies },
      { op: 'below', name: replies, value: 1 },
      { op: 'since_start', name: 'closed_at' },
    ];
    expect(fitting({ op: 'all', of })).toEqual([2]);
    expect(fitting({ op: 'all', of: [] })).toEqual(rows);
  });

  it('may be chosen by an option; a value without a case is a mistake', () => {
    const cases: Record<string, Test> = {
      '<2': { op: 'below', name: replies, value: 2 },
      '=1': { op: 'equals', name: replies, value: 1 },
    };
    const test: Test = { op: 'option', option: 'one_touch', cases };
    expect(fitting(test)).toEqual([1, 2, 3]);
    expect(fitting(test, 0, 1, { ...options, one_touch: '=1' })).toEqual([3]);
    expect(() => fitting({ op: 'option', option: 'one_touch', cases: {} })).toThrow('no case for one_touch');
  });
});

describe('a value of rows', () => {
  it('is a field, or a difference in which nothing is 0', () => {
    const [a, b] = [
      { op: 'field', name: 'replies' },
      { op: 'field', name: 'none' },
    ] as const;
    expect(rows.map(compileExpr(facts, a))).toEqual([Number.NaN, -1_000_000, 0, 1_000_000, 2_000_000]);
    expect(rows.map(compileExpr(facts, { op: 'minus', a: b, b: a })).map((one) => one + 0)).toEqual([
      0, 1_000_000, 0, -1_000_000, -2_000_000,
    ]);
    expect([
      numberOf(facts, 'who')(2),
      numberOf(facts, 'none')(2),
      hourOf(facts, 'closed_at')(2),
      hourOf(facts, 'none')(2),
    ]).toEqual([...[2, Number.NaN], ...[10, Number.NaN]]);
  });
});

it('rows are grouped by a number, in their order; those without one are in no group', () => {
  const keys = [2, 0, Number.NaN, 2, 0, 2];
  const { rows: found, starts } = grouped(keys.length, 4, (row) => keys[row]!);
  expect([[...found], [...starts]]).toEqual([
    [1, 4, 0, 3, 5],
    [0, 2, 2, 5, 5],
  ]);
});

describe('an order counts by its status', () => {
  const counts = (wanted: readonly string[] | null, ...statuses: string[]) =>
    statuses.map((status) => statusCounts(status, { ...defaultOptions, valid_status: wanted }));

  it('if it is paid or refunded, or of a word that nobody knows', () => {
    expect(counts(null, 'paid', 'refunded', 'mystery', 'pending', 'failed', 'cancelled')).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });

  it('if the configuration names it, in any case and by any word for it', () => {
    expect(counts(['Mystery', 'pending'], 'mystery', 'MYSTERY', 'pending', 'paid')).toEqual([true, true, true, false]);
    expect(counts(['canceled'], 'cancelled', 'paid')).toEqual([true, false]);
    expect(counts([], 'paid')).toEqual([false]);
  });
});

describe('what is proved of claims and joins', () => {
  it('an order is claimed by one session of each store, and as many claims are left as there must be', () => {
    const claims = [
      { store: 'a', order: 0 },
      { store: 'a', order: 1 },
      { store: 'b', order: 0 },
    ];
    expect(() => proveClaims(claims, 3, 2)).not.toThrow();
    expect(() => proveClaims([...claims, { store: 'b', order: 0 }], 4, 2)).toThrow(
      'two sessions of one store have the purchase of one order',
    );
    expect(() => proveClaims(claims, 4, 2)).toThrow('4 orders must be claimed by sessions, and 3 are');
  });

  it('orders that visits name and orders that none does are all orders', () => {
    expect(() => proveJoin(2, 3, 5)).not.toThrow();
    expect(() => proveJoin(2, 3, 6)).toThrow('2 orders are named by visits and 3 by none, of 6');
  });
});
