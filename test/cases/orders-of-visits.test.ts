import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/* An order whose file names no channel has that of the earliest visit that names it, whatever was read first. */

const orders = (rows: readonly string[]) => table('order_id,ordered_at,gross_sales', ...rows);
const visits = (...rows: readonly string[]) => table('session_id,session_start,source,medium,transaction_id', ...rows);
const first = 's1,2026-11-02 09:00,newsletter,email,1';
const second = 's2,2026-11-03 09:00,google,cpc,1';
const other = 's3,2026-11-08 09:00,google,cpc,2';

it.each([
  ['the earliest is read first', [first, second, other]],
  ['the earliest is read last', [other, second, first]],
])('an order belongs to the earliest visit that names it: %s', async (_, rows) => {
  const files = {
    'o.csv': orders(['1,2026-11-02,10', '2,2026-11-08,20', '3,2026-11-08,40']),
    'v.csv': visits(...rows),
  };
  const { row } = await told(`report . ${lastWeek} --compare none --by channel --kpi gross_sales`, files);
  const of = (channel: string) => row('all', { channel }).values;
  expect(of('Email')).toEqual({ gross_sales: 10 });
  expect(of('Paid Search')).toEqual({ gross_sales: 20 });
  expect(row().values).toEqual({ gross_sales: 70 });
});
