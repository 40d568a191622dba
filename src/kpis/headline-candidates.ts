import type { Kind } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import { asksTotal, neededBy } from './evaluate.ts';
import { headlineFirst, isHeadline, leastHeadline } from './headline.ts';
import type { Formula, Kpi } from './kpi.ts';

/** Of a kind of records, KPIs that take the place of others. */
const SPARE = 5;

/**
 * The KPIs that a first screen may show, if the files have records of these kinds: the headline, and if few of it can
 * have values all others. Where files of some kinds end early, a few of each kind can take the place of the headline.
 */
export function headlineCandidates(kpis: readonly Kpi[], kinds: ReadonlySet<Kind>, options: KpiOptions): Kpi[] {
  const isPossible = ({ formula }: Kpi): boolean => neededBy(formula, options).every(({ over }) => kinds.has(over));
  const possible = headlineFirst(kpis.filter((kpi) => isPossible(kpi) && twinOf(kpi, options) === null));
  const own = possible.filter(isHeadline);
  if (own.length < leastHeadline) return possible;
  const told = new Map<Kind, number>();
  const isSpare = (kpi: Kpi): boolean => {
    const [kind, another] = new Set(neededBy(kpi.formula, options).map(({ over }) => over));
    if (isHeadline(kpi) || kind === undefined || another !== undefined || asksTotal(kpi.formula, options)) return false;
    const many = (told.get(kind) ?? 0) + 1;
    told.set(kind, many);
    return many <= SPARE;
  };
  return [...own, ...possible.filter(isSpare)];
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
