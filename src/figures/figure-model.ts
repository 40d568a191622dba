import type { Grain } from '../core/calendar.ts';
import type { PeriodComparison } from '../core/choices.ts';
import type { Fraction } from '../core/fraction.ts';
import type { Dimension, Kind, Mark, NullReason } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import type { Benchmark } from '../kpis/benchmarks.ts';
import type { Group, Unit } from '../kpis/kpi.ts';

export type { Benchmark } from '../kpis/benchmarks.ts';

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

/** Another period that a period is compared with. */
export type Comparison = PeriodComparison;

/** What a period is compared with, and the change since. */
export interface Compared {
  readonly period: string;
  /** The moving event that the period was compared by: what it is called, and when it was then. */
  readonly event?: EventThen;
  /** In the order of the report's KPIs. */
  readonly changes: readonly Change[];
}

/** An event as it was in the period that is compared with: first and last day, `YYYY-MM-DD`. */
export interface EventThen {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A figure against what is usual at its time of the year. */
export interface Seasonal {
  /** What this month (week, quarter) usually has, as a multiple of what all have on average. */
  readonly index: Figure;
  /** The figure divided by the index, in its own unit. */
  readonly adjusted: Figure;
}

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
  readonly compare: Readonly<Partial<Record<Comparison, Compared>>>;
  /** No record of the span of the report is in the group: it is shown for what it is compared with. */
  readonly vanished?: true;
  /** In the order of the report's KPIs; only where it was asked for, and never of the whole span. */
  readonly season?: readonly Seasonal[];
  /** The mean of the last 28 complete days, in the order of the report's KPIs; only where it was asked for. */
  readonly mean28d?: readonly Figure[];
}

export interface ReportKpi {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly unit: Unit;
  readonly direction: 'up' | 'down' | 'flat';
  readonly group: Group;
  /** What the figure rests on, printed beside the label: `net_sales`, `media`, … */
  readonly basis?: string;
  /** What it reads that no file has, and where that is found. */
  readonly needs?: Text;
  /** Whether the values of two spans add up to that of both: its mean over days is a share of a day. */
  readonly additive?: boolean;
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
  readonly message: Text;
  readonly file?: string;
  /** An error under `--strict`. */
  readonly strict?: true;
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
  /** What others have published, by KPI; only where it was asked for. */
  readonly benchmarks?: Readonly<Record<string, Benchmark>>;
  readonly files: readonly FileQuality[];
  readonly warnings: readonly Warning[];
}
