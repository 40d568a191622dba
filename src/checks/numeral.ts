import type { Text } from '../core/text.ts';

/** Why a text is not taken, and what stands for it: texts to write instead, or advice in words. */
export interface Refusal {
  readonly says: Text;
  readonly instead?: readonly string[];
  readonly advice?: Text;
}

const eitherMark: Text = {
  en: 'may mean thousands or decimals',
  fr: 'peut désigner des milliers ou des décimales',
};

/** Marks between digits that are not the decimal point: refused, since 1,500 is 1500 to some and 1.5 to others. */
export function oddMarks(text: string): Refusal | null {
  const grouped = { en: 'has marks between its thousands', fr: 'a des séparateurs de milliers' };
  const blanks = /(?<=\d)[ '’_](?=\d)/g;
  if (blanks.test(text)) {
    const joined = text.replace(blanks, '');
    return { says: grouped, instead: oddMarks(joined)?.instead ?? [joined] };
  }
  if (/\d,\d+[,.]\d/.test(text)) return { says: grouped, instead: [text.replaceAll(',', '')] };
  if (/\d\.\d+[,.]\d/.test(text)) return { says: grouped, instead: [text.replaceAll('.', '').replace(',', '.')] };
  if (!/\d,\d/.test(text)) return null;
  const decimal = text.replace(/(?<=\d),(?=\d)/g, '.');
  if (/(?<!\d)[1-9]\d{0,2},\d{3}(?!\d)/.test(text)) {
    return { says: eitherMark, instead: [text.replaceAll(',', ''), decimal] };
  }
  return { says: { en: 'has a decimal comma', fr: 'a une virgule décimale' }, instead: [decimal] };
}
