import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* People write the mean of a column below a list, as they write its total. It has no date and is no record. */

const ask = `report x.csv ${lastWeek} --compare none`;

it.each([
  ['csat', 'date,type,note', ['2026-11-02,csat,5', '2026-11-08,csat,2'], 'Moyenne,,3.5', 0.5],
  ['csat', 'date,type,score', ['2026-11-02,csat,5', '2026-11-08,csat,2'], 'Average score,,3.5', 0.5],
  ['gross_sales', 'order_id,date,total', ['1,2026-11-02,40', '2,2026-11-08,20'], 'Durchschnitt,,30.00', 60],
  ['orders', 'date,customer,total', ['2026-11-02,a@x.fr,40', '2026-11-08,b@x.fr,20'], ',Promedio,30.00', 2],
  [
    'first_reply_time',
    'ticket_id,created_at,first_reply_seconds',
    ['1,2026-11-02 10:00,60', '2,2026-11-08 10:00,180'],
    'Median,,120',
    120,
  ],
] as const)('%s of %s', async (id, header, rows, mean, value) => {
  const { row, files } = await told(`${ask} --kpi ${id}`, { 'x.csv': table(header, ...rows, mean) });
  expect(row().values).toEqual({ [id]: value });
  expect(files[0]).toMatchObject({ read: 3, accepted: 2, skipped: 1, rejected: 0 });
});

it.each(['Average,2026-11-04,30', 'Averagely,,30', 'Average,,much'])('%s is a row', async (last) => {
  const { code, out } = await kpi(`${ask} --kpi orders --format json --max-rejects 50%`, {
    'x.csv': table('order_id,date,total', '1,2026-11-02,40', '2,2026-11-08,20', last),
  });
  expect(code).toBe(0);
  expect(JSON.parse(out).quality.files[0]).toMatchObject({ read: 3, skipped: 0 });
});
