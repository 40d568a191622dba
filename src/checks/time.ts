import { add, type Fraction, multiply, negate, ofText } from '../core/fraction.ts';

/** From the largest to the smallest. `m` alone is none: it may be minutes or months. */
const units: readonly (readonly [words: RegExp, seconds: string])[] = [
  [/^d(ays?)?$/i, '86400'],
  [/^h((ou)?rs?)?$/i, '3600'],
  [/^min(ute)?s?$/i, '60'],
  [/^s(ec(ond)?s?)?$/i, '1'],
];

/** A length of time such as `1h 30min` in seconds, the larger unit first and none twice; null for any other text. */
export function secondsOf(text: string): Fraction | null {
  const [, sign = '', parts] = /^([+-]?)((?:\d+(?:\.\d+)? ?[a-z]+ ?)+)$/i.exec(text) ?? [];
  if (parts === undefined) return null;
  let sum = ofText('0');
  let left = units;
  for (const [, digits = '', word = ''] of parts.matchAll(/(\d+(?:\.\d+)?) ?([a-z]+)/gi)) {
    const at = left.findIndex(([words]) => words.test(word));
    const unit = left[at];
    if (unit === undefined) return null;
    sum = add(sum, multiply(ofText(digits), ofText(unit[1])));
    left = left.slice(at + 1);
  }
  return sign === '-' ? negate(sum) : sum;
}
