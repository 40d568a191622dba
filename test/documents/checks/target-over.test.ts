import { describe, expect, it } from 'vitest';
import { DAY_HOURS, parseDay } from '../../../src/core/civil.ts';
import { toDecimal } from '../../../src/core/fraction.ts';
import { defaultOptions } from '../../../src/core/kpi-options.ts';
import { targetOver } from '../../../src/documents/checks/targets.ts';
import { kpiOf, targetsIn } from './kit.ts';

const span = (from: string, to: string) => ({ from: parseDay(from)! * DAY_HOURS, to: (parseDay(to)! + 1) * DAY_HOURS });

/** The target of a KPI over some days, as text. */
async function due(yaml: string, kpi: string, from: string, to: string, group: Record<string, string> = {}) {
  const targets = await targetsIn(`targets:\n${yaml}`);
  const { period, value } = targetOver(targets, kpiOf(kpi), span(from, to), group, defaultOptions);
  return [period, value === null ? null : toDecimal(value)];
}

// 10 a day in the quarter (92 days), 20 a day in November (30 days), 100 a day from 27 to 29 November.
const orders = `
  - { kpi: orders, period: 2026-Q4, value: 920 }
  - { kpi: orders, from: 2026-11-27, to: 2026-11-29, value: 300 }
  - { kpi: orders, period: 2026-11, value: 600 }
`;

describe('a target over days that several targets share', () => {
  it.each([
    ['only the quarter', '2026-10-05', '2026-10-11', '2026-10-01..2026-12-31', '70'],
    ['the shorter one for each day', '2026-11-23', '2026-11-29', '2026-11-01..2026-11-30', '380'],
    ['the longer one before the shorter begins', '2026-10-26', '2026-11-01', '2026-10-01..2026-12-31', '80'],
    ['the longer one after the shorter ends', '2026-11-30', '2026-12-06', '2026-10-01..2026-12-31', '80'],
    ['the shortest on its last day', '2026-11-29', '2026-11-29', '2026-11-27..2026-11-29', '100'],
    ['the next on the day after', '2026-11-30', '2026-11-30', '2026-11-01..2026-11-30', '20'],
    // 61 days of 10, 27 of 20, 3 of 100: October and December have 31 days each.
    ['all of them in the quarter', '2026-10-01', '2026-12-31', '2026-10-01..2026-12-31', '1460'],
  ])('counts %s', async (_, from, to, period, value) => {
    expect(await due(orders, 'orders', from, to)).toEqual([period, value]);
  });

  it('is unknown if one day has none', async () => {
    expect(await due(orders, 'orders', '2026-12-28', '2027-01-01')).toEqual(['', null]);
    expect(await due(orders, 'orders', '2026-09-30', '2026-10-01')).toEqual(['', null]);
  });

  it('is not prorated for a rate, but weighted by days where two apply', async () => {
    const rates = '  - { kpi: csat, period: 2026-Q4, value: 80% }\n  - { kpi: csat, period: 2026-11, value: 90% }\n';
    expect(await due(rates, 'csat', '2026-10-05', '2026-10-11')).toEqual(['2026-10-01..2026-12-31', '0.8']);
    // Six days of 80 %, one of 90 %: 5.7 / 7 = 0.814285714285…
    expect(await due(rates, 'csat', '2026-10-26', '2026-11-01')).toEqual(['2026-10-01..2026-12-31', '0.814285714286']);
  });

  it('of distinct customers holds for exactly its days', async () => {
    const yaml = '  - { kpi: customers, period: 2026-11, value: 300 }\n';
    expect(await due(yaml, 'customers', '2026-11-01', '2026-11-30')).toEqual(['2026-11-01..2026-11-30', '300']);
    expect(await due(yaml, 'customers', '2026-11-01', '2026-11-29')).toEqual(['2026-11-01..2026-11-30', null]);
    expect(await due(yaml, 'customers', '2026-11-02', '2026-11-30')).toEqual(['2026-11-01..2026-11-30', null]);
    const halves =
      '  - { kpi: customers, from: 2026-11-01, to: 2026-11-15, value: 9 }\n  - { kpi: customers, from: 2026-11-16, to: 2026-11-30, value: 9 }\n';
    expect(await due(halves, 'customers', '2026-11-01', '2026-11-30')).toEqual(['2026-11-01..2026-11-30', null]);
  });

  it('is that of its group and its KPI alone', async () => {
    const yaml =
      '  - { kpi: orders, period: 2026-11, value: 30 }\n  - { kpi: orders, period: 2026-11, value: 60, where: { channel: Email } }\n  - { kpi: sessions, period: 2026-11, value: 90 }\n';
    const day = async (kpi: string, group: Record<string, string>) =>
      (await due(yaml, kpi, '2026-11-03', '2026-11-03', group))[1];
    expect(await day('orders', {})).toBe('1');
    expect(await day('orders', { channel: 'email' })).toBe('2');
    expect(await day('orders', { channel: 'Direct' })).toBe(null);
    expect(await day('orders', { channel: 'Email', store: 'a' })).toBe(null);
    expect(await day('sessions', {})).toBe('3');
  });
});
