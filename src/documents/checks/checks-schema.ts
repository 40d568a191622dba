import { z } from 'zod';
import { marks } from '../../core/kinds.ts';
import { words } from '../../page/page-words.ts';
import { count, days, group, keysOf, kpi, schemaFile, units, warning } from '../../page/schema-parts.ts';
import type { Because, CheckResult, OnNull, Operator } from './checks-model.ts';
import { checkWords } from './checks-words.ts';

const operators = keysOf<Operator>({ '>=': 0, '<=': 0, '>': 0, '<': 0 });
const reasons = keysOf<Because>({
  no_value: 0,
  below_min_base: 0,
  below_min_abs_change: 0,
  not_significant: 0,
  no_fall: 0,
});
const ways = keysOf<CheckResult['as']>({ own: 0, relative: 0, absolute: 0, attainment: 0 });
const onNull = keysOf<OnNull>({ fail: 0, warn: 0, skip: 0 });

const number = z.number().nullable();
const nullReason = z.enum(keysOf(words.en.reasons)).nullable().describe('Why the value is null.');

const bound = z
  .strictObject({
    operator: z.enum(operators),
    value: z
      .number()
      .describe('In the unit of `compared`: ratios and relative changes are fractions, durations seconds.'),
    text: z.string().describe('As the configuration writes it.'),
  })
  .nullable();

const result = z.strictObject({
  check: z.string().describe('The name of the check.'),
  where: z.string().describe('File and line of its configuration.'),
  kpi: z.string(),
  unit: z.enum(units),
  ...days,
  dimensions: group,
  verdict: z.enum(keysOf(checkWords.en.verdicts)),
  because: z
    .enum(reasons)
    .nullable()
    .describe('The reason for the verdict, other than that the bounds hold or do not hold.'),
  detail: z.string().nullable().describe('More about `because`.'),
  value: number.describe('Ratios are fractions, durations seconds.'),
  null_reason: nullReason.describe(
    'Why there is no value; if there is one, why there is no change to compare with the bounds.',
  ),
  flags: z.array(z.enum(marks)),
  compared: number.describe('What is compared with the bounds.'),
  compared_as: z
    .enum(ways)
    .describe(
      'What `compared` is: the value, its change as a fraction of the base or in its unit, or value over target.',
    ),
  must: bound,
  should: bound,
  distance: number.describe('Distance of `compared` from its bound; at or above 0 if the bound holds.'),
  base: z
    .strictObject({
      of: z.string().describe('`previous`, `year`, `target`, or the path of a saved report.'),
      period: z.string(),
      value: number,
      null_reason: nullReason,
    })
    .nullable(),
  n: number.describe('Observations behind the value.'),
  interval: z
    .strictObject({ low: z.number(), high: z.number() })
    .nullable()
    .describe('The 95 % Wilson interval of a check that asks for significance.'),
  on_null: z.enum(onNull),
});

/** The contract of `renderCheckJson`. */
export const checkSchema = z
  .strictObject({
    schema: z.literal('kpi-check/1'),
    as_of: z.string().describe('The instant for which the checks were made, with its offset.'),
    timezone: z.string(),
    currency: z.string().nullable(),
    verdict: z.enum(['fail', 'warn', 'pass']).describe('The worst of all; a skipped check does not count.'),
    counts: z.strictObject({ fail: count, warn: count, pass: count, skip: count }),
    kpis: z.array(kpi),
    results: z.array(result).describe('In the order of the configuration, then of periods and groups.'),
    warnings: z.array(warning),
  })
  .meta({ title: 'KPI checks', description: 'What `kpi check --format json` prints.' });

/** The schemas that `npm run gen` writes. */
export const schemas = [schemaFile('schema/check.schema.json', checkSchema)];
