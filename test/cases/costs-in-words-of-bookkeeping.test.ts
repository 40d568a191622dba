import { expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Costs under the words of a shop's books. Sales of 2000 of goods that cost 1000, in October. */

const shop = {
  'orders.csv': table(
    'order_id,ordered_at,gross_sales,discounts,shipping',
    '1,2026-10-02,1000,0,0',
    '2,2026-10-30,1000,0,0',
  ),
  'lines.csv': table('order_id,sku,quantity,unit_price,unit_cost', '1,a,1,1000,500', '2,a,1,1000,500'),
};
const asked = 'report . --timezone Europe/Paris --currency EUR --period month --last 1 --kpi gross_margin,cm2';
const costs = (...rows: string[]): string => table('month,category,amount', ...rows.map((row) => `2026-10,${row}`));

it.each([
  ['fulfilment,100', 'payment_fee,20'],
  ['Shipping,100', 'Payment fees,20'],
  ['Frais de port,60', 'Livraison,40', 'Frais Stripe,20'],
  ['Versandkosten,100', 'Zahlungsgebühren,20', 'Miete,900'],
])('are counted as what they are: %s', async (...rows) => {
  const { row, codes } = await told(asked, { ...shop, 'costs.csv': costs(...rows) });
  // 2000 - 1000 - 100 - 20, of which nothing is charged for shipping.
  expect(row().values).toEqual({ gross_margin: 1000, cm2: 880 });
  expect(codes).not.toContain('unknown_category');
});

it('are named where no KPI knows them', async () => {
  const files = { ...shop, 'costs.csv': costs('Shipping,100', 'Facebook ads,500', 'Bank,20', 'Bank,1', 'other,7') };
  const { row, warnings } = await told(asked, files);
  expect(row().values).toEqual({ gross_margin: 1000, cm2: 900 });
  const named = warnings.find(({ code }) => code === 'unknown_category');
  expect(named?.message).toContain('("Facebook ads", "Bank"): 3 rows count in no margin and no CAC');
  expect((await kpi(`${asked} --strict`, files)).code).toBe(2);
});
