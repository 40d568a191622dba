import { statusOf } from '../core/order-status.ts';
import { counted, type Noun, nouns, quoted, type Text } from '../core/text.ts';

/*
 * Statuses go to terminals and logs, and a row with one cell too many or too few has its customer's name, address or
 * phone number in place of its status. Shown are only words that look like statuses and not like people, and words that
 * many orders share.
 */

/** A word of the status column, with its number of orders. */
export type Counted = readonly [word: string, orders: number];

/** Statuses as a message may show them. */
export interface StatusWords {
  /** The most common first. */
  readonly shown: readonly Counted[];
  /** How many others there are, and in how many orders. */
  readonly masked: { readonly words: number; readonly orders: number };
}

/** Up to this many distinct words are named: a column with more holds no statuses. */
const mostWords = 20;
const longest = 40;
/** Least number of orders that must share a word that looks like a name, and for the words on average. */
const enough = 3;

const meanings: Readonly<Record<string, Text>> = {
  paid: { en: 'paid', fr: 'payées (paid)' },
  refunded: { en: 'refunded', fr: 'remboursées (refunded)' },
  pending: { en: 'pending', fr: 'en attente (pending)' },
  cancelled: { en: 'cancelled', fr: 'annulées (cancelled)' },
  failed: { en: 'failed', fr: 'échouées (failed)' },
};

/**
 * Whether a word is written like a status and unlike a name: lower case (`parked`, `with courier`), a sentence of
 * several words (`Waiting for parts`), or the constant of a program (`READY_TO_GO`, `a1`); a street has a number of its
 * own, a phone number has many digits.
 */
function looksLikeStatus(word: string): boolean {
  const tokens = word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [first = '', ...others] = tokens;
  const isSmall = (token: string): boolean => /^[\p{Ll}\p{M}\p{N}]*$/u.test(token);
  if (tokens.some((token) => /^\p{N}+$/u.test(token))) return tokens.length === 1 && first.length <= 6;
  if (/^[A-Z0-9]+(?:[_][A-Z0-9]+)+$/.test(word) || /^[A-Z]+[0-9]+$/.test(word)) return true;
  return others.every(isSmall) && (isSmall(first) || (others.length > 0 && isSmall(first.slice(1))));
}

/** What may be shown of words with their order counts. */
export function statusWords(counts: Iterable<Counted>): StatusWords {
  const all = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const unknown = all.filter(([word]) => statusOf(word) === null);
  const orders = unknown.reduce((sum, [, n]) => sum + n, 0);
  // Names are many, each with few orders.
  const isShort = orders >= enough * unknown.length;
  const isShown = ([word, n]: Counted): boolean =>
    statusOf(word) !== null ||
    (!word.includes('@') &&
      word.length <= longest &&
      ((isShort && n >= enough) || (unknown.length <= mostWords && looksLikeStatus(word))));
  const shown = all.filter(isShown).slice(0, mostWords);
  const masked = all.filter((one) => !shown.includes(one));
  return { shown, masked: { words: masked.length, orders: masked.reduce((sum, [, n]) => sum + n, 0) } };
}

/** A status that may be shown, as sentences write it. */
export const statusText = (word: string): Text => meanings[word] ?? quoted(word);

/** The words about those not shown, after those shown, if there are any. */
export function maskedText({ shown, masked: { words, orders } }: StatusWords, noun: Noun = nouns.order): Text {
  const of = counted(orders, noun);
  if (shown.length > 0)
    return {
      en: `${words} ${words === 1 ? 'other' : 'others'}, masked (${of.en})`,
      fr: `${words} ${words < 2 ? 'autre, masqué' : 'autres, masqués'} (${of.fr})`,
    };
  return {
    en: `${words} ${words === 1 ? 'word' : 'words'}, masked (${of.en})`,
    fr: `${words} ${words < 2 ? 'mot, masqué' : 'mots, masqués'} (${of.fr})`,
  };
}
