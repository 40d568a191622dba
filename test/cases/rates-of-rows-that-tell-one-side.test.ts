import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A rate holds what rows tell against each other: a row that tells one side only (a post whose reach the network does not give, an ad paid
 * by commission) would make it too high or too low.
 */

const report = (file: string, kpis: string, more = '') =>
  `report ${file} ${lastWeek} --compare none --kpi ${kpis} ${more}`;

describe('a post without reach', () => {
  const header = 'date,network,engagements,reach,impressions,link_clicks';

  it('adds nothing to the rate of the others, on other days', async () => {
    const file = table(
      header,
      '2026-11-02,instagram,40,1000,2000,10',
      '2026-11-04,instagram,500,,,90',
      '2026-11-08,instagram,20,500,1000,5',
    );
    const { row } = await told(report('s.csv', 'engagement_rate,engagement_rate_impressions,social_ctr,engagements'), {
      's.csv': file,
    });
    // (40 + 20) / (1000 + 500), (40 + 20) / (2000 + 1000), (10 + 5) / 3000; all posts have 560 engagements.
    expect(row()).toMatchObject({
      values: { engagement_rate: 0.04, engagement_rate_impressions: 0.02, social_ctr: 0.005, engagements: 560 },
      flags: {
        engagement_rate: ['incomplete'],
        engagement_rate_impressions: ['incomplete'],
        social_ctr: ['incomplete'],
      },
    });
    expect(row().flags.engagements).toBeUndefined();
  });

  it('adds nothing to that of the same day either, and marks the groups that it is in', async () => {
    const file = table(
      header,
      '2026-11-02,instagram,40,1000,2000,10',
      '2026-11-02,instagram,500,,,90',
      '2026-11-08,tiktok,20,400,1000,5',
    );
    const { row } = await told(report('s.csv', 'engagement_rate', '--by source'), { 's.csv': file });
    expect(row('all', { source: 'instagram' })).toMatchObject({
      values: { engagement_rate: 0.04 },
      flags: { engagement_rate: ['incomplete'] },
    });
    expect(row('all', { source: 'tiktok' })).toMatchObject({ values: { engagement_rate: 0.05 }, flags: {} });
  });

  it('is one whose engagements nobody tells, too; followers alone are none', async () => {
    const file = table(
      `${header},followers`,
      '2026-11-02,instagram,40,1000,2000,10,',
      '2026-11-03,instagram,,,,,900',
      '2026-11-08,instagram,20,500,1000,5,910',
    );
    const whole = await told(report('s.csv', 'engagement_rate'), { 's.csv': file });
    expect(whole.row()).toMatchObject({ values: { engagement_rate: 0.04 }, flags: {} });
    const lacking = await told(report('s.csv', 'engagement_rate'), {
      's.csv': `${file}2026-11-05,instagram,,4500,,,\n`,
    });
    expect(lacking.row()).toMatchObject({
      values: { engagement_rate: 0.04 },
      flags: { engagement_rate: ['incomplete'] },
    });
  });

  it('may be one of a file of its own', async () => {
    const files = {
      'a.csv': table('date,network,engagements,reach', '2026-11-02,instagram,40,1000', '2026-11-08,instagram,20,500'),
      'b.csv': table('date,network,engagements', '2026-11-02,tiktok,700', '2026-11-08,tiktok,800'),
    };
    const { row } = await told(report('.', 'engagement_rate'), files);
    expect(row()).toMatchObject({ values: { engagement_rate: 0.04 }, flags: { engagement_rate: ['incomplete'] } });
  });
});

describe('an ad without impressions', () => {
  const header = 'date,platform,cost,impressions,clicks';

  it('adds nothing to the rates per impression', async () => {
    const file = table(
      header,
      '2026-11-02,Google Ads,10,1000,20',
      '2026-11-08,Google Ads,20,2000,40',
      // A network that is paid by commission tells clicks and no impressions.
      '2026-11-08,Awin,60,,300',
    );
    const { row } = await told(report('a.csv', 'cpm,ctr,cpc,ad_spend'), { 'a.csv': file });
    // 1000 × 30 / 3000, 60 / 3000, 90 / 360.
    expect(row()).toMatchObject({
      values: { cpm: 10, ctr: 0.02, cpc: 0.25, ad_spend: 90 },
      flags: { cpm: ['incomplete'], ctr: ['incomplete'] },
    });
    expect(row().flags.cpc).toBeUndefined();
  });

  it('is not one that nobody has seen or clicked', async () => {
    const file = table(header, '2026-11-02,Google Ads,10,1000,', '2026-11-08,Google Ads,0,,');
    const { row } = await told(report('a.csv', 'cpm,ctr'), { 'a.csv': file });
    expect(row()).toMatchObject({ values: { cpm: 10, ctr: 0 }, flags: {} });
  });
});
