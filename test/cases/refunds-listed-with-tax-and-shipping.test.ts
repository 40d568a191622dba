import { expect, it } from 'vitest';
import { lastWeek, type Row, table, told } from './kit.ts';

/*
 * A list of what was paid back, one amount for each refund: what went back for a whole order is more than its items, since tax and
 * shipping went back too. Read as items, returns would exceed the sales.
 */

const orders = table(
  'order_id,date,email,amount,shipping,tax,total',
  '1,2026-11-02,a@x.fr,100.00,5.00,21.00,126.00',
  '2,2026-11-03,b@x.fr,50.00,0.00,10.00,60.00',
  '3,2026-11-08,c@x.fr,50.00,0.00,10.00,60.00',
);
const line = `report . ${lastWeek} --compare none --kpi returns,net_sales,shipping_charged,taxes,total_sales`;
const asked = async (...refunds: readonly string[]): Promise<Row> => {
  const { row } = await told(line, {
    'orders.csv': orders,
    'refunds.csv': table('order_id,refunded_at,amount', ...refunds),
  });
  return row();
};

it('divides the amounts by their orders, items and their tax first', async () => {
  const { values, flags } = await asked('1,2026-11-05,126.00', '2,2026-11-06,30.00');
  // All of the first: 100, 21 and 5; of the second 30 × 50 / 60 = 25, and 5 of tax.
  expect(values).toEqual({ returns: 125, net_sales: 75, shipping_charged: 0, taxes: 15, total_sales: 90 });
  expect(flags.taxes).toBeUndefined();
});

it('divides an order that was given back in two parts', async () => {
  const { values } = await asked('1,2026-11-05,63.00', '1,2026-11-06,63.00');
  expect(values).toEqual({ returns: 100, net_sales: 100, shipping_charged: 0, taxes: 20, total_sales: 120 });
});

it('leaves a list of items alone as it is', async () => {
  const { values } = await asked('1,2026-11-05,100.00', '2,2026-11-06,25.00');
  expect(values).toMatchObject({ returns: 125, net_sales: 75 });
});

it('leaves a list as it is in which something else than the tax is on top', async () => {
  const { values } = await asked('1,2026-11-05,110.00', '2,2026-11-06,25.00');
  expect(values).toMatchObject({ returns: 135, net_sales: 65 });
});

it('leaves a list as it is that has a column of tax', async () => {
  const { row } = await told(line, {
    'orders.csv': orders,
    'refunds.csv': table('order_id,refunded_at,item_amount,tax_amount', '1,2026-11-05,126.00,21.00'),
  });
  expect(row().values).toMatchObject({ returns: 126, taxes: 20 });
});

it('does so with a column that kpi.yaml names, as the message for such a list proposes', async () => {
  const { row } = await told(line, {
    'orders.csv': orders,
    'refunds.csv': table(
      'Commande;Date de remboursement;Montant remboursé',
      '1;2026-11-05;126,00',
      '2;2026-11-06;30,00',
    ),
    'kpi.yaml': table(
      'sources:',
      '  - path: orders.csv',
      '  - path: refunds.csv',
      '    kind: refund',
      '    columns: { order_id: Commande, refunded_at: Date de remboursement, item_amount: Montant remboursé }',
    ),
  });
  expect(row().values).toMatchObject({ returns: 125, taxes: 15, total_sales: 90 });
});
