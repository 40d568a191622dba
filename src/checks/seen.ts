import type { Grain } from '../core/calendar.ts';
import { dayOfHour } from '../core/civil.ts';
import type { Fraction } from '../core/fraction.ts';
import type { KpiOptions } from '../core/options.ts';
import type { Read } from '../facts/read.ts';
import { markBit } from '../kpis/evaluate.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { coverageOf } from '../report/coverage.ts';
import { chooseSlots, type Slot } from '../report/periods.ts';
import { operandOf, workOut } from '../report/report.ts';
import type { ReportSettings } from '../report/settings.ts';
import { observationsOf } from './observations.ts';
import { isSame } from './subset.ts';
import { periodsNeeded, type Seen } from './suggest.ts';

/** What is seen of KPIs in complete periods. */
export interface Sight {
  readonly grain: Grain;
  readonly slots: readonly Slot[];
  /** Of the KPIs that the files can supply, in the order in which they were asked for. */
  readonly seen: readonly Seen[];
  readonly notSupplied: readonly Kpi[];
}

/** KPIs with those that count what they are divided by: what has to be read for `sightOf`. */
export const withBases = (kpis: readonly Kpi[], catalog: readonly Kpi[], options: KpiOptions): Kpi[] => [
  ...new Set(kpis.flatMap((kpi) => [kpi, baseOf(kpi, catalog, options) ?? kpi])),
];

/**
 * Looks at KPIs in the complete periods that a report with these settings shows; with no `from`, `to`, `last` and `all` in them in
 * as many of the last ones as suggestions rest on.
 */
export async function sightOf(
  read: Read,
  settings: ReportSettings,
  kpis: readonly Kpi[],
  catalog: readonly Kpi[],
): Promise<Sight> {
  const { grain, options } = settings;
  const slots = completeSlots(read, settings);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return { grain, slots, seen: kpis.map(unseen), notSupplied: [] };
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
    seen: supplied.map((kpi) => {
      const base = baseOf(kpi, catalog, options);
      return { kpi, values: valuesOf(kpi), base: base === null ? null : { kpi: base, values: valuesOf(base) } };
    }),
    notSupplied: kpis.filter((kpi) => !supplied.includes(kpi)),
  };
}

const unseen = (kpi: Kpi): Seen => ({ kpi, values: [], base: null });

function completeSlots(read: Read, settings: ReportSettings): readonly Slot[] {
  const { grain, from, to, last, all, options, asOf, zone } = settings;
  const isAsked = from !== null || to !== null || last !== null || all;
  const { periods } = chooseSlots(
    { ...settings, all: all || !isAsked, includePartial: false },
    coverageOf(read, options),
  );
  // The hours of today that are still to come are covered by its day.
  const now = zone.hour(asOf);
  const complete = periods.filter(({ partial, whole }) => !partial && whole.to <= now);
  return isAsked || grain === 'all' ? complete : complete.slice(-periodsNeeded[grain]);
}

/** The KPI that tells the count that another is divided by. */
function baseOf(kpi: Kpi, catalog: readonly Kpi[], options: KpiOptions): Kpi | null {
  const counted = observationsOf(kpi, options);
  if (counted === null) return null;
  return catalog.find((one) => one.unit === 'count' && one !== kpi && isSame(one.formula, counted)) ?? null;
}
