import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Tools hide small numbers as `<5`. What is hidden is in no sum: the sum is known only roughly, and so is what is divided by it.
 */

describe('counts hidden behind a bound', () => {
  it('leave a sum that is marked as approximate', async () => {
    const { row } = await told(`report . ${lastWeek} --compare none --kpi conversions,cpa,clicks,ad_spend`, {
      'tiktok.csv': table(
        'Campaign name,Ad group name,Date,Cost,Impressions,Clicks (Destination),Conversions,Currency',
        'Spring,AG1,2026-11-02,20.00,2000,20,10,EUR',
        'Spring,AG2,2026-11-08,10.00,1000,10,<5,EUR',
      ),
    });
    // 10 and some: 30.00 / 10 is not quite what an action cost.
    expect(row().values).toEqual({ conversions: 10, cpa: 3, clicks: 30, ad_spend: 30 });
    expect(row().flags).toEqual({ conversions: ['approx'], cpa: ['approx'] });
  });

  it('do so in a plain table of visits, and not where a name looks like a bound', async () => {
    const { row } = await told(`report . ${lastWeek} --compare none --kpi sessions,pages_per_session`, {
      'visits.csv': table(
        'date,campaign,sessions,pageviews',
        '2026-11-02,<5 days left,100,300',
        '2026-11-08,Sale,100,300',
        '2026-11-08,>50,<10,30',
      ),
    });
    expect(row().flags.sessions).toContain('approx');
    const { row: named } = await told(`report . ${lastWeek} --compare none --kpi sessions`, {
      'visits.csv': table('date,campaign,sessions', '2026-11-02,<5,100', '2026-11-08,>50%,100'),
    });
    expect(named().values).toEqual({ sessions: 200 });
    expect(named().flags.sessions ?? []).not.toContain('approx');
  });
});
