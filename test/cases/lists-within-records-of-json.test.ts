import { expect, it } from 'vitest';
import { kpi, lastWeek, told } from './kit.ts';

/*
 * JSON of one's own may have lists of objects within its records: the items of an order, its refunds. They are not read. Read as an empty
 * cell, a list of refunds would say that nothing was given back.
 */

const ask = `report x.json ${lastWeek} --compare none`;
const orders = (more: (id: number) => object) =>
  JSON.stringify([1, 2].map((id) => ({ order_id: `${id}`, date: `2026-11-0${id * 3}`, ...more(id) })));

it.each([[{ amount: 10 }], [{ amount: 10 }, { amount: 2 }]])(
  'refunds in a list (%j, %j) are unknown, not 0',
  async (...refunds) => {
    const files = { 'x.json': orders((id) => ({ total: 30, refunds: id === 1 ? refunds : [] })) };
    const { row, warnings } = await told(`${ask} --kpi orders,returns,net_sales`, files);
    expect(row().values).toEqual({ orders: 2, returns: null, net_sales: 60 });
    expect(row().flags.net_sales).toContain('no_refunds');
    expect(warnings.find(({ code }) => code === 'list_not_read')?.message).toContain(
      '"refunds[]" is a list within each order',
    );
    // As the warning says: in a file of their own.
    const beside = { ...files, 'refunds.csv': 'order_id,refunded_at,amount\n1,2026-11-04,10.00\n' };
    const { row: known } = await told(`${ask.replace('x.json', '.')} --kpi returns,net_sales`, beside);
    expect(known().values).toEqual({ returns: 10, net_sales: 50 });
  },
);

it('no list at all says that nothing was given back, and a number how much', async () => {
  const refunded = (...amounts: unknown[]) => ({
    'x.json': orders((id) => ({ total: 30, refunded: amounts[id - 1] })),
  });
  expect((await told(`${ask} --kpi returns`, refunded(10, null))).row().values).toEqual({ returns: 10 });
  const { row, codes } = await told(`${ask} --kpi returns`, refunded(null, null));
  expect([row().values, codes]).toEqual([{ returns: 0 }, []]);
});

it('items in a list: what to write is said', async () => {
  const items = [{ sku: 'A', quantity: 2, unit_price: 10 }];
  const { code, err } = await kpi(`${ask} --kpi orders`, { 'x.json': orders(() => ({ customer: 'a@x.fr', items })) });
  expect(code).toBe(2);
  expect(err).toContain('"items[]": lists within a record are not read.');
});

it('amounts in objects are offered, and read as is said', async () => {
  const files = {
    'x.json': orders((id) => ({
      customer: { email: `${id}@x.fr` },
      totals: { subtotal: '25.00', shipping: '5.00', tax: '0.00', total: '30.00' },
    })),
  };
  const { err } = await kpi(`${ask} --kpi orders`, files);
  const yaml = /kpi\.yaml:\n([\s\S]*)/.exec(err)![1]!.replace(/^ {4}/gm, '');
  const { row } = await told(`${ask} --kpi orders,gross_sales,shipping_charged,customers`, {
    ...files,
    'kpi.yaml': yaml,
  });
  expect(row().values).toEqual({ orders: 2, gross_sales: 50, shipping_charged: 10, customers: 2 });
});
