import type { Day } from '../core/civil.ts';
import { dayOfHour } from '../core/civil.ts';
import type { Kind } from '../core/kinds.ts';
import type { SourceCover } from './coverage.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Slot } from './periods.ts';

/**
 * The day after all periods and after the last record of a kind: what follows from these records on later days is in no period.
 * Null where the days are asked for, and where there are no such records.
 */
export function afterAll(
  kind: Kind,
  { from, to, last }: ReportSettings,
  covers: readonly SourceCover[],
  all: Slot | null,
): Day | null {
  const ends = covers.flatMap((cover) => (cover.kind === kind ? [cover.to] : []));
  if (from !== null || to !== null || last !== null || all === null || ends.length === 0) return null;
  return Math.max(dayOfHour(all.span.to - 1) + 1, ...ends);
}
