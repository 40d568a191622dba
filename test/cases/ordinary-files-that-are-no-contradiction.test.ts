import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const days = [2, 3, 4, 5, 6, 7, 8];
const report = (kpis: string): string => `report . ${lastWeek} --kpi ${kpis} --compare none`;

it('three decimals of a database are decimals, also of counts', async () => {
  const ads = (quiet: string) => ({
    'ads.csv': table(
      'date,platform,campaign,cost,clicks',
      ...days.map((day) => `2026-11-0${day},Google Ads,A,12.340,${day === 4 ? quiet : '9.000'}`),
    ),
  });
  // 7 × 12.34; 6 × 9: a 0 before the mark proves it.
  const proven = await told(`${report('ad_spend,clicks')} --strict`, ads('0.000'));
  expect(proven.row().values).toEqual({ ad_spend: 86.38, clicks: 54 });
  // Without it the amounts could be thousands: read as decimals, and asked.
  const open = await told(report('ad_spend,clicks'), ads('9.000'));
  expect(open.row().values).toEqual({ ad_spend: 86.38, clicks: 63 });
  expect((await kpi(`${report('ad_spend')} --strict`, ads('9.000'))).code).toBe(2);
});

it('rare refunds in files of a month say nothing of a silence', async () => {
  const refunds = (...rows: string[]) =>
    table('refund_id,order_id,refunded_at,item_amount', ...rows.map((day, at) => `${day}-${at},1,${day},5.00`));
  const orders = Array.from({ length: 161 }, (_, at) => {
    const day = new Date(Date.UTC(2026, 5, 1 + at)).toISOString().slice(0, 10);
    return `${at},${day},c${at}@x.de,10.00`;
  });
  const files = {
    'orders.csv': table('order_id,ordered_at,email,gross_sales', ...orders),
    'r-06.csv': refunds('2026-06-03', '2026-06-05'),
    'r-07.csv': refunds('2026-07-20'),
    'r-08.csv': refunds('2026-08-15', '2026-08-17'),
    'r-09.csv': refunds('2026-09-02'),
    'r-10.csv': refunds('2026-10-02'),
  };
  const line =
    'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-09 --period month --last 3 --kpi returns --compare none --strict';
  const { row, codes } = await told(line, files);
  expect(row('2026-09').values).toEqual({ returns: 5 });
  expect(codes).toEqual([]);
});

it('an amount after discounts is not lowered by the discounts of an older list', async () => {
  const files = {
    'a.csv': table(
      'order_id,ordered_at,gross_sales,discounts',
      ...days.map((day) => `${day},2026-11-0${day},100.00,10.00`),
    ),
    'b.csv': table('order_id,ordered_at,net_sales', ...days.map((day) => `${day},2026-11-0${day},90.00`)),
  };
  const { row } = await told(report('net_sales'), files);
  expect(row().values).toEqual({ net_sales: 630 });
});

it('one platform under two names is one source', async () => {
  const ads = (platform: string, from: number, to: number): string =>
    table(
      'date,platform,campaign,cost',
      ...Array.from({ length: to - from + 1 }, (_, at) => {
        const day = new Date(Date.UTC(2026, 9, from + at)).toISOString().slice(0, 10);
        return `${day},${platform},A,10.00`;
      }),
    );
  // 19 October to 1 November, 26 October to 8 November.
  const files = { '1.csv': ads('Google', 19, 32), '2.csv': ads('Google Ads', 26, 39) };
  const line = `report . --timezone Europe/Paris --currency EUR --as-of 2026-11-09 --last 3 --kpi ad_spend --compare none --strict`;
  const { row, codes } = await told(line, files);
  expect(row().values).toEqual({ ad_spend: 210 });
  expect(codes).toEqual([]);
});

it('the total row of a list is left out, and one that is not their sum is named', async () => {
  const list = (total: string) => ({
    'o.csv': table(
      'order_id,ordered_at,gross_sales',
      ...days.map((day) => `${day},2026-11-0${day},10.00`),
      `Total,,${total}`,
    ),
  });
  const fits = await told(`${report('orders,gross_sales')} --strict`, list('70.00'));
  expect(fits.row().values).toEqual({ orders: 7, gross_sales: 70 });
  const differs = await told(report('orders,gross_sales'), list('75.00'));
  expect(differs.row().values).toEqual({ orders: 7, gross_sales: 70 });
  expect(differs.codes).toEqual(['total_differs']);
  expect((await kpi(`${report('orders')} --strict`, list('60.00'))).code).toBe(2);
});
