import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * A list of posts and a table of days of one network hold the same likes: those of a post since it was published, and those of all
 * posts on a day. They are not added up; what only one of them tells counts as well.
 */

const options = '--timezone Europe/Paris --compare none --all --period all --as-of 2026-11-09';

/** 8 engagements of the one post; 10 and 2 on days, with 2 and 1 followers more than lost. */
const posts = table(
  'Post id,Date,Post Link,Impressions,Likes,Reposts,URL Clicks',
  '1,"Tue, Oct 13, 2026",https://x.example/1,90,7,1,4',
);
const days = table(
  'Date,Impressions,Likes,New follows,Unfollows,Reposts',
  '"Wed, Oct 14, 2026",40,2,1,0,0',
  '"Tue, Oct 13, 2026",100,9,3,1,1',
);

describe('posts of X beside days', () => {
  const kpis = '--kpi engagements,follower_growth,social_ctr';

  it('on the days of the list the posts count, on others the days, and new followers on all', async () => {
    const { row, codes, warnings } = await told(`report . ${options} ${kpis}`, { 'a.csv': days, 'b.csv': posts });
    // 8 of the post and 2 of 14 October; 2 + 1 followers; 4 clicks of 90 impressions.
    expect(row().values).toEqual({ engagements: 10, follower_growth: 3, social_ctr: 0.0444444444444 });
    expect(codes).toContain('other_table');
    expect(warnings.find(({ code }) => code === 'other_table')?.message).toContain(
      'left out: impressions, engagements',
    );
  });

  it('the days count where they are preferred', async () => {
    const config = 'sources: [{ path: a.csv, prefer: true }, { path: b.csv }]\n';
    const files = { 'a.csv': days, 'b.csv': posts, 'kpi.yaml': config };
    const { row } = await told(`report . ${options} ${kpis}`, files);
    expect(row().values).toMatchObject({ engagements: 12, follower_growth: 3 });
  });
});

it.each([
  [
    'LinkedIn',
    [
      'Post link,Created date,Click through rate (CTR),Impressions,Likes,Clicks',
      'https://l.example/1,10/13/2026,0.01,100,8,3',
    ],
    ['Date,Impressions (organic),Clicks (organic),Reactions (organic)', '10/13/2026,120,5,9'],
  ],
  [
    'TikTok',
    ['Video link,Post time,Total views,Total likes', 'https://t.example/1,2026-10-13 09:10,1000,8'],
    ['Date,Video Views,Profile Views,Likes', '2026-10-13,1200,2,9'],
  ],
])('%s: rows that hold nothing else are left out whole', async (_network, list, byDay) => {
  const files = { 'a.csv': table(...list), 'b.csv': table(...byDay) };
  const { row, files: read } = await told(`report . ${options} --kpi engagements`, files);
  expect(row().values.engagements).toBe(8);
  expect(read.find(({ path }) => path === 'b.csv')).toMatchObject({ read: 1, accepted: 0, skipped: 1 });
});

it('two networks have nothing in common', async () => {
  const files = { 'a.csv': posts, 'b.csv': table('Date,Video Views,Profile Views,Likes', '2026-10-13,1200,2,9') };
  const { row, codes } = await told(`report . ${options} --kpi engagements`, files);
  expect(row().values.engagements).toBe(17);
  expect(codes).not.toContain('other_table');
});
