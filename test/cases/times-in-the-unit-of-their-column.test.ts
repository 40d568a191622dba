import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/* A column of bare numbers that says in its name what they count. Replies after half an hour and an hour and a half: median one hour. */

const asked = '--kpi first_reply_time,first_reply_time_mean';
const hour = { first_reply_time: 3600, first_reply_time_mean: 3600 };

it.each([
  ['first_reply_minutes', '30', '90'],
  ['first response time hours', '0.5', '1.5'],
  ['first_reply_time_min', '30', '90'],
  ['premiere_reponse_heures', '0.5', '1.5'],
  ['first_reply_seconds', '1800', '5400'],
])('are read in it: %s', async (name, one, two) => {
  const sheet = table(`ticket_id,created_at,${name}`, `1,2026-11-02 09:00,${one}`, `2,2026-11-08 09:00,${two}`);
  expect(await values(`report t.csv ${lastWeek} ${asked}`, { 't.csv': sheet })).toEqual(hour);
});

it.each([
  ['Délai de première réponse (h)', '0,5', '1,5'],
  ['First response time in minutes', '30', '90'],
  ['Reply after, ms', '1800000', '5400000'],
  ['Reply after (days)', '0,25', '0,25'],
])('are read in it where the configuration names the column: %s', async (name, one, two) => {
  const { row } = await told(`report ${lastWeek} --kpi first_reply_time`, {
    'kpi.yaml': `sources:\n  - path: t.csv\n    columns: { first_reply_seconds: ${JSON.stringify(name)} }\n`,
    't.csv': table(`ticket_id;created_at;${name}`, `1;2026-11-02 09:00;${one}`, `2;2026-11-08 09:00;${two}`),
  });
  expect(row().values.first_reply_time).toBe(name.includes('days') ? 21_600 : 3600);
});

it('are offered in the proposal, others are not: business hours are no unit', async () => {
  const sheet = (name: string) => table(`Ticket ID,Created,Status,${name}`, '1,2026-11-02 09:00,solved,30');
  const proposal = async (name: string) => (await kpi(`report t.csv ${lastWeek}`, { 't.csv': sheet(name) })).err;
  expect(await proposal('First reply time (min)')).toContain('first_reply_seconds: "First reply time (min)"');
  expect(await proposal('Time to resolution (h)')).toContain('resolution_seconds: "Time to resolution (h)"');
  expect(await proposal('First reply time')).not.toContain('first_reply_seconds');
  expect(await proposal('First reply time in business hours')).not.toContain('first_reply_seconds');
});
