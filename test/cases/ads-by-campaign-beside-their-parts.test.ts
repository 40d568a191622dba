import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * An account's spend exported twice, by campaign and by what campaigns consist of. Removed ads have no row, so the parts add up to less:
 * the report by campaign is complete, and rows of the other never replace its rows.
 */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --period all --kpi ad_spend,impressions';

/** 20.00 for campaign A, of which two ads that still exist cost 9.00 and 6.00. */
const tools = {
  'Meta Ads': [
    ['Campaign name,Day,Amount spent (EUR),Impressions', 'A,2026-10-01,20,100'],
    ['Campaign name,Ad name,Day,Amount spent (EUR),Impressions', 'A,x,2026-10-01,9,40', 'A,y,2026-10-01,6,50'],
  ],
  'Meta Ads, by age': [
    ['Campaign name,Day,Amount spent (EUR),Impressions', 'A,2026-10-01,20,100'],
    ['Campaign name,Age,Day,Amount spent (EUR),Impressions', 'A,18-24,2026-10-01,9,40', 'A,25-34,2026-10-01,6,50'],
  ],
  'Meta Ads, groups beside ads': [
    ['Campaign name,Ad set name,Day,Amount spent (EUR),Impressions', 'A,s,2026-10-01,20,100'],
    [
      'Campaign name,Ad set name,Ad name,Day,Amount spent (EUR),Impressions',
      'A,s,x,2026-10-01,9,40',
      'A,s,y,2026-10-01,6,50',
    ],
  ],
  'TikTok Ads': [
    ['Campaign name,By Day,Cost,Impressions,Clicks (destination)', 'A,2026-10-01,20,100,3'],
    [
      'Campaign name,Ad group name,By Day,Cost,Impressions,Clicks (destination)',
      'A,x,2026-10-01,9,40,1',
      'A,y,2026-10-01,6,50,1',
    ],
  ],
  'LinkedIn Ads': [
    ['Start Date (in UTC),Campaign Name,Total Spent,Impressions,Clicks', '10/13/2026,A,20,100,3'],
    [
      'Start Date (in UTC),Campaign Name,Creative Name,Total Spent,Impressions,Clicks',
      '10/13/2026,A,x,9,40,1',
      '10/13/2026,A,y,6,50,1',
    ],
  ],
  'Microsoft Advertising': [
    ['TimePeriod,CampaignName,Impressions,Clicks,Spend', '2026-10-01,A,100,3,20'],
    ['TimePeriod,CampaignName,Keyword,Impressions,Clicks,Spend', '2026-10-01,A,x,40,1,9', '2026-10-01,A,y,50,1,6'],
  ],
  'Pinterest Ads': [
    ['Date,Campaign name,Spend in account currency,Impressions', '2026-10-01,A,20,100'],
    [
      'Date,Campaign name,Ad group name,Spend in account currency,Impressions',
      '2026-10-01,A,x,9,40',
      '2026-10-01,A,y,6,50',
    ],
  ],
  Criteo: [
    ['Campaign,Day,Displays,Clicks,AdvertiserCost', 'A,2026-10-01,100,3,20'],
    ['Campaign,Adset,Day,Displays,Clicks,AdvertiserCost', 'A,x,2026-10-01,40,1,9', 'A,y,2026-10-01,50,1,6'],
  ],
  'Amazon Ads': [
    ['Date,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales ', '2026-10-01,A,100,3,20,0'],
    [
      'Date,Campaign Name,Advertised SKU,Impressions,Clicks,Spend,7 Day Total Sales ',
      '2026-10-01,A,x,40,1,9,0',
      '2026-10-01,A,y,50,1,6,0',
    ],
  ],
  'Snapchat Ads': [
    ['Date,Campaign Name,Spend,Impressions,Swipe Ups', '2026-10-01,A,20,100,3'],
    ['Date,Campaign Name,Ad Squad Name,Spend,Impressions,Swipe Ups', '2026-10-01,A,x,9,40,1', '2026-10-01,A,y,6,50,1'],
  ],
} as const;

describe('a report of ads by campaign', () => {
  for (const [tool, [whole, parts]] of Object.entries(tools))
    it(`is read in place of its parts: ${tool}`, async () => {
      for (const names of [
        ['a.csv', 'b.csv'],
        ['b.csv', 'a.csv'],
      ] as const) {
        const files = { [names[0]]: table(...whole), [names[1]]: table(...parts) };
        const { row, codes } = await told(`report . ${options}`, files);
        expect(row().values).toMatchObject({ ad_spend: 20, impressions: 100 });
        expect(codes).toContain('other_table');
      }
    });

  it('of some campaigns gives way to the ads of all', async () => {
    const files = {
      'a.csv': table('Campaign name,Day,Amount spent (EUR),Impressions', 'A,2026-10-01,20,100'),
      'b.csv': table(
        'Campaign name,Ad name,Day,Amount spent (EUR),Impressions',
        'A,x,2026-10-01,20,100',
        'B,y,2026-10-01,6,50',
      ),
    };
    const { row } = await told(`report . ${options}`, files);
    expect(row().values).toMatchObject({ ad_spend: 26, impressions: 150 });
  });
});
