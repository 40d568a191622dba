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
});
