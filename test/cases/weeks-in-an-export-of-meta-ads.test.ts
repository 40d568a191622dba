import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * Exports of Meta Ads by week or month: a column names the span of each row, and the reporting days are those of the whole period.
 */

const weeks = '--timezone Europe/Paris --last 2 --compare none --kpi ad_spend --strict';
const [first, second, both] = ['2026-10-26 - 2026-11-01', '2026-11-02 - 2026-11-08', '2026-10-26,2026-11-08'] as const;

const spends = async (line: string, file: string, periods: readonly string[]) => {
  const { row, codes } = await told(`report m.csv ${line}`, { 'm.csv': file });
  expect(codes).toEqual([]);
  for (const period of periods) expect(row(period).flags).toEqual({});
  return periods.map((period) => row(period).values.ad_spend);
};

describe('an export of Meta Ads', () => {
  it('by week has the cost of each week, in whatever language', async () => {
    for (const header of [
      'Campaign name,Week,Impressions,Amount spent (EUR),Reporting starts,Reporting ends',
      'Nom de la campagne,Semaine,Impressions,Montant dépensé (EUR),Début des rapports,Fin des rapports',
      'Kampagnenname,Woche,Impressionen,Ausgegebener Betrag (EUR),Berichtsstart,Berichtsende',
    ]) {
      const file = table(header, `A,${first},100,70,${both}`, `A,${second},100,700,${both}`);
      expect(await spends(weeks, file, ['2026-W44', '2026-W45'])).toEqual([70, 700]);
    }
  });

  it('by month has the cost of each month', async () => {
    const file = table(
      'Campaign name,Month,Impressions,Amount spent (EUR),Reporting starts,Reporting ends',
      'A,2026-09-01 - 2026-09-30,100,300,2026-09-01,2026-10-31',
      'A,2026-10-01 - 2026-10-31,100,3100,2026-09-01,2026-10-31',
    );
    expect(await spends(`${weeks} --period month`, file, ['2026-09', '2026-10'])).toEqual([300, 3100]);
  });

  it('has its total row once, with campaigns and without', async () => {
    const header = 'Impressions,Amount spent (EUR),Reporting starts,Reporting ends';
    const named = table(
      `Campaign name,Week,${header}`,
      `,,200,770,${both}`,
      `A,${first},100,70,${both}`,
      `A,${second},100,700,${both}`,
    );
    const unnamed = table(`Week,${header}`, `,300,780,${both}`, `${first},100,70,${both}`, `${second},200,710,${both}`);
    expect(await spends(weeks, named, ['2026-W44', '2026-W45'])).toEqual([70, 700]);
    expect(await spends(weeks, unnamed, ['2026-W44', '2026-W45'])).toEqual([70, 710]);
  });

  it('by day has the day, whatever week stands beside it', async () => {
    const file = table(
      'Campaign name,Day,Week,Impressions,Amount spent (EUR),Reporting starts,Reporting ends',
      `A,2026-11-01,${first},100,70,2026-11-01,2026-11-01`,
      `A,2026-11-02,${second},100,700,2026-11-02,2026-11-02`,
      `A,2026-11-08,${second},100,7,2026-11-08,2026-11-08`,
    );
    const { row } = await told(`report m.csv ${weeks.replace('--strict', '')} --period day`, { 'm.csv': file });
    expect(row('2026-11-08').values.ad_spend).toBe(7);
  });
});
