import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * Files that have a week of one month and three days of the month before are whole in neither. The change from one to the other is
 * that of the days the files happen to have, not of the shop.
 */

const days = (month: string, from: number, to: number, sessions: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `2026-${month}-${String(from + at).padStart(2, '0')},${sessions}`);
const visits = (...rows: string[]) => table('date,sessions', ...rows);
const ask = 'report . --timezone Europe/Paris --period month --from 2026-09-01 --to 2026-10-31 --kpi sessions';

describe('two periods of which the files leave out days', () => {
  it('are not compared where they leave out more of one than of the other', async () => {
    const files = { 'a.csv': visits(...days('09', 1, 3, 10)), 'b.csv': visits(...days('10', 8, 17, 10)) };
    const { row } = await told(`${ask} --compare previous`, files);
    expect(row('2026-09').values).toEqual({ sessions: 30 });
    expect(row('2026-10').values).toEqual({ sessions: 100 });
    expect(row('2026-10').compare!.previous!.nulls).toEqual({ sessions: 'incomplete_base' });
  });

  it('have no value in a check', async () => {
    const config = table(
      'timezone: Europe/Paris',
      'report: { period: month }',
      'sources: [{ path: "*.csv" }]',
      'checks:',
      '  - { kpi: sessions, vs: previous, must: "<= 20%" }',
    );
    const files = {
      'kpi.yaml': config,
      'a.csv': visits(...days('09', 1, 3, 10)),
      'b.csv': visits(...days('10', 8, 17, 10)),
    };
    const { out, code } = await kpi('check --format json', files);
    expect(JSON.parse(out).results.map(({ change }: { change: unknown }) => change ?? null)).toEqual([null]);
    expect(code).toBe(1);
  });

  it('have no change in a funnel', async () => {
    const steps = (...rows: string[]) => table('date,sessions,carts,purchases', ...rows.map((row) => `${row},4,1`));
    const files = { 'a.csv': steps(...days('09', 1, 3, 10)), 'b.csv': steps(...days('10', 8, 17, 10)) };
    const line = ask.replace('report', 'funnel').replace(' --kpi sessions', '');
    const { out } = await kpi(`${line} --compare previous --format json`, files);
    const [, october] = JSON.parse(out).rows;
    for (const { values, compare } of october.steps) {
      expect(values.count).not.toBeNull();
      expect(new Set(Object.values(compare.previous.nulls))).toEqual(new Set(['incomplete_base']));
      expect(compare.previous.change_pct.count).toBeNull();
    }
    // Files that hold the same days of both are compared.
    const alike = { 'a.csv': steps(...days('09', 1, 10, 10)), 'b.csv': steps(...days('10', 1, 10, 12)) };
    const second = await kpi(`${line} --compare previous --format json`, alike);
    expect(JSON.parse(second.out).rows[1].steps[0].compare.previous.change_pct.count).toBe(0.2);
  });

  it('are compared where they leave out the same: days of a month, or a shop that closed', async () => {
    const half = await told(`${ask} --compare previous`, {
      'a.csv': visits(...days('09', 1, 10, 10)),
      'b.csv': visits(...days('10', 1, 10, 12)),
    });
    expect(half.row('2026-10').compare!.previous!.change_pct).toEqual({ sessions: 0.2 });
    const closed = await told(`${ask.replace('sessions', 'ad_spend')} --currency EUR --compare previous`, {
      'google.csv':
        table('date,platform,cost', ...days('09', 1, 30, 10).map((row) => row.replace(',', ',Google Ads,'))) +
        days('10', 1, 31, 10)
          .map((row) => `${row.replace(',', ',Google Ads,')}\n`)
          .join(''),
      'tiktok.csv': table(
        'date,platform,cost',
        ...days('08', 1, 31, 10).map((row) => row.replace(',', ',TikTok Ads,')),
      ),
    });
    // 310 after 300.
    expect(closed.row('2026-10').compare!.previous!.change_abs).toEqual({ ad_spend: 10 });
  });
});
