import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const head = 'order_id,ordered_at,customer_email,gross_sales';
const line = `report . ${lastWeek} --kpi orders,gross_sales,customers --compare none`;

it('an id of E+12 names nothing: each row is an order of its own, with one strict warning', async () => {
  const files = {
    'orders.csv': table(
      head,
      '4.81516E+12,2026-11-02 10:00:00,u@example.com,1',
      '4.81516E+12,2026-11-02 11:00:00,u@example.com,2',
      '4.81516E+12,2026-11-05 10:00:00,v@example.com,4',
      '17,2026-11-08 10:00:00,w@example.com,8',
    ),
  };
  const { row, codes, warnings } = await told(line, files);
  // 1 + 2 + 4 + 8.
  expect(row().values).toEqual({ orders: 4, gross_sales: 15, customers: 3 });
  expect(codes).toEqual(['ids_damaged']);
  expect(warnings[0]!.message).toContain('3 order ids were rounded');
  expect((await kpi(`${line} --strict`, files)).code).toBe(2);
});

it('so does one with a decimal comma', async () => {
  const files = {
    'commandes.csv': table(
      'order_id;ordered_at;customer_email;gross_sales',
      '4,81516E+12;2026-11-02 10:00:00;u@example.com;1,50',
      '4,81516E+12;2026-11-08 10:00:00;v@example.com;2,50',
    ),
  };
  const { row, codes } = await told(line, files);
  expect(row().values).toEqual({ orders: 2, gross_sales: 4, customers: 2 });
  expect(codes).toEqual(['ids_damaged']);
});

it('rows under one id of which fifteen digits are left and the rest zeros are kept apart', async () => {
  const files = {
    'orders.csv': table(
      head,
      '1234567890123450000,2026-11-02 10:00:00,u@example.com,1',
      '1234567890123450000,2026-11-02 12:00:00,u@example.com,2',
      '1234567890123460000,2026-11-08 10:00:00,v@example.com,4',
    ),
  };
  const { row, codes } = await told(line, files);
  expect(row().values).toEqual({ orders: 3, gross_sales: 7, customers: 2 });
  expect(codes).toEqual(['ids_damaged']);
});

it('a second download of such a file replaces the first', async () => {
  const rows = table(
    head,
    '4.81516E+12,2026-11-02 10:00:00,u@example.com,1',
    '4.81516E+12,2026-11-08 10:00:00,v@example.com,2',
  );
  const { row } = await told(line, { 'orders.csv': rows, 'orders (1).csv': rows });
  expect(row().values).toEqual({ orders: 2, gross_sales: 3, customers: 2 });
});

describe('a single rounded id among others', () => {
  it.each([
    ['ticket', 'ticket_id,created_at', 'tickets_created'],
    ['lead', 'lead_id,created_at', 'leads'],
    ['checkout', 'checkout_id,created_at', 'cart_abandonment_rate'],
  ])('is said on both engines: %s', async (_kind, head, kpi) => {
    const report = await told(`report a.csv --all --period all --timezone Europe/Paris --currency EUR --kpi ${kpi}`, {
      'a.csv': table(head, '5.27762E+12,2026-11-02', '2,2026-11-03'),
    });
    expect(report.codes).toContain('ids_damaged');
  });
});
