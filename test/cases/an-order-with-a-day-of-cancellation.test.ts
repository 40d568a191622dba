import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/* The day on which an order was cancelled outranks its status, in a list of one's own as in the exports of tools. */
const asked = `report . ${lastWeek} --compare none --kpi orders,gross_sales`;

it.each(['cancelled_at', 'Canceled at', 'Cancellation date', "Date d'annulation", 'Stornodatum'])(
  'is cancelled: %s beside a status, and alone',
  async (name) => {
    const list = (status: string, of: string) =>
      table(
        `order_id,date,customer,total${status},${name}`,
        `1,2026-11-02,a,1000${of},`,
        `2,2026-11-03,b,100${of},2026-11-04`,
        `3,2026-11-04,c,10${of},0000-00-00 00:00:00`,
        `4,2026-11-08,d,1${of},NULL`,
      );
    for (const files of [{ 'orders.csv': list(',status', ',paid') }, { 'orders.csv': list('', '') }]) {
      const { row, codes } = await told(asked, files);
      // All but the second.
      expect(row().values).toEqual({ orders: 3, gross_sales: 1011 });
      expect(codes).not.toContain('unknown_status');
    }
  },
);

it('is cancelled in JSON', async () => {
  const order = (id: number, day: number, amount: number, cancelled: string | null) => ({
    ...{ order_id: id, ordered_at: `2026-11-0${day}T10:00:00Z`, status: 'paid', gross_sales: amount },
    cancelledAt: cancelled,
  });
  const orders = [order(1, 2, 1000, null), order(2, 3, 100, '2026-11-04T10:00:00Z'), order(3, 8, 1, null)];
  const { row } = await told(asked, { 'orders.json': JSON.stringify({ orders }) });
  expect(row().values).toEqual({ orders: 2, gross_sales: 1001 });
});

it('a column or a word that kpi.yaml gives for the status means what it says, beside such a day', async () => {
  const file = table(
    'order_id,date,customer,total,cancelled_at,how',
    '1,2026-11-02,a,1000,,Payée',
    '2,2026-11-03,b,100,,Impayée',
    '3,2026-11-08,c,10,2026-11-08,Payée',
  );
  const config = (entry: string) => ({
    'orders.csv': file,
    'kpi.yaml': `sources: [{ path: orders.csv, kind: order, ${entry} }]\n`,
  });
  const { row, codes } = await told(asked.replace('. ', ''), config('columns: { status: how }'));
  expect(row().values).toEqual({ orders: 1, gross_sales: 1000 });
  expect(codes).not.toContain('unknown_status');
  const set = await told(asked.replace('. ', ''), config('set: { status: Payée }'));
  expect(set.row().values).toEqual({ orders: 3, gross_sales: 1110 });
});
