import { expect, it } from 'vitest';
import { RowAccount } from '../../src/core/accounting.ts';
import { defaultOptions } from '../../src/core/kpi-options.ts';
import { zoneOf } from '../../src/core/zone.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { RowReader } from '../../src/ingest/row-reader.ts';
import { planFile } from '../../src/plan/file/plan-file.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import {
  col,
  constant,
  defineSource,
  difference,
  first,
  ifHas,
  ifLacks,
  lineAbove,
  minus,
  over,
  preamble,
  span,
} from '../../src/sources/source.ts';
import { memory } from '../readers/kit.ts';

const tool = defineSource({
  id: 'tool',
  title: 'Tool',
  titleFr: 'Tool',
  tool: 'Tool',
  doc: '',
  signature: { all: ['Gross', 'Tip', 'Pieces'] },
  kind: 'order',
  derive: [
    { name: 'placed at', from: ['Day', ['Time', 'Heure']], text: (day, time) => `${day} ${time}`.trim() },
    { name: 'tender', from: ['Cash', 'Card'], text: (cash) => (/[1-9]/.test(cash ?? '') ? 'Cash' : 'Card') },
  ],
  fields: {
    ordered_at: col('placed at', 'instant'),
    taxes: difference(col('Gross', 'money'), col('Tip', 'money')),
    shipping: difference(col('Gross', 'money'), col('Absent', 'money')),
    gross_sales: minus(col('Gross', 'money'), col('Tip', 'money'), col('Absent', 'money')),
    sales_channel: col('tender'),
  },
  line: { quantity: col('Pieces', 'number'), unit_price: over(col('Gross', 'money'), col('Pieces', 'number')) },
  skip: [{ of: col('Type'), words: ['sale'], except: true, reason: 'no_sale' }],
});

it('derives columns, subtracts, divides, and keeps only the rows of some words', async () => {
  const utc = zoneOf('UTC');
  const text = `Type,Day,Heure,Gross,Tip,Pieces,Cash,Card
Sale,2026-03-01,10:15,50.00,2.50,3,0.00,50.00
sale,2026-03-02,11:00,20.00,,0,20.00,0.00
Refund,2026-03-03,09:00,10.00,0.00,1,0.00,10.00
,2026-03-03,09:00,10.00,0.00,1,0.00,10.00
`;
  const planning = { sources: [tool], options: defaultOptions, zone: utc, utc, limits: defaultLimits };
  const plan = await planFile(memory(text, undefined, 'tool.csv'), {}, planning);
  const [table] = plan.tables;
  const zones = { source: utc, report: utc, utc };
  const [order, line] = [
    new RowReader('order', table!.fields, zones),
    new RowReader('order_line', table!.line!, zones),
  ];
  expect(table!.fields.shipping).toBeUndefined();
  const rows: unknown[] = [];
  const account = new RowAccount();
  await ingest(plan, defaultLimits, account, () => ({
    row(cells) {
      expect([order.read(cells), line.read(cells)]).toEqual([true, true]);
      rows.push([
        new Date(order.numbers[order.numberAt('ordered_at')]!).toISOString(),
        order.numbers[order.numberAt('gross_sales')],
        order.numbers[order.numberAt('taxes')],
        order.texts[order.textAt('sales_channel')],
        line.numbers[line.numberAt('unit_price')],
      ]);
    },
  }));
  expect(rows).toEqual([
    ['2026-03-01T10:15:00.000Z', 47_500_000, 47_500_000, 'Card', 16_666_667],
    // Without pieces a price is unknown; a blank tip is none, but a difference needs both.
    ['2026-03-02T11:00:00.000Z', 20_000_000, Number.NaN, 'Cash', Number.NaN],
  ]);
  expect([account.read, account.skipped]).toEqual([4, 2]);
});

const ads = defineSource({
  id: 'ads',
  title: 'Ads',
  titleFr: 'Ads',
  tool: 'Ads',
  doc: '',
  signature: { all: ['Time', 'Spend'] },
  kind: 'spend',
  fields: {
    date: ifLacks({ above: /^Aggregation: Week/ }, ifLacks({ column: 'End' }, col('Time', 'day'))),
    date_from: first(
      ifHas({ column: 'End' }, col('Time', 'day')),
      ifHas({ above: /^Aggregation: Week/ }, span('from', [{ unit: 'week', names: ['Time'] }])),
      preamble('from'),
    ),
    date_to: first(
      col('End', 'day'),
      ifHas({ above: /Week/ }, span('to', [{ unit: 'week', names: ['Time'] }])),
      preamble('to'),
    ),
    account: first(lineAbove(/^Account:[\s,]*(.+)$/), constant('none')),
    cost: col('Spend', 'money'),
  },
});

/** The resolved fields of the table of a file. */
async function fieldsOf(text: string) {
  const utc = zoneOf('UTC');
  const planning = { sources: [ads], options: defaultOptions, zone: utc, utc, limits: defaultLimits };
  const plan = await planFile(memory(text, undefined, 'ads.csv'), {}, planning);
  return plan.tables[0]!.fields;
}

it('chooses by what a file has, in its columns or above its header', async () => {
  const byDay = await fieldsOf('Account: Shop\n\nTime,Spend\n2026-03-02,7.00\n');
  expect(byDay).toMatchObject({ date: { op: 'column' }, account: { value: 'Shop' } });
  const byWeek = await fieldsOf('Aggregation: Weekly\n\nTime,Spend\n2026-03-02,7.00\n');
  expect(byWeek).toMatchObject({ date_from: { op: 'span' }, date_to: { op: 'span' }, account: { value: 'none' } });
  expect(byWeek.date).toBeUndefined();
  expect(await fieldsOf('Time,End,Spend\n2026-03-02,2026-03-08,7.00\n')).toMatchObject({
    date_from: { op: 'column', name: 'Time' },
    date_to: { op: 'column', name: 'End' },
  });
});

it('reads ambiguous dates in the order that other dates of the file prove', async () => {
  const order = async (text: string) => (await fieldsOf(text)).date;
  const rows = 'Time,Spend\n3/1/2026,1.00\n3/2/2026,1.00\n';
  expect(await order(`Report Time: 3/1/2026 - 3/31/2026\n${rows}`)).toMatchObject({ order: 'mdy' });
  expect(await order(`Report Time: 3/1/2026 - 31/1/2026\n${rows}`)).toMatchObject({ order: 'dmy' });
  expect(await order(`Available: 3/4/2026 10:15:00 PM (GMT)\n${rows}`)).toMatchObject({ order: 'mdy' });
  await expect(order(rows)).rejects.toThrow(/day first or month first/);
  const spans = await fieldsOf('Time,End,Spend\n01/03/2026,31/03/2026,1.00\n');
  expect(spans.date_from).toMatchObject({ order: 'dmy' });
});
