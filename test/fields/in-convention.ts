import type { Decimal } from '../../src/fields/numeral.ts';

export type Example = readonly [text: string, value: number];

/**
 * Writes examples, given with a point for decimals and a comma for thousands, in the column's convention. A mark after
 * a letter ends a word.
 */
export const inConvention = (decimal: Decimal, examples: readonly Example[]): readonly Example[] =>
  decimal === '.'
    ? examples
    : examples.map(([text, value]) => [text.replace(/(?<!\p{L})[.,]/gu, (mark) => (mark === '.' ? ',' : '.')), value]);
