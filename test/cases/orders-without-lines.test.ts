import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const orders = table(
  'order_id,order_date,email,gross_sales',
  '1,2026-11-02,a@example.com,10',
  '2,2026-11-08,b@example.com,10',
);
const lines = 'order_id,sku,quantity,unit_price,unit_cost';
const asked = `report . ${lastWeek} --kpi units_sold,gross_margin --compare none`;

describe('lines that end before the orders do', () => {
  const files = { 'orders.csv': orders, 'lines.csv': table(lines, '1,a,1,10,4') };

  it('leave units incomplete and margin unknown, and a warning says so', async () => {
    const { row, codes } = await told(asked, files);
    expect(row().values).toEqual({ units_sold: 1, gross_margin: null });
    expect(row().flags.units_sold).toEqual(['incomplete']);
    expect(codes).toEqual(['orders_without_lines']);
    expect((await kpi(`${asked} --strict`, files)).code).toBe(2);
  });

  it('with min_cost_coverage the known cost is raised to all that was sold', async () => {
    const { row } = await told(asked, { ...files, 'kpi.yaml': 'min_cost_coverage: 0.5\n' });
    // 20 sold, 4 of 10 spent: 20 - 8.
    expect(row().values.gross_margin).toBe(12);
    expect(row().flags.gross_margin).toContain('approx');
  });

  it('that are whole say nothing', async () => {
    const whole = { 'orders.csv': orders, 'lines.csv': table(lines, '1,a,1,10,4', '2,b,2,5,1') };
    const { row, codes } = await told(`${asked} --strict`, whole);
    // 20 - 4 - 2.
    expect(row().values).toEqual({ units_sold: 3, gross_margin: 14 });
    expect(codes).toEqual([]);
  });

  it('an order worth nothing needs no line', async () => {
    const free = {
      'orders.csv': `${orders}3,2026-11-08,c@example.com,0\n`,
      'lines.csv': table(lines, '1,a,1,10,4', '2,b,2,5,1'),
    };
    const { row } = await told(`${asked} --strict`, free);
    expect(row().values).toEqual({ units_sold: 3, gross_margin: 14 });
  });

  it('lines of orders that no file has are named; where no line has its order it is an error under --strict', async () => {
    const more = { 'orders.csv': orders, 'lines.csv': table(lines, '1,a,1,10,4', '2,b,2,5,1', '9,b,2,5,1') };
    const { row, codes } = await told(`${asked} --strict`, more);
    expect(row().values.units_sold).toBe(3);
    expect(codes).toEqual(['lines_of_other_orders']);
    const none = { 'orders.csv': orders, 'lines.csv': table(lines, '8,a,1,10,4', '9,b,2,5,1') };
    expect((await told(asked, none)).codes).toContain('lines_of_no_order');
    expect((await kpi(`${asked} --strict`, none)).code).toBe(2);
  });
});
