import type { Mark, NullReason } from '../core/kinds.ts';
import type { KpiOptions } from '../core/options.ts';
import type { Measure } from '../measures/measure.ts';
import type { Kpi } from './kpi.ts';

/** A moment of the period, and so many days before it. */
export interface Edge {
  readonly at: 'start' | 'end';
  readonly daysBefore: number | 'active_days';
}

/** The half-open span over which a measure is taken; `null` is the beginning of the data. */
export interface Window {
  /** snake_case, for `kpi explain` and the examples. */
  readonly name: string;
  readonly from: Edge | null;
  readonly to: Edge;
}

/** The options that may stand in a formula as a number. */
type NumberOption = 'gross_margin_rate' | 'lifespan_years' | 'max_lifespan_years';

/** Says beside a value that what no file tells is not in it. */
export type LeftOutMark = Extract<Mark, 'no_refunds' | 'no_discounts'>;

/**
 * A formula is a value, not a closure: `kpi explain`, the documentation and the arithmetic all read the same one.
 * Anything worked out with a null operand is null, for the first operand's reason.
 */
export type Formula =
  | { readonly op: 'measure'; readonly measure: Measure; readonly window?: Window }
  /** Different values that a distinct measure meets in both windows; of snapshots those of the second that have one in the first. */
  | { readonly op: 'both'; readonly measure: Measure; readonly first: Window; readonly second: Window }
  | { readonly op: 'number'; readonly value: string }
  /** A number of the configuration; null with the given reason where it is not set. */
  | { readonly op: 'setting'; readonly option: NumberOption; readonly reason: NullReason }
  | { readonly op: 'plus' | 'times' | 'least'; readonly of: readonly Formula[] }
  | { readonly op: 'minus'; readonly a: Formula; readonly b: Formula }
  /** null(`zero_denominator`) where the lower operand is 0. */
  | { readonly op: 'per'; readonly over: Formula; readonly under: Formula; readonly empty?: NullReason }
  /** The part, but null(`inconsistent_counts`) where it is larger than its whole. */
  | { readonly op: 'part'; readonly part: Formula; readonly whole: Formula }
  /** The operand, but null(`not_identified`) where there is more than one of what it is measured on, such as scales. */
  | { readonly op: 'alike'; readonly of: Formula; readonly kinds: Formula }
  /** The operand, but null(`zero_denominator` or `negative_base`) where it is not above 0. */
  | { readonly op: 'above_zero'; readonly of: Formula }
  /** The first that is not null(`missing_kind`); any but the first is marked `approx` unless `exact`. */
  | { readonly op: 'either'; readonly of: readonly Formula[]; readonly exact?: boolean }
  /** The operand, 0 where it is null(`missing_kind`); `mark` says so beside the value. */
  | { readonly op: 'if_known'; readonly of: Formula; readonly mark?: LeftOutMark }
  /** The operand taken over all groups of the period, whatever is broken down. */
  | { readonly op: 'total'; readonly of: Formula }
  /** The operand with its measures taken over the window, but those that name a window of their own. */
  | { readonly op: 'within'; readonly of: Formula; readonly window: Window }
  /** Another KPI's formula, under its name. */
  | { readonly op: 'kpi'; readonly kpi: Kpi }
  | { readonly op: 'case'; readonly option: keyof KpiOptions; readonly cases: Readonly<Record<string, Formula>> }
  /** Cost of goods raised to all lines sold: known where the lines with a unit cost are `min_cost_coverage` of their value. */
  | { readonly op: 'raised'; readonly cost: Formula; readonly costed: Formula; readonly sold: Formula }
  /** First month in which what a cohort's customer has brought reaches the operand. */
  | { readonly op: 'payback'; readonly cost: Formula };

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
/** Like `either`, where the second is as good as the first. */
export const orElse = (...of: Term[]): Formula => ({ op: 'either', of: of.map(formula), exact: true });
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
/** A number of the configuration; unset, it gives way to the next term of `either` unless it has a reason of its own. */
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
