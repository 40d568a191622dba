import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A list in which credit notes have numbers of their own and name nobody: two of 25.00 take back the order of 50.00 whose status is
 * refunded. Its status is no refund beside them.
 */

const head = 'order_id,date,amount,status';
const asked = async (...rows: readonly string[]) =>
  (
    await told(`report . ${lastWeek} --compare none --kpi orders,returns,net_sales`, {
      'orders.csv': table(head, ...rows),
    })
  ).row().values;

it('counts what was given back in parts once', async () => {
  const values = await asked(
    '1,2026-11-02,100.00,paid',
    '2,2026-11-03,50.00,refunded',
    '3,2026-11-04,-20.00,refunded',
    '4,2026-11-05,-25.00,refunded',
    '5,2026-11-08,-25.00,refunded',
  );
  // 20 of the first order, and 25 + 25 of the second.
  expect(values).toEqual({ orders: 2, returns: 70, net_sales: 80 });
});

it('counts an order that no credit notes make up beside them', async () => {
  const values = await asked(
    '1,2026-11-02,100.00,paid',
    '2,2026-11-03,50.00,refunded',
    '3,2026-11-04,-20.00,refunded',
    '4,2026-11-08,-25.00,refunded',
  );
  expect(values).toEqual({ orders: 2, returns: 95, net_sales: 55 });
});
