import type { Fraction } from '../core/fraction.ts';
import type { Dimension, Mark, NullReason } from '../core/kinds.ts';
import type { ReportKpi, Warning } from '../report/model.ts';
import type { Bound } from './bound.ts';
import type { OnNull } from './check.ts';

export type Verdict = 'pass' | 'warn' | 'fail' | 'skip';

/** Why a result is what it is, beyond that its bounds hold or do not. */
export type Because =
  /** The value is not known; `reason` says why. */
  | 'no_value'
  /** A value of `min_base` is not reached. */
  | 'below_min_base'
  /** The change is smaller than `min_abs_change`. */
  | 'below_min_abs_change'
  /** The bound does not hold, but its interval reaches over it: it may be chance. */
  | 'not_significant'
  /** The value has risen from 0 or from below: no percentage says by how much, but it is no fall. */
  | 'no_fall';

/** What a value is held against. */
export interface Base {
  /** `previous`, `year`, `target`, or the path of a saved report. */
  readonly of: string;
  /** Of the base: `2026-W45`; of a target the days it was prorated from, `2026-10-01..2026-12-31`. */
  readonly period: string;
  readonly value: Fraction | null;
  readonly reason: NullReason | null;
}

/** What became of one check in one period and group. */
export interface CheckResult {
  readonly check: string;
  readonly where: string;
  readonly kpi: ReportKpi;
  readonly period: string;
  /** First and last day (for hours: hour), as in reports. */
  readonly from: string;
  readonly to: string;
  /** Empty: all groups together. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  readonly verdict: Verdict;
  readonly because: Because | null;
  /** More about `because`, in words of the user's own terms: `new_customers 12 < 30`. */
  readonly detail: string | null;
  /** The KPI's own value, in its own unit. */
  readonly value: Fraction | null;
  /** Why there is no value; where there is one, why there is no change to hold against the bounds. */
  readonly reason: NullReason | null;
  readonly marks: readonly Mark[];
  /** What was compared with the bounds: the value itself, its change as a fraction of the base, the change in its unit, or the attainment. */
  readonly compared: Fraction | null;
  /** How `compared` is written: in the KPI's own unit, as a percentage, or as a difference of ratios in points. */
  readonly as: 'own' | 'relative' | 'absolute' | 'attainment';
  readonly must: Bound | null;
  readonly should: Bound | null;
  /** Of `compared` from the bound that decided (else from `must`, else from `should`): at or above 0 where it holds. */
  readonly distance: Fraction | null;
  readonly base: Base | null;
  /** Observations behind the value (the lower operand of a rate, answers); null where it has none. */
  readonly n: Fraction | null;
  /** The 95 % Wilson interval of a `significant` check. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly onNull: OnNull;
}

/** The outcome of `kpi check`. */
export interface CheckReport {
  /** With the offset of the report's zone. */
  readonly asOf: string;
  readonly timezone: string;
  readonly currency: string | null;
  /** In the order of the configuration, then of periods and groups. */
  readonly results: readonly CheckResult[];
  readonly warnings: readonly Warning[];
}
