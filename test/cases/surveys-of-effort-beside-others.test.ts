import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* One list of answers may hold several surveys. Those of effort are no satisfaction and no recommendation: they are left out, by rule. */

const ask = `report x.csv ${lastWeek} --compare none --kpi nps,csat`;
const answers = (other: string) =>
  table(
    'answered_at,type,score',
    '2026-11-02,nps,10',
    '2026-11-03,csat,5',
    '2026-11-04,csat,2',
    `2026-11-08,${other},6`,
  );

it.each(['ces', 'CES', 'Customer effort'])('%s', async (type) => {
  const { row, files } = await told(ask, { 'x.csv': answers(type) });
  expect(row().values).toEqual({ nps: 100, csat: 0.5 });
  expect(files[0]).toMatchObject({ read: 4, accepted: 3, skipped: 1, rejected: 0 });
});

it('an unknown word is refused: it may be a mistyped one', async () => {
  const { code, err } = await kpi(ask, { 'x.csv': answers('nsp') });
  expect(code).toBe(2);
  expect(err).toContain('column "type"');
});
