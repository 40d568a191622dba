import type { NullReason } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Measure } from '../measures/measure.ts';
import type { Formula, Kpi, LeftOutMark, NumberOption, Window } from './kpi.ts';

export type { Edge, Formula, LeftOutMark, Window } from './kpi.ts';

type Term = Formula | Measure | Kpi | string;

/** Measures, KPIs and decimals stand for themselves in a formula. */
export function formula(term: Term): Formula {
  if (typeof term === 'string') return { op: 'number', value: term };
  if ('op' in term) return term;
  return 'formula' in term ? { op: 'kpi', kpi: term } : { op: 'measure', measure: term };
}

export const per = (over: Term, under: Term, empty?: NullReason): Formula => ({
  op: 'per',
  over: formula(over),
  under: formula(under),
  ...(empty ? { empty } : {}),
});
export const plus = (...of: Term[]): Formula => ({ op: 'plus', of: of.map(formula) });
export const times = (...of: Term[]): Formula => ({ op: 'times', of: of.map(formula) });
export const least = (...of: Term[]): Formula => ({ op: 'least', of: of.map(formula) });
export const minus = (a: Term, b: Term): Formula => ({ op: 'minus', a: formula(a), b: formula(b) });
export const part = (some: Term, whole: Term): Formula => ({ op: 'part', part: formula(some), whole: formula(whole) });
export const alike = (of: Term, kinds: Term): Formula => ({ op: 'alike', of: formula(of), kinds: formula(kinds) });
export const aboveZero = (of: Term): Formula => ({ op: 'above_zero', of: formula(of) });
export const either = (...of: Term[]): Formula => ({ op: 'either', of: of.map(formula) });
/** Like `either`, if the second is as good as the first. */
export const orElse = (...of: Term[]): Formula => ({ op: 'either', of: of.map(formula), exact: true });
/** The sum of the parts that are known. */
export const together = (...of: Term[]): Formula => ({ op: 'together', of: of.map(formula) });
export const ifKnown = (of: Term, mark?: LeftOutMark): Formula => ({
  op: 'if_known',
  of: formula(of),
  ...(mark ? { mark } : {}),
});
export const total = (of: Term): Formula => ({ op: 'total', of: formula(of) });
export const within = (of: Term, window: Window): Formula => ({ op: 'within', of: formula(of), window });
export const over = (measure: Measure, window: Window): Formula => ({ op: 'measure', measure, window });
export const inBoth = (measure: Measure, first: Window, second: Window): Formula => ({
  op: 'both',
  measure,
  first,
  second,
});
/** A number of the configuration; unset, it falls back to the next term of `either` unless it has its own reason. */
export const setting = (option: NumberOption, reason: NullReason = 'missing_kind'): Formula => ({
  op: 'setting',
  option,
  reason,
});
export const raised = (cost: Term, costed: Term, sold: Term): Formula => ({
  op: 'raised',
  cost: formula(cost),
  costed: formula(costed),
  sold: formula(sold),
});
export const payback = (cost: Term): Formula => ({ op: 'payback', cost: formula(cost) });
export const byOption = (option: keyof KpiOptions, cases: Record<string, Term>): Formula => ({
  op: 'case',
  option,
  cases: Object.fromEntries(Object.entries(cases).map(([name, term]) => [name, formula(term)])),
});

/** From the beginning of the data to the period's end. */
export const toDate: Window = { name: 'to_date', from: null, to: { at: 'end', daysBefore: 0 } };
/** From the beginning of the data to the period's start. */
export const untilStart: Window = { name: 'until_start', from: null, to: { at: 'start', daysBefore: 0 } };
/** The days before the period's start within which a customer counts as active. */
export const activeBeforeStart: Window = {
  name: 'active_before_start',
  from: { at: 'start', daysBefore: 'active_days' },
  to: { at: 'start', daysBefore: 0 },
};
/** The same before the period's end. */
export const activeBeforeEnd: Window = {
  name: 'active_before_end',
  from: { at: 'end', daysBefore: 'active_days' },
  to: { at: 'end', daysBefore: 0 },
};
/** The 365 days that end with the period. */
export const lastYear: Window = {
  name: 'last_year',
  from: { at: 'end', daysBefore: 365 },
  to: { at: 'end', daysBefore: 0 },
};
/** The 365 days before those. */
export const yearBefore: Window = {
  name: 'year_before',
  from: { at: 'end', daysBefore: 730 },
  to: { at: 'end', daysBefore: 365 },
};
