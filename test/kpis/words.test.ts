import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../src/core/options.ts';
import {
  aboveZero,
  activeBeforeEnd,
  activeBeforeStart,
  either,
  type Formula,
  formula,
  lastYear,
  least,
  minus,
  over,
  per,
  plus,
  times,
  toDate,
  untilStart,
  type Window,
  within,
  yearBefore,
} from '../../src/kpis/formula.ts';
import { kpis } from '../../src/kpis/index.ts';
import { formulaText, windowText } from '../../src/kpis/words.ts';
import { customers, orders } from '../../src/measures/order.ts';

const textOf = (id: string, options = {}): string => formulaText(kpis.find((kpi) => kpi.id === id)!.formula, options);

/** The formulas as a reader would say them. */
const said: Record<string, string> = {
  average_order_value: 'order_value_sum ÷ orders',
  aov_total: '(order_value_sum + shipping_of_orders + taxes_of_orders) ÷ orders',
  cpm: '1000 × ad_spend ÷ impressions',
  nps: '100 × (promoters − detractors) ÷ nps_answers',
  churn_rate: '1 − customer_retention_rate',
  channel_share: 'channel_sessions ÷ (sessions of all groups)',
  net_sales: 'gross_sales − discounts − returns; returns is 0 where no file tells it, marked `no_refunds`',
  gross_margin_rate: 'gross_margin ÷ net_sales; not known where net_sales is not above 0',
  cart_abandonment_rate:
    '1 − purchase_sessions ÷ cart_sessions; not known where purchase_sessions is above cart_sessions',
  conversion_rate: 'purchase_sessions ÷ sessions, else orders ÷ sessions; any but the first is marked `approx`',
  cpl: 'ad_spend ÷ (leads, else ad_leads)',
  follower_growth_rate: "follower_growth ÷ (followers over all data until the period's start)",
  revenue:
    'net_sales with `revenue_basis: net_sales`, total_sales with `revenue_basis: total_sales` or order_value_sum with `revenue_basis: order_value`',
  gross_margin:
    'net_sales − (cost_of_orders − cost_returned) × line_value ÷ costed_line_value; cost_returned is 0 where no file tells it; not known where costed_line_value ÷ line_value is below `min_cost_coverage`, marked `approx` below 1',
  customer_retention_rate:
    '(customers in both the `active_days` days before the period and the `active_days` days that end with the period) ÷ (customers over the `active_days` days before the period)',
  ltv_historic:
    "((identified_value − identified_returns) ÷ customers) over all data until the period's end; identified_returns is 0 where no file tells it, marked `no_refunds`",
  cac_payback: 'the first month in which the gross margin that an average new customer has brought reaches cac',
};

describe('formulas in words', () => {
  it.each(Object.entries(said))('%s', (id, text) => {
    expect(textOf(id)).toBe(text);
  });

  it('says ltv with its windows, options and lifespan', () => {
    const year = 'over the 365 days that end with the period';
    const [before, now] = ["the 365 days that end 365 days before the period's end", year.replace('over ', '')];
    expect(textOf('ltv')).toBe(
      [
        `(average_order_value ${year})`,
        `(purchase_frequency ${year})`,
        `(gross_margin_rate ${year}, else option \`gross_margin_rate\`)`,
        `(option \`lifespan_years\`, else the least of option \`max_lifespan_years\` and 1 ÷ (1 − (customers in both ${before} and ${now}) ÷ (customers over ${before})))`,
      ].join(' × '),
    );
  });

  it('says the chosen case and the set numbers, given the options', () => {
    expect(textOf('revenue', defaultOptions)).toBe('net_sales');
    expect(textOf('revenue', { revenue_basis: 'order_value' })).toBe('order_value_sum');
    expect(textOf('ltv_cac_ratio', defaultOptions)).toBe('ltv ÷ cac');
    expect(textOf('ltv', { lifespan_years: '3' })).toContain('× (3, else');
    expect(textOf('customer_retention_rate', { active_days: 90 })).toContain('the 90 days before the period');
    expect(textOf('gross_margin', { min_cost_coverage: '0.9' })).toContain('is below 0.9');
  });

  it('puts brackets where the arithmetic needs them, and nowhere else', () => {
    const cases: [Formula, string][] = [
      [minus(orders, minus(customers, '1')), 'orders − (customers − 1)'],
      [minus(minus(orders, customers), '1'), 'orders − customers − 1'],
      [per(per(orders, customers), '2'), '(orders ÷ customers) ÷ 2'],
      [per(orders, per(customers, '2')), 'orders ÷ (customers ÷ 2)'],
      [per(orders, times(customers, '2')), 'orders ÷ (customers × 2)'],
      [times(plus(orders, '1'), customers), '(orders + 1) × customers'],
      [plus(times(orders, '2'), customers), 'orders × 2 + customers'],
      [
        either(either(orders, customers), '1'),
        '(orders, else customers), else 1; any but the first is marked `approx`',
      ],
      [within(times(orders, '2'), lastYear), '(orders × 2) over the 365 days that end with the period'],
      [
        least(orders, over(customers, toDate), '5'),
        "the least of orders, (customers over all data until the period's end) and 5",
      ],
      [plus(aboveZero(orders), aboveZero(orders)), 'orders + orders; not known where orders is not above 0'],
    ];
    for (const [one, text] of cases) expect(formulaText(one)).toBe(text);
  });

  it('has words for every KPI, without an empty operand', () => {
    for (const kpi of kpis) {
      const text = formulaText(kpi.formula);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\(\)/);
      expect(text.split('(').length, text).toBe(text.split(')').length);
    }
  });

  it('meets every operation in the catalog', () => {
    const ops = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('op' in value) ops.add(String(value.op));
      for (const inner of Object.values(value)) visit(inner);
    };
    for (const kpi of kpis) visit(kpi.formula);
    const known: Record<Formula['op'], true> = {
      ...{ measure: true, both: true, number: true, setting: true, plus: true, times: true, least: true, minus: true },
      ...{ per: true, part: true, above_zero: true, either: true, if_known: true, total: true, within: true },
      ...{ kpi: true, case: true, raised: true, payback: true },
    };
    for (const op of Object.keys(known)) expect(ops).toContain(op);
    expect(formulaText(formula('7'))).toBe('7');
  });
});

describe('windows in words', () => {
  const cases: [Window, string, string?][] = [
    [lastYear, 'the 365 days that end with the period'],
    [yearBefore, "the 365 days that end 365 days before the period's end"],
    [toDate, "all data until the period's end"],
    [untilStart, "all data until the period's start"],
    [activeBeforeStart, 'the `active_days` days before the period', 'the 60 days before the period'],
    [activeBeforeEnd, 'the `active_days` days that end with the period', 'the 60 days that end with the period'],
    [
      { name: 'across', from: { at: 'start', daysBefore: 1 }, to: { at: 'end', daysBefore: 0 } },
      "the span from 1 day before the period's start to the period's end",
    ],
  ];
  it.each(cases)('$name', (window, text, with60 = text) => {
    expect(windowText(window)).toBe(text);
    expect(windowText(window, { active_days: 60 })).toBe(with60);
  });
});
