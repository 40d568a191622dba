import { expect, it } from 'vitest';
import { table, values } from './kit.ts';

/*
 * Whether a ticket was solved at the first contact is known once the customer has not come back for 7 days, which the newest time of
 * the export shows. One solve of 2062 is a slip of the pen: it does not show that nobody came back.
 */

const line = 'report t.csv --timezone Europe/Paris --all --period all --kpi first_contact_resolution,tickets_solved';
const tickets = (solved: string, ...more: string[]): string =>
  table(
    'ticket_id,created_at,solved_at,reopens,requester',
    '1,2026-11-02 10:00,2026-11-02 12:00,0,a@example.com',
    '2,2026-11-03 10:00,2026-11-03 12:00,1,b@example.com',
    `3,2026-11-04 10:00,${solved},0,c@example.com`,
    ...more,
  );

it('shows nothing of those who came back', async () => {
  // The export reaches to 4 November: no solve is 7 days old.
  for (const solved of ['2026-11-04 12:00', '2062-11-04 12:00', '2036-11-04 12:00'])
    expect((await values(line, { 't.csv': tickets(solved) })).first_contact_resolution, solved).toBeNull();
});

it('leaves an export that reaches further as it is', async () => {
  // To 10 November 12:00: the solves of the 2nd and the 3rd are settled, of which one was reopened.
  const later = [
    '4,2026-11-10 10:00,2026-11-10 12:00,0,d@example.com',
    '5,2026-11-09 10:00,2026-11-09 12:00,0,e@example.com',
  ];
  for (const solved of ['2026-11-04 12:00', '2062-11-04 12:00'])
    expect((await values(line, { 't.csv': tickets(solved, ...later) })).first_contact_resolution, solved).toBe(0.5);
});
