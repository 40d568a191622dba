import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * The figures of a post are those since its publication, and grow from one export to the next. Of two exports that end with the same post
 * the one in which it was shown more often is the later, whatever they are called.
 */

const ask = 'report . --timezone Europe/Paris --period month --from 2026-10-01 --to 2026-10-31 --compare none';
const head = 'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Likes';
const videos = (views: number, likes: number) =>
  table(
    head,
    `Total,,,,${views},5,10,${10 * views},${likes}`,
    `abc,"Hello, you","Oct 20, 2026",43,${views},5,10,${10 * views},${likes}`,
  );

describe('two exports of one post', () => {
  it.each([
    ['november', 'october'],
    ['october', 'november'],
  ])('of which %s has the later state', async (later, earlier) => {
    const { row } = await told(`${ask} --kpi engagements,engagement_rate_impressions`, {
      [`${later}/Table data.csv`]: videos(150, 15),
      [`${earlier}/Table data.csv`]: videos(100, 12),
    });
    // 15 / 1500.
    expect(row().values).toEqual({ engagements: 15, engagement_rate_impressions: 0.01 });
  });

  it('of which one has newer posts count as it says, though a post was shown less', async () => {
    const newer = `${videos(90, 9)}def,Bye,"Oct 25, 2026",43,10,1,1,100,1\n`.replace('Total,,,,90,5,10,900,9\n', '');
    const { row } = await told(`${ask} --kpi engagements`, {
      'z/Table data.csv': videos(100, 12),
      'a/Table data.csv': newer,
    });
    expect(row().values).toEqual({ engagements: 10 });
  });

  it('of which one is a second download by its name count as that says', async () => {
    const { row } = await told(`${ask} --kpi engagements`, {
      'Table data.csv': videos(100, 12),
      'Table data (1).csv': videos(90, 9),
    });
    expect(row().values).toEqual({ engagements: 9 });
  });
});
