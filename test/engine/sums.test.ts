import { describe, expect, it } from 'vitest';
import { shareOfDays } from '../../src/core/share.ts';
import { Cells } from '../../src/engine/answers/cells.ts';
import { ExactSums } from '../../src/engine/columns/exact-sum.ts';
import { progressOf } from '../../src/engine/orders/order-progress.ts';
import { CopyFindings } from '../../src/engine/state/copies.ts';
import { FilePairs } from '../../src/engine/state/file-pairs.ts';
import type { TableInfo } from '../../src/engine/state/table-info.ts';

describe('a sum of millionths', () => {
  const most = Number.MAX_SAFE_INTEGER;

  it('is exact beyond what a number holds', () => {
    const sums = new ExactSums(2);
    let exact = 0n;
    for (const value of [most, most, 1, most, -3]) {
      sums.add(1, value);
      exact += BigInt(value);
    }
    expect(sums.get(1)).toBe(exact);
    expect(sums.get(0)).toBe(0n);
  });

  it('is exact below zero, and on its way back', () => {
    const sums = new ExactSums(1);
    for (const value of [-most, -most, -1, most]) sums.add(0, value);
    expect(sums.get(0)).toBe(-BigInt(most) - 1n);
    for (const value of [most, 2]) sums.add(0, value);
    expect(sums.get(0)).toBe(1n);
  });

  it('is exact at the bound at which it is carried over', () => {
    for (const sign of [1, -1]) {
      const sums = new ExactSums(1);
      for (const value of [2 ** 52 - 1, 1, 1, 1]) sums.add(0, sign * value);
      expect(sums.get(0)).toBe(BigInt(sign) * (2n ** 52n + 2n));
    }
  });
});

it.each([
  // 10 over 4 days is 3, 3, 2, 2.
  [10, 4, 0, 1, 1, 3],
  [10, 4, 1, 2, 1, 3],
  [10, 4, 2, 3, 1, 2],
  [10, 4, 3, 4, 1, 2],
  [10, 4, 0, 4, 1, 10],
  [10, 4, 1, 3, 1, 5],
  [10, 4, 2, 2, 1, 0],
  // 10 pieces of a million parts: 2.5, 5, 7.5 and 10 by the end of each day, so 2, 3, 2, 3.
  [10_000_000, 4, 0, 1, 1_000_000, 2_000_000],
  [10_000_000, 4, 3, 4, 1_000_000, 3_000_000],
  [10_000_000, 4, 1, 3, 1_000_000, 5_000_000],
  // -10 over 4 days is -3 a day and 2 to give back: -2, -2, -3, -3.
  [-10, 4, 0, 2, 1, -4],
  [-10, 4, 2, 4, 1, -6],
])('%i over %i days is on days %i to %i, in units of %i: %i', (amount, days, a, b, quantum, part) => {
  expect(shareOfDays(amount, days, a, b, quantum)).toBe(part);
});

it('cells know what is not known, what is approximate and what was left out, each for itself', () => {
  const cells = new Cells(2, 1, null);
  expect([cells.at(0, 0), cells.at(0, 1), cells.at(1, 0), cells.at(1, 1)]).toEqual([0, 1, 2, 3]);
  cells.add(cells.at(1, 0), 5n);
  cells.add(cells.at(1, 0), 2n);
  cells.mark(cells.at(0, 1));
  cells.leaveOut(cells.at(1, 1));
  const of = (what: 'value' | 'approx' | 'incomplete') =>
    [0, 1].flatMap((span) => [0, 1].map((group) => cells[what](span, group)));
  expect(of('value')).toEqual([null, null, 7n, null]);
  expect(of('approx')).toEqual([false, true, false, false]);
  expect(of('incomplete')).toEqual([false, false, false, true]);
  cells.set(cells.at(1, 0), null);
  expect(cells.value(1, 0)).toBe(null);
  expect(cells.value(2, 0)).toBe(null);
});

it('an order that has come further is later: by its status, then by what was refunded', () => {
  const of = (status: string | null, refunded = Number.NaN) => progressOf({ status }, refunded);
  const ascending = [
    ...[of('pending'), of('failed'), of(null), of('paid', 1), of('paid', 5_000_000), of('cancelled')],
    of('refunded', 7_000_000),
  ];
  expect([...ascending].sort((a, b) => a - b)).toEqual(ascending);
  expect(new Set(ascending).size).toBe(ascending.length);
  expect(of('paid')).toBe(of('a word of a shop'));
  expect(of('paid')).toBe(of('paid', 0));
});

describe('two files that share ids', () => {
  const tables = ['o/a.csv', 'o/b.csv', 'o/a (1).csv', 'o/a2.csv'].map((path) => ({ file: { path } })) as TableInfo[];

  it('are copies if at most half of the ids name different things', () => {
    const pairs = new FilePairs(tables);
    pairs.meet(0, 1, 'alike');
    pairs.meet(1, 0, 'other_person');
    expect([pairs.areCopies(0, 1), pairs.areCopies(1, 0), pairs.shared(1, 0)]).toEqual([true, true, 2]);
    pairs.meet(0, 1, 'other_amount');
    expect([pairs.areCopies(0, 1), pairs.shared(0, 1)]).toEqual([false, 3]);
    expect([pairs.areCopies(0, 3), pairs.shared(0, 3)]).toEqual([true, 0]);
  });

  it('are copies in any case if one was downloaded again', () => {
    const pairs = new FilePairs(tables);
    pairs.meet(0, 2, 'other_time');
    pairs.meet(0, 3, 'other_time');
    expect([pairs.areCopies(2, 0), pairs.areCopies(0, 3)]).toEqual([true, false]);
    expect([pairs.kinship(0, 2), pairs.kinship(0, 3), pairs.kinship(0, 1)]).toEqual(['again', 'numbered', 'other']);
  });
});

it('findings of one code, kind and group of files are one, with the first example', () => {
  const findings = new CopyFindings();
  const [a, b] = [{ path: 'a' }, { path: 'b' }] as never[];
  findings.meet('ids_apart', 'order', [a!, b!, a!], '1', 2);
  findings.meet('ids_apart', 'order', [a!, b!], '2', 3);
  findings.meet('ids_apart', 'order', [b!], '3');
  findings.meet('ids_apart', 'ticket', [a!, b!], '4');
  findings.meet('lines_apart', 'order', [a!, b!], '5');
  expect(
    findings
      .all()
      .map(({ code, kind, files, count, rows, example }) => [code, kind, files.length, count, rows, example]),
  ).toEqual([
    ['ids_apart', 'order', 2, 2, 5, '1'],
    ['ids_apart', 'order', 1, 1, 1, '3'],
    ['ids_apart', 'ticket', 2, 1, 1, '4'],
    ['lines_apart', 'order', 2, 1, 1, '5'],
  ]);
});
