import type { CalendarRules } from '../core/calendar.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** ISO number of a day: `wednesday` and 3 are 3. */
export const weekdayNumber = (given: number | (typeof weekdays)[number]): CalendarRules['weekStart'] =>
  (typeof given === 'number' ? given : weekdays.indexOf(given) + 1) as CalendarRules['weekStart'];
