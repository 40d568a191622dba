import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Days 1 to 12 of a month prove no order of day and month, but only one order lies in the period that the file states. */

const days = Array.from({ length: 12 }, (_, at) => at + 1);
const report = (period: string, ...rows: string[]): string =>
  table(
    '# ----------------------------------------',
    '# All Web Site Data',
    '# Audience Overview',
    `# ${period}`,
    '# ----------------------------------------',
    '',
    'Day Index,Sessions',
    ...rows,
    ',78',
  );
const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --period day --compare none';

describe('dates that can be read in two orders', () => {
  it.each([
    ['month first', (day: number) => `3/${day}/26`],
    ['day first', (day: number) => `${day}/03/2026`],
  ])('are %s where only so they lie in the period', async (_, date) => {
    const rows = days.map((day) => `${date(day)},${day}`);
    const { row } = await told(line, { 'a.csv': report('20260301-20260312', ...rows) });
    expect(row('2026-03-02').values.sessions).toBe(2);
    expect(row('2026-03-12').values.sessions).toBe(12);
  });

  it('stay a question where both do, or neither', async () => {
    const rows = ['3/4/26,70', '4/3/26,8'];
    for (const period of ['20260101-20261031', '20250101-20250131']) {
      const { code, err } = await kpi(line, { 'a.csv': report(period, ...rows) });
      expect(code).toBe(2);
      expect(err).toContain('day first or month first');
    }
  });

  it('are ordered by the period that kpi.yaml states as well', async () => {
    const file = table('Date,Sessions', '3/1/2026,10', '3/2/2026,20');
    const entry = 'sources: [{ path: a.csv, from: 2026-03-01, to: 2026-03-31 }]\n';
    expect((await kpi(line, { 'a.csv': file })).code).toBe(2);
    const { row } = await told(line, { 'a.csv': file, 'kpi.yaml': entry });
    expect(row('2026-03-02').values.sessions).toBe(20);
  });
});

describe('a report of Universal Analytics with a table by channel and one by day', () => {
  const file = table(
    '# ----------------------------------------',
    '# All Web Site Data',
    '# Channels',
    '# 20260301-20260302',
    '# ----------------------------------------',
    '',
    'Default Channel Grouping,Users,New Users,Sessions,Bounce Rate,Pages / Session,Avg. Session Duration',
    'Organic Search,80,70,"1,000",40.00%,2.50,00:01:30',
    'Direct,40,30,500,<0.01%,2.00,<00:00:01',
    ',120,100,"1,500",26.67%,2.33,00:01:00',
    '',
    'Day Index,Sessions',
    '3/1/26,900',
    '3/2/26,600',
    ',"1,500"',
  );

  it('is no second download of itself', async () => {
    const { row, codes, warnings } = await told(`${line} --period all --by channel`, { 'a.csv': file });
    expect(row('all', { channel: 'Organic Search' }).values.sessions).toBe(1000);
    expect(codes).toEqual(['other_table']);
    expect(warnings[0]!.message).toContain(
      'a.csv has two tables of the same visit days, from 2026-03-01 to 2026-03-02: the one that begins with "Default Channel Grouping" is read there',
    );
  });

  it('has durations behind a bound, which are unknown', async () => {
    const { row } = await told(`${line} --period all --kpi sessions,bounce_rate`, { 'a.csv': file });
    expect(row().values.sessions).toBe(1500);
  });
});
