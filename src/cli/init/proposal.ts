import type { Grain, Period } from '../../core/calendar.ts';
import { historyOf } from '../../documents/checks/history.ts';
import { type Proposed, type Suggestion, suggestionsFor } from '../../documents/checks/suggestions.ts';
import type { Read } from '../../engine/state/read.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import { kpis as catalog } from '../../kpis/index.ts';
import { groups, type Kpi } from '../../kpis/kpi.ts';
import { mainKpis } from './main-kpis.ts';

/** Checks that are proposed, and notes on the others that were considered. */
export interface Proposal {
  readonly grain: Grain;
  /** The complete periods examined. */
  readonly periods: readonly Period[];
  readonly proposed: readonly Proposed[];
  /** KPIs without a check, each with the reason. */
  readonly refused: readonly Exclude<Suggestion, Proposed>[];
  /** KPIs that were asked for by name and that no file supplies. */
  readonly notSupplied: readonly Kpi[];
}

const kpiOf = (id: string): Kpi => catalog.find((kpi) => kpi.id === id)!;

/** The KPIs to examine: those asked for, else the main ones. */
export const candidatesOf = (ids: readonly string[] | null): Kpi[] =>
  (ids ?? groups.flatMap((group) => mainKpis[group].ids)).map(kpiOf);

/** Checks suggested by the files, for the KPIs asked for, else for the main ones of each group. */
export async function proposalOf(
  read: Read,
  settings: ReportSettings,
  ids: readonly string[] | null,
): Promise<Proposal> {
  const { slots, grain, kpis, notSupplied } = await historyOf(read, settings, candidatesOf(ids), catalog);
  const periods = slots.map(({ name, span }) => ({ name, ...span }));
  const suggestions = suggestionsFor(kpis, periods, grain, settings.options);
  const shown = ids === null ? groups.flatMap((group) => firstOf(group, suggestions)) : suggestions;
  return {
    grain,
    periods,
    proposed: shown.flatMap((one) => ('because' in one ? [] : [one])),
    refused: shown.flatMap((one) => ('because' in one ? [one] : [])),
    notSupplied: ids === null ? [] : notSupplied,
  };
}

/** The first of a group that can be proposed, with those that were tried before. */
function firstOf(group: keyof typeof mainKpis, suggestions: readonly Suggestion[]): Suggestion[] {
  const shown: Suggestion[] = [];
  let left = mainKpis[group].take;
  for (const one of suggestions) {
    if (one.kpi.group !== group || left === 0) continue;
    shown.push(one);
    if (!('because' in one)) left -= 1;
  }
  return shown;
}
