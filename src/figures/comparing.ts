import type { Span } from '../core/calendar.ts';
import { type PeriodComparison, periodComparisons } from '../core/choices.ts';
import { DAY_HOURS, dayOfHour, type Hour } from '../core/civil.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { nothing, type Operand } from '../kpis/evaluate.ts';
import type { Formula } from '../kpis/formula.ts';
import { leavesOutAlike, reachOf } from './covered-alike.ts';
import type { Figures } from './figure-cells.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Asked } from './operands.ts';
import { type BasePeriod, baseOf, comparedPart, type Slot } from './periods.ts';
import type { Place } from './place.ts';

/** Two places with the same number of days: the compared part of a period, and its base. */
export interface Pair {
  readonly now: Place;
  readonly earlier: Place;
}

/** The period that a slot is compared with. */
export interface Base extends Omit<BasePeriod, 'span'> {
  readonly comparison: PeriodComparison;
  /**
   * What is compared for KPIs together: the days that are over and that all their files cover; kinds of files may end
   * on different days. Null if there is no such day.
   */
  readonly pairOf: (kpis: readonly Pick<Asked, 'formula'>[]) => Pair | null;
}

/** The base of a slot for one comparison. `shared` finds the place of a span that is calculated anyway. */
export function basesOf(
  slot: Slot,
  figures: Figures,
  settings: ReportSettings,
  shared: (place: Place) => Place,
): readonly Base[] {
  const comparisons = periodComparisons.filter((name) => settings.compare.includes(name));
  const over = overUntil(slot, settings);
  const reaches = new Map<Formula, Hour>();
  const reachWithin = (formula: Formula): Hour => {
    return getOrInsert(reaches, formula, () => reachOf(formula, slot, over, figures.suppliers));
  };
  const isAll = ({ from, to }: Span): boolean => from === slot.elapsed.from && to === slot.elapsed.to;
  const placeOf = (span: Span): Place => (isAll(span) ? slot : shared({ span, elapsed: span }));
  return comparisons.map((comparison): Base => {
    const pairs = new Map<Hour, Pair | null>();
    const whole = baseOf(slot, slot.elapsed, comparison, settings);
    const pairUntil = (end: Hour): Pair | null => {
      if (end <= slot.elapsed.from) return null;
      const known = { from: slot.elapsed.from, to: end };
      const { span } = baseOf(slot, known, comparison, settings);
      return { now: placeOf(comparedPart(slot, known, span, comparison)), earlier: shared({ span, elapsed: span }) };
    };
    return {
      comparison,
      name: whole.name,
      ...(whole.event === undefined ? {} : { event: whole.event }),
      pairOf: (kpis) => {
        const end = kpis.reduce((least, { formula }) => Math.min(least, reachWithin(formula)), over);
        return getOrInsert(pairs, end, () => pairUntil(end));
      },
    };
  });
}

/** Where the days of a slot that are over end; of hours, the hours. */
function overUntil({ elapsed, grain }: Slot, { asOf, zone }: ReportSettings): Hour {
  const now = zone.hour(asOf);
  return Math.min(elapsed.to, grain === 'hour' ? now : Math.max(elapsed.from, dayOfHour(now) * DAY_HOURS));
}

/** The two operands of a comparison; without a base if it cannot be compared, or if the files leave out more of one than of the other. */
export function operandsIn(
  figures: Figures,
  { formula }: Pick<Asked, 'formula'>,
  pair: Pair | null,
  at: (place: Place) => Operand,
  current: Operand,
): [Operand, Operand] {
  if (pair === null) return [nothing('incomplete_base'), current];
  const isAlike = leavesOutAlike(formula, pair.now, pair.earlier, figures.suppliers);
  return [isAlike ? at(pair.earlier) : nothing('incomplete_base'), at(pair.now)];
}
