import type { Grain } from '../../core/calendar.ts';
import type { Fraction } from '../../core/fraction.ts';
import type { Dimension, Mark, NullReason } from '../../core/kinds.ts';
import type { ReportKpi, Warning } from '../../figures/figure-model.ts';
import type { Kpi } from '../../kpis/kpi.ts';

/*
 * The shapes of checks: what a configuration asks for (Check, Target), and the outcome (CheckReport). Plain data
 * without any rule, so that every file of this folder, and those that print outcomes, may import it.
 */

export type Operator = '>=' | '<=' | '>' | '<';

/** A condition on a number. */
export interface Bound {
  readonly operator: Operator;
  /** In the unit of what is compared: a ratio or a relative change as a fraction (1.5 % is 0.015), a duration in seconds. */
  readonly value: Fraction;
  /** As the configuration writes it, with one blank between the parts: `>= 1.5%`. */
  readonly text: string;
}

/**
 * What is compared with the bounds: the KPI's own value in its unit; its change as a fraction of the base; its change
 * in its own unit (of a ratio a difference of ratios: 0.005 is half a point); or the part of a target that is reached.
 */
export type Compared = 'own' | 'relative' | 'absolute' | 'attainment';

/** What a KPI is compared with: its own value in another period, a saved report, or the targets of the configuration. */
export type Baseline =
  | { readonly kind: 'previous' }
  | { readonly kind: 'year' }
  | { readonly kind: 'target' }
  /** Path of a JSON report, as the configuration writes it, and the absolute path of that file. */
  | { readonly kind: 'report'; readonly path: string; readonly file: string };

/** The verdict of a check whose value is not known. */
export type OnNull = 'fail' | 'warn' | 'skip';

/** A check of the configuration, parsed and validated: nothing about it depends on the data. */
export interface Check {
  /** As shown: the name in the configuration, else one made from what is checked. Unique. */
  readonly name: string;
  /** Its line, for messages: `kpi.yaml:12`. */
  readonly where: string;
  readonly kpi: Kpi;
  /** What must hold, else the check fails; null if there is only `should`. */
  readonly must: Bound | null;
  /** What should hold, else the check warns. */
  readonly should: Bound | null;
  /** One result for each group of these dimensions; empty: one over all. */
  readonly by: readonly Dimension[];
  /** Values to check, by dimension: others are left out; one that no record has gives a result without a value. */
  readonly only: ReadonlyMap<Dimension, readonly string[]>;
  /** Null: the value itself is compared, in its own unit. */
  readonly vs: Baseline | null;
  /** `own` if `vs` is null; `attainment` of a target. */
  readonly compares: Compared;
  /** Least values of KPIs in the same cell (of a change: in its base); below them the check is skipped. */
  readonly minBase: readonly { readonly kpi: Kpi; readonly least: Fraction; readonly text: string }[];
  /** Changes smaller than this, in the KPI's own unit, are skipped. */
  readonly minAbsChange: { readonly value: Fraction; readonly text: string } | null;
  readonly onNull: OnNull;
  /** Whether a rate fails only if its 95 % Wilson interval lies beyond the bound. */
  readonly significant: boolean;
  /** Null: the report's. */
  readonly period: Grain | null;
  /** Null: the last complete period. */
  readonly last: number | null;
}

/** A value to reach between two days, both included. */
export interface Target {
  readonly where: string;
  readonly kpi: Kpi;
  readonly value: Fraction;
  /** Days since 1970. */
  readonly from: number;
  readonly to: number;
  /** The group it is set for, by dimension; empty: all groups together. */
  readonly only: ReadonlyMap<Dimension, string>;
}

export type Verdict = 'pass' | 'warn' | 'fail' | 'skip';

/** Why a result has its verdict, if the bounds alone do not explain it. */
export type Because =
  /** The value is not known; `reason` says why. */
  | 'no_value'
  /** A value of `min_base` is not reached. */
  | 'below_min_base'
  /** The change is smaller than `min_abs_change`. */
  | 'below_min_abs_change'
  /** The bound does not hold, but the interval includes it: it may be chance. */
  | 'not_significant'
  /** The value has risen from 0 or from below: that has no percentage, but it is no fall. */
  | 'no_fall';

/** The value that a check compared with. */
export interface Base {
  /** `previous`, `year`, `target`, or the path of a saved report. */
  readonly of: string;
  /** Of the base: `2026-W45`; of a target, the days it was prorated from, `2026-10-01..2026-12-31`. */
  readonly period: string;
  readonly value: Fraction | null;
  readonly reason: NullReason | null;
}

/** The outcome of one check in one period and group. */
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
  /** More about `because`, in the terms of the configuration: `new_customers 12 < 30`. */
  readonly detail: string | null;
  /** The KPI's own value, in its own unit. */
  readonly value: Fraction | null;
  /** Why there is no value, or, if there is one, no change to compare with the bounds. */
  readonly reason: NullReason | null;
  readonly marks: readonly Mark[];
  /** What was compared with the bounds, in the unit that `as` says. */
  readonly compared: Fraction | null;
  readonly as: Compared;
  readonly must: Bound | null;
  readonly should: Bound | null;
  /** Of `compared` from the bound that decided (else from `must`, else from `should`): at or above 0 if it holds. */
  readonly distance: Fraction | null;
  readonly base: Base | null;
  /** Observations behind the value (the denominator of a rate, answers); null if it has none. */
  readonly n: Fraction | null;
  /** The 95 % Wilson interval of a `significant` check. */
  readonly interval: Interval | null;
  readonly onNull: OnNull;
}

/** Of a rate, both ends between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The outcome of `kpi check`. */
export interface CheckReport {
  /** With the offset of the report's zone. */
  readonly asOf: string;
  readonly timezone: string;
  readonly currency: string | null;
  /** In the order of the configuration, then by period and group. */
  readonly results: readonly CheckResult[];
  readonly warnings: readonly Warning[];
}
