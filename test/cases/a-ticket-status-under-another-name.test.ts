import { expect, it } from 'vitest';
import { table, values } from './kit.ts';

/* Without its status spam is a request, and a ticket that was closed without a time waits for ever. */
it.each(['Ticket status', 'ticket_state', 'Conversation state', 'Statut du ticket', 'Ticketstatus'])(
  '%s says what is spam and what is solved',
  async (name) => {
    const tickets = table(
      `ticket_id,created_at,solved_at,${name}`,
      '1,2026-11-02 10:00,2026-11-02 12:00,Solved',
      '2,2026-11-03 10:00,,Open',
      '3,2026-11-04 10:00,,Closed',
      '4,2026-11-05 10:00,,Spam',
    );
    const line = 'report t.csv --timezone Europe/Paris --all --period all --kpi tickets_created,backlog';
    // 1 to 3; of them only the second waits.
    expect(await values(line, { 't.csv': tickets })).toEqual({ tickets_created: 3, backlog: 1 });
  },
);
