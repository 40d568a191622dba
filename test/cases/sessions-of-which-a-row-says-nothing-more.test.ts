import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A row of visits leaves the cells of pages and engagement blank: what its sessions did is unknown. A rate over all sessions counts
 * them as if they had done nothing, so that it is known only roughly.
 */

const ask = `report . ${lastWeek} --compare none --kpi sessions,pages_per_session,bounce_rate,conversion_rate`;
const head = 'date,channel,sessions,pageviews,engaged_sessions,purchases';

describe('sessions of which a row says nothing more', () => {
  it('make rates over all of them approximate', async () => {
    const { row } = await told(ask, {
      'v.csv': table(
        head,
        '2026-11-02,Direct,100,300,60,2',
        '2026-11-03,Direct,100,,,',
        '2026-11-08,Email,100,300,60,2',
      ),
    });
    for (const id of ['pages_per_session', 'bounce_rate', 'conversion_rate'])
      expect(row().flags[id]).toContain('approx');
    expect(row().flags.sessions ?? []).not.toContain('approx');
    expect(row().values).toMatchObject({ sessions: 300 });
  });

  it('are none where each row says it, also of no session', async () => {
    const { row } = await told(ask, {
      'v.csv': table(head, '2026-11-02,Direct,100,300,60,2', '2026-11-03,Direct,0,,,', '2026-11-08,Email,100,300,60,0'),
    });
    // 600 / 200, 1 - 120 / 200, 2 / 200.
    expect(row().values).toEqual({ sessions: 200, pages_per_session: 3, bounce_rate: 0.4, conversion_rate: 0.01 });
    for (const flags of Object.values(row().flags)) expect(flags).not.toContain('approx');
  });
});
