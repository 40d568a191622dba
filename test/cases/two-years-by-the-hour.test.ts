import { expect, it } from 'vitest';
import { assertSize } from '../../src/figures/size.ts';
import { daysBetween, orders } from './days-kit.ts';
import { kpi, told } from './kit.ts';

const zone = '--timezone Europe/Paris --currency EUR';
const files = { 'orders.csv': orders(daysBetween('2024-11-01', '2026-11-08')) };

it('all KPIs of two years by the hour are refused, with what to ask for instead', async () => {
  const { code, err, out } = await kpi(`report . ${zone} --period hour --all --format json`, files);
  expect([code, out]).toEqual([2, '']);
  // 738 days of 24 hours, two of them of 23 in spring; --last that fits.
  expect(err).toMatch(/17,\d{3} periods.*the most is 500,000/);
  expect(err).toContain('--kpi orders,net_sales');
  const [, last] = /--last (\d+)/.exec(err)!;
  const [, kpis] = /(\d+) KPIs/.exec(err)!;
  // As many periods and the whole span are allowed, and not one more.
  expect(() => assertSize('hour', Number(last) + 1, 0, Number(kpis))).not.toThrow();
  expect(() => assertSize('hour', Number(last) + 2, 0, Number(kpis))).toThrow('the most is 500,000');
});

it('one KPI of a day by the hour is as it was, and so is what the advice says', async () => {
  const day = await told(`report . ${zone} --period hour --from 2026-11-08 --to 2026-11-08 --kpi orders`, files);
  expect(day.row('2026-11-08T12').values.orders).toBe(1);
  expect(day.row('2026-11-08T11').values.orders).toBe(0);
});
