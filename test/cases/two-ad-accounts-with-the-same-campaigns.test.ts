import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

const head = 'date,platform,campaign,cost,clicks';
const day = (campaign: string, on: number, cost: number): string =>
  `2026-11-0${on},meta,${campaign},${cost},${Math.round(cost)}`;
const accounts = {
  'france.csv': table(head, day('Brand', 2, 10), day('Sale', 2, 20), day('Brand', 8, 30)),
  'italy.csv': table(head, day('Brand', 2, 100), day('Sale', 2, 3), day('Brand', 8, 400)),
};
const asked = `report . ${lastWeek} --kpi ad_spend,clicks --compare none`;

describe('two advertising accounts whose campaigns have one name', () => {
  it('are not added up, and neither is dropped, without an answer', async () => {
    const { code, err, out } = await kpi(asked, accounts);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('france.csv and italy.csv report the same days');
  });

  it('add up with the line that the error gives', async () => {
    const { err } = await kpi(asked, accounts);
    const advice = err.split('\n').find((line) => line.includes('sources: ['))!;
    const folder = folderWith({ ...accounts, 'kpi.yaml': `${advice.trim()}\n` });
    const { row, codes } = await told(`${asked} --strict`, folder);
    // 10 + 20 + 30 + 100 + 3 + 400.
    expect(row().values).toEqual({ ad_spend: 563, clicks: 563 });
    expect(codes).toEqual([]);
  });

  it('add up where a column tells the account', async () => {
    const own = `${head},account`;
    const files = {
      'france.csv': table(own, `${day('Brand', 2, 10)},fr`, `${day('Brand', 8, 30)},fr`),
      'italy.csv': table(own, `${day('Brand', 2, 100)},it`, `${day('Brand', 8, 400)},it`),
    };
    const { row } = await told(`${asked} --strict`, files);
    expect(row().values).toEqual({ ad_spend: 540, clicks: 540 });
  });

  it('a later download that corrects some days replaces them', async () => {
    const files = {
      'spend-1.csv': table(head, day('Brand', 2, 10), day('Sale', 2, 20), day('Brand', 8, 30)),
      'spend-2.csv': table(head, day('Brand', 2, 11), day('Sale', 2, 21), day('Brand', 8, 33)),
    };
    const { row } = await told(asked, files);
    expect(row().values).toEqual({ ad_spend: 65, clicks: 65 });
  });

  it('two shops whose visits have one key are asked about, too', async () => {
    const visits = 'date,source,sessions';
    const files = {
      'paris.csv': table(visits, '2026-11-02,google,100', '2026-11-08,google,120'),
      'berlin.csv': table(visits, '2026-11-02,google,900', '2026-11-08,google,20'),
    };
    const { code, err } = await kpi(`report . ${lastWeek} --kpi sessions --compare none --lang fr`, files);
    expect(code).toBe(2);
    expect(err).toContain("s'agit-il de deux boutiques, ou de deux téléchargements du même export");
    const advice = err.split('\n').find((line) => line.includes('sources: ['))!;
    const folder = folderWith({ ...files, 'kpi.yaml': `${advice.trim()}\n` });
    const { row } = await told(`report . ${lastWeek} --kpi sessions --compare none`, folder);
    expect(row().values).toEqual({ sessions: 1140 });
  });

  it('in folders of two countries are asked about, though their files have one name', async () => {
    const spend = (cost: number) => table(head, day('Brand', 2, cost), day('Brand', 8, cost));
    const { code, err } = await kpi(asked.replace('report .', 'report fr de'), {
      'fr/spend.csv': spend(100),
      'de/spend.csv': spend(10),
    });
    expect(code).toBe(2);
    expect(err).toContain('sources: [{ path: de, account: de }, { path: fr, account: fr }]');
  });

  it('with nearly the same budgets are warned of, by their names', async () => {
    const files = {
      'google-fr.csv': table(head, day('Brand', 2, 9.97), day('Brand', 8, 10)),
      'google-de.csv': table(head, day('Brand', 2, 9.5), day('Brand', 8, 10)),
    };
    const { codes } = await told(asked, files);
    expect(codes).toEqual(['rows_replaced']);
    expect((await kpi(`${asked} --strict`, files)).code).toBe(2);
  });

  it('a morning export, whose last day is not over, gives way to one that reaches further', async () => {
    const october = table(head, day('Brand', 1, 40), day('Brand', 2, 4));
    const november = table(head, day('Brand', 2, 40), day('Brand', 3, 40), day('Brand', 8, 40));
    const { row, codes } = await told(`${asked} --strict`, { 'october.csv': october, 'november.csv': november });
    // 40 on the 2nd, 3rd and 8th.
    expect(row().values).toEqual({ ad_spend: 120, clicks: 120 });
    expect(codes).toEqual([]);
  });
});
