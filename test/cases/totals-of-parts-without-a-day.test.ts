import { expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* Each campaign has a total without a day, rejected as a row. The rows that count are 10 + 20 + 5 + 15 = 50, as the file says. */

const report = (all: string): string =>
  table(
    'Campaign report',
    '"November 1, 2026 - November 3, 2026"',
    'Campaign,Day,Currency code,Cost,Impr.,Clicks',
    'Brand,2026-11-01,EUR,10.00,100,10',
    'Brand,2026-11-02,EUR,20.00,200,20',
    'Brand Total,,EUR,30.00,300,30',
    'Generic,2026-11-01,EUR,5.00,100,10',
    'Generic,2026-11-02,EUR,15.00,200,20',
    'Generic Total,,EUR,20.00,300,30',
    `Total: Account,,EUR,${all},600,60`,
  );
const line =
  'report a.csv --timezone Europe/Paris --kpi ad_spend --all --compare none --period all --as-of 2026-11-16 --max-rejects 50%';

it('are not part of what the rows add up to', async () => {
  const { row, codes } = await told(line, { 'a.csv': report('50.00') });
  expect(row().values.ad_spend).toBe(50);
  expect(codes).toContain('rejected');
  expect(codes).not.toContain('total_differs');
});

it('are not in the sum that a warning names', async () => {
  const { warnings } = await told(line, { 'a.csv': report('60.00') });
  const differs = warnings.find(({ code }) => code === 'total_differs');
  expect(differs?.message).toContain('says 60 for "Cost", its rows add up to 50');
});
