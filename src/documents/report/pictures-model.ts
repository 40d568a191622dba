import type { Warning } from '../../figures/figure-model.ts';
import type { CohortReport } from '../cohorts/cohorts-model.ts';
import type { Funnel } from '../funnel/funnel-model.ts';

/** What a page shows beside the KPIs of a report: a funnel and cohorts, where the files can tell them. */
export interface Pictures {
  readonly funnel?: Funnel;
  readonly cohorts?: CohortReport;
  /** What is to be said of them, and is not said of the report. */
  readonly warnings: readonly Warning[];
}
