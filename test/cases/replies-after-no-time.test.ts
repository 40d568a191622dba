import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/* Tools write 0 seconds for a ticket that nobody has replied to. A reply at once is 0 seconds, too: the count of replies, or the status, tells. */

const ask = `report tickets.csv ${lastWeek} --kpi first_reply_time,first_reply_time_mean --compare none`;

it.each([
  // 600 and 1,200 s.
  [['600,solved', '0,open', '1200,solved', '0,new'], 'status', 900],
  [['600,résolu', '0,en attente', '1200,clos'], 'statut', 900],
  // A reply at once, on a solved ticket: 600, 0 and 1,200.
  [['600,solved', '0,solved', '1200,solved'], 'status', 600],
  // The count of replies outranks the status: 600, 1,200 and 0 s.
  [['600,solved,1', '0,solved,0', '1200,solved,2', '0,open,1'], 'status,agent_replies', 600],
  [['600,1', '0,0', '1200,1'], 'agent_replies', 900],
  [['600', '0', '1200'], '', 600],
] as const)('%j with %s', async (rows, more, mean) => {
  const { row } = await told(ask, {
    'tickets.csv': table(
      `ticket_id,created_at,first_reply_seconds${more && `,${more}`}`,
      ...rows.map((cells, at) => `${at},2026-11-0${2 + 2 * at} 10:00,${cells}`),
    ),
  });
  expect(row().values).toEqual({
    first_reply_time: mean,
    first_reply_time_mean: mean,
  });
});

it('is no reply within business hours either', async () => {
  const { row } = await told('report tickets.csv --last 1 --kpi first_reply_time_business --compare none', {
    'tickets.csv': table(
      'ticket_id,created_at,first_reply_seconds,status',
      '1,2026-11-02 10:00,600,solved',
      '2,2026-11-03 10:00,0,open',
      '3,2026-11-08 10:00,0,open',
    ),
    'kpi.yaml':
      'timezone: Europe/Paris\ncurrency: EUR\nbusiness_hours: { days: [monday, tuesday], from: "09:00", to: "18:00" }\n',
  });
  expect(row().values).toEqual({ first_reply_time_business: 600 });
});
