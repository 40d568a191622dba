import { describe, expect, it } from 'vitest';
import { kpi, table, told, values } from './kit.ts';

const paris = '--timezone Europe/Paris --last 1 --compare none';
const orders = (first: string, second: string, more = ''): string =>
  table(
    `order_id,ordered_at,customer_email,gross_sales${more && ',currency'}`,
    `1,2026-11-02,a@example.com,${first}${more}`,
    `2,2026-11-08,b@example.com,${second}${more}`,
  );

describe('counts have no currency', () => {
  const files = { 'orders.csv': orders('3', '4') };

  it('and are told without one, in every command', async () => {
    expect(await values(`report orders.csv ${paris} --kpi orders,customers`, files)).toEqual({
      orders: 2,
      customers: 2,
    });
    expect((await kpi('explain orders orders.csv --timezone Europe/Paris --last 1', files)).code).toBe(0);
    const config = table('timezone: Europe/Paris', 'checks: [{ kpi: orders, must: ">= 2" }]');
    expect((await kpi('check orders.csv', { ...files, 'kpi.yaml': config })).code).toBe(0);
    // Which KPIs they allow is no amount either.
    expect((await kpi('list orders.csv', files)).out).toContain('average_order_value');
  });

  it('also where the files are in several', async () => {
    const two = {
      'a.csv': orders('3', '4', ',EUR'),
      'b.csv': orders('3', '4', ',USD').replaceAll('\n1,', '\n3,').replaceAll('\n2,', '\n4,'),
    };
    expect(await values(`report a.csv b.csv ${paris} --kpi orders`, two)).toEqual({ orders: 4 });
    expect((await kpi(`report a.csv b.csv ${paris} --kpi gross_sales`, two)).err).toContain('in several currencies');
  });

  it('but amounts are asked about', async () => {
    const { code, err } = await kpi(`report orders.csv ${paris} --kpi orders,gross_sales`, files);
    expect(code).toBe(2);
    expect(err).toContain('no file says which currency');
  });
});

describe('a column of currencies answers', () => {
  it('by any of its usual names', async () => {
    for (const name of ['Order Currency Code', 'Devise', 'CurrencyCode', 'Währung', 'Währungscode', 'order_currency']) {
      const files = {
        'orders.csv': table(`order_id,ordered_at,gross_sales,${name}`, '1,2026-11-02,3,GBP', '2,2026-11-08,4,GBP'),
      };
      expect((await kpi(`report orders.csv ${paris} --kpi gross_sales`, files)).out, name).toContain('£7.00');
    }
  });

  it('of ads in French by device, whose impressions are read as well', async () => {
    for (const first of ['Appareil', 'Campagne']) {
      const file = table(
        `${first};Coût;Impr.;Clics;Jour;Code de devise`,
        'Mobiles;10,00;100;10;2026-11-02;GBP',
        'Tablettes;20,00;300;30;2026-11-08;GBP',
      );
      const { row } = await told(`report ads.csv ${paris} --kpi ad_spend,impressions`, { 'ads.csv': file });
      expect(row().values).toEqual({ ad_spend: 30, impressions: 400 });
    }
  });

  it('and is held against the signs in its rows', async () => {
    const files = { 'orders.csv': orders('€3.00', '€4.00', ',EUR').replace('€4.00', '£4.00') };
    const { code, err } = await kpi(`report orders.csv ${paris} --kpi gross_sales`, files);
    expect(code).toBe(2);
    expect(err).toContain('record 2, column "gross_sales": a currency other than the one stated "£4.00"');
  });
});

describe('the signs of amounts', () => {
  const report = (files: Record<string, string>, more = '') =>
    kpi(`report orders.csv ${paris} --kpi gross_sales ${more}`, files);

  it('name their currency where they can mean one only', async () => {
    for (const [first, second, shown] of [
      ['€3.00', '4.00 €', '€7.00'],
      ['£3.00', '£4', '£7.00'],
      ['CHF 3.–', '4.00 CHF', 'CHF 7.00'],
      ['US$3.00', '$4.00', '$7.00'],
    ] as const) {
      expect((await report({ 'orders.csv': orders(first, second) })).out.replaceAll('\u00a0', ' '), first).toContain(
        shown,
      );
    }
  });

  it('ask which dollar is meant', async () => {
    const { code, err } = await report({ 'orders.csv': orders('$3.00', '$4.00') });
    expect(code).toBe(2);
    expect(err).toContain(
      'amounts of column "gross_sales" have the sign "$", and nothing says which currency it means',
    );
    expect(err).toContain('Say it: --currency USD');
    // As is printed.
    expect((await report({ 'orders.csv': orders('$3.00', '$4.00') }, '--currency USD')).out).toContain('$7.00');
    const entry = table(
      'timezone: Europe/Paris',
      'sources:',
      '    - path: orders.csv',
      '      currency: USD   # or CAD, AUD, NZD',
    );
    expect(
      (await kpi('report --last 1 --kpi gross_sales', { 'orders.csv': orders('$3.00', '$4.00'), 'kpi.yaml': entry }))
        .out,
    ).toContain('$7.00');
  });

  it('are no euros where the report is in euros', async () => {
    const { code, err } = await report({ 'orders.csv': orders('$3.00', '$4.00') }, '--currency EUR');
    expect(code).toBe(2);
    expect(err).toContain('amounts of column "gross_sales" have the sign "$", which is not EUR');
    expect((await report({ 'orders.csv': orders('£3.00', '£4.00') }, '--currency EUR')).err).toContain(
      'amounts in GBP',
    );
    const entry = table('timezone: Europe/Paris', 'sources: [{ path: orders.csv, currency: EUR }]');
    const said = await kpi('report --last 1 --kpi gross_sales', {
      'orders.csv': orders('3', '£4.00'),
      'kpi.yaml': entry,
    });
    expect(said.err).toContain('have the sign "£", which is not EUR');
  });

  it('may be of any currency that has them', async () => {
    expect((await report({ 'orders.csv': orders('$3.00', '$4.00') }, '--currency CAD')).code).toBe(0);
    expect((await report({ 'orders.csv': orders('3 kr', '4 kr.') }, '--currency SEK')).code).toBe(0);
  });

  it('are not added to those of another file', async () => {
    const files = {
      'orders.csv': orders('€3.00', '€4.00'),
      'more.csv': orders('$3.00', '$4.00').replace('\n1,', '\n8,').replace('\n2,', '\n9,'),
    };
    const { code, err } = await kpi(`report orders.csv more.csv ${paris} --kpi gross_sales`, files);
    expect(code).toBe(2);
    expect(err).toContain('more.csv: amounts of column "gross_sales" have the sign "$", which is not EUR');
  });

  it('of several currencies in one column are refused', async () => {
    expect((await report({ 'orders.csv': orders('€3.00', '£4.00') })).err).toContain(
      'in several currencies (EUR, GBP), recognisable only by their signs',
    );
  });

  it('are converted by the rate of the currency that they name', async () => {
    const files = { 'orders.csv': orders('£3.00', '£4.00'), 'kpi.yaml': table('currency: EUR', 'rates: { GBP: 1.2 }') };
    // 7 × 1.2.
    expect(await values(`report orders.csv ${paris} --kpi gross_sales`, files)).toEqual({ gross_sales: 8.4 });
  });

  it('in a file of lines are those of the orders, whatever the report is in', async () => {
    const orders = table('order_id,ordered_at,gross_sales,currency', '1,2026-11-02,3,GBP', '2,2026-11-08,4,GBP');
    const lines = (sign: string) => table('order_id,quantity,unit_price', `1,2,${sign}1.5`, `2,1,${sign}4`);
    const rates = table('currency: EUR', 'rates: { GBP: 1.2 }');
    const line = `report orders.csv lines.csv ${paris} --kpi gross_sales,units_sold`;
    const files = { 'orders.csv': orders, 'kpi.yaml': rates };
    // 7 × 1.2, and 2 + 1 pieces.
    expect(await values(line, { ...files, 'lines.csv': lines('£') })).toEqual({ gross_sales: 8.4, units_sold: 3 });
    expect((await kpi(line, { ...files, 'lines.csv': lines('$') })).err).toContain(
      'lines.csv: amounts of column "unit_price" have the sign "$", which is not EUR',
    );
    // They tell the currency of the orders where nothing else does.
    const unsaid = { 'orders.csv': orders.replaceAll(',GBP', '').replace(',currency', ''), 'lines.csv': lines('£') };
    expect((await kpi(line, unsaid)).out).toContain('£7.00');
  });

  it('in lines and in JSON, too', async () => {
    const lines = table('order_id,ordered_at,quantity,unit_price', '1,2026-11-02,2,£3.00', '2,2026-11-08,1,£1');
    expect((await report({ 'orders.csv': lines })).out).toContain('£7.00');
    const json = JSON.stringify([
      { order_id: 1, ordered_at: '2026-11-02', gross_sales: '$3.00' },
      { order_id: 2, ordered_at: '2026-11-08', gross_sales: '$4.00' },
    ]);
    expect((await kpi(`report o.json ${paris} --kpi gross_sales --currency EUR`, { 'o.json': json })).err).toContain(
      'which is not EUR',
    );
  });

  it('that come late contradict as well', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at},2026-11-0${2 + (at % 7)},1`);
    const files = { 'orders.csv': table('order_id,ordered_at,gross_sales', ...rows, 'x,2026-11-08,$1') };
    const { row, warnings } = await told(`report orders.csv ${paris} --currency EUR --kpi gross_sales`, files);
    expect(row().values).toEqual({ gross_sales: 60_000 });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('the first is record 60001, column "gross_sales" (a currency other than the one stated)'),
    ]);
  });

  it('are told in French', async () => {
    expect((await report({ 'orders.csv': orders('$3.00', '$4.00') }, '--lang fr')).err).toContain(
      "rien n'indique de quelle devise il s'agit",
    );
  });
});

it.each([
  ['--rates rates.csv', {}],
  ['', { 'kpi.yaml': 'rates: rates.csv\n' }],
])('a file of rates among the exports is none of them: %s', async (option, config) => {
  const files = {
    'orders.csv': orders('3', '4', ',USD'),
    'rates.csv': table('date,currency,rate', '2026-01-01,USD,2'),
  };
  const { row, codes } = await told(`report . ${paris} --currency EUR --kpi gross_sales ${option}`, {
    ...files,
    ...config,
  });
  expect(row().values).toEqual({ gross_sales: 14 });
  expect(codes).not.toContain('not_recognised');
});
