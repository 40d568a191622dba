import { expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Two exports in one file, the second with its columns in another order: read by position, impressions would be money. */

const line = 'report a.csv --timezone Europe/Paris --kpi ad_spend,impressions,clicks --all --compare none --period all';
const header = 'Campaign name,Day,Impressions,Link clicks,Amount spent (EUR)';
const first = [header, 'A,2026-11-02,100,5,10.00', 'A,2026-11-03,100,5,10.00'];

it('is an error that names its record', async () => {
  const file = table(
    ...first,
    'Campaign name,Day,Amount spent (EUR),Impressions,Link clicks',
    'B,2026-11-02,7.00,100,5',
  );
  const ran = await kpi(line, { 'a.csv': file });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(
    'a.csv: record 3 is another header, with the same columns in another order: column 3 is "Amount spent (EUR)" from there on, not "Impressions"',
  );
});

it('in the same order is left out, as before', async () => {
  const { row } = await told(line, { 'a.csv': table(...first, header, 'B,2026-11-02,100,5,7.00') });
  // 10 + 10 + 7.
  expect(row().values).toEqual({ ad_spend: 27, impressions: 300, clicks: 15 });
});

it('is not seen in a campaign called like a column', async () => {
  const { row } = await told(line, { 'a.csv': table(...first, 'Impressions,2026-11-02,100,5,7.00') });
  expect(row().values).toEqual({ ad_spend: 27, impressions: 300, clicks: 15 });
});
