import { divide, type Fraction, ofText } from '../../../src/core/fraction.ts';
import { sameInAll } from '../../../src/core/text.ts';
import type { Base, Bound, CheckReport, CheckResult, Operator } from '../../../src/documents/checks/checks-model.ts';
import { exact, kpi } from '../report/kit.ts';

/** A bound in the unit of what is compared: `bound('<=', '0.1', '<= 10%')`. */
export const bound = (operator: Operator, value: string, text = `${operator} ${value}`): Bound => ({
  operator,
  value: ofText(value),
  text,
});

export const base = (rest: Partial<Base> = {}): Base => ({
  of: 'previous',
  period: '2026-W46',
  value: exact('100'),
  reason: null,
  ...rest,
});

/** A quotient, as most compared values are. */
export const quotient = (n: string, d: string): Fraction => divide(ofText(n), ofText(d));

export const result = (check: string, rest: Partial<CheckResult> = {}): CheckResult => ({
  check,
  where: 'kpi.yaml:7',
  kpi: kpi('net_sales'),
  period: '2026-W47',
  from: '2026-11-16',
  to: '2026-11-22',
  dimensions: {},
  verdict: 'pass',
  because: null,
  detail: null,
  value: null,
  reason: null,
  marks: [],
  compared: rest.value ?? null,
  as: 'own',
  must: null,
  should: null,
  distance: null,
  base: null,
  n: null,
  interval: null,
  onNull: 'fail',
  ...rest,
});

export const checked = (results: readonly CheckResult[], rest: Partial<CheckReport> = {}): CheckReport => ({
  asOf: '2026-11-23T06:00:00+01:00',
  timezone: 'Europe/Paris',
  currency: 'EUR',
  results,
  warnings: [],
  ...rest,
});

const mer = kpi('mer', { unit: 'multiple', group: 'acquisition' });
const cac = kpi('cac', { unit: 'money', direction: 'down', group: 'acquisition' });
const rate = kpi('conversion_rate', { unit: 'ratio', group: 'traffic' });
const orders = kpi('orders', { unit: 'count' });
const reply = kpi('first_reply_time', { unit: 'duration', direction: 'down', group: 'service' });

/** Names as no one would choose them: escapes, line breaks, marks of direction, markup, the signs of every format. */
export const hostile =
  '\u001b[31mred\u009b2J\r\n::error::x%0A,a:b|`c`<script>alert("&\')</script>]]>\u202etxt\u2028\ud800\uffff##[add-mask]\t\0';

/** One result of every verdict, for every reason, of every way to compare. */
export const shop = checked(
  [
    // 3.71 - 3.5
    result('mer >= 3.5', {
      where: 'kpi.yaml:7',
      kpi: mer,
      value: exact('3.71'),
      must: bound('>=', '3.5'),
      should: bound('>=', '3.6'),
      distance: exact('0.21'),
    }),
    // 48.1 / 41.25 - 1 = 0.16606…, 0.1 less that is -0.06606…
    result('CAC does not jump', {
      where: 'kpi.yaml:9',
      kpi: cac,
      dimensions: { channel: 'Paid Search' },
      verdict: 'fail',
      value: exact('48.1'),
      as: 'relative',
      compared: quotient('6.85', '41.25'),
      must: bound('<=', '0.1', '<= +10%'),
      distance: quotient('-2.725', '41.25'),
      base: base({ value: exact('41.25') }),
      n: exact('412'),
      marks: ['incomplete'],
    }),
    result('CAC does not jump', {
      where: 'kpi.yaml:9',
      kpi: cac,
      dimensions: { channel: '(unattributed)' },
      verdict: 'skip',
      because: 'below_min_base',
      detail: 'new_customers 12 < 30',
      value: exact('51'),
      as: 'relative',
      compared: null,
      must: bound('<=', '0.1', '<= +10%'),
      base: base({ value: exact('50') }),
      n: exact('12'),
    }),
    result('orders year on year', {
      where: 'kpi.yaml:14',
      kpi: orders,
      verdict: 'skip',
      because: 'below_min_abs_change',
      detail: '3 < 10',
      value: exact('1203'),
      as: 'absolute',
      compared: exact('3'),
      must: bound('>=', '5', '>= +5'),
      base: base({ of: 'year', period: '2025-W47', value: exact('1200') }),
    }),
    result('conversion_rate >= 1.5%', {
      where: 'kpi.yaml:18',
      kpi: rate,
      because: 'not_significant',
      value: exact('0.0141'),
      must: bound('>=', '0.015', '>= 1.5%'),
      distance: exact('-0.0009'),
      n: exact('4120'),
      interval: { low: 0.0109, high: 0.0182 },
    }),
    result('conversion_rate falls by a point at most', {
      where: 'kpi.yaml:22',
      kpi: rate,
      verdict: 'warn',
      value: exact('0.0141'),
      as: 'absolute',
      compared: exact('-0.0075'),
      must: bound('>=', '-0.01', '>= -1pt'),
      should: bound('>=', '-0.005', '>= -0.5pt'),
      distance: exact('-0.0025'),
      base: base({ of: 'reports/last week.json', period: '2026-W46', value: exact('0.0216') }),
      n: exact('4120'),
    }),
    result('net_sales on target', {
      where: 'kpi.yaml:27',
      kpi: kpi('net_sales'),
      value: exact('15234.5'),
      as: 'attainment',
      compared: exact('1.015634'),
      should: bound('>=', '1', '>= 100%'),
      distance: exact('0.015634'),
      base: base({ of: 'target', period: '2026-10-01..2026-12-31', value: exact('15000') }),
    }),
    result('first_reply_time <= 2h', {
      where: 'kpi.yaml:30',
      kpi: reply,
      verdict: 'fail',
      because: 'no_value',
      reason: 'no_observations',
      must: bound('<=', '7200', '<= 2h'),
    }),
    result('first_reply_time against the year before', {
      where: 'kpi.yaml:33',
      kpi: reply,
      verdict: 'skip',
      because: 'no_value',
      value: exact('7530'),
      as: 'relative',
      compared: null,
      must: bound('<=', '0.2', '<= +20%'),
      base: base({ of: 'year', period: '2025-W47', value: null, reason: 'insufficient_history' }),
      n: exact('31'),
      onNull: 'skip',
    }),
    result('ad cost', {
      where: 'kpi.yaml:37',
      kpi: kpi('ad_spend', { direction: 'down' }),
      verdict: 'warn',
      because: 'no_value',
      value: exact('250'),
      as: 'relative',
      compared: null,
      reason: 'zero_denominator',
      must: bound('<', '0.5', '< +50%'),
      base: base({ value: exact('0') }),
      onNull: 'warn',
    }),
    // 3.496 is printed as 3.50
    result('mer, precisely', {
      where: 'kpi.yaml:41',
      kpi: mer,
      verdict: 'fail',
      value: exact('3.496'),
      must: bound('>=', '3.5'),
      distance: exact('-0.004'),
    }),
  ],
  { warnings: [{ code: 'stale', message: sameInAll('orders.csv ends on 2026-11-21'), file: 'orders.csv' }] },
);
