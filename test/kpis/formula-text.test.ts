import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/choices.ts';
import { defaultOptions } from '../../src/core/kpi-options.ts';
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
import { formulaText, windowText } from '../../src/kpis/formula-text.ts';
import { kpis } from '../../src/kpis/index.ts';
import { customers, orders } from '../../src/measures/order.ts';

const textOf = (id: string, options = {}, lang: Language = 'en'): string =>
  formulaText(kpis.find((kpi) => kpi.id === id)!.formula, options, lang);
/** Written here with plain spaces before the signs that have a no-break space in French. */
const inFrench = (text: string): string => text.replace(/ (?=[;:])/g, '\u00a0');

/** The formulas as a reader would say them. */
const said: Record<string, string> = {
  average_order_value: 'order_value_sum ÷ orders',
  aov_total:
    '(order_value_sum + shipping_of_orders + taxes_of_orders) ÷ orders; shipping_of_orders is 0 if no file contains it, marked `no_discounts`; taxes_of_orders is 0 if no file contains it, marked `no_discounts`',
  cpm: '1000 × ad_spend_with_impressions ÷ impressions',
  nps: '100 × (promoters − detractors) ÷ nps_answers',
  churn_rate: '1 − customer_retention_rate',
  channel_share: 'channel_sessions ÷ (sessions of all groups)',
  net_sales:
    'gross_sales − discounts − returns; discounts is 0 if no file contains it, marked `no_discounts`; returns is 0 if no file contains it, marked `no_refunds`',
  gross_margin_rate: 'gross_margin ÷ net_sales; not known if net_sales is not above 0',
  cart_abandonment_rate: '1 − purchase_sessions ÷ cart_sessions; not known if purchase_sessions is above cart_sessions',
  conversion_rate: 'purchase_sessions ÷ sessions, else orders ÷ sessions; any but the first is marked `approx`',
  cpl: 'ad_spend ÷ leads, else ad_spend_with_leads ÷ ad_leads',
  follower_growth_rate:
    "((followers over all data until the period's end, of those known in all data until the period's start) − (followers over all data until the period's start)) ÷ (followers over all data until the period's start)",
  revenue:
    'net_sales with `revenue_basis: net_sales`, total_sales with `revenue_basis: total_sales` or order_value_sum with `revenue_basis: order_value`',
  gross_margin:
    'net_sales − (cost_of_orders − cost_returned) × line_value ÷ costed_line_value; cost_returned is 0 if no file contains it; not known if costed_line_value ÷ line_value is below `min_cost_coverage`, marked `approx` below 1',
  customer_retention_rate:
    '(customers in both the `active_days` days before the period and the `active_days` days that end with the period) ÷ (customers over the `active_days` days before the period)',
  ltv_historic:
    "((identified_value − identified_returns) ÷ customers) over all data until the period's end; identified_returns is 0 if no file contains it, marked `no_refunds`",
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
      [plus(aboveZero(orders), aboveZero(orders)), 'orders + orders; not known if orders is not above 0'],
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
      ...{ kpi: true, case: true, raised: true, payback: true, alike: true, together: true },
    };
    for (const op of Object.keys(known)) expect(ops).toContain(op);
    expect(formulaText(formula('7'))).toBe('7');
  });
});

/** One formula or more for every operation that has words of its own. */
const saidInFrench: Record<string, string> = {
  csat_average: 'csat_score_sum ÷ csat_scored ; non calculable si csat_scales est supérieur à 1',
  average_order_value: 'order_value_sum ÷ orders',
  cpm: '1000 × ad_spend_with_impressions ÷ impressions',
  channel_share: 'channel_sessions ÷ (sessions de tous les groupes)',
  net_sales:
    "gross_sales − discounts − returns ; discounts vaut 0 si aucun fichier ne l'indique, marqué `no_discounts` ; returns vaut 0 si aucun fichier ne l'indique, marqué `no_refunds`",
  gross_margin_rate: "gross_margin ÷ net_sales ; non calculable si net_sales n'est pas supérieur à 0",
  cart_abandonment_rate:
    '1 − purchase_sessions ÷ cart_sessions ; non calculable si purchase_sessions est supérieur à cart_sessions',
  conversion_rate:
    'purchase_sessions ÷ sessions, sinon orders ÷ sessions ; toute autre valeur que la première est marquée `approx`',
  cpl: 'ad_spend ÷ leads, sinon ad_spend_with_leads ÷ ad_leads',
  follower_growth_rate:
    "((followers sur toutes les données jusqu'à la fin de la période, parmi ceux connus dans toutes les données jusqu'au début de la période) − (followers sur toutes les données jusqu'au début de la période)) ÷ (followers sur toutes les données jusqu'au début de la période)",
  revenue:
    'net_sales avec `revenue_basis: net_sales`, total_sales avec `revenue_basis: total_sales` ou order_value_sum avec `revenue_basis: order_value`',
  gross_margin:
    "net_sales − (cost_of_orders − cost_returned) × line_value ÷ costed_line_value ; cost_returned vaut 0 si aucun fichier ne l'indique ; non calculable si costed_line_value ÷ line_value est inférieur à `min_cost_coverage`, marqué `approx` en dessous de 1",
  customer_retention_rate:
    '(customers à la fois dans les `active_days` jours précédant la période et dans les `active_days` jours qui se terminent avec la période) ÷ (customers sur les `active_days` jours précédant la période)',
  ltv_historic:
    "((identified_value − identified_returns) ÷ customers) sur toutes les données jusqu'à la fin de la période ; identified_returns vaut 0 si aucun fichier ne l'indique, marqué `no_refunds`",
  cac_payback: "le premier mois où la marge brute cumulée qu'a apportée un nouveau client moyen atteint cac",
};

describe('formulas in French', () => {
  it.each(Object.entries(saidInFrench))('%s', (id, text) => {
    expect(textOf(id, {}, 'fr')).toBe(inFrench(text));
  });

  it('says ltv with its windows, options and lifespan', () => {
    const year = 'sur les 365 jours qui se terminent avec la période';
    const [before, now] = ['les 365 jours qui se terminent 365 jours avant la fin de la période', year.slice(4)];
    expect(textOf('ltv', {}, 'fr')).toBe(
      [
        `(average_order_value ${year})`,
        `(purchase_frequency ${year})`,
        `(gross_margin_rate ${year}, sinon option \`gross_margin_rate\`)`,
        `(option \`lifespan_years\`, sinon le minimum entre option \`max_lifespan_years\` et 1 ÷ (1 − (customers à la fois dans ${before} et dans ${now}) ÷ (customers sur ${before})))`,
      ].join(' × '),
    );
  });

  it('says the chosen case and the set numbers, given the options', () => {
    expect(textOf('revenue', defaultOptions, 'fr')).toBe('net_sales');
    expect(textOf('ltv', { lifespan_years: '3' }, 'fr')).toContain('× (3, sinon');
    expect(textOf('customer_retention_rate', { active_days: 90 }, 'fr')).toContain('les 90 jours précédant la période');
    expect(textOf('gross_margin', { min_cost_coverage: '0.9' }, 'fr')).toContain('est inférieur à 0.9');
    expect(formulaText(least(orders, customers, '5'), {}, 'fr')).toBe('le minimum entre orders, customers et 5');
  });
});

describe('windows in words', () => {
  const across: Window = { name: 'across', from: { at: 'start', daysBefore: 1 }, to: { at: 'end', daysBefore: 0 } };
  const cases: [Window, string, string?][] = [
    [lastYear, 'the 365 days that end with the period'],
    [yearBefore, "the 365 days that end 365 days before the period's end"],
    [toDate, "all data until the period's end"],
    [untilStart, "all data until the period's start"],
    [activeBeforeStart, 'the `active_days` days before the period', 'the 60 days before the period'],
    [activeBeforeEnd, 'the `active_days` days that end with the period', 'the 60 days that end with the period'],
    [across, "the span from 1 day before the period's start to the period's end"],
  ];
  it.each(cases)('$name', (window, text, with60 = text) => {
    expect(windowText(window)).toBe(text);
    expect(windowText(window, { active_days: 60 })).toBe(with60);
  });

  const french: [Window, string, string?][] = [
    [lastYear, 'les 365 jours qui se terminent avec la période'],
    [yearBefore, 'les 365 jours qui se terminent 365 jours avant la fin de la période'],
    [toDate, "toutes les données jusqu'à la fin de la période"],
    [untilStart, "toutes les données jusqu'au début de la période"],
    [activeBeforeStart, 'les `active_days` jours précédant la période', 'les 60 jours précédant la période'],
    [
      activeBeforeEnd,
      'les `active_days` jours qui se terminent avec la période',
      'les 60 jours qui se terminent avec la période',
    ],
    [across, "l'intervalle allant de 1 jour avant le début de la période à la fin de la période"],
    [
      { name: 'back', from: { at: 'end', daysBefore: 0 }, to: { at: 'start', daysBefore: 2 } },
      "l'intervalle allant de la fin de la période à 2 jours avant le début de la période",
    ],
  ];
  it.each(french)('$name, in French', (window, text, with60 = text) => {
    expect(windowText(window, {}, 'fr')).toBe(text);
    expect(windowText(window, { active_days: 60 }, 'fr')).toBe(with60);
  });
});
