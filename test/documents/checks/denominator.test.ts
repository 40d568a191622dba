import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, toDecimal } from '../../../src/core/fraction.ts';
import { defaultOptions } from '../../../src/core/kpi-options.ts';
import { rateOf } from '../../../src/documents/checks/denominator.ts';
import { evaluate } from '../../../src/kpis/evaluate.ts';
import { kpis } from '../../../src/kpis/index.ts';
import type { Example, Given, Kpi } from '../../../src/kpis/kpi.ts';
import { cellOf, kpiOf } from './kit.ts';

/** KPIs that are a share of a count, entered a second time; of one that is not named its worked examples are the test. */
const rates =
  `order_refund_rate new_visitor_share channel_share social_traffic_share bounce_rate bounce_rate_single_page
  engagement_rate_sessions conversion_rate visitor_conversion_rate add_to_cart_rate checkout_reach_rate
  checkout_completion_rate cart_abandonment_rate checkout_abandonment_rate ctr new_customer_share returning_customer_rate
  repeat_purchase_rate cohort_repeat_rate customer_retention_rate churn_rate unidentified_order_share
  first_contact_resolution one_touch_rate reopen_rate contact_rate complaint_rate complaint_share csat csat_response_rate
  recommendation_rate engagement_rate engagement_rate_impressions social_ctr lead_rate lead_conversion_rate`.split(
    /\s+/,
  );

/** Ratios of money, or of what may fall. */
const others =
  `discount_rate refund_rate gross_margin_rate markup_rate contribution_margin_rate ad_cost_ratio marketing_roi
  marketing_roi_revenue follower_growth_rate engagement_rate_followers`.split(/\s+/);

const found = kpis.filter((kpi) => rateOf(kpi, defaultOptions) !== null);

/** What the two counts give, or why they give nothing. */
function ratioOf(kpi: Kpi, example: Given): string {
  const cell = cellOf(example);
  const { part, whole } = rateOf(kpi, cell.options)!;
  const [some, all] = [evaluate(part, cell), evaluate(whole, cell)];
  if (some.value === null || all.value === null) return 'null';
  return all.value.n === 0n ? 'null' : toDecimal(divide(some.value, all.value));
}

describe('the counts of a rate', () => {
  it('are known for shares of counts alone', () => {
    const ids = found.map(({ id }) => id);
    expect(rates.filter((id) => !ids.includes(id))).toEqual([]);
    expect(others.filter((id) => ids.includes(id))).toEqual([]);
  });

  const cases = found.flatMap((kpi) =>
    kpi.examples.map((example, i): [string, Kpi, Example] => [`${kpi.id} ${i + 1}`, kpi, example]),
  );
  it.each(cases)('make up the value of %s', (_, kpi, example) => {
    expect(ratioOf(kpi, example)).toBe(example.gives ?? 'null');
  });

  it('are of the same way to work it out, whichever files are there', () => {
    const count = fc.option(fc.nat({ max: 9 }).map(String), { nil: null });
    const names = ['purchase_sessions', 'sessions', 'orders', 'checkout_sessions', 'abandoned_checkouts'];
    const given = fc.record(Object.fromEntries(names.map((name) => [name, count])));
    fc.assert(
      fc.property(given, fc.constantFrom('conversion_rate', 'checkout_abandonment_rate'), (operands, id) => {
        const example = { given: operands };
        const { value } = evaluate(kpiOf(id).formula, cellOf(example));
        expect(ratioOf(kpiOf(id), example)).toBe(value === null ? 'null' : toDecimal(value));
      }),
      { numRuns: 1000 },
    );
  });
});
