import { unreached } from '../../kpis/evaluate.ts';
import { isTotal } from '../../kpis/sum.ts';
import { holds, isFloor } from './bound.ts';
import type { Bound, Check } from './checks-model.ts';
import type { Evidence, Judgement } from './verdict.ts';

/**
 * Whether the days that no file has may still turn a verdict. A total of a part of its period is the least that it comes to: it is above a
 * minimum, or above a maximum, for good; that it is below either of them the rest may change. What is compared with a base that lacks days
 * in the same way stays, and a rate of some days stands for all of them.
 */
export function isUndecided(
  { kpi, must, should }: Pick<Check, 'kpi' | 'must' | 'should'>,
  { current, base }: Pick<Evidence, 'current' | 'base'>,
  { compared, because }: Pick<Judgement, 'compared' | 'because'>,
): boolean {
  if (compared === null || because !== null || !isTotal(kpi.formula)) return false;
  if ((current.marks & unreached) === 0 || ((base?.marks ?? 0) & unreached) !== 0) return false;
  const isReached = (bound: Bound): boolean => isFloor(bound) === holds(bound, compared);
  // A maximum that must hold and does not fails, whatever comes of the other bound.
  if (must !== null && !isFloor(must) && isReached(must)) return false;
  return [must, should].some((bound) => bound !== null && !isReached(bound));
}
