import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Each row of an order may have a status of its own: a line that came back, or a part of a cart that a shop split into several. The
 * status of one row was that of the order, so that all of it was given back, or nothing.
 */
const asked = (file: string): string =>
  `report ${file} ${lastWeek} --compare none --kpi orders,gross_sales,returns,net_sales`;

describe('lines of orders', () => {
  const lines = (...said: string[]) => ({
    'lines.csv': table(
      'order_id,date,email,status,sku,quantity,unit_price',
      ...said,
      '9,2026-11-08,z@x.fr,paid,U,1,5.00',
    ),
  });
  const line = (id: number, status: string, price: string, quantity = 1) =>
    `${id},2026-11-02,c${id}@x.fr,${status},S${price},${quantity},${price}`;

  it('give back what is refunded, whichever comes first', async () => {
    const { row } = await told(
      asked('lines.csv'),
      lines(
        line(1, 'paid', '40.00'),
        line(1, 'refunded', '15.00', 2),
        line(2, 'refunded', '40.00'),
        line(2, 'paid', '7.00'),
        line(2, 'refunded', '3.00'),
      ),
    );
    // 40 + 30, 40 + 7 + 3, 5; back 30, 43.
    expect(row().values).toEqual({ orders: 3, gross_sales: 125, returns: 73, net_sales: 52 });
    expect(row().flags.returns).toEqual(['approx']);
  });

  it('all of one order are the whole order', async () => {
    const { row } = await told(asked('lines.csv'), lines(line(1, 'refunded', '40.00'), line(1, 'refunded', '30.00')));
    expect(row().values).toEqual({ orders: 2, gross_sales: 75, returns: 70, net_sales: 5 });
  });

  it('that are cancelled are no part of what is given back', async () => {
    const { row } = await told(
      asked('lines.csv'),
      lines(line(1, 'cancelled', '100.00'), line(1, 'refunded', '40.00'), line(1, 'paid', '30.00')),
    );
    expect(row().values).toEqual({ orders: 2, gross_sales: 75, returns: 40, net_sales: 35 });
  });
});

it('amounts of an order on several rows', async () => {
  const { row } = await told(asked('amounts.csv'), {
    'amounts.csv': table(
      'order_id,date,email,status,amount,refunded',
      '1,2026-11-02,a@x.fr,refunded,30.00,',
      '1,2026-11-02,a@x.fr,paid,20.00,',
      // What is stated outranks the status.
      '2,2026-11-03,b@x.fr,paid,20.00,0.00',
      '2,2026-11-03,b@x.fr,refunded,10.00,4.00',
      '3,2026-11-08,c@x.fr,paid,5.00,',
    ),
  });
  expect(row().values).toEqual({ orders: 3, gross_sales: 85, returns: 34, net_sales: 51 });
});

it.each([
  { first: 'Remboursé', second: 'Livré', back: 30 },
  { first: 'Livré', second: 'Remboursé', back: 10 },
  { first: 'Remboursé', second: 'Remboursé', back: 40 },
  { first: 'Annulé', second: 'Remboursé', back: 10 },
])('a cart that PrestaShop split: $first, $second', async ({ first, second, back }) => {
  const { row } = await told(asked('orders.csv'), {
    'orders.csv': table(
      'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date',
      '12;XKBKNABJK;1;France;A. Doe;49.90;Carte;Paiement accepté;2026-11-08 10:00:04',
      `15;XKBKNABJN;1;France;D. Doe;30.00;Carte;${first};2026-11-02 10:00:04`,
      `16;XKBKNABJN;1;France;D. Doe;10.00;Carte;${second};2026-11-02 10:00:04`,
    ),
  });
  const gross = first === 'Annulé' ? 59.9 : 89.9;
  expect(row().values).toMatchObject({ orders: 2, gross_sales: gross, returns: back });
  expect(row().values.net_sales).toBeCloseTo(gross - back, 6);
});
