import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* A visit from a search engine has a source and no campaign: an empty campaign does not make it direct. */

const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --period all --compare none --by channel';

describe('a table with a column of sources and one of campaigns', () => {
  it('of Plausible has the channel of either', async () => {
    const file = table(
      'date,source,referrer,utm_source,utm_medium,utm_campaign,pageviews,visitors,visits,visit_duration,bounces',
      '2026-09-01,Google,google.com,,,,150,50,60,5000,20',
      '2026-09-01,,,,,,100,30,40,4000,20',
      '2026-09-02,,,news,email,fall,100,40,50,3000,30',
    );
    const { row } = await told(line, { 'a.csv': file });
    expect(row('all', { channel: 'Organic Search' }).values.sessions).toBe(60);
    expect(row('all', { channel: 'Direct' }).values.sessions).toBe(40);
    expect(row('all', { channel: 'Email' }).values.sessions).toBe(50);
  });

  it('of Shopify too', async () => {
    const file = table(
      '"Referrer source","Referrer name","UTM source","UTM medium","Day","Online store visitors","Sessions"',
      '"search","google","","","2026-09-01",50,60',
      '"direct","","","","2026-09-01",30,40',
      '"email","","news","email","2026-09-01",40,50',
    );
    const { row } = await told(line, { 'a.csv': file });
    expect(row('all', { channel: 'Organic Search' }).values.sessions).toBe(60);
    expect(row('all', { channel: 'Direct' }).values.sessions).toBe(40);
    expect(row('all', { channel: 'Email' }).values.sessions).toBe(50);
  });

  it('of Fathom too', async () => {
    const file = table(
      'datetime,referrer_hostname,utm_source,utm_medium,utm_campaign,uniques,pageviews',
      '2026-09-01 00:00:00,https://www.google.com,,,,120,260',
      '2026-09-01 00:00:00,,news,email,spring,40,95',
    );
    const { rows } = await told(line.replace('sessions', 'visitors'), { 'a.csv': file });
    expect(rows.map(({ dimensions }) => dimensions.channel).sort()).toEqual(['Email', 'Organic Search', undefined]);
  });
});
