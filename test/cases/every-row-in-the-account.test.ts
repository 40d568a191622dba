import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, kpi, table, told } from './kit.ts';

const head =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price';
const whole = (id: string, amount: string): string =>
  `${id},u@example.com,paid,EUR,${amount},0.00,0.00,${amount},0.00,2026-11-08 10:00:00 +0100,1,Cup,${amount}`;
const more = (id: string, name: string): string => `${id},,,,,,,,,2026-11-08 10:00:00 +0100,1,${name},5.00`;

it('a ticket that is left out and stands several times is skipped each time, and superseded never', async () => {
  const tickets = (...lines: string[]): string =>
    table('Id,Status,Created at,Summation column,First reply time in minutes,Tags', ...lines);
  const files = {
    'tickets.csv': tickets(
      '1,Deleted,2026-11-07 10:00:00,1,,',
      '1,Deleted,2026-11-07 10:00:00,1,,',
      // What counted before it was deleted is superseded.
      '2,Open,2026-11-07 11:00:00,1,,',
      '2,Deleted,2026-11-07 11:00:00,1,,',
      '3,Solved,2026-11-08 11:00:00,1,5,',
    ),
  };
  const { files: accounts } = await told('report tickets.csv --timezone UTC --kpi tickets_created', files);
  expect(accounts[0]).toMatchObject({ read: 5, accepted: 1, skipped: 3, superseded: 1, rejected: 0 });
});

it('rows of a rejected order have each their own number, wherever they stand', async () => {
  const cwd = folderWith({
    'orders.csv': table(
      head,
      whole('#1', '10.00'),
      whole('#2', '10.00'),
      more('#2', 'Pot'),
      whole('#3', '10.00'),
      more('#2', 'Lid'),
      whole('#2', 'ten'),
      more('#2', 'Jug'),
      '#4,u@example.com,paid,EUR',
      more('#4', 'Pot'),
      more('#4', 'Lid'),
    ),
  });
  // normalize reads in memory; of the two engines that report, DuckDB writes the file last.
  for (const line of ['normalize orders.csv --out r', 'report orders.csv']) {
    const { code, err } = await kpi(`${line} --timezone UTC --max-rejects 90% --rejects rejects.csv`, cwd);
    expect(code, err).toBe(0);
    const [, ...rows] = readFileSync(join(cwd, 'rejects.csv'), 'utf8').trim().split('\n');
    expect(rows.map((row) => Number(row.split(',')[1])).sort((x, y) => x - y)).toEqual([2, 3, 5, 6, 7, 8, 9, 10]);
  }
});

it('normalize writes the lines that stand before their order', async () => {
  const cwd = folderWith({
    'orders.csv': table(head, more('#1', 'Pot'), more('#2', 'Lid'), whole('#2', '15.00'), whole('#1', '15.00')),
  });
  await kpi('normalize orders.csv --timezone Europe/Paris --out records', cwd);
  expect(readFileSync(join(cwd, 'records/order_line.csv'), 'utf8').trim().split('\n')).toHaveLength(5);
  const units = async (paths: string): Promise<unknown> =>
    (await told(`report ${paths} --timezone Europe/Paris --period all --kpi units_sold --compare none`, cwd)).row()
      .values;
  expect(await units('orders.csv')).toEqual({ units_sold: 4 });
  expect(await units('records')).toEqual({ units_sold: 4 });
});

it('the lines of a checkout in the next part of an export count in their own file', async () => {
  const columns =
    'Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price';
  const first = (id: string, day: number): string =>
    `${id},u@example.com,,unfulfilled,EUR,20.00,0.00,0.00,20.00,2026-11-0${day} 10:00:00 +0100,1,Cup,20.00`;
  const next = (id: string, name: string): string =>
    `${id},u@example.com,,,,,,,,2026-11-04 10:00:00 +0100,1,${name},5.00`;
  const { files: accounts } = await told('report . --timezone Europe/Paris --kpi checkout_abandonment_rate --last 1', {
    'part-1.csv': table(columns, first('#93', 5), first('#92', 4)),
    'part-2.csv': table(columns, next('#92', 'Pen'), next('#92', 'Pot'), first('#91', 2)),
  });
  expect(accounts.map(({ path, format, read, accepted }) => [path, format, read, accepted])).toEqual([
    ['part-1.csv', 'shopify-abandoned-checkouts', 2, 2],
    ['part-2.csv', 'shopify-abandoned-checkouts', 3, 3],
  ]);
});
