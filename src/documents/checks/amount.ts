import { add, compare, type Fraction, magnitude, multiply, negate, ofText, toDecimal } from '../../core/fraction.ts';
import type { Unit } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { either, type Text } from '../../core/text.ts';
import { percentOf } from './amount-text.ts';
import type { Compared } from './checks-model.ts';

/** What is bounded: a KPI's own value, its change since a base, or the share of a target that it reaches. */
export type Subject = 'own' | 'change' | 'attainment';

export interface Amount {
  /** In the unit of what is compared: a ratio or a relative change as a fraction, a duration in seconds. */
  readonly value: Fraction;
  readonly as: Compared;
}

/** Why a text is refused, and what to write: texts to choose from, or advice in words. */
interface Refusal {
  readonly says: Text;
  readonly instead?: readonly string[];
  readonly advice?: Text;
}

/**
 * An amount of a configuration, exactly: `1.5%`, `1h 30min`, `-20%`, `0.5pt`. `before` precedes it in messages, such as
 * `>= `. Throws the Problem `bad_config` if it is not understood or ambiguous.
 */
export function amountOf(written: string, unit: Unit, subject: Subject, before = ''): Amount {
  const text = oneBlank(written).replace('\u2212', '-');
  const found = read(text, unit, subject);
  if ('value' in found) return found;
  const { says, instead = [], advice = formOf(unit, subject) } = found;
  const fixed = either(instead.map((one) => `"${before}${one}"`));
  const write = { en: `write ${fixed.en}`, fr: `écrivez ${fixed.fr}` };
  throw new Problem(
    'bad_config',
    { en: `"${before}${text}" ${says.en}`, fr: `«\u00a0${before}${text}\u00a0» ${says.fr}` },
    [instead.length === 0 ? advice : write],
  );
}

/** A text with one plain blank wherever it has blanks. */
export const oneBlank = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** The fault for an amount that must be above 0. */
export const notAboveZero = (text: string): Text => ({
  en: `"${text}" is not above 0`,
  fr: `«\u00a0${text}\u00a0» n'est pas supérieur à 0`,
});

/** How an amount of a unit is written, as advice. */
const forms: Readonly<Record<Unit, Text>> = {
  money: {
    en: 'a plain amount in the currency of the report, such as 60 or 59.90',
    fr: 'un montant simple dans la devise du rapport, comme 60 ou 59.90',
  },
  ratio: {
    en: 'a percentage such as 1.5%, or a fraction such as 0.015',
    fr: 'un pourcentage comme 1.5%, ou une fraction comme 0.015',
  },
  multiple: { en: 'a multiple such as 3 or 3x', fr: 'un multiple comme 3 ou 3x' },
  count: { en: 'a plain number such as 500', fr: 'un nombre simple comme 500' },
  decimal: { en: 'a plain number such as 2.5', fr: 'un nombre simple comme 2.5' },
  duration: {
    en: 'a length of time with its unit: 45s, 90 min, 8h, 1h 30min or 2d',
    fr: 'une durée avec son unité\u00a0: 45s, 90 min, 8h, 1h 30min ou 2d (jours)',
  },
  score: { en: 'points such as 60', fr: 'un nombre de points comme 60' },
  months: { en: 'months such as 12', fr: 'un nombre de mois comme 12' },
  text: { en: 'a word, not a number', fr: 'un mot et non un nombre' },
};

function formOf(unit: Unit, subject: Subject): Text {
  if (subject === 'attainment') {
    return {
      en: 'the share of a target is a percentage, such as 95%',
      fr: "la part d'un objectif est un pourcentage, comme 95%",
    };
  }
  const form = forms[unit];
  if (subject === 'own') return { en: `this KPI is ${form.en}`, fr: `ce KPI est ${form.fr}` };
  const own = unit === 'ratio' ? points : form;
  return {
    en: `a change of this KPI is a percentage such as -20%, or ${own.en}`,
    fr: `une évolution de ce KPI est un pourcentage comme -20%, ou ${own.fr}`,
  };
}

const points: Text = { en: 'percentage points such as 0.5pt', fr: 'des points de pourcentage comme 0.5pt' };

/** The words that may follow a number; in other units none may. */
const suffixes: Readonly<Partial<Record<Unit, RegExp>>> = {
  multiple: /^[x×]$/i,
  score: /^(pts?|points?)$/i,
  months: /^(mo|months?)$/i,
};
const percentagePoints = /^(pts?|pp|(percentage )?points?)$/i;

const hundredth = ofText('0.01');
const exceeds = (value: Fraction, size: string): boolean => compare(magnitude(value), ofText(size)) > 0;

const notUnderstood: Refusal = { says: { en: 'is not understood', fr: "n'a pas été compris" } };

function read(text: string, unit: Unit, subject: Subject): Amount | Refusal {
  if (unit === 'text') return { says: { en: 'bounds a word', fr: 'borne un mot' }, advice: formOf(unit, 'own') };
  const odd = oddMarks(text);
  if (odd !== null) return odd;
  const [, digits, suffix = ''] = /^([+-]?\d+(?:\.\d+)?) ?(\D*)$/.exec(text) ?? [];
  if (digits === undefined)
    return unit === 'duration' && subject !== 'attainment' ? time(text, subject) : notUnderstood;
  const value = ofText(digits.replace('+', ''));
  if (suffix === '%') return percentage(value, unit, subject);
  if (subject === 'attainment') {
    // Nobody means a hundredth of a target by 0.95, nor its 95-fold by 95.
    const instead = [`${exceeds(value, '2') ? digits : percentOf(value)}%`];
    return { says: { en: 'has no %', fr: "n'a pas de %" }, instead };
  }
  if (unit === 'duration') return time(text, subject);
  if (unit === 'ratio') return ratio(value, digits, suffix, subject);
  if (suffix !== '' && suffixes[unit]?.test(suffix) !== true) return notUnderstood;
  return { value, as: subject === 'change' ? 'absolute' : 'own' };
}

function percentage(hundredfold: Fraction, unit: Unit, subject: Subject): Amount | Refusal {
  const value = multiply(hundredfold, hundredth);
  if (subject === 'attainment') return { value, as: 'attainment' };
  if (subject === 'change') return { value, as: 'relative' };
  if (unit === 'ratio') return { value, as: 'own' };
  if (unit === 'multiple') {
    const says = { en: 'is a percentage and the KPI a multiple', fr: 'est un pourcentage, et le KPI un multiple' };
    return { says, instead: [toDecimal(value)] };
  }
  return {
    says: { en: 'is a change in percent, which needs vs', fr: 'est une évolution en pourcentage, qui nécessite vs' },
  };
}

function time(text: string, subject: 'own' | 'change'): Amount | Refusal {
  const value = secondsOf(text);
  if (value !== null) return { value, as: subject === 'change' ? 'absolute' : 'own' };
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return notUnderstood;
  const says = { en: 'has no unit of time', fr: "n'a pas d'unité de temps" };
  return { says, instead: [`${text}h`, `${text} min`, `${text}s`] };
}

function ratio(value: Fraction, digits: string, suffix: string, subject: 'own' | 'change'): Amount | Refusal {
  const inPoints = percentagePoints.test(suffix);
  if (suffix !== '' && !inPoints) return notUnderstood;
  if (subject === 'change') {
    if (inPoints) return { value: multiply(value, hundredth), as: 'absolute' };
    const instead = [`${digits}%`, `${digits}pt`];
    const says = {
      en: 'may be a change in percent or in percentage points',
      fr: 'peut être une évolution en pourcentage ou en points de pourcentage',
    };
    return { says, instead };
  }
  if (inPoints) {
    const says = {
      en: 'is a difference in percentage points, which needs vs',
      fr: 'est un écart en points de pourcentage, qui nécessite vs',
    };
    return { says, instead: [`${digits}%`] };
  }
  if (exceeds(value, '1')) {
    const percent = percentOf(value);
    return { says: { en: `would be ${percent} %`, fr: `vaudrait ${percent}\u00a0%` }, instead: [`${digits}%`] };
  }
  return { value, as: 'own' };
}

/** Refuses thousands separators and decimal commas: 1,500 is 1500 to some and 1.5 to others. */
function oddMarks(text: string): Refusal | null {
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
    const says = { en: 'may mean thousands or decimals', fr: 'peut désigner des milliers ou des décimales' };
    return { says, instead: [text.replaceAll(',', ''), decimal] };
  }
  return { says: { en: 'has a decimal comma', fr: 'a une virgule décimale' }, instead: [decimal] };
}

/** Units of time from the largest to the smallest. `m` alone is not one: it may be minutes or months. */
const timeWords: readonly (readonly [words: RegExp, seconds: string])[] = [
  [/^d(ays?)?$/i, '86400'],
  [/^h((ou)?rs?)?$/i, '3600'],
  [/^min(ute)?s?$/i, '60'],
  [/^s(ec(ond)?s?)?$/i, '1'],
];

/** A length of time such as `1h 30min` in seconds, larger units first and none twice; null for any other text. */
function secondsOf(text: string): Fraction | null {
  const [, sign = '', parts] = /^([+-]?)((?:\d+(?:\.\d+)? ?[a-z]+ ?)+)$/i.exec(text) ?? [];
  if (parts === undefined) return null;
  let sum = ofText('0');
  let left = timeWords;
  for (const [, digits = '', word = ''] of parts.matchAll(/(\d+(?:\.\d+)?) ?([a-z]+)/gi)) {
    const at = left.findIndex(([words]) => words.test(word));
    const unit = left[at];
    if (unit === undefined) return null;
    sum = add(sum, multiply(ofText(digits), ofText(unit[1])));
    left = left.slice(at + 1);
  }
  return sign === '-' ? negate(sum) : sum;
}
