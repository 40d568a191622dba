import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * An ad platform whose export has no conversions, value or clicks says nothing of them. Counted as 0, its cost lowers the ROAS of the others,
 * and it seems to earn nothing itself.
 */

const google = table(
  'Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value',
  '2026-11-02,Brand,EUR,100.00,1000,10,5,500',
  '2026-11-08,Brand,EUR,100.00,1000,10,5,500',
);
const linkedin = table(
  'date,platform,campaign,cost,impressions',
  '2026-10-26,LinkedIn Ads,Jobs,100.00,1000',
  '2026-11-02,LinkedIn Ads,Jobs,100.00,1000',
  '2026-11-08,LinkedIn Ads,Jobs,100.00,1000',
);
const both = { 'google.csv': google, 'linkedin.csv': linkedin };
const kpis = 'ad_spend,conversions,conversion_value,roas,cpa,cpc';

describe('ads of a platform that reports no conversions, value or clicks', () => {
  it('are no part of what is divided by them, and have none of their own', async () => {
    const { row } = await told(`report . ${lastWeek} --compare none --kpi ${kpis} --by source`, both);
    // 1000 / 200, 200 / 10, 200 / 20.
    const ofGoogle = { conversions: 10, conversion_value: 1000, roas: 5, cpa: 20, cpc: 10 };
    expect(row()).toMatchObject({
      values: { ad_spend: 400, ...ofGoogle },
      flags: { roas: ['incomplete'], cpa: ['incomplete'], cpc: ['incomplete'] },
    });
    expect(row('all', { source: 'Google Ads' }).values).toEqual({ ad_spend: 200, ...ofGoogle });
    const unknown = { conversions: null, conversion_value: null, roas: null, cpa: null, cpc: null };
    expect(row('all', { source: 'LinkedIn Ads' })).toMatchObject({
      values: { ad_spend: 200, ...unknown },
      nulls: Object.fromEntries(Object.keys(unknown).map((id) => [id, 'missing_kind'])),
    });
  });

  it('leave what they lack unknown in a week of their own', async () => {
    const line = `report . ${lastWeek.replace('--last 1', '--last 2')} --compare none --kpi ${kpis}`;
    const { row } = await told(line, both);
    expect(row('2026-W44')).toMatchObject({
      values: { ad_spend: 100, conversions: null, conversion_value: null, roas: null, cpa: null, cpc: null },
      nulls: { conversions: 'not_covered', roas: 'not_covered', cpc: 'not_covered' },
    });
    expect(row('2026-W45').values).toMatchObject({ conversion_value: 1000, roas: 5 });
  });

  it('are divided by the leads of the contact list all the same', async () => {
    const files = { ...both, 'leads.csv': table('lead_id,created_at', '1,2026-11-02', '2,2026-11-08') };
    const { row } = await told(`report . ${lastWeek} --compare none --kpi cpl`, files);
    // (200 + 200) / 2.
    expect(row().values).toEqual({ cpl: 200 });
  });

  it('have none where their cells are blank, which is 0', async () => {
    const meta = table(
      'Campaign name,Day,Impressions,Link clicks,Purchases,Purchases conversion value,Amount spent (EUR)',
      'Brand,2026-11-02,1000,10,2,90,30.00',
      'Sale,2026-11-08,1000,,,,60.00',
    );
    const { row } = await told(`report . ${lastWeek} --compare none --kpi roas,cpa,cpc --by campaign --strict`, {
      'm.csv': meta,
    });
    // 90 / 90, 90 / 2, 90 / 10.
    expect(row().values).toEqual({ roas: 1, cpa: 45, cpc: 9 });
    expect(row().flags).toEqual({});
    expect(row('all', { campaign: 'Sale' }).values).toEqual({ roas: 0, cpa: null, cpc: null });
  });
});

describe('visits of a tool that counts no carts', () => {
  const files = {
    'fr.csv': table('date,channel,sessions,carts', '2026-11-02,Direct,100,10', '2026-11-08,Direct,100,10'),
    'de.csv': table('date,channel,sessions', '2026-11-02,Email,50', '2026-11-08,Email,50'),
    'kpi.yaml': 'sources:\n  - { path: fr.csv, store: fr }\n  - { path: de.csv, store: de }\n',
  };

  it('have an unknown number of them, not none', async () => {
    const { row } = await told(`report ${lastWeek} --compare none --kpi sessions,add_to_cart_rate --by channel`, files);
    expect(row('all', { channel: 'Direct' }).values).toEqual({ sessions: 200, add_to_cart_rate: 0.1 });
    expect(row('all', { channel: 'Email' })).toMatchObject({
      values: { sessions: 100, add_to_cart_rate: null },
      nulls: { add_to_cart_rate: 'missing_kind' },
    });
  });
});

describe('posts of which none has its reach', () => {
  const header = 'date,network,engagements,reach,impressions';

  it('have no rate by reach because nothing says it, not because it is 0', async () => {
    const file = table(header, '2026-11-02,instagram,100,,5000', '2026-11-08,instagram,100,,5000');
    const { row } = await told(`report s.csv ${lastWeek} --compare none --kpi engagement_rate`, { 's.csv': file });
    expect(row().nulls).toEqual({ engagement_rate: 'no_observations' });
    const nobody = table(header, '2026-11-02,instagram,0,0,5000', '2026-11-08,instagram,0,0,5000');
    const zero = await told(`report s.csv ${lastWeek} --compare none --kpi engagement_rate`, { 's.csv': nobody });
    expect(zero.row().nulls).toEqual({ engagement_rate: 'zero_denominator' });
  });

  it('are none in a week without a post', async () => {
    const files = {
      'posts.csv': table(
        'post_id,date,network,engagements,reach',
        ...['a,2026-10-19', 'b,2026-10-23', 'c,2026-11-02', 'd,2026-11-08'].map((post) => `${post},instagram,10,100`),
      ),
      'followers.csv': table(
        'date,network,followers',
        ...['2026-10-19', '2026-10-26', '2026-11-01', '2026-11-08'].map((day) => `${day},instagram,5`),
      ),
    };
    const line = 'report . --timezone Europe/Paris --last 3 --compare none --kpi engagements --by source';
    const { row } = await told(line, files);
    expect(row('2026-W44', { source: 'instagram' }).values).toEqual({ engagements: 0 });
    expect(row('2026-W45', { source: 'instagram' }).values).toEqual({ engagements: 20 });
  });
});
