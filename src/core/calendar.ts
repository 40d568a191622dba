import { UTCDateMini } from '@date-fns/utc/date/mini';
import {
  addDays,
  addMonths,
  getISOWeek,
  getISOWeekYear,
  getQuarter,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
  subYears,
} from 'date-fns';
import type { Grain } from './choices.ts';
import { DAY_HOURS, DAY_MS, type Day, dayOfHour, dayText, HOUR_MS, type Hour, twoDigits, yearText } from './civil.ts';
import type { Zone } from './zone.ts';

export type { Grain } from './choices.ts';
export type CalendarGrain = Exclude<Grain, 'all'>;

export interface CalendarRules {
  /** The weekday a week begins with: Monday 1, the ISO 8601 week, to Sunday 7. */
  readonly weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** The month a year and its first quarter begin with; 1 is the calendar year. */
  readonly fiscalYearStartMonth: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
}

/** A half-open span `[from, to)` of local hours. For grains of a day or more both are multiples of 24. */
export interface Span {
  readonly from: Hour;
  readonly to: Hour;
}

export interface Period extends Span {
  /** `2026-11-22T14`, `2026-11-22`, `2026-W47`, `week of 2026-11-22`, `2026-11`, `2026-Q4`, `FY2026-Q1`, `2026`, `FY2026` */
  readonly name: string;
}

/** Days and weeks are compared with those 52 weeks before, so that weekdays match: also W53 with W01. */
const YEAR_OF_WEEKS = 364 * DAY_HOURS;

/** The period that contains an hour. */
export function periodOf(hour: Hour, grain: CalendarGrain, rules: CalendarRules): Period {
  const today = dayOfHour(hour);
  switch (grain) {
    case 'hour':
      return { name: `${dayText(today)}T${twoDigits(hour - today * DAY_HOURS)}`, from: hour, to: hour + 1 };
    case 'day':
      return { name: dayText(today), ...hoursOf(today, today) };
    case 'week': {
      const first = startOfWeek(dateOf(today), { ...utc, weekStartsOn: weekdayOf(rules) });
      return { name: weekName(first, rules), ...between(first, addDays(first, 7, utc)) };
    }
    case 'month': {
      const first = startOfMonth(dateOf(today), utc);
      return { name: dayText(dayOf(first)).slice(0, 7), ...between(first, addMonths(first, 1, utc)) };
    }
    case 'quarter':
    case 'year':
      return fiscalPeriod(dateOf(today), grain, rules);
  }
}

/** The next period. Hours step by wall hours; with the zone, over those that do not exist (02:00 on the spring day). */
export function nextPeriod(p: Span, grain: CalendarGrain, rules: CalendarRules, zone?: Zone): Period {
  let hour = p.to;
  if (grain === 'hour' && zone !== undefined) while (isSkipped(hour, zone)) hour++;
  return periodOf(hour, grain, rules);
}

/** The previous period, stepping as `nextPeriod` does; for `all` the `previousSpan`. */
export function previousPeriod(p: Span, grain: Grain, rules: CalendarRules, zone?: Zone): Period {
  if (grain === 'all') return previousSpan(p);
  let hour = p.from - 1;
  if (grain === 'hour' && zone !== undefined) while (isSkipped(hour, zone)) hour--;
  return periodOf(hour, grain, rules);
}

/**
 * All periods that touch `[from, to)`, whole, in order. With the zone, hours that no clock shows are left out: they
 * cannot hold anything and would look like an hour without sales. The hour shown twice is one period either way.
 */
export function periodsBetween(
  from: Hour,
  to: Hour,
  grain: CalendarGrain,
  rules: CalendarRules,
  zone?: Zone,
): Period[] {
  const periods: Period[] = [];
  for (let hour = from; hour < to; ) {
    const period = periodOf(hour, grain, rules);
    if (grain !== 'hour' || zone === undefined || !isSkipped(hour, zone)) periods.push(period);
    hour = period.to;
  }
  return periods;
}

/**
 * What a period is compared with a year before: hours, days and weeks with 364 days before, always (2026-W53 with
 * 2026-W01); months, quarters and years with the one of the same name a year earlier; `all`, and with it any partial
 * span, with the same calendar dates. 29 February becomes the 28th as first day and is left out as last day.
 */
export function yearBefore(p: Span, grain: Grain, rules: CalendarRules): Period {
  switch (grain) {
    case 'hour':
    case 'day':
    case 'week':
      return periodOf(p.from - YEAR_OF_WEEKS, grain, rules);
    case 'month':
    case 'quarter':
    case 'year':
      return periodOf(hourYearBefore(p.from, 'first'), grain, rules);
    case 'all':
      return spanOf(hourYearBefore(p.from, 'first'), hourYearBefore(p.to, 'end'));
  }
}

/** The name of a span: its first and last day, `2026-09-01..2026-11-22`. */
export function spanOf(from: Hour, to: Hour): Period {
  return { name: `${dayText(dayOfHour(from))}..${dayText(dayOfHour(to - 1))}`, from, to };
}

/** What `all` is compared with: for a span of n days the n days before it. */
export function previousSpan(p: Span): Period {
  return spanOf(p.from - (p.to - p.from), p.from);
}

/**
 * What a partial period is compared with: the same number of days (hours) as `cut`, the part of `p` that counts, at the
 * same place in `base`. A period that lacks its beginning is counted from the end: 9 to 31 March is compared with 6 to
 * 28 February. Never beyond `base`: 1 to 30 March is compared with 1 to 28 February, and 30 March alone with the 28th.
 */
export function shiftedPartial(p: Span, cut: Span, base: Span): Span {
  const length = cut.to - cut.from;
  const lacksBegin = cut.from > p.from;
  if (lacksBegin && cut.to === p.to) return { from: Math.max(base.from, base.to - length), to: base.to };
  const from = cut.from + base.from - p.from;
  if (!lacksBegin) return { from, to: Math.min(from + length, base.to) };
  const begin = Math.max(base.from, Math.min(from, base.to - length));
  return { from: begin, to: Math.min(begin + length, base.to) };
}

/** The hours of days, the last included: `hoursOf(0, 0)` is `{ from: 0, to: 24 }`. */
export function hoursOf(first: Day, last: Day): Span {
  return { from: first * DAY_HOURS, to: (last + 1) * DAY_HOURS };
}

/** ISO 8601 weeks are numbered within the year that holds their Thursday: 2027-01-01 is in 2026-W53. */
function weekName(first: Date, rules: CalendarRules): string {
  if (rules.weekStart !== 1) return `week of ${dayText(dayOf(first))}`;
  return `${yearText(getISOWeekYear(first, utc))}-W${twoDigits(getISOWeek(first, utc))}`;
}

/** Fiscal years are named by the year they end in: from April 2025 on it is FY2026. */
function fiscalPeriod(date: Date, grain: 'quarter' | 'year', rules: CalendarRules): Period {
  const before = rules.fiscalYearStartMonth - 1;
  // Shifted so that the fiscal year begins in January: years and quarters are then calendar ones.
  const shifted = addMonths(startOfMonth(date, utc), -before, utc);
  const year = shifted.getUTCFullYear();
  const name = before === 0 ? yearText(year) : `FY${yearText(year + 1)}`;
  const from = (start: Date): Date => addMonths(start, before, utc);
  if (grain === 'year') {
    const start = startOfYear(shifted, utc);
    return { name, ...between(from(start), from(addMonths(start, 12, utc))) };
  }
  const start = startOfQuarter(shifted, utc);
  return { name: `${name}-Q${getQuarter(shifted, utc)}`, ...between(from(start), from(addMonths(start, 3, utc))) };
}

/** The same hour of the same date a year before. Without a 29 February: the 28th to begin with, 1 March to end before. */
function hourYearBefore(hour: Hour, edge: 'first' | 'end'): Hour {
  const today = dayOfHour(hour);
  const date = dateOf(today);
  const before = subYears(date, 1, utc);
  const leapDay = before.getUTCDate() !== date.getUTCDate();
  if (leapDay && edge === 'end') return (dayOf(before) + 1) * DAY_HOURS;
  return dayOf(before) * DAY_HOURS + (hour - today * DAY_HOURS);
}

/*
 * date-fns provides the calendar. Local days are UTC dates in it, whatever the zone of the machine; on the path of
 * every record, days are plain numbers (`civil.ts`).
 */
const utc = { in: (value: Date | number | string) => new UTCDateMini(+new Date(value)) };
const dateOf = (of: Day): Date => new Date(of * DAY_MS);
const dayOf = (date: Date): Day => Math.floor(date.getTime() / DAY_MS);
const between = (from: Date, to: Date): Span => ({ from: dayOf(from) * DAY_HOURS, to: dayOf(to) * DAY_HOURS });
/** The first weekday of a week, with Sunday as 0. */
const weekdayOf = ({ weekStart }: CalendarRules) => (weekStart % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Whether a clock change skips the whole hour: both its ends move forward, out of it. */
function isSkipped(hour: Hour, zone: Zone): boolean {
  const start = hour * HOUR_MS;
  return zone.hour(zone.instant(start)) > hour && zone.hour(zone.instant(start + HOUR_MS - 1)) > hour;
}
