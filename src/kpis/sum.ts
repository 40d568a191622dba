import type { Formula } from './formula.ts';

/** Whether the values of two spans add up to that of both together. */
export function isSum(formula: Formula): boolean {
  switch (formula.op) {
    case 'measure':
      return formula.window === undefined && ['count', 'sum'].includes(formula.measure.aggregate);
    case 'kpi':
      return isSum(formula.kpi.formula);
    case 'plus':
      return formula.of.every(isSum);
    case 'minus':
      return isSum(formula.a) && isSum(formula.b);
    case 'either':
      return formula.of.every(isSum);
    case 'case':
      return Object.values(formula.cases).every(isSum);
    case 'if_known':
    case 'raised':
      return formula.op === 'raised' || isSum(formula.of);
    default:
      return false;
  }
}
