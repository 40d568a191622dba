import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * A spreadsheet writes the dates of an export in the order of its own country. The tool's order holds only where no cell proves the
 * other; the period above a table proves an order, too.
 */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --period day';
const spend = async (...lines: string[]) =>
  told(`report a.csv ${options} --kpi ad_spend`, { 'a.csv': table(...lines) });
const social = async (kpis: string, ...lines: string[]) =>
  told(`report a.csv ${options} --kpi ${kpis}`, { 'a.csv': table(...lines) });

describe('dates saved again with the day first', () => {
  it('of LinkedIn Ads', async () => {
    const { row } = await spend(
      'Start Date (in UTC);Currency;Campaign Name;Total Spent;Impressions',
      '13/10/2026;EUR;A;12,34;1234',
      '02/10/2026;EUR;A;1,66;100',
    );
    expect([row('2026-10-13').values.ad_spend, row('2026-10-02').values.ad_spend]).toEqual([12.34, 1.66]);
  });

  it('of Facebook and Instagram posts', async () => {
    const facebook = await social(
      'engagements',
      'Post ID;Page ID;Publish time;Permalink;Date;Views;Reach;Reactions;Comments;Shares',
      '1;9;13/10/2026 18:12;https://f.example/1;Lifetime;10;5;1;1;1',
      '2;9;02/10/2026 18:12;https://f.example/2;Lifetime;10;5;2;0;0',
    );
    expect([facebook.row('2026-10-13'), facebook.row('2026-10-02')].map(({ values }) => values.engagements)).toEqual([
      3, 2,
    ]);
    const instagram = await social(
      'engagements',
      'Post ID;Account username;Publish time;Permalink;Views;Likes',
      '1;x;13/10/2026 18:12;https://i.example/1;10;5',
    );
    expect(instagram.row('2026-10-13').values.engagements).toBe(5);
  });

  it('of LinkedIn pages and X', async () => {
    const linkedIn = await social(
      'follower_growth',
      'Date;Sponsored followers;Organic followers;Auto-invited followers;Total followers',
      '13/10/2026;0;3;0;3',
      '14/10/2026;0;4;0;4',
    );
    expect(linkedIn.row('2026-10-14').values.follower_growth).toBe(4);
    const x = await social(
      'engagements',
      'Post id;Date;Post Link;Impressions;Likes',
      '1;13/10/2026;https://x.example/1;9;2',
    );
    expect(x.row('2026-10-13').values.engagements).toBe(2);
  });
});

describe('the period above a table', () => {
  it('proves the order of dates that are days of it in one order only', async () => {
    const french = await spend(
      'Rapport sur les campagnes',
      '1 oct. 2026 - 9 oct. 2026',
      'Jour;Campagne;Coût;Impr.',
      '01/10/2026;A;12,5;1250',
      '09/10/2026;A;7,25;1000',
    );
    expect([french.row('2026-10-01').values.ad_spend, french.row('2026-10-09').values.ad_spend]).toEqual([12.5, 7.25]);
    const american = await spend(
      'Campaign report',
      '"October 1, 2026 - October 9, 2026"',
      'Day,Campaign,Cost,Impr.',
      '10/1/2026,A,12.5,1250',
    );
    expect(american.row('2026-10-01').values.ad_spend).toBe(12.5);
  });

  it('proves nothing where both are', async () => {
    const file = table(
      'Campaign report',
      '"January 1, 2026 - October 9, 2026"',
      'Day,Campaign,Cost,Impr.',
      '10/1/2026,A,1,5',
    );
    const ran = await kpi(`report a.csv ${options}`, { 'a.csv': file });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('date_order: dmy');
  });
});

describe('reports of Microsoft Advertising', () => {
  const report = (aggregation: string, ...lines: string[]) =>
    spend('"Report Time: 10/1/2026 - 10/31/2026"', `"Report Aggregation: ${aggregation}"`, '', ...lines);

  it('by hour have the hour behind the day', async () => {
    const { row } = await report(
      'Hourly',
      'TimePeriod,CampaignName,Impressions,Clicks,Spend',
      '10/2/2026 12:00:00 AM|7,A,9,1,1.00',
      '10/2/2026 12:00:00 AM|13,A,9,1,2.00',
    );
    expect(row('2026-10-02').values.ad_spend).toBe(3);
  });

  it('by hour of the day cover their whole period', async () => {
    const { row } = await report('HourOfDay', 'TimePeriod,CampaignName,Impressions,Clicks,Spend', '7,A,9,1,31.00');
    expect(row('2026-10-02').values.ad_spend).toBe(1);
  });
});
