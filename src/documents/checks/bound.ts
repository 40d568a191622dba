import { compare, type Fraction, subtract } from '../../core/fraction.ts';
import type { Unit } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { quoted, sameInAll, type Text } from '../../core/text.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { amountOf, oneBlank, type Subject } from './amount.ts';
import { amountText } from './amount-text.ts';
import type { Bound, Check, Compared, Operator } from './checks-model.ts';
import type { ConfigFaults } from './config-faults.ts';
import { comparedRange, type Range } from './value-range.ts';

export const operators: readonly Operator[] = ['>=', '<=', '>', '<'];

/** Whether a bound is a minimum; else it is a maximum. */
export const isFloor = ({ operator }: Bound): boolean => operator === '>=' || operator === '>';

/** Whether a bound holds for its own value. */
const isInclusive = ({ operator }: Bound): boolean => operator === '>=' || operator === '<=';

/** Whether a bound holds for a value, both unrounded. */
export function holds(bound: Bound, of: Fraction): boolean {
  const order = compare(of, bound.value);
  return order === 0 ? isInclusive(bound) : isFloor(bound) === order > 0;
}

/** The distance of a value from a bound: below 0 if the bound does not hold. */
export const distanceOf = (bound: Bound, of: Fraction): Fraction =>
  isFloor(bound) ? subtract(of, bound.value) : subtract(bound.value, of);

/** A bound as parsed, and what is compared with it. */
interface Bounded {
  readonly bound: Bound;
  readonly as: Compared;
}

const equality: Text = {
  en: 'a figure seldom equals a number to its last digit: write what it may not exceed or fall below, such as ">= 1.5%"',
  fr: 'une mesure est rarement égale à un nombre jusqu\'à la dernière décimale\u00a0: écrivez ce qu\'elle ne doit pas dépasser, ou sous quoi elle ne doit pas tomber, par exemple ">= 1.5%"',
};
/** Signs that are not operators, and the advice for each. */
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
 * Parses `>= 1.5%` as a bound of a KPI of a unit: of its own value, of its change or of its attainment of a target.
 * Throws the Problem `bad_config`, whose message begins with the text, if it is not understood or ambiguous.
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

/** A bound that is decided before any value is known, and the end of the range that decides it. */
interface Settled {
  readonly holds: 'always' | 'never';
  readonly end: Fraction;
  readonly side: 'below' | 'above';
}

/** Whether a bound holds for every value of a range, or for none; null if it depends on the value. */
export function settledBy({ low, high }: Range, bound: Bound): Settled | null {
  const floor = isFloor(bound);
  const [worst, best] = floor ? [low, high] : [high, low];
  if (worst !== null && holds(bound, worst)) return { holds: 'always', end: worst, side: floor ? 'below' : 'above' };
  if (best !== null && !holds(bound, best)) return { holds: 'never', end: best, side: floor ? 'above' : 'below' };
  return null;
}

/**
 * What is wrong with two bounds together: `contradictory` if no value meets both, `redundant` if `should` holds
 * whenever `must` does, so that there is never a warning without a failure.
 */
export function conflict(must: Bound, should: Bound): 'contradictory' | 'redundant' | null {
  const order = compare(must.value, should.value);
  if (isFloor(must) !== isFloor(should)) {
    const crossed = isFloor(must) ? order > 0 : order < 0;
    const touching = order === 0 && !(isInclusive(must) && isInclusive(should));
    return crossed || touching ? 'contradictory' : null;
  }
  const stricter = isFloor(must) ? order < 0 : order > 0;
  const sharper = order === 0 && isInclusive(must) && !isInclusive(should);
  return stricter || sharper ? null : 'redundant';
}

/** The bounds of a check in the configuration. */
interface Given {
  readonly must?: string | undefined;
  readonly should?: string | undefined;
}

/** The position of the check in its list, and what its KPI may be. */
interface Of {
  readonly row: number;
  readonly kpi: Kpi;
  readonly range: Range;
  readonly subject: Subject;
}

/** Both bounds of a check, each of them able to hold and to fail; null if they are not understood, which is then a fault. */
export function boundsOf(
  given: Given,
  of: Of,
  faults: ConfigFaults,
): Pick<Check, 'must' | 'should' | 'compares'> | null {
  const boundAt = (key: keyof Given): Bounded | null | undefined => {
    const text = given[key];
    return text === undefined
      ? undefined
      : faults.at(['checks', of.row, key], () => boundOf(text, of.kpi.unit, of.subject));
  };
  const [must, should] = [boundAt('must'), boundAt('should')];
  if (must === null || should === null) return null;
  const mustMatters = must === undefined || isOpen('must', must, of, faults);
  const shouldMatters = should === undefined || isOpen('should', should, of, faults);
  if (must !== undefined && should !== undefined && mustMatters && shouldMatters) checkPair(must, should, of, faults);
  return { must: must?.bound ?? null, should: should?.bound ?? null, compares: (must ?? should)?.as ?? 'own' };
}

const change = (id: string): Text => ({ en: `the change of ${id}`, fr: `l'évolution de ${id}` });
const subjects: Readonly<Record<Compared, (id: string) => Text>> = {
  own: sameInAll,
  relative: change,
  absolute: change,
  attainment: (id) => ({ en: `what is reached of a target of ${id}`, fr: `la part atteinte d'un objectif pour ${id}` }),
};
const sides: Readonly<Record<'below' | 'above', Text>> = {
  below: { en: 'below', fr: 'au-dessous de' },
  above: { en: 'above', fr: 'au-dessus de' },
};
const outcomes: Readonly<Record<'always' | 'never', Text>> = {
  always: { en: 'always holds', fr: "est toujours vrai, quoi qu'il arrive" },
  never: { en: 'can never hold', fr: 'ne peut jamais être vrai' },
};

/** Whether a bound depends on the data; a fault if it does not. */
function isOpen(key: keyof Given, { bound, as }: Bounded, { row, kpi, range }: Of, faults: ConfigFaults): boolean {
  const found = settledBy(comparedRange(range, as), bound);
  if (found === null) return true;
  const [subject, says, side] = [subjects[as](kpi.id), outcomes[found.holds], sides[found.side]];
  const end = amountText(found.end, kpi.unit, as);
  faults.add(['checks', row, key], {
    en: `"${bound.text}" ${says.en}: ${subject.en} is never ${side.en} ${end}`,
    fr: `«\u00a0${bound.text}\u00a0» ${says.fr}\u00a0: ${subject.fr} n'est jamais ${side.fr} ${end}`,
  });
  return false;
}

const inPercent: Text = { en: 'percent', fr: 'en pourcentage' };
const inUnit: Text = { en: 'the unit of the KPI', fr: "dans l'unité du KPI" };

/** Adds a fault for two bounds that conflict. */
function checkPair(must: Bounded, should: Bounded, { row }: Of, faults: ConfigFaults): void {
  const path = ['checks', row, 'should'];
  const [strict, mild] = [quoted(must.bound.text), quoted(should.bound.text)];
  const one = { en: `must ${strict.en}`, fr: `must ${strict.fr}` };
  if (must.as !== should.as) {
    const [these, those] = should.as === 'relative' ? [inPercent, inUnit] : [inUnit, inPercent];
    const says = {
      en: `${mild.en} bounds the change in ${these.en}, ${one.en} in ${those.en}`,
      fr: `${mild.fr} borne l'évolution ${these.fr}, ${one.fr} ${those.fr}`,
    };
    faults.add(path, says, { en: 'write two checks', fr: 'écrivez deux contrôles' });
    return;
  }
  const found = conflict(must.bound, should.bound);
  if (found === 'contradictory') {
    faults.add(path, {
      en: `${mild.en} never holds where ${one.en} does: the check could not pass`,
      fr: `${mild.fr} n'est jamais vrai quand ${one.fr} l'est\u00a0: le contrôle ne pourrait pas réussir`,
    });
  }
  if (found === 'redundant') {
    const says = {
      en: `${mild.en} holds wherever ${one.en} does: it could not warn`,
      fr: `${mild.fr} est vrai chaque fois que ${one.fr} l'est\u00a0: il ne pourrait pas alerter`,
    };
    faults.add(path, says, {
      en: 'make should the stricter of the two',
      fr: 'should doit être la plus stricte des deux bornes',
    });
  }
}
