import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Two shops, and the export of one of them has no refunds: what was given back of its orders is not known, so the sum is incomplete.
 */

const asked = `report . ${lastWeek} --compare none --kpi returns,net_sales,order_refund_rate`;

const shop = table(
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount',
  '#1001,a@x.fr,partially_refunded,EUR,100.00,0.00,0.00,100.00,0.00,2026-11-02 10:00:00 +0100,1,Tee,100.00,10.00',
  '#1002,b@x.fr,paid,EUR,100.00,0.00,0.00,100.00,0.00,2026-11-08 10:00:00 +0100,1,Tee,100.00,0.00',
);
const fair = table('order_id,date,store,amount', '1,2026-11-02,fair,120.00', '2,2026-11-08,fair,60.00');
const refunds = table('order_id,refunded_at,item_amount', '1,2026-11-04,20.00');

it('marks returns and net sales where one of two lists of orders has no refunds', async () => {
  const { row } = await told(asked, { 'shop.csv': shop, 'fair.csv': fair });
  expect(row().values).toEqual({ returns: 10, net_sales: 370, order_refund_rate: 0.25 });
  for (const kpi of ['returns', 'net_sales', 'order_refund_rate'])
    expect(row().flags[kpi], kpi).toContain('incomplete');
});

it('marks them where no refund has been made in the shop that would state it', async () => {
  const { row } = await told(asked, { 'shop.csv': shop.replace('10.00\n', '0.00\n'), 'fair.csv': fair });
  expect(row().values.returns).toBe(0);
  expect(row().flags.returns).toContain('incomplete');
});

it('does not mark them where a list of refunds is of that store', async () => {
  const { row } = await told(asked, { 'shop.csv': shop, 'fair.csv': fair, 'refunds.csv': refunds });
  expect(row().values).toMatchObject({ returns: 30, net_sales: 350 });
  expect(row().flags.returns ?? []).not.toContain('incomplete');
});

it('does not mark them where one of two parts of an export happens to have no refund', async () => {
  const header = 'order_id,date,amount,status';
  const { row } = await told(asked, {
    'a.csv': table(header, '1,2026-11-02,100.00,refunded', '2,2026-11-05,50.00,paid'),
    'b.csv': table(header, '3,2026-11-06,100.00,paid', '4,2026-11-08,50.00,paid'),
  });
  expect(row().values).toMatchObject({ returns: 100, net_sales: 200 });
  expect(row().flags.returns ?? []).not.toContain('incomplete');
});
