import { dimensionKey, isSameValue } from '../core/dimension-values.ts';
import type { Kind } from '../core/kinds.ts';
import { type Dimension, dimensions, unattributed } from '../core/kinds.ts';
import { asksPayback, usesOf } from '../kpis/evaluate.ts';
import type { Slot } from '../report/periods.ts';
import { dimensionsOf, type Worked } from '../report/report.ts';
import type { Check, Target } from './check.ts';
import type { SavedReport } from './saved.ts';

/** A group that a check looks at: its number among those of the records, which is above all of them where no record is in it. */
export interface CheckGroup {
  readonly group: number;
  readonly names: Readonly<Partial<Record<Dimension, string>>>;
}

/** What names groups beside the records. */
interface Naming {
  readonly targets: readonly Target[];
  readonly saved: ReadonlyMap<string, SavedReport>;
}

/** Which groups have a record of some kinds in which periods: told once for all checks, since all records are gone through for it. */
export class GroupsOfChecks {
  readonly #present = new Map<string, ReadonlySet<number>>();

  constructor(
    readonly worked: Worked,
    readonly naming: Naming,
  ) {}

  /**
   * The groups of a check in a period: those with a record of the kinds that its KPI reads in the period, in the one it is compared with,
   * in the one before, or in an earlier one that is looked at. So a group that is no more has a result of 0, and one that is new none
   * for the time before it was there.
   */
  of(check: Check, slot: Slot): CheckGroup[] {
    if (check.by.length === 0) return [{ group: 0, names: {} }];
    const { figures, groups } = this.worked;
    const present = this.#presentIn(check, slot);
    const found = groups
      .filter((group) => present.has(group))
      .map((group) => ({ group, names: dimensionsOf(figures.read, figures.settings, group) }));
    return [...found, ...this.#namedElsewhere(check, slot, found)].filter(({ names }) => isWanted(check, names));
  }

  #presentIn({ kpi, vs }: Check, slot: Slot): ReadonlySet<number> {
    const { slots, bases, figures } = this.worked;
    const { options } = figures.settings;
    const kinds = new Set<Kind>(usesOf(kpi.formula, options).map(({ measure }) => measure.over));
    if (kpi.sample !== undefined) kinds.add(kpi.sample.over);
    if (asksPayback(kpi.formula, options)) kinds.add('order');
    const compared = bases
      .get(slot)!
      .filter(({ comparison }) => comparison === 'previous' || comparison === vs?.kind)
      .flatMap(({ pairOf }) => pairOf([kpi])?.earlier.span ?? []);
    const earlier = slots.filter(({ span }) => span.to <= slot.span.from).map(({ span }) => span);
    const present = new Set<number>();
    for (const span of [slot.span, ...compared, ...earlier]) {
      const key = `${[...kinds].sort().join()}|${span.from}|${span.to}`;
      let known = this.#present.get(key);
      if (known === undefined) {
        known = figures.read.groupsWithin(span, kinds);
        this.#present.set(key, known);
      }
      for (const group of known) present.add(group);
    }
    return present;
  }

  /** Groups that a saved report has a figure of, and groups with records that a target is set for, which are not there otherwise. */
  #namedElsewhere({ kpi, vs, by }: Check, slot: Slot, found: readonly CheckGroup[]): CheckGroup[] {
    const { figures } = this.worked;
    const { read, settings } = figures;
    const day = (hour: number): number => Math.floor(hour / 24);
    const named =
      vs?.kind === 'report'
        ? this.naming.saved.get(vs.path)!.groupsOf(kpi.id, by)
        : vs?.kind === 'target'
          ? this.naming.targets
              .filter(
                ({ kpi: own, only, from, to }) =>
                  own === kpi &&
                  only.size === by.length &&
                  by.every((dimension) => only.has(dimension)) &&
                  from <= day(slot.elapsed.to - 1) &&
                  to >= day(slot.elapsed.from),
              )
              .map(({ only }) => Object.fromEntries(only))
          : [];
    const taken = new Set(found.map(({ names }) => keyOf(by, names)));
    const more: CheckGroup[] = [];
    for (const names of named) {
      const key = keyOf(by, names);
      if (taken.has(key)) continue;
      taken.add(key);
      const at = read.groups.findIndex((_, index) => keyOf(by, dimensionsOf(read, settings, index + 1)) === key);
      if (at !== -1) more.push({ group: at + 1, names: dimensionsOf(read, settings, at + 1) });
      else more.push({ group: read.groups.length + 1, names });
    }
    return more;
  }
}

const keyOf = (by: readonly Dimension[], names: CheckGroup['names']): string =>
  JSON.stringify(
    dimensions.filter((one) => by.includes(one)).map((one) => dimensionKey(one, names[one] ?? unattributed)),
  );

/** Whether a check names the group, where it names any. */
const isWanted = ({ only }: Check, names: CheckGroup['names']): boolean =>
  [...only].every(([dimension, values]) => values.some((value) => isNamed(dimension, value, names)));

/** Whether a word of the configuration names the group's value of a dimension. */
export const isNamed = (dimension: Dimension, word: string, names: CheckGroup['names']): boolean =>
  isSameValue(dimension, word, names[dimension] ?? unattributed);
