import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * Reports of Google Analytics 4 whose rows are weeks or months. Its weeks begin on Sunday, week 01 on 1 January; their year is in the
 * preamble only. In 2026 1 January is a Thursday: week 01 is 1 to 3 January, 10 is 1 to 7 March, 11 is 8 to 14 March.
 */

const report = (from: string, to: string, ...lines: string[]): string =>
  table(
    '# ----------------------------------------',
    '# Traffic acquisition: Session primary channel group (Default Channel Group)',
    '# Account: Example',
    '# Property: Example',
    '# ----------------------------------------',
    '# ',
    '# All Users',
    `# Start date: ${from}`,
    `# End date: ${to}`,
    ...lines,
  );

const channel = 'Session primary channel group (Default Channel Group)';
const weeks = report(
  '20260301',
  '20260331',
  `${channel},Week,Sessions`,
  'Direct,11,1400',
  'Direct,10,70',
  'Email,10,7',
  'Direct,13,210',
  'Direct,12,700',
  'Direct,14,30',
);
const sundays = { 'kpi.yaml': 'timezone: Europe/Paris\nweek_start: sunday\n' };
const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --compare none --as-of 2026-06-01';

describe('a second dimension Week', () => {
  it('has the sessions of each week, not a share of the whole', async () => {
    const { row, warnings } = await told(line, { 'a.csv': weeks, ...sundays });
    // Week 10: 70 + 7. Week 14 is 29 to 31 March here, and no whole week.
    expect(row('week of 2026-03-01').values.sessions).toBe(77);
    expect(row('week of 2026-03-08').values.sessions).toBe(1400);
    expect(row('week of 2026-03-22').values.sessions).toBe(210);
    expect(row('week of 2026-03-08').flags).toEqual({});
    expect(warnings).toEqual([]);
  });

  it('is spread over its days where weeks begin on Monday, and marked', async () => {
    const { row } = await told(line, { 'a.csv': weeks });
    // Monday 2 to Sunday 8 March: six days of week 10 (70 / 7 x 6 + 7 / 7 x 6) and one of week 11 (1400 / 7).
    expect(row('2026-W10').values.sessions).toBe(60 + 6 + 200);
    expect(row('2026-W10').flags.sessions).toContain('approx');
    // 9 to 15 March: six days of week 11, one of week 12.
    expect(row('2026-W11').values.sessions).toBe(1200 + 100);
  });

  it('adds up to all of them by month', async () => {
    const { row } = await told(`${line} --period month`, { 'a.csv': weeks });
    expect(row('2026-03').values.sessions).toBe(70 + 7 + 1400 + 700 + 210 + 30);
    expect(row('2026-03').flags).toEqual({});
  });

  it('may be the only dimension', async () => {
    const only = report('20260301', '20260328', 'Week,Sessions', '10,70', '11,1400', '12,700', '13,210');
    const { row } = await told(line, { 'a.csv': only, ...sundays });
    expect(row('week of 2026-03-01').values.sessions).toBe(70);
    expect(row('week of 2026-03-15').values.sessions).toBe(700);
  });

  it('is called Semaine or Woche elsewhere', async () => {
    for (const [week, sessions] of [
      ['Semaine', 'Sessions'],
      ['Woche', 'Sitzungen'],
    ]) {
      const own = report('20260301', '20260314', `${week},${sessions}`, '10,70', '11,1400');
      const { row } = await told(line, { 'a.csv': own, ...sundays });
      expect(row('week of 2026-03-08').values.sessions).toBe(1400);
    }
  });
});

describe('a period over two years', () => {
  const over = (from: string, to: string) => report(from, to, 'Week,Sessions', '52,700', '53,50', '01,30', '02,140');
  it('leaves each week in the year in which it lies', async () => {
    // 2025: week 52 is 21 to 27 December, 53 is 28 to 31. 2026: 01 is 1 to 3 January, 02 is 4 to 10.
    const { row } = await told(`${line} --period month`, { 'a.csv': over('20251221', '20260110'), ...sundays });
    expect(row('2025-12').values.sessions).toBe(750);
    expect(row('2026-01').values.sessions).toBe(170);
  });

  it('that has a week twice is refused, with the dimension to add', async () => {
    const { code, err } = await kpi(line, { 'a.csv': over('20250101', '20261231') });
    expect(code).toBe(2);
    expect(err).toContain('has some weeks or months of column "Week" twice');
    expect(err).toContain('with the dimension Date (or Year week, Year month)');
  });

  it('is told by Year week, or by a column Year', async () => {
    const joined = report('20250101', '20261231', 'Year week,Sessions', '202552,700', '202602,140');
    const apart = report('20250101', '20261231', 'Week,Year,Sessions', '52,2025,700', '02,2026,140');
    for (const file of [joined, apart]) {
      const { row } = await told(line, { 'a.csv': file, ...sundays });
      expect(row('week of 2025-12-21').values.sessions).toBe(700);
      expect(row('week of 2026-01-04').values.sessions).toBe(140);
    }
  });
});

describe('other dimensions of time', () => {
  const month = async (...lines: string[]) => {
    const { row } = await told(`${line} --period month`, { 'a.csv': report('20260101', '20260331', ...lines) });
    return ['2026-01', '2026-02', '2026-03'].map((period) => row(period).values.sessions);
  };
  it('Month, Year month, Nth month and both of Month and Week', async () => {
    expect(await month('Month,Sessions', '02,280', '01,310', '03,93')).toEqual([310, 280, 93]);
    expect(await month('Mois,Sessions', '02,280', '01,310', '03,93')).toEqual([310, 280, 93]);
    expect(await month('Year month,Sessions', '202602,280', '202601,310', '202603,93')).toEqual([310, 280, 93]);
    expect(await month('Nth month,Sessions', '0001,280', '0000,310', '0002,93')).toEqual([310, 280, 93]);
    // Week 05 is 25 to 31 January, week 14 begins on 29 March; week 10 begins on 1 March.
    expect(await month('Month,Week,Sessions', '01,05,7', '02,06,8', '03,10,9')).toEqual([7, 8, 9]);
  });

  it('ISO weeks, by number or with their year', async () => {
    // ISO week 10 of 2026 is 2 to 8 March.
    for (const [name, cell] of [
      ['ISO week', '10'],
      ['ISO week of ISO year', '202610'],
      ['Semaine ISO', '10'],
    ]) {
      const file = report('20260301', '20260331', `${name},Sessions`, `${cell},70`);
      const { row } = await told(line, { 'a.csv': file });
      expect(row('2026-W10').values.sessions, name).toBe(70);
    }
  });

  it('the Nth week of a period, and the day of a month', async () => {
    // From Monday 2 March, week 0001 is 9 to 15 March.
    const nth = report('20260302', '20260315', 'Nth week,Sessions', '0000,70', '0001,140');
    expect((await told(line, { 'a.csv': nth })).row('2026-W11').values.sessions).toBe(140);
    const days = report('20260302', '20260308', 'Day,Sessions', '02,5', '08,6');
    const { row } = await told(`${line} --period day`, { 'a.csv': days });
    expect([row('2026-03-02').values.sessions, row('2026-03-08').values.sessions]).toEqual([5, 6]);
  });
});

describe('a report without the sessions in its first table', () => {
  const filler = Array.from({ length: 130 }, (_, day) => `${String(day).padStart(4, '0')},${10 + day}`);
  const block = (...lines: string[]) => ['', '# ', '# Start date: 20261001', '# End date: 20261031', ...lines];
  const snapshot = (...blocks: string[][]) =>
    report('20261001', '20261031', 'Nth day,Active users', ...filler, ...blocks.flat());
  const october =
    'report a.csv --timezone Europe/Paris --kpi sessions --compare none --period month --last 1 --as-of 2026-11-02';
  const channels = block(`${channel},Sessions`, 'Organic Search,300', 'Direct,200');

  it('is read where that stands', async () => {
    expect((await told(october, { 'a.csv': snapshot(channels) })).row('2026-10').values.sessions).toBe(500);
  });

  it('that tells them in several tables has them once', async () => {
    const more = snapshot(
      block('Session source / medium,Sessions', 'google / organic,290', '(direct) / (none),150'),
      channels,
      block('Session Google Ads campaign,Sessions', 'Brand,40'),
      block('Country,Sessions', 'France,450', 'Spain,50'),
    );
    const { row, codes } = await told(october, { 'a.csv': more });
    // That of channels: the one of sources is cut.
    expect(row('2026-10').values.sessions).toBe(500);
    expect(codes).toContain('other_table');
  });
});
