import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type JsonReport, type JsonRow, report, rowOf } from '../support/ask.ts';
import { root } from '../support/run.ts';

/*
 * The figures of fixtures/generic-shop are worked out apart from the program: ANSWERS.md tells how, answers.json has them all.
 * A KPI that is in no answer is not asked for: the worked examples in its own file are its test.
 */

type Figures = Readonly<Record<string, number | string>>;

/** Ids by what is said of them: by the reason of a null, or by a mark. */
type Ids = Readonly<Record<string, readonly string[]>>;

interface Row {
  readonly period: string;
  readonly dimensions: Record<string, string>;
  /** All figures that are known; in a report with an option only what differs without it, in `changes`. */
  readonly values: Figures;
  readonly nulls: Ids;
  readonly marks: Ids;
  /** A figure or the reason why there is none, then the marks. */
  readonly changes?: Readonly<Record<string, readonly (number | string)[]>>;
}

interface Compared {
  readonly comparison: 'previous' | 'year';
  readonly period: string;
  readonly values: Figures;
  readonly change_abs: Figures;
  readonly change_pct: Figures;
}

interface Answer {
  readonly name: string;
  readonly args: string;
  readonly paths: readonly string[];
  /** What is set over kpi.yaml; null unsets. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly configFile?: string;
  readonly rows: readonly Row[];
  readonly compare?: readonly Compared[];
  /** Whether the rows are all groups of the period. */
  readonly complete?: boolean;
  /** How many periods there are. */
  readonly length?: number;
}

const shop = 'fixtures/generic-shop';
const { reports } = JSON.parse(readFileSync(join(root, shop, 'answers.json'), 'utf8')) as { reports: Answer[] };
const plainRows = reports.flatMap(({ rows }) => rows.filter(({ changes }) => changes === undefined));
const answered = new Set(
  plainRows.flatMap(({ values, nulls }) => [...Object.keys(values), ...Object.values(nulls).flat()]),
);
const usual = parse(readFileSync(join(root, shop, 'kpi.yaml'), 'utf8')) as Record<string, unknown>;
const scratch = mkdtempSync(join(tmpdir(), 'kpi-generic-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Writes files into a folder of their own. */
function filesIn(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(scratch, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.trim().replace(/^ +/gm, ''));
  }
  return join(scratch, name);
}

function configOf({ name, config, configFile }: Answer): string {
  if (configFile !== undefined) return `${shop}/${configFile}`;
  if (Object.keys(config).length === 0) return `${shop}/kpi.yaml`;
  const all = Object.entries({ ...usual, rates: join(root, shop, 'rates.csv'), ...config });
  const set = Object.fromEntries(all.filter(([, value]) => value !== null));
  return join(filesIn(name.replace(/\W/g, '-'), { 'kpi.json': JSON.stringify(set) }), 'kpi.json');
}

const asOf = '--as-of 2026-11-22T00:00:00+01:00';
const found = new Map<string, Promise<JsonReport>>();

/** The report of an answer, made once. */
function reportOf(answer: Answer): Promise<JsonReport> {
  const paths = answer.paths.map((path) => `${shop}/${path}`).join(' ');
  const made = found.get(answer.name) ?? report(`${paths} --config ${configOf(answer)} ${asOf} ${answer.args}`);
  found.set(answer.name, made);
  return made;
}

/** Of what is said by id, what has an answer. */
const ofAnswered = <V>(all: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => answered.has(id)));

/** What a row is to say of the KPIs that the report shows. */
function expected(answer: Row, shown: readonly string[]): Pick<JsonRow, 'values' | 'nulls' | 'flags'> {
  const saying = (ids: Ids, id: string) => Object.keys(ids).filter((word) => ids[word]!.includes(id));
  const of = <V>(tell: (id: string) => V | undefined): Record<string, V> =>
    Object.fromEntries(shown.flatMap((id) => (tell(id) === undefined ? [] : [[id, tell(id) as V]])));
  const marks = (id: string) => saying(answer.marks, id).sort();
  return {
    values: of((id) => answer.values[id] ?? null),
    nulls: of((id) => saying(answer.nulls, id)[0]),
    flags: of((id) => (marks(id).length > 0 ? marks(id) : undefined)),
  };
}

const said = ({ values, nulls, flags }: JsonRow): Pick<JsonRow, 'values' | 'nulls' | 'flags'> => ({
  values: ofAnswered(values),
  nulls: ofAnswered(nulls),
  flags: Object.fromEntries(Object.entries(ofAnswered(flags)).map(([id, marks]) => [id, [...marks].sort()])),
});

/** The row of a report with an option: the one without it, with what the option changes. */
function changed(row: Row): Row {
  const months = reports.find(({ name }) => name === 'months')!;
  const plain = months.rows.find(({ period }) => period === row.period)!;
  const values: Record<string, number | string> = { ...plain.values };
  const nulls: Record<string, string[]> = Object.fromEntries(Object.entries(plain.nulls).map(([k, v]) => [k, [...v]]));
  const marks: Record<string, string[]> = Object.fromEntries(Object.entries(plain.marks).map(([k, v]) => [k, [...v]]));
  const reasons = new Set(reports.flatMap(({ rows }) => rows.flatMap((one) => Object.keys(one.nulls ?? {}))));
  for (const [id, [value = '', ...own]] of Object.entries(row.changes ?? {})) {
    delete values[id];
    for (const ids of [nulls, marks])
      for (const word of Object.keys(ids)) ids[word] = ids[word]!.filter((one) => one !== id);
    if (reasons.has(String(value))) nulls[value] = [...(nulls[value] ?? []), id];
    else values[id] = value;
    for (const mark of own) marks[mark] = [...(marks[mark] ?? []), id];
  }
  return { ...row, values, nulls, marks };
}

describe.each(reports)('$name', (answer) => {
  const rows = answer.rows.map((row) => ({
    row: row.changes === undefined ? row : changed(row),
    of: [row.period, ...Object.values(row.dimensions)].join(', '),
  }));

  it.each(rows)('$of has the figures, reasons and marks worked out apart', async ({ row }) => {
    const have = rowOf(await reportOf(answer), row.period, row.dimensions);
    const shown = Object.keys(ofAnswered(have.values));
    expect(said(have)).toEqual(expected(row, shown));
    expect(Object.keys(row.values).filter((id) => !shown.includes(id))).toEqual([]);
  });

  if (answer.complete)
    it('has no other groups, and the total is as without them', async () => {
      const [{ period } = { period: '' }] = answer.rows;
      const have = (await reportOf(answer)).rows.filter((row) => row.period === period);
      expect(have.map(({ dimensions }) => dimensions)).toEqual([...answer.rows.map((row) => row.dimensions), {}]);
      const months = reports.find(({ name }) => name === 'months')!;
      expect(said(have.at(-1)!)).toEqual(said(rowOf(await reportOf(months), period)));
    });

  if (answer.length !== undefined)
    it('has a row for each of its periods', async () => {
      const periods = (await reportOf(answer)).rows.map(({ period }) => period);
      expect(periods.filter((period) => period !== 'all')).toHaveLength(answer.length!);
    });

  for (const one of answer.compare ?? [])
    it(`is compared with ${one.period} (${one.comparison})`, async () => {
      const row = rowOf(await reportOf(answer), answer.rows[0]!.period) as JsonRow & {
        readonly compare: Readonly<Record<string, Omit<Compared, 'comparison'>>>;
      };
      const have = row.compare[one.comparison]!;
      const known = (figures: Readonly<Record<string, number | string | null>>) =>
        Object.fromEntries(
          Object.entries(ofAnswered(figures)).filter(([id, value]) => value !== null && id !== 'ltv_cac_rating'),
        );
      expect(have.period).toBe(one.period);
      expect(known(have.values)).toEqual(known(one.values));
      expect(known(have.change_abs)).toEqual(one.change_abs);
      expect(known(have.change_pct)).toEqual(one.change_pct);
    });
});

const at = '--timezone Europe/Paris --currency EUR --all --period month';
const rates = 'date,currency,rate\n2026-05-01,USD,0.9\n2026-06-15,USD,0.8\n';
const orderHead = 'order_id,ordered_at,currency,customer_key,gross_sales,discounts,shipping,taxes,total';
const figures = async (line: string, period: string, ids: string, dimensions: Record<string, string> = {}) =>
  rowOf(await report(`${line} ${asOf} --kpi ${ids}`), period, dimensions).values;

describe('what went wrong once', () => {
  it('took the cost of goods of an order in dollars as if it were in euro', async () => {
    const folder = filesIn('line-currency', {
      'in/orders.csv': `${orderHead}\nD1,2026-06-02T10:00:00,USD,a@example.com,30,0,0,0,30`,
      'in/lines.csv': 'order_id,sku,quantity,unit_price,unit_cost\nD1,MUG,3,10.00,4.00',
      'rates.csv': rates,
    });
    const line = `${folder}/in ${at} --rates ${folder}/rates.csv`;
    // 3 × 10 × 0.9 − 3 × 4 × 0.9
    expect(await figures(line, '2026-06', 'net_sales,gross_margin')).toEqual({ net_sales: 27, gross_margin: 16.2 });
  });

  it('took an order in dollars told line by line as if it were in euro', async () => {
    const folder = filesIn('repeat-currency', {
      'in/orders.csv': `order_id,ordered_at,currency,customer_key,quantity,unit_price,unit_cost
        D1,2026-06-02T10:00:00,USD,a@example.com,2,10.00,4.00
        D1,2026-06-02T10:00:00,USD,a@example.com,1,5.00,2.00
        D1,2026-06-20T10:00:00,USD,a@example.com,-1,10.00,4.00`,
      'rates.csv': rates,
    });
    const line = `${folder}/in ${at} --rates ${folder}/rates.csv`;
    // 25 × 0.9; 10 back at the rate of their own day; cost 10 × 0.9 less the 4 × 0.9 that came back
    expect(await figures(line, '2026-06', 'gross_sales,returns,units_sold,gross_margin')).toEqual({
      gross_sales: 22.5,
      returns: 8,
      units_sold: 3,
      gross_margin: 9.1,
    });
  });

  it('took a refund that names no currency as if it were in euro, though its order is in dollars', async () => {
    const folder = filesIn('refund-currency', {
      'in/orders.csv': `${orderHead}
        D1,2026-06-02T10:00:00,USD,a@example.com,30,0,10,0,40
        E1,2026-06-03T10:00:00,EUR,b@example.com,50,0,0,0,50`,
      'in/refunds.csv': `refund_id,order_id,refunded_at,item_amount,shipping_amount
        1,D1,2026-06-16T10:00:00,20,10
        2,E1,2026-06-16T10:00:00,5,0`,
      'rates.csv': rates,
    });
    const line = `${folder}/in ${at} --rates ${folder}/rates.csv`;
    expect(await figures(line, '2026-06', 'returns,shipping_charged')).toEqual({ returns: 21, shipping_charged: 1 });
  });

  it('gave the lines and refunds of one shop to the order of another that has the same number', async () => {
    const order = (id: string, amount: number) =>
      `${id},2026-06-02T10:00:00,EUR,a@example.com,${amount},0,0,0,${amount}`;
    const lines = 'order_id,sku,quantity,unit_price,unit_cost';
    const refunds = 'refund_id,order_id,refunded_at,item_amount';
    const folder = filesIn('stores', {
      'a/orders.csv': `${orderHead}\n${order('1', 40)}`,
      'a/lines.csv': `${lines}\n1,MUG,2,20,8`,
      'b/orders.csv': `${orderHead}\n${order('1', 90)}`,
      'b/lines.csv': `${lines}\n1,BOWL,3,30,12`,
      'b/refunds.csv': `${refunds}\n1,1,2026-06-10T10:00:00,30`,
      'kpi.json': JSON.stringify({ sources: ['a', 'b'].map((path) => ({ path, store: path })) }),
    });
    const line = `--config ${folder}/kpi.json ${at} --by store`;
    const ids = 'units_sold,returns,gross_margin';
    expect(await figures(line, '2026-06', ids, { store: 'a' })).toEqual({
      units_sold: 2,
      returns: 0,
      gross_margin: 24,
    });
    expect(await figures(line, '2026-06', ids, { store: 'b' })).toEqual({
      units_sold: 3,
      returns: 30,
      gross_margin: 24,
    });
  });

  it('left other marketing costs out of the CAC of a country, since costs know no country', async () => {
    const folder = filesIn('country', {
      'orders.csv': `${orderHead},country
        0,2026-05-05T10:00:00,EUR,z@example.com,10,0,0,0,10,FR
        1,2026-06-02T10:00:00,EUR,a@example.com,100,0,0,0,100,FR`,
      'spend.csv': 'date,platform,country,cost\n2026-06-01,Google Ads,FR,60',
      'costs.csv': 'date,category,amount\n2026-06-01,marketing_other,40',
    });
    const june = await report(`${folder} ${at} --include-partial --by country ${asOf} --kpi cac,mer`);
    expect(rowOf(june, '2026-06').values.cac).toBe(100);
    const { nulls, values } = rowOf(june, '2026-06', { country: 'FR' });
    expect([nulls, values.mer]).toEqual([{ cac: 'missing_kind' }, 1.66666666667]);
  });

  it('did not know that a channel has no refunds where none of the orders refunded has a channel', async () => {
    const folder = filesIn('refund-channel', {
      'orders.csv': `${orderHead}
        1,2026-06-02T10:00:00,EUR,a@example.com,100,0,0,0,100
        2,2026-06-03T10:00:00,EUR,b@example.com,50,0,0,0,50`,
      'refunds.csv': 'refund_id,order_id,refunded_at,item_amount\n1,2,2026-06-10T10:00:00,30',
      'visits.csv': 'visit_id,started_at,source,medium,order_id\nv,2026-06-02T09:50:00,google,organic,1',
    });
    const june = await report(`${folder} ${at} --include-partial --by channel ${asOf} --kpi returns,net_sales`);
    const { values, flags } = rowOf(june, '2026-06', { channel: 'Organic Search' });
    expect(values).toEqual({ returns: 0, net_sales: 100 });
    expect(flags.net_sales).not.toContain('no_refunds');
    expect(rowOf(june, '2026-06', { channel: '(unattributed)' }).values).toEqual({ returns: 30, net_sales: 20 });
  });

  it('compared a whole June with 30 of the 31 days of May', async () => {
    const folder = filesIn('previous', {
      'orders.csv': `${orderHead}
        1,2026-05-01T10:00:00,EUR,a@example.com,10,0,0,0,10
        2,2026-05-31T10:00:00,EUR,b@example.com,20,0,0,0,20
        3,2026-06-01T10:00:00,EUR,c@example.com,30,0,0,0,30
        4,2026-06-30T10:00:00,EUR,d@example.com,40,0,0,0,40`,
    });
    const { rows } = await report(`${folder} ${at} ${asOf} --compare previous --kpi net_sales`);
    const june = rows.find(({ period }) => period === '2026-06') as JsonRow & { readonly compare: unknown };
    expect(june.compare).toMatchObject({ previous: { values: { net_sales: 30 }, change_abs: { net_sales: 40 } } });
  });

  it('called a CAC paid back by goods whose cost nobody told', async () => {
    const folder = filesIn('payback', {
      'in/orders.csv': `${orderHead}
        0,2026-05-05T10:00:00,EUR,z@example.com,10,0,0,0,10
        1,2026-06-02T10:00:00,EUR,a@example.com,100,0,0,0,100
        2,2026-07-20T10:00:00,EUR,a@example.com,60,0,0,0,60`,
      'in/lines.csv': `order_id,sku,quantity,unit_price,unit_cost
        0,MUG,1,10,4
        1,MUG,4,10,5
        1,VASE,2,30,
        2,BOWL,3,20,10`,
      'in/spend.csv': 'date,platform,cost\n2026-06-01,Google Ads,70',
      'kpi.json': JSON.stringify({ min_cost_coverage: 0.6 }),
    });
    // Of 160 sold the lines of 100 tell their cost. The first month brings 100 − 20 × 1.6, not the 70 that it cost; the second 60 − 30 × 1.6 more.
    const line = `${folder}/in ${at} --kpi cac_payback`;
    expect(rowOf(await report(`${line} ${asOf}`), '2026-06').nulls).toEqual({ cac_payback: 'missing_kind' });
    const row = rowOf(await report(`${line} ${asOf} --config ${folder}/kpi.json`), '2026-06');
    expect(row.values).toEqual({ cac_payback: 2 });
    expect(row.flags.cac_payback).toContain('approx');
  });
});
