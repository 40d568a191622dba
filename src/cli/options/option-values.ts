import { type Day, parseDay } from '../../core/civil.ts';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import { type Moment, momentOf } from '../../fields/moment.ts';
import { isFrenchFor } from './french-words.ts';

/** Readers of one value of the command line: `name` is the option, as `--period`, for the message. */

/** The words of a value separated by commas, each once. */
export const parted = (values: readonly string[]): string[] => [
  ...new Set(values.flatMap((value) => value.split(',')).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))),
];

/** The Problem of an option without a value. */
export const needsValue = (name: string): Text => ({ en: `${name} needs a value`, fr: `${name} attend une valeur` });

/** As advice: the choices. */
export const oneOf = (words: readonly string[]): Text => ({
  en: `one of ${words.join(', ')}`,
  fr: `valeurs possibles\u00a0: ${words.join(', ')}`,
});

/** One word of a list; `also` are words that were perhaps meant, though they are not in the list. */
export function wordOf<const T extends string>(
  name: string | Text,
  value: string,
  words: readonly T[],
  also: readonly string[] = [],
): T {
  const given = value.trim().toLowerCase();
  const found = words.find((word) => word === given) ?? words.find((word) => isFrenchFor(given, word));
  if (found !== undefined) return found;
  const advice = didYouMean(nearest(value, [...words, ...also]));
  const [who, list] = [typeof name === 'string' ? sameInAll(name) : name, words.join(', ')];
  const says = {
    en: `${who.en} must be one of ${list}, not "${value}"`,
    fr: `${who.fr}\u00a0: valeur «\u00a0${value}\u00a0» inconnue\u00a0; valeurs possibles\u00a0: ${list}`,
  };
  throw new Problem('bad_option', says, advice);
}

/** Several words of a list; `none` alone is an empty list. */
export function wordsOf<const T extends string>(name: string, values: readonly string[], words: readonly T[]): T[] {
  const given = parted(values);
  if (given.length === 1 && (given[0] === 'none' || isFrenchFor(given[0] ?? '', 'none'))) return [];
  if (given.length === 0) throw new Problem('bad_option', needsValue(name), [oneOf(words)]);
  const also = given.length === 1 ? ['none'] : [];
  return [...new Set(given.map((word) => wordOf(name, word, words, also)))];
}

export function dayOf(name: string, value: string): Day {
  const day = parseDay(value.trim());
  if (day !== null) return day;
  const says = {
    en: `${name} "${value}" is not a date`,
    fr: `${name}\u00a0: «\u00a0${value}\u00a0» n'est pas une date`,
  };
  throw new Problem('bad_option', says, [
    { en: 'write it YYYY-MM-DD, such as 2026-11-22', fr: 'écrivez-la sous la forme AAAA-MM-JJ, comme 2026-11-22' },
  ]);
}

export function countOf(name: string, value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value.trim())) return Number(value);
  throw new Problem('bad_option', {
    en: `${name} must be a whole number from 1 to 99999, not "${value}"`,
    fr: `${name} doit être un nombre entier de 1 à 99999, pas «\u00a0${value}\u00a0»`,
  });
}

/** A day, a wall time of the report's zone, or an instant with its offset. */
export function momentIn(name: string, value: string): Moment {
  const moment = /^\d{4}-\d\d-\d\d/.test(value.trim()) ? momentOf(value, { order: 'ymd' }) : 'not_a_date';
  if (typeof moment !== 'string') return moment;
  const says = {
    en: `${name} "${value}" is not a time`,
    fr: `${name}\u00a0: «\u00a0${value}\u00a0» n'est ni une date ni une heure`,
  };
  throw new Problem('bad_option', says, [
    {
      en: 'write a date (2026-11-22) or a time with its offset (2026-11-22T18:00:00+01:00)',
      fr: 'écrivez une date (2026-11-22) ou une heure avec son décalage (2026-11-22T18:00:00+01:00)',
    },
  ]);
}

/** A language tag such as fr-FR, in its usual form. */
export function localeOf(name: string, value: string): string {
  const known = canonical(value.trim().replaceAll('_', '-'));
  if (known !== null) return known;
  const says = {
    en: `${name} "${value}" is not a locale`,
    fr: `${name}\u00a0: «\u00a0${value}\u00a0» n'est pas un code de langue et de pays`,
  };
  throw new Problem('bad_option', says, [
    { en: 'write a language and a country, such as fr-FR', fr: 'écrivez une langue et un pays, comme fr-FR' },
  ]);
}

/** The tag in its usual form, if the runtime has its rules; else null. */
export function canonical(tag: string): string | null {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}
