import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Shopify writes the cells of an order on the row of its first line only. A spreadsheet or an app fills them down, so that each
 * row has them: it is a further line then, not a copy of the order.
 */

const head =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at';
const first = (id: string, sum: number, line: string, day = 2): string =>
  `#${id},c${id}@example.com,paid,EUR,${sum},5,0,${sum + 5},0,2026-11-0${day} 09:15:00 +0100,${line},`;
const further = (id: string, line: string, day = 2): string =>
  `#${id},c${id}@example.com,,,,,,,,2026-11-0${day} 09:15:00 +0100,${line},`;
const last = first('9', 20, '1,Cup,20,C', 8);
const asked = `report . ${lastWeek} --kpi orders,gross_sales,units_sold --compare none --strict`;

describe('cells of an order that are filled down', () => {
  it.each([
    ['each line counts, the order once', ['2,Cup,20,C', '1,Pot,60,P', '3,Lid,5,L'], 6],
    ['one article at two prices is two lines', ['2,Cup,20,C', '1,Cup,75,C'], 3],
    ['the same line again is one where others were filled down', ['2,Cup,20,C', '1,Pot,30,P', '1,Pot,30,P'], 4],
  ])('%s', async (_, lines, units) => {
    const rows = lines.map((line) => first('1', 115, line));
    const { row, codes } = await told(asked, { 'orders.csv': table(head, ...rows, last) });
    expect(row().values).toEqual({ orders: 2, gross_sales: 135, units_sold: units + 1 });
    expect(codes).toEqual([]);
  });

  it('some rows of an order may have them, others not', async () => {
    const rows = [first('1', 115, '2,Cup,20,C'), further('1', '1,Pot,60,P'), first('1', 115, '3,Lid,5,L')];
    const { row } = await told(asked, { 'orders.csv': table(head, ...rows, last) });
    expect(row().values).toEqual({ orders: 2, gross_sales: 135, units_sold: 7 });
  });

  it('a copy of an order is none of its lines', async () => {
    const order = [first('1', 100, '2,Cup,20,C'), further('1', '1,Pot,60,P')];
    const { row } = await told(asked, { 'orders.csv': table(head, ...order, ...order, last) });
    expect(row().values).toEqual({ orders: 2, gross_sales: 120, units_sold: 4 });
    const alone = [first('1', 40, '2,Cup,20,C'), first('1', 40, '2,Cup,20,C')];
    const { row: twice } = await told(asked, { 'orders.csv': table(head, ...alone, last) });
    expect(twice().values).toEqual({ orders: 2, gross_sales: 60, units_sold: 3 });
  });

  it('two downloads of such a file, one below the other, count once', async () => {
    const rows = [first('1', 100, '2,Cup,20,C'), first('1', 100, '1,Pot,60,P'), first('2', 30, '1,Pan,30,N', 3), last];
    const { row } = await told(asked, { 'orders.csv': table(head, ...rows, ...rows) });
    expect(row().values).toEqual({ orders: 3, gross_sales: 150, units_sold: 5 });
  });

  it('rows of other amounts, of another time or of another customer are no lines', async () => {
    const rows = [first('1', 100, '2,Cup,20,C'), first('1', 100, '1,Pot,60,P', 3)];
    const { row, codes } = await told(asked.replace(' --strict', ''), { 'orders.csv': table(head, ...rows, last) });
    // Two orders of one number, 100 and 100.
    expect(row().values).toEqual({ orders: 3, gross_sales: 220, units_sold: 4 });
    expect(codes).toEqual(['ids_apart']);
  });

  it('a gift card on a line that was filled down is no sale', async () => {
    const rows = [first('1', 100, '2,Cup,20,C'), first('1', 100, '1,Gift card,60,')];
    const { row } = await told(asked, { 'orders.csv': table(head, ...rows, last) });
    expect(row().values).toEqual({ orders: 2, gross_sales: 60, units_sold: 3 });
  });
});
