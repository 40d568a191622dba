import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * A list with `Total HT` and `Total TTC` says how much tax its orders have, though no column is called so. Read by its total alone its
 * sales had tax in them, 168 for 140.
 */

const ask =
  'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-16 --from 2026-11-02 --to 2026-11-15 --period all --kpi net_sales,shipping_charged,taxes,total_sales';

describe('the tax between two totals', () => {
  it.each([
    [
      'Commande;Date de commande;Client;Total HT;Total TTC',
      ['A1;02/11/2026;a;90,00;108,00', 'A2;13/11/2026;b;50,00;60,00'],
      [140, null, 28, 168],
    ],
    // The total without tax holds the shipping as well.
    [
      'Commande;Date de commande;Client;Total HT;Frais de port;Total TTC',
      ['A1;02/11/2026;a;95,00;5,00;114,00', 'A2;13/11/2026;b;50,00;0,00;60,00'],
      [140, 5, 29, 174],
    ],
    // Where the tax of a row is blank as well.
    [
      'Commande;Date de commande;Client;Montant HT;TVA;Montant TTC',
      ['A1;02/11/2026;a;90,00;18,00;108,00', 'A2;13/11/2026;b;50,00;;60,00'],
      [140, null, 28, 168],
    ],
    [
      'order_id,ordered_at,customer,total (excl. VAT),grand total',
      ['1,2026-11-02,a,90.00,108.00', '2,2026-11-13,b,50.00,60.00'],
      [140, null, 28, 168],
    ],
  ])('is no sale: %s', async (header, rows, [net_sales, shipping_charged, taxes, total_sales]) => {
    const { row } = await told(ask, { 'v.csv': table(header, ...rows) });
    expect(row().values).toEqual({ net_sales, shipping_charged, taxes, total_sales });
    expect(row().flags.net_sales).toContain('approx');
  });

  it('stays unknown where the list has one total only', async () => {
    const { row } = await told(ask, {
      'v.csv': table('Commande;Date de commande;Client;Total TTC', 'A1;02/11/2026;a;108,00', 'A2;13/11/2026;b;60,00'),
    });
    expect(row()).toMatchObject({ values: { taxes: null, total_sales: 168 } });
    expect(row().flags.net_sales).toContain('approx');
  });
});
