import {
  type CalendarGrain,
  type Period,
  periodOf,
  periodsBetween,
  previousPeriod,
  type Span,
  shiftedPartial,
  spanOf,
  yearBefore,
} from '../core/calendar.ts';
import { DAY_HOURS, type Day, dayOfHour, dayText, type Hour } from '../core/civil.ts';
import { movedBase } from '../core/events.ts';
import { coveredTogether, type SourceCover } from './coverage.ts';
import type { Comparison, EventThen } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';

/** A period of a report. */
export interface Slot {
  readonly name: string;
  /** As shown: cut by `--from` and `--to` only. */
  readonly span: Span;
  /** The part that can hold data: also cut by now, today included. */
  readonly elapsed: Span;
  /** The whole period; of `all`, the span itself. */
  readonly whole: Period;
  readonly partial: boolean;
  readonly grain: ReportSettings['grain'];
}

/** The periods of a report in order; `all` is the span of those shown. */
export interface Slots {
  readonly periods: readonly Slot[];
  readonly all: Slot | null;
}

const clip = (span: Span, from: Hour, to: Hour): Span => ({
  from: Math.max(span.from, from),
  to: Math.min(span.to, to),
});

/** Chooses the periods of a report from what is asked for and what the files cover; `most` if nothing is asked for. */
export function chooseSlots(settings: ReportSettings, covers: readonly SourceCover[], most = 8): Slots {
  const { asOf, from, to, zone } = settings;
  const known = covers.filter(({ first }) => Number.isFinite(first));
  const now = zone.hour(asOf);
  const today = dayOfHour(now);
  const [first, last] = [Math.min(...known.map((one) => one.first)), Math.max(...known.map((one) => one.last))];
  if (known.length === 0 && from === null && settings.last === null) return { periods: [], all: null };
  const cutFrom = from === null ? Number.NEGATIVE_INFINITY : from * DAY_HOURS;
  const cutTo = to === null ? Number.POSITIVE_INFINITY : (to + 1) * DAY_HOURS;
  const begin = from ?? (Number.isFinite(first) ? first : today);
  // A start day alone means until now, whether or not the files reach it.
  const end = to ?? (Number.isFinite(last) && from === null ? Math.min(last, today) : today);
  // A number of periods before now is shown whatever the files hold.
  if (end < begin && settings.last === null) return { periods: [], all: null };
  const bound = { cutFrom, cutTo, now, covers: known };
  if (settings.grain === 'all') return { periods: [], all: allSlot(settings, begin, end, bound) };
  const grain = settings.grain;
  const candidates =
    settings.last === null
      ? periodsBetween(begin * DAY_HOURS, (end + 1) * DAY_HOURS, grain, settings.rules, zone)
          // Hours of today that are still to come have no data yet.
          .filter((period) => to !== null || period.from <= now)
          .map((period) => slot(period, grain, bound))
      : lastPeriods(settings, settings.last, grain, now).map((period) => slot(period, grain, bound));
  const shown = shownOf(candidates, settings, now, most);
  const [head, tail] = [shown[0], shown.at(-1)];
  if (head === undefined || tail === undefined) return { periods: [], all: null };
  const whole = spanOf(head.span.from, tail.span.to);
  const all: Slot = {
    name: 'all',
    span: whole,
    elapsed: { from: head.elapsed.from, to: Math.max(head.elapsed.from, tail.elapsed.to) },
    whole,
    partial: shown.some(({ partial }) => partial),
    grain: 'all',
  };
  return { periods: shown, all };
}

interface Bound {
  readonly cutFrom: Hour;
  readonly cutTo: Hour;
  readonly now: Hour;
  readonly covers: readonly SourceCover[];
}

/**
 * The candidates that are shown, all if none would be. Periods asked for by their dates or number always are; the
 * running one only if it is asked for or cut out, and none that is still to come. By default, those that the files
 * cover are shown, with what lies between them: a gap is seen as one.
 */
function shownOf(candidates: readonly Slot[], settings: ReportSettings, now: Hour, most: number): readonly Slot[] {
  const { from, to, last, all, includePartial } = settings;
  if (last !== null) return candidates;
  const isOpen = ({ whole }: Slot): boolean => whole.from <= now && now < whole.to;
  const orAll = (some: readonly Slot[]): readonly Slot[] => (some.length > 0 ? some : candidates);
  if (from !== null || to !== null)
    return orAll(candidates.filter((one) => one.whole.from <= now && (!isOpen(one) || includePartial || isCut(one))));
  const isWhole = ({ partial }: Slot): boolean => !partial;
  const [first, end] = [candidates.findIndex(isWhole), candidates.findLastIndex(isWhole)];
  const kept = orAll(includePartial ? candidates : candidates.slice(Math.max(0, first), end + 1));
  if (all) return kept;
  // The running one is shown in addition to the usual number.
  const open = kept.filter(isOpen);
  return open.length === kept.length ? kept : [...kept.filter((one) => !isOpen(one)).slice(-most), ...open];
}

const isCut = ({ span, whole }: Slot): boolean => span.from > whole.from || span.to < whole.to;

function slot(whole: Period, grain: CalendarGrain, { cutFrom, cutTo, now, covers }: Bound): Slot {
  const span = clip(whole, cutFrom, cutTo);
  const open = whole.from <= now && now < whole.to;
  // Today counts as elapsed: its data may be present.
  const elapsed = open
    ? clip(span, span.from, Math.max(span.from, grain === 'hour' ? now + 1 : (dayOfHour(now) + 1) * DAY_HOURS))
    : span;
  const covered = coveredTogether(covers, dayOfHour(span.from), Math.ceil(span.to / DAY_HOURS));
  return {
    name: whole.name,
    span,
    elapsed,
    whole,
    partial: open || span.from > whole.from || span.to < whole.to || !covered,
    grain,
  };
}

function allSlot(settings: ReportSettings, begin: Day, end: Day, bound: Bound): Slot {
  const whole = spanOf(begin * DAY_HOURS, (end + 1) * DAY_HOURS);
  const covered = coveredTogether(bound.covers, begin, end + 1);
  const open = bound.now >= whole.from && bound.now < whole.to;
  return {
    name: 'all',
    span: whole,
    elapsed: open ? clip(whole, whole.from, (dayOfHour(bound.now) + 1) * DAY_HOURS) : whole,
    whole,
    partial: (settings.from !== null || settings.to !== null) && (open || !covered),
    grain: 'all',
  };
}

function lastPeriods(settings: ReportSettings, count: number, grain: CalendarGrain, now: Hour): Period[] {
  const periods: Period[] = [];
  const running = periodOf(now, grain, settings.rules);
  let period = previousPeriod(running, grain, settings.rules, settings.zone);
  while (periods.length < count) {
    periods.unshift(period);
    period = previousPeriod(period, grain, settings.rules, settings.zone);
  }
  return settings.includePartial ? [...periods, running] : periods;
}

/** All complete periods that the files hold, whichever of them a report shows. */
export function completeSlots(settings: ReportSettings, covers: readonly SourceCover[]): readonly Slot[] {
  const whole = { ...settings, from: null, to: null, last: null, all: true, includePartial: false };
  return chooseSlots(whole, covers).periods.filter(({ partial }) => !partial);
}

/**
 * What a slot is compared with: a period, the same number of its days as are compared of the slot, and the event that
 * chose it.
 */
export interface BasePeriod {
  readonly name: string;
  readonly span: Span;
  readonly event?: EventThen;
}

const isWholeOf = ({ whole }: Slot, part: Span): boolean => part.from === whole.from && part.to === whole.to;

/** `part` is what is compared of the slot: the days of it that are over and that the files cover. */
export function baseOf(slot: Slot, part: Span, comparison: Comparison, settings: ReportSettings): BasePeriod {
  const { rules, zone, events } = settings;
  const isWhole = isWholeOf(slot, part);
  if (comparison === 'previous') {
    const base = previousPeriod(slot.grain === 'all' ? part : slot.whole, slot.grain, rules, zone);
    // A whole month is compared with a whole month, even a longer one; a partial one with the same number of days.
    return {
      name: slot.grain === 'all' ? 'all' : base.name,
      span: isWhole || slot.grain === 'all' ? base : shiftedPartial(slot.whole, part, base),
    };
  }
  const moved = movedBase(slot.whole, slot.grain, rules, events);
  if (moved !== null) {
    const { base, name, then } = moved;
    const event = { name, from: dayText(then.from), to: dayText(then.to) };
    return { name: base.name, span: shiftedPartial(slot.whole, part, base), event };
  }
  const base = yearBefore(slot.whole, slot.grain, rules);
  const daily = slot.grain === 'hour' || slot.grain === 'day' || slot.grain === 'week';
  if (daily) return { name: base.name, span: shiftedPartial(slot.whole, part, base) };
  return { name: slot.grain === 'all' ? 'all' : base.name, span: isWhole ? base : yearBefore(part, 'all', rules) };
}

/**
 * What is compared of a part with a base that is shorter: the same number of days, or 1 to 30 March would have risen since
 * the 28 days of February. A part without its beginning is cut there: 2 to 31 March becomes 4 to 31 March. Whole periods stay
 * whole, and a year before has the same dates, of which a 29 February is one more.
 */
export function comparedPart(slot: Slot, part: Span, base: Span, comparison: Comparison): Span {
  const length = base.to - base.from;
  if (comparison === 'year' || length >= part.to - part.from || isWholeOf(slot, part)) return part;
  const isFromEnd = part.from > slot.whole.from && part.to === slot.whole.to;
  return isFromEnd ? { from: part.to - length, to: part.to } : { from: part.from, to: part.from + length };
}
