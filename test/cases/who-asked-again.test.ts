import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * A ticket is not solved at the first contact if the same person writes again within seven days. Who asked must be found under the names
 * that lists have: without it everybody seems to have written once.
 */

it.each(['requester_email', 'Customer email', 'customer_id', 'E-mail', 'Email client', 'ID client', 'contact_email'])(
  '%s names who asked',
  async (name) => {
    const ask = `report tickets.csv ${lastWeek} --as-of 2026-11-30 --from 2026-11-02 --to 2026-11-08`;
    const { row } = await told(`${ask.replace(' --last 1', '')} --kpi first_contact_resolution --compare none`, {
      'tickets.csv': table(
        `ticket_id,created_at,solved_at,status,customer_messages,${name}`,
        '1,2026-11-02 10:00,2026-11-02 12:00,closed,1,77001',
        '2,2026-11-03 10:00,2026-11-03 12:00,closed,1,77002',
        '3,2026-11-04 10:00,2026-11-04 12:00,closed,1,77001',
        '4,2026-11-20 10:00,2026-11-20 12:00,closed,1,77003',
      ),
    });
    // Of the tickets 1, 2 and 3 the first was followed by another of the same person.
    expect(row().values).toEqual({ first_contact_resolution: 0.666666666667 });
  },
);
