import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A list of followers and one of posts have a row for the same day and network. Neither is a newer copy of the other: each says what the
 * other does not.
 */

const ask = `report . ${lastWeek} --compare none`;
const days = ['2026-11-02', '2026-11-08'];
const list = (header: string, cells: string): string => table(header, ...days.map((day) => `${day},${cells}`));

describe('two lists of one day with other figures', () => {
  it('both count, also beside a second download of one of them', async () => {
    const files = {
      'a.csv': list('date,network,followers', 'instagram,110'),
      'b.csv': list('date,network,posts,engagements', 'instagram,1,5'),
    };
    const asked = `${ask} --kpi followers,engagements`;
    const { row, files: accounts } = await told(`${asked} --strict`, files);
    expect(row().values).toEqual({ followers: 110, engagements: 10 });
    expect(accounts.map(({ superseded }) => superseded)).toEqual([0, 0]);
    const again = { ...files, 'b (1).csv': list('date,network,posts,engagements', 'instagram,1,6') };
    expect((await told(asked, again)).row().values).toEqual({ followers: 110, engagements: 12 });
  });

  it('are visits with and without sessions', async () => {
    const { row } = await told(`${ask} --kpi sessions,add_to_cart_rate,conversion_rate --by channel`, {
      'a.csv': list('date,channel,sessions', 'Direct,100'),
      'b.csv': list('date,channel,visitors,carts,purchases', 'Direct,80,10,5'),
    });
    expect(row().values).toEqual({ sessions: 200, add_to_cart_rate: 0.1, conversion_rate: 0.05 });
  });

  it('that share one keep what only the older has', async () => {
    const { row, files } = await told(`${ask} --kpi followers,engagements`, {
      'a.csv': list('date,network,followers,posts', 'instagram,110,1'),
      'b.csv': list('date,network,posts,engagements', 'instagram,1,5'),
    });
    expect(row().values).toEqual({ followers: 110, engagements: 10 });
    expect(files.map(({ superseded }) => superseded)).toEqual([2, 0]);
  });

  it('that share one have the rates of both, and are no contradiction', async () => {
    const { row } = await told(
      `${ask} --kpi emails_delivered,email_revenue,email_open_rate,revenue_per_email --strict`,
      {
        'a.csv': list('date,campaign,delivered,opens', 'News,1000,300'),
        'b.csv': list('date,campaign,delivered,revenue', 'News,1000,50'),
      },
    );
    // 2 × 300 / 2000 and 2 × 50 / 2000.
    expect(row().values).toEqual({
      emails_delivered: 2000,
      email_revenue: 100,
      email_open_rate: 0.3,
      revenue_per_email: 0.05,
    });
  });

  it('in a newer download without one column keep it from the older, and have the newer cost', async () => {
    const { row } = await told(`${ask} --kpi ad_spend,conversions`, {
      's.csv': list('date,platform,campaign,cost,conversions', 'Meta,A,10,2'),
      's (1).csv': list('date,platform,campaign,cost', 'Meta,A,11'),
    });
    expect(row().values).toEqual({ ad_spend: 22, conversions: 4 });
  });
});
