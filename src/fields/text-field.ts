import { remembered } from '../core/kept.ts';
import { noWords, yesWords } from '../core/yes-words.ts';
import { saysNothing } from './blank.ts';
import { BLANK, type FieldKind, REFUSED, type TextKind } from './field.ts';

/** Words are the same whatever their case, accents, blanks, hyphens and underscores: `Partially Refunded`. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase();

const flags = new Map([
  ...noWords.map((word) => [plainWord(word), 0] as const),
  ...yesWords.map((word) => [plainWord(word), 1] as const),
]);
const flagOf = (text: string): number => flags.get(plainWord(text)) ?? (saysNothing(text) ? BLANK : REFUSED);

/** Yes or no. */
export const flag: FieldKind = {
  id: 'flag',
  doc: 'Yes (1) or no (0), in words of English, French, German or Spanish, or as 1 and 0.',
  parse: remembered(flagOf),
  why: (text) => (flagOf(text) === REFUSED ? 'unknown_word' : null),
};

/** Any text. */
export const text: TextKind = {
  id: 'text',
  doc: 'Any text, without the blanks around it; what is inside, line breaks and control characters too, is kept.',
  parse: (cell) => {
    const trimmed = cell.trim();
    return trimmed === '' ? null : trimmed;
  },
};
