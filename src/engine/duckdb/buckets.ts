import { HOUR_MS, type Hour } from '../../core/civil.ts';
import type { Zone } from '../../core/zone.ts';
import { hourSql } from '../../core/zone-sql.ts';

/** The place of a value among bounds, by bisection; NULL before the first and from the last on. */
function placeSql(value: string, bounds: readonly number[]): string {
  const tree = (from: number, to: number): string => {
    if (to - from === 1) return String(from);
    const half = (from + to) >> 1;
    return `CASE WHEN ${value} < ${bounds[half]} THEN ${tree(from, half)} ELSE ${tree(half, to)} END`;
  };
  if (bounds.length < 2) return 'NULL';
  const [first, last] = [bounds[0], bounds.at(-1)];
  return `CASE WHEN ${value} >= ${first} AND ${value} < ${last} THEN ${tree(0, bounds.length - 1)} END`;
}

/**
 * Between which two neighbours of some bounds (local hours, ascending) an instant lies, as the place of the first.
 * Compared as instants if the hours never go back within the bounds and each begins at one instant; else hour by hour.
 */
export function bucketSql(instant: string, bounds: readonly Hour[], zone: Zone): string {
  const finite = bounds.map((hour) => Math.min(Math.max(hour, -8e5), 2e6));
  const instants = finite.map((hour) => zone.instant(hour * HOUR_MS));
  const begins = finite.every((hour, i) => zone.hour(instants[i]!) >= hour && zone.hour(instants[i]! - 1) < hour);
  return begins && neverGoesBack(zone, instants)
    ? placeSql(instant, instants)
    : placeSql(hourSql(instant, zone), finite);
}

/** Whether no clock change within the instants leads back to an hour that was over. */
function neverGoesBack(zone: Zone, instants: readonly number[]): boolean {
  const year = (instant: number) => Math.min(Math.max(new Date(instant).getUTCFullYear(), 1900), 2199);
  const stretches = zone.stretches('instants', year(instants[0] ?? 0), year(instants.at(-1) ?? 0));
  return stretches.every(({ from }, i) => i === 0 || zone.hour(from) >= zone.hour(from - 1));
}
