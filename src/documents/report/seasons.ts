import type { CalendarRules } from '../../core/calendar.ts';
import type { Fraction } from '../../core/fraction.ts';
import * as exact from '../../core/fraction.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { NullReason } from '../../core/kinds.ts';
import { type SeasonalGrain, seasonOf, twoYearsOf } from '../../core/season.ts';
import type { Slot } from '../../figures/periods.ts';
import { nothing, type Operand, uncovered } from '../../kpis/evaluate.ts';
import type { Kpi } from '../../kpis/kpi.ts';

/** The values of a KPI in the complete periods of a group: sums and counts, overall and by season. */
interface Past {
  /** Periods that the files cover for this KPI, known there or not. */
  readonly covered: Tally;
  readonly all: Sum;
  readonly bySeason: ReadonlyMap<number, Sum>;
}

interface Tally {
  readonly periods: number;
  readonly bySeason: ReadonlyMap<number, number>;
}

interface Sum {
  readonly total: Fraction;
  readonly count: number;
}

/** Reasons for missing data of a period, not for data that is empty. */
const untold: ReadonlySet<NullReason | undefined> = new Set<NullReason | undefined>([
  'missing_kind',
  'not_covered',
  'insufficient_history',
]);

const none: Sum = { total: exact.ofText('0'), count: 0 };
const added = ({ total, count }: Sum, value: Fraction): Sum => ({ total: exact.add(total, value), count: count + 1 });
const mean = ({ total, count }: Sum): Fraction => exact.divide(total, exact.ofText(String(count)));
/** Indices by season: each is needed by every period of that season. */
type Indices = Map<number, Operand>;

/**
 * Seasonal values. The index of a season is the mean of a KPI in its complete periods, over that in all complete
 * periods: each period counts once, whatever its size.
 */
export class Seasons {
  readonly #known = new Map<string, { readonly past: Past; readonly indices: Indices }>();

  constructor(
    readonly history: readonly Slot[],
    readonly grain: SeasonalGrain,
    readonly rules: CalendarRules,
    readonly operandAt: (kpi: Kpi, slot: Slot, group: number) => Operand,
  ) {}

  /** The index of a period's season, and its figure without it. */
  of(kpi: Kpi, slot: Slot, group: number): { readonly index: Operand; readonly adjusted: Operand } {
    const index = this.#index(kpi, slot, group);
    const figure = this.operandAt(kpi, slot, group);
    if (kpi.bands !== undefined || figure.value === null || index.value === null)
      return { index, adjusted: index.value === null ? index : nothing(figure.reason ?? 'no_observations') };
    if (index.value.n === 0n) return { index, adjusted: nothing('zero_denominator') };
    return { index, adjusted: { value: exact.divide(figure.value, index.value), marks: figure.marks } };
  }

  #index(kpi: Kpi, { whole }: Slot, group: number): Operand {
    // A code (`healthy`) has no mean.
    if (kpi.bands !== undefined) return nothing('no_observations');
    const { past, indices } = this.#of(kpi, group);
    const season = seasonOf(whole, this.grain, this.rules);
    return getOrInsert(indices, season, () => this.#worked(past, season));
  }

  #worked({ covered, all, bySeason }: Past, season: number): Operand {
    if (covered.periods < twoYearsOf(this.grain) || (covered.bySeason.get(season) ?? 0) < 2)
      return nothing('insufficient_history');
    const own = bySeason.get(season) ?? none;
    if (own.count === 0) return nothing('no_observations');
    if (all.total.n === 0n) return nothing('zero_denominator');
    return { value: exact.lowest(exact.divide(mean(own), mean(all))), marks: 0 };
  }

  #of(kpi: Kpi, group: number): { readonly past: Past; readonly indices: Indices } {
    const key = `${group}|${kpi.id}`;
    return getOrInsert(this.#known, key, () => ({ past: this.#looked(kpi, group), indices: new Map() }));
  }

  #looked(kpi: Kpi, group: number): Past {
    const counts = new Map<number, number>();
    const sums = new Map<number, Sum>();
    let [periods, all] = [0, none];
    for (const slot of this.history) {
      const { value, reason, marks } = this.operandAt(kpi, slot, group);
      if (value === null ? untold.has(reason) : (marks & uncovered) !== 0) continue;
      const season = seasonOf(slot.whole, this.grain, this.rules);
      periods += 1;
      counts.set(season, (counts.get(season) ?? 0) + 1);
      if (value === null) continue;
      const own = exact.lowest(value);
      all = added(all, own);
      sums.set(season, added(sums.get(season) ?? none, own));
    }
    return { covered: { periods, bySeason: counts }, all, bySeason: sums };
  }
}
