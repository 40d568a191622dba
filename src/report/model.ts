import type { Grain } from '../core/calendar.ts';
import type { Fraction } from '../core/fraction.ts';
import type { Dimension, Kind, Mark, NullReason } from '../core/kinds.ts';
import type { Group, Unit } from '../kpis/kpi.ts';

/** One figure of a report: a number, or a code (`healthy`), or the reason why there is none. */
export interface Figure {
  readonly value: Fraction | string | null;
  /** Set exactly where `value` is null. */
  readonly reason?: NullReason;
  readonly marks: readonly Mark[];
}

/** A figure of a base period, and the change since. */
export interface Change {
  readonly base: Figure;
  /** In the KPI's own unit; of a ratio, a difference of ratios (0.01 is one percentage point). */
  readonly absolute: Figure;
  /** A fraction of the base. */
  readonly relative: Figure;
}

export type Comparison = 'previous' | 'year';

/** A period, or the whole span, of one group or of all together. */
export interface ReportRow {
  /** `2026-W45`, … or `all`. */
  readonly period: string;
  /** First and last day, `YYYY-MM-DD`, or hour `YYYY-MM-DDTHH`. */
  readonly from: string;
  readonly to: string;
  readonly partial: boolean;
  /** Empty: all groups together. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  /** In the order of the report's KPIs. */
  readonly figures: readonly Figure[];
  readonly compare: Readonly<
    Partial<Record<Comparison, { readonly period: string; readonly changes: readonly Change[] }>>
  >;
}

export interface ReportKpi {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly unit: Unit;
  readonly direction: 'up' | 'down' | 'flat';
  readonly group: Group;
  /** What the figure rests on, printed beside the label: `net_sales`, `media`, … */
  readonly basis?: string;
}

export interface FileQuality {
  readonly path: string;
  readonly format: string;
  readonly kinds: readonly Kind[];
  readonly read: number;
  readonly accepted: number;
  readonly skipped: number;
  readonly superseded: number;
  readonly rejected: number;
  readonly counts: Readonly<Record<string, number>>;
  /** First and last day with a record; null without any. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What a user must know to trust the figures, with a stable code. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** The result of `kpi report`: what every format prints. */
export interface Report {
  /** With the offset of the report's zone. */
  readonly asOf: string;
  readonly timezone: string;
  readonly currency: string | null;
  readonly grain: Grain;
  readonly from: string | null;
  readonly to: string | null;
  readonly dimensions: readonly Dimension[];
  readonly basis: Readonly<Record<string, string>>;
  readonly kpis: readonly ReportKpi[];
  readonly rows: readonly ReportRow[];
  readonly files: readonly FileQuality[];
  readonly warnings: readonly Warning[];
}
