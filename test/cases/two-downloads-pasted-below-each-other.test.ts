import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Two downloads in one file, one below the other with its header: rows of the days that both have count twice, since inside one file all
 * rows do. It is said, with what to do.
 */

const ask = `report . ${lastWeek} --compare none --kpi sessions`;
const head = 'date,channel,sessions';
const first = [head, '2026-11-02,Direct,100', '2026-11-03,Direct,110', '2026-11-04,Direct,120'];
const second = [head, '2026-11-03,Direct,110', '2026-11-04,Direct,121', '2026-11-08,Direct,130'];

describe('two downloads pasted below each other', () => {
  it('are said, and count once where the advice is followed', async () => {
    const { row, codes, warnings } = await told(ask, { 'v.csv': table(...first, ...second) });
    expect(row().values).toEqual({ sessions: 691 });
    expect(codes).toEqual(['rows_again']);
    expect(warnings[0]!.message).toContain('v.csv: its header is written again further down, and 2 rows below it have');
    const apart = await told(ask, { 'v.csv': table(...first), 'v (1).csv': table(...second) });
    // 100 + 110 + 121 + 130.
    expect(apart.row().values).toEqual({ sessions: 461 });
    expect(apart.codes).toEqual([]);
  });

  it('are no matter where they have no day in common', async () => {
    const file = table(...first, '2026-11-04,Direct,5', head, '2026-11-05,Direct,7', '2026-11-08,Direct,8');
    const { row } = await told(`${ask} --strict`, { 'v.csv': file });
    expect(row().values).toEqual({ sessions: 350 });
  });

  it('are said of a long file, too', async () => {
    const rows = (from: number) =>
      Array.from(
        { length: 40_000 },
        (_, at) => `2026-11-0${2 + (at % 7)},Channel number ${from + Math.floor(at / 7)},1`,
      );
    const { row, warnings } = await told(ask, { 'v.csv': table(head, ...rows(0), head, ...rows(5_000)) });
    expect(row().values).toEqual({ sessions: 80_000 });
    // Channels 5,000 to 5,713 on seven days, and 5,714 on two.
    expect(warnings[0]!.message).toContain('5000 rows');
  });

  it('are said where the second has lost its header, if their rows are the same in every cell', async () => {
    const ads = 'Day,Campaign,Currency code,Cost,Impr.,Clicks';
    const row = (day: number, cost: string, campaign = 'Brand') => `2026-11-0${day},${campaign},EUR,${cost},1000,10`;
    const spend = `report . ${lastWeek} --compare none --kpi ad_spend`;
    const pasted = await told(spend, {
      'ads.csv': table(
        ads,
        row(2, '40.00'),
        row(3, '60.00'),
        row(4, '30.00'),
        row(3, '60.00'),
        row(4, '30.00'),
        row(8, '5.00'),
      ),
    });
    // Inside one file all rows count: 40 + 60 + 30 + 60 + 30 + 5.
    expect(pasted.row().values).toEqual({ ad_spend: 225 });
    expect(pasted.codes).toEqual(['rows_repeated']);
    expect(pasted.warnings[0]!.message).toContain('ads.csv: 2 rows are in it twice, the same in every cell');
    const visits = await told(ask, {
      'v.csv': table(...first, ...second.slice(1, 2), ...first.slice(3), ...second.slice(3)),
    });
    // 100 + 110 + 120 + 110 + 120 + 130.
    expect(visits.row().values).toEqual({ sessions: 690 });
    expect(visits.codes).toEqual(['rows_repeated']);
  });

  it('are not suspected where a file has rows of parts, some of them alike, or rows of nothing', async () => {
    const ads = 'Day,Campaign,Cost,Impr.,Clicks';
    const parts = [2, 3, 8].flatMap((day) => [
      `2026-11-0${day},Brand,1.00,100,1`,
      `2026-11-0${day},Brand,${day}.50,300,2`,
      `2026-11-0${day},Brand,2.50,200,1`,
    ]);
    const alike = [2, 3, 8].map((day) => `2026-11-0${day},Brand,1.00,100,1`);
    const paused = [2, 3, 8].flatMap((day) => [`2026-11-0${day},Old,0,0,0`, `2026-11-0${day},Old,0,0,0`]);
    const { row } = await told(`report . ${lastWeek} --compare none --kpi ad_spend --strict`, {
      'ads.csv': table(ads, ...parts, ...alike, ...paused),
    });
    // 3 × (1.00 + 2.50 + 1.00) + 2.50 + 3.50 + 8.50.
    expect(row().values).toEqual({ ad_spend: 28 });
  });
});
