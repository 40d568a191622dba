import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * Meta exports posts with their figures since publication, or by day. Both are the same likes: 12 of the first post, 5 of the
 * second. By day those of the first came on two days.
 */

const options =
  '--timezone Europe/Paris --compare none --as-of 2026-11-09 --kpi engagements,engagement_rate_impressions';
const head = {
  facebook:
    'Post ID,Page ID,Page name,Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Reactions,Comments,Shares',
  instagram:
    'Post ID,Account ID,Account username,Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Comments,Shares',
};
const row = (post: number, day: number, date: string, views: number, likes: number, reach = views / 2): string =>
  `18000000000000${post},1,shop,11/0${day}/2026 18:12,https://m.example/${post},Photos,,${date},${views},${reach},${likes},0,0`;
const whole = [row(1, 2, 'Lifetime', 200, 12), row(2, 5, 'Lifetime', 100, 5)];
const byDay = [row(1, 2, '11/02/2026', 150, 9), row(1, 2, '11/03/2026', 50, 3), row(2, 5, '11/05/2026', 100, 5)];

describe.each(['facebook', 'instagram'] as const)('posts of %s', (network) => {
  const [since, days] = [table(head[network], ...whole), table(head[network], ...byDay)];

  it('by day are booked on their days', async () => {
    const { row, codes } = await told(`report . ${options} --from 2026-11-02 --to 2026-11-05 --period day`, {
      'a.csv': days,
    });
    expect(row('2026-11-02').values).toEqual({ engagements: 9, engagement_rate_impressions: 0.06 });
    expect(row('2026-11-03').values).toEqual({ engagements: 3, engagement_rate_impressions: 0.06 });
    expect(row('2026-11-05').values).toEqual({ engagements: 5, engagement_rate_impressions: 0.05 });
    expect(codes).toEqual([]);
  });

  it('in both exports count once, on the day of the post', async () => {
    const asked = `report . ${options},engagement_rate --from 2026-11-02 --to 2026-11-05 --period day`;
    const { row, warnings } = await told(asked, { 'a.csv': days, 'b.csv': since });
    expect(row('2026-11-02').values).toMatchObject({ engagements: 12, engagement_rate: 0.12 });
    expect(row('2026-11-03').values).toMatchObject({ engagements: 0 });
    expect(row('2026-11-05').values).toMatchObject({ engagements: 5, engagement_rate: 0.1 });
    expect(warnings.map(({ code }) => code)).toEqual(['other_table']);
    expect(warnings[0]!.message).toContain('of a.csv left out: 3 rows');
  });

  it('count by day where the line of the warning is written', async () => {
    const asked = `report . ${options} --from 2026-11-02 --to 2026-11-05 --period day`;
    const files = { 'a.csv': days, 'b.csv': since };
    const { warnings } = await told(asked, files);
    const [line] = /sources: .*$/.exec(warnings[0]!.message)!;
    const { row, warnings: after } = await told(asked.replace(' .', ''), { ...files, 'kpi.yaml': `${line}\n` });
    expect(row('2026-11-03').values).toEqual({ engagements: 3, engagement_rate_impressions: 0.06 });
    expect(after.map(({ message }) => message.includes('of b.csv left out: 2 rows'))).toEqual([true]);
  });

  it('of which only some are in both lose their days, the others do not', async () => {
    const { row } = await told(`report . ${options} --all --period all`, {
      'a.csv': days,
      'b.csv': table(head[network], whole[1]!),
    });
    // 9 + 3 by day, 5 since publication.
    expect(row().values).toMatchObject({ engagements: 17 });
  });

  it('of which one is in both leave the others of the same days', async () => {
    const some = table(head[network], row(1, 2, '11/02/2026', 150, 9), row(2, 2, '11/02/2026', 10, 4));
    const { row: of, codes } = await told(`report . ${options} --all --period all`, {
      'a.csv': some,
      'b.csv': table(head[network], whole[0]!),
    });
    // 12 of the first since publication, 4 of the second by day.
    expect(of().values).toMatchObject({ engagements: 16 });
    expect(codes).toEqual(['other_table']);
  });

  it('of both kinds in one file count once', async () => {
    const both = table(head[network], ...byDay, ...whole);
    const { row: of } = await told(`report . ${options} --all --period all`, { 'a.csv': both });
    expect(of().values).toMatchObject({ engagements: 17 });
  });
});
