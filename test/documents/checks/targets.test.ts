import { describe, expect, it } from 'vitest';
import { dayText } from '../../../src/core/civil.ts';
import { toDecimal } from '../../../src/core/fraction.ts';
import { told } from '../../cli/kit.ts';
import { targetsIn } from './kit.ts';

const one = async (target: string, more = '') => (await targetsIn(`targets:\n  - { ${target} }\n${more}`))[0]!;
const daysOf = async (target: string, more = '') => {
  const { from, to } = await one(target, more);
  return `${dayText(from)}..${dayText(to)}`;
};

describe('a target', () => {
  it.each([
    ['kpi: orders, period: 2026, value: 5000', 'orders', '5000'],
    ['kpi: csat, period: 2026, value: 90%', 'csat', '0.9'],
    ['kpi: csat, period: 2026, value: 0.9', 'csat', '0.9'],
    ['kpi: csat, period: 2026, value: 100%', 'csat', '1'],
    ['kpi: first_reply_time, period: 2026, value: 1h 30min', 'first_reply_time', '5400'],
    ['kpi: net_sales, period: 2026, value: "12345678901234567890.01"', 'net_sales', '12345678901234567890.01'],
    ['kpi: roas, period: 2026, value: 3x', 'roas', '3'],
    ['kpi: nps, period: 2026, value: 60', 'nps', '60'],
  ])('%s', async (target, id, value) => {
    const found = await one(target);
    expect([found.kpi.id, toDecimal(found.value), found.where]).toEqual([id, value, 'kpi.yaml:2']);
    expect(found.only).toEqual(new Map());
  });

  it('may be set for a group', async () => {
    const { only } = await one('kpi: orders, period: 2026, value: 5, where: { channel: Email, store: fr }');
    expect([...only]).toEqual([
      ['channel', 'Email'],
      ['store', 'fr'],
    ]);
  });

  it.each([
    ['period: 2026', '', '2026-01-01..2026-12-31'],
    ['period: 2026-Q4', '', '2026-10-01..2026-12-31'],
    ['period: 2026-11', '', '2026-11-01..2026-11-30'],
    ['period: 2026-W47', '', '2026-11-16..2026-11-22'],
    ['period: 2026-11-27', '', '2026-11-27..2026-11-27'],
    ['from: 2026-11-27, to: 2026-11-30', '', '2026-11-27..2026-11-30'],
    ['period: FY2026', 'fiscal_year_start_month: 4', '2025-04-01..2026-03-31'],
    ['period: FY2026-Q1', 'fiscal_year_start_month: 4', '2025-04-01..2025-06-30'],
    ['period: week of 2026-11-22', 'week_start: sunday', '2026-11-22..2026-11-28'],
  ])('of %s %s', async (days, more, expected) => {
    expect(await daysOf(`kpi: orders, value: 5, ${days}`, more)).toBe(expected);
  });

  it('may lie within another, or be of another KPI or group', async () => {
    const yaml = `
targets:
  - { kpi: orders, period: 2026, value: 5 }
  - { kpi: orders, period: 2026-Q4, value: 5 }
  - { kpi: orders, period: 2027, value: 5 }
  - { kpi: orders, period: 2026, value: 5, where: { store: a } }
  - { kpi: orders, period: 2026, value: 5, where: { store: b } }
  - { kpi: orders, period: 2026, value: 5, where: { store: a, channel: Email } }
  - { kpi: sessions, period: 2026, value: 5 }
  - { kpi: orders, from: 2026-10-01, to: 2026-11-30, value: 5 }
`;
    expect(await targetsIn(yaml)).toHaveLength(8);
    expect(await targetsIn('')).toEqual([]);
  });
});

describe('a mistake in a target', () => {
  it.each([
    [
      'a KPI',
      'kpi: oders, period: 2026, value: 5',
      'kpi.yaml:2: targets[0].kpi "oders" is not a KPI\ndid you mean orders?\nsee kpi list',
    ],
    [
      'a KPI of words',
      'kpi: ltv_cac_rating, period: 2026, value: 5',
      'kpi.yaml:2: targets[0].kpi "ltv_cac_rating" gives a word, which has no bounds\ntake ltv_cac_ratio, the number behind it',
    ],
    [
      'a unit',
      'kpi: orders, period: 2026, value: 5h',
      'kpi.yaml:2: targets[0].value "5h" is not understood\nthis KPI is a plain number such as 500',
    ],
    [
      'a percentage without its sign',
      'kpi: csat, period: 2026, value: 90',
      'kpi.yaml:2: targets[0].value "90" would be 9000 %\nwrite "90%"',
    ],
    [
      'a time without its unit',
      'kpi: first_reply_time, period: 2026, value: 8',
      'kpi.yaml:2: targets[0].value "8" has no unit of time\nwrite "8h" or "8 min" or "8s"',
    ],
    [
      'nothing to reach',
      'kpi: orders, period: 2026, value: 0',
      'kpi.yaml:2: targets[0].value "0" is not above 0\nwhat is reached of a target is the value divided by it',
    ],
    ['a loss', 'kpi: net_sales, period: 2026, value: -5', /^kpi.yaml:2: targets\[0\].value "-5" is not above 0\n/],
    [
      'more than the whole',
      'kpi: csat, period: 2026, value: 120%',
      'kpi.yaml:2: targets[0].value "120%" cannot be reached: csat is never above 100%',
    ],
    [
      'a period',
      'kpi: orders, period: 2026-W54, value: 5',
      'kpi.yaml:2: targets[0].period "2026-W54" is not the name of a period\nperiods are named as in reports: 2026, 2026-Q4, 2026-11 or 2026-W47\nor write from and to',
    ],
  ])('%s', async (_, target, says) => {
    const words = await told(() => one(target));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });

  it('is a period of another calendar', async () => {
    const calendar = 'fiscal_year_start_month: 4\nweek_start: sunday';
    const words = await told(() => one('kpi: orders, period: 2026-Q4, value: 5', calendar));
    expect(words).toBe(
      'kpi.yaml:2: targets[0].period "2026-Q4" is not the name of a period\nperiods are named as in reports: FY2026, FY2026-Q4, 2026-11 or "week of" and its first day\nor write from and to',
    );
  });

  it('is to set two values for the same days', async () => {
    const both = (b: string) =>
      told(() =>
        targetsIn(`targets:\n  - { kpi: orders, value: 5, period: 2026-11 }\n  - { kpi: orders, value: 6, ${b} }\n`),
      );
    const says = 'kpi.yaml:3: targets[1] sets orders for days that kpi.yaml:2 sets it for\nkeep one of them';
    expect(await both('period: 2026-11')).toBe(says);
    expect(await both('from: 2026-11-01, to: 2026-11-30')).toBe(says);
    expect(await both('from: 2026-11-30, to: 2026-12-29')).toBe(says);
  });

  it('comes with all others', async () => {
    const yaml =
      'targets:\n  - kpi: oders\n    value: 5\n    period: 2026-Q5\n  - kpi: csat\n    value: 90\n    period: 2026\n';
    expect((await told(() => targetsIn(yaml))).match(/kpi.yaml:\d: targets\[\d\]\.\w+/g)).toEqual([
      'kpi.yaml:2: targets[0].kpi',
      'kpi.yaml:4: targets[0].period',
      'kpi.yaml:6: targets[1].value',
    ]);
  });
});
