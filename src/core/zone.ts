import { tzOffset } from '@date-fns/tz/tzOffset';
import {
  DAY_MS,
  dayText,
  HOUR_MS,
  type Hour,
  type Instant,
  MINUTE_MS,
  modulo,
  SECOND_MS,
  twoDigits,
  type Wall,
} from './civil.ts';
import { getOrInsert } from './get-or-insert.ts';
import { closest, didYouMean, distance, plain } from './nearest.ts';
import { Problem } from './problem.ts';

/** A time zone. Every function returns NaN for NaN. */
export interface Zone {
  /** As it was given: `Europe/Paris`, `UTC`, `+01:00`. */
  readonly name: string;
  /** The wall time of an instant. */
  wall(instant: Instant): Wall;
  /**
   * The instant of a wall time. A time that a clock change skips (in spring) moves forward by the skipped amount; one
   * that occurs twice (in autumn) is its first occurrence. In Paris 2026-03-29T02:30 is 01:30Z, which is 03:30 there.
   */
  instant(wall: Wall): Instant;
  /** The local hour an instant lies in. */
  hour(instant: Instant): Hour;
  /** Minutes that wall time is ahead of UTC: 60 in Paris in winter. Not whole before standard time (about 1900). */
  offsetAt(instant: Instant): number;
}

/**
 * The zone of an IANA name (`Europe/Paris`, `Etc/GMT+5`, `UTC`) or of a fixed offset (`+01:00`, `UTC-5`, `Z`).
 * Throws the Problem `unknown_zone`, which names the nearest known zones.
 */
export function zoneOf(name: string): Zone {
  return getOrInsert(zones, name, () => fixedZone(name) ?? namedZone(name));
}

/** `2026-11-22T00:00:00+01:00`, with milliseconds only when there are any. Offsets are written in whole minutes. */
export function instantText(instant: Instant, zone: Zone): string {
  const offset = Math.round(zone.offsetAt(instant));
  const wall = instant + offset * MINUTE_MS;
  const time = modulo(wall, DAY_MS);
  const clock = [Math.floor(time / HOUR_MS), Math.floor(time / MINUTE_MS) % 60, Math.floor(time / SECOND_MS) % 60];
  const rest = Math.floor(time % SECOND_MS);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  return `${dayText(Math.floor(wall / DAY_MS))}T${clock.map(twoDigits).join(':')}${fraction}${offsetText(offset)}`;
}

/** From when an offset is in force, for instants and for wall times; until the next one is. */
interface Change {
  readonly instant: Instant;
  readonly wall: Wall;
  readonly offset: number;
}

/** A span of times, instants or wall times, with one offset in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The stretches of one UTC year, for instants and for wall times. */
interface Year {
  readonly instants: readonly Stretch[];
  readonly walls: readonly Stretch[];
}

/** No zone has kept an offset for less than 7 days since 1970 (`America/Recife` in October 2000 did for 7). */
const STEP_MS = 3 * DAY_MS;
/** The wall times of a year are instants in that year or at most 14 hours outside; a skipped day adds 24. */
const MARGIN_MS = 2 * DAY_MS;
const NOTHING: Stretch = { from: 0, to: 0, offset: 0 };

/** One object for each name, so that changes are found once. Filled by `zoneOf`, a pure function of the name. */
const zones = new Map<string, Zone>();

/**
 * A zone as a list of offset changes, found a year at a time when first needed. The last stretch used is kept, for
 * instants and for wall times: records come roughly in order of time, so nearly all take this shortcut.
 */
class OffsetZone implements Zone {
  private instants = NOTHING;
  private walls = NOTHING;
  private readonly years = new Map<number, Year>();

  constructor(
    readonly name: string,
    /** Milliseconds that wall time is ahead of UTC at an instant. */
    private readonly offsetOf: (instant: Instant) => number,
  ) {}

  wall(instant: Instant): Wall {
    if (!(instant >= this.instants.from && instant < this.instants.to))
      this.instants = this.stretch(instant, 'instants');
    return instant + this.instants.offset;
  }

  instant(wall: Wall): Instant {
    if (!(wall >= this.walls.from && wall < this.walls.to)) this.walls = this.stretch(wall, 'walls');
    return wall - this.walls.offset;
  }

  hour(instant: Instant): Hour {
    return Math.floor(this.wall(instant) / HOUR_MS);
  }

  offsetAt(instant: Instant): number {
    return (this.wall(instant) - instant) / MINUTE_MS;
  }

  private stretch(time: Instant | Wall, of: keyof Year): Stretch {
    const stretches = this.year(yearOf(time))[of];
    return stretches.findLast(({ from }) => from <= time) ?? stretches[0]!;
  }

  private year(number: number): Year {
    return getOrInsert(this.years, number, () => this.findYear(number));
  }

  private findYear(number: number): Year {
    const start = startOf(number);
    const end = startOf(number + 1);
    const from = start - MARGIN_MS;
    const to = end + MARGIN_MS;
    const offset = this.offsetOf(from);
    const found: Change[] = [{ instant: from, wall: from + offset, offset }];
    for (let at = from; at < to; at += STEP_MS) this.addChanges(at, Math.min(at + STEP_MS, to), found);
    // Cut at the ends of the year: beyond its margins there may be changes that have not been searched for.
    const stretches = (of: 'instant' | 'wall'): Stretch[] =>
      found.map((change, at) => ({
        from: Math.max(change[of], start),
        to: Math.min(found[at + 1]?.[of] ?? end, end),
        offset: change.offset,
      }));
    return { instants: stretches('instant'), walls: stretches('wall') };
  }

  /**
   * Adds the changes after `low` up to `high`, to the second, by bisection; `found` ends with the one in force at
   * `low`.
   * Around a change at T from offset a to b, the wall times from T + min(a, b) to T + max(a, b) are skipped or occur
   * twice. Either way they are read with a: skipped ones then land as far after T as they lie in the gap, double ones
   * on their first occurrence. So b applies to wall times from T + max(a, b).
   */
  private addChanges(low: Instant, high: Instant, found: Change[]): void {
    const before = found.at(-1)!.offset;
    const offset = this.offsetOf(high);
    if (offset === before) return;
    if (high - low > SECOND_MS) {
      const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
      this.addChanges(low, middle, found);
      this.addChanges(middle, high, found);
    } else found.push({ instant: high, wall: high + Math.max(before, offset), offset });
  }
}

/** The UTC year of a time, limited to the years that have rules: beyond them the offset at the edge continues. */
function yearOf(time: Instant | Wall): number {
  const year = new Date(time).getUTCFullYear();
  return Number.isNaN(year) ? 1970 : Math.min(Math.max(year, 1), 9999);
}

function startOf(year: number): Instant {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, 0, 1);
}

function fixedZone(name: string): Zone | null {
  if (/^(z|utc)$/i.test(name)) return new OffsetZone('UTC', () => 0);
  // `+5`, `+05`, `+5:30`, `+530` and `+0530`; `+005` is no offset.
  const [, sign, hours, minutes = '0'] = /^(?:utc|gmt)?([+-])(?!0\d\d$)(\d{1,2})(?::?([0-5]\d))?$/i.exec(name) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (hours === undefined || Math.abs(offset) > 14 * 60) return null;
  return new OffsetZone(offsetText(offset), () => offset * MINUTE_MS);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** The only names of three letters in the IANA data. The runtime knows others, such as BST, which it reads as Dhaka. */
const THREE_LETTERS = /^(cet|eet|est|gmt|hst|met|mst|prc|roc|rok|uct|utc|wet)$/i;

function namedZone(name: string): Zone {
  const known = /^([a-z]{3}|[+-].*)$/i.test(name) && !THREE_LETTERS.test(name) ? null : runtimeName(name);
  if (known === null) {
    const says = { en: `"${name}" is not a time zone`, fr: `«\u00a0${name}\u00a0» n'est pas un fuseau horaire` };
    throw new Problem('unknown_zone', says, [
      ...didYouMean(nearZones(name)),
      {
        en: 'use a name of the form Area/City, such as Europe/Paris, or UTC, or an offset such as +01:00',
        fr: 'utilisez un nom de la forme Région/Ville, comme Europe/Paris, ou UTC, ou un décalage comme +01:00',
      },
    ]);
  }
  // Before 1973 tzOffset errs where clocks were less than an hour behind UTC: Monrovia's -00:44:30 comes out as +00:44:30.
  return new OffsetZone(known, (instant) => Math.round(tzOffset(known, new Date(instant)) * 60) * SECOND_MS);
}

/** The name with the runtime's capitals; an alias stays itself (the runtime would say Asia/Calcutta for Kolkata). */
function runtimeName(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return null;
  }
}

/** The known names most like a wrong one, at most three: `Paris` and `europe/pariss` find `Europe/Paris`. */
function nearZones(name: string): string[] {
  const wanted = plain(name);
  const slips = Math.min(3, Math.floor(city(wanted).length / 3));
  const away = (zone: string) => Math.min(distance(wanted, zone), distance(city(wanted), city(zone)));
  return closest(Intl.supportedValuesOf('timeZone'), slips, (zone) => away(plain(zone))).slice(0, 3);
}

function city(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
