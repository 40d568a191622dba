import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * A second download is called `orders[1].csv`, a data folder `year=2026`, an unpacked file keeps its ending `.gz`. A library takes
 * such names for patterns, partitions or packings, and reads another file, or the same file twice, with exit code 0.
 */

const header = 'order_id,ordered_at,gross_sales,currency';
const orders = (first: number, count: number, amount: string): string =>
  table(header, ...Array.from({ length: count }, (_, i) => `${first + i},2026-11-02,${amount},EUR`));

const line = 'report . --timezone Europe/Paris --all --period all --kpi orders,net_sales';

/** Each beside a file that it would fit as a pattern, or that could be taken for it. */
const pairs: readonly (readonly [string, string])[] = [
  ['orders[1].csv', 'orders1.csv'],
  ['orders[!2].csv', 'orders1.csv'],
  ['orders?.csv', 'orders1.csv'],
  ['*.csv', 'orders1.csv'],
  ['o{a,b}.csv', 'oa.csv'],
  ['exports [12]/a.csv', 'exports 1/b.csv'],
  ['a\\*.csv', 'a*.csv'],
  ['**/a.csv', 'b/a.csv'],
  ["o'clock.csv", 'o.csv'],
  ['a"b;c,d.csv', 'a.csv'],
  ['%41.csv', 'A.csv'],
  ['~.csv', 'b.csv'],
  ['$HOME.csv', 'b.csv'],
  ['é ☕ 日本.csv', 'b.csv'],
];

describe('names that some library gives a meaning', () => {
  // 3 orders of 10 and 2 of 1,000: 5 orders, 2,030.
  it.each(pairs)('%s', async (odd, other) => {
    const { row } = await told(line, { [odd]: orders(1, 3, '10'), [other]: orders(1001, 2, '1000') });
    expect(row().values).toEqual({ orders: 5, net_sales: 2030 });
  });

  it.each(['C2=7.5/orders.csv', 'gross_sales=7/order_id=9/orders.csv', 'year=2026/month=11/orders.csv'])(
    'a folder is no column: %s',
    async (path) => {
      const { row } = await told(line, { [path]: orders(1, 3, '10') });
      expect(row().values).toEqual({ orders: 3, net_sales: 30 });
    },
  );

  it.each(['orders.csv.gz', 'orders.csv.zst', 'orders.zip', 'orders.json', 'orders.tsv'])(
    'an ending that lies: %s',
    async (path) => {
      const { row } = await told(line, { [path]: orders(1, 3, '10') });
      expect(row().values).toEqual({ orders: 3, net_sales: 30 });
    },
  );

  it('visits, spend and tickets alike', async () => {
    const day = '2026-11-02';
    const { row } = await told(
      'report . --timezone Europe/Paris --period all --all --kpi sessions,ad_spend,tickets_created',
      {
        'visits[1].csv': table('date,sessions,channel', `${day},5,Direct`),
        'visits1.csv': table('date,sessions,channel', `${day},70,Email`),
        'spend[1].csv': table('date,platform,campaign,cost,currency', `${day},X,a,1,EUR`),
        'spend1.csv': table('date,platform,campaign,cost,currency', `${day},X,b,20,EUR`),
        'tickets?.csv': table('ticket_id,created_at', `1,${day}`),
        'tickets1.csv': table('ticket_id,created_at', `2,${day}`),
      },
    );
    expect(row().values).toEqual({ sessions: 75, ad_spend: 21, tickets_created: 2 });
  });

  it('a file named by hand or in the configuration is that file, not what fits', async () => {
    const files = { 'orders[1].csv': orders(1, 3, '10'), 'orders1.csv': orders(1001, 2, '1000') };
    const named = await kpi(`${line.replace(' . ', ' orders[1].csv ')} --format csv`, files);
    expect(named.out).toContain(',net_sales,money,30,');
    const listed = await kpi(`${line.replace(' . ', ' ')} --format csv`, {
      ...files,
      'kpi.yaml': table('sources:', '  - path: orders[1].csv'),
    });
    expect(listed.out).toContain(',net_sales,money,30,');
  });
});
