import type { Kind } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import { neededBy } from './evaluate.ts';
import { headlineFirst, isHeadline, leastHeadline } from './headline.ts';
import type { Formula, Kpi } from './kpi.ts';

/**
 * The KPIs that a first screen may show, if the files have records of these kinds: the headline, and if few of it can
 * have values all others.
 */
export function headlineCandidates(kpis: readonly Kpi[], kinds: ReadonlySet<Kind>, options: KpiOptions): Kpi[] {
  const isPossible = ({ formula }: Kpi): boolean => neededBy(formula, options).every(({ over }) => kinds.has(over));
  const possible = headlineFirst(kpis.filter((kpi) => isPossible(kpi) && twinOf(kpi, options) === null));
  const own = possible.filter(isHeadline);
  return own.length >= leastHeadline ? own : possible;
}

/** The KPI that says the same as another one, or the rest of it: sales under a second name, bounces beside engagement. */
export function twinOf({ formula, bands }: Kpi, options: KpiOptions): Kpi | null {
  if (bands !== undefined) return null;
  const is = chosenCase(formula, options);
  if (is.op === 'kpi') return is.kpi;
  const isRest = is.op === 'minus' && is.a.op === 'number' && is.a.value === '1';
  return isRest && is.b.op === 'kpi' ? is.b.kpi : null;
}

const chosenCase = (formula: Formula, options: KpiOptions): Formula =>
  (formula.op === 'case' ? formula.cases[String(options[formula.option])] : undefined) ?? formula;
