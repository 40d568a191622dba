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

describe('two statuses of orders', () => {
  const two = list('status,Payment status', 'Completed,Paid', 'Processing,Unpaid', 'Cancelled,Paid', 'Completed,Paid');
  const config = (name: string) => ({
    ...two,
    'kpi.yaml': table(`sources: [{ path: orders.csv, columns: { status: "${name}" } }]`),
  });

  it('are named where by one an order counts and by the other it does not', async () => {
    const { row, codes, warnings } = await told(asked, two);
    expect(row().values).toEqual({ orders: 3, gross_sales: 1101 });
    expect(codes).toContain('two_columns');
    const { message } = warnings.find(({ code }) => code === 'two_columns')!;
    expect(message).toContain('(2 at the beginning of the file)');
    expect(message).toContain('sources: [{ path: orders.csv, columns: { status: Payment status } }]');
  });

  it('are one once the configuration says which', async () => {
    const own = asked.replace(' orders.csv', '');
    const [other, same] = [await told(own, config('Payment status')), await told(own, config('status'))];
    // By the payment the first, the third and the fourth.
    expect(other.row().values).toEqual({ orders: 3, gross_sales: 1011 });
    expect(same.row().values).toEqual({ orders: 3, gross_sales: 1101 });
    for (const { codes } of [other, same]) expect(codes).not.toContain('two_columns');
  });

  it('are named, too, where one says yes and no', async () => {
    const { row, warnings } = await told(
      asked,
      list('status,Paid', 'Completed,Yes', 'Processing,No', 'Done,Yes', 'Completed,Yes'),
    );
    expect(row().values).toEqual({ orders: 4, gross_sales: 1111 });
    const { message } = warnings.find(({ code }) => code === 'two_columns')!;
    expect(message).toContain('delete or rename "status"');
    // Followed to the letter.
    const renamed = list('Stage,Paid', 'Completed,Yes', 'Processing,No', 'Done,Yes', 'Completed,Yes');
    expect((await told(asked, renamed)).row().values).toEqual({ orders: 3, gross_sales: 1011 });
  });

  it('are none where they agree', async () => {
    const said = ['Completed,Paid', 'Shipped,Paid', 'Cancelled,Unpaid', 'Completed,Paid'];
    const { row, codes } = await told(asked, list('status,Payment status', ...said));
    expect(row().values).toEqual({ orders: 3, gross_sales: 1101 });
    expect(codes).not.toContain('two_columns');
  });

  it('leave out what a third column marks as cancelled, whichever the configuration names', async () => {
    const own = asked.replace(' orders.csv', '');
    const said = ['Completed,Paid,No', 'Processing,Unpaid,No', 'Completed,Paid,Yes', 'Completed,Paid,No'];
    const three = list('status,Payment status,Cancelled', ...said);
    const of = async (name: string) => {
      const config = table(`sources: [{ path: orders.csv, columns: { status: "${name}" } }]`);
      return (await told(own, { ...three, 'kpi.yaml': config })).row().values;
    };
    expect((await told(asked, three)).row().values).toEqual({ orders: 3, gross_sales: 1101 });
    expect(await of('status')).toEqual({ orders: 3, gross_sales: 1101 });
    expect(await of('Payment status')).toEqual({ orders: 2, gross_sales: 1001 });
  });

  it('are none where one marks cancelled orders, which it does whatever the other says', async () => {
    const said = ['Completed,No', 'Completed,no', 'Completed,Yes', 'Pending,'];
    const { row, codes } = await told(asked, list('status,Cancelled', ...said));
    expect(row().values).toEqual({ orders: 2, gross_sales: 1100 });
    expect(codes).not.toContain('two_columns');
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
