import { describe, expect, it } from 'vitest';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * Overviews of social networks come by month or week. On the first day of each the engagements of a month would lie in one week, and the
 * followers of its end would be those of its beginning.
 */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --as-of 2026-07-01';
const report = (kpis: string, period: string) => `report s.csv ${options} --kpi ${kpis} --period ${period}`;

/** Ten engagements and a hundred reached a day; 1,000 followers at the end of January, 1,100 at that of February. */
const months = (column: string, january: string, february: string) =>
  table(
    `${column},network,engagements,reach,followers`,
    `${january},instagram,310,3100,1000`,
    `${february},instagram,280,2800,1100`,
  );

describe('a social table', () => {
  it.each([
    ['Month', '2026-01', '2026-02'],
    ['Month', '2026-01-01', '2026-02-01'],
    ['Mois', 'janvier 2026', 'février 2026'],
    ['date', '2026-01-01', '2026-02-01'],
    ['Month', 'Jan 2026', 'Feb 2026'],
  ])('by month (%s such as %s) is spread over the days of each', async (column, january, february) => {
    const files = { 's.csv': months(column, january, february) };
    const weekly = await told(report('engagements,engagement_rate,followers', 'week'), files);
    // 12 to 18 January: seven days of ten; how many followers there were nobody knows yet.
    expect(weekly.row('2026-W03')).toMatchObject({
      values: { engagements: 70, engagement_rate: 0.1, followers: null },
      nulls: { followers: 'no_observations' },
      flags: { engagements: ['approx'], engagement_rate: ['approx'] },
    });
    // 26 January to 1 February; 2 to 8 February.
    expect(weekly.row('2026-W05').values).toMatchObject({ engagements: 70, followers: 1000 });
    expect(weekly.row('2026-W06').values).toMatchObject({ engagements: 70, followers: 1000 });
    const monthly = await told(report('engagements,followers,follower_growth', 'month'), files);
    expect(monthly.row('2026-01')).toMatchObject({ values: { engagements: 310, followers: 1000 }, flags: {} });
    expect(monthly.row('2026-02')).toMatchObject({
      values: { engagements: 280, followers: 1100, follower_growth: 100 },
      flags: {},
    });
  });

  it('by dates alone is said to be, with the line for days', async () => {
    const files = { 's.csv': months('date', '2026-01-01', '2026-02-01') };
    const { warnings } = await told(report('engagements', 'week'), files);
    const warning = warnings.find(({ code }) => code === 'rows_as_spans');
    const config = `${warning?.message.split('say so: ')[1]}\n`;
    const { row } = await told(report('engagements', 'day'), { ...files, 'kpi.yaml': config });
    expect(row('2026-01-01').values.engagements).toBe(310);
  });

  it('by week, or with both ends of a span', async () => {
    const weeks = table('Week,network,engagements', '2026-W02,instagram,70', '2026-W03,instagram,140');
    const daily = await told(report('engagements', 'day'), { 's.csv': weeks });
    expect([daily.row('2026-01-07').values.engagements, daily.row('2026-01-18').values.engagements]).toEqual([10, 20]);
    const spans = table('date_from,date_to,network,engagements', '2026-01-01,2026-01-31,instagram,310');
    const { row } = await told(report('engagements', 'day'), { 's.csv': spans });
    expect(row('2026-01-20').values.engagements).toBe(10);
  });

  it('without dates is of the span that the configuration states', async () => {
    const config = 'sources:\n  - path: s.csv\n    kind: social\n    from: 2026-01-01\n    to: 2026-01-31\n';
    const { row } = await told(report('engagements,followers', 'day'), {
      's.csv': table('network,engagements,followers', 'instagram,310,1000'),
      'kpi.yaml': config,
    });
    expect(row('2026-01-20').values).toEqual({ engagements: 10, followers: null });
    expect(row('2026-01-31').values).toEqual({ engagements: 10, followers: 1000 });
  });

  it('of posts, or of counts of followers, a week or month apart stays as it is', async () => {
    const posts = table(
      'date,network,posts,engagements',
      ...['02', '09', '16'].map((day) => `2026-01-${day},instagram,1,10`),
    );
    const weekly = await told(report('engagements', 'day'), { 's.csv': posts });
    expect(weekly.row('2026-01-09').values.engagements).toBe(10);
    expect(weekly.codes).not.toContain('rows_as_spans');
    const counts = table('date,network,followers', '2026-01-01,instagram,1000', '2026-02-01,instagram,1100');
    const { row } = await told(report('followers', 'week'), { 's.csv': counts });
    expect(row('2026-W03').values.followers).toBe(1000);
  });

  it('keeps its spans when its records are written and read back', async () => {
    const folder = folderWith({ 's.csv': months('Month', '2026-01', '2026-02') });
    expect((await kpi('normalize s.csv --timezone Europe/Paris --out records', folder)).code).toBe(0);
    const line = report('engagements,followers', 'week');
    const { row } = await told(line.replace('s.csv', 'records'), folder);
    expect(row('2026-W03').values).toEqual({ engagements: 70, followers: null });
    expect(row('2026-W05').values).toEqual({ engagements: 70, followers: 1000 });
  });
});
