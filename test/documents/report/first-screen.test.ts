import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { headlineFirst } from '../../../src/kpis/headline.ts';
import { kpis } from '../../../src/kpis/index.ts';
import { report } from '../../support/ask.ts';
import { run, wordsOf } from '../../support/run.ts';

/** What a cell says, in the unit of the JSON: `€1,365.00~`, `0.52%`, `1 h 30`, `3.46×`. */
function numberOf(cell: string): { value: number; within: number } {
  const bare = cell.replace(/[~*†°‡§¤€×,]/g, '').trim();
  const time = /^(?:(\d+) d ?)?(?:(\d+) h ?)?(?:(\d+) min ?)?(?:(\d+)(?: s)?)?$/.exec(bare);
  if (/ (d|h|min|s)\b/.test(bare) && time !== null) {
    const [, d, h, m, rest] = time.map((part) => Number(part ?? 0));
    // `1 h 30` has minutes without their unit.
    const tail = /h \d+$/.test(bare) ? 60 * rest! : rest!;
    return { value: 86_400 * d! + 3_600 * h! + 60 * m! + tail, within: 30 };
  }
  const value = Number(bare.replace('%', ''));
  return bare.endsWith('%') ? { value: value / 100, within: 0.00005 } : { value, within: 0.005 };
}

it.each(['fixtures/shop', 'fixtures/two-years'])('prints the figures of the JSON report (%s)', async (folder) => {
  const { out } = await run(wordsOf(`report ${folder}`), { width: 100 });
  const lines = out.split('\n');
  const { rows } = await report(`${folder} --compare previous,year`);
  const last = rows.findLast(({ period, partial }) => period !== 'all' && !partial)!;
  const found = headlineFirst(kpis)
    .slice(0, 13)
    .flatMap(({ id }) => {
      const label = labels[id]!;
      const line = lines.find((one) => one.startsWith(`${label} `));
      const cell = line?.slice(label.length).trim().split(/ {2,}/)[0];
      return line === undefined || cell === undefined || cell === '–' ? [] : [{ id, cell }];
    });
  expect(found.length).toBeGreaterThan(8);
  for (const { id, cell } of found) {
    const { value, within } = numberOf(cell);
    expect(Math.abs(value - Number(last.values[id])), `${id}: ${cell}`).toBeLessThanOrEqual(within + 1e-9);
  }
});

const labels: Readonly<Record<string, string>> = {
  net_sales: 'Net sales',
  orders: 'Orders',
  average_order_value: 'Average order value',
  sessions: 'Sessions',
  conversion_rate: 'Conversion rate',
  ad_spend: 'Ad spend',
  mer: 'MER (sales ÷ ads)',
  cac: 'CAC',
  new_customers: 'New customers',
  returning_customer_rate: 'Returning customers',
  order_refund_rate: 'Refunded orders',
  first_reply_time: 'First reply',
  csat: 'Satisfaction',
};

it.each([60, 80, 100, 140])('is one screen, %i columns wide', async (width) => {
  for (const lang of ['en', 'fr']) {
    const { out } = await run(wordsOf(`report fixtures/shop --lang ${lang}`), { width });
    const lines = out.trimEnd().split('\n');
    if (width >= 80) expect(lines.length).toBeLessThanOrEqual(40);
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(width);
  }
});

it('gives other outputs of the same run all KPIs and periods', async () => {
  const { out } = await run(wordsOf('report fixtures/shop --format json'));
  expect(JSON.parse(out).kpis.length).toBeGreaterThan(60);
});

it('leaves out second names and KPIs without any value, unless they are asked for', async () => {
  const { out } = await run(wordsOf('report fixtures/two-years --full --last 2'), { width: 140 });
  expect(out).toContain('Net sales');
  expect(out).not.toContain('Revenue (net_sales)');
  expect(out).not.toContain('CSAT');
  const asked = await run(wordsOf('report fixtures/two-years --last 2 --kpi revenue,cac'), { width: 140 });
  expect(asked.out).toContain('Revenue');
});

it('looks the same in colour', async () => {
  const [plain, coloured] = await Promise.all(
    [{}, { FORCE_COLOR: '1' }].map((env) => run(wordsOf('report fixtures/shop'), { width: 80, env })),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
  const bare = coloured!.out.replace(/\u001b\[\d+m/g, '');
  expect(coloured!.out).not.toBe(bare);
  expect(bare).toBe(plain!.out);
});

/** A shop with so many orders a week, the last of them on this day. */
function shopOf(weeks: readonly number[], price: string, currency: string, until?: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-screen-'));
  const monday = Date.parse('2026-11-16') - (weeks.length - 1) * 7 * 86_400_000;
  const rows = weeks.flatMap((orders, week) =>
    Array.from({ length: orders }, (_, at) => {
      const day = new Date(monday + (7 * week + (at % 7)) * 86_400_000).toISOString().slice(0, 10);
      return `${week}-${at},${day},${currency},c${week}-${at % 12}@example.com,${price}\n`;
    }),
  );
  const kept = until === undefined ? rows : rows.filter((row) => row.split(',')[1]! <= until);
  writeFileSync(
    join(cwd, 'orders.csv'),
    `order_id,ordered_at,currency,customer_key,gross_sales\n${kept.sort().join('')}`,
  );
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  return async (line: string, width = 80) =>
    (await run(wordsOf(`report orders.csv --as-of 2026-11-23 ${line}`), { cwd, width })).out;
}

it('lists every figure with an arrow, and cuts none', async () => {
  const shop = shopOf([14, 15, 14, 13, 14, 15, 14, 13, 84], '1234567890.12', 'EUR');
  const text = await shop('--kpi net_sales,gross_sales,orders,total_sales,customers,revenue --format text');
  const arrows = text.split('\n').filter((line) => /[▲▼]/.test(line));
  const moved = text.slice(text.indexOf('What moved'), text.indexOf('Data'));
  expect(arrows.length).toBeGreaterThan(4);
  for (const line of arrows) expect(moved).toContain(line.split(/ {2}/)[0]);
  expect(moved).toMatch(/\n {2}also: /);
  expect((await shop('', 60)).match(/Net sales .*, above [^…]* –\s+€[\d,.]+\n/)).not.toBeNull();
});

it('has room for long amounts in a narrow terminal', async () => {
  const shop = shopOf(Array(60).fill(14), '1234567890.12', 'CHF');
  for (const width of [44, 50, 60]) {
    const text = await shop('--lang fr --assume-full-history', width);
    for (const line of text.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width);
    expect(text.replace(/\s/g, ' ')).toContain('17 283 950 461,68 CHF');
  }
});

it('calls no period running that is over, and compares with no days that there are not', async () => {
  const text = await shopOf([14], '10', 'EUR', '2026-11-18')('');
  expect(text.replaceAll('\u2009', ' ')).toContain(
    'W47 as far as the files reach · Mon, Nov 16 – Wed, Nov 18 (3 days)\n',
  );
  expect(text).not.toContain('This week so far');
  expect(text).not.toContain('vs the same');
});

it('gives no two KPIs one label', async () => {
  const text = await shopOf([14, 14], '10', 'EUR')('--kpi returning_customers,returning_customer_rate --format text');
  expect(text).toMatch(/^Returning customers /m);
  expect(text).toMatch(/^Returning customer rate /m);
});

it('shows days that were asked for by their dates, and all days together', async () => {
  const shop = shopOf([14, 14, 14], '10', 'EUR');
  const days = await shop('--from 2026-11-10 --to 2026-11-12');
  expect(days.replaceAll('\u2009', ' ')).toMatch(/^Week 46 · Nov 10 – 12, 2026 /);
  expect(days).toMatch(/^Net sales +€60\.00§¤ +±0\.0%/m);
  const all = await shop('--period all');
  expect(all).toMatch(/ Total\nNet sales +€420\.00/);
  expect(all + days).not.toContain('No complete period');
});

it('calls an hour by its name, and compares a year once', async () => {
  const hours = await run(wordsOf('report fixtures/two-years --period hour'));
  expect(hours.out).toMatch(/^\w+, \w+ \d+, \d{4} · \d\d:00 /);
  const shop = shopOf(Array(170).fill(14), '10', 'EUR');
  const years = await shop('--period year');
  expect(years).toMatch(/^ +2025 +vs 2024\n/m);
  expect(years).toMatch(/^ {2}Net sales \S+ {2}\S+ on 2025(?: {4}|$)/m);
});

it('fills up with KPIs of other files where those of the headline end early', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-screen-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const days = Array.from({ length: 28 }, (_, at) => new Date(Date.UTC(2026, 9, 19 + at)).toISOString().slice(0, 10));
  const file = (name: string, head: string, row: (day: string) => string, kept = days) =>
    writeFileSync(join(cwd, name), `${head}\n${kept.map((day) => `${row(day)}\n`).join('')}`);
  const early = days.slice(0, 5);
  file(
    'orders.csv',
    'order_id,ordered_at,currency,customer_key,total',
    (day) => `o${day},${day},EUR,a@b.example,10`,
    early,
  );
  file('visits.csv', 'date,channel,sessions,pageviews', (day) => `${day},Email,10,30`);
  file('spend.csv', 'date,platform,currency,cost,impressions,clicks', (day) => `${day},Meta,EUR,5,1000,20`);
  const { out } = await run(wordsOf('report . --last 1 --as-of 2026-11-16'), { cwd });
  for (const label of ['Sessions', 'Ad spend', 'Impressions', 'Clicks', 'Pages per session'])
    expect(out).toMatch(new RegExp(`^${label} +[€\\d]`, 'm'));
  // Of all channels together a share is always 100 %.
  expect(out).not.toContain('Traffic share');
});

it('keeps a text within 40 lines, whatever is asked for, and leaves out what has no value', async () => {
  const { out } = await run(
    wordsOf('report fixtures/shop --group sales,traffic,acquisition,customers,service,social --format text'),
  );
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(out).toMatch(/\n… \d+ more KPIs\n/);
  expect(lines.filter((line) => line.startsWith('Revenue  '))).toEqual([]);
  const { out: sales } = await run(wordsOf('report fixtures/shop --group customers --format text'));
  expect(sales).not.toContain('no file has');
});

it('compares a rate with all days that its own files have', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-screen-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const days = Array.from({ length: 14 }, (_, at) => new Date(Date.UTC(2026, 10, 2 + at)).toISOString().slice(0, 10));
  const visits = days.map((day, at) => `${day},Email,100,${at % 7 === 6 ? 9 : 2}\n`);
  writeFileSync(join(cwd, 'visits.csv'), `date,channel,sessions,purchases\n${visits.join('')}`);
  const orders = days.slice(0, 12).map((day) => `o${day},${day},EUR,10\n`);
  writeFileSync(join(cwd, 'orders.csv'), `order_id,ordered_at,currency,total\n${orders.join('')}`);
  // Purchases are counted in visits, so that orders that end earlier change nothing.
  const { out } = await run(wordsOf('report . --as-of 2026-11-18 --format text'), { cwd });
  expect(out).toMatch(/^Conversion rate +3\.00% +±0\.00 pt/m);
});

it.each(['table', 'text', 'eml', 'slack'])(
  'says so if the files supply no KPI in days that were asked for: %s',
  async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-screen-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'costs.csv'), 'date,category,amount\n2026-11-03,rent,5\n');
    for (const [lang, says] of [
      ['en', 'The files supply no KPI.'],
      ['fr', 'Les fichiers ne fournissent aucun KPI.'],
    ]) {
      const line = `report costs.csv --from 2026-11-02 --currency EUR --format ${format} --lang ${lang}`;
      const { code, out, err } = await run(wordsOf(line), { cwd: folder });
      expect(code, err).toBe(0);
      const mail = Buffer.from(out.split(/\n\r?\n/).find((part) => !/[^A-Za-z0-9+/=\r\n]/.test(part)) ?? '', 'base64');
      expect(format === 'eml' ? out + mail : out).toContain(says);
    }
  },
);
