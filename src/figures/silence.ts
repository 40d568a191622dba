import type { Day } from '../core/civil.ts';
import type { DayRange } from './days.ts';

/** Days for which a source should have records, and has none: first and last. */
export interface Silence {
  readonly first: Day;
  readonly last: Day;
  /** Whether it lasts until the end of what it is compared with. */
  readonly isEnd: boolean;
}

/** This many days with a record must be expected in a silence: by chance there is none in one case of a thousand. */
const EXPECTED = 7;
/** A few days say little about how usual a pause is. */
const FEW = 6;

/**
 * Where files of rare records (refunds) fall silent until a day: behind the last of them, or between two. Rare records have long pauses, so a
 * silence counts only if it is longer than a week, than two of the longest other pauses, and so long that seven days with a record would
 * usually lie in it, as the rest of the time has them. Files may be small: pauses between two of them are pauses like any other. `files` are
 * the first and last day of each, `days` those with a record.
 */
export function silences(
  days: ReadonlySet<Day>,
  files: readonly Pick<DayRange, 'first' | 'last'>[],
  end: Day,
): Silence[] {
  const sorted = [...days].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < FEW) return [];
  const isWithin = (from: Day, to: Day): boolean => files.some((file) => file.first <= from && file.last >= to);
  const pauses = sorted.slice(1).map((day, at) => ({ from: sorted[at]!, to: day, size: day - sorted[at]! - 1 }));
  const longest = (but: number): number =>
    pauses.reduce((most, { size }, at) => (at === but ? most : Math.max(most, size)), 1);
  const isLong = (size: number, but: number): boolean => {
    const rest = last + 1 - first - (but === -1 ? 0 : size);
    return size > Math.max(7, 2 * longest(but)) && size * sorted.length >= EXPECTED * rest;
  };
  const between = pauses.flatMap(({ from, to, size }, at): Silence[] =>
    size > 7 && !isWithin(from, to) && isLong(size, at) ? [{ first: from + 1, last: to - 1, isEnd: false }] : [],
  );
  return isLong(end - last, -1) ? [...between, { first: last + 1, last: end, isEnd: true }] : between;
}
