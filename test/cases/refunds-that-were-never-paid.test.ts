import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/* Lists of refunds hold the requests that were refused, and those that are not paid yet: nothing was given back of these. */
const asked = `report refunds.csv ${lastWeek} --compare none --kpi returns`;
const list = (name: string, ...said: string[]) => ({
  'refunds.csv': table(
    `refund_id,order_id,date,amount,${name}`,
    ...said.map((word, at) => `R${at + 1},${at + 1},2026-11-0${[2, 3, 4, 8][at]},${10 ** (3 - at)}.00,${word}`),
  ),
});

it.each([
  { name: 'status', said: ['completed', 'rejected', 'pending', 'completed'] },
  { name: 'Statut', said: ['Remboursé', 'Refusé', 'En attente', 'Remboursé'] },
  { name: 'Refund status', said: ['Refunded', 'Cancelled', 'Declined', 'Approved'] },
  { name: 'Return status', said: ['Approved', 'Denied', 'Rejected', 'Received'] },
])('by $name', async ({ name, said }) => {
  const { row, files } = await told(asked, list(name, ...said));
  // The first and the last.
  expect(row().values).toEqual({ returns: 1001 });
  expect(files[0]).toMatchObject({ read: 4, accepted: 2, skipped: 2 });
});

it('are not those of an order that was cancelled', async () => {
  const { row } = await told(asked, list('status', 'cancelled', 'completed', 'cancelled', 'refunded'));
  expect(row().values).toEqual({ returns: 1111 });
});
