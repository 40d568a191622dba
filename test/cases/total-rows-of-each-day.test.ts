import { describe, expect, it } from 'vitest';
import { lastWeek, table, told, values } from './kit.ts';

/*
 * Pivot tables have a row that adds up each day. It is a total if it is the sum of its day's rows on every day: a campaign, too, may
 * be called Total.
 */

const one = `${lastWeek} --compare none`;
const days = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-11-${day}`);
const rows = (...ofDay: string[]): string[] => days.flatMap((day) => ofDay.map((row) => `${day},${row}`));

describe('a row that adds up its day', () => {
  it.each(['Total', 'TOTAL:', 'Gesamt', 'Sous-total', 'Grand Total'])(
    '%s is left out of visits and costs',
    async (word) => {
      const visits = table('date,channel,sessions', ...rows('Direct,10', 'Email,10', `${word},20`));
      const spends = table('date,campaign,cost', ...rows('A,10.01', 'B,10.01', `${word},20.02`));
      const found = await told(`report . ${one} --kpi sessions,ad_spend --strict`, {
        'v.csv': visits,
        's.csv': spends,
      });
      expect(found.row().values).toEqual({ sessions: 140, ad_spend: 140.14 });
      expect(found.codes).toEqual([]);
    },
  );

  it('is no group beside that of all', async () => {
    const file = table('date,country,sessions', ...rows('FR,10', 'DE,10', 'Total,20'));
    const { rows: groups } = await told(`report v.csv ${one} --kpi sessions --by country --strict`, { 'v.csv': file });
    expect(new Set(groups.map(({ dimensions }) => dimensions.country))).toEqual(new Set(['FR', 'DE', undefined]));
  });

  it('is left out of networks, whichever figure they have, and of JSON', async () => {
    const both = table('date,network,engagements,followers', ...rows('a,10,100', 'b,10,100', 'Total,20,200'));
    expect(await values(`report i.csv ${one} --kpi engagements,followers`, { 'i.csv': both })).toEqual({
      engagements: 140,
      followers: 200,
    });
    const followers = days.flatMap((date) => [
      { date, network: 'a', followers: 100 },
      { date, network: 'b', followers: 100 },
      { date, network: 'Total', followers: 200 },
    ]);
    expect(await values(`report i.json ${one} --kpi followers`, { 'i.json': JSON.stringify(followers) })).toEqual({
      followers: 200,
    });
  });

  it('may add up each platform, beside the row of the day and of all days', async () => {
    const file = table(
      'date,platform,campaign,cost',
      ...rows('Google,A,10', 'Google,B,20', 'Google,Total,30', 'Meta,C,40', 'Meta,Total,40', 'Total,,70'),
      '2026-11-08,Total,,490',
    );
    // (10 + 20 + 40) x 7.
    expect(await values(`report s.csv ${one} --kpi ad_spend --strict`, { 's.csv': file })).toEqual({ ad_spend: 490 });
  });

  it('may add up spans', async () => {
    const file = table(
      'date_from,date_to,campaign,cost',
      ...['A,70', 'B,30', 'Total,100'].map((row) => `2026-11-02,2026-11-08,${row}`),
      ...['A,7', 'B,3', 'Total,10'].map((row) => `2026-10-26,2026-11-01,${row}`),
    );
    expect(await values(`report s.csv ${one} --kpi ad_spend --strict`, { 's.csv': file })).toEqual({ ad_spend: 100 });
  });
});

describe('a campaign called Total', () => {
  it('counts where it is not the sum on one of the days, with a word where it may be one', async () => {
    const campaigns = (last: string) => table('date,campaign,cost', ...rows('A,10', 'B,30', 'Total,4'), last);
    const small = await told(`report s.csv ${one} --kpi ad_spend --strict`, { 's.csv': campaigns('2026-11-08,C,1') });
    expect(small.row().values).toEqual({ ad_spend: 44 * 7 + 1 });
    expect(small.codes).toEqual([]);
    const sums = table('date,campaign,cost', ...rows('A,10', 'B,30', 'Total,40'), '2026-11-08,C,5');
    const { row, codes } = await told(`report s.csv ${one} --kpi ad_spend`, { 's.csv': sums });
    expect(row().values).toEqual({ ad_spend: 80 * 7 + 5 });
    expect(codes).toEqual(['maybe_total']);
  });
});
