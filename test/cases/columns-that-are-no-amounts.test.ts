import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * Names prove little in a file that people made: `Livraison` is the price of delivery in one list and its country in another. The cells
 * tell.
 */

describe('a list of orders in French whose delivery is a country', () => {
  const list = table(
    'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date',
    '31;QWERTZUIO;1;Belgique;M. Essai;30,00 €;Carte;Livré;2026-11-02 09:00:00',
    '32;ASDFGHJKL;0;France;N. Essai;12,50 €;Carte;Livré;2026-11-03 09:00:00',
    '33;YXCVBNMAS;1;France;O. Essai;99,00 €;Carte;Annulé;2026-11-08 09:00:00',
  );

  it('is read; its total is not quite gross sales', async () => {
    const { row } = await told(`report liste.csv ${lastWeek} --kpi orders,gross_sales --compare none`, {
      'liste.csv': list,
    });
    // 30 + 12.50; the cancelled one does not count.
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 42.5 });
    expect(row().flags.gross_sales).toContain('approx');
  });

  it('is shipping where it is an amount', async () => {
    // Without `Nouveau client` it is nobody's export.
    const own = list.replace('Nouveau client', 'Fidèle');
    const priced = own.replaceAll('Belgique', '4,90').replaceAll('France', '0,00');
    const { out } = await kpi('inspect liste.csv --timezone Europe/Paris', { 'liste.csv': priced });
    expect(out).toMatch(/shipping\s+"Livraison"/);
    const { out: words } = await kpi('inspect liste.csv --timezone Europe/Paris', { 'liste.csv': own });
    expect(words).not.toMatch(/shipping\s+"Livraison"/);
  });

  it('is an error where the configuration maps it', async () => {
    const { code, err } = await kpi('report --kpi orders', {
      'liste.csv': list,
      'kpi.yaml':
        'timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: liste.csv, kind: order, columns: { shipping: Livraison } }]\n',
    });
    expect(code).toBe(2);
    expect(err).toContain('column "Livraison": not a number');
    // To allow more would leave nothing.
    expect(err).not.toContain('--max-rejects');
  });
});

describe('a column of words called an amount', () => {
  it('gives way to one of numbers', async () => {
    const { row } = await told(`report orders.csv ${lastWeek} --kpi orders,gross_sales --compare none`, {
      'orders.csv': table('order_id,date,amount,total', '1,2026-11-02,small,20', '2,2026-11-08,large,30'),
    });
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 50 });
    expect(row().flags.gross_sales).toContain('approx');
  });

  it('is still said to be unreadable where there is no other', async () => {
    const { code, err } = await kpi(`report orders.csv ${lastWeek}`, {
      'orders.csv': table('order_id,date,amount', '1,2026-11-02,small', '2,2026-11-08,large'),
    });
    expect(code).toBe(2);
    expect(err).toContain('column "amount": not a number');
  });

  it('of ads, visits and JSON too', async () => {
    const ads = await told(`report ads.csv ${lastWeek} --kpi ad_spend --compare none`, {
      'ads.csv': table('date,cost,clicks', '2026-11-02,10,many', '2026-11-08,5,few'),
    });
    expect(ads.row().values.ad_spend).toBe(15);
    const json = await told(`report orders.json ${lastWeek} --kpi gross_sales --compare none`, {
      'orders.json': JSON.stringify([{ order_id: '1', date: '2026-11-02', gross_sales: 10, livraison: 'France' }]),
    });
    expect(json.row().values.gross_sales).toBe(10);
  });
});

describe('a column of shares', () => {
  const lines = table('order_id,date,amount,discount,country', '1,2026-11-02,100,0,FR', '2,2026-11-08,50,0.2,FR');

  it('is no discount of 0.20; that is said', async () => {
    const { row, codes, warnings } = await told(
      `report orders.csv ${lastWeek} --kpi gross_sales,net_sales --compare none`,
      {
        'orders.csv': lines,
      },
    );
    expect(row().values.net_sales).toBe(150);
    expect(codes).toContain('rate_column');
    expect(warnings.find(({ code }) => code === 'rate_column')?.message).toContain('"discount" holds shares');
    expect((await kpi(`report orders.csv ${lastWeek} --strict`, { 'orders.csv': lines })).code).toBe(2);
  });

  it('is said to be one where its cells carry %, too', async () => {
    const { row, warnings } = await told(`report orders.csv ${lastWeek} --kpi net_sales,discounts --compare none`, {
      'orders.csv': table(
        'order_id,ordered_at,email,subtotal,discount,total,currency',
        '1,2026-11-02,a@x.fr,100.00,10%,90.00,EUR',
        '2,2026-11-08,b@x.fr,50.00,20 %,40.00,EUR',
      ),
    });
    // Before discounts, which the shares do not state: 100 + 50.
    expect(row().values).toEqual({ net_sales: 150, discounts: null });
    expect(warnings.find(({ code }) => code === 'rate_column')?.message).toContain('"discount" holds shares');
  });

  it('is an amount where the configuration says so', async () => {
    const { row } = await told('report --last 1 --kpi discounts --compare none', {
      'orders.csv': lines,
      'kpi.yaml':
        'timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: orders.csv, kind: order, columns: { discounts: discount } }]\n',
    });
    expect(row().values.discounts).toBe(0.2);
  });

  it('of taxes in percent', async () => {
    const { codes, row } = await told(`report orders.csv ${lastWeek} --kpi gross_sales --compare none`, {
      'orders.csv': table('order_id,date,amount,vat', '1,2026-11-02,100,20%', '2,2026-11-08,50,5.5%'),
    });
    expect(row().values.gross_sales).toBe(150);
    expect(codes).not.toContain('rejected');
  });
});
