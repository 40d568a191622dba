import type { Day } from '../core/civil.ts';

/** Days that files cover, [from, to), with the first and the last of them that have a record (or are in a preamble). */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
  readonly first: Day;
  readonly last: Day;
}

/** A distance far above all others is a pause only if there are enough others for it to be an outlier. */
const FEW = 5;

/**
 * How many days without a record are usual between two that have one: the 95th percentile (nearest rank) of the
 * distances between neighbouring days, less one. A single pause of more than a week that is longer than twice the next
 * longest is not usual, however few distances there are: a closed August, or, between two files, an export that is
 * missing. `files` are the first and last day of each.
 */
export function usualGap(days: readonly Day[], files: readonly Pick<DayRange, 'first' | 'last'>[]): number {
  const distances = days.slice(1).map((day, i) => ({ from: days[i]!, to: day, size: day - days[i]! }));
  distances.sort((a, b) => a.size - b.size);
  const longest = distances.at(-1);
  if (longest !== undefined && longest.size > 7 && longest.size > 2 * (distances.at(-2)?.size ?? 1)) {
    const isWithin = files.some(({ first, last }) => first <= longest.from && last >= longest.to);
    if (!isWithin || distances.length >= FEW) distances.pop();
  }
  const rank = Math.ceil(distances.length * 0.95);
  return Math.max(0, (distances[rank - 1]?.size ?? 1) - 1);
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
