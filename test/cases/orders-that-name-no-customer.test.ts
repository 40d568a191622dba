import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

const asked = `report orders.csv ${lastWeek} --kpi orders,customers,new_customers --compare none`;
const sheet = (first: string) =>
  table('order_id,ordered_at,email,subtotal,currency', `1,2026-11-02,${first},100.00,EUR`, '2,2026-11-08,,50.00,EUR');

it('a column of customers that is blank in every row says nothing of them', async () => {
  const { row } = await told(asked, { 'orders.csv': sheet('') });
  expect(row().values).toEqual({ orders: 2, customers: null, new_customers: null });
  expect(row().nulls).toEqual({ customers: 'missing_kind', new_customers: 'missing_kind' });
});

it('one customer makes it known', async () => {
  const { row } = await told(asked, { 'orders.csv': sheet('a@x.fr') });
  expect(row().values).toMatchObject({ orders: 2, customers: 1 });
});

it('the same in an export of Shopify', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#1,,paid,EUR,5,0,0,5,0,2026-11-02 09:15:12 +0100,1,Cup,5',
      '#2,,paid,EUR,5,0,0,5,0,2026-11-08 09:15:12 +0100,1,Cup,5',
    ),
  });
  expect(row().values).toMatchObject({ orders: 2, customers: null });
});
