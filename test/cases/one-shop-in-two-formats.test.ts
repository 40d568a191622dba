import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

const shopify =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at';
const order = (id: string, email: string, amount: number, day: number): string =>
  `${id},${email},paid,EUR,${amount},0,0,${amount},0,2026-11-0${day} 09:15:12 +0100,1,Cup,${amount},`;
const own = 'order_id,order_date,email,gross_sales';
const asked = `report . ${lastWeek} --kpi orders,gross_sales,units_sold --compare none`;
const files = {
  'export.csv': table(shopify, order('#1', 'a@example.com', 30, 2), order('#2', 'b@example.com', 40, 8)),
  'list.csv': table(
    own,
    '1,2026-11-02 09:15:12,a@example.com,30',
    '2,2026-11-08 09:15:12,b@example.com,40',
    '3,2026-11-08 10:00:07,c@example.com,5',
  ),
};

describe('the orders of one shop in two formats', () => {
  it('count once, as the richer format has them, with a warning', async () => {
    const { row, codes, warnings } = await told(asked, files);
    // 30 + 40, and 5 that only the list has.
    expect(row().values).toMatchObject({ orders: 3, gross_sales: 75 });
    expect(codes).toContain('two_formats');
    expect(warnings.find(({ code }) => code === 'two_formats')!.message).toContain('as export.csv has them');
    expect((await kpi(`${asked} --strict`, files)).code).toBe(2);
  });

  it('count in both where the configuration says that they are two shops', async () => {
    const { warnings } = await told(asked, files);
    const message = warnings.find(({ code }) => code === 'two_formats')!.message;
    const [, advice] = /write in kpi.yaml: (.*)$/.exec(message)!;
    const { row } = await told(asked, folderWith({ ...files, 'kpi.yaml': `${advice}\n` }));
    expect(row().values).toMatchObject({ orders: 5, gross_sales: 145 });
  });

  it('of two shops with other times all count', async () => {
    const other = {
      ...files,
      'list.csv': table(own, '1,2026-11-03 11:15:12,x@example.com,1', '2,2026-11-07 12:15:12,y@example.com,2'),
    };
    const { row, codes } = await told(`${asked} --strict`, other);
    expect(row().values).toMatchObject({ orders: 4, gross_sales: 73 });
    expect(codes).toEqual([]);
  });

  it('with and without # in two downloads are one', async () => {
    const hash = {
      'o.csv': table(own, '#1,2026-11-02,a@example.com,10', '#2,2026-11-08,b@example.com,20'),
      'o (1).csv': table(own, '1,2026-11-02,a@example.com,10', '2,2026-11-08,b@example.com,20'),
    };
    const { row } = await told(`report . ${lastWeek} --kpi orders,gross_sales --compare none --strict`, hash);
    expect(row().values).toEqual({ orders: 2, gross_sales: 30 });
  });
});
