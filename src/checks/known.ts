import { didYouMean, nearest } from '../core/nearest.ts';
import type { Kpi } from '../kpis/kpi.ts';
import type { Faults } from './faults.ts';

/** The KPI of an id; null, and noted, where there is none. */
export function kpiNamed(
  id: string,
  catalog: readonly Kpi[],
  path: readonly (string | number)[],
  faults: Faults,
): Kpi | null {
  const kpi = catalog.find((one) => one.id === id);
  if (kpi !== undefined) return kpi;
  const near = nearest(
    id,
    catalog.map((one) => one.id),
    3,
  );
  faults.add(path, `"${id}" is not a KPI`, ...didYouMean(near), 'see kpi list');
  return null;
}

/** The same for a KPI that is compared with a number: one whose values are words is noted, too. */
export function numericKpi(...[id, catalog, path, faults]: Parameters<typeof kpiNamed>): Kpi | null {
  const kpi = kpiNamed(id, catalog, path, faults);
  if (kpi?.unit !== 'text') return kpi;
  const number = kpi.formula.op === 'kpi' ? [`take ${kpi.formula.kpi.id}, the number behind it`] : [];
  faults.add(path, `"${id}" gives a word, which has no bounds`, ...number);
  return null;
}
