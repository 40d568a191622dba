import type { CalendarRules, Grain, Span } from './calendar.ts';
import { civil, day, dayOfHour, modulo } from './civil.ts';

/** Lengths of periods that have a season: how many make a year; each has a number in it. */
const seasons = { week: 52, month: 12, quarter: 4 } as const;
export type SeasonalGrain = keyof typeof seasons;

export const seasonalGrains = Object.keys(seasons) as SeasonalGrain[];
export const isSeasonal = (grain: Grain): grain is SeasonalGrain => Object.hasOwn(seasons, grain);

/** Complete periods of two years: with fewer, a seasonal pattern cannot be distinguished from a single event. */
export const twoYearsOf = (grain: SeasonalGrain): number => 2 * seasons[grain];

/**
 * The season of a period, from 1: its month, its fiscal quarter, its week. The 53rd week, which one year in five or six has, counts
 * as the first: by its dates it lies where other years have their first, and `yearBefore` compares it with that one, too.
 */
export function seasonOf({ from }: Span, grain: SeasonalGrain, { fiscalYearStartMonth }: CalendarRules): number {
  const first = dayOfHour(from);
  switch (grain) {
    case 'month':
      return civil(first).month;
    case 'quarter':
      return Math.floor(modulo(civil(first).month - fiscalYearStartMonth, 12) / 3) + 1;
    case 'week': {
      // As ISO 8601 counts: within the year that contains the middle of the week, on whichever day it begins.
      const middle = first + 3;
      const week = Math.floor((middle - day(civil(middle).year, 1, 1)) / 7) + 1;
      return week === 53 ? 1 : week;
    }
  }
}
