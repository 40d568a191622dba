import type { Day } from '../core/civil.ts';

/** Days that files cover, [from, to), with the first and the last of them that have a record (or are in a preamble). */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
  readonly first: Day;
  readonly last: Day;
}

/** Ranges in order, those that touch or share days joined. */
export function joinedRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const joined: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before === undefined || before.to < range.from) joined.push(range);
    else
      joined[joined.length - 1] = {
        from: before.from,
        to: Math.max(before.to, range.to),
        first: Math.min(before.first, range.first),
        last: Math.max(before.last, range.last),
      };
  }
  return joined;
}

/**
 * Whether joined ranges say something about [from, to): they have all of its days, or some of those between a first and
 * a last record. Days that are merely usual pauses say nothing by themselves: the weekend before a file is no week of
 * 0.
 */
export const touches = (ranges: readonly DayRange[], from: Day, to: Day): boolean =>
  ranges.some((range) => (range.first < to && range.last >= from) || (range.from <= from && range.to >= to));

/** Whether joined ranges have all days of [from, to). */
export const coversAll = (ranges: readonly DayRange[], from: Day, to: Day): boolean =>
  from >= to || ranges.some((range) => range.from <= from && range.to >= to);
