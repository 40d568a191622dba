import { expect, it } from 'vitest';
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
