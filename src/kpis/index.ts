import * as all from './all.ts';
import { byPlace, type Kpi } from './kpi.ts';

/** All KPIs, in the order in which they are shown. */
export const kpis: readonly Kpi[] = Object.values<Kpi>(all).sort(byPlace);
