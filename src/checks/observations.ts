import type { KpiOptions } from '../core/options.ts';
import type { Formula } from '../kpis/formula.ts';
import type { Kpi } from '../kpis/kpi.ts';

/** What a KPI's value rests on: the answers behind it, or the count that it is divided by; null where there is no such number. */
export function observationsOf(kpi: Kpi, options: KpiOptions): Formula | null {
  if (kpi.sample !== undefined) return { op: 'measure', measure: kpi.sample };
  return dividedBy(kpi.formula, options);
}

function dividedBy(formula: Formula, options: KpiOptions): Formula | null {
  switch (formula.op) {
    case 'kpi':
      return observationsOf(formula.kpi, options);
    case 'case': {
      const chosen = formula.cases[String(options[formula.option])];
      return chosen === undefined ? null : dividedBy(chosen, options);
    }
    case 'either':
    case 'times': {
      // The first way, and the first factor, that is a quotient: the others are its stand-ins and scales.
      for (const term of formula.of) {
        const found = dividedBy(term, options);
        if (found !== null) return found;
      }
      return null;
    }
    case 'per':
      return isCount(formula.under, options) ? formula.under : null;
    default:
      return null;
  }
}

/** Whether a formula counts something. */
function isCount(formula: Formula, options: KpiOptions): boolean {
  switch (formula.op) {
    case 'measure':
      return formula.measure.unit === 'count';
    case 'both':
      return true;
    case 'kpi':
      return formula.kpi.unit === 'count';
    case 'case': {
      const chosen = formula.cases[String(options[formula.option])];
      return chosen !== undefined && isCount(chosen, options);
    }
    case 'plus':
    case 'either':
      return formula.of.every((term) => isCount(term, options));
    case 'above_zero':
    case 'if_known':
    case 'within':
    case 'total':
      return isCount(formula.of, options);
    case 'part':
      return isCount(formula.part, options);
    default:
      return false;
  }
}
