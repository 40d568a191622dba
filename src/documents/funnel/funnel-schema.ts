import { z } from 'zod';
import { marks } from '../../core/kinds.ts';
import { words } from '../../page/page-words.ts';
import { days, group, keysOf, quality, schemaFile, span } from '../../page/schema-parts.ts';
import { lossUnits, stepUnits } from './funnel-csv.ts';
import { funnelWords } from './funnel-words.ts';

const step = z.enum(keysOf(funnelWords.en.steps));
const passage = {
  from: step.nullable().describe('Between this step and `to` the largest share is lost, of what visits do.'),
  to: step.nullable(),
};
const number = z.number().nullable();

/** The members that hold figures of these names, with what is added to the figures of other periods. */
function figures<K extends string, S extends z.ZodRawShape>(names: readonly [K, ...K[]], beside: S) {
  const name = z.enum(names);
  const values = z.partialRecord(name, number).describe('Counts, fractions and amounts by name.');
  const nulls = z.partialRecord(name, z.enum(keysOf(words.en.reasons))).describe('The reason of every null, by name.');
  const flags = z.partialRecord(name, z.array(z.enum(marks)));
  const comparison = z
    .strictObject({
      period: z.string(),
      ...beside,
      values: values.describe('The figures of the period compared with.'),
      change_abs: values.describe('In the unit of the figure; of a rate, a difference of fractions.'),
      change_pct: values.describe('A fraction of the figure compared with.'),
      nulls,
      flags: flags.describe('The marks of the figures compared with, which the changes carry.'),
    })
    .optional();
  return { values, nulls, flags, compare: z.strictObject({ previous: comparison, year: comparison }).optional() };
}

const row = z.strictObject({
  ...days,
  partial: z.boolean(),
  dimensions: group,
  steps: z.array(
    z
      .strictObject({ step, ...figures(keysOf(stepUnits) as ['count', ...(keyof typeof stepUnits)[]], {}) })
      .describe(
        '`rate` and `loss` are taken from `base`: the count of the step before, of `repeat` the customers of the period. The first step has none of them, a step before the visits no `rate_of_visits`.',
      ),
  ),
  loss: z
    .strictObject({ ...passage, ...figures(keysOf(lossUnits) as ['share', ...(keyof typeof lossUnits)[]], passage) })
    .describe(
      'Where the largest share is lost, compared with the share between the same two steps. `lost_carts` are carts less purchases, `lost_value` is that times the average order value.',
    ),
});

/** The contract of `renderFunnelJson`. */
export const funnelSchema = z
  .strictObject({
    schema: z.literal('kpi-funnel/1'),
    as_of: z.string().describe('The instant for which the funnel was made, with its offset.'),
    timezone: z.string(),
    currency: z.string().nullable(),
    ...span,
    counting: z
      .enum(keysOf(funnelWords.en.counting))
      .nullable()
      .describe(
        'closed: rows are sessions, which count in a step only after all steps before. open: rows are sums, and each step is counted by itself.',
      ),
    steps: z.array(z.strictObject({ id: step, label: z.string() })).describe('Those that some file records.'),
    rows: z.array(row),
    quality,
  })
  .meta({ title: 'Conversion funnel', description: 'What `kpi funnel --format json` prints.' });

/** The schemas that `npm run gen` writes. */
export const schemas = [schemaFile('schema/funnel.schema.json', funnelSchema)];
