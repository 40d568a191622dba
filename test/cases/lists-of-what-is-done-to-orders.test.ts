import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/*
 * The tables of a database beside its orders: what was given back, paid or sent has the number of an order, a day and an amount, as
 * an order has. Added to the sales it would be counted twice.
 */

const asked = `report . ${lastWeek} --kpi orders,gross_sales,returns,units_sold,customers --compare none`;

const orders = table(
  'id,user_id,created_at,status,total',
  '1,5,2026-11-02 10:00:00,completed,50.00',
  '2,6,2026-11-03 11:00:00,completed,20.00',
  '3,5,2026-11-08 12:00:00,cancelled,99.00',
);
const lines = table(
  'id,order_id,product_id,quantity,unit_price',
  '11,1,P1,2,20.00',
  '12,1,P2,1,10.00',
  '13,2,P1,1,20.00',
  '14,3,P3,1,99.00',
);
const more = (id: string) => table(`${id}order_id,amount,created_at`, `${id && '7,'}1,10.00,2026-11-08 09:00:00`);

it('orders by their id, with their lines and refunds', async () => {
  const refunds = table('id,order_id,amount,refunded_at', '7,1,10.00,2026-11-08 09:00:00');
  const { row } = await told(asked, { 'orders.csv': orders, 'order_items.csv': lines, 'refunds.csv': refunds });
  expect(row().values).toEqual({ orders: 2, gross_sales: 70, returns: 10, units_sold: 4, customers: 2 });
});

it.each([
  ['x.csv', more('id,'), 'its rows have a number of their own ("id") beside that of an order ("order_id")'],
  ['refunds.csv', more(''), 'by its name it is no list of orders'],
  ['Remboursements 2026.csv', more(''), 'by its name it is no list of orders'],
  ['payments.csv', more(''), 'by its name it is no list of orders'],
  ['refunds by customer.csv', more('user_id,'), 'by its name it is no list of orders'],
  ['Zahlungen.csv', more(''), 'by its name it is no list of orders'],
])('asks what %s is, and reads it as is said', async (name, other, why) => {
  const files = { 'orders.csv': orders, [name]: other };
  const { row } = await told(asked, files);
  expect(row().values).toMatchObject({ orders: 2, gross_sales: 70, returns: null });
  expect((await kpi(asked, files)).err).toContain(`passed over: ${name}: ${why}`);
  const alone = await kpi(`report ${name.replaceAll(' ', '?')} ${lastWeek} --kpi orders --compare none`, files);
  const advice = /kpi\.yaml:\n([\s\S]*?)\n {2}If they are pay/.exec(alone.err)?.[1]?.replace(/^ {2}/gm, '') ?? '';
  const said = { ...files, 'kpi.yaml': `${advice}\n` };
  const { row: asRefunds } = await told(asked, said);
  expect(asRefunds().values, advice).toMatchObject({ orders: 2, gross_sales: 70, returns: 10 });
  const asOrders = {
    [name]: other,
    'kpi.yaml': advice.replace('kind: refund', 'kind: order').replace(/\n *columns.*/, ''),
  };
  expect(await values(`report . ${lastWeek} --kpi orders,gross_sales --compare none`, asOrders)).toEqual({
    orders: 1,
    gross_sales: 10,
  });
});

it.each([
  ['payments of orders.csv', 'order_id,created_at,amount'],
  ['retailer.csv', 'order_id,created_at,amount'],
  ['savoir-faire.csv', 'order_id,created_at,amount'],
  ['refunds.csv', 'order_id,created_at,amount,shipping'],
  ['x.csv', 'id,order_number,created_at,amount'],
])('takes %s with %s as orders', async (name, header) => {
  const cells: Record<string, string> = { id: '7', order_id: '1', order_number: '1', shipping: '0.00' };
  const row = header.split(',').map((column) => cells[column] ?? (column === 'amount' ? '10.00' : '2026-11-08'));
  expect(
    await values(`report . ${lastWeek} --kpi orders,gross_sales --compare none`, { [name]: table(header, row.join()) }),
  ).toEqual({ orders: 1, gross_sales: 10 });
});
