import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import { assertSize } from '../../src/figures/size.ts';
import { kpi, table } from './kit.ts';

/* Two years by the hour are 17,520 periods, most of them empty: seconds of work, megabytes of nulls, or no memory left. */

const orders = {
  'orders.csv': table(
    'order_id,ordered_at,gross_sales',
    '1,2024-01-02T10:00:00+01:00,10',
    '2,2026-11-02T10:00:00+01:00,10',
  ),
};
const line = 'report orders.csv --timezone Europe/Paris --currency EUR --all --period';

describe('a report of too many figures', () => {
  it('is refused, with what to ask for instead', async () => {
    const { code, err, out } = await kpi(`${line} hour`, orders);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^kpi: this would be [\d,]+ figures/);
    expect(err).toContain('--period day');
  });

  it('is one of so many by the hour, and ten times as many otherwise', () => {
    expect(() => assertSize('hour', 1000, 9, 50)).not.toThrow();
    expect(() => assertSize('hour', 1001, 9, 50)).toThrow(Problem);
    expect(() => assertSize('day', 10_001, 9, 50)).toThrow(expect.objectContaining({ code: 'too_many_figures' }));
  });

  it('that follows the advice is printed', async () => {
    expect((await kpi(`${line} day --kpi orders`, orders)).code).toBe(0);
  });
});
