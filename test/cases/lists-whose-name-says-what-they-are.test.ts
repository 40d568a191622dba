import { describe, expect, it } from 'vitest';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * Columns of an own list may be called so plainly that they show nothing: the name of the file then says what its rows are, and the
 * lines to write follow. It never decides by itself.
 */

const ask = 'report --timezone Europe/Paris --currency EUR --as-of 2026-11-16 --last 2';
const lines = (err: string): string =>
  err
    .split('\n')
    .filter((line) => /^ {4}/.test(line))
    .map((line) => line.slice(4))
    .join('\n');

describe('a list called orders', () => {
  it.each([
    [
      'orders.json',
      JSON.stringify([
        {
          id: 'o1',
          created_at: '2026-11-02T10:00:00+01:00',
          status: 'paid',
          customer: { email: 'a@example.com' },
          amounts: { total: '120.00' },
        },
        {
          id: 'o2',
          created_at: '2026-11-12T10:00:00+01:00',
          status: 'canceled',
          customer: { email: 'b@example.com' },
          amounts: { total: '60.50' },
        },
        {
          id: 'o3',
          created_at: '2026-11-14T10:00:00+01:00',
          status: 'paid',
          customer: { email: 'b@example.com' },
          amounts: { total: '30.50' },
        },
      ]),
      [120, 30.5],
    ],
    [
      'mes commandes (2).csv',
      table('ref,le,acheteur,montant', 'A,02/11/2026,x,10.00', 'B,13/11/2026,y,20.00'),
      [10, 20],
    ],
  ])('is told how it is read, and read so (%s)', async (name, content, sales) => {
    const { code, err } = await kpi(`${ask} .`, folderWith({ [name]: content }));
    expect([code, err]).toMatchObject([2, expect.stringContaining('It seems to be orders')]);
    const { row } = await told(`${ask} --kpi orders,gross_sales,customers`, {
      [name]: content,
      'kpi.yaml': `${lines(err)}\n`,
    });
    expect(['2026-W45', '2026-W46'].map((week) => row(week).values)).toEqual(
      sales.map((gross_sales) => ({ orders: 1, gross_sales, customers: 1 })),
    );
  });

  it.each([
    // Neither an amount nor a person: only the name speaks of orders.
    ['orders.csv', table('day,n', '2026-11-02,100', '2026-11-13,90')],
    ['orders.csv', table('day,revenue,visitors', '2026-11-02,100.00,50', '2026-11-13,90.00,40')],
    // Its columns are those of payments, whatever it is called by others.
    ['export.csv', table('id,created_at,status,email,amount', '1,2026-11-02,paid,a@example.com,10.00')],
  ])('is not taken for one by its name alone (%s)', async (name, content) => {
    const { err } = await kpi(`${ask} .`, folderWith({ [name]: content }));
    expect(err).not.toContain('It seems to be orders');
  });
});

describe('the only date of a list of orders', () => {
  it.each(['Livraison le', 'Paid on', 'Date de naissance'])(
    'is not that of the order when it is "%s"',
    async (name) => {
      const content = table(`commande,${name},client,montant`, 'A,2026-11-02,x,10.00', 'B,2026-11-13,y,20.00');
      const { err } = await kpi(`${ask} .`, folderWith({ 'liste.csv': content }));
      expect(err).not.toContain(`ordered_at: "${name}"`);
    },
  );
});
