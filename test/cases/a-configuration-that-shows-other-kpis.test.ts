import { describe, expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

/*
 * A configuration says which KPIs a report shows. `kpi explain` and `kpi list` are asked about others: they were "not announced",
 * an internal error in the very command that figures are checked with.
 */

const files = (report: string) => ({
  'kpi.yaml': table('timezone: Europe/Paris', 'currency: EUR', `report: { ${report} }`),
  'orders.csv': table(
    'order_id,ordered_at,gross_sales,email',
    '1,2026-11-02,10.50,a@example.com',
    '2,2026-11-03,20,b@example.com',
  ),
});

describe('a configuration that lists other KPIs', () => {
  it.each(['kpi: [orders]', 'group: [service]', 'kpi: [csat], compare: [previous, year, season]'])(
    'explain under report: { %s }',
    async (report) => {
      const { code, out } = await kpi('explain gross_sales orders.csv --format csv', files(report));
      expect(code).toBe(0);
      // 10.50 + 20.00 in the week of 2 November.
      expect(out).toContain('2026-W45,2026-11-02,2026-11-08,,gross_sales,money,30.5,');
    },
  );

  it('list says what the files allow', async () => {
    const { out } = await kpi('list orders.csv --format csv', files('kpi: [orders]'));
    expect(out).toMatch(/^gross_sales,/m);
    expect(out).toMatch(/^customers,/m);
    expect(out).not.toMatch(/^csat,/m);
  });

  it('explain --strict ends with 2 where a report would', async () => {
    const empty = { ...files('kpi: [orders]'), 'more.csv': 'order_id,ordered_at,gross_sales\n' };
    expect((await kpi('explain gross_sales . --strict', empty)).code).toBe(2);
  });
});
