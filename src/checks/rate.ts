import type { KpiOptions } from '../core/options.ts';
import type { Formula } from '../kpis/formula.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { isSame } from './subset.ts';

/** A rate as what is counted and the count that it is a share of; either is not known where the other is not. */
export interface Rate {
  readonly part: Formula;
  readonly whole: Formula;
}

/**
 * The two counts of a KPI that is a share of a count, such as sessions with a purchase of all sessions; null for any other, above
 * all for quotients of money: chance has another size there.
 */
export function rateOf({ unit, formula }: Kpi, options: KpiOptions): Rate | null {
  return unit === 'ratio' ? rateIn(formula, options) : null;
}

function rateIn(formula: Formula, options: KpiOptions): Rate | null {
  switch (formula.op) {
    case 'kpi':
      return rateIn(formula.kpi.formula, options);
    case 'case': {
      const chosen = formula.cases[String(options[formula.option])];
      return chosen === undefined ? null : rateIn(chosen, options);
    }
    case 'per': {
      const isRate = isPart(formula.over, formula.under, options) && isCount(formula.under, options);
      return isRate ? { part: formula.over, whole: formula.under } : null;
    }
    case 'minus': {
      // All but a share: the rest of the count.
      const rest = formula.a.op === 'number' && formula.a.value === '1' ? rateIn(formula.b, options) : null;
      return rest === null ? null : { part: { op: 'minus', a: rest.whole, b: rest.part }, whole: rest.whole };
    }
    case 'either': {
      const rates = formula.of.map((term) => rateIn(term, options));
      const all = rates.flatMap((rate) => (rate === null ? [] : [rate]));
      if (all.length < rates.length) return null;
      return {
        part: { op: 'either', of: all.map(({ part, whole }) => onlyWith(part, whole)) },
        whole: { op: 'either', of: all.map(({ part, whole }) => onlyWith(whole, part)) },
      };
    }
    default:
      return null;
  }
}

/** A count that gives way to the next of `either` where the other of its pair is missing, as their quotient would. */
const onlyWith = (count: Formula, other: Formula): Formula => ({
  op: 'plus',
  of: [count, { op: 'minus', a: other, b: other }],
});

/** What is counted, which may be all but another count. */
function isPart(formula: Formula, whole: Formula, options: KpiOptions): boolean {
  const inner = formula.op === 'kpi' ? formula.kpi.formula : formula;
  if (inner.op === 'minus') return isSame(inner.a, whole) && isCount(inner.a, options) && isCount(inner.b, options);
  return isCount(formula, options);
}

function isCount(formula: Formula, options: KpiOptions): boolean {
  switch (formula.op) {
    case 'measure':
      return formula.measure.unit === 'count';
    case 'both':
      return true;
    case 'part':
      return isCount(formula.part, options);
    case 'plus':
      return formula.of.every((term) => isCount(term, options));
    case 'total':
    case 'within':
      return isCount(formula.of, options);
    case 'kpi':
      return isCount(formula.kpi.formula, options);
    case 'case': {
      const chosen = formula.cases[String(options[formula.option])];
      return chosen !== undefined && isCount(chosen, options);
    }
    default:
      return false;
  }
}
