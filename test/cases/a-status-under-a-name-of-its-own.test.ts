import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A list of one's own names the status of its orders as it likes. Left unread, what was never paid and what was cancelled would be
 * sales, without a word.
 */
const asked = `report orders.csv ${lastWeek} --compare none --kpi orders,gross_sales`;
const list = (header: string, ...said: string[]) => ({
  'orders.csv': table(
    `order_id,date,customer,total,${header}`,
    ...said.map((words, at) => `${at + 1},2026-11-0${[2, 3, 4, 8][at]},c${at},${10 ** (3 - at)},${words}`),
  ),
});

describe('the status of orders', () => {
  it.each([
    { name: 'Payment status', words: ['Paid', 'Unpaid', 'Cancelled', 'Paid'] },
    { name: 'Financial Status', words: ['paid', 'pending', 'voided', 'paid'] },
    { name: 'Order State', words: ['Shipped', 'Awaiting payment', 'Cancelled', 'Completed'] },
    { name: 'Statut de la commande', words: ['Livrée', 'En attente de paiement', 'Annulée', 'Expédiée'] },
    { name: 'État du paiement', words: ['Payé', 'Impayé', 'Annulé', 'Payé'] },
    { name: 'Zahlungsstatus', words: ['bezahlt', 'offen', 'storniert', 'bezahlt'], open: true },
    { name: 'Estado del pedido', words: ['Enviado', 'Pendiente de pago', 'Cancelado', 'Entregado'] },
  ])('is read from $name', async ({ name, words, open = false }) => {
    const { row, codes } = await told(asked, list(name, ...words));
    // The first and the last; a word of no known meaning counts and is named.
    expect(row().values).toEqual(open ? { orders: 3, gross_sales: 1101 } : { orders: 2, gross_sales: 1001 });
    expect(codes.includes('unknown_status')).toBe(open);
  });

  it.each([
    { name: 'Paid', words: ['Yes', 'No', 'No', 'Yes'] },
    { name: 'Payée', words: ['oui', 'non', 'non', 'oui'] },
    { name: 'is_paid', words: ['TRUE', 'FALSE', 'FALSE', 'TRUE'] },
    { name: 'Bezahlt', words: ['ja', 'nein', 'nein', 'ja'] },
  ])('is read from $name with yes and no', async ({ name, words }) => {
    const { row } = await told(asked, list(name, ...words));
    expect(row().values).toEqual({ orders: 2, gross_sales: 1001 });
  });

  it('is cancelled where a mark says so, whatever was paid', async () => {
    const { row } = await told(asked, list('Payment status,Cancelled', 'Paid,No', 'Unpaid,No', 'Paid,Yes', 'Paid,No'));
    expect(row().values).toEqual({ orders: 2, gross_sales: 1001 });
  });

  it('of tests and drafts leaves them out', async () => {
    const { row } = await told(asked, list('Order State', 'Paid', 'Draft', 'Test', 'Paid'));
    expect(row().values).toEqual({ orders: 2, gross_sales: 1001 });
  });
});

describe('is not read from', () => {
  it.each([
    { name: 'Fulfillment status', words: ['Shipped', 'Pending', 'Returned', 'Shipped'] },
    { name: 'Delivery state', words: ['Delivered', 'Pending', 'Pending', 'Delivered'] },
    { name: 'Statut de livraison', words: ['Livré', 'En attente', 'Retourné', 'Livré'] },
    { name: 'Payment method', words: ['Card', 'PayPal', 'Cash', 'Card'] },
    { name: 'Shipping State', words: ['CA', 'NY', 'TX', 'CA'] },
    { name: 'Paid', words: ['1000', '100', '10', '1'] },
    { name: 'Paid', words: ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-08'] },
    { name: 'Customer status', words: ['Completed', 'Expired', 'Completed', 'Test'] },
  ])('$name: $words', async ({ name, words }) => {
    const { row, codes } = await told(asked, list(name, ...words));
    expect(row().values).toEqual({ orders: 4, gross_sales: 1111 });
    expect(codes).not.toContain('unknown_status');
  });
});
