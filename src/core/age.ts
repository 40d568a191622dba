import { civil, type Day, day, daysInMonth } from './civil.ts';

/** Units of customer ages, and the lengths that cohorts can have. */
export const ageGrains = ['day', 'week', 'month', 'quarter'] as const;
export type AgeGrain = (typeof ageGrains)[number];

/** Calendar months have no fixed length in days, so ages are counted in days or in months. */
const lengths = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
} as const satisfies Readonly<Record<AgeGrain, { readonly days: number } | { readonly months: number }>>;

/**
 * Whole days, weeks, months or quarters from one local day to a later one: 0 within the first. A month ends on the day
 * with the same number; if there is none (31 January, February) on the first day after it, 1 March.
 */
export function ageBetween(from: Day, to: Day, grain: AgeGrain): number {
  const length = lengths[grain];
  if ('days' in length) return Math.floor((to - from) / length.days);
  const [a, b] = [civil(from), civil(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  return Math.floor(months / length.months);
}

/** The first day on which something that began on a day reaches an age: the first `to` for which `ageBetween` returns it. */
export function dayOfAge(from: Day, age: number, grain: AgeGrain): Day {
  const length = lengths[grain];
  if ('days' in length) return from + age * length.days;
  const begun = civil(from);
  const months = begun.year * 12 + begun.month - 1 + age * length.months;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = daysInMonth(year, month);
  return begun.day <= last ? day(year, month, begun.day) : day(year, month, last) + 1;
}
