import { unreached } from '../../kpis/evaluate.ts';
import { isTotal } from '../../kpis/sum.ts';
import { holds, isFloor } from './bound.ts';
import type { Bound, Check } from './checks-model.ts';
import type { Evidence, Judgement } from './verdict.ts';

/**
 * Whether the days that no file has may still change a verdict. A total over a part of its period is a lower limit:
 * above a minimum or a maximum, it stays above; below one, the rest may change that. A comparison with a base that
 * lacks days in the same way holds, and a rate of some days represents all of them if both its sides are of these
 * days.
 */
export function isUndecided(
  { kpi, must, should }: Pick<Check, 'kpi' | 'must' | 'should'>,
  { current, base }: Pick<Evidence, 'current' | 'base'>,
  { compared, because }: Pick<Judgement, 'compared' | 'because'>,
): boolean {
  if (compared === null || because !== null || !isTotal(kpi.formula)) return false;
  if ((current.marks & unreached) === 0 || ((base?.marks ?? 0) & unreached) !== 0) return false;
  const isReached = (bound: Bound): boolean => isFloor(bound) === holds(bound, compared);
  // A broken maximum in `must` fails, whatever the other bound gives.
  if (must !== null && !isFloor(must) && isReached(must)) return false;
  return [must, should].some((bound) => bound !== null && !isReached(bound));
}
