import type { Hour } from '../../core/civil.ts';

/**
 * Between which two neighbours of some bounds (ascending) an hour lies, as the place of the first, found by bisection;
 * NULL before the first and from the last on.
 */
export function bucketSql(hour: string, bounds: readonly Hour[]): string {
  const tree = (from: number, to: number): string => {
    if (to - from === 1) return String(from);
    const half = (from + to) >> 1;
    return `CASE WHEN ${hour} < ${bounds[half]} THEN ${tree(from, half)} ELSE ${tree(half, to)} END`;
  };
  if (bounds.length < 2) return 'NULL';
  const tests = [`${hour} >= ${bounds[0]}`, `${hour} < ${bounds.at(-1)}`].filter((test) => !test.includes('Infinity'));
  return `CASE WHEN ${['true', ...tests].join(' AND ')} THEN ${tree(0, bounds.length - 1)} END`;
}
