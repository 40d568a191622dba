import { type Code, type Group, groups, type Mark, type NullReason, type Unit } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Text } from '../core/text.ts';
import type { Measure } from '../measures/measure.ts';

export { type Group, groups, type Unit } from '../core/kinds.ts';

/** One KPI: words, meaning and arithmetic in one declaration. */
export interface Kpi {
  /** snake_case; the file has the same name in kebab-case. */
  readonly id: string;
  readonly label: Text;
  /** Other names for it: written like ids, unique among KPIs. Its labels are names, too. */
  readonly aliases?: readonly string[];
  /** Names of similar things, which may mean several KPIs: it is suggested for them. */
  readonly near?: readonly string[];
  readonly group: Group;
  /** Place inside the group, lowest first; ranks go up by tens, so that a new KPI fits between two. */
  readonly rank: number;
  readonly unit: Unit;
  /** Which way is better; `flat` if neither is. */
  readonly direction: 'up' | 'down' | 'flat';
  /** What it says, what it leaves out, and which competing definition was not taken. */
  readonly doc: Text;
  /** When it is null beyond the usual rules (a missing kind, an empty denominator), in words. */
  readonly nulls?: Text;
  /** Public address of the definition. */
  readonly source?: string;
  readonly formula: Formula;
  /** Codes in place of the number, from the lowest band to the highest; their bounds are the option `ltv_cac_bands`. */
  readonly bands?: readonly [Code, Code, Code, Code];
  /** The answers behind it: below `min_answers` the value is marked `low_sample`. */
  readonly sample?: Measure;
  /** Provisional until this many days after the period are in the files. */
  readonly settles?: 'return_window_days';
  /** The option that changes its meaning, printed beside it. */
  readonly basis?: 'revenue' | 'cac' | 'clicks' | 'ltv';
  /** Worked examples, by hand. */
  readonly examples: readonly Example[];
}

/** The printed decimal or code that operands give, or why there is none. */
export type Example = Given &
  (
    | { readonly gives: string; readonly because?: undefined }
    | { readonly gives?: undefined; readonly because: NullReason }
  );

export interface Given {
  /**
   * Every operand that is read, by measure id: `measure@window` if it has a window, `measure@window&window` for what is
   * in both, `total.measure` over all groups, `payback` for the cohort's month. Null is a missing kind; any other
   * reason for a null is its word.
   */
  readonly given: Readonly<Record<string, string | null>>;
  readonly options?: Readonly<Partial<KpiOptions>>;
}

/** A moment of the period, and a number of days before it. */
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

/** The options that may be a number in a formula. */
export type NumberOption = 'gross_margin_rate' | 'lifespan_years' | 'max_lifespan_years';

/** Marks a value that leaves out what no file has. */
export type LeftOutMark = Extract<Mark, 'no_refunds' | 'no_discounts'>;

/**
 * A formula is a value, not a closure: `kpi explain`, the documentation and the arithmetic all read the same one.
 * Anything calculated with a null operand is null, for the first operand's reason.
 */
export type Formula =
  | { readonly op: 'measure'; readonly measure: Measure; readonly window?: Window }
  /** Distinct values of a distinct measure in both windows; of snapshots those of the second that have one in the first. */
  | { readonly op: 'both'; readonly measure: Measure; readonly first: Window; readonly second: Window }
  | { readonly op: 'number'; readonly value: string }
  /** A number of the configuration; null with the given reason if it is not set. */
  | { readonly op: 'setting'; readonly option: NumberOption; readonly reason: NullReason }
  | { readonly op: 'plus' | 'times' | 'least'; readonly of: readonly Formula[] }
  | { readonly op: 'minus'; readonly a: Formula; readonly b: Formula }
  /** null(`zero_denominator`) if the lower operand is 0. */
  | { readonly op: 'per'; readonly over: Formula; readonly under: Formula; readonly empty?: NullReason }
  /** The part, but null(`inconsistent_counts`) if it is larger than its whole. */
  | { readonly op: 'part'; readonly part: Formula; readonly whole: Formula }
  /** The operand, but null(`not_identified`) if it is measured on more than one thing, such as scales. */
  | { readonly op: 'alike'; readonly of: Formula; readonly kinds: Formula }
  /** The operand, but null(`zero_denominator` or `negative_base`) if it is not above 0. */
  | { readonly op: 'above_zero'; readonly of: Formula }
  /** The first that is not null(`missing_kind`); any but the first is marked `approx` unless `exact`. */
  | { readonly op: 'either'; readonly of: readonly Formula[]; readonly exact?: boolean }
  /** The operand, 0 if it is null(`missing_kind`); `mark` says so beside the value. */
  /** The sum of the parts that are known; a part that files ought to have and lack leaves it incomplete. */
  | { readonly op: 'together'; readonly of: readonly Formula[] }
  | { readonly op: 'if_known'; readonly of: Formula; readonly mark?: LeftOutMark }
  /** The operand taken over all groups of the period, whatever the breakdown. */
  | { readonly op: 'total'; readonly of: Formula }
  /** The operand with its measures taken over the window, except those that name their own. */
  | { readonly op: 'within'; readonly of: Formula; readonly window: Window }
  /** Another KPI's formula, under its name. */
  | { readonly op: 'kpi'; readonly kpi: Kpi }
  | { readonly op: 'case'; readonly option: keyof KpiOptions; readonly cases: Readonly<Record<string, Formula>> }
  /** Cost of goods raised to all lines sold: known if the lines with a unit cost are `min_cost_coverage` of their value. */
  | { readonly op: 'raised'; readonly cost: Formula; readonly costed: Formula; readonly sold: Formula }
  /** First month in which the margin of a cohort's customer reaches the operand. */
  | { readonly op: 'payback'; readonly cost: Formula };

/** Declares a KPI. */
export const defineKpi = <const K extends Kpi>(kpi: K): K => kpi;

/** The order in which KPIs are shown. */
export const byPlace = (a: Kpi, b: Kpi): number =>
  groups.indexOf(a.group) - groups.indexOf(b.group) || a.rank - b.rank || (a.id < b.id ? -1 : 1);
