import type { Unit } from './kinds.ts';

/** Figures of a cohort as a whole. */
export const cohortMetrics = ['customers', 'cac', 'payback', 'orders', 'unidentified_orders'] as const;
export type CohortMetric = (typeof cohortMetrics)[number];

/** Figures of a cohort at each age; those `per_customer` add up all ages so far. */
export const ageMetrics = [
  'active_customers',
  'retention',
  'orders',
  'orders_per_customer',
  'revenue_per_customer',
  'margin_per_customer',
] as const;
export type AgeMetric = (typeof ageMetrics)[number];

/** Of the cohort; `payback` counts its periods and its unit depends on their length. */
export const cohortUnits = {
  customers: 'count',
  cac: 'money',
  orders: 'count',
  unidentified_orders: 'count',
} as const satisfies Readonly<Record<Exclude<CohortMetric, 'payback'>, Unit>>;

export const ageUnits = {
  active_customers: 'count',
  retention: 'ratio',
  orders: 'count',
  orders_per_customer: 'decimal',
  revenue_per_customer: 'money',
  margin_per_customer: 'money',
} as const satisfies Readonly<Record<AgeMetric, Unit>>;
