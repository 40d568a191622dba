import { describe, expect, it } from 'vitest';
import { daysBetween, orders } from './days-kit.ts';
import { kpi, table } from './kit.ts';

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

describe('a check of what customers cost against a saved report', () => {
  // 20 of ads in each week; in the second an agency is paid 50. Two new customers a week: 10 each of ads, 35 with the agency.
  const shop = {
    'o.csv': table(
      'order_id,ordered_at,customer_email,gross_sales',
      '1,2026-11-02,a@example.com,10',
      '2,2026-11-08,b@example.com,10',
      '3,2026-11-09,c@example.com,10',
      '4,2026-11-15,d@example.com,10',
    ),
    's.csv': table('date,platform,cost', '2026-11-02,X,10', '2026-11-08,X,10', '2026-11-09,X,10', '2026-11-15,X,10'),
    'c.csv': table(
      'date,category,amount',
      '2026-11-02,fulfilment,3',
      '2026-11-09,marketing_other,50',
      '2026-11-15,fulfilment,3',
    ),
  };
  const settings = 'timezone: Europe/Paris\ncurrency: EUR\nassume_full_history: true\n';
  const check = async (then: string, now: string, of = 'cac', lang = 'en') => {
    const before = await kpi(`report ${then} --kpi cac,mer --last 1 --as-of 2026-11-09 --format json`, {
      ...shop,
      'kpi.yaml': settings,
    });
    return kpi(`check ${now} --as-of 2026-11-16 --lang ${lang}`, {
      ...shop,
      'before.json': before.out,
      'kpi.yaml': `${settings}checks: [{ kpi: ${of}, vs: before.json, must: "<= 10%" }]\n`,
    });
  };

  it('is refused where only one of the two has costs besides those of ads', async () => {
    const { code, err } = await check('o.csv s.csv', 'o.csv s.csv c.csv');
    expect(code).toBe(2);
    expect(err).toContain(
      'kpi.yaml:4: before.json has cac with the costs of ads alone, the files give it with marketing costs besides those of ads\n  Write the report again',
    );
    const french = await check('o.csv s.csv c.csv', 'o.csv s.csv', 'cac', 'fr');
    expect(french.code).toBe(2);
    expect(french.err).toContain(
      'before.json donne cac avec des coûts marketing en plus de la publicité, les fichiers le donnent avec les seuls coûts de la publicité',
    );
  });

  it('compares alike with alike, and figures without these costs', async () => {
    // 35 against 10, and 10 against 10.
    expect((await check('o.csv s.csv c.csv', 'o.csv s.csv c.csv')).out).toMatch(/€35\.00\s+\+250\.0%/);
    expect((await check('o.csv s.csv', 'o.csv s.csv')).out).toMatch(/€10\.00\s+±0\.0%/);
    expect((await check('o.csv s.csv', 'o.csv s.csv c.csv', 'mer')).code).toBe(0);
  });
});
