import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

const days = Array.from(
  { length: 18 },
  (_, at) => `${at + 1},2026-10-${String(at + 1).padStart(2, '0')},c${at}@example.com,10`,
);
const head = 'order_id,order_date,email,gross_sales';
const files = { 'orders.csv': table(head, ...days, '19,2062-10-03,x@example.com,10') };
const asked = 'report . --timezone Europe/Paris --currency EUR --last 3 --kpi gross_sales --compare previous';

describe('a year that was mistyped', () => {
  it('makes no file reach into the future: what was not exported is not covered', async () => {
    const { row, codes } = await told(asked, files);
    for (const week of ['2026-W43', '2026-W44', '2026-W45'])
      expect(row(week).nulls).toEqual({ gross_sales: 'not_covered' });
    expect(codes).toContain('late_date');
    expect((await kpi(`${asked} --strict`, files)).code).toBe(2);
  });

  it.each([
    ['en', 'orders → Oct 18 · 19 of 19 rows counted'],
    ['fr', 'commandes → 18 oct. · 19 lignes comptées sur 19'],
  ])('is not the day up to which the first screen says that the data go (%s)', async (lang, data) => {
    const { out } = await kpi(`report . --timezone Europe/Paris --currency EUR --lang ${lang}`, files);
    expect(out.replaceAll('\u00a0', ' ')).toContain(data);
  });

  it('a check of an upper bound has no value', async () => {
    const checked = { ...files, 'kpi.yaml': 'checks: [{ kpi: gross_sales, must: "<= 100" }]\n' };
    expect((await kpi('check . --timezone Europe/Paris --currency EUR', checked)).code).toBe(1);
  });

  it('a run as of an earlier day has files that go on, and nothing is said', async () => {
    const { row, codes } = await told(
      'report . --timezone Europe/Paris --currency EUR --last 1 --kpi gross_sales --compare none --as-of 2026-10-12',
      { 'orders.csv': table(head, ...days) },
    );
    // 5 to 11 October.
    expect(row('2026-W41').values).toEqual({ gross_sales: 70 });
    expect(codes).toEqual([]);
  });
});

it('the first screen says of which year the last day is, if not of this one', async () => {
  const { out } = await kpi('report . --timezone Europe/Paris --currency EUR --as-of 2027-11-09 --lang en', {
    'orders.csv': table(head, ...days),
  });
  expect(out.replaceAll('\u00a0', ' ')).toContain('orders → Oct 18, 2026 · ');
});
