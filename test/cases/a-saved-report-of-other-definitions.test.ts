import { describe, expect, it } from 'vitest';
import { daysBetween, orders } from './days-kit.ts';
import { kpi } from './kit.ts';

/*
 * A shop of one order of 10.00 a day, to Sunday 15 November. A saved report of other days or of another revenue is not what its
 * figure of now is compared with: the change would be that of the definition.
 */

const files = { 'orders.csv': orders(daysBetween('2026-07-15', '2026-11-15')) };
const saved = async (options: string, settings = ''): Promise<string> =>
  (
    await kpi(`report orders.csv --last 1 --as-of 2026-11-09 --format json ${options}`, {
      ...files,
      'kpi.yaml': `timezone: Europe/Paris\ncurrency: EUR\n${settings}\n`,
    })
  ).out;
const checked = async (report: string, check: string, settings = '', lang = 'en') =>
  kpi(`check --as-of 2026-11-16 --lang ${lang}`, {
    ...files,
    'before.json': report,
    'kpi.yaml': `timezone: Europe/Paris\ncurrency: EUR\n${settings}\nsources: [{ path: orders.csv }]\nchecks: [{ ${check}, vs: before.json, must: ">= -10%" }]\n`,
  });

describe('a check against a saved report is refused', () => {
  it.each([
    [
      'of another revenue',
      '--kpi revenue',
      '',
      'kpi: revenue',
      'revenue_basis: total_sales',
      'before.json has revenue with revenue_basis: net_sales, the check with revenue_basis: total_sales\n  Write the report again with revenue_basis: total_sales, or set revenue_basis: net_sales',
    ],
    [
      'of days in another zone',
      '--kpi orders --timezone America/New_York',
      '',
      'kpi: orders',
      '',
      'before.json has days of America/New_York, the check those of Europe/Paris\n  Set timezone: America/New_York, or write the report with --timezone Europe/Paris',
    ],
    [
      'of weeks from Sunday',
      '--kpi orders',
      'week_start: sunday',
      'kpi: orders',
      '',
      'before.json was written with another week_start: 2026-11-01 to 2026-11-07 is no week of the check\n  Write the report again with the week_start of the check',
    ],
    [
      'of fiscal quarters',
      '--kpi orders --period quarter',
      'fiscal_year_start_month: 2',
      'kpi: orders, period: quarter',
      '',
      'before.json was written with another fiscal_year_start_month: 2026-08-01 to 2026-10-31 is no quarter of the check',
    ],
  ])('%s', async (_, options, then, check, now, message) => {
    const { code, err } = await checked(await saved(options, then), check, now);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('in French, too', async () => {
    const { err } = await checked(await saved('--kpi revenue'), 'kpi: revenue', 'revenue_basis: total_sales', 'fr');
    expect(err).toContain(
      'before.json donne revenue avec revenue_basis: net_sales, le contrôle avec revenue_basis: total_sales',
    );
  });
});

it.each([
  // Seven orders of 10.00 in each week: 70.00 against 70.00, 7 against 7.
  ['of the same definitions', 'kpi: revenue', ''],
  ['of another revenue, of which the KPI is not made', 'kpi: orders', 'revenue_basis: total_sales'],
])('a check against a saved report %s passes', async (_, check, now) => {
  const { code, out } = await checked(await saved('--kpi revenue,orders'), check, now);
  expect([code, out]).toEqual([0, expect.stringContaining('±0.0%')]);
});
