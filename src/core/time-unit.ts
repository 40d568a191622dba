/**
 * Units that a column of dates may count in. `us_week` is the week of Google Analytics: they begin on Sundays, the
 * first on 1 January; `nth_week` and `nth_month` count from 0 at the first day of the period; `day` is also the day of
 * a month.
 */
export type TimeUnit =
  | 'day'
  | 'week'
  | 'week_ending'
  | 'iso_week'
  | 'us_week'
  | 'nth_week'
  | 'month'
  | 'nth_month'
  | 'quarter'
  | 'year'
  | 'iso_year';
