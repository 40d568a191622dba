import { expect, it } from 'vitest';
import { kpi, lastWeek, table } from './kit.ts';

/* A list of payments has a date, an amount and a status, as orders have: beside the orders of the shop each sale would count twice. */

it.each([
  [
    'Mollie',
    'Date,Payment method,Currency,Amount,Status,ID,Description,Consumer name,Consumer bank account,Consumer BIC,Settlement currency,Settlement amount,Settlement reference,Amount refunded',
    '2026-11-02 10:00,ideal,EUR,49.90,paid,tr_1,Order 1,,,,EUR,49.90,1.2611.01,0.00',
  ],
  [
    'Adyen',
    'Date,Payment Method,Currency,Amount,Status,PSP Reference,Merchant Reference',
    '2026-11-02,visa,EUR,49.90,Settled,88,1',
  ],
])('of %s is not read as orders', async (_, header, payment) => {
  const asked = `report payments.csv ${lastWeek} --kpi orders`;
  const { code, err } = await kpi(asked, { 'payments.csv': table(header, payment) });
  expect(code).toBe(2);
  expect(err).toContain('looks like a ledger of payments');
});
