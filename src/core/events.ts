import { type CalendarRules, type Grain, type Period, periodOf, type Span } from './calendar.ts';
import { DAY_HOURS, type Day, dayOfHour } from './civil.ts';

/** One occurrence of an event: first and last day. */
export interface Occurrence {
  readonly from: Day;
  readonly to: Day;
}

/** What takes place on other days each year, such as Black Friday or the sales. */
export interface ShopEvent {
  readonly name: string;
  /** In order of time; no two share a day. */
  readonly occurrences: readonly Occurrence[];
}

/** The period that another is compared with by an event, and the event as it was then. */
export interface Moved {
  readonly base: Period;
  readonly name: string;
  readonly then: Occurrence;
}

/**
 * What a day or a week is compared with a year before where a moving event is in it: a day of the event with the day of
 * the same number of the occurrence before, the week in which it begins with the week in which it began then. Of
 * several events the first with an earlier occurrence counts. Null if there is none, or if it was shorter then: the
 * calendar rule applies.
 */
export function movedBase(
  period: Span,
  grain: Grain,
  rules: CalendarRules,
  events: readonly ShopEvent[],
): Moved | null {
  if (grain !== 'day' && grain !== 'week') return null;
  const [first, last] = [dayOfHour(period.from), dayOfHour(period.to - 1)];
  for (const { name, occurrences } of events) {
    const at = occurrences.findIndex(({ from, to }) =>
      grain === 'day' ? from <= first && first <= to : first <= from && from <= last,
    );
    const [now, then] = [occurrences[at], occurrences[at - 1]];
    if (now === undefined || then === undefined) continue;
    const day = grain === 'day' ? then.from + (first - now.from) : then.from;
    if (day <= then.to) return { base: periodOf(day * DAY_HOURS, grain, rules), name, then };
  }
  return null;
}
