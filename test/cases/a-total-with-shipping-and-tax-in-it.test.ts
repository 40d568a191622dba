import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A list of orders that has what was paid, and the shipping and tax in it, but no amount of the items: nothing is counted twice.
 */
const asked = `report . ${lastWeek} --kpi gross_sales,discounts,net_sales,shipping_charged,taxes,total_sales`;

describe('the items of a total', () => {
  it.each([
    // 66 - 6 - 10 = 50 and 12 - 0 - 2 = 10
    ['with shipping and tax', 'total,shipping,taxes', ['66,6,10', '12,,2'], [60, null, 60, 6, 12, 78]],
    ['with tax alone', 'total,taxes', ['60,10', '12,2'], [60, null, 60, null, 12, 72]],
    ['with shipping alone, in French', 'montant_total,frais_de_port', ['56,6', '10,0'], [60, null, 60, 6, null, 66]],
    // 66 - 6 - 10 + 5 = 55 before discounts
    ['after discounts', 'total,shipping,taxes,discounts', ['66,6,10,5', '12,0,2,'], [65, 5, 60, 6, 12, 78]],
  ] as const)('%s', async (_, head, [one, two], expected) => {
    const orders = table(`order_id,ordered_at,${head}`, `1,2026-11-02,${one}`, `2,2026-11-08,${two}`);
    const { row, codes } = await told(asked, { 'orders.csv': orders });
    const [gross_sales, discounts, net_sales, shipping_charged, taxes, total_sales] = expected;
    expect(row().values).toEqual({ gross_sales, discounts, net_sales, shipping_charged, taxes, total_sales });
    for (const id of ['gross_sales', 'net_sales', 'total_sales']) expect(row().flags[id]).toContain('approx');
    expect(codes).not.toContain('unbalanced');
  });

  it('in JSON', async () => {
    const orders = JSON.stringify([
      { order_id: '1', ordered_at: '2026-11-02', total: 66, shipping: 6, taxes: 10 },
      { order_id: '2', ordered_at: '2026-11-08', total: 12, shipping: 0, taxes: 2 },
    ]);
    const { row } = await told(asked, { 'orders.json': orders });
    expect(row().values).toMatchObject({ gross_sales: 60, total_sales: 78 });
  });
});
