import { compare, type Fraction, multiply, ofText, toDecimal } from '../core/fraction.ts';
import type { Unit } from '../core/kinds.ts';
import { Problem } from '../core/problem.ts';
import type { Compared } from './check.ts';
import { oddMarks, type Refusal } from './numeral.ts';
import { secondsOf } from './time.ts';

/** What is bounded: a KPI's own value, its change since a base, or the share of a target that it reaches. */
export type Subject = 'own' | 'change' | 'attainment';

export interface Amount {
  /** In the unit of what is compared: a ratio or a relative change as a fraction, a duration in seconds. */
  readonly value: Fraction;
  readonly as: Compared;
}

/**
 * An amount of a configuration, exactly: `1.5%`, `1h 30min`, `-20%`, `0.5pt`. `before` is what stands before it where
 * messages show it, such as `>= `. The Problem `bad_config` for all that is not understood or could mean two things.
 */
export function amountOf(written: string, unit: Unit, subject: Subject, before = ''): Amount {
  const text = oneBlank(written).replace('\u2212', '-');
  const found = read(text, unit, subject);
  if ('value' in found) return found;
  const { says, instead = [], advice = formOf(unit, subject) } = found;
  const fixed = instead.map((one) => `"${before}${one}"`).join(' or ');
  throw new Problem('bad_config', `"${before}${text}" ${says}`, [fixed === '' ? advice : `write ${fixed}`]);
}

/** A text with one plain blank wherever it has blanks. */
export const oneBlank = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** An amount as `amountOf` reads it. */
export function amountText(value: Fraction, unit: Unit, as: Compared): string {
  if (as === 'relative' || as === 'attainment') return `${percentOf(value)}%`;
  if (unit === 'ratio') return `${percentOf(value)}${as === 'own' ? '%' : 'pt'}`;
  return `${toDecimal(value)}${unit === 'duration' ? 's' : ''}`;
}

/** How an amount of a unit is written, for those who wrote it otherwise. */
const forms: Readonly<Record<Unit, string>> = {
  money: 'a plain amount in the currency of the report, such as 60 or 59.90',
  ratio: 'a percentage such as 1.5%, or a fraction such as 0.015',
  multiple: 'a multiple such as 3 or 3x',
  count: 'a plain number such as 500',
  decimal: 'a plain number such as 2.5',
  duration: 'a length of time with its unit: 45s, 90 min, 8h, 1h 30min or 2d',
  score: 'points such as 60',
  months: 'months such as 12',
  text: 'a word and no number',
};

function formOf(unit: Unit, subject: Subject): string {
  if (subject === 'attainment') return 'the share of a target is a percentage, such as 95%';
  if (subject === 'own') return `this KPI is ${forms[unit]}`;
  const own = unit === 'ratio' ? 'percentage points such as 0.5pt' : forms[unit];
  return `a change of this KPI is a percentage such as -20%, or ${own}`;
}

/** The words that may stand behind a number; behind others none may. */
const suffixes: Readonly<Partial<Record<Unit, RegExp>>> = {
  multiple: /^[x×]$/i,
  score: /^(pts?|points?)$/i,
  months: /^(mo|months?)$/i,
};
const percentagePoints = /^(pts?|pp|(percentage )?points?)$/i;

const hundred = ofText('100');
const hundredth = ofText('0.01');
const percentOf = (value: Fraction): string => toDecimal(multiply(value, hundred));
const isAbove = (value: Fraction, size: string): boolean =>
  compare(value, ofText(size)) > 0 || compare(value, ofText(`-${size}`)) < 0;

const notUnderstood: Refusal = { says: 'is not understood' };

function read(text: string, unit: Unit, subject: Subject): Amount | Refusal {
  if (unit === 'text') return { says: 'bounds a word', advice: formOf(unit, 'own') };
  const odd = oddMarks(text);
  if (odd !== null) return odd;
  const [, digits, suffix = ''] = /^([+-]?\d+(?:\.\d+)?) ?(\D*)$/.exec(text) ?? [];
  if (digits === undefined)
    return unit === 'duration' && subject !== 'attainment' ? time(text, subject) : notUnderstood;
  const value = ofText(digits.replace('+', ''));
  if (suffix === '%') return percentage(value, unit, subject);
  if (subject === 'attainment') {
    // Nobody means a hundredth of a target by 0.95, nor its 95-fold by 95.
    return { says: 'has no %', instead: [`${isAbove(value, '2') ? digits : percentOf(value)}%`] };
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
  if (unit === 'multiple') return { says: 'is a percentage and the KPI a multiple', instead: [toDecimal(value)] };
  return { says: 'is a change in percent, which needs vs' };
}

function time(text: string, subject: 'own' | 'change'): Amount | Refusal {
  const value = secondsOf(text);
  if (value !== null) return { value, as: subject === 'change' ? 'absolute' : 'own' };
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return notUnderstood;
  return { says: 'has no unit of time', instead: [`${text}h`, `${text} min`, `${text}s`] };
}

function ratio(value: Fraction, digits: string, suffix: string, subject: 'own' | 'change'): Amount | Refusal {
  const inPoints = percentagePoints.test(suffix);
  if (suffix !== '' && !inPoints) return notUnderstood;
  if (subject === 'change') {
    if (inPoints) return { value: multiply(value, hundredth), as: 'absolute' };
    const instead = [`${digits}%`, `${digits}pt`];
    return { says: 'may be a change in percent or in percentage points', instead };
  }
  if (inPoints) return { says: 'is a difference in percentage points, which needs vs', instead: [`${digits}%`] };
  if (isAbove(value, '1')) return { says: `would be ${percentOf(value)} %`, instead: [`${digits}%`] };
  return { value, as: 'own' };
}
