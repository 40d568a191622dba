import { describe, expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

const orders = {
  'o.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,100.00', '2,2026-11-05,40.00', '3,2026-11-08,20.00'),
};
const config = (sources: string): string => `timezone: Europe/Paris\ncurrency: EUR\n${sources}\n`;

describe('kpi explain without paths', () => {
  const files = { ...orders, 'kpi.yaml': config('sources: [{ path: o.csv }]') };

  it('reads the sources of the configuration, as the first screen suggests', async () => {
    expect((await kpi('report', files)).out).toContain('kpi explain net_sales');
    const { code, out } = await kpi('explain gross_sales', files);
    // 100.00 + 40.00 + 20.00 in the week of 2 November.
    expect([code, out]).toEqual([0, expect.stringMatching(/2026-W45 +160 /)]);
    expect(out).toMatch(/o\.csv +generic-orders +3 +3/);
  });

  it('prints the definition alone if there are no sources', async () => {
    const { code, out } = await kpi('explain gross_sales', { ...orders, 'kpi.yaml': config('') });
    expect([code, out]).toEqual([0, expect.not.stringContaining('2026-W45')]);
    expect(out).toContain('gross_sales');
  });

  it.each(['--last 1', '--period month', '--by country', '--from 2026-11-02'])(
    'does not pass over %s if there is nothing to read',
    async (option) => {
      const { code, err } = await kpi(`explain gross_sales ${option}`, { ...orders, 'kpi.yaml': config('') });
      expect([code, err]).toEqual([2, expect.stringContaining('no files are named')]);
    },
  );
});
