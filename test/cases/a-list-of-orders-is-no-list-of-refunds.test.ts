import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

const asked = `report . ${lastWeek} --kpi orders,gross_sales,returns --compare none`;

it.each([
  ['order_id,date,amount', '1,2026-11-02,5.00', '2,2026-11-08,7.00'],
  ['commande;date;montant', '1;2026-11-02;5,00', '2;2026-11-08;7,00'],
  ['order,created_at,amount', '1,2026-11-02,5.00', '2,2026-11-08,7.00'],
])('a number, a date and an amount (%s) are orders', async (...lines) => {
  const { row } = await told(asked, { 'x.csv': table(...lines) });
  expect(row().values).toEqual({ orders: 2, gross_sales: 12, returns: null });
});

it.each([
  ['order_id,refunded_at,amount', '1,2026-11-02,5.00', '2,2026-11-08,7.00'],
  ['refund_id,order_id,date,amount', 'a,1,2026-11-02,5.00', 'b,2,2026-11-08,7.00'],
  ['commande;date_remboursement;montant', '1;2026-11-02;5,00', '2;2026-11-08;7,00'],
])('a word for what went back (%s) makes refunds of them', async (...lines) => {
  const { row } = await told(asked, { 'x.csv': table(...lines) });
  expect(row().values).toMatchObject({ returns: 12, orders: null });
});
