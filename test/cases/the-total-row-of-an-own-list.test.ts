import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/*
 * Lists of orders, refunds or tickets that someone keeps end with a row that adds them up: it is no record, and no fault of the file.
 */

const one = `${lastWeek} --compare none --strict`;
const days = ['02', '03', '04', '05', '06', '07', '08'];
// The order of October proves the order of day and month.
const orders = [...days.map((day, at) => `${at};${day}/11/2026;10,00`), '9;31/10/2026;10,00'];

describe('the last row of a list of orders', () => {
  it('is left out where its number is a word for total, with a date and without', async () => {
    for (const last of ['Total;;80,00', 'TOTAL :;;80,00', 'Gesamt;08/11/2026;80,00', 'Sous-total;;80,00']) {
      const file = table('N° commande;Date commande;Montant', ...orders, last);
      const { row, files } = await told(`report o.csv ${one} --kpi orders,gross_sales`, { 'o.csv': file });
      expect(row().values, last).toEqual({ orders: 7, gross_sales: 70 });
      expect(files[0]).toMatchObject({ accepted: 8, skipped: 1, rejected: 0 });
    }
  });

  it('is left out where the word stands in place of the date, or further on', async () => {
    const rows = days.map((day, at) => `2026-11-${day},${at},a${at}@example.com,10`);
    for (const last of ['Total,,,70', ',,Grand total,70', 'Somme,--,,70']) {
      const file = table('ordered_at,order_id,email,gross_sales', ...rows, last);
      expect(await values(`report o.csv ${one} --kpi orders,gross_sales`, { 'o.csv': file })).toEqual({
        orders: 7,
        gross_sales: 70,
      });
    }
  });

  it('is left out of a long list and of JSON', async () => {
    const many = Array.from({ length: 9000 }, (_, at) => `${at},2026-11-0${2 + (at % 7)} 10:00:00,10.00,paid`);
    const long = table('order_id,ordered_at,gross_sales,status', ...many, 'Total,2026-11-08 10:00:00,90000.00,paid');
    expect(await values(`report o.csv ${one} --kpi orders`, { 'o.csv': long })).toEqual({ orders: 9000 });
    const json = JSON.stringify([
      ...days.map((day, at) => ({ order_id: at, ordered_at: `2026-11-${day}`, gross_sales: 10 })),
      { order_id: 'Total', ordered_at: null, gross_sales: 70 },
    ]);
    expect(await values(`report o.json ${one} --kpi orders`, { 'o.json': json })).toEqual({ orders: 7 });
  });

  it('is an order where its number only begins so, and a fault where nothing says total', async () => {
    const file = table('N° commande;Date commande;Montant', ...orders, 'SUM1001;08/11/2026;70,00');
    expect(await values(`report o.csv ${one} --kpi orders`, { 'o.csv': file })).toEqual({ orders: 8 });
    const blank = table('N° commande;Date commande;Montant', ...orders, ';;70,00');
    expect((await kpi(`report o.csv ${one} --kpi orders`, { 'o.csv': blank })).code).toBe(2);
  });
});

describe('rows that add up parts of a list of orders', () => {
  const header = 'N° commande;Date commande;Client;Montant';
  const row = (id: string, date: string) => `${id};${date};a@example.com;10,00 €`;
  const october = ['19', '20', '21'].map((day) => row(day, `${day}/10/2026`));
  const november = days.map((day, at) => row(`A${at}`, `${day}/11/2026`));

  it('are left out, whatever the part is called', async () => {
    for (const [first, second] of [
      ['Total octobre', 'Total novembre'],
      ['Sous-total 10/2026', 'Sous-total 11/2026'],
      ['Summe Oktober 2026', 'Summe November 2026'],
      ['Total: Week 41', 'Total: Week 45'],
    ]) {
      const rows = [...october, `${first};;;30,00 €`, ...november, `${second};;-;70,00 €`, 'TOTAL GÉNÉRAL;;;100,00 €'];
      const { row: found, files } = await told(`report o.csv ${one} --kpi orders,gross_sales`, {
        'o.csv': table(header, ...rows),
      });
      expect(found().values, first).toEqual({ orders: 7, gross_sales: 70 });
      expect(files[0], first).toMatchObject({ accepted: 10, skipped: 3, rejected: 0 });
    }
  });

  it('are left out where they stand in place of the date, and of a list long enough to be read by columns', async () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `B${at};0${2 + (at % 7)}/11/2026;a@example.com;10,00`);
    const totals = ['Total 10/2026;;;30,00', ';Total 11/2026;;200 000,00', 'Total novembre;;;400 000,00'];
    const rows = [...october, totals[0]!, ...many.slice(0, 20_000), totals[1]!, ...many.slice(20_000), totals[2]!];
    const { row, files } = await told(`report o.csv ${one} --kpi orders`, { 'o.csv': table(header, ...rows) });
    expect(row().values).toEqual({ orders: 40_000 });
    expect(files[0]).toMatchObject({ accepted: 40_003, skipped: 3, rejected: 0 });
  });

  it('may be all called total, each the sum of its part', async () => {
    const rows = [...october, 'Total;;;30,00 €', ...november];
    for (const [last, differs] of [
      [['Total;;;70,00 €'], false],
      [['Total;;;70,00 €', 'Total;;;100,00 €'], false],
      [['Total;;;80,00 €'], true],
    ] as const) {
      const { err } = await kpi(`report o.csv ${one} --kpi orders`, { 'o.csv': table(header, ...rows, ...last) });
      expect(err.includes('total'), `${last.join()}: ${err}`).toBe(differs);
    }
  });

  it('are faults where they say more than figures: an order without its date', async () => {
    const rows = [...october, 'Total 5;;b@example.com;30,00 €', ...november];
    const { code, err } = await kpi(`report o.csv ${one} --kpi orders`, { 'o.csv': table(header, ...rows) });
    expect([code, err]).toEqual([2, expect.stringContaining('record 4, column "Date commande": missing value')]);
  });
});

describe('the last row of another list', () => {
  it('of refunds, lines and tickets', async () => {
    const files = {
      'o.csv': table(
        'order_id,ordered_at,gross_sales,discounts',
        ...days.map((day, at) => `${at},2026-11-${day},10,0`),
      ),
      'l.csv': table('order_id,sku,quantity,unit_price', ...days.map((_, at) => `${at},A,2,5`), 'Total,,14,70'),
      'r.csv': table(
        'order_id,refunded_at,item_amount',
        ...days.map((day, at) => `${at},2026-11-${day},1`),
        'Total,,7',
      ),
      't.csv': table('ticket_id,created_at,status', ...days.map((day, at) => `${at},2026-11-${day},new`), 'Total,7,'),
    };
    expect(await values(`report . ${one} --kpi units_sold,returns,tickets_created`, files)).toEqual({
      units_sold: 14,
      returns: 7,
      tickets_created: 7,
    });
  });
});
