import { DAY_HOURS, dayOfHour, dayText } from '../core/civil.ts';
import type { Read } from '../engine/state/read.ts';
import { afterAll } from './after-all.ts';
import type { SourceCover } from './coverage.ts';
import type { Warning } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Slot } from './periods.ts';

/**
 * The warning that tickets were solved on days after the last new ticket: those created in October, exported in November, were solved
 * in November, too. No period has these solves that ends with the tickets. Null where the days are asked for.
 */
export function lateSolves(
  read: Read,
  settings: ReportSettings,
  covers: readonly SourceCover[],
  all: Slot | null,
): Warning | null {
  const { asOf, zone } = settings;
  const end = afterAll('ticket', settings, covers, all);
  if (end === null) return null;
  const found = read.solvesWithin(end * DAY_HOURS, dayOfHour(zone.hour(asOf)) * DAY_HOURS);
  if (found === null) return null;
  const { count } = found;
  const [before, until] = [dayText(end - 1), dayText(found.last)];
  const many = count > 1;
  return {
    code: 'late_solves',
    message: {
      en: `${count} ${many ? 'tickets were' : 'ticket was'} solved after ${before}, up to ${until}, in none of these periods: the files hold no tickets created later; export those, or ask for these days with --to ${until}`,
      fr: `${count} ticket${many ? 's ont été résolus' : ' a été résolu'} après le ${before}, jusqu'au ${until}, dans aucune de ces périodes\u00a0: les fichiers ne contiennent pas de tickets créés plus tard\u00a0; exportez-les, ou demandez ces jours avec --to ${until}`,
    },
  };
}
