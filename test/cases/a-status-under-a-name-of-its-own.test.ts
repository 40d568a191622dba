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

describe('a mark of each order', () => {
  it.each([
    { name: 'Test', words: ['false', 'true', 'true', 'false'] },
    { name: 'Commande test', words: ['non', 'oui', 'oui', 'non'] },
    { name: 'Testbestellung', words: ['nein', 'ja', 'ja', 'nein'] },
    { name: 'Draft', words: ['0', '1', '1', '0'] },
    { name: 'Type', words: ['order', 'quote', 'Quotation', 'order'] },
    { name: 'Type de document', words: ['Commande', 'Devis', 'devis', 'Facture'] },
    { name: 'Belegart', words: ['Auftrag', 'Angebot', 'Angebot', 'Auftrag'] },
    { name: 'Type,status', words: ['web,paid', 'quote,paid', 'web,draft', 'shop,paid'] },
  ])('leaves out tests and quotations by $name', async ({ name, words }) => {
    const { row, files } = await told(asked, list(name, ...words));
    expect(row().values).toEqual({ orders: 2, gross_sales: 1001 });
    expect(files[0]).toMatchObject({ read: 4, accepted: 2, skipped: 2 });
  });

  const refunds = `report orders.csv ${lastWeek} --compare none --kpi orders,net_sales,returns`;
  it.each([
    { name: 'Refunded', words: ['No', 'Yes', 'No', 'No'] },
    { name: 'Remboursée', words: ['non', 'oui', '', 'non'] },
    { name: 'Erstattet', words: ['nein', 'ja', 'nein', 'nein'] },
    { name: 'status,Refunded', words: ['paid,No', 'paid,Yes', 'paid,No', 'paid,'] },
  ])('takes the whole order back by $name', async ({ name, words }) => {
    const { row, codes } = await told(refunds, list(name, ...words));
    // 1,000 + 100 + 10 + 1 less the second.
    expect(row().values).toEqual({ orders: 4, net_sales: 1011, returns: 100 });
    expect(row().flags.net_sales).toContain('approx');
    expect(codes).not.toContain('two_columns');
  });

  it('of refunds takes back the amount that is beside it', async () => {
    const { row } = await told(refunds, list('Refunded,Refunded amount', 'No,', 'Yes,40.00', 'No,', 'No,0.00'));
    expect(row().values).toEqual({ orders: 4, net_sales: 1071, returns: 40 });
  });

  it('of refunds is not whole where a status says that some are partial', async () => {
    const said = ['Paid,No', 'Partially refunded,Yes', 'Paid,No', 'Refunded,Yes'];
    const { row } = await told(refunds, list('status,Refunded', ...said));
    expect(row().values).toEqual({ orders: 4, net_sales: 1111, returns: null });
    expect(row().flags.net_sales).toContain('no_refunds');
  });
});

describe('a date of payment', () => {
  it.each(['Paid at', 'Payment date', 'Date de paiement', 'Bezahlt am', 'Zahlungsdatum', 'Fecha de pago'])(
    'leaves out orders without one, and says so: %s',
    async (name) => {
      const { row, warnings } = await told(asked, list(name, '2026-11-02', '', '2026-11-05', '2026-11-08'));
      expect(row().values).toEqual({ orders: 3, gross_sales: 1011 });
      const { message } = warnings.find(({ code }) => code === 'no_paid_date')!;
      expect(message).toContain(name);
      expect(message).toContain('(1 at the beginning of the file)');
      expect(message).toContain('valid_status: [paid, refunded, pending]');
      // Followed to the letter.
      const counted = await told(asked, {
        ...list(name, '2026-11-02', '', '2026-11-05', '2026-11-08'),
        'kpi.yaml': 'valid_status: [paid, refunded, pending]\n',
      });
      expect(counted.row().values).toEqual({ orders: 4, gross_sales: 1111 });
    },
  );

  it('says nothing where all have one, none has, or another column has the status', async () => {
    const of = (header: string, ...said: string[]) => told(asked, list(header, ...said));
    const all = ['2026-11-02', '2026-11-02', '2026-11-05', '2026-11-08'];
    for (const { row, codes } of [
      await of('Paid at', ...all),
      await of('Paid at', '', '', '', ''),
      await of('Paid at,Payment status', ...all.map((day, at) => `${at === 1 ? '' : day},paid`)),
      await of('Paid at,status', ...all.map((day, at) => `${at === 1 ? '' : day},completed`)),
    ]) {
      expect(row().values).toEqual({ orders: 4, gross_sales: 1111 });
      expect(codes).not.toContain('no_paid_date');
    }
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
