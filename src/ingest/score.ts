import { number } from '../fields/number.ts';

const parsePoint = number({ decimal: '.' }).parse;
const parseComma = number({ decimal: ',' }).parse;

/** A survey's score as millionths; NaN where the text is a word, such as `good`. */
export function scoreOf(text: string): number {
  const value = parsePoint(text);
  if (Number.isFinite(value)) return value;
  const other = parseComma(text);
  return Number.isFinite(other) ? other : Number.NaN;
}
