import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const head = 'order_id,order_date,email,sku,quantity,unit_price,status';
const asked = `report . ${lastWeek} --kpi orders,gross_sales,units_sold --compare none`;
const others = [2, 3, 4].map((id) => `${id},2026-11-08,c${id}@example.com,a,1,12,paid`);

describe('a marketplace that gives each line a status of its own', () => {
  it.each([
    ['the first line cancelled', 'cancelled', 'paid', 20 + 36],
    ['the second line cancelled', 'paid', 'cancelled', 10 + 36],
    ['no line cancelled', 'paid', 'paid', 30 + 36],
  ])('%s: what is left was sold', async (_, first, second, gross) => {
    const files = {
      'lines.csv': table(
        head,
        `1,2026-11-02,a@example.com,a,1,10,${first}`,
        `1,2026-11-02,a@example.com,b,1,20,${second}`,
        ...others,
      ),
    };
    const { row, files: accounts } = await told(`${asked} --strict`, files);
    const isLess = first !== second;
    expect(row().values).toEqual({ orders: 4, gross_sales: gross, units_sold: isLess ? 4 : 5 });
    expect(accounts[0]!.counts ?? {}).toEqual(isLess ? { not_valid: 1, unbalanced: 0 } : { unbalanced: 0 });
  });

  it('all lines cancelled: no order', async () => {
    const files = {
      'lines.csv': table(
        head,
        '1,2026-11-02,a@example.com,a,1,10,cancelled',
        '1,2026-11-02,a@example.com,b,1,20,cancelled',
        ...others,
        '5,2026-11-08,d@example.com,a,1,12,paid',
        '6,2026-11-08,e@example.com,a,1,12,paid',
      ),
    };
    const { row } = await told(asked, files);
    expect(row().values).toEqual({ orders: 5, gross_sales: 60, units_sold: 5 });
  });

  it('the same where a row has an amount, not a quantity and a price', async () => {
    const amounts = (first: string, second: string) => ({
      'amounts.csv': table(
        'order_id,order_date,email,amount,status',
        `1,2026-11-02,a@example.com,10,${first}`,
        `1,2026-11-02,a@example.com,20,${second}`,
        ...[2, 3, 4].map((id) => `${id},2026-11-08,c${id}@example.com,12,paid`),
      ),
    });
    const line = `report . ${lastWeek} --kpi orders,gross_sales --compare none`;
    expect((await told(line, amounts('cancelled', 'paid'))).row().values).toEqual({ orders: 4, gross_sales: 56 });
    expect((await told(line, amounts('paid', 'cancelled'))).row().values).toEqual({ orders: 4, gross_sales: 46 });
  });

  it('a customer whose paid line comes second is a customer', async () => {
    const files = {
      'lines.csv': table(head, '1,2026-11-02,a@example.com,a,1,10,cancelled', '1,2026-11-02,a@example.com,b,1,20,paid'),
    };
    const { out } = await kpi(`report . ${lastWeek} --kpi customers --format csv --compare none`, files);
    expect(out).toContain(',customers,count,1,');
  });
});
