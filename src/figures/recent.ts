import { DAY_HOURS, dayOfHour } from '../core/civil.ts';
import * as exact from '../core/fraction.ts';
import { nothing, type Operand, uncovered } from '../kpis/evaluate.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { isSum } from '../kpis/sum.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Place } from './place.ts';

/** Four whole weeks: each weekday counts alike. */
const DAYS = 28;
const days = exact.ofText(String(DAYS));

/** The last 28 complete days that end with a period; those before now if it has not ended. */
export function lastDays({ elapsed }: Place, { asOf, zone }: ReportSettings): Place {
  const today = dayOfHour(zone.hour(asOf));
  const end = Math.min(dayOfHour(elapsed.to), today) * DAY_HOURS;
  const span = { from: end - DAYS * DAY_HOURS, to: end };
  return { span, elapsed: span };
}

/**
 * The mean of 28 days, from the value of their span: additive values are divided by the number of days, others are
 * already a mean: the mean of 28 ratios would weigh a day of one visit like a day of thousands.
 */
export function dayMean(kpi: Kpi, { value, reason, marks }: Operand): Operand {
  // A mean of a code (`healthy`) means nothing.
  if (kpi.bands !== undefined) return nothing('no_observations');
  if (value === null) return nothing(reason === 'not_covered' ? 'insufficient_history' : (reason ?? 'no_observations'));
  if ((marks & uncovered) !== 0) return nothing('insufficient_history');
  return { value: isSum(kpi.formula) ? exact.divide(value, days) : value, marks };
}
