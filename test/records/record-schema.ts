import * as z from 'zod/mini';
import type { Kind } from '../../src/core/kinds.ts';
import { approxNote, type FieldType } from '../../src/records/field-types.ts';
import { recordFields } from '../../src/records/index.ts';

const isText = (type: FieldType): boolean => type === 'text' || type === 'key';

/**
 * The zod schema of a record of a kind, as `kpi normalize` writes it: texts, and numbers as exact decimal text.
 */
export function schemaOf(kind: Kind): z.ZodMiniObject {
  const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
  const instant = z.iso.datetime({ offset: true });
  const types = [...recordFields(kind)].flatMap(([name, { type, required }]) => {
    const value = isText(type) ? z.string() : type === 'instant' ? instant : type === 'day' ? z.iso.date() : decimal;
    const own = [name, required ? value : z.optional(value)] as const;
    return !required && !isText(type) ? [own, [`${name}${approxNote}`, z.optional(value)] as const] : [own];
  });
  return z.strictObject(Object.fromEntries(types));
}
