import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/* An import or a clock puts a reply or a solve before the creation of its ticket. Such a time is none, in the median as in the mean. */

const header = 'ticket_id,created_at,first_reply_at,first_solved_at,solved_at';
const rows = [
  // Reply 2 h, first solve 4 h, solve 10 h.
  '1,2026-11-02 08:00,2026-11-02 10:00,2026-11-02 12:00,2026-11-02 18:00',
  // All before the creation.
  '2,2026-11-03 08:00,2026-11-03 07:00,2026-11-03 06:00,2026-11-03 05:00',
  // Reply 4 h, solves 8 h.
  '3,2026-11-04 08:00,2026-11-04 12:00,2026-11-04 16:00,2026-11-04 16:00',
  // No reply, no solve.
  '4,2026-11-08 08:00,,,',
];
const times = 'first_reply_time,first_reply_time_mean,first_resolution_time,resolution_time';
const hour = 3600;

describe('an answer before the question', () => {
  it('is left out of every time, with its count', async () => {
    const files = { 't.csv': table(header, ...rows) };
    const { row, warnings } = await told(`report t.csv ${lastWeek} --kpi ${times},tickets_solved`, files);
    expect(row().values).toEqual({
      first_reply_time: 3 * hour,
      first_reply_time_mean: 3 * hour,
      first_resolution_time: 6 * hour,
      resolution_time: 9 * hour,
      tickets_solved: 3,
    });
    expect(warnings.map(({ code }) => code)).toEqual(['impossible_times']);
    const { message } = warnings[0]!;
    for (const part of [
      'the first reply of 1 of 3 tickets',
      'the first solve of 1 of 3 tickets',
      'the solve of 1 of 3 tickets',
    ])
      expect(message).toContain(part);
  });

  it('counts no business hours either', async () => {
    // Monday to Friday, 9 to 17: ticket 1 from 9 to 10, ticket 3 from 9 to 12: median 2 h.
    const config = "business_hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }\n";
    const files = { 't.csv': table(header, ...rows), 'kpi.yaml': config };
    const { row, warnings } = await told(`report t.csv ${lastWeek} --kpi first_reply_time_business`, files);
    expect(row().values).toEqual({ first_reply_time_business: 2 * hour });
    expect(warnings.map(({ code }) => code)).toEqual(['impossible_times']);
  });

  it('is a negative length where the tool tells lengths', async () => {
    // 10 min and 30 min: median 20 min. Solves after 60 min.
    const file = table(
      'ticket_id,created_at,solved_at,first_reply_seconds,first_resolution_seconds',
      '1,2026-11-02 08:00,2026-11-02 09:00,600,3600',
      '2,2026-11-03 08:00,2026-11-03 09:00,-60,-3600',
      '3,2026-11-08 08:00,2026-11-08 09:00,1800,3600',
    );
    const { row, warnings } = await told(`report t.csv ${lastWeek} --kpi ${times}`, { 't.csv': file });
    expect(row().values).toEqual({
      first_reply_time: 1200,
      first_reply_time_mean: 1200,
      first_resolution_time: hour,
      resolution_time: hour,
    });
    expect(warnings[0]!.message).toContain('the first reply of 1 of 3 tickets, the first solve of 1 of 3 tickets');
  });

  it('says nothing where nothing rests on it', async () => {
    const { warnings } = await told(`report t.csv ${lastWeek} --kpi tickets_created`, {
      't.csv': table(header, ...rows),
    });
    expect(warnings).toEqual([]);
  });
});
