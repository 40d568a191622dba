import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Fraction, ofText, toDecimal } from '../../../src/core/fraction.ts';
import { defaultOptions } from '../../../src/core/kpi-options.ts';
import { comparedRange, rangeOf } from '../../../src/documents/checks/value-range.ts';
import { evaluate } from '../../../src/kpis/evaluate.ts';
import { kpis } from '../../../src/kpis/index.ts';
import type { Example, Kpi } from '../../../src/kpis/kpi.ts';
import { cellOf, kpiOf } from './kit.ts';

/** Between what KPIs lie for certain, `..` for anything, entered a second time; of one that is not named its worked examples are the test. */
const expected = `
  0..1: order_refund_rate cart_abandonment_rate checkout_abandonment_rate repeat_purchase_rate cohort_repeat_rate
    customer_retention_rate churn_rate unidentified_order_share first_contact_resolution one_touch_rate reopen_rate
    complaint_share csat csat_response_rate recommendation_rate lead_conversion_rate
  0..: orders units_sold items_per_order sessions visitors new_visitor_share channel_share social_traffic_share
    pages_per_session bounce_rate_single_page engagement_rate_sessions conversion_rate visitor_conversion_rate
    add_to_cart_rate checkout_reach_rate checkout_completion_rate impressions clicks ctr customers new_customers
    new_customer_share purchase_frequency tickets_created tickets_solved backlog first_reply_time first_reply_time_mean first_resolution_time resolution_time
    first_reply_time_business contact_rate contact_frequency contacts_per_customer complaints complaint_rate
    followers engagements engagement_rate engagement_rate_impressions engagement_rate_followers social_ctr
    leads lead_rate
  ..1: bounce_rate
  1..: cac_payback
  -100..100: nps
  ..: net_sales revenue gross_margin contribution_margin average_order_value discount_rate refund_rate gross_margin_rate
    average_session_duration ad_spend cpc roas marketing_roi cac returning_customers returning_customer_rate
    time_between_orders ltv ltv_cac_ratio csat_average follower_growth follower_growth_rate
`
  .split(/\n(?= {2}\S)/)
  .flatMap((entry) => {
    const [range = '', ids = ''] = entry.trim().split(': ');
    return ids.split(/\s+/).map((id) => [id, range] as const);
  })
  .filter(([id]) => id);

const end = (value: Fraction | null): string => (value === null ? '' : toDecimal(value));
const shown = (kpi: Kpi, options = defaultOptions): string => {
  const { low, high } = rangeOf(kpi, options);
  return `${end(low)}..${end(high)}`;
};

describe('the range of a KPI', () => {
  it('is that of its meaning', () => {
    const found = kpis.map((kpi) => [kpi.id, shown(kpi)] as const);
    expect(Object.fromEntries(found)).toMatchObject(Object.fromEntries(expected));
  });

  it('goes by the options', () => {
    const ratio = {
      ...kpiOf('ltv_revenue'),
      formula: { op: 'setting', option: 'lifespan_years', reason: 'missing_kind' },
    };
    expect(shown(ratio as Kpi)).toBe('..');
    expect(shown(ratio as Kpi, { ...defaultOptions, lifespan_years: '2.5' })).toBe('2.5..2.5');
  });

  const cases = kpis.flatMap((kpi) =>
    kpi.examples.map((example, i): [string, Kpi, Example] => [`${kpi.id} ${i + 1}`, kpi, example]),
  );
  it.each(cases)('holds the worked example %s', (_, kpi, example) => {
    const cell = cellOf(example);
    const { value } = evaluate(kpi.formula, cell);
    const { low, high } = rangeOf(kpi, cell.options);
    if (value === null) return;
    if (low !== null) expect(compare(value, low)).toBeGreaterThanOrEqual(0);
    if (high !== null) expect(compare(value, high)).toBeLessThanOrEqual(0);
  });

  it('holds what counts of any size give', () => {
    // Counts that say nothing of each other: of those that do, the worked examples above are the test.
    const free = [
      'conversion_rate',
      'bounce_rate',
      'cart_abandonment_rate',
      'checkout_abandonment_rate',
      'contact_rate',
    ];
    const count = fc.option(fc.nat({ max: 20 }).map(String), { nil: null, freq: 5 });
    const counts = ['purchase_sessions', 'sessions', 'orders', 'cart_sessions', 'checkout_sessions'];
    const others = ['abandoned_checkouts', 'engaged_sessions', 'tickets_created'];
    const given = fc.record(Object.fromEntries([...counts, ...others].map((name) => [name, count])));
    fc.assert(
      fc.property(given, fc.constantFrom(...free), (operands, id) => {
        const { value } = evaluate(kpiOf(id).formula, cellOf({ given: operands }));
        const { low, high } = rangeOf(kpiOf(id), defaultOptions);
        if (value !== null && low !== null) expect(compare(value, low)).toBeGreaterThanOrEqual(0);
        if (value !== null && high !== null) expect(compare(value, high)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the range of what is compared', () => {
  const of = (low: string | null, high: string | null, as: Parameters<typeof comparedRange>[1]): string => {
    const range = { low: low === null ? null : ofText(low), high: high === null ? null : ofText(high) };
    const found = comparedRange(range, as);
    return `${end(found.low)}..${end(found.high)}`;
  };

  it.each<[string | null, string | null, string, string, string, string]>([
    [null, null, '..', '..', '..', '..'],
    ['0', null, '0..', '-1..', '..', '0..'],
    ['0', '1', '0..1', '-1..', '-1..1', '0..'],
    ['-100', '100', '-100..100', '..', '-200..200', '..'],
    [null, '1', '..1', '..', '..', '..'],
  ])('%s..%s', (low, high, own, relative, absolute, attainment) => {
    expect([of(low, high, 'own'), of(low, high, 'relative')]).toEqual([own, relative]);
    expect([of(low, high, 'absolute'), of(low, high, 'attainment')]).toEqual([absolute, attainment]);
  });
});
