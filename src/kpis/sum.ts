import type { Aggregate } from '../measures/measure.ts';
import type { Formula } from './formula.ts';

const additive: readonly Aggregate[] = ['count', 'sum'];
const growing: readonly Aggregate[] = [...additive, 'distinct', 'distinct_repeated', 'visitors'];

/** Whether the values of two spans add up to that of both together. */
export const isSum = (formula: Formula): boolean => isMadeOf(formula, additive);

/** Whether more days only make it more: a sum, or a number of distinct customers. */
export const isTotal = (formula: Formula): boolean => isMadeOf(formula, growing);

function isMadeOf(formula: Formula, aggregates: readonly Aggregate[]): boolean {
  const isOne = (one: Formula): boolean => isMadeOf(one, aggregates);
  switch (formula.op) {
    case 'measure':
      return formula.window === undefined && aggregates.includes(formula.measure.aggregate);
    case 'kpi':
      return isOne(formula.kpi.formula);
    case 'plus':
      return formula.of.every(isOne);
    case 'minus':
      return isOne(formula.a) && isOne(formula.b);
    case 'either':
      return formula.of.every(isOne);
    case 'case':
      return Object.values(formula.cases).every(isOne);
    case 'if_known':
    case 'raised':
      return formula.op === 'raised' || isOne(formula.of);
    default:
      return false;
  }
}
