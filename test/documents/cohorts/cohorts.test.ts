import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/core/civil.ts';
import { cohortsSchema } from '../../../src/documents/cohorts/cohorts-schema.ts';
import { report } from '../../support/ask.ts';
import { root, run, wordsOf } from '../../support/run.ts';

/*
 * A small shop worked out by hand. z buys for 1.00 on every day from 10 December 2025 to 15 May 2026, so that the files
 * cover just these days; who buys beside z is told by name.
 */

const fillers = Array.from({ length: 157 }, (_, at) => {
  const date = new Date(Date.UTC(2025, 11, 10) + at * DAY_MS).toISOString().slice(0, 10);
  return `z${at},${date}T12:00:00,paid,EUR,z@example.com,1,0,0,0,1,Direct`;
});

const orders = [
  'order_id,ordered_at,status,currency,customer_key,gross_sales,discounts,shipping,taxes,total,channel',
  ...fillers,
  '1,2026-01-31T10:00:00,paid,EUR,ana@example.com,100,0,0,0,100,Email',
  // 31 January to 28 February: still age 0, whatever the channel.
  '2,2026-02-28T10:00:00,paid,EUR,Ana@example.com,40,0,0,0,40,Paid Search',
  '3,2026-03-01T10:00:00,paid,EUR,ana@example.com,30,0,0,0,30,Paid Search',
  '4,2026-01-15T10:00:00,paid,EUR,ben@example.com,60,10,0,0,50,Email',
  '5,2026-02-15T10:00:00,paid,EUR,ben@example.com,20,0,0,0,20,Email',
  '6,2026-01-05T10:00:00,paid,EUR,gil@example.com,10,0,0,0,10,Paid Search',
  // The night in which summer time begins: 23 hours and a quarter later it is another day.
  '7,2026-03-28T23:30:00+01:00,paid,EUR,cleo@example.com,80,0,0,0,80,Email',
  '8,2026-03-29T23:45:00+02:00,paid,EUR,cleo@example.com,5,0,0,0,5,Email',
  // A month after 28 March in Paris, a day less in UTC.
  '9,2026-04-28T00:15:00+02:00,paid,EUR,cleo@example.com,20,0,0,0,20,Email',
  '10,2026-04-10T10:00:00,paid,EUR,eve@example.com,40,0,0,0,40,Email',
  '11,2026-01-20T10:00:00,paid,EUR,,500,0,0,0,500,Email',
  '12,2026-02-20T10:00:00,pending,EUR,dan@example.com,999,0,0,0,999,Email',
];

const refunds = [
  'refund_id,order_id,refunded_at,item_amount',
  'r1,1,2026-03-05T10:00:00,15',
  'r2,4,2026-02-14T10:00:00,5',
  // Dated before its order, by a slip: of age 0.
  'r3,6,2026-01-01T10:00:00,0',
];

const lines = [
  'order_id,sku,quantity,unit_price,unit_cost',
  ...['1,A,1,100,60', '2,A,1,40,20', '3,A,1,30,10', '4,A,1,60,30', '5,A,1,20,10', '6,A,1,10,4'],
  ...['7,A,1,80,40', '8,A,1,5,5', '9,A,1,20,10', '10,A,1,40,20'],
];

const spend = ['date,platform,cost', '2026-01-10,Google Ads,90', '2026-03-10,Google Ads,50'];

interface Maps {
  readonly values: Readonly<Record<string, number | null>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
}
interface Cohort extends Maps {
  readonly cohort: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly ages: readonly (Maps & { readonly age: number })[];
}
interface Cohorts {
  readonly orders: number;
  readonly unidentified_orders: number;
  readonly cohorts: readonly Cohort[];
}

let shop = '';
beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'kpi-cohorts-'));
  const files = { orders, refunds, lines, spend };
  mkdirSync(join(shop, 'in'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(shop, 'in', `${name}.csv`), `${text.join('\n')}\n`);
});
afterAll(() => rmSync(shop, { recursive: true }));

const usual = 'in --timezone Europe/Paris --currency EUR';

async function cohorts(line: string, cwd = shop): Promise<Cohorts> {
  const { code, out, err } = await run([...wordsOf(`cohorts ${line}`), '--format', 'json'], { cwd });
  expect(code, err).toBe(0);
  return cohortsSchema.parse(JSON.parse(out)) as Cohorts;
}

const cohortOf = ({ cohorts: all }: Cohorts, name: string, dimensions: Record<string, string> = {}): Cohort => {
  const found = all.find((one) => one.cohort === name && JSON.stringify(one.dimensions) === JSON.stringify(dimensions));
  if (found === undefined) throw new Error(`there is no cohort ${name}`);
  return found;
};

const blank = {
  active_customers: 'insufficient_history',
  retention: 'insufficient_history',
  orders: 'insufficient_history',
  orders_per_customer: 'insufficient_history',
  revenue_per_customer: 'insufficient_history',
  margin_per_customer: 'insufficient_history',
};

describe('cohorts by month', () => {
  it('are worked out as by hand', async () => {
    const january = cohortOf(await cohorts(usual), '2026-01');
    expect(january.values).toEqual({
      customers: 3,
      cac: 30,
      payback: 2,
      // 31 of z, four of January and the one of nobody.
      orders: 35,
      unidentified_orders: 1,
    });
    expect(january.flags.customers).toEqual(['short_history']);
    expect(january.ages.map(({ values }) => values)).toEqual([
      {
        active_customers: 3,
        retention: 1,
        orders: 4,
        orders_per_customer: 1.33333333333,
        // 100 + 40 + 50 + 10 less 5, and goods of 60 + 20 + 30 + 4.
        revenue_per_customer: 65,
        margin_per_customer: 27,
      },
      {
        active_customers: 2,
        retention: 0.666666666667,
        orders: 2,
        orders_per_customer: 2,
        // 30 + 20 less 15 more, and goods of 10 + 10.
        revenue_per_customer: 76.6666666667,
        margin_per_customer: 32,
      },
      {
        active_customers: 0,
        retention: 0,
        orders: 0,
        orders_per_customer: 2,
        revenue_per_customer: 76.6666666667,
        margin_per_customer: 32,
      },
    ]);
  });

  it('leave ages blank that are not over for all, or not in the files', async () => {
    const all = await cohorts(usual);
    expect(all.cohorts.map(({ cohort }) => cohort)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    const march = cohortOf(all, '2026-03');
    expect(march.ages.map(({ nulls }) => nulls)).toEqual([{}, blank, blank]);
    expect(march.ages[0]!.values).toMatchObject({ orders: 2, revenue_per_customer: 85, margin_per_customer: 40 });
    expect(cohortOf(all, '2026-04').ages.map(({ nulls }) => nulls)).toEqual([blank, blank, blank]);
    // As it was on 30 April: the month after the last day of March is not over.
    const before = cohortOf(await cohorts(`${usual} --as-of 2026-04-30`), '2026-03');
    expect(before.ages[0]!.nulls).toEqual(blank);
    const after = cohortOf(await cohorts(`${usual} --as-of 2026-05-01`), '2026-03');
    expect(after.ages[0]!.nulls).toEqual({});
  });

  it('of nobody have counts and no means', async () => {
    const { values, nulls, ages } = cohortOf(await cohorts(usual), '2026-02');
    expect([values.customers, nulls.cac]).toEqual([0, 'zero_denominator']);
    expect(ages[0]!.values).toMatchObject({ active_customers: 0, orders: 0, retention: null });
    expect(ages[0]!.nulls.retention).toBe('zero_denominator');
  });

  it('call a payback provisional while its month is not over', async () => {
    const march = cohortOf(await cohorts(usual), '2026-03');
    expect([march.values.cac, march.values.payback]).toEqual([50, 2]);
    expect(march.flags.payback).toContain('provisional');
    expect(cohortOf(await cohorts(usual), '2026-01').flags.payback).not.toContain('provisional');
  });

  it('say how many orders name no customer', async () => {
    const all = await cohorts(usual);
    // From January to April: 120 of z, ten of the others, one of nobody; the pending one does not count.
    expect([all.orders, all.unidentified_orders]).toEqual([131, 1]);
    const { out } = await run(wordsOf(`cohorts ${usual}`), { cwd: shop });
    expect(out).toContain('1 of 131 orders name no customer');
  });

  it('do not know who is new where no order is older', async () => {
    const line = `${usual} --all --include-partial`;
    const unknown = cohortOf(await cohorts(line), '2025-12');
    expect(unknown.nulls).toEqual({
      customers: 'insufficient_history',
      cac: 'insufficient_history',
      payback: 'insufficient_history',
    });
    expect(unknown.ages.map(({ nulls }) => nulls)).toEqual([blank, blank, blank]);
    const known = cohortOf(await cohorts(`${line} --assume-full-history`), '2025-12');
    expect(known.values.customers).toBe(1);
    // z: 31 orders from 10 December to 9 January, 31 to 9 February, 28 to 9 March, 31 to 9 April.
    expect(known.ages.map(({ values }) => values.orders)).toEqual([31, 31, 28, 31]);
    expect(known.ages[3]!.values.revenue_per_customer).toBe(121);
  });

  it('by channel have all orders in the channel of the first', async () => {
    const all = await cohorts(`${usual} --by channel`);
    const email = cohortOf(all, '2026-01', { channel: 'Email' });
    expect(email.ages.map(({ values }) => values.orders)).toEqual([3, 2, 0]);
    expect(email.ages[1]!.values).toMatchObject({ active_customers: 2, retention: 1, revenue_per_customer: 110 });
    expect(email.values.unidentified_orders).toBe(1);
    const search = cohortOf(all, '2026-01', { channel: 'Paid Search' });
    expect(search.ages.map(({ values }) => values.revenue_per_customer)).toEqual([10, 10, 10]);
    expect(cohortOf(all, '2026-01').values).toEqual(cohortOf(await cohorts(usual), '2026-01').values);
  });

  it('are cut by --from and --to', async () => {
    const all = await cohorts(`${usual} --from 2026-01-10 --to 2026-01-30`);
    const { values, ages } = cohortOf(all, '2026-01');
    expect(values.customers).toBe(1);
    // Ben alone; customers of 30 January are a month old on 1 March.
    expect(ages[1]!.values).toMatchObject({ orders: 1, revenue_per_customer: 65 });
  });

  it('go as far back as --last says', async () => {
    const all = await cohorts(`${usual} --last 2 --as-of 2026-05-10`);
    expect(all.cohorts.map(({ cohort }) => cohort)).toEqual(['2026-03', '2026-04']);
  });
});

describe('cohorts of other lengths', () => {
  it('by day: local days, over the beginning of summer time', async () => {
    const { ages } = cohortOf(await cohorts(`${usual} --period day --from 2026-03-28 --to 2026-03-28`), '2026-03-28');
    // 16 May is the first day that no file covers: 48 days have passed since the end of 28 March.
    expect(ages).toHaveLength(48);
    expect(ages.flatMap(({ age, values }) => (values.orders === 0 ? [] : [age]))).toEqual([0, 1, 31]);
  });

  it('by week and quarter', async () => {
    const week = cohortOf(await cohorts(`${usual} --period week --from 2026-03-23 --to 2026-03-29`), '2026-W13');
    // The week ends on 29 March; six weeks later it is 10 May.
    expect(week.ages.map(({ values }) => values.orders)).toEqual([2, 0, 0, 0, 1, 0]);
    const quarter = cohortOf(await cohorts(`${usual} --period quarter --all`), '2026-Q1');
    expect(quarter.values.customers).toBe(4);
    expect(quarter.ages).toEqual([]);
  });
});

describe('every cohort by month', () => {
  const flags = '--timezone Europe/Paris --all --include-partial';
  const shops = [
    () => ({ cwd: shop, line: `${usual} --all --include-partial` }),
    () => ({ cwd: shop, line: `${usual} --all --include-partial --assume-full-history --by channel` }),
    () => ({ cwd: root, line: `fixtures/shop ${flags}` }),
    () => ({ cwd: root, line: `fixtures/sources/generic --currency EUR ${flags} --assume-full-history` }),
  ];
  it.each(shops.map((one, at) => [at, one] as const))('agrees with the KPIs of a report: %i', async (_, of) => {
    const { cwd, line } = of();
    const all = await cohorts(line, cwd);
    const { rows } = await report(`${line} --period month --kpi new_customers,cac,cac_payback`, cwd);
    expect(all.cohorts.length).toBeGreaterThan(2);
    for (const { cohort, dimensions, values, nulls } of all.cohorts) {
      const row = rows.find(
        (one) => one.period === cohort && JSON.stringify(one.dimensions) === JSON.stringify(dimensions),
      )!;
      const told = { new_customers: values.customers, cac: values.cac, cac_payback: values.payback };
      expect(told, cohort).toEqual(row.values);
      expect([nulls.customers, nulls.cac, nulls.payback], cohort).toEqual([
        row.nulls.new_customers,
        row.nulls.cac,
        row.nulls.cac_payback,
      ]);
    }
  });
});

describe('both engines', () => {
  const all = [
    '--format json --all',
    '--format csv --period week --by channel',
    '--format markdown --last 30',
    '--lang fr',
  ];
  it.each(all)('give the same bytes: %s', async (more) => {
    for (const [cwd, line] of [
      [shop, usual],
      [root, 'fixtures/shop --timezone Europe/Paris'],
    ] as const) {
      const of = (engine: string) => run(wordsOf(`cohorts ${line} ${more} --engine ${engine}`), { cwd });
      expect(await of('duckdb')).toEqual(await of('memory'));
    }
  });
});

describe('tables', () => {
  it.each([40, 80, 100, 140])('fit on %i columns', async (width) => {
    for (const line of ['', '--lang fr', '--period day --last 60', '--by channel'])
      for (const [cwd, files] of [
        [shop, usual],
        [root, 'fixtures/shop --timezone Europe/Paris'],
      ] as const) {
        const { out, code } = await run(wordsOf(`cohorts ${files} ${line}`), { cwd, width });
        expect(code).toBe(0);
        for (const text of out.split('\n')) expect(stringWidth(text), text).toBeLessThanOrEqual(width);
      }
  });

  it('say so where the files hold no orders', async () => {
    const { out, code } = await run(wordsOf('cohorts in/spend.csv --timezone Europe/Paris --currency EUR'), {
      cwd: shop,
    });
    expect([code, out]).toEqual([0, expect.stringContaining('the files hold no orders')]);
  });

  it('have the reason where no order has a customer', async () => {
    writeFileSync(
      join(shop, 'keyless.csv'),
      'order_id,ordered_at,currency,total,gross_sales\n1,2026-03-03,EUR,5,5\n2,2026-04-03,EUR,5,5\n',
    );
    const all = await cohorts('keyless.csv --timezone Europe/Paris --all --include-partial');
    expect(cohortOf(all, '2026-04').nulls).toMatchObject({ customers: 'missing_kind', payback: 'missing_kind' });
    expect(all.unidentified_orders).toBe(all.orders);
  });
});

describe('refused', () => {
  it.each([
    ['--period hour', '--period must be one of day, week, month, quarter, not "hour"'],
    ['--period year', '--period must be one of day, week, month, quarter, not "year"'],
    ['--period all', '--period must be one of day, week, month, quarter, not "all"'],
    ['--format junit', '--format must be one of table, json, csv, csv-excel, markdown, html, not "junit"'],
    ['--last 3 --all', '--last and --all contradict each other'],
    ['--compare year', 'unknown option --compare'],
    ['--kpi cac', 'unknown option --kpi'],
  ])('%s', async (more, message) => {
    const { code, err, out } = await run(wordsOf(`cohorts ${usual} ${more}`), { cwd: shop });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
