import type { Grain } from '../core/calendar.ts';
import type { PeriodComparison } from '../core/choices.ts';
import type { Fraction } from '../core/fraction.ts';
import type { Dimension, Kind, Mark, NullReason } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import type { Group, Unit } from '../kpis/kpi.ts';

/** What every document of figures says of itself. */
export interface DocumentHead {
  /** With the offset of the report's zone. */
  readonly asOf: string;
  readonly timezone: string;
  readonly currency: string | null;
  readonly grain: Grain;
  readonly from: string | null;
  readonly to: string | null;
  readonly dimensions: readonly Dimension[];
}

/** Which period and group a row of a document is of. */
export interface RowHead {
  /** `2026-W45`, … or `all`. */
  readonly period: string;
  /** First and last day, `YYYY-MM-DD`, or hour `YYYY-MM-DDTHH`. */
  readonly from: string;
  readonly to: string;
  readonly partial: boolean;
  /** Empty: all groups together. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
}

/** One figure of a report: a number, or a code (`healthy`), or the reason why there is none. */
export interface Figure {
  readonly value: Fraction | string | null;
  /** Set exactly if `value` is null. */
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
  /** If only a part of the period is compared: its days, `YYYY-MM-DD` or hours, and the figure of them. */
  readonly part?: { readonly from: string; readonly to: string; readonly figure: Figure };
}

/** Another period that a period is compared with. */
export type Comparison = PeriodComparison;

/** An event as it was in the period that is compared with: first and last day, `YYYY-MM-DD`. */
export interface EventThen {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface ReportKpi {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly unit: Unit;
  readonly direction: 'up' | 'down' | 'flat';
  readonly group: Group;
  /** The basis of the figure, printed beside the label: `net_sales`, `media`, … */
  readonly basis?: string;
  /** What it reads that no file has, and where that is found. */
  readonly needs?: Text;
  /** A KPI that says the same, or the rest of it. */
  readonly twinOf?: string;
  /** Whether the values of two spans add up to that of both: its mean over days is then a value per day. */
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
