import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Awin pays what is approved, may pay what is pending, and never pays what was declined or deleted. */

const line = 'report a.csv --timezone Europe/Paris --currency EUR --all --compare none --period all';
const kpis = '--kpi ad_spend,affiliate_commission,conversions,conversion_value';
const awin = (...statuses: string[]): string =>
  table(
    'id,sale_amount,commission,date,commission_status,site_name,network_fee',
    '1,40.00,4.80,2026-11-05 10:07:00,approved,Blog,0.96',
    '2,60.00,7.20,2026-11-06 12:00:00,pending,Coupons,1.44',
    ...statuses.map((status, at) => `${at + 3},35.00,4.20,2026-11-06 15:30:00,${status},Coupons,0.84`),
  );
// The first two: commissions 4.80 + 7.20, with fees 0.96 + 1.44 more, of sales of 40 + 60.
const firstTwo = { ad_spend: 14.4, affiliate_commission: 12, conversions: 2, conversion_value: 100 };

describe('a commission', () => {
  it.each(['declined', '2', 'deleted', 'Supprimée', 'gelöscht'])('that is %s costs nothing', async (status) => {
    const { row, files } = await told(`${line} ${kpis}`, { 'a.csv': awin(status) });
    expect(row().values).toEqual(firstTwo);
    expect(files[0]).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
  });

  it.each(['approved', '0', 'En attente', 'bestätigt', ''])('of status "%s" counts', async (status) => {
    const { row } = await told(`${line} ${kpis}`, { 'a.csv': awin(status) });
    // 4.20 and a fee of 0.84 more.
    expect(row().values).toEqual({
      ad_spend: 19.44,
      affiliate_commission: 16.2,
      conversions: 3,
      conversion_value: 135,
    });
  });

  it.each(['bonus', '7'])('of an unknown status, %s, is rejected', async (status) => {
    const ran = await kpi(`${line} ${kpis}`, { 'a.csv': awin(status) });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('1 of 3 rows cannot be read');
    const { row, codes } = await told(`${line} ${kpis} --max-rejects 50%`, { 'a.csv': awin(status) });
    expect(row().values).toEqual(firstTwo);
    expect(codes).toContain('rejected');
  });

  it('of a sale below 0 takes back its amounts and is no conversion', async () => {
    const file = `${awin()}3,-10.00,-1.20,2026-11-07 09:00:00,approved,Blog,-0.24\n`;
    const { row } = await told(`${line} ${kpis}`, { 'a.csv': file });
    expect(row().values).toEqual({
      ad_spend: 12.96,
      affiliate_commission: 10.8,
      conversions: 2,
      conversion_value: 90,
    });
  });
});
