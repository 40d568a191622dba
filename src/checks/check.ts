import type { Grain } from '../core/calendar.ts';
import type { Fraction } from '../core/fraction.ts';
import type { Dimension } from '../core/kinds.ts';
import type { Kpi } from '../kpis/kpi.ts';
import type { Bound } from './bound.ts';

/** What becomes of a check whose value is not known. */
export type OnNull = 'fail' | 'warn' | 'skip';

/** What a KPI is held against: its own value in another period, a saved report, or the targets of the configuration. */
export type Against =
  | { readonly kind: 'previous' }
  | { readonly kind: 'year' }
  | { readonly kind: 'target' }
  /** Path of a JSON report, as the configuration writes it, and where that lies. */
  | { readonly kind: 'report'; readonly path: string; readonly file: string };

/**
 * What the bounds are held against: the KPI's own value in its unit; its change as a fraction of the base; its change in its
 * own unit (of a ratio a difference of ratios: 0.005 is half a point); or what part of a target is reached.
 */
export type Compared = 'own' | 'relative' | 'absolute' | 'attainment';

/** A check of the configuration, understood and found sound: nothing about it depends on the data. */
export interface Check {
  /** As shown: the name that the configuration gives, else made of what is checked. No two alike. */
  readonly name: string;
  /** Where it stands, for messages: `kpi.yaml:12`. */
  readonly where: string;
  readonly kpi: Kpi;
  /** What must hold, else the check fails; null where there is only `should`. */
  readonly must: Bound | null;
  /** What should hold, else the check warns. */
  readonly should: Bound | null;
  /** One result a group of these dimensions; empty: one over all. */
  readonly by: readonly Dimension[];
  /** Values looked at, by dimension: others are left out, and one that no record has gives a result without a value. */
  readonly only: ReadonlyMap<Dimension, readonly string[]>;
  /** Null: the value itself is compared, in its own unit. */
  readonly vs: Against | null;
  /** `own` where `vs` is null; `attainment` of a target. */
  readonly compares: Compared;
  /** Least values of KPIs in the same cell (of a change: in its base); below them the check is skipped. */
  readonly minBase: readonly { readonly kpi: Kpi; readonly least: Fraction; readonly text: string }[];
  /** Changes smaller than this, in the KPI's own unit, are skipped. */
  readonly minAbsChange: { readonly value: Fraction; readonly text: string } | null;
  readonly onNull: OnNull;
  /** Whether a rate fails only where its 95 % Wilson interval lies beyond the bound. */
  readonly significant: boolean;
  /** Null: the report's. */
  readonly period: Grain | null;
  /** Null: the last complete period. */
  readonly last: number | null;
}

/** A value to be reached between two days, both included. */
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
