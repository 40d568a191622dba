import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Whether a lead bought is in the orders. Without any order file that is no question of how far back the files go. */

const leads = table('lead_id,created_at,email', '1,2026-08-03,a@example.com', '2,2026-08-04,b@example.com');
const ask = 'report . --timezone Europe/Paris --as-of 2026-11-16 --all --compare none --kpi leads,lead_conversion_rate';

describe('leads without any orders', () => {
  it('have no conversion rate, for want of orders', async () => {
    const { row } = await told(ask, { 'leads.csv': leads });
    expect(row()).toMatchObject({ values: { leads: 2 }, nulls: { lead_conversion_rate: 'missing_kind' } });
    const { out } = await kpi('explain lead_conversion_rate . --timezone Europe/Paris --as-of 2026-11-16', {
      'leads.csv': leads,
    });
    expect(out.replace(/\s+/g, ' ')).toContain("converted_leads: an export of the shop's orders has it");
  });

  it('have one beside orders that go on for long enough', async () => {
    const orders = table(
      'order_id,ordered_at,gross_sales,email',
      '1,2026-08-05,100,a@example.com',
      '2,2026-11-15,100,z@example.com',
    );
    const { row } = await told(ask, { 'leads.csv': leads, 'orders.csv': orders });
    expect(row('2026-W32').values.lead_conversion_rate).toBe(0.5);
  });
});
