import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A rate by followers holds the posts of an account against those who follow it. Posts of all networks times followers of all networks
 * is the rate of none: it lies below that of each.
 */

const ask = `report . ${lastWeek} --compare none --kpi engagement_rate_followers,engagements,followers`;
const header = 'date,network,posts,engagements,followers';

describe('an engagement rate by followers', () => {
  const files = {
    'instagram.csv': table(header, '2026-11-02,instagram,2,100,1000', '2026-11-08,instagram,1,50,1010'),
    'facebook.csv': table(header, '2026-11-02,facebook,1,10,5000', '2026-11-08,facebook,1,20,5000'),
  };

  it('is not known of two networks together, and is of each', async () => {
    const { row } = await told(`${ask} --by source`, files);
    expect(row()).toMatchObject({
      values: { engagement_rate_followers: null, engagements: 180, followers: 6010 },
      nulls: { engagement_rate_followers: 'not_identified' },
    });
    // 150 / (3 × 1010), 30 / (2 × 5000).
    expect(row('all', { source: 'instagram' }).values.engagement_rate_followers).toBe(0.049504950495);
    expect(row('all', { source: 'facebook' }).values.engagement_rate_followers).toBe(0.003);
  });

  it('is known of one network, whose followers are in a list that does not name the account', async () => {
    const { row } = await told(ask, {
      'posts.csv': table(
        'Post ID,Account ID,Account username,Account name,Publish time,Permalink,Post type,Date,Reach,Likes,Shares,Comments,Saves',
        '180,1,shop,Shop,11/02/2026 10:00,https://i/1,IG image,Lifetime,800,50,5,3,2',
        '181,1,shop,Shop,11/08/2026 10:00,https://i/2,IG image,Lifetime,900,35,1,2,2',
      ),
      'followers.csv': table('date,network,followers', '2026-11-02,Instagram,990', '2026-11-08,Instagram,1000'),
    });
    // (60 + 40) / (2 × 1000).
    expect(row().values.engagement_rate_followers).toBe(0.05);
  });

  it('is not known of two accounts of one network either', async () => {
    const { row } = await told(ask, {
      'fr.csv': table(header, '2026-11-02,instagram,2,100,1000', '2026-11-08,instagram,1,10,1000'),
      'de.csv': table(header, '2026-11-02,instagram,1,50,9000', '2026-11-08,instagram,1,10,9000'),
      'kpi.yaml': table('sources:', '  - { path: fr.csv, account: fr }', '  - { path: de.csv, account: de }'),
    });
    expect(row()).toMatchObject({
      values: { engagement_rate_followers: null, followers: 10_000 },
      nulls: { engagement_rate_followers: 'not_identified' },
    });
  });
});
