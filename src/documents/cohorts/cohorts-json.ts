import { ageMetrics, ageUnits, cohortMetrics, cohortUnits } from '../../core/cohort-limits.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { array, figureMembers, member, object, text, textOrNull, warningOf } from '../../page/json-text.ts';
import type { CohortReport, CohortRow } from './cohorts-model.ts';
import { cohortWords } from './cohorts-words.ts';

/** The maps of a row of figures, each by metric. */
const maps = <M extends string>(metrics: readonly M[], figures: Readonly<Record<M, Figure>>, level: number): string[] =>
  figureMembers(
    metrics.map(text),
    metrics.map((metric) => figures[metric]),
    level,
  );

function cohortOf(row: CohortRow, { dimensions }: CohortReport): string {
  const named = dimensions.flatMap((dimension) => {
    const value = row.dimensions[dimension];
    return value === undefined ? [] : [member(dimension, text(value))];
  });
  const ages = row.ages.map((figures, age) => object([member('age', String(age)), ...maps(ageMetrics, figures, 5)], 4));
  const parts = [
    member('cohort', text(row.cohort)),
    member('from', text(row.from)),
    member('to', text(row.to)),
    member('partial', String(row.partial)),
    member('dimensions', object(named, 3)),
    ...maps(cohortMetrics, row.figures, 3),
    member('ages', array(ages, 3)),
  ];
  return object(parts, 2);
}

/** The stable contract: the same bytes for the same cohorts; its schema is `schema/cohorts.schema.json`. */
export function renderCohortsJson(report: CohortReport): string {
  const { metrics, ageMetrics: labels } = cohortWords.en;
  const units = { ...cohortUnits, payback: report.paybackUnit };
  const metricOf = (id: string, label: string, unit: string): string =>
    object([member('id', text(id)), member('label', text(label)), member('unit', text(unit))], 2);
  const parts = [
    member('schema', text('kpi-cohorts/1')),
    member('as_of', text(report.asOf)),
    member('timezone', text(report.timezone)),
    member('currency', textOrNull(report.currency)),
    member('period', text(report.grain)),
    member('from', textOrNull(report.from)),
    member('to', textOrNull(report.to)),
    member('dimensions', array(report.dimensions.map(text), 1)),
    member('basis', object([member('cac', text(report.cacBasis))], 1)),
    member(
      'cohort_metrics',
      array(
        cohortMetrics.map((id) => metricOf(id, metrics[id], units[id])),
        1,
      ),
    ),
    member(
      'age_metrics',
      array(
        ageMetrics.map((id) => metricOf(id, labels[id], ageUnits[id])),
        1,
      ),
    ),
    member('orders', String(report.orders)),
    member('unidentified_orders', String(report.unidentified)),
    member(
      'cohorts',
      array(
        report.cohorts.map((row) => cohortOf(row, report)),
        1,
      ),
    ),
    member(
      'warnings',
      array(
        report.warnings.map((warning) => warningOf(warning, 2)),
        1,
      ),
    ),
  ];
  return `${object(parts, 0)}\n`;
}
