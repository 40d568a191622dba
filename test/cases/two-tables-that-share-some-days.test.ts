import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * Two tables tell the same thing in other columns, on some of their days: only there one is left out. A row over a span of days is cut,
 * and what rests on it is approximate.
 */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --as-of 2027-06-01';

/** 3,650 for 2025, ten a day. */
const year = table(
  '"Reporting starts","Reporting ends","Campaign name",Impressions,"Amount spent (EUR)"',
  '2025-01-01,2025-12-31,A,36500,3650.00',
);
const byDay = (...days: string[]) =>
  table(
    'Day,"Campaign name","Ad set name",Impressions,"Amount spent (EUR)","Reporting starts","Reporting ends"',
    ...days.map((day) => `${day},B,S,100,25.00,${day},${day}`),
  );
const ads = { 'daily.csv': byDay('2025-03-04', '2025-03-05', '2025-08-10'), 'year.csv': year };
const spend = (files: Readonly<Record<string, string>>, period = 'month', paths = 'daily.csv year.csv') =>
  told(`report ${paths} ${options} --kpi ad_spend,impressions --period ${period}`, files);

describe('an export of a year beside one of three days', () => {
  it('has the other days of the year', async () => {
    const { row, files, warnings } = await spend(ads);
    // 31 days of ten, less two, and two of 25.
    expect(row('2025-03').values.ad_spend).toBe(29 * 10 + 2 * 25);
    expect(row('2025-03').values.impressions).toBe(29 * 100 + 200);
    expect(row('2025-03').flags.ad_spend).toContain('approx');
    expect(row('2025-08').values.ad_spend).toBe(30 * 10 + 25);
    expect(row('2025-05').values.ad_spend).toBe(310);
    expect(row('all').values.ad_spend).toBe(3650 - 30 + 75);
    // The row counts in part.
    expect(files.map(({ accepted, skipped }) => [accepted, skipped])).toEqual([
      [3, 0],
      [1, 0],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['other_table']);
    const { message } = warnings[0]!;
    expect(message).toContain('on 3 days from 2025-03-04 to 2025-08-10: there daily.csv is read');
    expect(message).toContain('these days of 1 row (a cost of 30)');
  });

  it('is the other one where the line of the warning is written, with files, a folder or nothing named', async () => {
    const { warnings } = await spend(ads);
    const config = `timezone: Europe/Paris\n${warnings[0]!.message.split('kpi.yaml: ')[1]}\n`;
    for (const paths of ['daily.csv year.csv', '.', '']) {
      const { row } = await spend({ ...ads, 'kpi.yaml': config }, 'month', paths);
      expect(row('2025-03').values.ad_spend, paths).toBe(310);
    }
    // An entry for the folder above does not undo it.
    const both = `timezone: Europe/Paris\nsources: [{ path: . }, { path: year.csv, prefer: true }]\n`;
    expect((await spend({ ...ads, 'kpi.yaml': both }, 'month', '')).row('2025-03').values.ad_spend).toBe(310);
    // Paths of a configuration are relative to it.
    const inside = { 'in/daily.csv': ads['daily.csv'], 'in/year.csv': year, 'in/kpi.yaml': 'timezone: Europe/Paris\n' };
    const paths = 'in --config in/kpi.yaml';
    const own = (await spend(inside, 'month', paths)).warnings[0]!.message.split('kpi.yaml: ')[1]!;
    expect(own).toContain('path: year.csv');
    const then = await spend({ ...inside, 'in/kpi.yaml': `timezone: Europe/Paris\n${own}\n` }, 'month', paths);
    expect(then.row('2025-03').values.ad_spend).toBe(310);
  });

  it('adds nothing on days without a row between two of the other', async () => {
    // Monday to Friday with a weekend between: on Saturday and Sunday nothing was spent.
    const days = ['2025-03-06', '2025-03-07', '2025-03-10', '2025-03-11'];
    const { row } = await spend({ 'daily.csv': byDay(...days), 'year.csv': year });
    expect(row('2025-03').values.ad_spend).toBe(25 * 10 + 4 * 25);
  });

  it('is left out whole where all of its days are told', async () => {
    const month = year.replace('2025-12-31', '2025-01-03').replace('3650.00', '60.00');
    const { row, files } = await spend({
      'daily.csv': byDay('2025-01-01', '2025-01-02', '2025-01-03'),
      'year.csv': month,
    });
    expect(row('2025-01').values.ad_spend).toBe(75);
    expect(files.map(({ accepted, skipped }) => [accepted, skipped])).toEqual([
      [3, 0],
      [0, 1],
    ]);
  });

  it('shares a remainder exactly', async () => {
    // 1.00 over three days is 0.333334, 0.333333 and 0.333333: without the second 0.666667.
    const three = year.replace('2025-12-31', '2025-01-03').replace('3650.00', '1.00');
    const { row } = await spend({ 'daily.csv': byDay('2025-01-02'), 'year.csv': three });
    expect(row('2025-01').values.ad_spend).toBe(25.666667);
  });
});

describe('costs of two tables', () => {
  it('of spans that overlap in part', async () => {
    const head = 'date_from,date_to,platform,cost';
    const files = {
      'a.csv': table(head, '2025-01-01,2025-02-28,Ads,590.00'),
      'b.csv': table(head, '2025-02-01,2025-03-31,Ads,590.00'),
    };
    const { row } = await spend(files, 'month', 'a.csv b.csv');
    // Ten a day in both.
    expect([row('2025-01').values.ad_spend, row('2025-02').values.ad_spend, row('2025-03').values.ad_spend]).toEqual([
      310, 280, 310,
    ]);
  });
});

describe('visits of two tools', () => {
  const ga4 = (...days: string[]) =>
    table(
      '# ----------------------------------------',
      '# Traffic acquisition',
      '# ----------------------------------------',
      `# Start date: ${days[0]!.split(',')[0]}`,
      `# End date: ${days.at(-1)!.split(',')[0]}`,
      'Date,Session default channel group,Sessions',
      ...days,
    );
  const own = (...days: string[]) => table('date,sessions', ...days);
  const files = {
    'ga4.csv': ga4('20250303,Direct,5', '20250304,Direct,6', '20250305,Direct,7'),
    'own.csv': own('2025-03-04,60', '2025-03-05,70', '2025-03-06,80'),
  };
  const visits = (all: Readonly<Record<string, string>>, more = '') =>
    told(`report . ${options} --kpi sessions --period day${more}`, all);

  it('are those of one on days that both tell, and of each on its own', async () => {
    const { row, files: read, warnings } = await visits(files);
    const days = ['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06'];
    // That of GA4 tells the channel too.
    expect(days.map((day) => row(day).values.sessions)).toEqual([5, 6, 7, 80]);
    expect(read.map(({ path, accepted, skipped }) => [path, accepted, skipped])).toEqual([
      ['ga4.csv', 3, 0],
      ['own.csv', 1, 2],
    ]);
    expect(warnings[0]!.code).toBe('other_table');
    expect(warnings[0]!.message).toContain('from 2025-03-04 to 2025-03-05');
    expect(warnings[0]!.message).toContain('2 rows (130 sessions)');
  });

  it('of sessions row by row are left out on these days too', async () => {
    const sessions = table(
      'visit_id,visitor_id,started_at,source',
      's1,v1,2025-03-04T23:30:00+01:00,google',
      's2,v1,2025-03-05T08:00:00+01:00,google',
      's3,v2,2025-03-06T00:30:00+01:00,newsletter',
      's4,v2,2025-03-06T09:00:00+01:00,google',
    );
    const all = { 'ga4.csv': files['ga4.csv'], 'own.csv': sessions };
    const days = ['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06'];
    // Rows of instants are finer.
    const finer = await visits(all);
    expect(days.map((day) => finer.row(day).values.sessions)).toEqual([5, 1, 1, 2]);
    const config = `sources: [{ path: ga4.csv, prefer: true }, { path: own.csv }]\n`;
    const chosen = await visits({ ...all, 'kpi.yaml': config }, ' --by source');
    expect(days.map((day) => chosen.row(day).values.sessions)).toEqual([5, 6, 7, 2]);
    expect(chosen.row('2025-03-06', { source: 'newsletter' }).values.sessions).toBe(1);
    expect(chosen.warnings.find(({ code }) => code === 'other_table')?.message).toContain('2 rows (2 sessions)');
    const known = await told(`report . ${options} --kpi visitors --period month`, { ...all, 'kpi.yaml': config });
    // Of the files' sessions only those of the last day count, and GA4 has no visitors.
    expect(known.row('2025-03').values.visitors).toBe(null);
  });

  it('in a wrong configuration', async () => {
    const { code, err } = await kpi(`report . ${options}`, {
      ...files,
      'kpi.yaml': 'sources: [{ path: ga4.csv, prefer: yes please }]\n',
    });
    expect([code, err.includes('true or false')]).toEqual([2, true]);
  });
});
