import { z } from 'zod';
import { marks } from '../../core/kinds.ts';
import { words } from '../../page/page-words.ts';
import { day, days, group, keysOf, kpi, quality, schemaFile, span, units } from '../../page/schema-parts.ts';

const figure = z.union([z.number(), z.string(), z.null()]);
const perKpi = <S extends z.ZodType>(value: S) => z.record(z.string(), value);
const nulls = perKpi(z.enum(keysOf(words.en.reasons))).describe('The reason of every null, by KPI.');

const flags = perKpi(z.array(z.enum(marks)));

const comparison = z.strictObject({
  period: z.string(),
  values: perKpi(figure).describe('The figures of the period compared with.'),
  change_abs: perKpi(figure).describe('In the unit of the KPI; of a ratio, a difference of fractions.'),
  change_pct: perKpi(figure).describe('A fraction of the figure compared with.'),
  nulls,
  flags: flags.describe('The marks of the figures compared with, which the changes carry.'),
  compared: perKpi(z.strictObject({ from: day, to: day, value: figure }))
    .optional()
    .describe(
      'By KPI, where only a part of the period is compared (the days that are over and in the files): its days and its figure, of which the changes are.',
    ),
});

const event = z
  .strictObject({ name: z.string(), from: day, to: day })
  .optional()
  .describe('The moving event that chose the period compared with, as it was then.');

const sinceYear = comparison.extend({ event });

const season = z
  .strictObject({
    index: perKpi(figure).describe(
      'The mean of this season over that of all complete periods; 1 is an average season.',
    ),
    adjusted: perKpi(figure).describe('The figure divided by the index.'),
    nulls,
  })
  .optional();

const mean = z
  .strictObject({
    values: perKpi(figure).describe('Per day for what adds up; anything else over the 28 days as one span.'),
    nulls,
  })
  .optional();

const benchmark = z.strictObject({
  low: z.number(),
  high: z.number().describe('The same as `low` if it is a single figure.'),
  unit: z.enum(units),
  publisher: z.string(),
  year: z.int(),
  about: z.string().describe('Where the figure comes from, and how its definition differs.'),
  address: z.string(),
  quoted: z.boolean().describe('Whether the address is a page of someone else who quotes the publisher.'),
});

const row = z.strictObject({
  ...days,
  partial: z.boolean(),
  dimensions: group,
  values: perKpi(figure).describe('Ratios are fractions, durations seconds.'),
  nulls,
  flags,
  compare: z.strictObject({ previous: comparison.optional(), year: sinceYear.optional() }).optional(),
  season,
  mean_28d: mean,
});

/** The contract of `renderJson`. */
export const reportSchema = z
  .strictObject({
    schema: z.literal('kpi-report/1'),
    as_of: z.string().describe('The instant for which the report was made, with its offset.'),
    timezone: z.string(),
    currency: z.string().nullable(),
    ...span,
    basis: z.record(z.string(), z.string()),
    kpis: z.array(kpi),
    benchmarks: z
      .record(z.string(), benchmark)
      .optional()
      .describe('Figures published by others, by KPI: never part of the figures of the shop.'),
    rows: z.array(row),
    quality,
  })
  .meta({ title: 'KPI report', description: 'What `kpi report --format json` prints.' });

/** The schemas that `npm run gen` writes. */
export const schemas = [schemaFile('schema/report.schema.json', reportSchema)];
