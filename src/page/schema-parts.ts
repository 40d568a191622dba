import { z } from 'zod';
import { groups, kinds, type Unit } from '../core/kinds.ts';

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
