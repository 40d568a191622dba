import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* The first number that files have of a network's followers says how many there are, not that they came this week. */

const weeks =
  '--timezone Europe/Paris --currency EUR --as-of 2026-11-16 --from 2026-11-02 --to 2026-11-15 --compare none';
const kpis = '--kpi followers,follower_growth,follower_growth_rate';
const header = 'date,network,followers,engagements,reach';
const instagram = [
  '2026-11-01,instagram,1000,10,100',
  '2026-11-08,instagram,1050,10,100',
  '2026-11-15,instagram,1100,30,200',
];
const tiktok = ['2026-11-12,tiktok,5000,50,100', '2026-11-15,tiktok,5020,50,400'];

describe('the first number of followers', () => {
  it('is no growth', async () => {
    const file = table(header, '2026-11-04,instagram,1000,10,100', ...instagram.slice(1));
    const { row } = await told(`report s.csv ${weeks} ${kpis}`, { 's.csv': file });
    expect(row('2026-W45')).toMatchObject({
      values: { followers: 1050, follower_growth: null },
      nulls: { follower_growth: 'insufficient_history', follower_growth_rate: 'insufficient_history' },
    });
    // 1100 - 1050 of 1050.
    expect(row('2026-W46').values).toEqual({
      followers: 1100,
      follower_growth: 50,
      follower_growth_rate: 0.047619047619,
    });
  });

  it('leaves the growth of the other networks, marked', async () => {
    const { row } = await told(`report s.csv ${weeks} ${kpis}`, { 's.csv': table(header, ...instagram, ...tiktok) });
    // TikTok begins on the 12th: how many it had before nobody knows.
    expect(row('2026-W45')).toMatchObject({
      values: { followers: 1050, follower_growth: 50, follower_growth_rate: 0.05 },
      flags: { followers: ['incomplete'], follower_growth: ['incomplete'] },
    });
    // 1100 + 5020 followers; Instagram grew by 50.
    expect(row('2026-W46')).toMatchObject({
      values: { followers: 6120, follower_growth: 50, follower_growth_rate: 0.047619047619 },
      flags: { follower_growth: ['incomplete'], follower_growth_rate: ['incomplete'] },
    });
    expect(row('2026-W46').flags.followers).toBeUndefined();
  });

  it('is none in the row of its network, whose engagement is its own', async () => {
    const files = { 's.csv': table(header, ...instagram, ...tiktok) };
    const { row } = await told(`report s.csv ${weeks} ${kpis},engagement_rate --by source`, files);
    expect(row('2026-W46', { source: 'tiktok' })).toMatchObject({
      values: { followers: 5020, follower_growth: null, engagement_rate: 0.2 },
      nulls: { follower_growth: 'insufficient_history' },
    });
    expect(row('2026-W46', { source: 'instagram' })).toMatchObject({
      values: { followers: 1100, follower_growth: 50, engagement_rate: 0.15 },
      flags: {},
    });
  });

  it('is none of months that lie before the file or after it, nor of what is no network', async () => {
    const files = {
      's.csv': table(header, ...instagram),
      'v.csv': table('date,source,sessions', '2026-11-10,google,5'),
    };
    const months = '--timezone Europe/Paris --currency EUR --as-of 2027-01-01 --compare none --period month';
    const { row } = await told(`report . ${months} --from 2026-09-01 --to 2026-12-31 ${kpis}`, files);
    const all = ['2026-09', '2026-10', '2026-11', '2026-12'].map((month) => row(month).nulls);
    expect(all.map((nulls) => nulls.follower_growth)).toEqual([
      'not_covered',
      'not_covered',
      'insufficient_history',
      'not_covered',
    ]);
    expect(all.map((nulls) => nulls.follower_growth_rate)).toEqual(all.map((nulls) => nulls.follower_growth));
    const groups = await told(`report . ${weeks} ${kpis} --by source`, files);
    expect(groups.row('2026-W46', { source: 'google' }).nulls).toMatchObject({
      followers: 'no_observations',
      follower_growth: 'no_observations',
    });
    expect(groups.row('2026-W46', { source: 'instagram' }).values.follower_growth).toBe(50);
  });

  it('is, in the order of any file', async () => {
    const files = { 'b.csv': table(header, ...tiktok.toReversed()), 'a.csv': table(header, ...instagram.toReversed()) };
    const { row } = await told(`report . ${weeks} ${kpis}`, files);
    expect(row('2026-W46').values).toMatchObject({ followers: 6120, follower_growth: 50 });
  });
});
