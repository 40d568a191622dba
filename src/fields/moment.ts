import { DAY_MS, type Day, type Instant, MINUTE_MS, type Wall } from '../core/civil.ts';
import { zoneOf } from '../core/zone.ts';
import { bare } from './blank.ts';
import { clockAt } from './clock.ts';
import { type DateOrder, dateAt } from './date-text.ts';
import type { Reason } from './field.ts';

/** How a column writes its dates. */
export interface DateShape {
  /** The order of `03/04/2026`. Left out or `ymd`: the column has no such dates, and any is refused. */
  readonly order?: DateOrder | undefined;
  /** The column counts seconds, milliseconds or microseconds since 1970. Never guessed from the digits. */
  readonly unix?: 's' | 'ms' | 'us' | undefined;
}

/** What a text says, before any zone is applied: a date, a wall time or an instant. */
export type Moment =
  | { readonly is: 'day'; readonly at: Day }
  | { readonly is: 'wall'; readonly at: Wall }
  | { readonly is: 'instant'; readonly at: Instant };

const END_OF_2199: Instant = 7_258_118_400_000;

/** Digits since 1970, cut to milliseconds; null for other texts. */
const unixInstant = (text: string, unit: 's' | 'ms' | 'us'): Instant | null => {
  const found = /^(\d{1,16})(?:\.(\d{1,9}))?$/.exec(text);
  if (found === null) return null;
  const [, whole, fraction = ''] = found;
  if (unit === 's') return Number(whole) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return unit === 'ms' ? Number(whole) : Math.floor(Number(whole) / 1000);
};

/** A time with the name of its zone: `2026-03-13 10:00 [Europe/Paris]`. */
const zoned = /^(.*\S)\s*\[([^[\]]+)\]$/;

function inZone(moment: Moment | Reason, name: string): Moment | Reason {
  if (typeof moment === 'string' || moment.is !== 'wall') return moment;
  try {
    return { is: 'instant', at: zoneOf(name).instant(moment.at) };
  } catch {
    return 'unknown_zone';
  }
}

/** Reads a date in any known form; the reason if it is not one. */
export const momentOf = (text: string, shape: DateShape): Moment | Reason => {
  const trimmed = bare(text);
  if (shape.unix !== undefined) {
    const at = unixInstant(trimmed, shape.unix);
    if (at !== null) return at < END_OF_2199 ? { is: 'instant', at } : 'out_of_range';
  }
  const named = trimmed.endsWith(']') ? zoned.exec(trimmed) : null;
  if (named !== null) return inZone(momentOf(named[1]!, shape), named[2]!);
  const date = dateAt(trimmed, shape.order ?? 'ymd');
  if (typeof date === 'string') return date;
  if (date.rest === '') return { is: 'day', at: date.day };
  const clock = clockAt(date.rest);
  if (typeof clock === 'string') return clock;
  const at = date.day * DAY_MS + clock.ms;
  return clock.offset === null ? { is: 'wall', at } : { is: 'instant', at: at - clock.offset * MINUTE_MS };
};
