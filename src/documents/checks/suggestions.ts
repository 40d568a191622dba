import type { Grain, Period } from '../../core/calendar.ts';
import { modulo } from '../../core/civil.ts';
import { compare, type Fraction, multiply, ofText } from '../../core/fraction.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import { boundsOf, leastValues, type UsualRange, usualOf } from '../../core/usual.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { roundedText } from './amount-text.ts';
import { boundOf, holds, settledBy } from './bound.ts';
import type { Bound } from './checks-model.ts';
import type { KpiHistory } from './history.ts';
import { rangeOf } from './value-range.ts';

/** The usual value of a KPI. */
export interface Usual extends UsualRange {
  /** The number of values behind it. */
  readonly count: number;
  /** All periods in order, including those without a value. */
  readonly periods: readonly Period[];
}

/** A check that the files would have passed. */
export interface Proposed {
  readonly kpi: Kpi;
  readonly usual: Usual;
  readonly must: Bound;
  /** Below this count the KPI varies too much for a check. */
  readonly minBase: { readonly kpi: Kpi; readonly least: string } | null;
  /** Some periods have no value, which is no failure. */
  readonly skipsNull: boolean;
}

/** Why no check is proposed. */
export type Refused =
  /** Neither more nor less of it is better. */
  | { readonly because: 'neutral' }
  /** Its values are words. */
  | { readonly because: 'words' }
  | { readonly because: 'few'; readonly count: number; readonly periods: readonly Period[] }
  /** The last period, which the check would be evaluated in first, has no value. */
  | { readonly because: 'unknown'; readonly period: Period }
  /** It was 0 most of the time: any other value would break the bound. */
  | { readonly because: 'zero'; readonly usual: Usual }
  /** No value could be beyond a bound so far from the median. */
  | { readonly because: 'unsteady'; readonly usual: Usual }
  /** The last period is beyond the bound itself. */
  | { readonly because: 'beyond'; readonly usual: Usual; readonly must: Bound; readonly value: Fraction };

export type Suggestion = Proposed | ({ readonly kpi: Kpi } & Refused);

const [half, one] = [ofText('0.5'), ofText('1')];

/**
 * Checks with a bound 3 spreads from the median of past values, on the bad side; one outlier moves neither. Days are
 * compared with the same weekday, hours with the same hour of the same weekday, and the bound is the most lenient of
 * all weekdays (and hours), because a check applies to all of them. Bounds are rounded outwards to two digits.
 */
export const suggestionsFor = (
  histories: readonly KpiHistory[],
  periods: readonly Period[],
  grain: Grain,
  options: KpiOptions,
): Suggestion[] =>
  histories.map((history) => ({ kpi: history.kpi, ...suggestionFor(history, periods, grain, options) }));

function suggestionFor(
  { kpi, values, base }: KpiHistory,
  periods: readonly Period[],
  grain: Grain,
  options: KpiOptions,
): Omit<Proposed, 'kpi'> | Refused {
  if (kpi.unit === 'text') return { because: 'words' };
  if (kpi.direction === 'flat') return { because: 'neutral' };
  const known = values.flatMap((value) => value ?? []);
  const classes = alike(periods, grain).map((places) => ({
    periods: places.map((place) => periods[place]!),
    values: places.flatMap((place) => values[place] ?? []),
  }));
  if (known.length === 0) return { because: 'few', count: 0, periods };
  // A weekday on which the shop is closed has no values and does not count.
  const [fewest] = classes
    .filter((one) => one.values.length > 0 && one.values.length < leastValues)
    .sort((a, b) => a.values.length - b.values.length);
  if (fewest !== undefined) return { because: 'few', count: fewest.values.length, periods: fewest.periods };
  const last = values.at(-1);
  if (last === null || last === undefined) return { because: 'unknown', period: periods.at(-1)! };
  const isFloor = kpi.direction === 'up';
  const limits = classes
    .filter((one) => one.values.length > 0)
    .map((one) => {
      const usual = { ...usualOf(one.values), count: one.values.length, periods: one.periods };
      const { low, high } = boundsOf(usual);
      return { usual, limit: isFloor ? low : high };
    });
  const { usual, limit } = limits.reduce((a, b) => (compare(b.limit, a.limit) < 0 === isFloor ? b : a));
  if (usual.spread.n === 0n) return { because: 'zero', usual };
  const text = `${isFloor ? '>=' : '<='} ${roundedText(limit, kpi.unit, 2, isFloor ? 'down' : 'up')}`;
  const must = boundOf(text, kpi.unit, 'own').bound;
  // Amounts of money may fall below 0; a minimum of 0 or less is pointless if none ever did.
  const isEmpty = isFloor && must.value.n <= 0n && known.every(({ n }) => n >= 0n);
  if (isEmpty || settledBy(rangeOf(kpi, options), must) !== null) return { because: 'unsteady', usual };
  if (!holds(must, last)) return { because: 'beyond', usual, must, value: last };
  const minBase = base === null ? null : minBaseOf(base, values);
  const isSmall = (place: number): boolean => {
    const count = base?.values[place];
    return minBase !== null && count != null && compare(count, ofText(minBase.least)) < 0;
  };
  return { usual, must, minBase, skipsNull: values.some((value, place) => value === null && !isSmall(place)) };
}

/** Periods that are compared with each other, by their places. */
function alike(periods: readonly Period[], grain: Grain): number[][] {
  const cycle = grain === 'day' || grain === 'hour' ? 7 * 24 : 1;
  const classes = new Map<number, number[]>();
  for (const [place, { from }] of periods.entries()) {
    const key = modulo(from, cycle);
    classes.set(key, [...(classes.get(key) ?? []), place]);
  }
  return [...classes.values()];
}

/** Half of the smallest count behind a value; null if that is unknown, or at most 1. */
function minBaseOf(base: NonNullable<KpiHistory['base']>, values: readonly (Fraction | null)[]): Proposed['minBase'] {
  const counts = base.values.filter((_, place) => values[place] !== null);
  const known = counts.flatMap((count) => count ?? []);
  if (known.length < counts.length || known.length === 0) return null;
  const smallest = known.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const least = roundedText(multiply(half, smallest), 'count', 2, 'down');
  return compare(ofText(least), one) > 0 ? { kpi: base.kpi, least } : null;
}
