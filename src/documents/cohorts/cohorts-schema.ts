import { z } from 'zod';
import { ageGrains } from '../../core/age.ts';
import { ageMetrics, cohortMetrics } from '../../core/cohort-limits.ts';
import { dimensions, marks } from '../../core/kinds.ts';
import { words } from '../../page/page-words.ts';
import { count, day, keysOf, schemaFile, units, warning } from '../../page/schema-parts.ts';

const reason = z.enum(keysOf(words.en.reasons));

/** The three maps of a row of figures, each by metric. */
const maps = <const M extends string>(metrics: readonly [M, ...M[]]) => ({
  values: z.record(z.enum(metrics), z.number().nullable()).describe('Ratios are fractions.'),
  nulls: z.partialRecord(z.enum(metrics), reason).describe('The reason of every null, by metric.'),
  flags: z.partialRecord(z.enum(metrics), z.array(z.enum(marks))),
});

const metric = <const M extends string>(ids: readonly [M, ...M[]]) =>
  z.strictObject({ id: z.enum(ids), label: z.string(), unit: z.enum(units) });

const age = z.strictObject({
  age: count.describe('Whole periods since the first order of each customer; 0 is the first.'),
  ...maps(ageMetrics),
});

const cohort = z.strictObject({
  cohort: z.string().describe('The period of the first order: `2026-11`, `2026-W45`, …'),
  from: day,
  to: day.describe('The last day, included.'),
  partial: z.boolean(),
  dimensions: z
    .partialRecord(z.enum(dimensions), z.string())
    .describe('Of the first order; empty: all groups together.'),
  ...maps(cohortMetrics),
  ages: z
    .array(age)
    .describe(
      'All cohorts have as many ages. One that is not over for every customer, or not in the files, is null with insufficient_history.',
    ),
});

/** The contract of `renderCohortsJson`. */
export const cohortsSchema = z
  .strictObject({
    schema: z.literal('kpi-cohorts/1'),
    as_of: z.string().describe('The instant for which the cohorts were calculated, with its offset.'),
    timezone: z.string(),
    currency: z.string().nullable(),
    period: z.enum(ageGrains).describe('The length of a cohort, and of an age; `payback` counts these, from 1.'),
    from: day.nullable(),
    to: day.nullable(),
    dimensions: z.array(z.enum(dimensions)),
    basis: z.strictObject({ cac: z.string() }),
    cohort_metrics: z.array(metric(cohortMetrics)),
    age_metrics: z
      .array(metric(ageMetrics))
      .describe(
        '`active_customers`, `retention` and `orders` are of that age only, the others cumulative over all ages so far.',
      ),
    orders: count.describe('Valid orders made in the periods of the cohorts.'),
    unidentified_orders: count.describe('Those of them that name no customer, and so belong to no cohort.'),
    cohorts: z.array(cohort).describe('By period, in each the groups and then all together.'),
    warnings: z.array(warning),
  })
  .meta({ title: 'KPI cohorts', description: 'What `kpi cohorts --format json` prints.' });

/** The schemas that `npm run gen` writes. */
export const schemas = [schemaFile('schema/cohorts.schema.json', cohortsSchema)];
