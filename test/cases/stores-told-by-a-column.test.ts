import { describe, expect, it } from 'vitest';
import { daysBetween } from './days-kit.ts';
import { type Files, kpi, lastWeek, table, told } from './kit.ts';

/*
 * A file for each store, account, platform or network, of which one ends early: its column says whose it is, as a configuration could. That
 * another file covers the days is no comfort.
 */

const week = daysBetween('2026-11-02', '2026-11-08');
const short = daysBetween('2026-11-02', '2026-11-05');
const line = (kpis: string): string => `report . ${lastWeek} --compare none --kpi ${kpis}`;

const orders = (store: string, days: readonly string[]): string =>
  table('order_id,ordered_at,gross_sales,store', ...days.map((day) => `${store}${day},${day},10,${store}`));
const spend = (platform: string, account: string, days: readonly string[]): string =>
  table('date,platform,account,cost', ...days.map((day) => `${day},${platform},${account},10`));
const social = (network: string, days: readonly string[]): string =>
  table('date,network,engagements', ...days.map((day) => `${day},${network},10`));

const kinds: readonly (readonly [string, string, number, Files])[] = [
  ['store', 'orders', 11, { 'fr.csv': orders('fr', week), 'de.csv': orders('de', short) }],
  ['account', 'ad_spend', 110, { 'fr.csv': spend('Google', 'fr', week), 'de.csv': spend('Google', 'de', short) }],
  ['platform', 'ad_spend', 110, { 'fr.csv': spend('Google', 'a', week), 'de.csv': spend('Meta', 'a', short) }],
  ['network', 'engagements', 110, { 'fr.csv': social('instagram', week), 'de.csv': social('facebook', short) }],
];

describe('a file of its own for each', () => {
  it.each(kinds)('%s, one of which ends on Thursday', async (_, id, value, files) => {
    const { row, warnings } = await told(line(id), files);
    // 7 days and 4 days.
    expect(row()).toMatchObject({ values: { [id]: value }, flags: { [id]: ['incomplete'] } });
    expect(warnings.map(({ code, file }) => [code, file])).toEqual([['stale', 'de.csv']]);
    expect((await kpi(`${line(id)} --strict`, files)).code).toBe(2);
  });

  it('is a source however its name is spelled', async () => {
    const files = {
      'fr.csv': spend('Google', 'fr', week),
      'de-1.csv': spend('Meta', 'de', daysBetween('2026-11-02', '2026-11-05')),
      'de-2.csv': spend('META', 'de', daysBetween('2026-11-06', '2026-11-08')),
    };
    const { row, codes } = await told(`${line('ad_spend')} --strict`, files);
    expect(row()).toMatchObject({ values: { ad_spend: 140 }, flags: {} });
    expect(codes).toEqual([]);
  });
});

describe('files that are one source', () => {
  const quiet = async (files: Files, orderCount: number): Promise<void> => {
    const { row, codes } = await told(`${line('orders')} --strict`, files);
    expect(row()).toMatchObject({ values: { orders: orderCount }, flags: {} });
    expect(codes).toEqual([]);
  };

  it('are those of which one has several stores: the other may lack one by chance', async () => {
    const [head = '', ...rows] = orders('de', week).trimEnd().split('\n');
    const both = table(head, ...rows, ...orders('fr', short).trimEnd().split('\n').slice(1));
    await quiet({ 'all.csv': both, 'more.csv': orders('it', short) }, 15);
  });

  it('are those that follow each other, where the store has a new name', async () => {
    const files = {
      'a.csv': orders('Shop', daysBetween('2026-10-26', '2026-11-04')),
      'b.csv': orders('Boutique', daysBetween('2026-11-05', '2026-11-08')),
    };
    await quiet(files, 7);
  });

  it('are those of days of a small shop with two stores', async () => {
    const files = Object.fromEntries(week.map((day, at) => [`${day}.csv`, orders(at === 0 ? 'de' : 'fr', [day])]));
    await quiet(files, 7);
  });
});
