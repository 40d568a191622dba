import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { CohortMargin } from '../engine/state/read.ts';
import { markBit, nothing, type Operand } from '../kpis/evaluate.ts';

type Lines = Pick<CohortMargin, 'lineValue' | 'costedLineValue'>;
type Brought = CohortMargin['cumulative'][number];

/** The share of the lines sold, by value, whose unit cost is known. */
export interface CostCoverage {
  readonly share: Fraction;
  readonly whole: boolean;
}

/** Null if too few lines have a unit cost to say what the goods cost. */
export function costCoverageOf({ lineValue, costedLineValue }: Lines, options: KpiOptions): CostCoverage | null {
  if (lineValue === costedLineValue) return { share: exact.ofText('1'), whole: true };
  if (lineValue === 0n || costedLineValue === 0n) return null;
  const share = exact.divide(exact.ofMicro(costedLineValue), exact.ofMicro(lineValue));
  return exact.compare(share, exact.ofText(options.min_cost_coverage)) < 0 ? null : { share, whole: false };
}

/** Gross margin: as in `cogs`, the cost of lines without one is assumed to be like that of the others. */
export const marginOf = ({ sales, cost }: Brought, { share, whole }: CostCoverage): Fraction =>
  exact.subtract(exact.ofMicro(sales), whole ? exact.ofMicro(cost) : exact.divide(exact.ofMicro(cost), share));

/** The first month (or other age, the first is 1) in which the margin of an average customer reaches the acquisition cost. */
export function paidBack(cost: Fraction, cohort: CohortMargin, options: KpiOptions): Operand {
  const { customers, cumulative } = cohort;
  if (customers === 0) return nothing('zero_denominator');
  const coverage = costCoverageOf(cohort, options);
  if (coverage === null) return nothing('missing_kind');
  const wanted = exact.multiply(cost, exact.ofText(String(customers)));
  const age = cumulative.findIndex((sum) => exact.compare(marginOf(sum, coverage), wanted) >= 0);
  if (age === -1) return nothing('not_reached');
  return { value: exact.ofText(String(age + 1)), marks: coverage.whole ? 0 : markBit('approx') };
}
