import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A table that was pasted below itself without its header: nothing in its rows says that they are told twice, and they may be sales of
 * the same amount. Each counts, and it is told.
 */

const ask = `report . ${lastWeek} --compare none`;
const orders = ['2026-11-02,a@x.fr,20.00', '2026-11-04,b@x.fr,20.00', '2026-11-08,c@x.fr,10.00'];
const lines = ['1,2026-11-02,A,1,20.00', '2,2026-11-04,B,1,25.00', '3,2026-11-08,C,1,10.00'];
const days = ['2026-11-02,10,5', '2026-11-04,12,6', '2026-11-08,9,4'];

it.each([
  ['orders without a number', 'date,customer,total', orders, 'gross_sales', 100],
  ['with their totals', 'date,customer,total', [...orders, 'Total,,50.00'], 'gross_sales', 100],
  ['with a line between', 'date,customer,total', [...orders, ',,'], 'gross_sales', 100],
  ['orders by line', 'order_id,date,sku,quantity,unit_price', lines, 'units_sold', 6],
  ['days of ads', 'date,cost,clicks', days, 'ad_spend', 62],
  ['days of visits', 'date,sessions,pageviews', days, 'sessions', 62],
] as const)('%s', async (_, header, rows, id, value) => {
  const files = { 'x.csv': table(header, ...rows, ...rows) };
  const { row, warnings } = await told(`${ask} --kpi ${id}`, files);
  expect(row().values).toEqual({ [id]: value });
  const about = warnings.find(({ code }) => code === 'rows_repeated');
  expect(about?.message).toContain(`its first ${rows[3]?.startsWith('Total') ? 4 : 3} rows come again below`);
  expect((await kpi(`${ask} --kpi ${id} --strict`, files)).code).toBe(2);
});

it('is found in JSON and behind a total below both', async () => {
  const records = days.map((day) => ({ date: day.slice(0, 10), total: Number(day.slice(11, 13).replace(',', '')) }));
  const json = await told(`${ask} --kpi orders`, { 'x.json': JSON.stringify([...records, ...records]) });
  expect(json.codes).toContain('rows_repeated');
  const total = await told(`${ask} --kpi ad_spend`, {
    'x.csv': table('date,cost,clicks', ...days, ...days, 'Total,62,30'),
  });
  expect(total.row().values).toEqual({ ad_spend: 62 });
  expect(total.codes).toContain('rows_repeated');
});

it.each([
  ['another amount', 'date,customer,total', [...orders, ...orders.slice(0, 2), '2026-11-08,c@x.fr,11.00']],
  ['rows all alike', 'date,customer,total', Array.from({ length: 6 }, () => orders[0]!)],
  [
    'orders that have a number count once',
    'order_id,date,total',
    [1, 2, 3, 1, 2, 3].map((id) => `${id},2026-11-0${id + 1},5`),
  ],
])('is not told of %s', async (_, header, rows) => {
  const { codes } = await told(`${ask} --kpi gross_sales`, { 'x.csv': table(header, ...rows) });
  expect(codes).not.toContain('rows_repeated');
});
