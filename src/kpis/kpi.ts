import { type Code, type Group, groups, type NullReason, type Unit } from '../core/kinds.ts';
import type { KpiOptions } from '../core/options.ts';
import type { Text } from '../core/text.ts';
import type { Measure } from '../measures/measure.ts';
import type { Formula } from './formula.ts';

export { type Group, groups, type Unit } from '../core/kinds.ts';

/** One KPI: words, meaning and arithmetic in one declaration. */
export interface Kpi {
  /** snake_case; the file has the same name in kebab-case. */
  readonly id: string;
  readonly label: Text;
  /** Other names under which it is asked for: as ids are written, and no other KPI's. Its labels are names, too. */
  readonly aliases?: readonly string[];
  /** Names of something like it, which may mean several things: it is proposed for them. */
  readonly near?: readonly string[];
  readonly group: Group;
  /** Place inside the group, lowest first; ranks go up by tens, so that a newcomer finds room between two. */
  readonly rank: number;
  readonly unit: Unit;
  /** Which way is better; `flat` where neither is. */
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
  /** Provisional until so many days after the period are in the files. */
  readonly settles?: 'return_window_days';
  /** The option that changes its meaning, printed beside it. */
  readonly basis?: 'revenue' | 'cac' | 'clicks' | 'ltv';
  /** Worked examples, by hand: `gives` is the printed decimal or code, or null with its reason. */
  readonly examples: readonly Example[];
}

export interface Example {
  /**
   * Every operand that is read, by measure id: `measure@window` where a window is taken, `measure@window&window` for
   * what both hold, `total.measure` over all groups, `payback` for the cohort's month. Null is a missing kind; any other
   * reason for a null stands as its word.
   */
  readonly given: Readonly<Record<string, string | null>>;
  readonly options?: Readonly<Partial<KpiOptions>>;
  readonly gives: string | null;
  readonly because?: NullReason;
}

/** Declares a KPI. */
export const defineKpi = <const K extends Kpi>(kpi: K): K => kpi;

/** The order in which KPIs are shown. */
export const byPlace = (a: Kpi, b: Kpi): number =>
  groups.indexOf(a.group) - groups.indexOf(b.group) || a.rank - b.rank || (a.id < b.id ? -1 : 1);
