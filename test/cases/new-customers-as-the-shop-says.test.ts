import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Exports without customers may say of each order whether it is that of a new one. The shop knows all of its orders: how far the files go
 * back is no matter then.
 */

const ask = `report . ${lastWeek} --compare none --kpi new_customers`;
const woo = table(
  'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution',
  '2026-11-02 10:00:00,1,€40.00,completed,Ana,new,2× Tee,2,,40.00,Direct',
  '2026-11-04 10:00:00,2,€40.00,cancelled,Eve,new,2× Tee,2,,40.00,Direct',
  '2026-11-08 10:00:00,3,€60.00,completed,Leo,returning,3× Tee,3,,60.00,Direct',
);
const prestashop = table(
  'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date',
  '1;A;1;France;A. Doe;49.90;Carte;Livré;2026-11-02 10:00:04',
  '2;B;0;France;B. Doe;20.00;Carte;Livré;2026-11-08 10:00:04',
);
const own = table('order_id,date,total,customer_type', '1,2026-11-02,40.00,new', '2,2026-11-08,20.00,returning');

it.each([
  ['WooCommerce Analytics', woo],
  ['PrestaShop', prestashop],
  ["a list of one's own", own],
])('%s', async (_, list) => {
  const { row, codes } = await told(ask, { 'x.csv': list });
  expect(row()).toMatchObject({ values: { new_customers: 1 }, flags: {} });
  expect(codes).not.toContain('short_history');
});

it('the history is needed where customers are named', async () => {
  const list = table(
    'order_id,date,customer,total,customer_type',
    '1,2026-11-02,a@x.fr,40.00,new',
    '2,2026-11-08,b@x.fr,9.00,new',
  );
  const { row } = await told(ask, { 'x.csv': list });
  expect(row().nulls).toEqual({ new_customers: 'insufficient_history' });
});
