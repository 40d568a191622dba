import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const line = `report orders.csv ${lastWeek} --kpi orders,gross_sales --compare none`;

describe('rows of one id in one file', () => {
  it('with different amounts are lines, in all of the file, and are added up', async () => {
    const files = {
      'orders.csv': table(
        'order_id,order_date,product,amount,email',
        'A,2026-11-02,Cup,7,u@example.com',
        'A,2026-11-02,Pot,9,u@example.com',
        'B,2026-11-03,Cup,7,v@example.com',
        // Twice the same item: a line too, since A shows what the rows are.
        'B,2026-11-03,Cup,7,v@example.com',
        'C,2026-11-08,Lid,2,w@example.com',
      ),
    };
    const { row, codes, warnings } = await told(line, files);
    // 7 + 9 + 7 + 7 + 2.
    expect(row().values).toEqual({ orders: 3, gross_sales: 32 });
    expect(codes).toEqual(['rows_are_lines']);
    expect(warnings[0]!.message).toContain('the 4 rows are treated as lines');
    expect((await kpi(`${line} --strict`, files)).code).toBe(2);
  });

  it('an amount that every row of an order repeats counts once', async () => {
    const files = {
      'orders.csv': table(
        'order_id,ordered_at,gross_sales,product',
        'A,2026-11-02,30,Cup',
        'A,2026-11-02,30,Pot',
        'B,2026-11-08,5,Cup',
      ),
    };
    const { row, codes, files: told_ } = await told(line, files);
    expect(row().values).toEqual({ orders: 2, gross_sales: 35 });
    expect(codes).toEqual(['rows_count_once']);
    expect(told_[0]).toMatchObject({ read: 3, accepted: 2, superseded: 1 });
  });

  it('versions with a time of change are copies: the newest counts, wherever it stands', async () => {
    const files = {
      'orders.csv': table(
        'order_id,ordered_at,gross_sales,updated_at',
        'A,2026-11-02 10:00:00,30,2026-11-05 10:00:00',
        'A,2026-11-02 10:00:00,20,2026-11-03 10:00:00',
        'B,2026-11-08 10:00:00,5,2026-11-08 10:00:00',
      ),
    };
    const { row, codes } = await told(`${line} --strict`, files);
    expect(row().values).toEqual({ orders: 2, gross_sales: 35 });
    expect(codes).toEqual([]);
  });

  it('a refund list by item repeats the number of the refund', async () => {
    const files = {
      'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,100', '2,2026-11-08,100'),
      'refunds.csv': table(
        'refund_id,order_id,refunded_at,item_amount,sku',
        'x,1,2026-11-05,11,CUP',
        'x,1,2026-11-05,13,POT',
        'y,2,2026-11-08,4,CUP',
      ),
    };
    const { row, codes } = await told(`report . ${lastWeek} --kpi returns --compare none`, files);
    // 11 + 13 + 4.
    expect(row().values).toEqual({ returns: 28 });
    expect(codes).toEqual(['rows_are_lines']);
  });

  it('of two customers or two days are orders of their own', async () => {
    const files = {
      'orders.csv': table(
        'order_id,ordered_at,customer_key,quantity,unit_price',
        '1,2026-11-02,u,1,5',
        '1,2026-11-02,v,1,5',
        '1,2026-11-04,u,2,5',
        '1,2026-11-04,u,1,1',
        '2,2026-11-08,w,1,5',
      ),
    };
    const { row, codes, warnings } = await told(
      `report orders.csv ${lastWeek} --kpi orders,gross_sales,customers --compare none`,
      files,
    );
    // u on the 2nd, v on the 2nd, u on the 4th (two lines), w: 5 + 5 + 10 + 1 + 5.
    expect(row().values).toEqual({ orders: 4, gross_sales: 26, customers: 3 });
    expect(codes).toEqual(['ids_apart']);
    expect(warnings[0]!.message).toContain('1 order id names different records');
  });

  it('lines that repeat the total and the tax of their order are held against it together', async () => {
    const files = {
      'o.csv': table(
        'order_id,order_date,email,amount,shipping,taxes,total',
        '1,2026-11-02,a@x.de,12,0,6,36',
        '1,2026-11-02,a@x.de,24,0,6,36',
        '2,2026-11-08,b@x.de,12,0,2,12',
      ),
    };
    const { row, codes } = await told(`report . ${lastWeek} --kpi gross_sales,taxes,total_sales --compare none`, files);
    // (36 - 6) + (12 - 2) without tax, 6 + 2 tax.
    expect(row().values).toEqual({ gross_sales: 40, taxes: 8, total_sales: 48 });
    expect(codes).toEqual(['rows_are_lines']);
  });
});
