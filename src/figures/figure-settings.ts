import type { CalendarRules, Grain } from '../core/calendar.ts';
import type { Against } from '../core/choices.ts';
import { type Day, dayOfHour, type Instant } from '../core/civil.ts';
import type { ShopEvent } from '../core/events.ts';
import type { Dimension } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Zone } from '../core/zone.ts';
import type { Group } from '../kpis/kpi.ts';

/** What a report is to contain. */
export interface ReportSettings {
  readonly zone: Zone;
  /** What counts as now. */
  readonly asOf: Instant;
  readonly grain: Grain;
  readonly rules: CalendarRules;
  readonly by: readonly Dimension[];
  /** First and last day, both included. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Complete periods back from now. */
  readonly last: number | null;
  readonly all: boolean;
  readonly includePartial: boolean;
  readonly compare: readonly Against[];
  /** Moving events, by which days and weeks are compared with the year before. */
  readonly events: readonly ShopEvent[];
  /** KPIs by id; null: all that the files can supply. */
  readonly kpis: readonly string[] | null;
  readonly groups: readonly Group[] | null;
  /** Null: the only one in the files. */
  readonly currency: string | null;
  readonly options: KpiOptions;
}

/** The current local day. */
export const todayOf = ({ asOf, zone }: Pick<ReportSettings, 'asOf' | 'zone'>): Day => dayOfHour(zone.hour(asOf));
