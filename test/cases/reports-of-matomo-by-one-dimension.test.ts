import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* Matomo says what a row of a report by one dimension is about by the condition that its visits meet, in every language. */

const header = 'Label,Unique visitors,Visits,Actions,Bounces,Metadata: segment';
const period = { 'kpi.yaml': 'sources: [{ path: a.csv, from: 2026-09-01, to: 2026-09-30 }]\n' };
const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --compare none --period';

describe('a report of Matomo', () => {
  it('by type of referrer has the channels', async () => {
    const file = table(
      header,
      'Direct Entry,40,50,100,20,referrerType==direct',
      'Search Engines,20,25,60,10,referrerType==search',
    );
    const { row } = await told(`${line} all --by channel`, { 'a.csv': file, ...period });
    expect(row('all', { channel: 'Direct' }).values.sessions).toBe(50);
    expect(row('all', { channel: 'Organic Search' }).values.sessions).toBe(25);
  });

  it('by country or device has them', async () => {
    const countries = table(header, 'Frankreich,40,50,100,20,countryCode==fr', 'Unbekannt,20,25,60,10,');
    const { row } = await told(`${line} all --by country`, { 'a.csv': countries, ...period });
    expect(row('all', { country: 'FR' }).values.sessions).toBe(50);
    const devices = table(
      header,
      'Smartphone,40,50,100,20,deviceType==smartphone',
      'x,20,25,60,10,deviceType==desktop',
    );
    const { row: by } = await told(`${line} all --by device`, { 'a.csv': devices, ...period });
    expect(by('all', { device: 'mobile' }).values.sessions).toBe(50);
  });

  it('by year writes numbers of years', async () => {
    const file = table('date,nb_visits,nb_actions,bounce_count', '2024,3660,7320,366', '2025,3650,7300,365');
    const { row } = await told(`${line} year`, { 'a.csv': file });
    expect(row('2024').values.sessions).toBe(3660);
    const { row: day } = await told(`${line} day`, { 'a.csv': file });
    expect(day('2025-12-31').values.sessions).toBe(10);
  });
});
