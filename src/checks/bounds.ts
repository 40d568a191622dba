import { quoted, sameInAll, type Text } from '../core/text.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { amountText, type Subject } from './amount.ts';
import { type Bounded, boundOf } from './bound.ts';
import type { Check, Compared } from './check.ts';
import type { Faults } from './faults.ts';
import { comparedRange, type Range } from './range.ts';
import { conflict, foregone } from './sound.ts';

/** What a check of the configuration says of its bounds. */
interface Given {
  readonly must?: string | undefined;
  readonly should?: string | undefined;
}

/** Where the check stands among the others, and what its KPI may be. */
interface Of {
  readonly row: number;
  readonly kpi: Kpi;
  readonly range: Range;
  readonly subject: Subject;
}

/** Both bounds of a check, each possible and both together sound; null, and noted, where they are not understood. */
export function boundsOf(given: Given, of: Of, faults: Faults): Pick<Check, 'must' | 'should' | 'compares'> | null {
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
  attainment: (id) => ({
    en: `what is reached of a target of ${id}`,
    fr: `la part atteinte d'un objectif pour ${id}`,
  }),
};
const sides: Readonly<Record<'below' | 'above', Text>> = {
  below: { en: 'below', fr: 'au-dessous de' },
  above: { en: 'above', fr: 'au-dessus de' },
};
const outcomes: Readonly<Record<'always' | 'never', Text>> = {
  always: { en: 'holds whatever happens', fr: "est toujours vrai, quoi qu'il arrive" },
  never: { en: 'can never hold', fr: 'ne peut jamais être vrai' },
};

/** Whether the data may decide a bound either way; noted where not. */
function isOpen(key: keyof Given, { bound, as }: Bounded, { row, kpi, range }: Of, faults: Faults): boolean {
  const found = foregone(bound, comparedRange(range, as));
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

/** Notes what is wrong with two bounds together. */
function checkPair(must: Bounded, should: Bounded, { row }: Of, faults: Faults): void {
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
  if (found === 'apart') {
    faults.add(path, {
      en: `${mild.en} never holds where ${one.en} does: the check could not pass`,
      fr: `${mild.fr} n'est jamais vrai quand ${one.fr} l'est\u00a0: le contrôle ne pourrait pas réussir`,
    });
  }
  if (found === 'idle') {
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
