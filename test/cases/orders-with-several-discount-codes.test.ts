import { describe, expect, it } from 'vitest';
import { report } from '../support/ask.ts';
import { run, wordsOf } from '../support/run.ts';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/* An order with two discount codes belongs to the row of each, and is one order all the same. */

const orders = table(
  'order_id,ordered_at,customer_email,gross_sales,discounts,region,payment_method,discount_code',
  '1,2026-11-02,a@x.org,50,5,NY,Gift Card + Shopify Payments,"Welcome10, vip"',
  '2,2026-11-03,b@x.org,30,3,ny,PayPal,WELCOME10',
  '3,2026-11-04,a@x.org,20,0,CA,paypal,',
  '4,2026-11-05,c@x.org,40,4,,Gift Card + Shopify Payments,VIP + welcome10 + VIP',
  '5,2026-11-06,d@x.org,10,1,NY,,2+1',
);
const refunds = table('refund_id,order_id,refunded_at,item_amount', 'r1,1,2026-11-07,20', 'r2,2,2026-11-08,6');
const lines = table('order_id,sku,quantity,unit_price', '1,A,2,25', '2,A,1,30', '3,B,1,20', '4,B,4,10', '5,B,1,10');
const files = { 'exports/orders.csv': orders, 'exports/refunds.csv': refunds, 'exports/order_lines.csv': lines };

const by = async (dimension: string, kpis: string, given: Readonly<Record<string, string>> = files) => {
  const { rows } = await told(
    `report exports ${lastWeek} --assume-full-history --by ${dimension} --kpi ${kpis}`,
    given,
  );
  return Object.fromEntries(
    rows
      .filter(({ period }) => period === 'all')
      .map(({ dimensions, values }) => [Object.values(dimensions).join(' / ') || 'all', Object.values(values)]),
  );
};

describe('orders by discount code', () => {
  it('count in the row of each of their codes, and once in the total', async () => {
    // Welcome10: orders 1, 2, 4 of a, b, c; 50 + 30 + 40 - 12 discounts - 26 refunded; 2 + 1 + 4 pieces.
    // VIP: orders 1 and 4; 90 - 9 - 20; 2 + 4 pieces. No code: order 3. 2+1 is one code: no blanks around its plus.
    expect(await by('discount_code', 'orders,customers,net_sales,units_sold')).toEqual({
      '2+1': [1, 1, 9, 1],
      VIP: [2, 2, 61, 6],
      WELCOME10: [3, 3, 82, 7],
      '(unattributed)': [1, 1, 20, 1],
      all: [5, 4, 111, 9],
    });
  });

  it('find who came back in each of them, too', async () => {
    // a bought with both codes first, then without: returning in the row without a code only, as in that of the total.
    expect(await by('discount_code', 'new_customers,repeat_purchase_rate')).toMatchObject({
      WELCOME10: [3, 0],
      VIP: [2, 0],
      all: [4, 0.25],
    });
  });

  it('cross with other dimensions', async () => {
    expect(await by('discount_code --by region', 'orders', { 'exports/orders.csv': orders })).toEqual({
      '2+1 / NY': [1],
      'VIP / NY': [1],
      'VIP / (unattributed)': [1],
      'WELCOME10 / NY': [2],
      'WELCOME10 / (unattributed)': [1],
      '(unattributed) / CA': [1],
      all: [5],
    });
  });

  it('are cohorts of each code', async () => {
    const { out } = await kpi(
      'cohorts exports --currency EUR --timezone Europe/Paris --by discount_code --assume-full-history --period month --include-partial --format csv',
      files,
    );
    const customers = out
      .split('\n')
      .filter((line) => line.startsWith('2026-11,') && line.includes(',,customers,'))
      .map((line) => [line.split(',')[4], line.split(',').find((_, at, all) => all[at - 2] === 'customers')]);
    expect(Object.fromEntries(customers)).toEqual({ '2+1': '1', VIP: '2', WELCOME10: '3', '': '4' });
  });
});

describe('orders by region and payment method', () => {
  it('compare caselessly; a list of payment methods is one of them', async () => {
    expect(await by('region', 'orders')).toEqual({ CA: [1], NY: [3], '(unattributed)': [1], all: [5] });
    expect(await by('payment_method', 'orders')).toEqual({
      'Gift Card + Shopify Payments': [2],
      PayPal: [2],
      '(unattributed)': [1],
      all: [5],
    });
  });

  it('are read from French headers', async () => {
    const french = table(
      'N° de commande,Date de commande,Montant,Région,Moyen de paiement,Code promo',
      '1,2026-11-02,50,Bretagne,Carte bancaire,"NOEL,VIP"',
      '2,2026-11-03,30,Bretagne,Virement,noel',
    );
    const given = { 'exports/commandes.csv': french };
    expect(await by('discount_code', 'orders', given)).toEqual({ NOEL: [2], VIP: [1], all: [2] });
    expect(await by('region', 'orders', given)).toEqual({ Bretagne: [2], all: [2] });
    expect(await by('payment_method', 'orders', given)).toEqual({ 'Carte bancaire': [1], Virement: [1], all: [2] });
  });
});

it('records written by kpi are read back with their regions, payment methods and codes', async () => {
  const folder = folderWith({ 'exports/orders.csv': orders });
  const { code } = await run(wordsOf('normalize exports --timezone Europe/Paris --out exports/out'), {
    cwd: folder,
  });
  expect(code).toBe(0);
  const { rows } = await told(`report exports/out ${lastWeek} --by discount_code,region --kpi orders`, folder);
  const found = rows.flatMap(({ period, dimensions, values }) =>
    period === 'all' ? [[Object.values(dimensions).join(' / '), values.orders]] : [],
  );
  expect(Object.fromEntries(found)).toMatchObject({ 'WELCOME10 / NY': 2, 'VIP / (unattributed)': 1, '': 5 });
});

describe('exports of shops', () => {
  const all = async (file: string, dimension: string) => {
    const around = '--timezone Europe/Paris --as-of 2027-01-01 --all --period all';
    const { rows } = await report(`fixtures/sources/${file} ${around} --by ${dimension} --kpi orders`);
    return Object.fromEntries(rows.map(({ dimensions, values }) => [dimensions[dimension] ?? 'all', values.orders]));
  };

  it('of WooCommerce: coupons, the title of the payment method', async () => {
    expect(await all('woocommerce-orders/orders.json', 'discount_code')).toEqual({
      bienvenue10: 1,
      offert: 1,
      '(unattributed)': 7,
      all: 9,
    });
    expect(await all('woocommerce-orders/orders.json', 'payment_method')).toEqual({ Carte: 8, Virement: 1, all: 9 });
  });

  it('of Shopify: the reason of a discount by hand is one value, the province is that of the delivery', async () => {
    // Of thirteen orders 2010 is voided, 2011 pending and 2009 cancelled; 2003 was paid in cash.
    expect(await all('shopify-orders/plain.csv', 'discount_code')).toEqual({
      FALL20: 1,
      'replacement for #AB-1987, broken': 1,
      '(unattributed)': 8,
      all: 10,
    });
    expect(await all('shopify-orders/plain.csv', 'region')).toEqual({ NY: 10, all: 10 });
    expect(await all('shopify-orders/plain.csv', 'payment_method')).toEqual({
      Cash: 1,
      'Cash on Delivery (COD)': 0,
      'Shopify Payments': 8,
      '(unattributed)': 1,
      all: 10,
    });
  });
});
