import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A list with the number of an order, a day and an amount may be one of orders or of what was given back. A number of its own for each
 * credit note makes it one of refunds; a column that says of some rows that nothing came back makes it one of orders.
 */

const ask = `report . ${lastWeek} --kpi orders,gross_sales,returns --compare none`;
const orders = table(
  'Order number,Order date,Customer email,Subtotal,Shipping,Total',
  '1001,2026-11-02,a@x.fr,40.00,5.00,45.00',
  '1002,2026-11-08,b@x.fr,60.00,5.00,65.00',
);
const commandes = table(
  'N° de commande;Date de commande;E-mail;TVA;Total TTC',
  '1001;2026-11-02;a@x.fr;8,00;48,00',
  '1002;2026-11-08;b@x.fr;12,00;72,00',
);

describe('lists of refunds', () => {
  it.each([
    ['refunds.csv', table('Order number,Refund date,Amount', '1002,2026-11-08,10.00')],
    ['list.csv', table('RMA,Order number,Return date,SKU,Quantity,Refund amount', 'R1,1002,2026-11-08,T,1,10.00')],
    ['list.csv', table('Return number,Order number,Date,Amount,Reason', 'R1,1002,2026-11-08,10.00,small')],
    ['list.csv', table('Retourennummer;Order number;Return date;Amount', 'R1;1002;2026-11-08;10.00')],
    ['list.csv', table('Order number,Created at,Refunded at,Item amount', '1002,2026-11-02,2026-11-08,10.00')],
    ['list.csv', table('Refund ID,Order number,Order date,Refund date,Amount', 'R1,1002,2026-11-02,2026-11-08,10.00')],
    ['list.csv', table('Credit note,Order number,Date,Amount', 'C1,1002,2026-11-08,10.00')],
  ])('beside orders (%s, %s)', async (name, list) => {
    const { row } = await told(ask, { 'orders.csv': orders, [name]: list });
    expect(row().values).toEqual({ orders: 2, gross_sales: 100, returns: 10 });
  });

  it.each([
    table('N° de commande;Date de remboursement;Montant', '1002;2026-11-08;10,00'),
    table('N° avoir;N° de commande;Date;Montant;TVA', 'A1;1002;2026-11-08;10,00;2,00', 'Total;;;10,00;2,00'),
  ])('in French (%s)', async (list) => {
    const { row } = await told(ask, { 'commandes.csv': commandes, 'liste.csv': list });
    expect(row().values).toEqual({ orders: 2, gross_sales: 100, returns: 10 });
  });

  it('of credit notes are no orders, though they have a customer and a total', async () => {
    const list = table('Credit note number,Order number,Date,Customer,Total', 'A1,1002,2026-11-08,b@x.fr,10.00');
    const alone = await kpi(ask, { 'list.csv': list });
    expect(alone.code).toBe(2);
    const advice = /kpi\.yaml:\n([\s\S]*)/.exec(alone.err)![1]!.replace(/^ {4}/gm, '');
    const { row } = await told(ask, { 'orders.csv': orders, 'list.csv': list, 'kpi.yaml': advice });
    expect(row().values).toEqual({ orders: 2, gross_sales: 100, returns: 10 });
  });
});

describe('lists of orders', () => {
  it.each([
    ['returned', 'no', 'yes'],
    ['Returned', '0', '1'],
    ['refund_status', 'none', 'partial'],
    ['RMA', '-', 'R17'],
  ])('with a column %s of which some say nothing', async (name, first, second) => {
    const { row } = await told(ask, {
      'list.csv': table(`order_id,date,amount,${name}`, `1,2026-11-02,40.00,${first}`, `2,2026-11-08,60.00,${second}`),
    });
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 100 });
  });

  it.each([
    ['Order number,Order date,Total,Refund date,Refund amount', '1,2026-11-02,40,,', '2,2026-11-08,60,2026-11-08,15'],
    ['order_id,date,customer_email,amount,refund_amount', '1,2026-11-02,a@x.fr,40,0', '2,2026-11-08,b@x.fr,60,15'],
    ['order_id,date,amount,refund_amount', '1,2026-11-02,40,15', '2,2026-11-08,60,0'],
  ])('with what was given back of them (%s)', async (...lines) => {
    const { row } = await told(ask, { 'list.csv': table(...lines) });
    expect(row().values).toEqual({ orders: 2, gross_sales: 100, returns: 15 });
    expect(row().flags.returns).toEqual(['approx']);
  });

  it('with the day on which some of them came back', async () => {
    const { row } = await told(ask, {
      'list.csv': table(
        'Order number,Order date,Return date,Amount',
        '1,2026-11-02,,40.00',
        '2,2026-11-08,2026-11-08,60.00',
      ),
    });
    expect(row().values).toEqual({ orders: 2, gross_sales: 100, returns: null });
  });

  it('or of refunds, where all came back on a day beside that of the order: it is asked', async () => {
    const { code, err } = await kpi(ask, {
      'list.csv': table('Order number,Order date,Return date,Amount', '2,2026-11-02,2026-11-08,60.00'),
    });
    expect(code).toBe(2);
    expect(err).toContain('kind: order   # or refund');
  });

  it('or of refunds, where some rows have a reason for it: it is asked, and read as is said', async () => {
    const list = table('order_id,date,amount,return_reason', '1,2026-11-02,40.00,', '2,2026-11-08,60.00,small');
    const { code, err } = await kpi(ask, { 'list.csv': list });
    expect(code).toBe(2);
    expect(err).toContain('"Generic order file" (generic-orders) or "Generic refund file" (generic-refunds)');
    const yaml = /kpi\.yaml:\n([\s\S]*)/.exec(err)![1]!.replace(/^ {4}/gm, '');
    expect(yaml).toContain('kind: order   # or refund\n');
    const { row } = await told(ask, { 'list.csv': list, 'kpi.yaml': yaml });
    expect(row().values).toEqual({ orders: 2, gross_sales: 100, returns: null });
    const { row: back } = await told(ask, { 'list.csv': list, 'kpi.yaml': yaml.replace('order   # or ', '') });
    expect(back().values).toEqual({ orders: null, gross_sales: null, returns: 100 });
  });
});
