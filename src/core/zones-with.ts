import type { Instant } from './civil.ts';
import { namesIn } from './names-in.ts';
import { zoneOf } from './zone.ts';

/** Zones of many shops, in the order in which they are suggested. */
const usual = namesIn`
  Europe/Paris | Europe/Berlin | Europe/Madrid | Europe/Rome | Europe/Brussels | Europe/Amsterdam | Europe/Zurich
  Europe/London | Europe/Lisbon | Europe/Athens | Europe/Helsinki | Europe/Istanbul | Europe/Moscow
  America/New_York | America/Toronto | America/Chicago | America/Denver | America/Phoenix | America/Los_Angeles
  America/Vancouver | America/Halifax | America/Mexico_City | America/Sao_Paulo | America/Bogota | Africa/Casablanca
  Africa/Lagos | Africa/Johannesburg | Asia/Jerusalem | Asia/Dubai | Asia/Kolkata | Asia/Bangkok | Asia/Singapore
  Asia/Shanghai | Asia/Tokyo | Asia/Seoul | Australia/Perth | Australia/Brisbane | Australia/Sydney
  Pacific/Auckland
`;

/**
 * The zones that have these offsets, in minutes, at these instants: of the common ones, else of all. At most so many: each that
 * is tried takes time.
 */
export function zonesWith(
  offsets: readonly { readonly at: Instant; readonly minutes: number }[],
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const firstOf = (names: readonly string[]): string[] => {
    const found: string[] = [];
    for (const name of names) {
      if (found.length >= most) break;
      const zone = zoneOf(name);
      if (offsets.every(({ at, minutes }) => zone.offsetAt(at) === minutes)) found.push(name);
    }
    return found;
  };
  const found = firstOf(usual);
  return found.length > 0 ? found : firstOf(Intl.supportedValuesOf('timeZone'));
}
