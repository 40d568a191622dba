import { describe, expect, it } from 'vitest';
import { days, asked as measured, reading } from '../support/ask.ts';
import { folderWith, lastWeek, table, told } from './kit.ts';

const asked = `report . ${lastWeek} --kpi orders,gross_sales,returns,contribution_margin --compare none`;
const shopify =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount';
const order = (id: string, who: string, amount: number, day: number, refunded = 0): string =>
  `${id},${who}@example.com,paid,EUR,${amount},0,0,${amount},0,2026-11-0${day} 09:15:12 +0100,1,Cup,${amount},${refunded}`;
const orders = table(
  shopify,
  order('#1', 'ana', 49, 2),
  order('#2', 'leo', 20, 3, 20),
  order('#3', 'mia', 50, 5),
  order('#4', 'tom', 30, 8),
);
const stripe = table(
  'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Refunded date (UTC),Status,Customer Email',
  'ch_1,2026-11-02 08:15:20,49.00,0.00,eur,true,1.05,,Paid,ana@example.com',
  'ch_2,2026-11-03 08:15:20,20.00,20.00,eur,true,0.58,2026-11-06 08:00:00,Refunded,leo@example.com',
  'ch_3,2026-11-03 08:17:20,35.00,0.00,eur,false,0.00,,Failed,kim@example.com',
);
const paypal = table(
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID,Balance Impact',
  '2026-11-05,09:15:30,CET,Mia,Express Checkout Payment,Completed,EUR,50.00,-1.75,48.25,mia@example.com,T1,,Credit',
  '2026-11-08,00:15:30,PST,Tom,Express Checkout Payment,Completed,EUR,30.00,-1.10,28.90,tom@example.com,T2,,Credit',
  '2026-11-08,20:15:30,CET,,General Withdrawal,Completed,EUR,-77.15,0.00,-77.15,,T3,,Debit',
);

describe('payments beside the orders that they pay', () => {
  const files = { 'orders.csv': orders, 'stripe.csv': stripe, 'paypal.csv': paypal };

  it('are no sales again, which a line for each tool says', async () => {
    const { row, warnings } = await told(asked, files);
    expect(row().values).toMatchObject({ orders: 4, gross_sales: 149, returns: 20 });
    const said = warnings.filter(({ code }) => code === 'payments_fees').map(({ message }) => message);
    expect(said).toEqual([
      expect.stringMatching(
        /^paypal\.csv \(PayPal: Activity, Download\): the sales of 2 rows are those of orders\.csv: fees are read/,
      ),
      expect.stringMatching(/^stripe\.csv \(Stripe: Payments, Export\): the sales of 2 rows are those of orders\.csv/),
    ]);
  });

  it.each([
    ['no payment', { ...files, 'stripe.csv': stripe.split('\n')[0]!, 'paypal.csv': paypal.split('\n')[0]! }],
    ['no order', { ...files, 'orders.csv': shopify }],
  ])('may be files without a row, which are no crash: %s', async (_, given) => {
    const { row } = await told(asked, given);
    // The orders of the shop, or the payments of Ana, Leo, Mia and Tom.
    expect(row().values).toMatchObject({ orders: 4 });
  });

  it.each(['memory', 'duckdb'] as const)('give their fees: %s', async (engine) => {
    const options = { timezone: 'Europe/Paris', currency: 'EUR', engine };
    const { read } = await reading(Object.keys(files), options, folderWith(files));
    // 1.05, 0.58, 1.75 and 1.10.
    expect(await measured(read, 'payment_fees', [days('2026-11-02', '2026-11-08')])).toEqual([4_480_000n]);
  });

  it('are sales of another shop where the configuration says so', async () => {
    const config = 'sources: [{path: stripe.csv, store: invoices}, {path: paypal.csv, store: invoices}]\n';
    const { row } = await told(asked, { ...files, 'kpi.yaml': config });
    expect(row().values).toMatchObject({ orders: 8, gross_sales: 298, returns: 40 });
  });

  it('are sales on days that no export of orders covers', async () => {
    const short = table(shopify, order('#1', 'ana', 49, 2), order('#2', 'leo', 20, 3, 20));
    const { row } = await told(asked, { ...files, 'orders.csv': short });
    expect(row().values).toMatchObject({ orders: 4, gross_sales: 149 });
  });
});

it('an order of a shop with few orders that is paid on the next day, which has none, counts once', async () => {
  const list = (...rows: string[]): string => table('order_id,date,email,amount,refunded_amount', ...rows);
  const paid = (id: number, day: string): string =>
    `ch_${id},${day} 09:00:04,50.00,0.00,eur,true,1.00,,Paid,c${id}@example.com`;
  const { row } = await told(
    'report . --timezone Europe/Paris --currency EUR --all --period all --kpi orders,gross_sales',
    {
      'orders.csv': list(
        '1,2026-10-01,c1@example.com,50.00,0',
        '2,2026-10-14,c2@example.com,50.00,0',
        '3,2026-11-03,c3@example.com,50.00,0',
      ),
      'stripe.csv': table(stripe.split('\n')[0]!, paid(1, '2026-10-02'), paid(2, '2026-10-15'), paid(3, '2026-11-03')),
    },
  );
  expect(row().values).toEqual({ orders: 3, gross_sales: 150 });
});

describe('a refund of a payment', () => {
  const head = paypal.split('\n')[0] ?? '';
  const sale = (day: number): string =>
    `2026-11-0${day},09:15:30,CET,Mia,Express Checkout Payment,Completed,EUR,50.00,-1.75,48.25,mia@example.com,T1,,Credit`;
  const refund = (day: number): string =>
    `2026-11-0${day},10:00:00,CET,Mia,Payment Refund,Completed,EUR,-15.00,0.50,-14.50,shop@example.com,T2,T1,Debit`;
  const returns = `report . ${lastWeek} --kpi orders,returns --compare none`;

  it('whose sale is an order of the shop is told by it, on whatever day', async () => {
    const { row } = await told(returns, {
      'orders.csv': table(shopify, order('#3', 'mia', 50, 5, 15)),
      'paypal.csv': table(head, sale(5), refund(7)),
    });
    expect(row().values).toEqual({ orders: 1, returns: 15 });
  });

  it('whose sale is in another download goes with it', async () => {
    const { row } = await told(returns, {
      'orders.csv': table(shopify, order('#3', 'mia', 50, 5, 15)),
      'first.csv': table(head, sale(5)),
      'second.csv': table(head, refund(7)),
    });
    expect(row().values).toEqual({ orders: 1, returns: 15 });
  });

  it('whose sale is older than the payments is told by orders that begin before them', async () => {
    const { row } = await told(returns, {
      'orders.csv': table(shopify, order('#3', 'mia', 50, 2, 15), order('#4', 'tom', 30, 5)),
      'paypal.csv': table(head, sale(5).replace(',T1,', ',T9,'), refund(7)),
    });
    expect(row().values).toEqual({ orders: 2, returns: 15 });
  });

  it('whose sale no export of orders has counts, also on a day that one covers', async () => {
    const { row } = await told(returns, {
      'orders.csv': table(shopify, order('#4', 'tom', 30, 6), order('#5', 'ana', 30, 7)),
      'paypal.csv': table(head, sale(3), refund(7)),
    });
    expect(row().values).toEqual({ orders: 3, returns: 15 });
  });
});

describe('payments alone', () => {
  it('are the orders', async () => {
    const { row, codes } = await told(asked, { 'stripe.csv': stripe });
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 69, returns: 20 });
    expect(codes).not.toContain('payments_fees');
  });

  it('of two tools add up', async () => {
    const { row } = await told(asked, { 'stripe.csv': stripe, 'paypal.csv': paypal });
    expect(row().values).toMatchObject({ orders: 4, gross_sales: 149 });
  });
});
