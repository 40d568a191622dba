import { beforeAll, describe, expect, it } from 'vitest';
import { sameInAll } from '../../../src/core/text.ts';
import { renderHtml } from '../../../src/documents/report/report-html.ts';
import { renderJson } from '../../../src/documents/report/report-json.ts';
import type { Report } from '../../../src/documents/report/report-model.ts';
import { kpis } from '../../../src/kpis/index.ts';
import { pageWords } from '../../../src/page/html-words.ts';
import { run, wordsOf } from '../../support/run.ts';
import { code, exact, figure, file, kpi, missing, over, report, row } from './kit.ts';

const english = { lang: 'en', locale: 'en-US' } as const;
const french = { lang: 'fr', locale: 'fr-FR' } as const;

/** A cell as the JSON output has it: its exact text, `null` with its reason, or nothing. */
const cellsOf = (line: string): string[] =>
  line
    .split('<td')
    .slice(1)
    .map((cell) => /^[^>]* data-v="?([^" >]*)/.exec(cell)?.[1] ?? /^[^>]* data-n=(\w+)/.exec(cell)?.[1] ?? '');
const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from);
  expect(start, from).toBeGreaterThan(-1);
  return text.slice(start, text.indexOf(to, start));
};
/** The lines of a table of KPIs, by KPI. */
const linesOf = (table: string): Map<string, string[]> =>
  new Map(
    table
      .split('<tr data-kpi="')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf('"')), cellsOf(line)]),
  );

interface Json {
  rows: {
    period: string;
    dimensions: Record<string, string>;
    values: Record<string, unknown>;
    nulls: Record<string, string>;
    compare?: Record<
      string,
      { values: Record<string, unknown>; change_abs: Record<string, unknown>; nulls: Record<string, string> }
    >;
  }[];
}

/** Numbers as the texts that they are in the JSON output: parsed, some would lose digits. */
const jsonOf = (text: string): Json => JSON.parse(text.replace(/: (-?\d[\d.]*)(?=[,\n])/g, ': "$1"')) as Json;
const valueIn = (row: Json['rows'][number], id: string): string => String(row.values[id] ?? row.nulls[id]);
const changeIn = ({ compare }: Json['rows'][number], since: string, id: string): string =>
  String(compare![since]!.change_abs[id] ?? compare![since]!.nulls[id]);

describe('the page of a shop', () => {
  const asked = 'fixtures/shop --timezone Europe/Paris --compare previous,year --by channel --include-partial';
  let json: Json;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    const printed = async (more: string): Promise<string> => {
      const { code, out, err } = await run(wordsOf(`report ${asked} ${more}`));
      expect(code, err).toBe(0);
      return out;
    };
    json = jsonOf(await printed('--format json'));
    for (const lang of ['en', 'fr']) pages.set(lang, await printed(`--format html --lang ${lang}`));
  });
  const totals = () => json.rows.filter(({ dimensions }) => Object.keys(dimensions).length === 0);

  it.each(['en', 'fr'])('has the figures of the JSON output in %s', (lang) => {
    const lines = linesOf(between(pages.get(lang)!, '<table class=b>', '</table>'));
    expect(lines.size).toBeGreaterThan(60);
    for (const [id, cells] of lines) expect(cells, id).toEqual(totals().map((row) => valueIn(row, id)));
  });

  it.each(['en', 'fr'])('has the changes of the JSON output in %s', (lang) => {
    const rows = totals().filter(({ period }) => period !== 'all');
    const order = [...rows.reverse(), totals().at(-1)!];
    let seen = 0;
    for (const [id] of linesOf(between(pages.get(lang)!, '<table class=b>', '</table>'))) {
      const table = between(pages.get(lang)!, `<table class=d data-kpi="${id}">`, '</table>');
      const lines = table.split('<tr').slice(2).map(cellsOf);
      expect(lines).toHaveLength(order.length);
      for (const [i, [value, previous, before, year]] of lines.entries()) {
        const row = order[i]!;
        expect(value).toBe(valueIn(row, id));
        if (before !== undefined && /^-?\d/.test(before)) expect(before).toBe(row.compare!.year!.values[id]);
        if (previous) expect(previous).toBe(changeIn(row, 'previous', id));
        if (year) expect(year).toBe(changeIn(row, 'year', id));
        if (previous || year) seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(300);
  });

  it.each(['en', 'fr'])('has the figures of groups of the JSON output in %s', (lang) => {
    for (const period of [totals().at(-2)!.period, 'all']) {
      const rows = json.rows.filter((row) => row.period === period);
      // Below the table of what is looked for first, in the fold.
      const fold = between(pages.get(lang)!, '<section id=groups', '</section>').split('<details class=mo>')[1]!;
      const lines = linesOf(between(fold, `data-period="${period}"`, '</table>'));
      expect(lines.size).toBeGreaterThan(10);
      for (const [id, cells] of lines) expect(cells, id).toEqual(rows.map((row) => valueIn(row, id)));
    }
  });

  it('has a card for what is looked for first, of the last complete period', () => {
    const page = pages.get('en')!;
    const last = totals().findLast(({ period }) => period !== 'all')!;
    const cards = between(page, '<section id=glance', '</section>');
    expect(cards).toContain(last.period);
    expect(/data-kpi="net_sales">.*?data-v=([\d.]+)/.exec(cards)?.[1]).toBe(valueIn(last, 'net_sales'));
    expect(cards).toContain('class="v gu"');
    expect(cards.match(/<li data-kpi/g)!.length).toBeLessThanOrEqual(12);
  });

  it('says of every KPI what it is', () => {
    const page = pages.get('fr')!;
    for (const { id, source } of kpis) {
      if (!page.includes(`data-kpi="${id}"`)) continue;
      if (source !== undefined) expect(page).toContain(`rel=noreferrer>${source.replaceAll('&', '&amp;')}</a>`);
    }
    expect(page).toContain('<code>average_order_value = order_value_sum ÷ orders</code>');
    // With the basis of this report, not with every choice there could be.
    expect(page).not.toContain('revenue_basis: total_sales');
  });

  it('accounts for every row of every file', () => {
    const lines = between(pages.get('en')!, '<table class=q>', '</table>').split('<tr').slice(2);
    expect(lines.length).toBe(10);
    for (const line of lines) {
      const [read = 0, ...parts] = cellsOf(line)
        .filter((cell) => cell !== '')
        .map(Number);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(read);
    }
  });

  it('loads nothing, runs nothing and names each thing once', () => {
    for (const page of pages.values()) {
      expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`);
      expect(page).not.toMatch(/<script|<link(?! rel=icon href="data:,")|<img|<iframe|@import|url\(|\son\w+=/i);
      const ids = [...page.matchAll(/ id="?([\w-]+)/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of page.matchAll(/href=#([\w-]+)/g)) expect(ids).toContain(id);
    }
  });

  it('is the same each time', async () => {
    const { out } = await run(wordsOf(`report ${asked} --format html --lang en`));
    expect(out).toBe(pages.get('en'));
  });
});

/** Weeks of one KPI, told apart by their values. */
const weeks = (values: readonly Parameters<typeof figure>[0][], rest: Partial<Report> = {}): Report =>
  report({
    kpis: [kpi('net_sales')],
    rows: values.map((value, i) => row([figure(value)], { period: `2026-W${i + 10}` })),
    ...rest,
  });

describe('renderHtml', () => {
  it('says that there is nothing to show', async () => {
    const page = renderHtml(report({ from: null, to: null }), english);
    expect(page).toContain('Nothing to show');
    expect(page).not.toContain('id=glance');
  });

  it('draws no chart of one period, and names it once', async () => {
    const one = report({ kpis: [kpi('orders')], rows: [row([figure('5')]), row([figure('5')], { period: 'all' })] });
    const page = renderHtml(one, english);
    expect(page).not.toContain('<svg');
    expect(linesOf(between(page, '<table class=b>', '</table>')).get('orders')).toEqual(['5']);
  });

  it('shows the whole span where that is all', async () => {
    const all = report({ grain: 'all', kpis: [kpi('orders')], rows: [row([figure('5')], { period: 'all' })] });
    expect(between(renderHtml(all, english), 'id=glance', '</section>')).toContain('data-v=5');
  });

  it('marks what is partial, and leaves gaps where nothing is known', async () => {
    const page = renderHtml(
      report({
        kpis: [kpi('orders', { unit: 'count' })],
        rows: [
          row([figure('10')], { period: '2026-W40' }),
          row([missing('not_covered')], { period: '2026-W41' }),
          row([figure('20', 'approx')], { period: '2026-W42' }),
          row([figure('5')], { period: '2026-W43', partial: true }),
        ],
      }),
      english,
    );
    const chart = between(page, '<svg', '</svg>');
    expect(chart).toContain('4 periods; lowest 5 in 2026-W43; highest 20 in 2026-W42; last 5 in 2026-W43');
    expect(chart).toContain('not known in 1; 1 partial');
    // Two stretches: the point before the gap stands alone, what leads to the partial period is dashed.
    expect(/class=l d="([^"]*)"/.exec(chart)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(chart).toMatch(/class=p d="M\d+,\d+L\d+,\d+"/);
    expect(page).toContain('partial period, may still change');
    expect(page).toContain('no file has it for the period');
    // The headline is the last complete period.
    expect(between(page, 'id=glance', '</section>')).toContain('2026-W42');
  });

  it.each([
    ['no number of lines', ['0', '0', '0']],
    ['one value', ['7', '7', '7']],
    ['losses', ['-5', '-40', '3']],
    ['digits', ['1', '1000000000000000000000000000', '5']],
    ['fractions', [over('1', '3000000'), over('2', '3000000'), over('1', '1000000')]],
  ])('draws %s', async (_, values) => {
    for (const unit of ['money', 'ratio', 'duration', 'multiple', 'months', 'score', 'count', 'decimal'] as const) {
      const page = renderHtml(weeks(values, { kpis: [kpi('net_sales', { unit })] }), french);
      const drawn = [...page.matchAll(/ (?:d|style)="?([^">]*)/g)].map(([, text]) => text).join(' ');
      expect(drawn).not.toMatch(/NaN|Infinity|e\+/);
      expect(page).toContain('class=l');
    }
  });

  it('shows codes, and draws none', async () => {
    const coded = report({
      kpis: [kpi('ltv_cac_rating', { unit: 'text' })],
      rows: [row([code('weak')], { period: '2026-W44' }), row([code('healthy')])],
    });
    const page = renderHtml(coded, english);
    expect(page).toContain('data-v="healthy"');
    expect(page).not.toContain('<svg');
  });

  it('gives shares where groups add up, and nowhere else', async () => {
    const grouped = (channel: string, sales: string, visitors: string) =>
      row([figure(sales), figure(visitors), figure(over('1', '2'))], { dimensions: { channel } });
    const page = renderHtml(
      report({
        dimensions: ['channel'],
        kpis: [kpi('net_sales'), kpi('visitors', { unit: 'count' }), kpi('cac')],
        rows: [
          grouped('Email', '30', '8'),
          grouped('Direct', '70', '8'),
          row([figure('100'), figure('10'), figure(over('1', '2'))]),
        ],
      }),
      english,
    );
    const table = between(page, 'data-period', '</table>');
    expect(table).toContain('data-v=30 style=--s:30.0>€30.00<small>30%</small>');
    // Visitors of two channels are counted in both, and an average is no sum.
    expect(table.match(/--s:/g)).toHaveLength(2);
  });

  it('tells what it leaves out of a long report', async () => {
    const channels = Array.from({ length: 70 }, (_, g) => `channel ${g}`);
    const hours = Array.from({ length: 500 }, (_, i) => `hour ${i}`);
    const page = renderHtml(
      report({
        grain: 'hour',
        dimensions: ['channel'],
        kpis: [kpi('net_sales')],
        rows: hours.flatMap((period) => [
          ...channels.map((channel) => row([figure('1')], { period, dimensions: { channel } })),
          row([figure('70')], { period }),
        ]),
      }),
      english,
    );
    expect(page).toContain('The tables hold the last 120 of 500 periods');
    expect(page).toContain('The charts begin 400 periods before the end.');
    expect(page).toContain('The first 60 of 70 groups are shown');
    expect(page).toContain('On paper: the last 11 periods.');
    expect(page.length).toBeLessThan(400_000);
  });
});

describe('hostile data', () => {
  const names = [
    '<script>alert(1)</script>',
    '</svg></style></title><img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)',
    "' & &amp; `",
    'a\u202eb\u0000c\u001b[31md\u2028e\ud800',
    `${'long '.repeat(2000)}`,
    'עברית',
  ];
  const hostile = report({
    timezone: '<b>zone',
    currency: '<X>',
    basis: { '<i>': '"&' },
    dimensions: ['channel', 'campaign'],
    kpis: [kpi('<net>', { label: { en: '<KPI> & "co"', fr: 'x' } })],
    rows: ['2026-W44', '2026-W45', 'all'].flatMap((period) => [
      ...names.map((name) => row([figure('1')], { period, dimensions: { channel: name, campaign: name } })),
      row([figure(exact(String(names.length)))], { period }),
    ]),
    files: names.map((name) => file(name, { format: name })),
    warnings: names.map((name) => ({ code: name, message: sameInAll(name), file: name })),
  });

  it.each([english, french])('is text, all of it seen, in $lang', async (tongue) => {
    const page = renderHtml(hostile, tongue);
    const tags = new Set([...page.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, tag]) => tag));
    for (const tag of ['script', 'img', 'i', 'X', 'KPI', 'net']) expect(tags).not.toContain(tag);
    // Every attribute is one of ours.
    const attributes = [...page.matchAll(/<[a-z]\w*((?:\s+[\w:-]+(?:=(?:"[^"]*"|[^\s">]*))?)*)\s*\/?>/g)];
    expect(attributes.length).toBeGreaterThan(200);
    expect(attributes.map(([, text]) => text?.replace(/"[^"]*"/g, '""')).join()).not.toMatch(/\son\w+=/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\ud800-\udfff]/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('a&lt;U+202E&gt;b␀c␛[31md');
    expect(page).toContain('<bdi>עברית</bdi>');
  });

  it('does not grow with the length of names', async () => {
    const page = renderHtml(hostile, english);
    expect(page.length).toBeLessThan(120_000);
    expect(Math.max(...[...page.matchAll(/title="([^"]*)"/g)].map(([, title]) => title!.length))).toBeLessThan(6100);
  });
});

it('has words for both languages that differ', () => {
  const same = Object.entries(pageWords.en).filter(
    ([key, word]) => typeof word === 'string' && word === (pageWords.fr as unknown as Record<string, unknown>)[key],
  );
  expect(same.map(([key]) => key)).toEqual(['source', 'kpi']);
});

it('prints what JSON prints for exact figures', async () => {
  const value = over('2', '3');
  const one = weeks([value, '5']);
  const page = renderHtml(one, english);
  expect(renderJson(one)).toContain('0.666666666667');
  expect(page).toContain('data-v=0.666666666667');
});
