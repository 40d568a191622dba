import { DAY_HOURS, dayOfHour, dayText } from '../core/civil.ts';
import { ofMicro, toDecimal } from '../core/fraction.ts';
import { decimal, type Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import { afterAll } from './after-all.ts';
import type { SourceCover } from './coverage.ts';
import type { Warning } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Slot } from './periods.ts';

/**
 * The warning that money was given back on days after the last order: the orders of October, exported in November, hold refunds
 * of November. No period has them that ends with the orders. Null where the days are asked for.
 */
export function lateRefunds(
  read: Read,
  settings: ReportSettings,
  covers: readonly SourceCover[],
  all: Slot | null,
): Warning | null {
  const { asOf, zone } = settings;
  const end = afterAll('order', settings, covers, all);
  if (end === null) return null;
  const found = read.refundsFrom(end * DAY_HOURS);
  if (found === null || found.last >= dayOfHour(zone.hour(asOf))) return null;
  const amount = decimal(toDecimal(ofMicro(BigInt(found.amount))));
  const [before, until] = [dayText(end - 1), dayText(found.last)];
  const many = found.count > 1;
  const message: Text = {
    en: `${found.count} ${many ? 'refunds' : 'refund'} of ${amount.en} after ${before}, up to ${until}, ${many ? 'are' : 'is'} in none of these periods: the files hold no later orders; export those, or ask for these days with --to ${until}`,
    fr: `${found.count} remboursement${many ? 's' : ''} de ${amount.fr} après le ${before}, jusqu'au ${until}, ${many ? 'ne sont' : "n'est"} dans aucune de ces périodes\u00a0: les fichiers ne contiennent pas de commandes plus récentes\u00a0; exportez-les, ou demandez ces jours avec --to ${until}`,
  };
  return { code: 'late_refunds', message };
}
