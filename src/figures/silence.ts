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
 * Where files of rare records (refunds) fall silent until a day: after the last of them, or between two. Rare records
 * have long pauses, so a silence counts only if it is longer than twice the longest pause within the files, longer than
 * a week, and so long that seven days with a record would usually lie in it. `files` are the first and last day of
 * each, `days` those with a record.
 */
export function silences(
  days: ReadonlySet<Day>,
  files: readonly Pick<DayRange, 'first' | 'last'>[],
  end: Day,
): Silence[] {
  const sorted = [...days].sort((a, b) => a - b);
  if (sorted.length < FEW) return [];
  const spans = joined(files);
  const isWithin = (from: Day, to: Day): boolean => spans.some(({ first, last }) => first <= from && last >= to);
  let longest = 1;
  for (const [at, day] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next !== undefined && isWithin(day, next)) longest = Math.max(longest, next - day);
  }
  const length = spans.reduce((sum, { first, last }) => sum + last + 1 - first, 0);
  const isLong = (size: number): boolean =>
    size > Math.max(7, 2 * longest) && size * sorted.length >= EXPECTED * length;
  return spans
    .map(({ last }, at): Silence => {
      const next = spans[at + 1];
      return { first: last + 1, last: next === undefined ? end : next.first - 1, isEnd: next === undefined };
    })
    .filter(({ first, last }) => isLong(last + 1 - first));
}

/** Spans in order, those that share days joined. */
function joined(files: readonly Pick<DayRange, 'first' | 'last'>[]): { first: Day; last: Day }[] {
  const spans: { first: Day; last: Day }[] = [];
  for (const { first, last } of [...files].sort((a, b) => a.first - b.first)) {
    const before = spans.at(-1);
    if (before !== undefined && before.last >= first) before.last = Math.max(before.last, last);
    else spans.push({ first, last });
  }
  return spans;
}
