import { didYouMean } from '../core/nearest.ts';
import { quoted, type Text } from '../core/text.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { kpiNames } from '../kpis/names.ts';
import type { Faults } from './faults.ts';

/** Where the ids of KPIs are. */
export const seeKpiList: Text = { en: 'see kpi list', fr: 'voir kpi list' };

/** The KPI of a name; null, and noted, where there is none. */
export function kpiNamed(
  id: string,
  catalog: readonly Kpi[],
  path: readonly (string | number)[],
  faults: Faults,
): Kpi | null {
  const names = kpiNames(catalog);
  const named = names.idOf(id);
  const kpi = catalog.find((one) => one.id === named);
  if (kpi !== undefined) return kpi;
  const near = names.near(id);
  const name = quoted(id);
  const says = { en: `${name.en} is not a KPI`, fr: `${name.fr} n'est pas un KPI` };
  faults.add(path, says, ...didYouMean(near), seeKpiList);
  return null;
}

/** The same for a KPI that is compared with a number: one whose values are words is noted, too. */
export function numericKpi(...[id, catalog, path, faults]: Parameters<typeof kpiNamed>): Kpi | null {
  const kpi = kpiNamed(id, catalog, path, faults);
  if (kpi?.unit !== 'text') return kpi;
  const behind = kpi.formula.op === 'kpi' ? kpi.formula.kpi.id : null;
  const says = {
    en: `"${id}" gives a word, which has no bounds`,
    fr: `«\u00a0${id}\u00a0» donne un mot, qui n'a pas de bornes`,
  };
  const advice = { en: `take ${behind}, the number behind it`, fr: `prenez ${behind}, le nombre dont il est tiré` };
  faults.add(path, says, ...(behind === null ? [] : [advice]));
  return null;
}
