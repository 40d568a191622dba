import type { Measure } from '../../measures/measure.ts';
import { blocks } from '../columns/blocks.ts';
import type { Patches } from './patches.ts';
import { bookedIn, groupRow, type View } from './view.ts';

/**
 * Gives each row that counts and is booked in a patch, with that patch. Rows of several days lie in more than one: they go
 * to `takeSpread` where that is given, whenever they are, else they are booked where they begin.
 */
export function eachBooked(
  view: View,
  measure: Measure,
  patches: Patches,
  take: (row: number, patch: number) => void,
  takeSpread?: (row: number) => void,
): void {
  const { rows, live } = view.facts;
  const { from, to } = bookedIn(view.facts, measure);
  if (from === undefined) return;
  const groupAt = patches.width > 1 ? groupRow(view, measure) : null;
  const ends = takeSpread === undefined ? undefined : to;
  for (const { first, rows: count, values } of blocks(rows, ends === undefined ? [from] : [from, ends])) {
    const [hours, past] = values;
    for (let i = 0; i < count; i += 1) {
      const row = first + i;
      if (live[row] === 0) continue;
      if (past !== undefined && !Number.isNaN(past[i]!)) {
        if (!Number.isNaN(hours![i]!)) takeSpread!(row);
        continue;
      }
      // Most rows of a long file lie outside the spans: their group is not looked for.
      const patch = patches.at(hours![i]!, 0);
      if (patch !== -1) take(row, groupAt === null ? patch : patch + groupAt(row));
    }
  }
}
