import { describe, expect, it } from 'vitest';
import { zipOf } from '../readers/zip-kit.ts';
import { kpi, table, told } from './kit.ts';

/* Search Console packs one number of clicks into several tables: added up, or taken for ads or visits, they multiply it. */

const chart = table(
  'Date,Clicks,Impressions,CTR,Position',
  '2026-11-02,10,500,2%,12.1',
  '2026-11-03,0,15,0%,32.2',
  '2026-11-06,20,1000,2%,8',
);
const countries = table(
  'Country,Clicks,Impressions,CTR,Position',
  'France,20,1000,2%,10',
  'Belgium,8,400,2%,11',
  'Germany,2,115,1.74%,20',
);
const devices = table(
  'Device,Clicks,Impressions,CTR,Position',
  'Mobile,21,900,2.33%,9',
  'Desktop,9,600,1.5%,11',
  'Tablet,0,15,0%,30',
);
const queries = table('Top queries,Clicks,Impressions,CTR,Position', 'example shop,9,90,10%,1.2', 'tee,1,40,2.5%,8.4');
const pages = table('Top pages,Clicks,Impressions,CTR,Position', 'https://shop.example/,29,900,3.22%,5');
const appearance = table('Search Appearance,Clicks,Impressions,CTR,Position', 'Product snippets,3,30,10%,5');
const plainFilters = table('Filter,Value', 'Search type,Web', 'Date,Last 28 days');
const line = '--period all --all --kpi search_clicks,search_impressions,search_position,clicks,impressions,sessions';
const members = {
  'Chart.csv': chart,
  'Countries.csv': countries,
  'Devices.csv': devices,
  'Queries.csv': queries,
  'Pages.csv': pages,
  'Search appearance.csv': appearance,
  'Filters.csv': plainFilters,
};
const zip = zipOf(Object.entries(members).map(([name, data]) => ({ name, data })));

describe('the tables of one export', () => {
  it.each([
    ['in an archive', { 'gsc/site-Performance-on-Search-2026-11-09.zip': zip }],
    ['in a folder', Object.fromEntries(Object.entries(members).map(([name, text]) => [`gsc/${name}`, text]))],
  ])('%s count once, by the chart', async (_, files) => {
    const { row, codes } = await told(`report gsc ${line}`, files);
    expect(row().values).toMatchObject({ search_clicks: 30, search_impressions: 1515, clicks: null, sessions: null });
    // (12.1 × 500 + 32.2 × 15 + 8 × 1000) / 1515
    expect(row().values.search_position).toBe(9.59273927393);
    expect(row().flags.search_position).toContain('approx');
    expect(codes.filter((code) => code !== 'stale')).toEqual(['not_read']);
  });

  it('tell their own dimension only', async () => {
    const byCountry = await told(`report gsc ${line} --by country`, { 'gsc/a.zip': zip });
    expect(byCountry.row('all', { country: 'FR' }).values.search_clicks).toBe(20);
    expect(byCountry.row('all', {}).values.search_clicks).toBe(30);
    const byDevice = await told(`report gsc ${line} --by device`, { 'gsc/a.zip': zip });
    expect(byDevice.row('all', { device: 'mobile' }).values.search_impressions).toBe(900);
    expect(byDevice.row('all', {}).values.search_impressions).toBe(1515);
  });

  it('of two downloads each take the days of the chart of their own', async () => {
    const files = {
      'Chart.csv': chart,
      'Countries.csv': countries,
      'Chart (1).csv': table('Date,Clicks,Impressions,CTR,Position', '2026-10-05,4,80,5%,3', '2026-10-06,6,120,5%,3'),
      'Countries (1).csv': table('Country,Clicks,Impressions,CTR,Position', 'France,10,200,5%,3'),
    };
    const { row } = await told(`report . ${line.replace('--period all', '--period month')} --by country`, files);
    expect(row('2026-10', { country: 'FR' }).values.search_clicks).toBe(10);
    expect(row('2026-11', { country: 'FR' }).values.search_clicks).toBe(20);
  });
});

describe('a table without days', () => {
  it('alone asks for its period', async () => {
    const { code, err } = await kpi(`report Countries.csv ${line}`, { 'Countries.csv': countries });
    expect(code).toBe(2);
    expect(err).toContain('from: 2026-03-01');
  });

  it('of queries counts as a part, and says so', async () => {
    const files = {
      'Queries.csv': queries,
      'kpi.yaml': 'sources: [{ path: Queries.csv, from: 2026-11-02, to: 2026-11-08 }]\n',
    };
    const { row, codes } = await told(`report ${line}`, files);
    expect(row().values.search_clicks).toBe(10);
    expect(row().flags.search_clicks).toContain('approx');
    expect(codes).toContain('part_of_whole');
  });
});

describe('an export that is not of the whole site', () => {
  it('says so where it is filtered', async () => {
    const filters = table('Filtre,Valeur', 'Type de recherche,Web', 'Date,Les 28 derniers jours', 'Page,+/blog/');
    const { codes } = await told(`report . ${line}`, { 'Graphique.csv': chart, 'Filtres.csv': filters });
    expect(codes).toContain('export_filtered');
  });

  it('is not read where it compares two periods of free choice', async () => {
    const compared = table(
      'Top pages,6/1/26 - 6/13/26 Clicks,6/14/26 - 6/21/26 Clicks,6/1/26 - 6/13/26 Impressions,6/14/26 - 6/21/26 Impressions,6/1/26 - 6/13/26 CTR,6/14/26 - 6/21/26 CTR,6/1/26 - 6/13/26 Position,6/14/26 - 6/21/26 Position',
      'https://shop.example/,4,2,9,3,44.44%,66.67%,1.22,1',
    );
    const { codes, row } = await told(`report . ${line}`, { 'Chart.csv': chart, 'Pages.csv': compared });
    expect(codes).toContain('not_read');
    expect(row().values.search_clicks).toBe(30);
  });
});

describe('a table of clicks and impressions without a cost', () => {
  it('of another search engine is organic search', async () => {
    const bing = table('Date,Impressions,Clicks,CTR,Avg. Position', '2026-11-02,100,5,5%,4.5', '2026-11-06,50,1,2%,6');
    const { row, files } = await told(`report bing.csv ${line}`, { 'bing.csv': bing });
    expect(files[0]?.format).toBe('generic-search');
    expect(row().values).toMatchObject({ search_clicks: 6, clicks: null, search_position: 5 });
  });

  it('of campaigns is neither search nor spend', async () => {
    const ads = table('Date,Campaign,Impressions,Clicks', '2026-11-02,a,100,5', '2026-11-06,b,50,1');
    expect((await kpi(`report ads.csv ${line}`, { 'ads.csv': ads })).code).toBe(2);
  });
});
