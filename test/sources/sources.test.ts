import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/core/kinds.ts';
import { kpis } from '../../src/kpis/index.ts';
import { field, filled, is, type Measure, type Test } from '../../src/measures/measure.ts';
import { accountOf, days, jsonBlock, reading, report, asked as valuesOf } from '../support/ask.ts';
import { root } from '../support/run.ts';

/*
 * One folder a format, named after it, with exports as the tool writes them and NOTES.md, which says what is in each
 * file: read by hand, down to a block for machines.
 */

interface Notes {
  /** What the file does not say: the currency of its amounts. */
  readonly currency?: string;
  /** What the configuration has to say of the file: its entry of `sources` without the path. */
  readonly entry?: object;
  readonly rows: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, number | null>>;
}

const folder = 'fixtures/sources';
const around = '--timezone Europe/Paris --as-of 2027-01-01 --all';
/** The currency of a file that does not say it: EUR of those made by hand, else by its notes. */
function currencyOf(file: string): { readonly currency?: string } {
  const [format = '', name = ''] = file.split('/');
  if (format === 'generic') return { currency: 'EUR' };
  const notes = jsonBlock(`${folder}/${format}/NOTES.md`) as Readonly<Record<string, Notes>>;
  const currency = notes[name]?.currency;
  return currency === undefined ? {} : { currency };
}
const ever = days('2000-01-01', '2099-12-31');

/** Totals that no measure of the program is: asked of the engine all the same. */
const own = (over: Kind, at: string, value: string | null, where?: Test): Measure => ({
  id: `${over} ${value}`,
  doc: { en: 'A total of the notes.', fr: 'Un total des notes.' },
  unit: value === null ? 'count' : 'money',
  over,
  at,
  aggregate: value === null ? 'count' : 'sum',
  ...(value === null ? {} : { value: field(value) }),
  ...(where === undefined ? {} : { where }),
});
const category = (name: string): Measure => own('cost', 'date', 'amount', is('category', name));
const cost = { fulfilment: 'fulfilment_cost', payment_fee: 'payment_fees' };

/** What the notes call a total, where it is not the name of a KPI or measure. */
const names: Readonly<Record<string, Measure | string>> = {
  ...cost,
  valid_orders: 'orders',
  units: 'units_sold',
  tickets: 'tickets_created',
  customer_messages_of_solved: 'customer_messages',
  reopened: 'reopened_tickets',
  one_touch: 'one_touch_tickets',
  checkouts: own('checkout', 'created_at', null),
  completed: own('checkout', 'created_at', null, filled('completed_at')),
  value: own('checkout', 'created_at', 'value'),
  cost_of_units_sold: 'cost_of_orders',
  duration: 'session_duration',
  marketing_other: category('marketing_other'),
  sales: category('sales'),
  other: category('other'),
  items: 'returns',
  shipping: 'shipping_refunded',
  tax: 'taxes_refunded',
};
const ofSocial: typeof names = { impressions: 'social_impressions', link_clicks: 'social_link_clicks' };
/** Orders of any status; counted by the program for its warnings only. */
const allOrders = own('order', 'ordered_at', null);

const meant = (format: string, file: string, total: string): Measure | string => {
  if (file === 'social.csv' && ofSocial[total] !== undefined) return ofSocial[total];
  return format.startsWith('shopify-') && total === 'orders' ? allOrders : (names[total] ?? total);
};

/** What each file made by hand is taken for. */
const kindsOfFiles: Readonly<Record<string, string>> = {
  'checkouts.csv': 'generic-checkouts',
  'commandes.csv': 'generic-orders',
  'costs.csv': 'generic-costs',
  'depenses.csv': 'generic-spends',
  'emails.csv': 'generic-emails',
  'leads.csv': 'generic-leads',
  'order-lines.csv': 'generic-order-lines-as-orders',
  'orders.csv': 'generic-orders',
  'recherche.csv': 'generic-search',
  'refunds.csv': 'generic-refunds',
  'social.csv': 'generic-socials',
  'spend.csv': 'generic-spends',
  'surveys.csv': 'generic-surveys',
  'tickets.csv': 'generic-tickets',
  'visites.csv': 'generic-visits',
  'visits-sessions.csv': 'generic-visits',
};

const kpiIds = new Set(kpis.map(({ id }) => id));

/** A configuration that says this of a file. */
function configured(path: string, entry: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'kpi-sources-')), 'kpi.json');
  writeFileSync(file, JSON.stringify({ sources: [{ path: join(root, path), ...entry }] }));
  return file;
}

/** What the command and the engine say of a file. */
async function told(format: string, name: string, wanted: readonly string[], entry?: object) {
  const path = `${folder}/${format}/${name}`;
  const config = entry === undefined ? null : configured(path, entry);
  const currency = currencyOf(`${format}/${name}`);
  const asked = wanted.map((total) => meant(format, name, total));
  const ids = asked.filter((one) => typeof one === 'string' && kpiIds.has(one));
  const options = [currency.currency && `--currency ${currency.currency}`, config && `--config ${config}`]
    .filter(Boolean)
    .join(' ');
  const { rows, quality } = await report(
    `${path} ${around} --period all ${options} --kpi ${['orders', ...ids].join()}`,
  );
  const file = quality.files[0]!;
  const { read } = await reading([path], { timezone: 'Europe/Paris', ...currency, ...(config && { config }) });
  const totals: [string, unknown][] = [];
  for (const [place, total] of wanted.entries()) {
    const one = asked[place]!;
    const [row] = rows;
    if (total === 'unbalanced') totals.push([total, file.counts.unbalanced ?? 0]);
    else if (typeof one === 'string' && kpiIds.has(one) && row !== undefined) totals.push([total, row.values[one]]);
    else totals.push([total, Number((await valuesOf(read, one, [ever]))[0]) / 1e6]);
  }
  return { account: accountOf(file), format: file.format, totals: Object.fromEntries(totals) };
}

describe.each(readdirSync(join(root, folder)))('%s', (format) => {
  const notes = jsonBlock(`${folder}/${format}/NOTES.md`) as Readonly<Record<string, Notes>>;
  const files = readdirSync(join(root, folder, format)).filter((name) => name !== 'NOTES.md');

  it('has notes on every file', () => {
    expect(Object.keys(notes).sort()).toEqual(files.sort());
  });

  it.each(files)('%s is recognised, its rows are accounted for, its totals are those counted by hand', async (name) => {
    const { rows, totals, entry } = notes[name]!;
    const found = await told(format, name, Object.keys(totals), entry);
    expect(found.account).toEqual(rows);
    expect(found.format).toBe(format === 'generic' ? kindsOfFiles[name] : format);
    expect(found.totals).toEqual(totals);
  });
});

/** A measure of files over days or spans of days `first/last`, as decimals. */
async function over(files: readonly string[], measure: Measure | string, spans: readonly string[]): Promise<number[]> {
  const paths = files.map((file) => `${folder}/${file}`);
  const { read } = await reading(paths, { timezone: 'Europe/Paris', ...currencyOf(files[0]!) });
  const parted = spans.map((span) => span.split('/') as [string, string?]);
  const spansOf = parted.map(([first, last = first]) => days(first, last));
  return (await valuesOf(read, measure, spansOf)).map((value) => Number(value) / 1e6);
}

describe('what the notes say of single days', () => {
  const october = ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28'];
  it.each<[string, readonly string[], Measure | string, readonly string[], number[]]>([
    ['a clock that is put back', ['generic/orders.csv'], 'orders', october, [2, 4, 2, 1, 1]],
    ['the last second of a month', ['generic/orders.csv'], 'orders', ['2026-10-31', '2026-11-01'], [1, 4]],
    ['sessions with offsets', ['generic/visits-sessions.csv'], 'sessions', october, [4, 4, 3, 1, 2]],
    [
      'refunds on days of their own',
      ['generic/order-lines.csv'],
      'returns',
      ['2026-10-05', '2026-10-14', '2026-10-19'],
      [0, 12.5, 45],
    ],
    [
      'a day in a span of costs',
      ['generic/costs.csv'],
      'other_marketing_cost',
      ['2026-10-25', '2026-10-26', '2026-10-28', '2026-11-01'],
      [10, 24.285715, 24.285714, 14.285714],
    ],
    [
      'a cent a day and a bit',
      ['generic/costs.csv'],
      'fulfilment_cost',
      ['2026-10-05', '2026-10-09', '2026-10-10'],
      [18.414286, 0.014286, 0.014285],
    ],
    [
      'days of a report',
      ['google-ads/campaign-report.csv'],
      'ad_spend',
      october.slice(0, 4),
      [49.7, 1207.09, 33.5, 3.4],
    ],
    [
      'a span over two months',
      ['google-ads/no-day.csv'],
      'ad_spend',
      ['2026-01-01/2026-01-31', '2026-02-01/2026-02-28'],
      [67.857145, 312.142855],
    ],
    ['compact dates', ['ga4-report/acquisition.csv'], 'sessions', ['2026-10-25'], [190]],
    ['days counted from the first', ['ga4-report/several-tables.csv'], 'sessions', ['2026-03-02/2026-03-08'], [700]],
    ['a French report', ['ga4-report/french.csv'], 'sessions', ['2026-09-14', '2026-09-15'], [1680, 1420]],
    [
      'a month of orders in UTC',
      ['woocommerce-orders/orders.json'],
      'orders',
      ['2026-10-01/2026-10-31', '2026-11-01/2026-11-30'],
      [7, 2],
    ],
    ['months before days', ['shopify-orders/excel-resave.csv'], 'orders', ['2024-11-10', '2024-11-25'], [1, 1]],
    ['tax taken out', ['shopify-orders/excel-resave.csv'], 'gross_sales', ['2024-11-25'], [25.212034]],
    ['reports not split by day', ['linkedin-ads/no-split.csv'], 'ad_spend', ['2026-03-01', '2026-03-31'], [12, 12]],
    [
      'weeks of a report that begins and ends within one',
      ['microsoft-ads/weekly.csv'],
      'ad_spend',
      ['2026-03-01', '2026-03-07', '2026-03-08', '2026-03-10', '2026-03-11'],
      [10, 10, 12, 12, 0],
    ],
    [
      'months of a report that begins within one',
      ['microsoft-ads/monthly.csv'],
      'ad_spend',
      ['2026-02-09', '2026-02-10', '2026-02-28', '2026-03-31'],
      [0, 1, 1, 2],
    ],
    [
      'a report that states only the first day of what its rows cover',
      ['linkedin-ads/start-only.csv'],
      'ad_spend',
      ['2026-03-01', '2026-03-31'],
      [11, 11],
    ],
    [
      'months by their first days',
      ['linkedin-ads/months.csv'],
      'ad_spend',
      ['2026-02-10', '2026-02-28', '2026-03-01', '2026-04-30'],
      [1, 1, 2, 1],
    ],
    ['a summary of some days', ['microsoft-ads/summary.csv'], 'ad_spend', ['2026-03-01', '2026-03-04'], [2.5, 2.5]],
    ['a summary of a month', ['amazon-ads/brands.csv'], 'ad_spend', ['2026-03-01', '2026-03-31'], [3, 3]],
    [
      'a period that ends at midnight',
      ['snapchat-ads/period.csv'],
      'ad_spend',
      ['2026-03-01', '2026-03-31', '2026-04-01'],
      [11, 11, 0],
    ],
    [
      'days without a year around the end of one',
      ['tiktok-overview/overview.csv'],
      'social_impressions',
      ['2025-12-31', '2026-01-01'],
      [1500, 1200],
    ],
    ['a year in the name of a file', ['tiktok-overview/French-2025-02.csv'], 'engagements', ['2025-03-01'], [2]],
    ['a Spanish day', ['tiktok-overview/spanish.csv'], 'engagements', ['2026-03-08'], [3]],
    ['a Dutch day', ['tiktok-content/without-year.csv'], 'posts', ['2025-12-28', '2026-01-14'], [1, 1]],
    ['a time in UTC', ['x-tweet-activity/tweets.csv'], 'posts', ['2024-03-31', '2024-04-01'], [1, 1]],
    ['posts of an export by day', ['facebook-posts/by-day.csv'], 'posts', ['2026-03-01', '2026-03-02'], [1, 1]],
    // 900, 200 and 100 over 30 days: 30.00; 6.666667 for 20 days, then 6.666666; 3.333334 for 10 days, then 3.333333.
    [
      'a month in a row',
      ['meta-ads/monthly.csv'],
      'ad_spend',
      ['2026-09-01', '2026-09-11', '2026-09-30'],
      [40.000001, 40, 39.999999],
    ],
  ])('%s', async (_, files, measure, spans, expected) => {
    expect(await over(files, measure, spans)).toEqual(expected);
  });
});

describe('what the notes say of channels', () => {
  it.each<[string, string, Readonly<Record<string, number>>]>([
    [
      'generic/visits-sessions.csv',
      'sessions',
      { Affiliates: 1, Direct: 2, Email: 2, 'Organic Search': 3, 'Paid Search': 2, 'Paid Social': 3, Referral: 1 },
    ],
    [
      'google-ads/campaign-report.csv',
      'ad_spend',
      { 'Cross-network': 1184.09, Display: 3, 'Paid Search': 31.9, 'Paid Shopping': 70.2, 'Paid Video': 4.5 },
    ],
  ])('%s', async (file, kpi, expected) => {
    const { rows } = await report(`${folder}/${file} ${around} --period all --by channel --kpi ${kpi}`);
    const found = rows.flatMap(({ dimensions, values }) =>
      dimensions.channel ? [[dimensions.channel, values[kpi]]] : [],
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('of two tables in a file: by channel the other one is read', async () => {
    const { rows, quality } = await report(
      `${folder}/ga4-report/several-tables.csv ${around} --period all --by channel`,
    );
    expect(accountOf(quality.files[0]!)).toEqual({ read: 12, accepted: 5, rejected: 0, skipped: 7, superseded: 0 });
    expect(rows.at(-1)?.values.sessions).toBe(700);
  });
});

describe('files that belong together', () => {
  it('a refund falls away with its order, and one of a file stands for one that a status implies', async () => {
    const files = ['generic/orders.csv', 'generic/refunds.csv'];
    // 45 and 40 of the two items of R1, 45 of R2, 100 of R3, 12.50 of R4, whose order is in no file; not R5 of the cancelled A9.
    expect(await over(files, 'returns', ['2026-10-01/2026-11-30'])).toEqual([242.5]);
    expect(await over(files, 'refunded_orders', ['2026-10-01/2026-11-30'])).toEqual([3]);
  });

  it('two parts of an export share orders: the later one has them as they are now', async () => {
    const files = ['shopify-orders/part-1.csv', 'shopify-orders/part-2.csv'];
    expect(await over(files, 'orders', ['2026-05-01/2026-05-31'])).toEqual([3]);
    expect(await over(files, 'gross_sales', ['2026-05-01/2026-05-31'])).toEqual([75]);
    expect(await over(files, 'returns', ['2026-05-01/2026-05-31'])).toEqual([10]);
  });

  it('an order without a channel takes that of the visit that names it', async () => {
    const files = [`${folder}/generic/orders.csv`, `${folder}/generic/visits-sessions.csv`];
    const { rows } = await report(
      `${files.join(' ')} ${around.replace('--all', '')} --from 2026-10-24 --to 2026-10-26 --period all --by channel --kpi orders`,
    );
    const found = rows.flatMap(({ dimensions, values }) =>
      dimensions.channel ? [[dimensions.channel, values.orders]] : [],
    );
    // A1 and A5; A2; A3 and A8; A4; A6 and A7 were sold over the counter. The cancelled A9 is none.
    const expected = { 'Paid Search': 2, Email: 1, Direct: 2, 'Organic Search': 1, '(unattributed)': 2 };
    expect(Object.fromEntries(found)).toMatchObject(expected);
  });
});

/* Faults that these files brought to light. */
describe('a table made by hand', () => {
  it('of ads with a platform is none of social posts, though both have dates, platforms and impressions', async () => {
    expect((await told('generic', 'spend.csv', ['ad_spend'])).format).toBe('generic-spends');
  });

  it('may have days and spans of days in one column each', async () => {
    expect((await told('generic', 'costs.csv', [])).account.rejected).toBe(0);
  });
});

describe('lines that are no data', () => {
  it('"No data available." is skipped, not a row with too few cells', async () => {
    expect((await told('meta-ads', 'no-data.csv', [])).account).toMatchObject({ skipped: 1, rejected: 0 });
  });

  it('notes under a table are skipped one by one; none is taken for a header', async () => {
    expect((await told('ga4-report', 'resaved.csv', [])).account).toMatchObject({ read: 10, skipped: 2 });
  });
});

it('a fee in the total of an order makes it unbalanced in a tool that writes all amounts without tax, too', async () => {
  expect((await told('woocommerce-orders', 'orders.json', ['unbalanced'])).totals).toEqual({ unbalanced: 1 });
});
