import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Google Analytics and Shopify write a share as `0.625`. Read as a share, the `62.5` of a percentage would be 6250 %. */

const line = 'report a.csv --timezone Europe/Paris --kpi bounce_rate,sessions --all --compare none --period all';
const ga4 = (first: string, second: string): string =>
  table(
    'Date,Sessions,Engagement rate,Average engagement time per session',
    `20261102,100,${first},80`,
    `20261103,200,${second},50`,
  );

describe('an engagement rate', () => {
  it('above 1 or below 0 is rejected, with its row', async () => {
    const above = await kpi(line, { 'a.csv': ga4('62.5', '50') });
    expect(above.code).toBe(2);
    expect(above.err).toContain('2 of 2 rows cannot be read');
    expect(above.err).toContain('62.5 > 1');
    expect((await kpi(line, { 'a.csv': ga4('-0.2', '0.5') })).err).toContain('-0.2 < 0');
    expect((await kpi(line, { 'a.csv': ga4('162.5 %', '50 %') })).err).toContain('162.5 % > 100');
  });

  it.each([
    ['0.625', '0.5'],
    ['62.5 %', '50 %'],
  ])('of %s is read', async (first, second) => {
    // 62.5 + 100 of 300 sessions are engaged: 1 - 162.5 / 300.
    const { row } = await told(line, { 'a.csv': ga4(first, second) });
    expect(row().values).toEqual({ bounce_rate: 0.458333333333, sessions: 300 });
  });

  it('beside the number of engaged sessions is not needed, however it is written', async () => {
    const file = table('Date,Sessions,Engaged sessions,Engagement rate', '20261102,100,60,60', '20261103,200,100,50');
    // 1 - 160 / 300.
    const { row } = await told(line, { 'a.csv': file });
    expect(row().values).toEqual({ bounce_rate: 0.466666666667, sessions: 300 });
  });
});

describe('a bounce rate', () => {
  it('of Shopify above 1 is rejected', async () => {
    const file = table(
      'Day,Online store visitors,Sessions,Bounce rate,Conversion rate',
      '2026-11-02,90,100,40,0.02',
      '2026-11-03,180,200,50,0.01',
    );
    expect((await kpi(line, { 'a.csv': file })).err).toContain('40 > 1');
  });

  it('of Plausible above 100 is rejected', async () => {
    const file = table(
      'date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration',
      '2026-11-02,100,300,100,3.0,140,120',
    );
    expect((await kpi(line, { 'a.csv': file })).err).toContain('140 > 100');
  });
});
