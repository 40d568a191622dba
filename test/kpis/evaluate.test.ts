import { describe, expect, it } from 'vitest';
import { ofText, toDecimal } from '../../src/core/fraction.ts';
import type { Mark, NullReason } from '../../src/core/kinds.ts';
import { defaultOptions, type KpiOptions } from '../../src/core/kpi-options.ts';
import { codeOf } from '../../src/kpis/bands.ts';
import {
  asksPayback,
  asksTotal,
  type Cell,
  evaluate,
  markBits,
  markNames,
  neededBy,
  nothing,
  type Operand,
  usesOf,
} from '../../src/kpis/evaluate.ts';
import * as f from '../../src/kpis/formula.ts';
import { isSum, isTotal } from '../../src/kpis/sum.ts';
import type { Aggregate, Measure } from '../../src/measures/measure.ts';

/* The arithmetic of formulas, operation by operation, with measures made for it. */

const measure = (id: string, aggregate: Aggregate = 'sum'): Measure => ({
  id,
  unit: 'count',
  over: 'order',
  at: 'ordered_at',
  doc: { en: '', fr: '' },
  aggregate,
});
const [a, b, c] = ['a', 'b', 'c'].map((id) => measure(id)) as [Measure, Measure, Measure];

type Given = Readonly<Record<string, string | readonly [value: string, ...marks: Mark[]]>>;

/** A cell of values (`2`), reasons (`missing_kind`) and values with marks. */
function cellOf(given: Given, options: Partial<KpiOptions> = {}, scope = ''): Cell {
  const operand = (name: string): Operand => {
    const found = given[scope + name];
    if (found === undefined) throw new Error(`no ${scope}${name}`);
    const [text, ...marks] = typeof found === 'string' ? [found] : found;
    return /^[a-z]/.test(text)
      ? nothing(text as NullReason)
      : { value: ofText(text), marks: markBits(marks as Mark[]) };
  };
  return {
    options: { ...defaultOptions, ...options },
    measure: ({ id }, window) => operand(window ? `${id}@${window.name}` : id),
    both: ({ id }, first, second) => operand(`${id}@${first.name}&${second.name}`),
    total: () => cellOf(given, options, 'total.'),
    payback: (cost) => operand(cost === null ? 'payback' : `payback of ${toDecimal(cost)}`),
  };
}

/** The value as text or its reason, then its marks. */
function gives(formula: f.Formula, given: Given, options: Partial<KpiOptions> = {}): string {
  const { value, reason, marks } = evaluate(formula, cellOf(given, options));
  return [value === null ? reason : toDecimal(value), ...markNames(marks)].join(' ');
}

const approx = (text: string): readonly [string, Mark] => [text, 'approx'];
const incomplete = (text: string): readonly [string, Mark] => [text, 'incomplete'];

describe('a formula', () => {
  it.each([
    ['a sum', f.plus(a, b, '1'), { a: '2', b: '0.5' }, '3.5'],
    ['a difference', f.minus(a, b), { a: '2', b: '5' }, '-3'],
    ['a product', f.times(a, b), { a: '2', b: '-1.5' }, '-3'],
    ['the least', f.least(a, b, c), { a: '2', b: '-1', c: '7' }, '-1'],
    ['a quotient', f.per(a, b), { a: '1', b: '8' }, '0.125'],
    ['the marks of all', f.plus(a, b), { a: approx('1'), b: incomplete('2') }, '3 approx incomplete'],
    ['the marks of both sides', f.per(a, b), { a: approx('1'), b: incomplete('2') }, '0.5 approx incomplete'],
    ['a reason, never 0', f.plus(a, b), { a: '2', b: 'not_covered' }, 'not_covered'],
    ['the first reason', f.plus(a, b), { a: 'not_covered', b: 'insufficient_history' }, 'not_covered'],
    ['a missing kind before others', f.plus(a, b), { a: 'not_covered', b: 'missing_kind' }, 'missing_kind'],
    ['the same of a quotient', f.per(a, b), { a: 'not_covered', b: 'missing_kind' }, 'missing_kind'],
    ['a reason of the divisor', f.per(a, b), { a: '2', b: 'not_covered' }, 'not_covered'],
    ['no division by zero', f.per(a, b), { a: '2', b: '0' }, 'zero_denominator'],
    ['its own reason for that', f.per(a, b, 'no_observations'), { a: '2', b: '0' }, 'no_observations'],
  ] as const)('gives %s', (_, formula, given, expected) => {
    expect(gives(formula, given)).toBe(expected);
  });

  it('of a part is not known if it exceeds its whole', () => {
    const share = f.part(a, b);
    expect(gives(share, { a: '2', b: '3' })).toBe('2');
    expect(gives(share, { a: '3', b: '3' })).toBe('3');
    expect(gives(share, { a: '4', b: '3' })).toBe('inconsistent_counts');
    // Zero has no parts: the division by it says so.
    expect(gives(share, { a: '4', b: '0' })).toBe('4');
    expect(gives(share, { a: '4', b: 'not_covered' })).toBe('4');
    expect(gives(share, { a: 'not_covered', b: '3' })).toBe('not_covered');
  });

  it('of things of one kind is not known if there are several', () => {
    const one = f.alike(a, b);
    expect(gives(one, { a: '7', b: '1' })).toBe('7');
    expect(gives(one, { a: '7', b: '0' })).toBe('7');
    expect(gives(one, { a: '7', b: '2' })).toBe('not_identified');
    expect(gives(one, { a: '7', b: 'not_covered' })).toBe('not_covered');
    expect(gives(one, { a: 'missing_kind', b: '2' })).toBe('missing_kind');
  });

  it('of what must be above 0 says why it is not', () => {
    const above = f.aboveZero(a);
    expect(['0.000001', '0', '-1', 'not_covered'].map((text) => gives(above, { a: text }))).toEqual([
      '0.000001',
      'zero_denominator',
      'negative_base',
      'not_covered',
    ]);
  });

  it('falls back only if a kind is missing, and marks it unless the other is as good', () => {
    const given = { a: 'missing_kind', b: '2', c: '3' };
    expect(gives(f.either(a, b), given)).toBe('2 approx');
    expect(gives(f.orElse(a, b), given)).toBe('2');
    expect(gives(f.either(b, c), given)).toBe('2');
    expect(gives(f.either(a, b), { a: 'not_covered', b: '2' })).toBe('not_covered');
    expect(gives(f.either(a, b), { a: 'missing_kind', b: 'not_covered' })).toBe('not_covered');
    expect(gives(f.either(a, b), { a: 'missing_kind', b: 'missing_kind' })).toBe('missing_kind');
    expect(gives(f.either(a, b), { a: 'missing_kind', b: incomplete('2') })).toBe('2 approx incomplete');
  });

  it('of what is together adds up what is known', () => {
    const all = f.together(a, b, c);
    expect(gives(all, { a: '1', b: '2', c: '3' })).toBe('6');
    expect(gives(all, { a: '1', b: 'missing_kind', c: 'no_observations' })).toBe('1');
    expect(gives(all, { a: '1', b: 'insufficient_history', c: '3' })).toBe('4 incomplete');
    expect(gives(all, { a: '1', b: 'not_covered', c: '3' })).toBe('4 incomplete');
    expect(gives(all, { a: 'missing_kind', b: 'not_covered', c: 'no_observations' })).toBe('not_covered');
    expect(gives(all, { a: 'no_observations', b: 'missing_kind', c: 'missing_kind' })).toBe('no_observations');
  });

  it('of what may be unknown is 0 without its kind, with its mark', () => {
    expect(gives(f.ifKnown(a, 'no_refunds'), { a: 'missing_kind' })).toBe('0 no_refunds');
    expect(gives(f.ifKnown(a), { a: 'missing_kind' })).toBe('0');
    expect(gives(f.ifKnown(a, 'no_refunds'), { a: '2' })).toBe('2');
    expect(gives(f.ifKnown(a, 'no_refunds'), { a: 'not_covered' })).toBe('not_covered');
  });

  it('of a cost that covers a part is raised to the whole, if it covers enough', () => {
    const cost = f.raised(a, b, c);
    expect(gives(cost, { a: '30', b: '50', c: '50' })).toBe('30');
    expect(gives(cost, { a: '30', b: '40', c: '50' })).toBe('missing_kind');
    // 40 of 50 are 0.8: 30 / 0.8 = 37.5.
    expect(gives(cost, { a: '30', b: '40', c: '50' }, { min_cost_coverage: '0.8' })).toBe('37.5 approx');
    expect(gives(cost, { a: '30', b: '40', c: '50' }, { min_cost_coverage: '0.81' })).toBe('missing_kind');
    expect(gives(cost, { a: '30', b: '0', c: '50' }, { min_cost_coverage: '0.1' })).toBe('missing_kind');
    expect(gives(cost, { a: '30', b: '50', c: '0' })).toBe('missing_kind');
    expect(gives(cost, { a: '0', b: '0', c: '0' })).toBe('0');
    expect(gives(cost, { a: approx('3'), b: incomplete('5'), c: '5' })).toBe('3 approx incomplete');
    expect(gives(cost, { a: '3', b: 'not_covered', c: '5' })).toBe('not_covered');
  });

  it('looks at windows and at all groups where it says so', () => {
    const given = { a: '1', 'a@to_date': '2', 'a@until_start': '3', 'total.a': '4', 'total.a@to_date': '5' };
    expect(gives(f.within(a, f.toDate), given)).toBe('2');
    expect(gives(f.within(f.over(a, f.untilStart), f.toDate), given)).toBe('3');
    expect(gives(f.total(a), given)).toBe('4');
    expect(gives(f.within(f.total(a), f.toDate), given)).toBe('5');
    const twice = f.inBoth(a, f.untilStart, f.toDate);
    expect(gives(f.within(twice, f.lastYear), { 'a@until_start&to_date': '6' })).toBe('6');
    expect(gives(f.within(f.payback('7'), f.toDate), { 'payback of 7': '8' })).toBe('8');
  });

  it('depends on options by name', () => {
    const basis = f.byOption('click_basis', { link: a, all: b });
    expect(gives(basis, { a: '1', b: '2' })).toBe('1');
    expect(gives(basis, { a: '1', b: '2' }, { click_basis: 'all' })).toBe('2');
    const wrong = f.byOption('click_basis', { all: b });
    expect(() => gives(wrong, { b: '2' })).toThrow(new RangeError('no case for click_basis: link'));
    expect(gives(f.setting('gross_margin_rate'), {})).toBe('missing_kind');
    expect(gives(f.setting('gross_margin_rate', 'not_reached'), {})).toBe('not_reached');
    expect(gives(f.setting('gross_margin_rate'), {}, { gross_margin_rate: '0.55' })).toBe('0.55');
  });

  it('of a payback says what is missing: margins before the cost', () => {
    const back = f.payback(a);
    expect(gives(back, { a: approx('9'), 'payback of 9': incomplete('3') })).toBe('3 approx incomplete');
    expect(gives(back, { a: 'zero_denominator', payback: 'not_reached' })).toBe('zero_denominator');
    expect(gives(back, { a: 'zero_denominator', payback: 'missing_kind' })).toBe('missing_kind');
    expect(gives(back, { a: '9', 'payback of 9': 'not_reached' })).toBe('not_reached');
  });
});

describe('what a formula asks for', () => {
  const uses = (formula: f.Formula, chosen?: Parameters<typeof usesOf>[2]): string[] =>
    usesOf(formula, defaultOptions, chosen).map(({ measure: { id }, windows }) =>
      [id, ...windows.map((window) => window?.name ?? '-')].join(' '),
    );

  it('are its measures with their windows', () => {
    expect(uses(f.per(f.plus(a, '2'), f.ifKnown(b)))).toEqual(['a -', 'b -']);
    expect(uses(f.inBoth(a, f.untilStart, f.toDate))).toEqual(['a until_start to_date']);
    expect(uses(f.within(f.plus(a, f.over(b, f.untilStart)), f.toDate))).toEqual(['a to_date', 'b until_start']);
    expect(uses(f.byOption('click_basis', { link: a, all: b }))).toEqual(['a -']);
    expect(uses(f.byOption('click_basis', { all: b }))).toEqual([]);
    expect(uses(f.either(a, b))).toEqual(['a -', 'b -']);
    expect(uses(f.plus(c, f.either(a, b)), (all) => all.slice(1))).toEqual(['c -', 'b -']);
  });

  it('are needed but for other alternatives and what may be unknown', () => {
    const needed = (formula: f.Formula): string[] => neededBy(formula, defaultOptions).map(({ id }) => id);
    expect(needed(f.plus(f.either(a, b), f.ifKnown(c), f.times(a, '2')))).toEqual(['a']);
    expect(needed(f.together(b, a))).toEqual(['b']);
    expect(needed(f.inBoth(c, f.untilStart, f.toDate))).toEqual(['c']);
  });

  it('may be all groups, or when a cost is paid back', () => {
    const asks = (formula: f.Formula) => [asksTotal(formula, defaultOptions), asksPayback(formula, defaultOptions)];
    expect(asks(f.per(a, f.total(b)))).toEqual([true, false]);
    expect(asks(f.per(a, f.payback(b)))).toEqual([false, true]);
    expect(asks(f.per(a, b))).toEqual([false, false]);
    expect(asks(f.total(a))).toEqual([true, false]);
    expect(asks(f.payback(a))).toEqual([false, true]);
    expect(asks(f.byOption('click_basis', { link: a, all: f.total(a) }))).toEqual([false, false]);
  });
});

it('is a sum if the values of two spans add up, a total if more days only make it more', () => {
  const customers = measure('customers', 'distinct');
  const of = (formula: f.Formula) => [isSum(formula), isTotal(formula)];
  const both = [true, true];
  const neither = [false, false];
  for (const formula of [f.plus(a, b), f.minus(a, b), f.either(a, b), f.ifKnown(a), f.raised(a, b, c), f.formula(a)])
    expect(of(formula)).toEqual(both);
  expect(of(f.byOption('click_basis', { link: a, all: b }))).toEqual(both);
  for (const aggregate of ['distinct', 'distinct_repeated', 'visitors'] as const)
    expect(of(f.formula(measure('x', aggregate)))).toEqual([false, true]);
  for (const aggregate of ['median', 'last', 'gained'] as const)
    expect(of(f.formula(measure('x', aggregate)))).toEqual(neither);
  for (const formula of [f.per(a, b), f.times(a, b), f.formula('2'), f.over(a, f.toDate), f.minus(a, f.per(a, b))])
    expect(of(formula)).toEqual(neither);
  expect(of(f.minus(f.per(a, b), a))).toEqual(neither);
  expect(of(f.plus(a, customers))).toEqual([false, true]);
  expect(of(f.plus(customers, f.per(a, b)))).toEqual(neither);
  expect(of(f.either(a, f.per(a, b)))).toEqual(neither);
  expect(of(f.byOption('click_basis', { link: a, all: f.per(a, b) }))).toEqual(neither);
  expect(of(f.ifKnown(f.per(a, b)))).toEqual(neither);
});

it.each([
  ['0.99', 'loss'],
  ['1', 'weak'],
  ['2.99', 'weak'],
  ['3', 'healthy'],
  ['5', 'healthy'],
  ['5.01', 'under_investing'],
])('of the bounds 1, 3 and 5, %s is %s: the last belongs to the band below', (value, code) => {
  expect(codeOf(['loss', 'weak', 'healthy', 'under_investing'], ofText(value), defaultOptions)).toBe(code);
});
