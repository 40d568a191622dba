import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A status says that an order was refunded, or that a part of it was: of the part only an amount would tell how much. Where no file has
 * amounts, what was given back is not known, even if other orders were refunded in full.
 */

const asked = `report orders.csv ${lastWeek} --kpi net_sales,returns --compare none`;
const sheet = (status: string, more = ['', '', '']): string =>
  table(
    `order_id,order_date,email,subtotal,status,currency${more[0]}`,
    `1,2026-11-02,a@x.fr,100.00,refunded,EUR${more[1]}`,
    `2,2026-11-08,b@x.fr,50.00,${status},EUR${more[2]}`,
  );

it.each(['partially refunded', 'PARTIALLY_REFUNDED', 'Partiellement remboursée', 'teilweise erstattet'])(
  'beside an order that is %s nothing is deducted, as is marked',
  async (status) => {
    const { row } = await told(asked, { 'orders.csv': sheet(status) });
    // 100 + 50.
    expect(row().values).toEqual({ net_sales: 150, returns: null });
    expect(row().flags.net_sales).toContain('no_refunds');
  },
);

it('without such an order whole refunds are deducted', async () => {
  const { row } = await told(asked, { 'orders.csv': sheet('paid') });
  // 150 − 100.
  expect(row().values).toEqual({ net_sales: 50, returns: 100 });
  expect(row().flags.net_sales).not.toContain('no_refunds');
});

it('a column of amounts makes both known', async () => {
  const { row } = await told(asked, { 'orders.csv': sheet('partially refunded', [',refunded', ',100.00', ',20.00']) });
  // 150 − 100 − 20.
  expect(row().values).toEqual({ net_sales: 30, returns: 120 });
});

it('a file of refunds does, too', async () => {
  const { row } = await told(asked.replace('orders.csv', '.'), {
    'orders.csv': sheet('partially refunded'),
    'refunds.csv': table('refund_id,order_id,refunded_at,item_amount,currency', 'r,2,2026-11-08,20.00,EUR'),
  });
  // 150 − 100 by the status − 20.
  expect(row().values).toEqual({ net_sales: 30, returns: 120 });
});
