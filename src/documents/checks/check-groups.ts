import { dayOfHour } from '../../core/civil.ts';
import { dimensionKey, isSameValue } from '../../core/dimension-values.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { type Dimension, dimensions, type Kind, unattributed } from '../../core/kinds.ts';
import { dimensionsOf, type Worked } from '../../figures/frame.ts';
import type { Slot } from '../../figures/periods.ts';
import { asksPayback, usesOf } from '../../kpis/evaluate.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { Check, Target } from './checks-model.ts';
import type { SavedReport } from './saved-report.ts';

/** A group of a check: its number among those of the records, or a higher one if no record is in it. */
export interface CheckGroup {
  readonly group: number;
  readonly names: Readonly<Partial<Record<Dimension, string>>>;
}

/** What checks compare with besides the records of the run; it may name groups that the records do not have. */
export interface Baselines {
  readonly targets: readonly Target[];
  /** By the path in the configuration. */
  readonly saved: ReadonlyMap<string, SavedReport>;
}

/**
 * The groups that checks have results for. One for all checks of a batch: finding the groups of a span takes a pass
 * over all records.
 */
export class GroupsOfChecks {
  readonly #present = new Map<string, ReadonlySet<number>>();

  constructor(
    readonly worked: Worked,
    readonly baselines: Baselines,
  ) {}

  /**
   * The groups of a check in a period: those with a record of the kinds that its KPI reads in the period, in the one it is compared
   * with, in the one before, or in an earlier one of the run. So a group that has vanished has a result of 0, and a new group none
   * before it began.
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
      const known = getOrInsert(this.#present, key, () => figures.read.groupsWithin(span, kinds));
      for (const group of known) present.add(group);
    }
    return present;
  }

  /** Groups of the baseline that have no record in the periods: those with a figure in the saved report, or with a target. */
  #namedElsewhere({ kpi, vs, by }: Check, slot: Slot, found: readonly CheckGroup[]): CheckGroup[] {
    const { read, settings } = this.worked.figures;
    const named =
      vs?.kind === 'report'
        ? this.baselines.saved.get(vs.path)!.groupsOf(kpi.id, by)
        : vs?.kind === 'target'
          ? this.baselines.targets.filter((target) => isTargetOf(target, kpi, by, slot)).map(namesOf)
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

const namesOf = ({ only }: Target): CheckGroup['names'] => Object.fromEntries(only);

/** Whether a target is one of a KPI by these dimensions, on a day of the period. */
const isTargetOf = ({ kpi, only, from, to }: Target, of: Kpi, by: readonly Dimension[], { elapsed }: Slot): boolean =>
  kpi === of &&
  only.size === by.length &&
  by.every((dimension) => only.has(dimension)) &&
  from <= dayOfHour(elapsed.to - 1) &&
  to >= dayOfHour(elapsed.from);

const keyOf = (by: readonly Dimension[], names: CheckGroup['names']): string =>
  JSON.stringify(
    dimensions.filter((one) => by.includes(one)).map((one) => dimensionKey(one, names[one] ?? unattributed)),
  );

/** Whether a group is one of those that a check names; a check that names none has them all. */
const isWanted = ({ only }: Check, names: CheckGroup['names']): boolean =>
  [...only].every(([dimension, values]) => values.some((value) => isNamed(dimension, value, names)));

/** Whether a word of the configuration names the group's value of a dimension. */
export const isNamed = (dimension: Dimension, word: string, names: CheckGroup['names']): boolean =>
  isSameValue(dimension, word, names[dimension] ?? unattributed);
