import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* Exports of web analytics and mailings that were saved with a row of totals, or with mails that were never sent. */

const line = 'report a.csv --timezone Europe/Paris --currency EUR --all --period all --compare none --strict --kpi';

describe('a total row', () => {
  it.each([
    ['on top, blank', ['"",120,150', '"2026-09-01",80,100', '"2026-09-02",40,50']],
    ['below, with a word', ['"2026-09-01",80,100', '"2026-09-02",40,50', 'Total,120,150']],
  ])('of Shopify, %s, is left out', async (_, rows) => {
    const file = table('"Day","Online store visitors","Sessions"', ...rows);
    expect((await told(`${line} sessions`, { 'a.csv': file })).row().values.sessions).toBe(150);
  });

  it('is no row of sessions without a place', async () => {
    const rows = ['"France","2026-09-01",100,80', '"Germany","2026-09-01",50,40', '"","2026-09-01",150,120'];
    const file = table('"Session country","Day","Sessions","Online store visitors"', ...rows);
    expect((await told(`${line} sessions`, { 'a.csv': file })).row().values.sessions).toBe(300);
  });

  it('of Matomo is left out', async () => {
    const file = table('date,nb_visits,nb_actions', '2026-09-01,100,250', '2026-09-02,50,100', 'Total,150,350');
    expect((await told(`${line} sessions`, { 'a.csv': file })).row().values.sessions).toBe(150);
  });
});

describe('a mail that was not sent', () => {
  it('of Mailchimp has no date, and counts nothing', async () => {
    const file = table(
      'Title,Send Date,Total Recipients,Successful Deliveries,Unique Opens,Unique Clicks',
      'Spring,"Sep 05, 2026 09:38 am",1100,1080,300,64',
      'Draft,,,,,',
    );
    expect((await told(`${line} emails_delivered`, { 'a.csv': file })).row().values.emails_delivered).toBe(1080);
  });
});

describe('a row of totals below the orders of a tool', () => {
  const asked =
    'report . --timezone Europe/Paris --currency EUR --all --period all --compare none --strict --kpi orders,gross_sales,units_sold';

  it('of Shopify is left out, and a line called like one is not', async () => {
    const file = table(
      'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#1,a@example.com,paid,EUR,50,0,0,50,0,2026-03-01 10:00:04 +0100,1,Tee,20',
      '#1,a@example.com,,,,,,,,2026-03-01 10:00:04 +0100,2,Total,15',
      '#2,b@example.com,paid,EUR,60,0,0,60,0,2026-03-02 10:00:04 +0100,1,Tee,60',
      'Total,,,,110,0,0,110,0,,4,,',
    );
    const { row } = await told(asked, { 'orders.csv': file });
    expect(row().values).toEqual({ orders: 2, gross_sales: 110, units_sold: 4 });
  });

  it('of Odoo is left out, and a further line called like one is not', async () => {
    const file = table(
      'Order Reference,Order Date,Untaxed Amount,Total,Status,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price',
      'S1,2026-03-01 09:00:04,50,60,Sales Order,Tee,1,20',
      ',,,,,Total,2,15',
      'Total,,50,60,,,,',
    );
    const { row } = await told(asked, { 'orders.csv': file });
    expect(row().values).toEqual({ orders: 1, gross_sales: 50, units_sold: 3 });
  });

  it('of payments is left out', async () => {
    const file = table(
      'id;Created date (UTC);Amount;Amount Refunded;Currency;Status',
      'ch_1;23/03/2026 09:00;50,5;0;eur;Paid',
      'ch_2;24/03/2026 09:00;30;0;eur;Paid',
      'Total;;80,5;0;;',
    );
    expect((await told(asked.replace(',units_sold', ''), { 'stripe.csv': file })).row().values).toEqual({
      orders: 2,
      gross_sales: 80.5,
    });
  });
});
