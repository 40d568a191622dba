import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * Exports of orders whose column of statuses was left out: quotations, cancelled and unpaid orders count as sales.
 */

const asked = `report orders.csv ${lastWeek} --compare none --kpi orders`;

const exports = [
  {
    name: 'Odoo',
    lines: [
      'Order Reference,Order Date,Customer,Salesperson,Untaxed Amount,Total',
      'S00001,2026-11-02 10:00:00,Ana,Joe,100.00,120.00',
      'S00002,2026-11-08 10:00:00,Leo,Joe,50.00,60.00',
    ],
    column: 'Status',
  },
  {
    name: 'PrestaShop',
    lines: [
      'ID;Reference;New client;Delivery;Customer;Total;Payment;Date',
      '1;AAA;1;France;A. Doe;49.90;Carte;2026-11-02 10:00:04',
      '2;BBB;1;France;L. Roe;20.00;Carte;2026-11-08 10:00:04',
    ],
    column: 'Status',
  },
  {
    name: 'a query of PrestaShop',
    lines: [
      'id_order;reference;total_paid_tax_incl;total_paid_tax_excl;date_add',
      '1;AAA;120.000000;100.000000;2026-11-02 10:00:00',
      '2;BBB;60.000000;50.000000;2026-11-08 10:00:00',
    ],
    column: 'current_state',
  },
];

it.each(exports)('$name: all count, which is said, with the column', async ({ lines, column }) => {
  const { row, warnings } = await told(asked, { 'orders.csv': table(...lines) });
  expect(row().values.orders).toBe(2);
  expect(warnings.find(({ code }) => code === 'no_status')?.message).toContain(column);
});

describe('an export of Shopify without the day of cancellation', () => {
  const shopify = (more: string, ...cells: string[]) => ({
    'orders.csv': table(
      `Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id${more}`,
      `#1,a@x.fr,paid,EUR,40.00,0.00,0.00,40.00,0.00,2026-11-02 10:00:04 +0100,1,Tee,40.00,5097000000001${cells[0] ?? ''}`,
      `#2,b@x.fr,paid,EUR,40.00,0.00,0.00,40.00,0.00,2026-11-08 10:00:04 +0100,1,Tee,40.00,5097000000002${cells[1] ?? ''}`,
    ),
  });

  it('says that orders which were cancelled and are called paid count', async () => {
    const { row, warnings } = await told(asked, shopify(''));
    expect(row().values.orders).toBe(2);
    const { message } = warnings.find(({ code }) => code === 'no_status')!;
    expect(message).toContain('which orders were cancelled');
    expect(message).toContain('"Cancelled at"');
  });

  it('says nothing with that column, which is blank or not', async () => {
    const blank = await told(asked, shopify(',Cancelled at', ',', ','));
    expect(blank.row().values.orders).toBe(2);
    expect(blank.codes).not.toContain('no_status');
    const filled = await told(asked, shopify(',Cancelled at', ',', ',2026-11-08 11:00:00 +0100'));
    expect(filled.row().values.orders).toBe(1);
    expect(filled.codes).not.toContain('no_status');
  });
});

it('is said in French', async () => {
  const { err } = await kpi(`${asked} --lang fr`, { 'orders.csv': table(...exports[0]!.lines) });
  expect(err).toContain('quelles commandes ont été annulées');
});

it("says nothing of a list of one's own, in which every row is a sale", async () => {
  const { codes } = await told(asked, {
    'orders.csv': table('order_id,date,amount', '1,2026-11-02,100.00', '2,2026-11-08,50.00'),
  });
  expect(codes).not.toContain('no_status');
});
