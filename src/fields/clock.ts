import type { Reason } from './field.ts';

/** What follows a date: a time of day, and perhaps its offset from UTC. */
export interface Clock {
  /** Milliseconds since midnight; further digits of a second are cut off. */
  readonly ms: number;
  /** Minutes ahead of UTC; null for wall time. */
  readonly offset: number | null;
}

const time =
  /^(?:t|,?\s+(?:(?:at|à|a|um|a las)\s+)?)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\.?)?(?:\s*(z|utc|gmt|\(utc\)|\(gmt\)|[pme][sd]t|cdt|ces?t|mes?z)|\s*(?:utc|gmt)?([+-])(\d\d)(?::?(\d\d))?)?$/i;

/** Hours ahead of UTC, of abbreviations that name one zone only: `CST` and `IST` name several. */
const hoursAhead: Readonly<Record<string, number>> = {
  pst: -8,
  pdt: -7,
  mst: -7,
  mdt: -6,
  cdt: -5,
  est: -5,
  edt: -4,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
};

/** Reads `T10:00:04.123+0100`, ` 9:17`, `, 2:30 PM`, `10:23:05 PM PDT` and the like. Midnight is 00:00 and a minute has 60 seconds. */
export const clockAt = (text: string): Clock | Reason => {
  const found = time.exec(text);
  if (found === null) return 'not_a_date';
  const [, hours, minutes, seconds = '0', fraction = '', half, zone, sign, ahead, aheadMinutes = '0'] = found;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return 'no_such_time';
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return 'no_such_time';
  const ms =
    ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (zone !== undefined) return { ms, offset: (hoursAhead[zone.toLowerCase()] ?? 0) * 60 };
  if (sign === undefined) return { ms, offset: null };
  const offset = Number(ahead) * 60 + Number(aheadMinutes);
  if (offset > 14 * 60 || Number(aheadMinutes) > 59) return 'no_such_time';
  return { ms, offset: sign === '-' ? 0 - offset : offset };
};
