/** Words that a user chooses from, on the command line and in the configuration alike. */

/** Lengths of periods. `all` is the whole span of a report: not a period of the calendar. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'all'] as const;
export type Grain = (typeof grains)[number];

/** Other periods that a period is compared with. */
export const periodComparisons = ['previous', 'year'] as const;
export type PeriodComparison = (typeof periodComparisons)[number];

/** What figures are compared with: another period, past values of the season, the last 28 days, published benchmarks. */
export const comparisons = [...periodComparisons, 'season', 'mean', 'benchmark'] as const;
export type Against = (typeof comparisons)[number];

export const formats = ['table', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

/** What reports can be printed as, by an option or the configuration. */
export const reportFormats = [
  'table',
  'text',
  'json',
  'csv',
  'csv-excel',
  'markdown',
  'html',
  'xlsx',
  'eml',
  'slack',
] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What records can be written as. */
export const recordFormats = ['csv', 'ndjson', 'parquet'] as const;
export type RecordFormat = (typeof recordFormats)[number];

export const engines = ['auto', 'memory', 'duckdb'] as const;
export type Engine = (typeof engines)[number];

/** By what a file is recognised that an earlier run has read, if by anything. */
export const cacheModes = ['stat', 'content', 'off'] as const;
export type CacheMode = (typeof cacheModes)[number];

/** What can be done to what earlier runs have kept. */
export const cacheActions = ['status', 'clear'] as const;
export type CacheAction = (typeof cacheActions)[number];

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];
