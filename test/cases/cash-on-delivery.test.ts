import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A shop with cash on delivery has all orders pending. That none counts stands, but the warning says why, and what to write.
 */
const head =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at';
const order = (id: number, day: number, status: string, amount: number) =>
  `#${id},c${id}@example.com,${status},EUR,${amount},0,0,${amount},2026-11-0${day} 10:00:00 +0100,1,Pen,${amount},`;
const ask = `report orders.csv ${lastWeek} --kpi orders,gross_sales`;

describe('an export of orders that are all pending', () => {
  const orders = table(head, order(1, 2, 'pending', 30), order(2, 3, 'pending', 12), order(3, 8, 'pending', 7));

  it('counts none, names the word with its number and the line to write', async () => {
    const { row, warnings, files } = await told(ask, { 'orders.csv': orders });
    expect(row().values).toEqual({ orders: 0, gross_sales: 0 });
    expect(warnings.map(({ message }) => message)).toEqual([
      'orders.csv: none of its orders counts because of its status: 3 of 3 orders are pending; to count them too, write in kpi.yaml: valid_status: [paid, refunded, pending]',
    ]);
    expect(files[0]).toMatchObject({ read: 3, accepted: 3, counts: { not_valid: 3 } });
  });

  it('does not say of its rows that they are counted', async () => {
    const { out } = await kpi(ask, { 'orders.csv': orders });
    expect(out.replace(/\s+/g, ' ')).toContain('3 rows: 3 with a status that does not count');
    const french = await kpi(`${ask} --lang fr`, { 'orders.csv': orders });
    expect(french.out.replace(/\s+/g, ' ')).toContain('3 au statut qui ne compte pas');
    expect(french.out).not.toContain('retenue');
  });

  it('counts them with that line', async () => {
    const line = 'valid_status: [paid, refunded, pending]\n';
    const { row, codes } = await told(ask, { 'orders.csv': orders, 'kpi.yaml': line });
    expect(row().values).toEqual({ orders: 3, gross_sales: 49 });
    expect(codes).toEqual([]);
  });

  it('is an error under --strict', async () => {
    const ran = await kpi(`${ask} --strict`, { 'orders.csv': orders });
    expect(ran.code).toBe(2);
  });
});

describe('an export of which some orders are pending, some cancelled', () => {
  it('names both, and a line that counts the pending ones beside words of no known meaning', async () => {
    const orders = table(
      'order_id,ordered_at,gross_sales,status',
      ...['1,2026-11-02,1,payé', '2,2026-11-03,2,en attente', '3,2026-11-04,4,en attente'],
      ...['4,2026-11-05,8,annulée', '5,2026-11-08,16,chez le livreur'],
    );
    const { row, warnings } = await told(ask, { 'orders.csv': orders });
    expect(row().values).toEqual({ orders: 2, gross_sales: 17 });
    const said = warnings.find(({ code }) => code === 'many_not_valid')?.message ?? '';
    expect(said).toContain(
      '2 of 5 orders are pending, 1 cancelled; to count those that are pending, write in kpi.yaml:',
    );
    const line = 'valid_status: [paid, refunded, chez le livreur, pending]';
    expect(said).toContain(line);
    // 1 + 2 + 4 + 16: followed to the letter nothing that counted is lost.
    const followed = await told(ask, { 'orders.csv': orders, 'kpi.yaml': `${line}\n` });
    expect(followed.row().values).toEqual({ orders: 4, gross_sales: 23 });
  });
});
