import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

const head = 'order_id,ordered_at,customer_email,sku,quantity,unit_price';
const line = (id: string, sku: string, quantity: number, price: number, day = 3): string =>
  `${id},2026-11-0${day} 10:00,u${id}@example.com,${sku},${quantity},${price}`;
// An export in parts ends after the first of two lines of order 2.
const parts = {
  'lines_1.csv': table(head, line('1', 'a', 1, 10, 2), line('2', 'a', 1, 10)),
  'lines_2.csv': table(head, line('2', 'b', 2, 20), line('3', 'c', 1, 5, 8)),
};
const asked = `report . ${lastWeek} --kpi orders,gross_sales,units_sold,average_order_value --compare none`;
// Three orders: 10, 10 + 2 × 20 and 5.
const whole = { orders: 3, gross_sales: 65, units_sold: 5, average_order_value: 21.6666666667 };

describe('an order whose lines stand in two files', () => {
  it('has all of them, and one warning says so', async () => {
    const { row, codes, warnings } = await told(asked, parts);
    expect(row().values).toEqual(whole);
    expect(codes).toEqual(['lines_apart']);
    expect(warnings[0]!.message).toContain('1 order id has different lines in each file, such as "2"');
    expect((await kpi(`${asked} --strict`, parts)).code).toBe(2);
  });

  it('has them in whatever order the files are named, and where a later part has it whole', async () => {
    const turned = { 'b.csv': parts['lines_1.csv'], 'a.csv': parts['lines_2.csv'] };
    expect((await told(asked, turned)).row().values).toEqual(whole);
    const three = { ...parts, 'lines_3.csv': table(head, line('2', 'a', 1, 10), line('2', 'b', 2, 20)) };
    const { row, codes } = await told(asked, three);
    expect(row().values).toEqual(whole);
    expect(codes).toEqual([]);
  });

  it('is one of several versions where it sells the same in both: the later one counts', async () => {
    const files = {
      'lines_1.csv': table(head, line('1', 'a', 1, 10, 2), line('2', 'a', 1, 10)),
      'lines_2.csv': table(head, line('2', 'a', 1, 12), line('3', 'c', 1, 5, 8)),
    };
    const { row, codes } = await told(asked, files);
    // 10, 12 and 5.
    expect(row().values).toEqual({ orders: 3, gross_sales: 27, units_sold: 3, average_order_value: 9 });
    expect(codes).toEqual([]);
  });

  it('is one of several versions where a time of change says so', async () => {
    const files = {
      'lines_1.csv': table(
        `${head},updated_at`,
        `${line('2', 'a', 1, 10)},2026-11-03`,
        `${line('1', 'a', 1, 10, 2)},2026-11-02`,
      ),
      'lines_2.csv': table(
        `${head},updated_at`,
        `${line('2', 'b', 1, 12)},2026-11-05`,
        `${line('3', 'c', 1, 5, 8)},2026-11-08`,
      ),
    };
    const { row, codes } = await told(asked, files);
    expect(row().values).toEqual({ orders: 3, gross_sales: 27, units_sold: 3, average_order_value: 9 });
    expect(codes).toEqual([]);
  });

  it('keeps the pieces that came back in either part, each with its own cost', async () => {
    const files = {
      'lines_1.csv': table(`${head},unit_cost`, `${line('1', 'a', 1, 10, 2)},4`, `${line('2', 'a', 1, 10)},4`),
      'lines_2.csv': table(`${head},unit_cost`, `${line('2', 'b', 2, 20)},7`, `${line('2', 'b', -1, 20, 8)},7`),
    };
    const { row, codes } = await told(
      `report . ${lastWeek} --kpi orders,gross_sales,returns,net_sales,gross_margin --compare none`,
      files,
    );
    // Sales 10 + 10 + 40, one piece of 20 came back; goods 4 + 4 + 14 less the 7 of that piece.
    expect(row().values).toEqual({ orders: 2, gross_sales: 60, returns: 20, net_sales: 40, gross_margin: 25 });
    expect(codes).toEqual(['lines_apart']);
  });

  it('is known by its amounts where rows name no goods', async () => {
    const short = 'order_id,ordered_at,gross_sales';
    const files = {
      'a_1.csv': table(short, '1,2026-11-02,10', '1,2026-11-02,20', '2,2026-11-03,10'),
      'a_2.csv': table(short, '2,2026-11-03,30', '3,2026-11-08,1', '3,2026-11-08,2'),
    };
    const { row, codes } = await told(`report . ${lastWeek} --kpi orders,gross_sales --compare none`, files);
    // 10 + 20, 10 + 30, 1 + 2.
    expect(row().values).toEqual({ orders: 3, gross_sales: 73 });
    expect(new Set(codes)).toEqual(new Set(['rows_are_lines', 'lines_apart']));
  });

  it('is written whole by kpi normalize', async () => {
    const folder = folderWith(parts);
    await kpi('normalize . --timezone Europe/Paris --out records', folder);
    const rows = (kind: string) =>
      readFileSync(join(folder, 'records', `${kind}.csv`), 'utf8')
        .trim()
        .split('\n');
    // A header, then 3 orders of 4 lines.
    expect(rows('order')).toHaveLength(4);
    expect(rows('order_line')).toHaveLength(5);
  });

  it('has all of them where two are alike: the last of one part and the first of the next, which share nothing else', async () => {
    const files = {
      'p_1.csv': table(head, line('1', 'a', 1, 10, 2), line('2', 'a', 1, 10), line('2', 'b', 1, 20)),
      'p_2.csv': table(head, line('2', 'a', 1, 10), line('3', 'a', 1, 10, 8)),
    };
    const { row, codes } = await told(`report . ${lastWeek} --kpi orders,gross_sales,units_sold --compare none`, files);
    // 10, 10 + 20 + 10, 10.
    expect(row().values).toEqual({ orders: 3, gross_sales: 60, units_sold: 5 });
    expect(codes).toEqual(['lines_apart']);
  });
});
