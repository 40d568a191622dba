import type { Day } from './civil.ts';

/** A distance far above all others is a pause only if there are enough others for it to be an outlier. */
const FEW = 5;

/**
 * How many days without a record are usual between two that have one: the 95th percentile (nearest rank) of the
 * distances between neighbouring days, less one. A single pause of more than a week that is longer than twice the next
 * longest is not usual, however few distances there are: a closed August, or, between two files, an export that is
 * missing. `files` are the first and last day of each.
 */
export function usualGap(days: readonly Day[], files: readonly { readonly first: Day; readonly last: Day }[]): number {
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
