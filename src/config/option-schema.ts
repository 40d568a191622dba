import * as z from 'zod/mini';
import { type BusinessHours, defaultOptions, type KpiOptions } from '../core/kpi-options.ts';
import { dayOfWeek, decimal, decimalText, flag, oneOf, opt, req, text, texts, whole } from './config-parts.ts';
import { mustBe, said } from './said.ts';
import { weekdayNumber } from './weekday.ts';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const clock = () => {
  const said = mustBe({
    en: 'a time of day in quotes, such as "09:00"',
    fr: 'une heure entre guillemets, comme "09:00"',
  });
  return z.string(said).check(z.regex(timeOfDay, said));
};

const hours = z
  .strictObject({
    days: req('Weekdays, by name or number: [monday, friday] or [1, 5].', z.array(dayOfWeek()).check(z.minLength(1))),
    from: req('When it opens, HH:MM.', clock()),
    to: req('When it closes, HH:MM.', clock()),
  })
  .check(
    z.refine(({ from, to }) => from < to || ![from, to].every((time) => timeOfDay.test(time)), {
      path: ['to'],
      ...mustBe({ en: 'later than from', fr: 'après from' }),
    }),
  );

const share = () => decimal({ least: '0', most: '1' });

const bands = z
  .tuple(
    [decimal({ least: '0' }), decimal({ least: '0' }), decimal({ least: '0' })],
    mustBe({ en: 'a list of three numbers, such as [1, 3, 5]', fr: 'une liste de trois nombres, comme [1, 3, 5]' }),
  )
  .check(
    z.refine(
      ([a, b, c]) => Number(a) < Number(b) && Number(b) < Number(c),
      said({ en: 'must go up, such as [1, 3, 5]', fr: 'doit être en ordre croissant, comme [1, 3, 5]' }),
    ),
  );

/** Options that define the meaning of KPIs: the keys of `KpiOptions`, at the top of the configuration. */
export const optionKeys = {
  revenue_basis: opt(
    'What "revenue" means: sales after discounts and refunds (net_sales, the default), with shipping and taxes (total_sales), or orders as placed (order_value).',
    oneOf(['net_sales', 'total_sales', 'order_value']),
  ),
  valid_status: opt(
    'Statuses that make an order count. By default paid, refunded and every word of unknown meaning.',
    texts().check(z.minLength(1, said({ en: 'must name a status', fr: 'doit indiquer un statut' }))),
  ),
  gift_cards: opt(
    'Words in the name of a product or its sku by which lines sell gift cards, which are not sales; [] for none. By default gift card, carte cadeau, Geschenkkarte and the like.',
    texts(),
  ),
  refund_date: opt(
    'Whether a refund counts on its own day (refund, the default) or on that of its order (order).',
    oneOf(['refund', 'order']),
  ),
  click_basis: opt(
    'Which clicks count: those that lead to the shop (link, the default) or all.',
    oneOf(['link', 'all']),
  ),
  active_days: opt('Days after an order in which a customer counts as active; 365.', whole(1, 36_500)),
  history_days: opt(
    'Days of earlier orders needed to distinguish new customers from returning ones; 365.',
    whole(0, 36_500),
  ),
  assume_full_history: opt('The files hold every order ever made.', flag()),
  cohort_days: opt('Days in which a second order is waited for; 90.', whole(1, 36_500)),
  ltv_days: opt("Days of a customer's life that ltv_n_days counts; 365.", whole(1, 36_500)),
  lifespan_years: opt('Years a customer stays. By default 1 / yearly churn.', decimal({ above: '0' })),
  max_lifespan_years: opt('The longest life that low churn may suggest; 5.', decimal({ above: '0' })),
  gross_margin_rate: opt('Gross margin rate if no file has unit costs, such as 0.55.', share()),
  min_cost_coverage: opt(
    'Share of the sold value that must have a unit cost before a margin is computed; 1.',
    decimal({ above: '0', most: '1' }),
  ),
  ltv_basis: opt(
    'Whether LTV to CAC compares margin (the default) or revenue with the cost.',
    oneOf(['margin', 'revenue']),
  ),
  ltv_cac_bands: opt('Bounds of the LTV:CAC rating; [1, 3, 5].', bands),
  return_window_days: opt('Days after which refunds of a period are final; 30.', whole(0, 36_500)),
  fcr_window_days: opt('Days without a reopening that make a first contact a resolution; 7.', whole(0, 36_500)),
  one_touch: opt(
    'Public replies of a one-touch ticket: exactly one (=1, the default) or none too (<2).',
    oneOf(['=1', '<2']),
  ),
  complaint_tags: opt('Tags or types that make a ticket a complaint.', z.array(text())),
  min_answers: opt('Survey answers below which a score is marked low_sample; 30.', whole(0)),
  lead_window_days: opt('Days in which a lead may become a customer; 90.', whole(1, 36_500)),
  business_hours: opt("The customer service's opening hours, in the report's time zone.", hours),
} satisfies Record<keyof KpiOptions, z.core.$ZodType>;

const optionSchema = z.strictObject(optionKeys);
export type GivenOptions = z.infer<typeof optionSchema>;

/** The options that a configuration sets, over the defaults. */
export function kpiOptions(given: GivenOptions): KpiOptions {
  const said = Object.fromEntries(
    Object.keys(optionKeys).flatMap((key) => {
      const value = given[key as keyof GivenOptions];
      return value === undefined ? [] : [[key, optionValue(key as keyof KpiOptions, value)]];
    }),
  );
  return { ...defaultOptions, ...said };
}

const decimals: ReadonlySet<string> = new Set<keyof KpiOptions>([
  'lifespan_years',
  'max_lifespan_years',
  'gross_margin_rate',
  'min_cost_coverage',
]);

function optionValue(key: keyof KpiOptions, value: NonNullable<GivenOptions[keyof GivenOptions]>): unknown {
  if (decimals.has(key)) return decimalText(value as number | string);
  if (key === 'ltv_cac_bands') return (value as (number | string)[]).map(decimalText);
  if (key !== 'business_hours') return value;
  const { days, from, to } = value as NonNullable<GivenOptions['business_hours']>;
  const open: BusinessHours = { days: [...new Set(days.map(weekdayNumber))].sort(), from, to };
  return open;
}
