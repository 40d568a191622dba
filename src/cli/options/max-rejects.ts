import { type Fraction, ofText } from '../../core/fraction.ts';

/** How many rows of a file may be rejected: a number, or a share of the rows read. */
export type MaxRejects = { readonly rows: number } | { readonly percent: Fraction };

export const defaultMaxRejects: MaxRejects = { percent: ofText('5') };
export const noRejects: MaxRejects = { rows: 0 };

/** Of `20` or `2.5%`; null for any other text. */
export function maxRejectsOf(text: string): MaxRejects | null {
  const [, number, percent] = /^(\d{1,12}(?:\.\d{1,12})?)\s*(%?)$/.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  if (percent === '') return number.includes('.') ? null : { rows: Number(number) };
  const share = ofText(number);
  return share.n > 100n * share.d ? null : { percent: share };
}

/** Whether this many rejected rows, of this many read, are too many. */
export function tooMany(max: MaxRejects, rejected: number, read: number): boolean {
  if ('rows' in max) return rejected > max.rows;
  return BigInt(rejected) * 100n * max.percent.d > max.percent.n * BigInt(read);
}
