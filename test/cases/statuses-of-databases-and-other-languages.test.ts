import { describe, expect, it } from 'vitest';
import { statusOf } from '../../src/core/order-status.ts';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/*
 * Exports made straight from a database write statuses with a prefix and in capitals, shops in their own language. Their words mean
 * what the plain English ones do; what means nothing known counts, and is named with its number and the line to write.
 */
const ids = '--kpi orders,gross_sales,returns,net_sales';
const list = (...rows: string[]) => table('order_id,ordered_at,gross_sales,status', ...rows);

describe('the words of a status', () => {
  it.each([
    ['wc-completed', 'paid'],
    ['wc-on-hold', 'paid'],
    ['WC_REFUNDED', 'refunded'],
    ['wc-checkout-draft', 'draft'],
    ['trash', 'deleted'],
    ['ORDER_CANCELLED', 'cancelled'],
    ['Paiement accepté', 'paid'],
    ['Annulé', 'cancelled'],
    ['Remboursé', 'refunded'],
    ['En attente de paiement', 'pending'],
    ['En attente du paiement par chèque', 'pending'],
    ['En attente de réapprovisionnement (non payé)', 'pending'],
    ['Erreur de paiement', 'failed'],
    ['Zahlung ausstehend', 'pending'],
    ['Storniert', 'cancelled'],
    ['Rückerstattet', 'refunded'],
    ['Fehlgeschlagen', 'failed'],
    ['Reembolsado', 'refunded'],
    ['Pendiente de pago', 'pending'],
    ['Rimborsato', 'refunded'],
    ['In attesa di pagamento', 'pending'],
    ['partially_refunded', 'paid'],
    ['pending_payment', 'pending'],
    ['order', null],
    ['on its way', null],
  ])('%s is %s', (word, meaning) => expect(statusOf(word)).toBe(meaning));
});

describe('orders whose statuses are those of a database', () => {
  it('count, are refunded or are left out as the words say', async () => {
    const orders = list(
      '1,2026-11-02,3,wc-completed',
      '2,2026-11-03,5,WC-PROCESSING',
      '3,2026-11-03,9,ORDER_CANCELLED',
      '4,2026-11-04,17,Remboursé',
      '5,2026-11-05,33,wc-failed',
      '6,2026-11-08,65,trash',
    );
    // 3 + 5 + 17 = 25, of which 17 went back; the trash shows that the file reaches the week's end.
    const { row } = await told(`report orders.csv ${lastWeek} ${ids}`, { 'orders.csv': orders });
    expect(row().values).toEqual({ orders: 3, gross_sales: 25, returns: 17, net_sales: 8 });
    expect(row().flags.orders).toBeUndefined();
  });

  it('do so in JSON, and in a tool of its own', async () => {
    const shopify = table(
      'Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#1,a@example.com,Paiement accepté,EUR,10.00,10.00,2026-11-02 10:00:00 +0100,1,Pen,10.00',
      '#2,a@example.com,Storniert,EUR,20.00,20.00,2026-11-08 10:00:00 +0100,1,Ink,20.00',
    );
    expect(await values(`report orders.csv ${lastWeek} --kpi orders,gross_sales`, { 'orders.csv': shopify })).toEqual({
      orders: 1,
      gross_sales: 10,
    });
    const json = JSON.stringify([
      { order_id: '1', ordered_at: '2026-11-02', gross_sales: 10, status: 'wc-on-hold' },
      { order_id: '2', ordered_at: '2026-11-08', gross_sales: 20, status: 'wc-cancelled' },
    ]);
    expect(await values(`report orders.json ${lastWeek} --kpi orders,gross_sales`, { 'orders.json': json })).toEqual({
      orders: 1,
      gross_sales: 10,
    });
  });
});

describe('words of no known meaning', () => {
  const orders = list(
    ...['1,2026-11-02,1,paid', '2,2026-11-03,2,parked', '3,2026-11-04,4,parked', '4,2026-11-05,8,"zu prüfen"'],
    ...['5,2026-11-06,16,with courier', '6,2026-11-07,32,a1', '7,2026-11-07,64,b2', '8,2026-11-08,128,c3'],
  );
  const warning =
    'orders with a status of no known meaning count: "parked" (2), "a1" (1), "b2" (1), "c3" (1), "with courier" (1), "zu prüfen" (1)';

  it('count, and are all named in one line', async () => {
    const { row, warnings } = await told(`report orders.csv ${lastWeek} --kpi orders,gross_sales`, {
      'orders.csv': orders,
    });
    expect(row().values).toEqual({ orders: 8, gross_sales: 255 });
    const said = warnings.filter(({ code }) => code === 'unknown_status').map(({ message }) => message);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(warning);
    expect(said[0]).toContain('valid_status: [paid, refunded, "a1", "b2", "c3", parked, with courier, zu prüfen]');
  });

  it('count no less with the line that is to be written, and those struck out of it do not', async () => {
    const line = 'valid_status: [paid, refunded, "a1", "b2", "c3", PARKED, with courier, zu prüfen]';
    const ask = `report orders.csv ${lastWeek} --kpi orders,gross_sales`;
    const all = await told(ask, { 'orders.csv': orders, 'kpi.yaml': `${line}\n` });
    expect(all.row().values).toEqual({ orders: 8, gross_sales: 255 });
    expect(all.codes).not.toContain('unknown_status');
    const some = await told(ask, { 'orders.csv': orders, 'kpi.yaml': `${line.replace('PARKED, ', '')}\n` });
    expect(some.row().values).toEqual({ orders: 6, gross_sales: 249 });
    expect(some.codes).toContain('many_not_valid');
  });

  it('are an error under --strict', async () => {
    const ran = await kpi(`report orders.csv ${lastWeek} --kpi orders --strict`, { 'orders.csv': orders });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('no known meaning');
  });
});
