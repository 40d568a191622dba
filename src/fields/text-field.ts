import { remembered } from '../core/kept.ts';
import { noWords, yesWords } from '../core/yes-words.ts';
import { saysNothing } from './blank.ts';
import { BLANK, type Example, type FieldKind, REFUSED, type TextKind } from './field.ts';

/** Words are the same whatever their case, accents, blanks, hyphens and underscores: `Partially Refunded`. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase();

export interface EnumKind<V> extends FieldKind {
  /** `parse` returns a place in this list. */
  readonly values: readonly V[];
}

/**
 * One of a few words; several may mean the same value. A word that is not listed is refused, or has the value
 * `otherwise` if there is one.
 */
export const enumOf = <V extends string | number>(
  words: Readonly<Record<string, V>>,
  { otherwise }: { readonly otherwise?: V } = {},
): EnumKind<V> => {
  const values = [...new Set([...Object.values(words), ...(otherwise === undefined ? [] : [otherwise])])];
  const places = new Map(
    Object.entries(words).map(([word, value]) => [plainWord(word), values.indexOf(value)] as const),
  );
  const unlisted = otherwise === undefined ? REFUSED : values.indexOf(otherwise);
  const find = (text: string): number => places.get(plainWord(text)) ?? (saysNothing(text) ? BLANK : unlisted);
  return {
    id: 'enum',
    doc: `One of: ${Object.keys(words).join(', ')}. Case, accents, blanks, hyphens and underscores do not matter.`,
    values,
    parse: remembered(find),
    why: (text) => (find(text) === REFUSED ? 'unknown_word' : null),
    examples: [
      ...Object.entries(words).flatMap(([word, value]): Example[] => [
        [word, values.indexOf(value)],
        [` ${word.toUpperCase()}\u00a0`, values.indexOf(value)],
      ]),
      ['no such word', unlisted],
      ['', BLANK],
    ],
  };
};

const flags = enumOf(
  Object.fromEntries([...noWords.map((word) => [word, 0] as const), ...yesWords.map((word) => [word, 1] as const)]),
);

/** Yes or no. */
export const flag: FieldKind = {
  id: 'flag',
  doc: 'Yes (1) or no (0), in words of English, French, German or Spanish, or as 1 and 0.',
  // The values 0 and 1 are listed in this order, so that their places are themselves.
  parse: flags.parse,
  why: flags.why,
  examples: [
    ...noWords.map((word): Example => [word, 0]),
    ...yesWords.map((word): Example => [word, 1]),
    ['TRUE', 1],
    ['VRAI', 1],
    ['sí', 1],
    [' Non ', 0],
    ['maybe', REFUSED],
    ['2', REFUSED],
    ['01', REFUSED],
    ['', BLANK],
    ['n/a', BLANK],
  ],
};

/** Any text. */
export const text: TextKind = {
  id: 'text',
  doc: 'Any text, without the blanks around it; what is inside, line breaks and control characters too, is kept.',
  parse: (cell) => {
    const trimmed = cell.trim();
    return trimmed === '' ? null : trimmed;
  },
  examples: [
    ['a', 'a'],
    [' a\u00a0b \n', 'a\u00a0b'],
    ['a\u0000\nb\u001b', 'a\u0000\nb\u001b'],
    ['-', '-'],
    ['(not set)', '(not set)'],
    ['', null],
    [' \u00a0\u202f\t', null],
  ],
};
