import { DAY_MS } from '../core/civil.ts';
import type { Zone } from '../core/zone.ts';
import { saysNothing } from './blank.ts';
import { BLANK, type FieldKind, REFUSED, type Reason } from './field.ts';
import { isoDay, isoInstant, NOT_ISO } from './iso.ts';
import { type DateShape, type Moment, momentOf } from './moment.ts';

export interface Zones {
  /** The zone of times without an offset. */
  readonly source: Zone;
  /** The zone of the report's days. */
  readonly report: Zone;
}

const forms =
  'ISO dates and times, YYYYMMDD, 3/4/2026 in the order of the column, and dates with an English, French, German, ' +
  'Spanish, Italian, Dutch or Portuguese month. Years from 1900 to 2199; 24:00, leap seconds and days that no calendar has are refused';

/** Dates that databases write for missing ones. */
const isZeroDate = (text: string): boolean => /^0000-00-00(?:[ T]00:00:00)?$/.test(text.trim());

const isBlankDate = (text: string): boolean => saysNothing(text) || isZeroDate(text);

const why =
  (shape: DateShape) =>
  (text: string): Reason | null => {
    const found = isBlankDate(text) ? null : momentOf(text, shape);
    return typeof found === 'string' ? found : null;
  };

/** A kind that reads ISO texts directly, and others by way of their moment. */
const dated = (shape: DateShape, short: (text: string) => number, long: (moment: Moment) => number) => {
  // Every text of a unix column takes the long way: 20260301 there is a number of seconds.
  const quick = shape.unix === undefined ? short : () => NOT_ISO;
  return (text: string): number => {
    const value = quick(text);
    if (value !== NOT_ISO) return value;
    if (isBlankDate(text)) return BLANK;
    const moment = momentOf(text, shape);
    return typeof moment === 'string' ? REFUSED : long(moment);
  };
};

/** A local day. */
export const day = (shape: DateShape, zones: Pick<Zones, 'report'>): FieldKind => ({
  id: 'day',
  doc: `A day: ${forms}. Of a time with an offset the day in the report's zone, of one without the day it names.`,
  parse: dated(shape, isoDay, ({ is, at }) => {
    if (is === 'day') return at;
    return Math.floor((is === 'wall' ? at : zones.report.wall(at)) / DAY_MS);
  }),
  why: why(shape),
});

/** An instant. */
export const timestamp = (shape: DateShape, zones: Zones): FieldKind => ({
  id: 'timestamp',
  doc: `A time: ${forms}. A time without an offset is wall time in the source's zone; a bare date is the start of that day in the report's zone.`,
  parse: dated(
    shape,
    (text) => isoInstant(text, zones.source),
    ({ is, at }) => {
      if (is === 'instant') return at;
      return is === 'wall' ? zones.source.instant(at) : zones.report.instant(at * DAY_MS);
    },
  ),
  why: why(shape),
});
