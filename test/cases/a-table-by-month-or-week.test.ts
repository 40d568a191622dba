import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * Tables whose rows are months, weeks, quarters or years, dated by the first day of each: on that day they would leave the weeks behind
 * it empty. Each row is spread over its days.
 */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --as-of 2026-07-01';
const report = (kpis: string, period: string) => `report a.csv ${options} --kpi ${kpis} --period ${period}`;

/** 310 sessions in January and 280 in February 2026: ten a day. */
const months = (column: string, january: string, february: string) =>
  table(`${column},Sessions`, `${january},310`, `${february},280`);

describe('visits by month', () => {
  const names = [
    ['Month', '2026-01-01', '2026-02-01'],
    ['Month', '2026-01', '2026-02'],
    ['month', '202601', '202602'],
    ['Month', 'Jan 2026', 'Feb 2026'],
    ['Month', 'Jan-26', 'Feb-26'],
    ['Mois', 'janvier 2026', 'février 2026'],
    ['Mois', '01/2026', '02/2026'],
    ['Monat', 'Januar 2026', 'Februar 2026'],
    ['Month ending', '2026-01-31', '2026-02-28'],
    ['Date', '2026-01', '2026-02'],
    ['Period', 'January 2026', 'February 2026'],
  ] as const;
  it.each(names)(
    'in a column %s such as %s are spread over the days of the month',
    async (column, january, february) => {
      const file = column === 'Month ending' ? months('Date', january, february) : months(column, january, february);
      const weekly = await told(report('sessions', 'week'), { 'a.csv': file });
      // Ten a day; 2 to 8 February lies in one month, as 5 to 11 January does.
      expect(weekly.row('2026-W02').values.sessions).toBe(70);
      expect(weekly.row('2026-W05').values.sessions).toBe(70);
      expect(weekly.row('2026-W06').values.sessions).toBe(70);
      expect(weekly.row('2026-W06').flags.sessions).toContain('approx');
      const monthly = await told(report('sessions', 'month'), { 'a.csv': file });
      expect(monthly.row('2026-01').values.sessions).toBe(310);
      expect(monthly.row('2026-01').flags).toEqual({});
    },
  );

  it('mapped to the start of a visit, or to a date, are months all the same', async () => {
    for (const field of ['started_at', 'date']) {
      const config = `timezone: Europe/Paris\nsources:\n  - path: a.csv\n    kind: visit\n    columns: { ${field}: Month, sessions: Sessions }\n`;
      const { row } = await told(report('sessions', 'week'), {
        'a.csv': months('Month', '2026-01-01', '2026-02-01'),
        'kpi.yaml': config,
      });
      expect(row('2026-W03').values.sessions).toBe(70);
    }
  });

  it('without a year take it from a column beside them, or from the configuration', async () => {
    const beside = table('Year,Month,Sessions', '2026,January,310', '2026,February,280');
    expect((await told(report('sessions', 'month'), { 'a.csv': beside })).row('2026-02').values.sessions).toBe(280);
    const alone = months('Month', 'January', 'February');
    const refused = await kpi(report('sessions', 'month'), { 'a.csv': alone });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('from: 2026-03-01');
    // What it says, followed with the days of this table.
    const config = 'sources:\n  - path: a.csv\n    from: 2026-01-01\n    to: 2026-02-28\n';
    const { row } = await told(report('sessions', 'month'), { 'a.csv': alone, 'kpi.yaml': config });
    expect([row('2026-01').values.sessions, row('2026-02').values.sessions]).toEqual([310, 280]);
  });

  it('that are told by the distance of their dates alone are said to be', async () => {
    const file = months('Date', '2026-01-01', '2026-02-01');
    const { row, warnings } = await told(report('sessions', 'week'), { 'a.csv': file });
    expect(row('2026-W03').values.sessions).toBe(70);
    const [warning] = warnings;
    expect(warning?.code).toBe('rows_as_spans');
    expect((await kpi(`${report('sessions', 'week')} --strict`, { 'a.csv': file })).code).toBe(2);
    // The line that it prints: then each row is its day.
    const [, asMonths = '', asDays = ''] =
      warning?.message.split(/confirm it in kpi\.yaml: |\. If they are single days, say so: /) ?? [];
    const config = `${asDays}\n`;
    const days = await told(report('sessions', 'day'), { 'a.csv': file, 'kpi.yaml': config });
    expect(days.row('2026-01-01').values.sessions).toBe(310);
    expect(days.codes).not.toContain('rows_as_spans');
    // The other line: then it is no guess.
    const confirmed = { 'a.csv': file, 'kpi.yaml': `${asMonths}\n` };
    const sure = await told(`${report('sessions', 'week')} --strict`, confirmed);
    expect(sure.row('2026-W03').values.sessions).toBe(70);
    expect(sure.codes).not.toContain('rows_as_spans');
  });

  it('leaves daily tables alone', async () => {
    const file = table('Date,Sessions', '2026-01-01,5', '2026-01-02,6', '2026-02-01,7');
    const { row, codes } = await told(report('sessions', 'day'), { 'a.csv': file });
    expect([row('2026-01-01').values.sessions, row('2026-02-01').values.sessions]).toEqual([5, 7]);
    expect(codes).not.toContain('rows_as_spans');
  });
});

describe('other spans', () => {
  it('weeks, by their first day, their ISO number or their last day', async () => {
    for (const [column, one, two] of [
      ['Week', '2026-01-05', '2026-01-12'],
      ['Week', '2026-W02', '2026-W03'],
      ['KW', 'KW 02 2026', 'KW 03 2026'],
      ['Week of', '"Jan 5, 2026"', '"Jan 12, 2026"'],
      ['Week', '"Week of Jan 5, 2026"', '"Week of Jan 12, 2026"'],
      ['Semaine', 'Semaine du 05/01/2026', 'Semaine du 12/01/2026'],
      ['Week ending', '2026-01-11', '2026-01-18'],
    ]) {
      const file = table(`${column},Sessions`, `${one},70`, `${two},140`);
      const config = `sources:\n  - path: a.csv\n    kind: visit\n    date_order: dmy\n    columns: { date: "${column}" }\n`;
      const { row } = await told(report('sessions', 'week'), { 'a.csv': file, 'kpi.yaml': config });
      expect([row('2026-W02').values.sessions, row('2026-W03').values.sessions], column).toEqual([70, 140]);
      const daily = await told(report('sessions', 'day'), { 'a.csv': file, 'kpi.yaml': config });
      expect(daily.row('2026-01-07').values.sessions, column).toBe(10);
    }
  });

  it('quarters and years', async () => {
    // The first quarter of 2026 has 90 days: 900 / 90 a day.
    for (const cell of ['2026-Q1', 'Q1 2026', '2026-01-01']) {
      const { row } = await told(report('sessions', 'month'), { 'a.csv': table('Quarter,Sessions', `${cell},900`) });
      expect(row('2026-02').values.sessions).toBe(280);
    }
    const { row } = await told(report('sessions', 'month'), { 'a.csv': table('Year,Sessions', '2025,3650') });
    expect(row('2025-02').values.sessions).toBe(280);
  });

  it('spend and costs', async () => {
    const spend = table('Month,platform,cost', '2026-01,Other,31.00', '2026-02,Other,28.00');
    expect((await told(report('ad_spend', 'week'), { 'a.csv': spend })).row('2026-W03').values.ad_spend).toBe(7);
    const costs = table('Month,category,amount', '2026-01,marketing_other,31.00', '2026-02,marketing_other,28.00');
    const { out } = await kpi('inspect a.csv', { 'a.csv': costs });
    expect(out).toContain('first day of the month in "Month"');
  });

  it('a table in JSON', async () => {
    const file = JSON.stringify([
      { Month: '2026-01-01', Sessions: 310 },
      { Month: '2026-02-01', Sessions: 280 },
    ]);
    const { row } = await told(report('sessions', 'week').replace('a.csv', 'a.json'), { 'a.json': file });
    expect(row('2026-W03').values.sessions).toBe(70);
  });
});
