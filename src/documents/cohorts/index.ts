import { defineDocument } from '../define-document.ts';
import type { CohortSettings } from './cohorts-compute.ts';
import type { CohortReport } from './cohorts-model.ts';

/** `kpi cohorts`: customers by the period of their first order, and what they did by age. */
export const cohortsDocument = defineDocument({
  id: 'cohorts',
  work: async () => {
    const { cohortMeasures, cohortsOf } = await import('./cohorts-compute.ts');
    return {
      measures: ({ options }) => cohortMeasures(options),
      compute: (read, settings: CohortSettings) => cohortsOf(read, settings),
    };
  },
  nameParts: ({ cohorts, from, to }: CohortReport) => {
    const last = cohorts.at(-1)?.cohort;
    return last === undefined || from === null || to === null
      ? { en: 'there is no cohort', fr: "il n'y a aucune cohorte" }
      : { period: last, from, to };
  },
  outputs: {
    table: async () => (await import('./cohorts-table.ts')).renderCohortsTable,
    json: async () => (await import('./cohorts-json.ts')).renderCohortsJson,
    csv: async () => (await import('./cohorts-csv.ts')).renderCohortsCsv,
    'csv-excel': async () => (await import('./cohorts-csv.ts')).renderCohortsExcelCsv,
    markdown: async () => (await import('./cohorts-markdown.ts')).renderCohortsMarkdown,
    html: async () => (await import('./cohorts-html.ts')).renderCohortsHtml,
  },
});
