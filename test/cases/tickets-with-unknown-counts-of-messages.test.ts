import { describe, expect, it } from 'vitest';
import { table, values } from './kit.ts';

/* A blank count of messages is unknown, not 0: such a ticket is part of no rate of messages, on neither side. */

const kpis = 'contact_frequency,one_touch_rate,first_contact_resolution,tickets_solved';
const line = `report . --timezone Europe/Paris --period all --all --as-of 2026-11-16 --kpi ${kpis}`;
const header = 'ticket_id,created_at,status,solved_at,email,agent_replies,customer_messages';

describe('solved tickets of which some do not say how many messages they have', () => {
  it('are counted by those that say it', async () => {
    const file = table(
      header,
      '1,2026-10-01 10:00,solved,2026-10-01 12:00,a@example.com,1,2',
      '2,2026-10-02 10:00,solved,2026-10-02 12:00,b@example.com,,',
      '3,2026-10-03 10:00,solved,2026-10-03 12:00,c@example.com,3,1',
      '4,2026-10-20 10:00,open,,d@example.com,0,1',
    );
    // Tickets 1 and 3: 2 + 1 messages of two; one with a single reply; one whose customer wrote once.
    expect(await values(line, { 't.csv': file })).toEqual({
      contact_frequency: 1.5,
      one_touch_rate: 0.5,
      first_contact_resolution: 0.5,
      tickets_solved: 3,
    });
  });

  it('are counted by their reopens where these are known', async () => {
    const file = table(
      `${header},reopens`,
      '1,2026-10-01 10:00,solved,2026-10-01 12:00,a@example.com,1,,0',
      '2,2026-10-02 10:00,solved,2026-10-02 12:00,b@example.com,1,,1',
      '3,2026-10-03 10:00,solved,2026-10-03 12:00,c@example.com,,,',
      '4,2026-10-20 10:00,open,,d@example.com,0,1,0',
    );
    // 1 + 2 messages of two tickets, one of them solved at once.
    expect(await values(line, { 't.csv': file })).toEqual({
      contact_frequency: 1.5,
      one_touch_rate: 1,
      first_contact_resolution: 0.5,
      tickets_solved: 3,
    });
  });

  it('have no rate where none says it', async () => {
    const file = table(
      header,
      '1,2026-10-01 10:00,solved,2026-10-01 12:00,a@example.com,,',
      '2,2026-10-20 10:00,open,,,0,1',
    );
    expect(await values(line, { 't.csv': file })).toEqual({
      contact_frequency: null,
      one_touch_rate: null,
      first_contact_resolution: null,
      tickets_solved: 1,
    });
  });
});
