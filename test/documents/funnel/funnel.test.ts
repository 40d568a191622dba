import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { defaultSizes, writeVisits } from '../../../bench/generate.ts';
import { funnelSchema } from '../../../src/documents/funnel/funnel-schema.ts';
import { root, run } from '../../support/run.ts';

let cwd = '';
beforeEach(() => {
  const own = mkdtempSync(join(tmpdir(), 'kpi-funnel-'));
  cwd = own;
  onTestFinished(() => rmSync(own, { recursive: true }));
});

const put = (name: string, ...lines: string[]): void => writeFileSync(join(cwd, name), `${lines.join('\n')}\n`);

interface Figures {
  readonly values: Readonly<Record<string, number | null>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
}
interface Compared extends Figures {
  readonly period: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly change_abs: Readonly<Record<string, number | null>>;
  readonly change_pct: Readonly<Record<string, number | null>>;
}
interface Part extends Figures {
  readonly compare?: { readonly previous?: Compared; readonly year?: Compared };
}
interface Row {
  readonly period: string;
  readonly partial: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly steps: readonly (Part & { readonly step: string })[];
  readonly loss: Part & { readonly from: string | null; readonly to: string | null };
}
interface Json {
  readonly counting: string | null;
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly Row[];
  readonly quality: { readonly warnings: readonly { readonly code: string; readonly message: string }[] };
}

/** Every null has its reason, and nothing else has one. */
function checkNulls(figures: Figures): void {
  const unknown = Object.entries(figures.values).flatMap(([name, value]) => (value === null ? [name] : []));
  expect(Object.keys(figures.nulls)).toEqual(expect.arrayContaining(unknown));
}

/** The funnel of a line, which both engines and the schema agree on. */
async function funnel(files: readonly string[], ...options: string[]): Promise<Json> {
  const line = ['funnel', ...files, '--format', 'json', '--currency', 'EUR', ...options];
  const memory = await run([...line, '--engine', 'memory'], { cwd });
  expect(memory.err.split('\n').filter((text) => /^error/.test(text))).toEqual([]);
  expect(memory.code).toBe(0);
  expect(await run([...line, '--engine', 'duckdb'], { cwd })).toEqual(memory);
  const json = JSON.parse(memory.out) as Json;
  funnelSchema.parse(json);
  for (const { steps, loss } of json.rows) {
    for (const part of [...steps, loss]) {
      checkNulls(part);
      for (const other of Object.values(part.compare ?? {})) checkNulls(other);
    }
  }
  return json;
}

const total = ({ rows }: Json): Row => rows.find(({ dimensions }) => Object.keys(dimensions).length === 0)!;
/** One figure of all steps, by step. */
const each = ({ steps }: Row, name: string): Record<string, number | string | null> =>
  Object.fromEntries(
    steps.flatMap(({ step, values, nulls }) => (name in values ? [[step, values[name] ?? nulls[name]!]] : [])),
  );

/** The last complete week before 22 November 2026 is 2026-W46, 9 to 15 November. */
const week = '2026-11-1';
const sessions = (...rows: string[]): string[] => [
  'visit_id,started_at,channel,product_views,carts,checkouts,order_id',
  ...rows.map((row, i) => `s${i},${week}${i % 5}T10:00:00+01:00,${row}`),
];

describe('rows that are sessions', () => {
  it('count in a step only where they are in all steps before', async () => {
    put(
      'visits.csv',
      ...sessions(
        'Direct,3,1,1,A1', // through all of it
        'Direct,1,0,1,A2', // buys without a cart: no further than the product
        'Email,0,2,0,', // a cart without a product view
        'Email,2,1,0,',
        'Email,0,0,0,A3', // an order out of nowhere
        'Email,,,,',
      ),
    );
    const json = await funnel(['visits.csv']);
    expect(json.counting).toBe('closed');
    const row = total(json);
    expect(each(row, 'count')).toEqual({ visits: 6, product_views: 3, carts: 2, checkouts: 1, purchases: 1 });
    expect(each(row, 'rate')).toEqual({ product_views: 0.5, carts: 0.666666666667, checkouts: 0.5, purchases: 1 });
    expect(each(row, 'rate_of_visits')).toEqual({
      visits: 1,
      product_views: 0.5,
      carts: 0.333333333333,
      checkouts: 0.166666666667,
      purchases: 0.166666666667,
    });
    expect(each(row, 'loss')).toEqual({ product_views: 3, carts: 1, checkouts: 1, purchases: 0 });
    expect(json.quality.warnings.map(({ code }) => code)).not.toContain('inconsistent_counts');
    // The KPIs stay open: three sessions of six bought, three had a cart.
    const { out } = await run(
      ['report', 'visits.csv', '--kpi', 'conversion_rate,add_to_cart_rate', '--format', 'csv', '--last', '1'],
      { cwd },
    );
    expect(out).toMatch(/2026-W46,.*conversion_rate,ratio,0.5,/);
    expect(out).toMatch(/2026-W46,.*add_to_cart_rate,ratio,0.5,/);
  });

  it('are told apart before rows of one key are added up', async () => {
    // Without ids the sessions of an hour and channel are one row in memory: one has the view, another the cart.
    put(
      'visits.csv',
      'started_at,channel,pageviews,product_views,carts,purchases',
      '2026-11-10T10:00:00Z,Direct,5,1,0,0',
      '2026-11-10T10:00:00Z,Direct,5,0,1,1',
      '2026-11-10T10:00:00Z,Direct,5,4,2,1',
    );
    const row = total(await funnel(['visits.csv']));
    expect(each(row, 'count')).toEqual({ visits: 3, product_views: 2, carts: 1, purchases: 1 });
  });

  it('buy by the number of purchases or by the id of an order', async () => {
    put(
      'visits.csv',
      'visit_id,started_at,carts,purchases,order_id',
      'a,2026-11-10T10:00:00Z,1,0,X1',
      'b,2026-11-10T10:00:00Z,1,2,',
      'c,2026-11-10T10:00:00Z,0,1,X2',
      'd,2026-11-10T10:00:00Z,1,,',
    );
    const row = total(await funnel(['visits.csv']));
    expect(each(row, 'count')).toEqual({ visits: 4, carts: 3, purchases: 2 });
  });

  it('are read row by row where SQL is not sure of a row', async () => {
    put(
      'visits.csv',
      ...sessions('Direct, 3 ,1,1,A1', 'Direct,"1 ",0,1,#A2', 'Email,1,1,"1.0",', 'Email,1,1,1, A4 ', 'Email,1,x,1,A5'),
    );
    const row = total(await funnel(['visits.csv'], '--max-rejects', '100%'));
    expect(each(row, 'count')).toEqual({ visits: 4, product_views: 4, carts: 3, checkouts: 3, purchases: 2 });
  });

  it('skip steps that their file does not tell', async () => {
    put(
      'visits.csv',
      'visit_id,started_at,channel,carts,order_id',
      'a,2026-11-10T10:00:00Z,Direct,1,A1',
      'b,2026-11-10T10:00:00Z,Direct,0,A2',
      'c,2026-11-10T10:00:00Z,Direct,1,',
    );
    const json = await funnel(['visits.csv']);
    expect(json.steps.map(({ id }) => id)).toEqual(['visits', 'carts', 'purchases']);
    expect(each(total(json), 'count')).toEqual({ visits: 3, carts: 2, purchases: 1 });
    expect(each(total(json), 'base')).toEqual({ carts: 3, purchases: 2 });
  });

  it('give a funnel a group', async () => {
    put('visits.csv', ...sessions('Direct,1,1,1,A1', 'Email,1,0,1,A2', 'Email,1,1,0,', 'Direct,0,1,1,A3'));
    const { rows } = await funnel(['visits.csv'], '--by', 'channel');
    expect(rows.map((row) => [row.dimensions.channel, each(row, 'count')])).toEqual([
      ['Direct', { visits: 2, product_views: 1, carts: 1, checkouts: 1, purchases: 1 }],
      ['Email', { visits: 2, product_views: 2, carts: 1, checkouts: 0, purchases: 0 }],
      [undefined, { visits: 4, product_views: 3, carts: 2, checkouts: 1, purchases: 1 }],
    ]);
  });
});

describe('rows that are sums', () => {
  const aggregated = (...rows: string[]): void =>
    put('visits.csv', 'date,channel,sessions,product_views,carts,checkouts,purchases', ...rows);

  it('count each step by itself', async () => {
    aggregated('2026-11-10,Direct,100,60,20,10,5', '2026-11-11,Email,50,10,5,4,1');
    const json = await funnel(['visits.csv']);
    expect(json.counting).toBe('open');
    expect(each(total(json), 'count')).toEqual({
      visits: 150,
      product_views: 70,
      carts: 25,
      checkouts: 14,
      purchases: 6,
    });
    expect(each(total(json), 'loss')).toEqual({ product_views: 80, carts: 45, checkouts: 11, purchases: 8 });
  });

  it('with a step above the one before it have their counts, no rate between the two, and a warning', async () => {
    aggregated('2026-11-10,Direct,100,60,10,12,5', '2026-11-11,Email,50,40,5,4,1');
    const json = await funnel(['visits.csv'], '--by', 'channel');
    const [direct, email, all] = json.rows;
    expect(each(direct!, 'count')).toMatchObject({ carts: 10, checkouts: 12, purchases: 5 });
    expect(each(direct!, 'rate')).toMatchObject({ checkouts: 'inconsistent_counts', purchases: 0.416666666667 });
    expect(each(direct!, 'loss')).toMatchObject({ checkouts: 'inconsistent_counts', purchases: 7 });
    expect(each(direct!, 'rate_of_visits')).toMatchObject({ checkouts: 0.12 });
    expect(each(email!, 'rate')).toMatchObject({ checkouts: 0.8 });
    expect(each(all!, 'rate')).toMatchObject({ checkouts: 'inconsistent_counts' });
    const warnings = json.quality.warnings.filter(({ code }) => code === 'inconsistent_counts');
    expect(warnings.map(({ message }) => message)).toEqual([
      'the files count more checkouts (12) than carts (10) in 2026-W46, Direct: they count each step by itself there, and the rate between the two is not known; the same in 1 more of the funnels',
    ]);
  });

  it('of nothing have no rates', async () => {
    aggregated('2026-11-10,Direct,0,0,0,0,0');
    const row = total(await funnel(['visits.csv']));
    expect(each(row, 'rate')).toMatchObject({ product_views: 'zero_denominator', carts: 'zero_denominator' });
    expect(row.loss).toMatchObject({ from: null, to: null, nulls: { share: 'zero_denominator' } });
    expect(each(row, 'loss')).toMatchObject({ product_views: 0 });
  });

  it('stand beside sessions of another shop', async () => {
    put('kpi.yaml', 'sources:', '  - { path: a.csv, store: Lyon }', '  - { path: b.csv, store: Nice }');
    put('a.csv', ...sessions('Direct,1,1,1,A1', 'Direct,1,0,1,A2'));
    put('b.csv', 'date,sessions,product_views,carts,checkouts,purchases', '2026-11-10,100,60,20,10,5');
    const json = await funnel([], '--by', 'store');
    expect(json.counting).toBe('mixed');
    expect(json.rows.map((row) => [row.dimensions.store, each(row, 'count')])).toEqual([
      ['Lyon', { visits: 2, product_views: 2, carts: 1, checkouts: 1, purchases: 1 }],
      ['Nice', { visits: 100, product_views: 60, carts: 20, checkouts: 10, purchases: 5 }],
      [undefined, { visits: 102, product_views: 62, carts: 21, checkouts: 11, purchases: 6 }],
    ]);
  });

  it('of which one file lacks a step mark it', async () => {
    put('kpi.yaml', 'sources:', '  - { path: a.csv, store: Lyon }', '  - { path: b.csv, store: Nice }');
    put('a.csv', 'date,sessions,carts,purchases', '2026-11-10,100,20,5');
    put('b.csv', 'date,sessions,purchases', '2026-11-10,50,4');
    const carts = total(await funnel([])).steps.find(({ step }) => step === 'carts')!;
    expect(carts.values).toMatchObject({ count: 20, base: 150 });
    expect(carts.flags.count).toContain('incomplete');
    expect(carts.flags.rate).toContain('incomplete');
  });
});

describe('the ends of the funnel', () => {
  const orders = [
    'order_id,ordered_at,customer_key,gross_sales',
    'O1,2026-10-20T10:00:00+01:00,anna@example.com,10',
    'O2,2026-11-10T10:00:00+01:00,anna@example.com,40',
    'O3,2026-11-11T10:00:00+01:00,ben@example.com,60',
    'O4,2026-11-12T10:00:00+01:00,cleo@example.com,20',
  ];

  it('are what ads and social posts showed, and customers who had ordered before', async () => {
    put('ads.csv', 'date,platform,cost,impressions', '2026-11-10,Google Ads,5,1000');
    put('social.csv', 'date,network,impressions,engagements', '2026-11-10,Instagram,200,3');
    put('visits.csv', 'date,sessions,carts,purchases', '2026-11-10,60,6,3');
    put('orders.csv', ...orders);
    const json = await funnel(['ads.csv', 'social.csv', 'visits.csv', 'orders.csv']);
    expect(json.steps.map(({ id }) => id)).toEqual(['impressions', 'visits', 'carts', 'purchases', 'repeat']);
    const row = total(json);
    expect(each(row, 'count')).toMatchObject({ impressions: 1200, visits: 60, repeat: 1 });
    // Anna of Anna, Ben and Cleo.
    expect(each(row, 'base')).toMatchObject({ visits: 1200, repeat: 3 });
    expect(each(row, 'rate')).toMatchObject({ visits: 0.05, repeat: 0.333333333333 });
    expect(each(row, 'loss')).toMatchObject({ visits: 1140, repeat: 2 });
    expect(row.steps[0]!.values).toEqual({ count: 1200 });
    // 3 lost carts at (40 + 60 + 20) / 3.
    expect(row.loss).toMatchObject({ from: 'visits', to: 'carts', values: { share: 0.9, lost_carts: 3 } });
    expect(row.loss.values.lost_value).toBe(120);
  });

  it('know posts without ads, and visits that no ad brought', async () => {
    put('social.csv', 'date,network,impressions,engagements', '2026-11-10,Instagram,50,3');
    put('visits.csv', 'date,sessions', '2026-11-10,60');
    const json = await funnel(['social.csv', 'visits.csv']);
    expect(each(total(json), 'count')).toEqual({ impressions: 50, visits: 60 });
    expect(each(total(json), 'rate')).toEqual({ visits: 'inconsistent_counts' });
    expect(json.quality.warnings.map(({ code }) => code)).not.toContain('inconsistent_counts');
    expect(total(json).loss.nulls).toEqual({
      share: 'missing_kind',
      lost_carts: 'missing_kind',
      lost_value: 'missing_kind',
    });
  });

  it('take orders for purchases where no file of visits tells these, and say so', async () => {
    put('visits.csv', 'date,sessions,carts', '2026-11-10,60,6');
    put('orders.csv', ...orders);
    const row = total(await funnel(['visits.csv', 'orders.csv']));
    const purchases = row.steps.find(({ step }) => step === 'purchases')!;
    expect(purchases.values).toMatchObject({ count: 3, base: 6, rate: 0.5 });
    expect(purchases.flags).toMatchObject({ count: ['approx'], rate: expect.arrayContaining(['approx']) });
  });

  it('are all there is where no file tells of visits', async () => {
    put('orders.csv', ...orders);
    const json = await funnel(['orders.csv']);
    expect(json.counting).toBeNull();
    expect(each(total(json), 'count')).toEqual({ purchases: 3, repeat: 1 });
    expect(each(total(json), 'rate')).toEqual({ repeat: 0.333333333333 });
  });

  it('have no money where no order tells the value of one', async () => {
    put('visits.csv', 'date,sessions,carts,purchases', '2026-11-10,60,6,3');
    const { loss } = total(await funnel(['visits.csv']));
    expect(loss.values).toMatchObject({ lost_carts: 3, lost_value: null });
    expect(loss.nulls).toEqual({ lost_value: 'missing_kind' });
  });
});

describe('the period before', () => {
  beforeEach(() =>
    put(
      'visits.csv',
      'date,sessions,carts,checkouts,purchases',
      '2026-11-03,100,50,10,8', // 50 %, 80 % and 20 % are lost
      '2026-11-10,200,20,10,5', // 90 %, 50 % and 50 %
    ),
  );

  it('is compared with unasked, figure by figure', async () => {
    const json = await funnel(['visits.csv']);
    expect(json.rows.map(({ period }) => period)).toEqual(['2026-W46']);
    const carts = total(json).steps[1]!.compare!.previous!;
    expect(carts.period).toBe('2026-W45');
    expect(carts.values).toEqual({ count: 50, base: 100, rate: 0.5, loss: 50, rate_of_visits: 0.5 });
    expect(carts.change_abs).toMatchObject({ count: -30, rate: -0.4, loss: 130 });
    expect(carts.change_pct).toMatchObject({ count: -0.6, rate: -0.8, loss: 2.6 });
  });

  it('may have lost most elsewhere', async () => {
    const { loss } = total(await funnel(['visits.csv']));
    expect(loss).toMatchObject({ from: 'visits', to: 'carts', values: { share: 0.9, lost_carts: 15 } });
    const before = loss.compare!.previous!;
    expect(before).toMatchObject({ from: 'carts', to: 'checkouts' });
    // The share between visits and carts then, not the largest one.
    expect(before.values).toMatchObject({ share: 0.5, lost_carts: 42 });
    expect(before.change_abs).toMatchObject({ share: 0.4, lost_carts: -27 });
    const { out } = await run(['funnel', 'visits.csv'], { cwd, width: 100 });
    expect(out).toContain('Biggest loss  Visits → Carts · 90.00% (+40.0 pt) lost · before: Carts → Checkouts');
  });

  it('is left out where nothing is to be compared with', async () => {
    const json = await funnel(['visits.csv'], '--compare', 'none');
    expect(total(json).steps[0]!.compare).toBeUndefined();
    expect(total(json).loss.compare).toBeUndefined();
  });

  it('is one of several where several are asked for', async () => {
    const { rows } = await funnel(['visits.csv'], '--last', '2');
    expect(rows.map((row) => [row.period, each(row, 'count').visits])).toEqual([
      ['2026-W45', 100],
      ['2026-W46', 200],
    ]);
  });

  it('is not said by what the configuration says of reports, but its length and comparison are', async () => {
    put('kpi.yaml', 'report: { period: month, last: 3, by: channel, kpi: sessions, format: csv, compare: year }');
    const json = await funnel(['visits.csv'], '--include-partial');
    expect(json.rows.map(({ period, dimensions }) => [period, dimensions])).toEqual([['2026-11', {}]]);
    expect(Object.keys(json.rows[0]!.loss.compare!)).toEqual(['year']);
  });
});

describe('outputs', () => {
  beforeEach(() => put('visits.csv', ...sessions('"=A|B",1,1,1,A1', 'Email,1,0,1,A2')));

  it('go to files by their endings', async () => {
    const line = ['funnel', 'visits.csv', '--by', 'channel', '--quiet'];
    const files = ['{period}.json', 'f.csv', 'f.md', 'f.txt'];
    const { code, out } = await run([...line, ...files.flatMap((file) => ['--out', file])], { cwd });
    expect([code, out]).toEqual([0, '']);
    const text = (name: string): string => readFileSync(join(cwd, name), 'utf8');
    expect(JSON.parse(text('2026-W46.json')).schema).toBe('kpi-funnel/1');
    expect(text('f.csv')).toContain("\n2026-W46,2026-11-09,2026-11-15,true,'=A|B,product_views,rate,ratio,1,,");
    expect(text('f.md')).toContain('### 2026-W46 · partial · =A&#124;B');
    expect(text('f.txt')).toContain('2026-W46 · partial · =A|B\n');
  });

  it.each([
    [['--format', 'junit'], '--format must be one of table, json, csv, csv-excel, markdown, html, not "junit"'],
    [['--kpi', 'cac'], 'unknown option --kpi'],
    [['--out', '{period}.csv', '--from', '2030-01-01', '--to', '2020-01-01'], '--from 2030-01-01 is after --to'],
    [['--out', '{period}.csv', '--from', '2030-01-01'], '{period}.csv cannot be filled in: the funnel has no periods'],
  ])('refuse %j', async (args, message) => {
    const { code, out, err } = await run(['funnel', 'visits.csv', ...args], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(existsSync(join(cwd, '{period}.csv'))).toBe(false);
  });

  it('of a time without records say so', async () => {
    for (const format of ['table', 'markdown']) {
      const { code, out } = await run(['funnel', 'visits.csv', '--from', '2030-01-01', '--format', format], { cwd });
      expect(code).toBe(0);
      expect(out).toContain('Nothing to show');
    }
  });
});

describe('generated visits', () => {
  it('come to what SQL counts', async () => {
    const path = join(cwd, 'visits.csv');
    writeVisits(path, { ...defaultSizes, irregular: 0, visits: 20_000, orders: 2000, seed: 7 });
    // The generator writes whole paths: some sessions lose a step, and get product views.
    const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    const at = (name: string): number => head.split(',').indexOf(name);
    const changed = lines.map((line, i) => {
      const cells = line.split(',');
      if (i % 7 === 0) cells[at('carts')] = '0';
      if (i % 11 === 0) cells[at('checkouts')] = '';
      if (i % 5 === 0) cells[at('purchases')] = '0';
      return [...cells, i % 3 === 0 && i % 4 !== 0 ? '0' : String(i % 4)].join(',');
    });
    writeFileSync(path, `${[`${head},product_views`, ...changed].join('\n')}\n`);
    const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    // Seconds of the text are those of Paris; purchases are those counted or those that name an order.
    const result = await db.runAndReadAll(`
      WITH rows AS (
        SELECT strftime(CAST(left(started_at, 10) AS DATE), '%G-W%V') AS week, device,
          coalesce(TRY_CAST(product_views AS INTEGER), 0) > 0 AS p, coalesce(TRY_CAST(carts AS INTEGER), 0) > 0 AS c,
          coalesce(TRY_CAST(checkouts AS INTEGER), 0) > 0 AS k,
          coalesce(TRY_CAST(purchases AS INTEGER), 0) > 0 OR coalesce(order_id, '') <> '' AS b
        FROM read_csv('${path}', header = true, delim = ',', all_varchar = true))
      SELECT week, coalesce(device, ''), count(*), count(*) FILTER (p), count(*) FILTER (p AND c),
        count(*) FILTER (p AND c AND k), count(*) FILTER (p AND c AND k AND b),
        count(*) FILTER (c), count(*) FILTER (b)
      FROM rows WHERE week BETWEEN '2026-W43' AND '2026-W46' GROUP BY GROUPING SETS ((week, device), (week)) ORDER BY ALL`);
    const expected = result.getRows().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)));
    const { rows } = await funnel(['visits.csv'], '--last', '4', '--by', 'device');
    const found = rows.map((row) => [row.period, row.dimensions.device ?? '', ...Object.values(each(row, 'count'))]);
    const sorted = found.sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
    expect(sorted).toEqual(expected.map((row) => row.slice(0, 7)));
    // Closed counts are others than open ones here.
    expect(expected.some((row) => row[4] !== row[7])).toBe(true);
    expect(expected.some((row) => row[6] !== row[8])).toBe(true);
  });
});

describe('the funnel of fixtures/shop', () => {
  it('has the rates of the KPIs, which are not closed either: its visits are sums', async () => {
    const { out } = await run(['funnel', 'fixtures/shop', '--format', 'json'], { cwd: root });
    const json = JSON.parse(out) as Json;
    const kpis =
      'add_to_cart_rate,checkout_reach_rate,checkout_completion_rate,conversion_rate,returning_customer_rate';
    const report = await run(['report', 'fixtures/shop', '--format', 'json', '--last', '1', '--kpi', kpis], {
      cwd: root,
    });
    const { values } = (JSON.parse(report.out) as { rows: Figures[] }).rows[0]!;
    const [row] = json.rows;
    expect(each(row!, 'rate')).toMatchObject({
      carts: values.add_to_cart_rate,
      checkouts: values.checkout_reach_rate,
      purchases: values.checkout_completion_rate,
      repeat: values.returning_customer_rate,
    });
    expect(each(row!, 'rate_of_visits').purchases).toBe(values.conversion_rate);
  });
});
