import type { Warning } from '../../figures/figure-model.ts';
import { renderWarnings } from '../../page/quality-lines.ts';
import { passedOverWarnings } from '../files/passed-over.ts';
import { unreadWarnings } from '../files/unread-files.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import type { Reading } from './reading.ts';
import { zoneWarning } from './zone-warning.ts';

/** Warnings about files that are not read or were skipped, of times of another zone, then those of the report. */
export function allWarnings(
  { plans, settings }: Pick<Reading, 'plans' | 'settings'>,
  own: readonly Warning[],
): Warning[] {
  const zone = zoneWarning(plans.files, settings.zone, settings.zoneIsSaid);
  return [
    ...unreadWarnings(plans.unread),
    ...passedOverWarnings(plans.passedOver),
    ...(zone === null ? [] : [zone]),
    ...own,
  ];
}

/** Writes warnings to standard error. */
export async function tellWarnings(warnings: readonly Warning[], settings: Settings, io: Io): Promise<void> {
  if (settings.quiet || warnings.length === 0) return;
  await io.err(renderWarnings({ warnings }, { paint: settings.paint.err, lang: settings.lang }));
}
