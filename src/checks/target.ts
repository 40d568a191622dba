import type { Span } from '../core/calendar.ts';
import { DAY_HOURS, dayText } from '../core/civil.ts';
import { isSameValue } from '../core/dimension-values.ts';
import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import type { Dimension } from '../core/kinds.ts';
import type { Formula } from '../kpis/formula.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { isSum } from '../kpis/sum.ts';
import type { Target } from './check.ts';

/** What is to be reached in a span. */
export interface Due {
  /** The days that the targets were set for, `2026-10-01..2026-12-31`; empty where there is none. */
  readonly period: string;
  /** Null where some day of the span has no target. */
  readonly value: Fraction | null;
}

/**
 * What targets ask of a KPI in a span of hours, for a group: a sum in time (sales, orders) by its real days, so that a week of a
 * target for a quarter is a thirteenth or so of it. Of anything else (a rate, a mean, different customers) the target holds as it is,
 * for different customers only over just the days that it is set for. Where several targets hold a day the shortest has it.
 */
export function targetOver(
  targets: readonly Target[],
  kpi: Kpi,
  span: Span,
  group: Readonly<Partial<Record<Dimension, string>>>,
): Due {
  const own = targets
    .filter((target) => target.kpi.id === kpi.id && isOf(target, group))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const used = new Set<Target>();
  let value: Fraction | null = exact.ofText('0');
  const hours = exact.ofText(String(span.to - span.from));
  for (let hour = span.from; hour < span.to; ) {
    const day = Math.floor(hour / DAY_HOURS);
    const end = Math.min(span.to, (day + 1) * DAY_HOURS);
    const target = own.find(({ from, to }) => from <= day && day <= to);
    if (target === undefined) return { period: '', value: null };
    used.add(target);
    const part = exact.ofText(String(end - hour));
    const whole = isSum(kpi.formula) ? exact.ofText(String((target.to - target.from + 1) * DAY_HOURS)) : hours;
    value = exact.add(value, exact.divide(exact.multiply(target.value, part), whole));
    hour = end;
  }
  const first = Math.min(...[...used].map(({ from }) => from));
  const last = Math.max(...[...used].map(({ to }) => to));
  const exactly = first * DAY_HOURS === span.from && (last + 1) * DAY_HOURS === span.to && used.size === 1;
  return { period: `${dayText(first)}..${dayText(last)}`, value: isDistinct(kpi) && !exactly ? null : value };
}

const isOf = ({ only }: Target, group: Readonly<Partial<Record<Dimension, string>>>): boolean =>
  only.size === Object.keys(group).length &&
  [...only].every(([dimension, value]) => isSameValue(dimension, value, group[dimension] ?? ''));

/** Whether a KPI counts different things, which another span may count again: it neither adds up nor stays what it is. */
const isDistinct = ({ unit, formula }: Kpi): boolean => unit === 'count' && countsDifferent(formula);

function countsDifferent(formula: Formula): boolean {
  switch (formula.op) {
    case 'measure':
      return ['distinct', 'distinct_repeated', 'visitors'].includes(formula.measure.aggregate);
    case 'both':
      return countsDifferent({ op: 'measure', measure: formula.measure });
    case 'kpi':
      return countsDifferent(formula.kpi.formula);
    case 'plus':
    case 'either':
      return formula.of.some(countsDifferent);
    case 'minus':
      return countsDifferent(formula.a) || countsDifferent(formula.b);
    case 'case':
      return Object.values(formula.cases).some(countsDifferent);
    case 'above_zero':
    case 'if_known':
    case 'within':
    case 'total':
      return countsDifferent(formula.of);
    case 'part':
      return countsDifferent(formula.part);
    default:
      return false;
  }
}
