import { expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * Whether a ticket was settled at the first contact depends on whether the same person wrote again. A list that does not say who asked
 * cannot show that: what it gives is the most that it may be.
 */

const ask =
  'report . --timezone Europe/Paris --as-of 2026-11-30 --from 2026-11-02 --to 2026-11-08 --kpi first_contact_resolution';
const tickets = (who: string, one: string, again: string, other: string) =>
  table(
    `ticket_id,created_at,solved_at,status,reopens${who}`,
    `1,2026-11-02T09:00:00Z,2026-11-02T10:00:00Z,solved,0${one}`,
    `2,2026-11-04T09:00:00Z,2026-11-04T10:00:00Z,solved,0${again}`,
    `3,2026-11-05T09:00:00Z,2026-11-05T10:00:00Z,solved,0${other}`,
    // The export was made weeks later: the first three are old enough to be judged.
    `4,2026-11-28T09:00:00Z,,open,0${other.replace('leo', 'eve')}`,
  );

it('is approximate where nobody is named', async () => {
  const { row } = await told(ask, { 'tickets.csv': tickets('', '', '', '') });
  expect(row()).toMatchObject({
    values: { first_contact_resolution: 1 },
    flags: { first_contact_resolution: ['approx'] },
  });
});

it('counts who wrote again where the list says it', async () => {
  const { row } = await told(ask, { 'tickets.csv': tickets(',requester', ',ana', ',ana', ',leo') });
  // The first of three was not settled: Ana wrote again two days later.
  expect(row()).toMatchObject({ values: { first_contact_resolution: 0.666666666667 }, flags: {} });
});
