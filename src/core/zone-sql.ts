import { HOUR_MS } from './civil.ts';
import type { Stretch, Zone } from './zone.ts';

/** The years whose clock changes SQL knows: times outside are left to TypeScript. */
const years = { from: 1990, to: 2049 } as const;

/** Whether an instant lies within the years. */
export const withinYears = (instant: string, zone: Zone): string => {
  const stretches = zone.stretches('instants', years.from, years.to);
  return `(${instant} >= ${stretches[0]?.from} AND ${instant} < ${stretches.at(-1)?.to})`;
};

/** A time with the offset of its stretch added or subtracted, found by bisection. */
function shifted(time: string, stretches: readonly Stretch[], sign: '+' | '-'): string {
  const [first] = stretches;
  if (stretches.length === 1) return `${time} ${sign} ${first?.offset}`;
  const half = stretches.length >> 1;
  const [before, after] = [stretches.slice(0, half), stretches.slice(half)];
  return `CASE WHEN ${time} < ${after[0]?.from} THEN ${shifted(time, before, sign)} ELSE ${shifted(time, after, sign)} END`;
}

function within(time: string, stretches: readonly Stretch[], sign: '+' | '-'): string {
  const [from, to] = [stretches[0]?.from, stretches.at(-1)?.to];
  return `CASE WHEN ${time} >= ${from} AND ${time} < ${to} THEN ${shifted(time, stretches, sign)} END`;
}

/** The instant of a wall time, in SQL; NULL outside the years. */
export const instantSql = (wall: string, zone: Zone): string =>
  within(wall, zone.stretches('walls', years.from, years.to), '-');

/** The local hour of an instant, in SQL; NULL outside the years. */
export const hourSql = (instant: string, zone: Zone): string =>
  `CAST(floor((${within(instant, zone.stretches('instants', years.from, years.to), '+')}) / ${HOUR_MS}.0) AS INTEGER)`;
