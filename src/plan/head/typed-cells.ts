import { type FieldKind, REFUSED } from '../../fields/field.ts';

/** How the reader of workbooks writes a number: a sign of a currency, a point, no groups. */
const written = /^(-?)([^\d\s.,%-]{0,3})(\d+(?:\.\d+)?%?)$/;

/** Whether a cell of a sheet may be a number, not a text. */
export const isTypedNumber = (cell: string): boolean => written.test(cell);

/**
 * The kind of a column of a sheet: a cell that its convention refuses may be a number, which needs none. `point` is the
 * same kind with a point.
 */
export function typedKind(
  plain: Pick<FieldKind, 'parse' | 'why'>,
  point: Pick<FieldKind, 'parse'>,
): Pick<FieldKind, 'parse' | 'why'> {
  const parse = (text: string): number => {
    const value = plain.parse(text);
    if (value !== REFUSED) return value;
    const [, minus, , digits] = written.exec(text) ?? [];
    return digits === undefined ? REFUSED : point.parse(`${minus}${digits}`);
  };
  return { parse, why: (text) => (parse(text) === REFUSED ? plain.why(text) : null) };
}
