import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

const asked = `report . ${lastWeek} --kpi orders,gross_sales --compare none`;

describe('a list of orders that counts items in a column', () => {
  it.each([
    ['English', 'Date,Order #,N. Revenue (formatted),Status,Customer,Items sold,Net Sales', 'completed'],
    ['French', 'Date,N° de commande,Revenu net (formaté),État,Client,Articles vendus,Ventes nettes', 'Terminée'],
  ])('has a number on each row, and is no summary: %s', async (_, head, status) => {
    const row = (day: number, net: number): string =>
      `2026-11-0${day} 10:00:04,100${day},"${net} €",${status},Ana Doe,3,${net}`;
    const { row: of } = await told(asked, { 'orders.csv': table(head, row(2, 10), row(8, 20)) });
    expect(of().values).toEqual({ orders: 2, gross_sales: 30 });
    expect(of().flags.gross_sales).toEqual(['approx']);
  });
});

describe('daily exports with one quiet day', () => {
  const head = 'order_id,order_date,email,gross_sales,status';
  const day = (on: number, ...statuses: string[]): string =>
    table(head, ...statuses.map((status, i) => `${on}${i},2026-11-0${on},c${on}${i}@x.de,10,${status}`));
  const quiet = {
    ...Object.fromEntries([2, 3, 4, 6, 7, 8].map((on) => [`orders-0${on}.csv`, day(on, 'paid', 'paid', 'paid')])),
    'orders-05.csv': day(5, 'cancelled'),
  };

  it('say nothing of the day whose only order was cancelled', async () => {
    const { row, codes } = await told(`${asked} --strict`, quiet);
    expect(row().values).toEqual({ orders: 18, gross_sales: 180 });
    expect(codes).toEqual([]);
  });

  it('of which many were cancelled are named once, with the number of all', async () => {
    const many = { ...quiet, 'orders-05.csv': day(5, ...Array.from({ length: 9 }, () => 'cancelled')) };
    const { codes, warnings } = await told(asked, many);
    expect(codes).toEqual(['many_not_valid']);
    expect(warnings[0]!.message).toContain(
      'orders-02.csv and 6 more: many orders do not count because of their status: 9 of 27',
    );
    const none = { 'a.csv': day(2, 'cancelled'), 'b.csv': day(8, 'cancelled') };
    expect((await kpi(`${asked} --strict`, none)).err).toContain('none of their orders counts');
  });
});
