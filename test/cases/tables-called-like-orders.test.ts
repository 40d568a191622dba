import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A ledger of payments has dates and amounts too. It is no list of orders, and is not counted as one without a word.
 */

const config = 'timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: it.csv, kind: order }]\n';
const refused = async (...lines: string[]): Promise<string> => {
  const { code, out, err } = await kpi(`report it.csv ${lastWeek}`, { 'it.csv': table(...lines) });
  expect(code, out).toBe(2);
  return err;
};

describe('a ledger is not read as orders', () => {
  it.each([
    ['gross, fee and net', 'Date,Name,Gross,Fee,Net', '2026-11-02,A,10.00,-0.50,9.50'],
    ['a balance', 'Date;Libellé;Montant;Solde', '2026-11-02;Achat;10,00;110,00'],
    ['payouts', 'date,amount,payout_id', '2026-11-02,10.00,po_1'],
    ['rows of a type that is no sale', 'date,type,amount', '2026-11-02,Payment,10.00'],
    ['rows of a kind that is no sale', 'date,kind,amount', '2026-11-02,sale,10.00'],
  ])('%s', async (_, header, row) => {
    const more = /type|kind/.test(header) ? ['2026-11-03,Refund,4.00'] : [];
    const err = await refused(header, row, ...more);
    expect(err).toMatch(/looks like a ledger/);
    expect(err).not.toContain('sources:\n');
  });

  it.each([
    [
      'the transactions of Shopify',
      /Shopify: transaction histories/,
      'Order,Name,Kind,Gateway,Created At,Status,Amount,Currency,Card Type',
      '1001,#1001,sale,shopify_payments,2026-11-02 10:00:00 +0100,success,49.90,EUR,visa',
    ],
    [
      'sums of WooCommerce',
      /WooCommerce: Analytics, Revenue/,
      'Date,Orders,Gross sales,Returns,Coupons,Net sales,Taxes,Shipping,Total sales',
      '2026-11-02,3,100,0,5,95,19,5,119',
    ],
    [
      'a summary of Square',
      /Square: Reports/,
      'Sales,Gross Sales,Items,Returns,Net Sales,Tax,Tip',
      'Total,50,50,0,50,5,0',
    ],
  ])('%s', async (_, name, ...lines) => {
    expect(await refused(...lines)).toMatch(name);
  });

  it('net beside gross: what to write where tax is between them', async () => {
    const files = { 'it.csv': table('date,order_id,net,vat,gross', '2026-11-02,1,10,2,12', '2026-11-08,2,20,4,24') };
    const { code, err } = await kpi(`report it.csv ${lastWeek}`, files);
    expect(code).toBe(2);
    const entry = err.split('\n').filter((line) => line.startsWith('    '));
    const { row } = await told('report --last 1 --kpi orders,gross_sales,taxes --compare none', {
      ...files,
      'kpi.yaml': `timezone: Europe/Paris\ncurrency: EUR\n${entry.map((line) => `${line.slice(4)}\n`).join('')}`,
    });
    // 10 + 20 without the 2 + 4 of tax.
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 30, taxes: 6 });
  });

  it('amounts above and below 0 without order numbers', async () => {
    const err = await refused('date,amount,label', '2026-11-02,10.00,a', '2026-11-03,-4.00,b');
    expect(err).toContain('amounts above and below 0 in "amount"');
  });

  it('in a folder it is passed over, which is an error under --strict', async () => {
    const files = {
      'in/it.csv': table('Date,Gross,Fee,Net', '2026-11-02,10.00,-0.50,9.50'),
      'in/visits.csv': table('date,sessions', '2026-11-02,9'),
    };
    const { warnings } = await told(`report in ${lastWeek} --kpi sessions --compare none`, files);
    expect(warnings[0]?.message).toContain('in/it.csv looks like a ledger of payments ("Fee")');
    expect((await kpi(`report in ${lastWeek} --strict`, files)).code).toBe(2);
  });
});

describe('what is read all the same', () => {
  it('a ledger that the configuration calls orders', async () => {
    const { row } = await told('report --last 1 --kpi orders,gross_sales --compare none', {
      'it.csv': table('date,amount,fee', '2026-11-02,10.00,0.50', '2026-11-08,20.00,0.60'),
      'kpi.yaml': config,
    });
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 30 });
  });

  it('orders under the names of our own fields, with a fee beside them', async () => {
    const { row } = await told(`report it.csv ${lastWeek} --kpi orders,gross_sales --compare none`, {
      'it.csv': table('order_id,ordered_at,gross_sales,fee', '1,2026-11-02,10,0.5', '2,2026-11-08,20,0.5'),
    });
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 30 });
  });

  it('orders of a type that is a sale, and with a net amount alone', async () => {
    const { row } = await told(`report it.csv ${lastWeek} --kpi orders,gross_sales --compare none`, {
      'it.csv': table('order_id,date,type,net', '1,2026-11-02,web,10', '2,2026-11-08,pos,20'),
    });
    expect(row().values).toMatchObject({ orders: 2, gross_sales: 30 });
  });
});

describe('a known export with columns left out', () => {
  const shopify = (header: string) =>
    table(header, '#11,2026-11-02 10:00:00 +0100,30.00,1,Pen', '#11,2026-11-02 10:00:00 +0100,,2,Ink');

  it('is named with what it lacks, not read as a plain list', async () => {
    const { code, err } = await kpi(`report it.csv ${lastWeek}`, {
      'it.csv': shopify('Name,Created at,Total,Lineitem quantity,Lineitem name'),
    });
    expect(code).toBe(2);
    expect(err).toContain('looks like "Shopify: Orders, Export, Plain CSV" without "Financial Status"');
  });

  it('is read as a plain list where the configuration says so, and a row that cannot be read names a column that is there', async () => {
    const { code, err } = await kpi('report --last 1', {
      'it.csv': shopify('Name,Created at,Total,Lineitem quantity,Lineitem name'),
      'kpi.yaml': config,
    });
    expect(code).toBe(2);
    expect(err).toContain('column "Total": missing value');
    expect(err).not.toContain('"gross_sales"');
  });
});
