import type { Config } from '../config/load.ts';
import { isFloor } from './bound.ts';
import type { Check } from './check.ts';
import type { Faults } from './faults.ts';

type Nameless = Omit<Check, 'name'>;

/** Notes names that the configuration gives to two checks. */
export function reportNames({ values, where }: Config, faults: Faults): void {
  const first = new Map<string, number>();
  for (const [row, { name }] of (values.checks ?? []).entries()) {
    if (name === undefined) continue;
    const before = first.get(name);
    if (before === undefined) first.set(name, row);
    else {
      const other = where(['checks', before]);
      faults.add(['checks', row, 'name'], {
        en: `"${name}" is the name of the check of ${other}, too`,
        fr: `«\u00a0${name}\u00a0» est aussi le nom du contrôle de ${other}`,
      });
    }
  }
}

/** Notes checks that bound the same figures on the same side: one of the two bounds would say nothing. */
export function reportTwins(checks: readonly (Nameless | null)[], faults: Faults): void {
  const first = new Map<string, Nameless>();
  for (const [row, check] of checks.entries()) {
    if (check === null) continue;
    const keys = sidesOf(check);
    const [twin] = keys.flatMap((key) => first.get(key) ?? []);
    if (twin !== undefined) {
      const says = {
        en: `bounds what the check of ${twin.where} bounds`,
        fr: `borne ce que borne déjà le contrôle de ${twin.where}`,
      };
      faults.add(['checks', row], says, {
        en: 'keep one of them: a check may have a must and a should',
        fr: "gardez l'un des deux\u00a0: un contrôle peut avoir must et should",
      });
    }
    for (const key of keys) if (!first.has(key)) first.set(key, check);
  }
}

/** What a check looks at, once for each side that it bounds. */
function sidesOf({ kpi, must, should, by, only, minBase, ...check }: Nameless): string[] {
  const { vs, compares, minAbsChange, significant, period, last } = check;
  const groups = [...only].map(([dimension, values]) => [dimension, [...values].sort()]).sort();
  const bases = minBase.map((base) => [base.kpi.id, base.text]).sort();
  const looksAt = [kpi.id, [...by].sort(), groups, vs, compares, bases, minAbsChange?.text, significant, period, last];
  const floors = [must, should].flatMap((bound) => (bound === null ? [] : [isFloor(bound)]));
  return [...new Set(floors)].map((floor) => JSON.stringify([...looksAt, floor]));
}
