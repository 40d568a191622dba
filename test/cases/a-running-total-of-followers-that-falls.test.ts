import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* LinkedIn's column of totals means the new followers of a day in one export, and all of the page in another, which may lose some. */

const line = 'report . --timezone Europe/Paris --period all --all --kpi followers,follower_growth';
const header = 'Date,Sponsored followers,Organic followers,Auto-invited followers,Total followers';

describe('a column of totals that falls once', () => {
  it('is a running total where it is more than all that is new', async () => {
    const { row } = await told(line, {
      'f.csv': table(header, '11/03/2026,0,5,0,5000', '11/04/2026,0,7,0,5007', '11/05/2026,0,1,0,5006'),
    });
    // 5007 and 1 new less 2 lost are 5006; how many there were before nobody says.
    expect(row()).toMatchObject({
      values: { followers: 5006, follower_growth: null },
      nulls: { follower_growth: 'insufficient_history' },
    });
  });

  it('is the new followers of each day where it is their sum', async () => {
    const { row } = await told(line, {
      'f.csv': table(header, '11/03/2026,0,5,0,5', '11/04/2026,2,7,0,9', '11/05/2026,0,1,0,1'),
    });
    // 5 + 9 + 1.
    expect(row().values).toEqual({ followers: null, follower_growth: 15 });
  });

  it('is the new followers of each day where others than the listed ones are in it', async () => {
    const { row } = await told(line, {
      'f.csv': table(header, '11/03/2026,0,50,0,55', '11/04/2026,0,40,0,42', '11/05/2026,0,60,0,61'),
    });
    // 55 + 42 + 61: none of them is more than the 50 + 40 + 60 that are listed.
    expect(row().values).toEqual({ followers: null, follower_growth: 158 });
  });
});
