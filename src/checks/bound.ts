import type { Fraction } from '../core/fraction.ts';
import type { Unit } from '../core/kinds.ts';
import { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';
import { amountOf, oneBlank, type Subject } from './amount.ts';
import type { Compared } from './check.ts';

export const operators = ['>=', '<=', '>', '<'] as const;
export type Operator = (typeof operators)[number];

/** What must hold of a number. */
export interface Bound {
  readonly operator: Operator;
  /** In the unit of what is compared: a ratio or a relative change as a fraction (1.5 % is 0.015), a duration in seconds. */
  readonly value: Fraction;
  /** As the configuration writes it, with one blank between the parts: `>= 1.5%`. */
  readonly text: string;
}

/** Whether a bound says what a value may not fall below; else it says what it may not exceed. */
export const isFloor = ({ operator }: Bound): boolean => operator === '>=' || operator === '>';

/** A bound, and what is compared with it. */
export interface Bounded {
  readonly bound: Bound;
  readonly as: Compared;
}

const equality: Text = {
  en: 'a figure seldom equals a number to its last digit: write what it may not exceed or fall below, such as ">= 1.5%"',
  fr: 'une mesure est rarement égale à un nombre jusqu\'à la dernière décimale\u00a0: écrivez ce qu\'elle ne doit pas dépasser, ou sous quoi elle ne doit pas tomber, par exemple ">= 1.5%"',
};
/** Signs that are not operators, and what is to be said of them. */
const others: Readonly<Record<string, Text>> = {
  '=': equality,
  '==': equality,
  '===': equality,
  '!=': equality,
  '<>': equality,
  '≠': equality,
  '=>': { en: 'write >=', fr: 'écrivez >=' },
  '=<': { en: 'write <=', fr: 'écrivez <=' },
};
const same: Readonly<Record<string, Operator>> = { '≥': '>=', '≤': '<=' };

/**
 * Understands `>= 1.5%` as a bound of a KPI of a unit: of its own value, of its change or of its attainment of a target.
 * The Problem `bad_config`, whose message begins with the text, for what is not understood or could mean two things.
 */
export function boundOf(text: string, unit: Unit, subject: Subject): Bounded {
  const written = oneBlank(text);
  const fail = (says: Text, advice: Text): never => {
    const text = { en: `"${written}" ${says.en}`, fr: `«\u00a0${written}\u00a0» ${says.fr}` };
    throw new Problem('bad_config', text, [advice]);
  };
  const [, sign = '', rest = ''] = /^([<>=!≤≥≠]*) ?(.*)$/.exec(written) ?? [];
  if (sign === '') {
    const says = {
      en: 'does not say whether more or less is meant',
      fr: "ne dit pas si c'est un minimum ou un maximum",
    };
    fail(says, { en: `write ">= ${rest}" or "<= ${rest}"`, fr: `écrivez ">= ${rest}" ou "<= ${rest}"` });
  }
  const operator = same[sign] ?? operators.find((one) => one === sign);
  if (operator === undefined)
    return fail(
      { en: `begins with ${sign}`, fr: `commence par ${sign}` },
      others[sign] ?? {
        en: `the operators are ${operators.join(', ')}`,
        fr: `les opérateurs sont ${operators.join(', ')}`,
      },
    );
  if (/[<>=≤≥]| (and|or|to) |&|\.\./i.test(rest)) {
    fail(
      { en: 'is more than one bound', fr: "contient plus d'une borne" },
      {
        en: 'must and should take one each; for a lowest and a highest value write two checks',
        fr: 'must et should en prennent une chacun\u00a0; pour un minimum et un maximum, écrivez deux contrôles',
      },
    );
  }
  const { value, as } = amountOf(rest, unit, subject, `${operator} `);
  return { bound: { operator, value, text: `${operator} ${rest.replace('\u2212', '-')}` }, as };
}
