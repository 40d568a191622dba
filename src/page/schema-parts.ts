import { z } from 'zod';
import type { Grain } from '../core/calendar.ts';
import { dimensions, groups, kinds, type Unit } from '../core/kinds.ts';
import { words } from './page-words.ts';

/** What the schemas of JSON outputs have in common. */

export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

export const units = keysOf<Unit>({
  money: 0,
  ratio: 0,
  multiple: 0,
  count: 0,
  decimal: 0,
  duration: 0,
  score: 0,
  months: 0,
  text: 0,
});

export const day = z.string().regex(/^-?\d{4,}-\d\d-\d\d(T\d\d)?$/);
export const count = z.int().min(0);

/** What a document says of its periods and groups. */
export const span = {
  period: z.enum(keysOf<Grain>(words.en.grains)),
  from: day.nullable(),
  to: day.nullable(),
  dimensions: z.array(z.enum(dimensions)),
};

/** Which days a row is of. */
export const days = {
  period: z.string().describe('`2026-W45`, `2026-11`, …; `all` is the whole span.'),
  from: day,
  to: day.describe('The last day or hour, included.'),
};
export const group = z.partialRecord(z.enum(dimensions), z.string()).describe('Empty: all groups together.');

export const kpi = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.enum(units),
  direction: z.enum(['up', 'down', 'flat']).describe('Which way is better.'),
  group: z.enum(groups),
});

const file = z.strictObject({
  path: z.string(),
  format: z.string(),
  kinds: z.array(z.enum(kinds)),
  read: count.describe('accepted + skipped + superseded + rejected'),
  accepted: count,
  skipped: count,
  superseded: count,
  rejected: count,
  counts: z.record(z.string(), count),
  first: day.nullable(),
  last: day.nullable(),
});

export const warning = z.strictObject({ code: z.string(), message: z.string(), file: z.string().optional() });

export const quality = z.strictObject({ files: z.array(file), warnings: z.array(warning) });

/** A schema as `npm run gen` writes it. */
export const schemaFile = (path: string, schema: z.ZodType) => ({
  path,
  text: (): string => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
});
