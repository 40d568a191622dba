import type { Instant } from './civil.ts';
import { zoneOf } from './zone.ts';

/** Zones of many shops, in the order in which they are suggested. */
const usual = [
  ...['Europe/Paris', 'Europe/Berlin', 'Europe/Madrid', 'Europe/Rome', 'Europe/Brussels', 'Europe/Amsterdam'],
  ...['Europe/Zurich', 'Europe/London', 'Europe/Lisbon', 'Europe/Athens', 'Europe/Helsinki', 'Europe/Istanbul'],
  ...['Europe/Moscow', 'America/New_York', 'America/Toronto', 'America/Chicago', 'America/Denver', 'America/Phoenix'],
  ...['America/Los_Angeles', 'America/Vancouver', 'America/Halifax', 'America/Mexico_City', 'America/Sao_Paulo'],
  ...['America/Bogota', 'Africa/Casablanca', 'Africa/Lagos', 'Africa/Johannesburg', 'Asia/Jerusalem', 'Asia/Dubai'],
  ...['Asia/Kolkata', 'Asia/Bangkok', 'Asia/Singapore', 'Asia/Shanghai', 'Asia/Tokyo', 'Asia/Seoul', 'Australia/Perth'],
  ...['Australia/Brisbane', 'Australia/Sydney', 'Pacific/Auckland'],
];

/** The zones that have these offsets, in minutes, at these instants: of the common ones, else of all. */
export function zonesWith(offsets: readonly { readonly at: Instant; readonly minutes: number }[]): readonly string[] {
  const fits = (name: string): boolean => {
    const zone = zoneOf(name);
    return offsets.every(({ at, minutes }) => zone.offsetAt(at) === minutes);
  };
  const found = usual.filter(fits);
  return found.length > 0 ? found : Intl.supportedValuesOf('timeZone').filter(fits);
}
