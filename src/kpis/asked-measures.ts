import type { KpiOptions } from '../core/kpi-options.ts';
import type { Measure } from '../measures/measure.ts';
import { usesOf } from './evaluate.ts';
import { kpis } from './index.ts';
import type { Group } from './kpi.ts';

/** The measures of the KPIs asked for: those named, else those of the groups named, else all. */
export function measuresOf({
  kpis: ids,
  groups,
  options,
}: {
  readonly kpis: readonly string[] | null;
  readonly groups: readonly Group[] | null;
  readonly options: KpiOptions;
}): Measure[] {
  const asked = kpis.filter(({ id, group }) => ids?.includes(id) ?? groups?.includes(group) ?? true);
  return asked.flatMap(({ formula, sample }) => [
    ...usesOf(formula, options).map(({ measure }) => measure),
    ...(sample === undefined ? [] : [sample]),
  ]);
}
