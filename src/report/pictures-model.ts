import type { CohortReport } from './cohort-model.ts';
import type { Funnel } from './funnel-model.ts';
import type { Warning } from './model.ts';

/** What a page shows beside the KPIs of a report: a funnel and cohorts, where the files can tell them. */
export interface Pictures {
  readonly funnel?: Funnel;
  readonly cohorts?: CohortReport;
  /** What is to be said of them, and is not said of the report. */
  readonly warnings: readonly Warning[];
}
