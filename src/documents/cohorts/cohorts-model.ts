import type { AgeGrain } from '../../core/age.ts';
import type { AgeMetric, CohortMetric } from '../../core/cohort-limits.ts';
import type { Unit } from '../../core/kinds.ts';
import type { DocumentHead, Figure, RowHead, Warning } from '../../figures/figure-model.ts';

/** The customers whose first order is in a period, of one group or of all together. */
export interface CohortRow extends Omit<RowHead, 'period'> {
  /** `2026-03`, `2026-W45`, … */
  readonly cohort: string;
  readonly figures: Readonly<Record<CohortMetric, Figure>>;
  /** From age 0 on, one for each age of the report. */
  readonly ages: readonly Readonly<Record<AgeMetric, Figure>>[];
}

/** The result of `kpi cohorts`: what every format prints. */
export interface CohortReport extends DocumentHead {
  readonly grain: AgeGrain;
  /** `media` or `fully_loaded`. */
  readonly cacBasis: string;
  readonly paybackUnit: Unit;
  /** The number of ages that have passed for every customer of some cohort. */
  readonly ages: number;
  /** Valid orders made in the periods of the cohorts, and those of them that name no customer. */
  readonly orders: number;
  readonly unidentified: number;
  readonly cohorts: readonly CohortRow[];
  readonly warnings: readonly Warning[];
}
