import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/*
 * A list of orders that people made may have a column of what was given back of each. Without it refunds are unknown, which the figures
 * say; with it they are known, and nothing says that no file contains them.
 */

const asked = `report orders.csv ${lastWeek} --kpi net_sales,returns,taxes --compare none`;
const sheet = (name: string, first = '0.00', second = '24.00'): string =>
  table(
    `order_id,order_date,email,subtotal,tax,total,${name},currency`,
    `1,2026-11-02,a@x.fr,100.00,20.00,120.00,${first},EUR`,
    `2,2026-11-08,b@x.fr,50.00,10.00,60.00,${second},EUR`,
  );

it.each(['refunded', 'refund_total', 'Total Refunded', 'returns', 'Remboursements', 'Montant remboursé'])(
  '%s is what was given back, with its tax',
  async (name) => {
    const { row } = await told(asked, { 'orders.csv': sheet(name) });
    // 24 of 60, of which 10 are tax on 50: 20 and 4. 150 − 20; 30 − 4.
    expect(row().values).toEqual({ net_sales: 130, returns: 20, taxes: 26 });
    // The day of the refund is not known.
    expect(row().flags.net_sales).toEqual(['approx', 'no_discounts']);
  },
);

it('amounts below 0 count the same', async () => {
  const { row } = await told(asked, { 'orders.csv': sheet('refunded', '', '-24.00') });
  expect(row().values).toEqual({ net_sales: 130, returns: 20, taxes: 26 });
});

it('a column of zeros says that nothing was given back', async () => {
  const { row } = await told(asked, { 'orders.csv': sheet('refunded', '0', '0') });
  expect(row().values).toEqual({ net_sales: 150, returns: 0, taxes: 30 });
  expect(row().flags.net_sales).toEqual(['no_discounts']);
});

it('the configuration may name another column', async () => {
  const { row } = await told(asked, {
    'orders.csv': sheet('given back'),
    'kpi.yaml': 'sources: [{ path: orders.csv, kind: order, columns: { refunded_total: given back } }]\n',
  });
  expect(row().values).toEqual({ net_sales: 130, returns: 20, taxes: 26 });
});

it('is written as refunds, once', async () => {
  const folder = folderWith({ 'orders.csv': sheet('refunded') });
  expect((await kpi('normalize orders.csv --timezone Europe/Paris --out records', folder)).code).toBe(0);
  expect(readFileSync(join(folder, 'records/order.csv'), 'utf8')).not.toContain('refunded');
  const { row } = await told(asked.replace('orders.csv', 'records'), folder);
  expect(row().values).toEqual({ net_sales: 130, returns: 20, taxes: 26 });
  expect(row().flags.net_sales).toEqual(['approx', 'no_discounts']);
});

it.each([
  ['read', 'Montant HT;TVA;Montant TTC'],
  ['offered', 'Total de la commande HT;TVA;Net à payer'],
])('is %s in a sheet in French', async (how, amounts) => {
  const files = {
    'orders.csv': table(
      `N° commande;Date;Client;${amounts};Montant remboursé;Devise`,
      '1;02/11/2026;a@x.fr;100,00;20,00;120,00;0,00;EUR',
      '2;03/11/2026;b@x.fr;50,00;10,00;60,00;24,00;EUR',
      '3;13/11/2026;b@x.fr;50,00;10,00;60,00;0,00;EUR',
    ),
  };
  const { code, err } = await kpi(asked, files);
  expect(code).toBe(how === 'read' ? 0 : 2);
  const lines = err.split('\n').filter((line) => how === 'offered' && line.startsWith('    '));
  if (how === 'offered') expect(err).toContain('refunded_total: "Montant remboursé"');
  const { row } = await told(asked, { ...files, 'kpi.yaml': `${lines.map((line) => line.slice(4)).join('\n')}\n` });
  // 24.00 with its tax are 20.00 without; the tax of 30.00 less 4.00.
  expect(row().values).toEqual({ net_sales: 130, returns: 20, taxes: 26 });
});

describe('no amounts', () => {
  it.each([
    ['refunded', '0', '1'],
    ['refunds', '0', '2'],
    ['returns', '1', '3'],
  ])('%s of %s and %s', async (name, first, second) => {
    const { row, codes } = await told(asked, { 'orders.csv': sheet(name, first, second) });
    expect(row().values).toEqual({ net_sales: 150, returns: null, taxes: 30 });
    expect(row().flags.net_sales).toContain('no_refunds');
    expect(codes).toContain('rate_column');
  });

  it('words: yes is the whole order', async () => {
    const { row } = await told(asked, { 'orders.csv': sheet('refunded', 'no', 'yes') });
    expect(row().values).toEqual({ net_sales: 100, returns: 50, taxes: 20 });
    expect(row().flags.net_sales).toEqual(['approx', 'no_discounts']);
  });
});

it('in rows of items it may be that of the row or of its order, and is not read', async () => {
  const { codes } = await told(`report orders.csv ${lastWeek} --kpi net_sales --compare none`, {
    'orders.csv': table(
      'order_id,ordered_at,email,quantity,price,refunded,currency',
      '1,2026-11-02,a@x.fr,2,50.00,0.00,EUR',
      '2,2026-11-08,b@x.fr,1,30.00,30.00,EUR',
    ),
  });
  expect(codes).toContain('amounts_of_rows');
});
