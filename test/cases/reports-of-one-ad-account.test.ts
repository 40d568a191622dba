import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* One account exported at two levels, with other columns, or as cards: its cost counts once. */

const options = '--timezone Europe/Paris --currency EUR --compare none --all --as-of 2027-06-01 --kpi ad_spend';
const spend = async (files: Readonly<Record<string, string>>) => {
  const paths = Object.keys(files).filter((name) => name !== 'kpi.yaml');
  const { row, codes } = await told(`report ${paths.join(' ')} ${options} --period all`, files);
  return [row().values.ad_spend, codes];
};

const campaigns = table(
  'Campaign report',
  '"March 1, 2026 - March 2, 2026"',
  'Day,Campaign,Impr.,Currency code,Cost,Clicks',
  '2026-03-01,A,100,EUR,50.00,1',
  '2026-03-02,A,100,EUR,40.00,1',
);
const adGroups = (campaign: string) =>
  table(
    'Ad group report',
    '"March 1, 2026 - March 2, 2026"',
    'Day,Campaign,Ad group,Impr.,Currency code,Cost,Clicks',
    `2026-03-01,${campaign},g,100,EUR,30.00,1`,
    `2026-03-01,${campaign},h,100,EUR,10.00,1`,
    `2026-03-02,${campaign},g,100,EUR,40.00,1`,
  );

describe('reports of Google Ads', () => {
  it('by ad group are left out beside one by campaign, which includes removed ones', async () => {
    expect(await spend({ 'a.csv': campaigns, 'z.csv': adGroups('A') })).toEqual([90, ['other_table']]);
    expect(await spend({ 'z.csv': campaigns, 'a.csv': adGroups('A') })).toEqual([90, ['other_table']]);
  });

  it('without a campaign in common are of two accounts', async () => {
    expect(await spend({ 'a.csv': campaigns, 'z.csv': adGroups('B') })).toEqual([170, []]);
  });

  it('are the same where only one states its currency', async () => {
    const other = campaigns.replace('Currency code,', '').replaceAll('EUR,', '');
    expect(await spend({ 'a.csv': campaigns, 'z.csv': other })).toEqual([90, []]);
  });

  it('by search term are not read', async () => {
    const terms = table(
      'Search terms report',
      '"March 1, 2026 - March 2, 2026"',
      'Search term,Campaign,Cost',
      'tee,A,9.00',
    );
    expect(await spend({ 'a.csv': campaigns, 'z.csv': terms })).toEqual([90, ['not_read']]);
  });
});

describe('cards of Google Ads', () => {
  const devices = table('Device,Cost,Impressions,Clicks', 'Computers,€60.00,100,1', 'Mobile phones,€30.00,100,1');
  const hours = table('Hour,Clicks,Impressions,Avg. CPC,Cost', '00 - 01,0,0,€0.00,€0.00', '01 - 02,1,5,€1.50,€1.50');
  const networks = table('Network,Clicks,Cost,Avg. CPC', 'Google search,2,€90.00,€45.00');

  it('repeat the cost of a report: they are recognised, not read', async () => {
    const files = { 'a.csv': campaigns, 'd.csv': devices, 'h.csv': hours, 'n.csv': networks };
    expect(await spend(files)).toEqual([90, ['not_read']]);
  });

  it('are read with the days that the configuration states', async () => {
    const days = (path: string, from: string, to: string) =>
      table('sources:', `  - path: ${path}`, `    from: ${from}`, `    to: ${to}`);
    expect(await spend({ 'h.csv': hours, 'kpi.yaml': days('h.csv', '2026-03-01', '2026-03-01') })).toEqual([1.5, []]);
    const both = { 'a.csv': campaigns, 'd.csv': devices, 'kpi.yaml': days('d.csv', '2026-03-01', '2026-03-02') };
    expect(await spend(both)).toEqual([90, ['other_table']]);
  });

  it('alone are an error that says so', async () => {
    const { code, err } = await kpi(`report d.csv ${options}`, { 'd.csv': devices });
    expect(code).toBe(2);
    expect(err).toContain('recognised, not read');
    expect(err).toContain('`from` and `to`');
  });
});

describe('reports of Meta Ads', () => {
  const byDay = (header: string, ...rows: string[]) =>
    table(`${header},Day,Impressions,Amount spent (EUR)`, ...rows.map((row) => row.replace('*', '2026-03-01,10')));
  const byCampaign = byDay('Campaign name', 'A,*,5.00');

  it('by ad are left out beside one by campaign, with or without the names of campaigns and of the account', async () => {
    const ads = byDay('Ad name', 'x,*,3.00', 'y,*,2.00');
    expect(await spend({ 'a.csv': byCampaign, 'b.csv': ads })).toEqual([5, ['other_table']]);
    const named = byDay('Campaign name,Ad name', 'A,x,*,3.00', 'A,y,*,2.00');
    expect((await spend({ 'a.csv': byCampaign, 'b.csv': named }))[0]).toBe(5);
    const ofAccount = byDay('Account name,Campaign name,Ad name', 'Shop,A,x,*,3.00', 'Shop,A,y,*,2.00');
    expect(await spend({ 'a.csv': byCampaign, 'b.csv': ofAccount })).toEqual([5, ['other_table']]);
  });

  it('of two accounts count both', async () => {
    const [one, two] = ['One', 'Two'].map((name) => byDay('Account name,Campaign name', `${name},A,*,5.00`));
    expect((await spend({ 'a.csv': one!, 'b.csv': two! }))[0]).toBe(10);
  });
});

describe('reports of Amazon Ads', () => {
  const header = 'Date,Currency,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales ';
  const terms = table(`${header},Customer Search Term`, '2026-03-01,EUR,A,60,20,6.00,10.00,tee');

  it('by search term are left out beside one by campaign', async () => {
    const campaign = table(header, '2026-03-01,EUR,A,900,21,6.00,10.00');
    expect(await spend({ 'a.csv': campaign, 'z.csv': terms })).toEqual([6, ['other_table']]);
  });

  it('by search term count beside one of other campaigns', async () => {
    const brands = table(header.replace('7 Day', '14 Day'), '2026-03-01,EUR,B,900,21,4.00,10.00');
    expect(await spend({ 'a.csv': brands, 'z.csv': terms })).toEqual([10, []]);
  });
});
