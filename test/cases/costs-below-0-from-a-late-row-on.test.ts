import { expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

/* Whether most costs are below 0 is decided by 4 MiB of a long file, not by its first thousand rows. */

it('costs that most rows write below 0 are costs, though the first thousand do not', async () => {
  const cost = (n: number): string => `${n < 1500 ? '' : '-'}${n % 90}.25`;
  const rows = Array.from({ length: 9000 }, (_, n) => {
    const day = String(1 + (n % 28)).padStart(2, '0');
    return `${day}/10/2026,Google Ads,Campaign ${n % 40},${cost(n)},900,5`;
  });
  const file = table('date,platform,campaign,cost,impressions,clicks', ...rows);
  // Of 402,750.00 in all rows, the first 1,500 are credits beside costs that are below 0: 66,225.00 twice.
  const { out } = await kpi(
    'report ads.csv --kpi ad_spend --all --period all --timezone UTC --currency EUR --format csv',
    {
      'ads.csv': file,
    },
  );
  expect(out).toContain('ad_spend,money,270300,');
});
