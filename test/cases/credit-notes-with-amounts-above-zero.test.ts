import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * Lists of invoices call some rows credit notes and write their amounts without a sign. Read as orders they would be added to the sales
 * that they take back, and count as orders of their customers.
 */
const asked = `report orders.csv ${lastWeek} --compare none --kpi orders,gross_sales,returns`;
const list = (header: string, of: string, back: string, amount = '60.00') => ({
  'orders.csv': table(
    `${header},customer,amount`,
    `1,2026-11-02,${of},a@x.fr,100.00`,
    `2,2026-11-03,${of},b@x.fr,60.00`,
    `C3,2026-11-04,${back},b@x.fr,${amount}`,
    `4,2026-11-08,${of},c@x.fr,50.00`,
  ),
});

describe('are refused', () => {
  it.each([
    ['Type', 'Invoice', 'Credit note'],
    ['Type', 'Facture', 'Avoir'],
    ['Type de document', 'Facture', "Facture d'avoir"],
    ['Belegart', 'Rechnung', 'Gutschrift'],
    ['Tipo', 'Factura', 'Nota de crédito'],
    ['Tipo documento', 'Fattura', 'Nota di credito'],
    ['Type', 'sale', 'return'],
  ])('in %s: %s, %s', async (type, of, back) => {
    const files = list(`order_id,date,${type}`, of, back);
    const { code, err } = await kpi(asked, files);
    expect(code).toBe(2);
    expect(err).toContain(`has rows with "${back}" in "${type}" and amounts above 0 (1 at its beginning)`);
    // Whatever the configuration says: no column of it could make them refunds.
    const said = 'sources: [{ path: orders.csv, kind: order, columns: { order_id: order_id, gross_sales: amount } }]\n';
    expect((await kpi(asked, { ...files, 'kpi.yaml': said })).code).toBe(2);
  });

  it('where a configuration says that what looks like a ledger is orders', async () => {
    const files = list('order_id,date,Type', 'Sale', 'Refund');
    expect((await kpi(asked, files)).err).toContain('looks like a ledger');
    const { code, err } = await kpi(asked, { ...files, 'kpi.yaml': 'sources: [{ path: orders.csv, kind: order }]\n' });
    expect(code).toBe(2);
    expect(err).toContain('has rows with "Refund" in "Type"');
  });

  it('in French', async () => {
    const { err } = await kpi(`${asked} --lang fr`, list('order_id,date,Type', 'Facture', 'Avoir'));
    expect(err).toContain("elles s'ajouteraient aux ventes qu'elles annulent");
  });

  it('as lines of orders', async () => {
    const { code } = await kpi(asked, {
      'orders.csv': table(
        'order_id,date,Type,quantity,unit_price',
        '1,2026-11-02,Invoice,1,100.00',
        'C2,2026-11-08,Credit note,1,60.00',
      ),
    });
    expect(code).toBe(2);
  });
});

it.each(['-60.00', '(60.00)', '60.00-'])('are refunds once their amounts are below 0: %s', async (amount) => {
  const { row } = await told(asked, list('order_id,date,Type', 'Invoice', 'Credit note', amount));
  // 100 + 60 + 50, of which the 60 of b@x.fr are taken back.
  expect(row().values).toEqual({ orders: 3, gross_sales: 210, returns: 60 });
});

it('are none in a column of other types', async () => {
  const { row } = await told(asked, list('order_id,date,Type', 'web', 'Return customer'));
  expect(row().values).toEqual({ orders: 4, gross_sales: 270, returns: null });
});
