import { add, compare, divide, type Fraction, multiply, negate, ofText, subtract } from '../../core/fraction.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Formula } from '../../kpis/formula.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { Measure } from '../../measures/measure.ts';
import type { Compared } from './checks-model.ts';
import { chosen, isPartOf } from './denominator.ts';

/** The values that a figure can have, both ends included; null for an end that is not bounded. */
export interface Range {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

const [zero, one, hundred] = [ofText('0'), ofText('1'), ofText('100')];
const anything: Range = { low: null, high: null };

/**
 * The range of a KPI by interval arithmetic on its formula, whatever the files hold: a count is not below 0, a share of
 * a count not above 1. Money is not bounded, since refunds, credits and corrections may reverse its sign.
 */
export function rangeOf({ unit, formula }: Kpi, options: KpiOptions): Range {
  // The net promoter score is a difference of two shares of the same answers.
  return unit === 'score' ? { low: negate(hundred), high: hundred } : ranges(formula, options);
}

/** The range of what a check compares, from the range of its KPI. */
export function comparedRange({ low, high }: Range, as: Compared): Range {
  const isPositive = low !== null && low.n >= 0n;
  switch (as) {
    case 'own':
      return { low, high };
    case 'relative':
      // From a base above 0 (others have no relative change) down to 0 at most.
      return { low: isPositive ? ofText('-1') : null, high: null };
    case 'absolute':
      return low === null || high === null ? anything : { low: subtract(low, high), high: subtract(high, low) };
    case 'attainment':
      return { low: isPositive ? zero : null, high: null };
  }
}

function ranges(given: Formula, options: KpiOptions): Range {
  const formula = chosen(given, options);
  const of = (inner: Formula): Range => ranges(inner, options);
  switch (formula.op) {
    case 'measure':
      return ofMeasure(formula.measure);
    case 'both':
      return { low: zero, high: null };
    case 'number':
      return point(ofText(formula.value));
    case 'setting': {
      const text = options[formula.option];
      return text === null ? anything : point(ofText(text));
    }
    case 'plus':
    case 'together':
      return formula.of.map(of).reduce(sum);
    case 'minus':
      return sum(of(formula.a), turned(of(formula.b)));
    case 'times':
      return formula.of.map(of).reduce(product);
    case 'least':
      return formula.of.map(of).reduce((a, b) => ({ low: least(a.low, b.low), high: lower(a.high, b.high) }));
    case 'per': {
      const [over, under] = [of(formula.over), of(formula.under)];
      const isShare = isNotNegative(over) && isNotNegative(under) && isPartOf(formula.over, formula.under);
      return isShare ? { low: zero, high: one } : quotient(over, under);
    }
    case 'part':
      return of(formula.part);
    case 'above_zero':
      return { low: zero, high: of(formula.of).high };
    case 'either':
      return formula.of.map(of).reduce(union);
    case 'if_known':
      return union(of(formula.of), point(zero));
    case 'alike':
    case 'total':
    case 'within':
      return of(formula.of);
    case 'kpi':
      return rangeOf(formula.kpi, options);
    case 'case':
    case 'raised':
      return anything;
    case 'payback':
      // The first month is the 1st.
      return { low: one, high: null };
  }
}

/** A count is not negative, nor is a time whose negative values are left out. */
function ofMeasure({ unit, value, where, aggregate }: Measure): Range {
  // A change may be a loss.
  if (aggregate === 'gained') return anything;
  const tests = where?.op === 'all' ? where.of : where === undefined ? [] : [where];
  const atLeastZero = tests.some(
    (test) => test.op === 'at_least' && test.value >= 0 && value?.op === 'field' && test.name === value.name,
  );
  return { low: unit === 'count' || atLeastZero ? zero : null, high: null };
}

const point = (value: Fraction): Range => ({ low: value, high: value });
const isNotNegative = ({ low }: Range): boolean => low !== null && low.n >= 0n;
const both = (a: Fraction | null, b: Fraction | null, of: (a: Fraction, b: Fraction) => Fraction): Fraction | null =>
  a === null || b === null ? null : of(a, b);
const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** The lower of two ends that are both known. */
const least = (a: Fraction | null, b: Fraction | null): Fraction | null => both(a, b, smaller);
/** The lower of two upper ends: an unknown one does not matter. */
const lower = (a: Fraction | null, b: Fraction | null): Fraction | null => both(a, b, smaller) ?? a ?? b;

const sum = (a: Range, b: Range): Range => ({ low: both(a.low, b.low, add), high: both(a.high, b.high, add) });
const union = (a: Range, b: Range): Range => ({ low: least(a.low, b.low), high: both(a.high, b.high, larger) });
const turned = ({ low, high }: Range): Range => ({
  low: high === null ? null : negate(high),
  high: low === null ? null : negate(low),
});

/** Factors that may be negative give no bound: no KPI needs it. */
function product(a: Range, b: Range): Range {
  if (!isNotNegative(a) || !isNotNegative(b)) return anything;
  return { low: both(a.low, b.low, multiply), high: both(a.high, b.high, multiply) };
}

function quotient(over: Range, under: Range): Range {
  if (!isNotNegative(over) || !isNotNegative(under)) return anything;
  return { low: zero, high: under.low === null || under.low.n === 0n ? null : both(over.high, under.low, divide) };
}
