import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, values } from './kit.ts';

/*
 * Records of JSON whose customer is an object, as the interfaces of most shops give them: the object is no column, its address is.
 */

const one = `${lastWeek} --compare none --strict`;
const orders = (customer: (at: number) => object) =>
  JSON.stringify(
    ['02', '03', '04', '05', '06', '07', '08'].map((day, at) => ({
      order_id: at,
      ordered_at: `2026-11-${day}`,
      gross_sales: '10.10',
      discounts: '0',
      ...customer(at),
    })),
  );
const people = (file: string) =>
  values(`report o.json ${one} --kpi orders,customers,unidentified_order_share`, { 'o.json': file });

describe('a customer that is an object', () => {
  it('is told by its address, else by its number', async () => {
    const all = { orders: 7, customers: 1, unidentified_order_share: 0 };
    expect(await people(orders(() => ({ customer: { id: 5, email: 'a@example.com' } })))).toEqual(all);
    expect(await people(orders(() => ({ customer: { id: 5 } })))).toEqual(all);
    expect(await people(orders(() => ({ billing: { city: 'Lyon', email: 'a@example.com' } })))).toEqual(all);
  });

  it('may be missing on some orders', async () => {
    const file = orders((at) => ({ customer: at === 0 ? null : { id: at, email: `c${at}@example.com` } }));
    const found = await people(file);
    expect(found).toMatchObject({ orders: 7, customers: 6 });
    // One of seven.
    expect(found.unidentified_order_share).toBeCloseTo(1 / 7, 5);
  });

  it('without either leaves the customers unknown', async () => {
    const file = orders(() => ({ customer: { city: 'Lyon' } }));
    const { out } = await kpi('inspect o.json --timezone Europe/Paris', { 'o.json': file });
    expect(out).not.toContain('customer_key');
  });

  it('is no column in what a file is read as', async () => {
    const file = orders(() => ({ customer: { id: 5, email: 'a@example.com' } }));
    const { out } = await kpi('inspect o.json --timezone Europe/Paris', { 'o.json': file });
    expect(out).toContain('"customer.email" (key)');
    expect(out).toContain('not read: customer.id\n');
  });

  it('stays a column where it is a text', async () => {
    expect(await people(orders((at) => ({ customer: `c${at}` })))).toMatchObject({ customers: 7 });
  });
});
