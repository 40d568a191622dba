import { ageMetrics, ageUnits, cohortMetrics, cohortUnits } from '../../core/cohort-limits.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { figureMembers, headJson, type JsonObject, jsonText, warningOf } from '../../page/json-text.ts';
import type { CohortReport, CohortRow } from './cohorts-model.ts';
import { cohortWords } from './cohorts-words.ts';

/** The maps of a row of figures, each by metric. */
const maps = <M extends string>(metrics: readonly M[], figures: Readonly<Record<M, Figure>>): JsonObject =>
  figureMembers(
    metrics,
    metrics.map((metric) => figures[metric]),
  );

const cohortOf = (row: CohortRow): JsonObject => ({
  cohort: row.cohort,
  from: row.from,
  to: row.to,
  partial: row.partial,
  dimensions: row.dimensions,
  ...maps(cohortMetrics, row.figures),
  ages: row.ages.map((figures, age) => ({ age, ...maps(ageMetrics, figures) })),
});

/** The stable contract: the same bytes for the same cohorts; its schema is `schema/cohorts.schema.json`. */
export function renderCohortsJson(report: CohortReport): string {
  const { metrics, ageMetrics: labels } = cohortWords.en;
  const units = { ...cohortUnits, payback: report.paybackUnit };
  const json = jsonText({
    schema: 'kpi-cohorts/1',
    ...headJson(report),
    basis: { cac: report.cacBasis },
    cohort_metrics: cohortMetrics.map((id) => ({ id, label: metrics[id], unit: units[id] })),
    age_metrics: ageMetrics.map((id) => ({ id, label: labels[id], unit: ageUnits[id] })),
    orders: report.orders,
    unidentified_orders: report.unidentified,
    cohorts: report.cohorts.map(cohortOf),
    warnings: report.warnings.map(warningOf),
  });
  return `${json}\n`;
}
