import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Pivot tables have a row for each part as a whole: that of a campaign has a blank ad group, above or below those of its ad groups.
 * Such rows have their day and a name, and no word for a total: they are the sum of the rows that share their other cells.
 */

const one = `${lastWeek} --compare none`;

describe('a row of a campaign beside those of its ad groups', () => {
  const header = 'Day,Campaign,Ad group,Cost,Clicks';
  const week = (...rows: string[]): string[] =>
    ['2026-11-02', '2026-11-08'].flatMap((day) => rows.map((row) => `${day},${row}`));

  it('is no spend of its own, whatever the group is called in it', async () => {
    for (const blank of ['', '--']) {
      const { row, files, codes } = await told(`report a.csv ${one} --kpi ad_spend,clicks --strict`, {
        'a.csv': table(
          header,
          ...week('Brand,A,10,1', 'Brand,B,20,2', `Brand,${blank},30,3`),
          ...week('Sale,A,5,1', 'Sale,B,5,1', `Sale,${blank},10,2`),
        ),
      });
      // 2 × (10 + 20 + 5 + 5), 2 × (1 + 2 + 1 + 1).
      expect(row().values).toEqual({ ad_spend: 80, clicks: 10 });
      expect(files[0]).toMatchObject({ read: 12, accepted: 8, skipped: 4 });
      expect(codes).toEqual([]);
    }
  });

  it('is none in a file of which the head ends between a campaign and its ad groups', async () => {
    const name = 'of a shop with a long name so that the file has more than its head of 4 MiB '.repeat(2);
    const days = Array.from({ length: 28 }, (_, at) => `2026-10-${String(at + 1).padStart(2, '0')}`);
    const rows = Array.from({ length: 300 }, (_, campaign) =>
      days.flatMap((day) => {
        const own = `${day},${campaign} ${name}`;
        return [`${own},,30,3`, `${own},A,10,1`, `${own},B,20,2`];
      }),
    ).flat();
    const { row, files } = await told(
      'report a.csv --timezone Europe/Paris --currency EUR --from 2026-10-01 --to 2026-10-28 --compare none --kpi ad_spend',
      {
        'a.csv': table(header, ...rows),
      },
    );
    // 300 campaigns, 28 days, 10 + 20.
    expect(row().values).toEqual({ ad_spend: 252_000 });
    expect(files[0]).toMatchObject({ read: 25_200, accepted: 16_800, skipped: 8_400 });
  });

  it('is none on each of three levels', async () => {
    const { row, files } = await told(`report a.csv ${one} --kpi ad_spend --by campaign --strict`, {
      'a.csv': table(
        'Day,Campaign,Ad group,Ad,Cost,Clicks',
        ...week('Brand,,,30,3', 'Brand,A,,10,1', 'Brand,A,x,4,1', 'Brand,A,y,6,0', 'Brand,B,,20,2', 'Brand,B,x,20,2'),
        ...week('Sale,,,5,1', 'Sale,A,,5,1', 'Sale,A,x,5,1'),
      ),
    });
    expect(row('all', { campaign: 'Brand' }).values).toEqual({ ad_spend: 60 });
    expect(row().values).toEqual({ ad_spend: 70 });
    expect(files[0]).toMatchObject({ read: 18, accepted: 8, skipped: 10 });
  });

  it('counts where the campaign has no ad groups, or the row is no sum', async () => {
    const { row } = await told(`report a.csv ${one} --kpi ad_spend`, {
      'a.csv': table(header, ...week('Brand,A,10,1', 'Brand,B,20,2', 'Performance Max,,30,3')),
    });
    expect(row().values).toEqual({ ad_spend: 120 });
    const other = await told(`report a.csv ${one} --kpi ad_spend`, {
      'a.csv': table(header, ...week('Brand,A,10,1', 'Brand,B,20,2', 'Brand,,7,1')),
    });
    expect(other.row().values).toEqual({ ad_spend: 74 });
  });

  it('counts where it may equal another row by chance', async () => {
    const { row } = await told(`report a.csv ${one} --kpi ad_spend`, {
      'a.csv': table(
        'Day,Campaign,Ad group,Cost',
        '2026-11-02,Brand,A,10',
        '2026-11-02,Brand,,10',
        '2026-11-08,Sale,A,4',
      ),
    });
    expect(row().values).toEqual({ ad_spend: 24 });
  });
});

describe('a row of a channel beside those of its sources', () => {
  it('is no visit of its own, by day and above the table', async () => {
    const { row } = await told(`report v.csv ${one} --kpi sessions --by source --strict`, {
      'v.csv': table(
        'date,channel,source,sessions,pageviews',
        ...['2026-11-02', '2026-11-08'].flatMap((day) => [
          `${day},Organic Search,,30,60`,
          `${day},Organic Search,google,20,40`,
          `${day},Organic Search,bing,10,20`,
          `${day},Direct,,5,5`,
          `${day},Direct,(direct),5,5`,
        ]),
      ),
    });
    expect(row().values).toEqual({ sessions: 70 });
    expect(row('all', { source: 'google' }).values).toEqual({ sessions: 40 });
  });
});

/* A table with one name in each row, as pivot tables without subtotals are: the row of a day has a blank in its place. */
describe('a row of a day beside those of its channels', () => {
  it.each([
    ['visits', 'date,channel,sessions,purchases', 'sessions'],
    ['ads', 'date,platform,cost,clicks', 'ad_spend'],
    ['mailings', 'date,campaign,delivered,opens', 'emails_delivered'],
    // Its name is required: such rows were refused, and with them the file.
    ['networks', 'date,network,engagements,reach', 'engagements'],
  ])('counts no %s of its own', async (_, header, kpi) => {
    const { row, files } = await told(`report a.csv ${one} --kpi ${kpi}`, {
      'a.csv': table(
        header,
        ...['2026-11-02,A,70,2', '2026-11-02,B,30,1', '2026-11-02,,100,3'],
        ...['2026-11-08,A,50,1', '2026-11-08,B,10,0', '2026-11-08,,60,1'],
      ),
    });
    // 70 + 30 + 50 + 10.
    expect(row().values).toEqual({ [kpi]: 160 });
    expect(files[0]).toMatchObject({ read: 6, accepted: 4, skipped: 2 });
  });

  it('counts no reach of its own: a person of two networks is one', async () => {
    const { row, files } = await told(`report a.csv ${one} --kpi engagements,engagement_rate,followers`, {
      'a.csv': table(
        'date,network,followers,reach,engagements',
        ...['2026-11-02,instagram,1000,500,50', '2026-11-02,facebook,500,300,30', '2026-11-02,,1500,700,80'],
        ...['2026-11-08,instagram,1010,500,50', '2026-11-08,facebook,510,300,30', '2026-11-08,,1520,750,80'],
      ),
    });
    // 50 + 30 + 50 + 30 of 1600; 1010 + 510.
    expect(row().values).toEqual({ engagements: 160, engagement_rate: 0.1, followers: 1520 });
    expect(files[0]).toMatchObject({ read: 6, accepted: 4, skipped: 2 });
  });

  it('counts where it is what no channel brought', async () => {
    const { row } = await told(`report a.csv ${one} --kpi sessions`, {
      'a.csv': table(
        'date,channel,sessions,purchases',
        ...['2026-11-02,A,70,2', '2026-11-02,B,30,1', '2026-11-02,,100,3'],
        ...['2026-11-08,A,50,1', '2026-11-08,B,10,0', '2026-11-08,,59,1'],
      ),
    });
    // 70 + 30 + 100 + 50 + 10 + 59: not every such row is a sum.
    expect(row().values).toEqual({ sessions: 319 });
  });
});
