/** The kinds of records, each with its schema in `records/`. */
export const kinds = [
  'order',
  'order_line',
  'refund',
  'checkout',
  'visit',
  'spend',
  'ticket',
  'survey',
  'social',
  'email',
  'search',
  'lead',
  'cost',
] as const;
export type Kind = (typeof kinds)[number];

/** What a figure can be broken down by. */
export const dimensions = [
  'channel',
  'source',
  'campaign',
  'country',
  'region',
  'device',
  'store',
  'contact_channel',
  'payment_method',
  'discount_code',
] as const;
export type Dimension = (typeof dimensions)[number];

/** The groups that KPIs are listed under, in the order shown. */
export const groups = ['sales', 'traffic', 'acquisition', 'customers', 'service', 'social'] as const;
export type Group = (typeof groups)[number];

/** What a KPI is measured in. */
export type Unit = 'money' | 'ratio' | 'multiple' | 'count' | 'decimal' | 'duration' | 'score' | 'months' | 'text';

/** What a KPI may be in place of a number, from worst to best, except the last, which is too much of it. */
export const codes = ['loss', 'weak', 'healthy', 'under_investing'] as const;
export type Code = (typeof codes)[number];

/** Shown where a record has no value of a dimension; a file that contains this word has none either. */
export const unattributed = '(unattributed)';

/** Why a figure is not known. */
export type NullReason =
  | 'missing_kind'
  | 'zero_denominator'
  | 'no_observations'
  | 'insufficient_history'
  | 'not_covered'
  | 'inconsistent_counts'
  | 'not_reached'
  | 'not_identified'
  | 'negative_base'
  | 'incomplete_base';

/** What qualifies a figure beside its value, in the order in which marks are printed. */
export const marks = [
  'approx',
  'incomplete',
  'short_history',
  'provisional',
  'low_sample',
  'no_refunds',
  'no_discounts',
] as const;
export type Mark = (typeof marks)[number];
