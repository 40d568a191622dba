import { ageMetrics, ageUnits, cohortMetrics, cohortUnits } from '../../core/cohort-limits.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { flagsCell, reasonCell, textCell, valueCell } from '../../page/csv-text.ts';
import { excelCsv } from '../../page/excel-csv.ts';
import type { CohortReport } from './cohorts-model.ts';

/**
 * The cohorts in long form, one figure per line, with the exact decimals of the JSON; an empty value is null. Figures
 * of a cohort as a whole have no age.
 */
export function renderCohortsCsv({ dimensions, cohorts, paybackUnit }: CohortReport): string {
  const head = [
    'cohort',
    'from',
    'to',
    'partial',
    ...dimensions,
    'age',
    'metric',
    'unit',
    'value',
    'null_reason',
    'flags',
  ];
  const units = { ...cohortUnits, payback: paybackUnit };
  const parts = [`${head.join(',')}\n`];
  for (const { cohort, from, to, partial, dimensions: names, figures, ages } of cohorts) {
    const place = [cohort, from, to, String(partial), ...dimensions.map((name) => names[name] ?? '')];
    const start = place.map(textCell).join(',');
    const add = (age: string, metric: string, unit: string, figure: Figure) =>
      parts.push(
        `${start},${age},${metric},${unit},${valueCell(figure)},${reasonCell([figure])},${flagsCell(figure)}\n`,
      );
    for (const metric of cohortMetrics) add('', metric, units[metric], figures[metric]);
    for (const [age, own] of ages.entries())
      for (const metric of ageMetrics) add(String(age), metric, ageUnits[metric], own[metric]);
  }
  return parts.join('');
}

/** The same for spreadsheets with a decimal comma. */
export const renderCohortsExcelCsv = (given: CohortReport): string => excelCsv(renderCohortsCsv(given));
