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

const subjects: Readonly<Record<Compared, (id: string) => string>> = {
  own: (id) => id,
  relative: (id) => `the change of ${id}`,
  absolute: (id) => `the change of ${id}`,
  attainment: (id) => `what is reached of a target of ${id}`,
};

/** Whether the data may decide a bound either way; noted where not. */
function isOpen(key: keyof Given, { bound, as }: Bounded, { row, kpi, range }: Of, faults: Faults): boolean {
  const found = foregone(bound, comparedRange(range, as));
  if (found === null) return true;
  const why = `${subjects[as](kpi.id)} is never ${found.side} ${amountText(found.end, kpi.unit, as)}`;
  const says = found.holds === 'always' ? 'holds whatever happens' : 'can never hold';
  faults.add(['checks', row, key], `"${bound.text}" ${says}: ${why}`);
  return false;
}

/** Notes what is wrong with two bounds together. */
function checkPair(must: Bounded, should: Bounded, { row }: Of, faults: Faults): void {
  const path = ['checks', row, 'should'];
  const [one, other] = [`must "${must.bound.text}"`, `"${should.bound.text}"`];
  if (must.as !== should.as) {
    const [these, those] =
      should.as === 'relative' ? ['percent', 'the unit of the KPI'] : ['the unit of the KPI', 'percent'];
    faults.add(path, `${other} bounds the change in ${these}, ${one} in ${those}`, 'write two checks');
    return;
  }
  const found = conflict(must.bound, should.bound);
  if (found === 'apart') faults.add(path, `${other} never holds where ${one} does: the check could not pass`);
  if (found === 'idle') {
    faults.add(path, `${other} holds wherever ${one} does: it could not warn`, 'make should the stricter of the two');
  }
}
