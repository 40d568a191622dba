import { expect, it } from 'vitest';
import { lastWeek, table, values } from './kit.ts';

/* Older exports of HubSpot write durations in whole milliseconds: all of a column, the short ones too. */

const line = `report t.csv ${lastWeek} --kpi first_reply_time,first_reply_time_mean`;
const tickets = (...replies: string[]): string =>
  table(
    'Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Time to first agent email reply',
    ...replies.map((reply, i) => `${i + 1},x,Support,New,2026-11-0${i + 2} 10:00,,${reply}`),
    '9,x,Support,New,2026-11-08 10:00,,',
  );

it('are milliseconds below 100 000, too', async () => {
  // 30 minutes, 95 and 20 seconds: the middle one is 95, their sum 1915.
  const { first_reply_time, first_reply_time_mean } = await values(line, {
    't.csv': tickets('1800000', '95000', '20000'),
  });
  expect(first_reply_time).toBe(95);
  expect(first_reply_time_mean).toBeCloseTo(1915 / 3, 6);
});

it('may have marks of thousands, where a sheet was saved again', async () => {
  const given = { 't.csv': tickets('"1,800,000"', '"95,000"') };
  expect(await values(line, given)).toEqual({ first_reply_time: 947.5, first_reply_time_mean: 947.5 });
});

it('are hours, minutes and seconds where they are written so', async () => {
  const given = { 't.csv': tickets('00:30:00', '00:01:35') };
  expect(await values(line, given)).toEqual({ first_reply_time: 947.5, first_reply_time_mean: 947.5 });
});
