import type { Grain } from '../../core/calendar.ts';
import { dayOfHour } from '../../core/civil.ts';
import type { Fraction } from '../../core/fraction.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Read } from '../../engine/state/read.ts';
import { coverageOf } from '../../figures/coverage.ts';
import { type ReportSettings, todayOf } from '../../figures/figure-settings.ts';
import { workOut } from '../../figures/frame.ts';
import { operandOf } from '../../figures/operands.ts';
import { chooseSlots, type Slot } from '../../figures/periods.ts';
import { markBit } from '../../kpis/evaluate.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { isSame, observationsOf } from './denominator.ts';

/** The values of a KPI, one per period; null if the value is not known or the files cover only a part of the period. */
export interface KpiHistory {
  readonly kpi: Kpi;
  readonly values: readonly (Fraction | null)[];
  /** The count that the KPI is divided by, if it is a KPI itself, in the same periods. */
  readonly base: { readonly kpi: Kpi; readonly values: readonly (Fraction | null)[] } | null;
}

/** The number of periods that suggestions are based on: for days and hours, those of 8 weeks. */
const periodsNeeded: Readonly<Record<Exclude<Grain, 'all'>, number>> = {
  hour: 8 * 7 * 24,
  day: 8 * 7,
  week: 8,
  month: 8,
  quarter: 8,
  year: 8,
};

/** The values of KPIs in past periods. */
export interface History {
  readonly grain: Grain;
  readonly slots: readonly Slot[];
  /** Of the KPIs that the files supply, in the order of the request. */
  readonly kpis: readonly KpiHistory[];
  readonly notSupplied: readonly Kpi[];
}

/** KPIs with those that are their denominators: what must be read for `historyOf`. */
export const withBases = (kpis: readonly Kpi[], catalog: readonly Kpi[], options: KpiOptions): Kpi[] => [
  ...new Set(kpis.flatMap((kpi) => [kpi, baseOf(kpi, catalog, options) ?? kpi])),
];

/**
 * The values of KPIs in the complete periods that a report with these settings shows; without `from`, `to`, `last` and
 * `all`, in as many of the last ones as suggestions are based on.
 */
export async function historyOf(
  read: Read,
  settings: ReportSettings,
  kpis: readonly Kpi[],
  catalog: readonly Kpi[],
): Promise<History> {
  const { grain, options } = settings;
  const slots = completeSlots(read, settings);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined)
    return { grain, slots, kpis: kpis.map((kpi) => ({ kpi, values: [], base: null })), notSupplied: [] };
  const asked = withBases(kpis, catalog, options);
  const within = { from: dayOfHour(first.span.from), to: dayOfHour(last.span.to - 1), last: null, all: false };
  const own = { ...settings, ...within, by: [], compare: [], kpis: asked.map(({ id }) => id), groups: null };
  const { figures, slots: worked } = await workOut(read, own, catalog, false);
  const wanted = new Set(slots.map(({ name }) => name));
  const places = worked.filter(({ name }) => wanted.has(name));
  const valuesOf = (kpi: Kpi): (Fraction | null)[] =>
    places.map((slot) => {
      const { value, marks } = operandOf(figures, kpi, slot, 0);
      return (marks & markBit('incomplete')) === 0 ? value : null;
    });
  const isSupplied = (kpi: Kpi): boolean =>
    places.some((slot) => operandOf(figures, kpi, slot, 0).reason !== 'missing_kind');
  const supplied = kpis.filter(isSupplied);
  return {
    grain,
    slots: places,
    kpis: supplied.map((kpi) => {
      const base = baseOf(kpi, catalog, options);
      return { kpi, values: valuesOf(kpi), base: base === null ? null : { kpi: base, values: valuesOf(base) } };
    }),
    notSupplied: kpis.filter((kpi) => !supplied.includes(kpi)),
  };
}

function completeSlots(read: Read, settings: ReportSettings): readonly Slot[] {
  const { grain, from, to, last, all, options, asOf, zone } = settings;
  const isAsked = from !== null || to !== null || last !== null || all;
  const { periods } = chooseSlots(
    { ...settings, all: all || !isAsked, includePartial: false },
    coverageOf(read, options, todayOf(settings)),
  );
  // The hours of today that are still to come are covered by its day.
  const now = zone.hour(asOf);
  const complete = periods.filter(({ partial, whole }) => !partial && whole.to <= now);
  return isAsked || grain === 'all' ? complete : complete.slice(-periodsNeeded[grain]);
}

/** The KPI of the count that another is divided by. */
function baseOf(kpi: Kpi, catalog: readonly Kpi[], options: KpiOptions): Kpi | null {
  const counted = observationsOf(kpi, options);
  if (counted === null) return null;
  return catalog.find((one) => one.unit === 'count' && one !== kpi && isSame(one.formula, counted)) ?? null;
}
