import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root, run } from '../../support/run.ts';

/*
 * Season and 28-day mean, by hand. fixtures/two-years holds four orders a month, on the days 2, 9, 16 and 23 (29, 28 and 27 in
 * November): in the first year, from September 2024 on, of 1000, 1100, 1600, 1700, 800, 700, 900, 900, 1000, 1000, 700 and 600 EUR
 * a month, 12 000 in all; in the second a fifth more, 14 400; then 1400 and 1500. So there are 26 complete months with 29 300.
 */

interface Row {
  readonly period: string;
  readonly dimensions: Record<string, string>;
  readonly values: Record<string, number | null>;
  readonly season?: Record<'index' | 'adjusted', Record<string, number | null>> & { nulls: Record<string, string> };
  readonly mean_28d?: { values: Record<string, number | null>; nulls: Record<string, string> };
  readonly compare?: Record<string, { period: string; event?: object; values: Record<string, number | null> }>;
}

const engines = ['memory', 'duckdb'] as const;

async function rowsOf(line: string, cwd = join(root, 'fixtures/two-years')): Promise<Row[]> {
  const words = `report ${line} --format json --quiet`.split(' ');
  const [memory, duckdb] = await Promise.all(engines.map((engine) => run([...words, '--engine', engine], { cwd })));
  expect(memory!.err).toBe('');
  expect(duckdb).toEqual(memory);
  return JSON.parse(memory!.out).rows;
}
const rowOf = (rows: readonly Row[], period: string, channel?: string): Row =>
  rows.find((row) => row.period === period && row.dimensions.channel === channel)!;

/** As the program prints it: 12 significant digits. */
const printed = (value: number): number => Number(value.toPrecision(12));

/** A folder with files that are gone after the test. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-seasons-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the season of a month', () => {
  it('is its mean over the mean of all complete months', async () => {
    const rows = await rowsOf('--period month --compare season --kpi net_sales,orders --last 2');
    const october = rowOf(rows, '2026-10').season!;
    // (1100 + 1320 + 1500) / 3 over 29300 / 26, and 1500 without it.
    expect(october.index.net_sales).toBe(1.15949943117);
    expect(october.adjusted.net_sales).toBe(1293.66169545);
    // Four orders each month: no season, and nothing to take out.
    expect([october.index.orders, october.adjusted.orders]).toEqual([1, 4]);
    const september = rowOf(rows, '2026-09').season!;
    // (1000 + 1200 + 1400) / 3 over 29300 / 26.
    expect(september.index.net_sales).toBe(1.06484641638);
    expect(september.adjusted.net_sales).toBe(1314.74358974);
    expect(rowOf(rows, 'all').season).toBeUndefined();
  });

  it('does not depend on the months that are shown', async () => {
    const few = await rowsOf('--period month --compare season --kpi net_sales --from 2026-03-01 --to 2026-03-31');
    const all = await rowsOf('--period month --compare season --kpi net_sales --all');
    expect(rowOf(few, '2026-03').season).toEqual(rowOf(all, '2026-03').season);
    // (900 + 1080) / 2 over 29300 / 26.
    expect(rowOf(few, '2026-03').season?.index.net_sales).toBe(printed((990 * 26) / 29300));
  });

  it('is that of the whole month for a part of it', async () => {
    const rows = await rowsOf('--period month --compare season --kpi net_sales --include-partial');
    const november = rowOf(rows, '2026-11');
    // Of November only 2024 and 2025 are complete: (1600 + 1920) / 2.
    expect(november.season?.index.net_sales).toBe(printed((1760 * 26) / 29300));
    expect(november.values.net_sales).toBe(1440);
    expect(november.season?.adjusted.net_sales).toBe(printed((1440 * 29300) / 26 / 1760));
  });

  it('is that of each group in the rows of groups', async () => {
    const rows = await rowsOf('--period month --compare season --kpi net_sales --last 1 --by channel');
    const of = (channel: string | undefined) => rowOf(rows, '2026-10', channel).season?.index.net_sales;
    expect(of(undefined)).toBe(1.15949943117);
    // Every second order is by e-mail: half of each month, but for April (500 of 900, 600 of 1080).
    const [email, direct] = [29300 / 2 + 50 + 60, 29300 / 2 - 50 - 60];
    const october = (1100 + 1320 + 1500) / 3 / 2;
    expect(of('Email')).toBe(printed((october * 26) / email));
    expect(of('Direct')).toBe(printed((october * 26) / direct));
  });

  it('of a ratio is worked out from the ratios of the months', async () => {
    const rows = await rowsOf('--period month --compare season --kpi average_order_value --last 1');
    // A fourth of the sales each month, so the same index.
    expect(rowOf(rows, '2026-10').season?.index.average_order_value).toBe(1.15949943117);
  });

  it('of a code is not known', async () => {
    const rows = await rowsOf('--period month --compare season,mean --kpi ltv_cac_rating --last 1');
    expect(rowOf(rows, '2026-10').season?.nulls).toEqual({ ltv_cac_rating: 'no_observations' });
    expect(rowOf(rows, '2026-10').mean_28d?.nulls).toEqual({ ltv_cac_rating: 'no_observations' });
  });
});

describe('quarters and weeks', () => {
  it('have seasons too', async () => {
    const quarters = await rowsOf('--period quarter --compare season --kpi net_sales --last 1');
    // Complete from 2024-Q4 to 2026-Q3: 4400, 2400, 2900, then (700 + 600 + 1200), 5280, 2880, 3480, (840 + 720 + 1400).
    const all = [4400, 2400, 2900, 2500, 5280, 2880, 3480, 2960];
    const mean = all.reduce((sum, one) => sum + one, 0) / 8;
    expect(rowOf(quarters, '2026-Q3').season?.index.net_sales).toBe(printed((2500 + 2960) / 2 / mean));
  });

  it('of weeks need 104 of them', async () => {
    const weeks = await rowsOf('--compare season --kpi net_sales --last 1');
    const week = weeks[0]!;
    // 2026-W46, 9 to 15 November, has an order of 480; the same week of 2025, 10 to 16, one of 480 and that of 2024, 11 to 17, of 400.
    expect(week.values.net_sales).toBe(480);
    // From 2024-W36, which holds 2 September, to 2026-W46: 115 weeks with 12000 + 14400 + 2900 + 2 * 480.
    expect(week.season?.index.net_sales).toBe(printed(((480 + 480 + 400) / 3) * (115 / (29300 + 960))));
  });

  it('count week 53 with week 1', async () => {
    // One order a week, on its Monday, from 2019-W01 to 2021-W04: 109 weeks. The five first weeks have 10, all others 1.
    const mondays = Array.from({ length: 109 }, (_, i) =>
      new Date(Date.UTC(2018, 11, 31 + 7 * i)).toISOString().slice(0, 10),
    );
    const firsts = ['2018-12-31', '2019-12-30', '2020-12-28', '2021-01-04'];
    const text = mondays.map((day, i) => `${i},${day} 10:00:00,${firsts.includes(day) ? 10 : 1},EUR`).join('\n');
    const cwd = folderOf({ 'orders.csv': `order_id,ordered_at,gross_sales,currency\n${text}\n` });
    const rows = await rowsOf('orders.csv --compare season --kpi gross_sales --all --as-of 2021-03-01', cwd);
    const index = printed(10 / ((109 + 4 * 9) / 109));
    for (const week of ['2019-W01', '2020-W01', '2020-W53', '2021-W01'])
      expect(rowOf(rows, week).season?.index.gross_sales, week).toBe(index);
  });
});

describe('a history that is too short', () => {
  const monthly = (months: number): string =>
    Array.from({ length: months }, (_, i) => {
      const month = new Date(Date.UTC(2023, i, 15)).toISOString().slice(0, 7);
      return [1, 8, 15, 22].map((day) =>
        `${i}-${day},${month}-0${day},100,EUR`.replace('-015', '-15').replace('-022', '-22'),
      );
    })
      .flat()
      .join('\n');
  const shop = (months: number): string =>
    folderOf({ 'orders.csv': `order_id,ordered_at,gross_sales,currency\n${monthly(months)}\n` });

  it.each([
    [23, null],
    [24, 1],
  ])('has no index: %d months', async (months, index) => {
    const rows = await rowsOf('orders.csv --period month --compare season --kpi gross_sales', shop(months));
    const last = rows.at(-2)!;
    expect(last.values.gross_sales).toBe(400);
    expect([last.season?.index.gross_sales, last.season?.adjusted.gross_sales]).toEqual([index, index && 400]);
    expect(last.season?.nulls).toEqual(index === null ? { gross_sales: 'insufficient_history' } : {});
  });

  it('of one kind leaves the KPIs of others alone', async () => {
    const cwd = shop(30);
    // Ads are known from June 2024 on: 13 months.
    const days = Array.from({ length: 395 }, (_, i) => new Date(Date.UTC(2024, 5, 1 + i)).toISOString().slice(0, 10));
    writeFileSync(
      join(cwd, 'ads.csv'),
      `platform,date,campaign,currency,cost\n${days.map((day) => `Bing,${day},Brand,EUR,10`).join('\n')}\n`,
    );
    const rows = await rowsOf('orders.csv ads.csv --period month --compare season --kpi gross_sales,ad_spend', cwd);
    const last = rows.at(-2)!;
    expect(last.season?.index).toEqual({ gross_sales: 1, ad_spend: null });
    expect(last.season?.nulls).toEqual({ ad_spend: 'insufficient_history' });
  });
});

describe('what has no quotient', () => {
  /** Two years of months with an order each; those of a season have the amount given for it. */
  const shop = (amountOf: (month: number) => number): string => {
    const lines = Array.from({ length: 24 }, (_, i) => {
      const month = new Date(Date.UTC(2023, i, 15)).toISOString().slice(0, 7);
      return [5, 12, 19, 26].map(
        (day) => `${i}-${day},${month}-${String(day).padStart(2, '0')},${amountOf((i % 12) + 1)},EUR`,
      );
    }).flat();
    return folderOf({ 'orders.csv': `order_id,ordered_at,gross_sales,currency\n${lines.join('\n')}\n` });
  };

  it('is null: a season without any sales', async () => {
    const rows = await rowsOf(
      'orders.csv --period month --compare season --kpi gross_sales',
      shop((m) => (m === 12 ? 0 : 1)),
    );
    const december = rowOf(rows, '2024-12').season!;
    expect([december.index.gross_sales, december.adjusted.gross_sales]).toEqual([0, null]);
    expect(december.nulls).toEqual({ gross_sales: 'zero_denominator' });
  });

  it('is null: no sales at all', async () => {
    const rows = await rowsOf(
      'orders.csv --period month --compare season --kpi gross_sales',
      shop(() => 0),
    );
    expect(rowOf(rows, '2024-12').season?.index.gross_sales).toBeNull();
    expect(rowOf(rows, '2024-12').season?.nulls).toEqual({ gross_sales: 'zero_denominator' });
  });
});

describe('the mean of 28 days', () => {
  it('is a day of what adds up, and all else over these days', async () => {
    const rows = await rowsOf(
      '--period month --compare mean --kpi net_sales,orders,average_order_value,customers --last 1',
    );
    // 4 to 31 October 2026 holds the orders of the 9th, 16th and 23rd, of 375 each, the first two of one customer.
    expect(rowOf(rows, '2026-10').mean_28d).toEqual({
      values: { net_sales: 40.1785714286, orders: 0.107142857143, average_order_value: 375, customers: 2 },
      nulls: {},
    });
    // The whole span ends on the same day.
    expect(rowOf(rows, 'all').mean_28d).toEqual(rowOf(rows, '2026-10').mean_28d);
  });

  it('ends yesterday where the period has not ended', async () => {
    const rows = await rowsOf('--period month --compare mean --kpi orders --include-partial --as-of 2026-11-17T15:00');
    // 20 October to 16 November: the orders of 23 October, 2, 9 and 16 November.
    expect(rowOf(rows, '2026-11').mean_28d?.values.orders).toBe(printed(4 / 28));
  });

  it('is that of the 28 days before an hour', async () => {
    const rows = await rowsOf('--period hour --compare mean --kpi orders --from 2026-10-09 --to 2026-10-09');
    // Of 10:00 on the 9th the days end with the 8th: 11 September to 8 October, with the 16th, the 23rd and the 2nd.
    expect(rowOf(rows, '2026-10-09T10').mean_28d?.values.orders).toBe(printed(3 / 28));
    // Midnight ends the 9th itself: 12 September on, with one more.
    expect(rowOf(rows, '2026-10-09T23').mean_28d?.values.orders).toBe(printed(4 / 28));
  });

  it('is null where the files do not go back 28 days', async () => {
    const days = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2026, 8, 1 + i)).toISOString().slice(0, 10));
    const text = days.map((day) => `${day},Email,10,1`).join('\n');
    const cwd = folderOf({ 'visits.csv': `date,channel,sessions,purchases\n${text}\n` });
    const rows = await rowsOf('visits.csv --compare mean --kpi sessions,conversion_rate --all --as-of 2026-10-12', cwd);
    // 2026-W39 ends on 27 September, the 27th day; 2026-W40 a week later.
    expect(rowOf(rows, '2026-W39').mean_28d).toEqual({
      values: { sessions: null, conversion_rate: null },
      nulls: { sessions: 'insufficient_history', conversion_rate: 'insufficient_history' },
    });
    expect(rowOf(rows, '2026-W40').mean_28d).toEqual({ values: { sessions: 10, conversion_rate: 0.1 }, nulls: {} });
  });
});

describe('a year before, by events', () => {
  it('is the week of the event', async () => {
    const rows = await rowsOf('--compare year --kpi net_sales --from 2026-03-30 --to 2026-04-19');
    const of = (week: string) => rowOf(rows, week).compare!.year!;
    expect(of('2026-W14')).toMatchObject({
      period: '2025-W16',
      event: { name: 'Easter', from: '2025-04-20', to: '2025-04-20' },
      values: { net_sales: 300 },
    });
    // The others stay by the calendar, that of the event of last year, too.
    expect(of('2026-W15')).toMatchObject({ period: '2025-W15', values: { net_sales: 200 } });
    expect(of('2026-W16')).toMatchObject({ period: '2025-W16', values: { net_sales: 300 } });
    expect(of('2026-W15')).not.toHaveProperty('event');
  });

  it('is no other month', async () => {
    const rows = await rowsOf('--period month --compare year --kpi net_sales --from 2026-04-01 --to 2026-04-30');
    expect(rowOf(rows, '2026-04').compare?.year).toMatchObject({ period: '2025-04', values: { net_sales: 900 } });
    expect(rowOf(rows, '2026-04').compare?.year).not.toHaveProperty('event');
  });
});

it('index and adjusted figure agree with each other: over whole years the indices have a mean of 1', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 24, maxLength: 24 }),
      async (amounts) => {
        const lines = amounts.flatMap((amount, i) => {
          const month = new Date(Date.UTC(2024, i, 15)).toISOString().slice(0, 7);
          return ['05', '12', '19', '26'].map((day) => `${i}-${day},${month}-${day},${amount},EUR`);
        });
        const folder = mkdtempSync(join(tmpdir(), 'kpi-seasons-'));
        try {
          writeFileSync(join(folder, 'orders.csv'), `order_id,ordered_at,gross_sales,currency\n${lines.join('\n')}\n`);
          const line =
            'report orders.csv --period month --compare season --kpi gross_sales --all --format json --as-of 2026-01-05';
          const { out } = await run([...line.split(' '), '--quiet'], { cwd: folder });
          const rows = (JSON.parse(out).rows as Row[]).slice(0, -1);
          expect(rows).toHaveLength(24);
          const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
          expect(mean(rows.map((row) => row.season!.index.gross_sales!))).toBeCloseTo(1, 9);
          // A figure is its adjusted figure times the index of its season.
          for (const { season, values } of rows)
            expect(season!.adjusted.gross_sales! * season!.index.gross_sales!).toBeCloseTo(values.gross_sales!, 4);
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 12 },
  );
});

describe('a season that was asked for', () => {
  const cwd = (config: string): string =>
    folderOf({
      'kpi.yaml': config,
      'orders.csv': 'order_id,ordered_at,gross_sales,currency\n1,2026-11-02,10,EUR\n2,2026-11-09,10,EUR\n',
    });

  it('by the configuration is left out of a run for days', async () => {
    const folder = cwd('report: { compare: [previous, season] }\n');
    const rows = await rowsOf('orders.csv --period day --kpi orders', folder);
    expect(rows[0]).toHaveProperty('compare.previous');
    expect(rows[0]).not.toHaveProperty('season');
    const weeks = await rowsOf('orders.csv --kpi orders', folder);
    expect(weeks[0]?.season?.nulls).toEqual({ orders: 'insufficient_history' });
  });

  it('says nothing of a funnel', async () => {
    const folder = cwd('report: { compare: [season, benchmark] }\n');
    const { code, err, out } = await run(['funnel', 'orders.csv', '--format', 'json', '--quiet'], { cwd: folder });
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(JSON.parse(out).rows[0].loss.compare)).toEqual(['previous']);
  });
});

it('a check against the year before goes by the events, too', async () => {
  const orders = ['2025-04-16,200', '2025-04-02,100', '2026-04-02,300'].map((line, i) => `${i},${line},EUR`).join('\n');
  const cwd = folderOf({
    'kpi.yaml': [
      'currency: EUR',
      'events: [{ name: Easter, days: [2025-04-20, 2026-04-05] }]',
      'checks: [{ kpi: gross_sales, vs: year, must: "<= 60%" }]',
    ].join('\n'),
    'orders.csv': `order_id,ordered_at,gross_sales,currency\n${orders}\n`,
  });
  // 2026-W14 has 300; W16 of 2025, with Easter, had 200, and W14 100, which the calendar would take.
  const { code, out, err } = await run(['check', 'orders.csv', '--as-of', '2026-04-06', '--format', 'json'], { cwd });
  expect(err).not.toMatch(/^kpi:/m);
  expect(code).toBe(0);
  expect(JSON.parse(out).results ?? JSON.parse(out).checks).toMatchObject([{ value: 300 }]);
});
