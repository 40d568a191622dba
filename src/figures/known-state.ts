import { DAY_HOURS, type Day, dayOfHour } from '../core/civil.ts';
import type { NullReason } from '../core/kinds.ts';
import { markBit, uncovered, unreached } from '../kpis/evaluate.ts';
import { untilStart, type Window } from '../kpis/formula.ts';
import type { Measure } from '../measures/measure.ts';
import { recordOf } from '../records/index.ts';
import { rangesInPlace, type SourceCover } from './coverage.ts';
import { coversAll, type DayRange, touches } from './days.ts';
import { todayOf } from './figure-settings.ts';
import { type Place, spanOf, type Windows } from './place.ts';
import type { Suppliers } from './suppliers.ts';

/** A measure over windows, and the sources that its figures depend on. */
export interface SuppliedMeasure {
  readonly measure: Measure;
  readonly windows: Windows;
  readonly suppliers: readonly SourceCover[];
  /** The sources that it may be expected from. */
  readonly peers: readonly SourceCover[];
  /** The days that these cover together. */
  readonly ranges: readonly DayRange[];
}

/** Marks from coverage at a place, or the reason why a measure is not known there. */
export function stateOf(supplied: SuppliedMeasure, place: Place, sources: Suppliers): NullReason | number {
  const { measure, windows, suppliers, peers } = supplied;
  // Of a sum, each record shows whether its file says it.
  const isSeen = measure.aggregate === 'sum' && recordOf(measure.over).booked === 'day';
  let bits = peers.length > suppliers.length && !isSeen ? markBit('incomplete') : 0;
  for (const [field, mark] of Object.entries(measure.leavesOut ?? {})) {
    const having = suppliers.filter(({ fields }) => fields.has(field)).length;
    if (having < suppliers.length) bits |= markBit(having === 0 ? mark : 'incomplete');
  }
  for (const window of windows) {
    const state = stateInWindow(supplied, place, window, sources);
    if (typeof state === 'string') return state;
    bits |= state;
  }
  return measure.over === 'visit' && isRecent(place, sources) ? bits | markBit('provisional') : bits;
}

/** Web analytics still change in the two days after a day has ended. */
function isRecent({ elapsed }: Place, { settings: { asOf, zone } }: Suppliers): boolean {
  return elapsed.to > zone.hour(asOf - 48 * 3_600_000);
}

/** The last day of the orders of all sources. */
const lastOrderOf = (sources: Suppliers): Day =>
  Math.max(
    Number.NEGATIVE_INFINITY,
    ...sources
      .of('order')
      .map(({ last }) => last)
      .filter(Number.isFinite),
  );

/** Whether the shop itself says which orders are of new customers, and nothing else does: no older order is needed for it. */
const saysWhoIsNew = ({ tables }: SourceCover): boolean =>
  tables.every(({ plan: { fields } }) => fields.customer_key === undefined && fields.customer_type !== undefined);

/** The same as `stateOf` for one window. */
function stateInWindow(
  { measure, peers, ranges }: SuppliedMeasure,
  place: Place,
  window: Window | undefined,
  sources: Suppliers,
): NullReason | number {
  const { options, grain } = sources.settings;
  const today = todayOf(sources.settings);
  const span = spanOf(place, window, options);
  const [from, to] = [dayOfHour(span.from), Math.ceil((window === undefined ? place.elapsed.to : span.to) / DAY_HOURS)];
  let bits = 0;
  const isTouched = (start: Day, end: Day): boolean => peers.some((peer) => touches(peer.ranges, start, end));
  // A value since the start of a period is unknown if the files have nothing of the period, whatever they have of the
  // time before.
  const isOfPeriod = window === undefined || window === untilStart;
  if (isOfPeriod && !isTouched(dayOfHour(place.span.from), Math.ceil(place.elapsed.to / DAY_HOURS)))
    return 'not_covered';
  if (!isTouched(from, to))
    return window?.from === null && window !== untilStart ? 'not_covered' : 'insufficient_history';
  if (window?.from && Math.min(...peers.map(({ first }) => first)) > from) return 'insufficient_history';
  // No file can hold all of today. What lies before the files of a window has its own reason.
  const over = Math.min(to, today);
  const begin = ({ from: start }: SourceCover): Day => (window === undefined ? from : Math.max(from, start));
  if (peers.some((source) => !coversAll(rangesInPlace(source, peers), begin(source), over)))
    bits |= markBit('incomplete') | uncovered;
  if (peers.some(({ silent }) => silent.some(({ first, last }) => first < over && last >= from)))
    bits |= markBit('incomplete') | uncovered;
  if (!coversAll(ranges, from, over)) bits |= unreached;
  const isPartOfDay = span.from % DAY_HOURS !== 0 || span.to % DAY_HOURS !== 0;
  if (grain === 'hour' && isPartOfDay && peers.some(({ tables }) => tables.some(({ byDay }) => byDay)))
    return 'missing_kind';
  if (measure.history === 'first_order' && !options.assume_full_history && !peers.every(saysWhoIsNew)) {
    const start = dayOfHour(place.span.from);
    const { firstOrder } = sources.read;
    if (firstOrder === null || firstOrder >= start) return 'insufficient_history';
    if (start - firstOrder < options.history_days) bits |= markBit('short_history');
    // Customers who bought on days that no file has are counted as new.
    const since = Math.max(firstOrder, start - options.history_days);
    if (!coversAll(ranges, since, Math.min(start, today))) bits |= markBit('incomplete');
  }
  if (measure.matures !== undefined && to + options[measure.matures] > lastOrderOf(sources) + 1)
    return 'insufficient_history';
  return bits;
}
