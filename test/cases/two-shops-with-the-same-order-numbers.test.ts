import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told, values } from './kit.ts';

const head =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at';
const order = (id: string, email: string, amount: number, day: number, hour = 9): string =>
  `${id},${email},paid,EUR,${amount},0,0,${amount},0,2026-11-0${day} 0${hour}:15:00 +0100,1,Cup,${amount},`;
const line = `report . ${lastWeek} --kpi orders,gross_sales,customers --compare none`;

describe('two shops that number alike', () => {
  const shops = {
    'paris.csv': table(head, order('#7', 'u@example.com', 50, 2), order('#8', 'v@example.com', 60, 8)),
    'berlin.csv': table(head, order('#7', 'w@example.com', 3, 3), order('#8', 'x@example.com', 4, 7)),
  };

  it('are not copies of each other: all orders count, with one warning', async () => {
    const { row, warnings, codes } = await told(line, shops);
    // 50 + 60 + 3 + 4.
    expect(row().values).toEqual({ orders: 4, gross_sales: 117, customers: 4 });
    expect(codes).toEqual(['ids_apart']);
    expect(warnings[0]!.message).toContain('2 order ids name different records');
    expect((await kpi(`${line} --strict`, shops)).code).toBe(2);
  });

  it('are told apart by the line that the warning gives, and then nothing is to be said', async () => {
    const { warnings } = await told(line, shops);
    const [, advice] = /write in kpi.yaml: (.*)$/.exec(warnings[0]!.message)!;
    const said = folderWith({ ...shops, 'kpi.yaml': `${advice}\n` });
    const { row, codes } = await told(`${line} --strict`, said);
    expect(row().values).toEqual({ orders: 4, gross_sales: 117, customers: 4 });
    expect(codes).toEqual([]);
  });

  it('are told apart by a column of their own', async () => {
    const rows = (shop: string, id: number, day: number, amount: number): string =>
      `${id},2026-11-0${day},u@example.com,${amount},${shop}`;
    const one = 'order_id,ordered_at,customer_email,gross_sales,store';
    const files = { 'all.csv': table(one, rows('A', 1, 2, 5), rows('B', 1, 4, 6), rows('A', 2, 8, 7)) };
    const { row, codes } = await told(`report . ${lastWeek} --kpi orders,gross_sales --compare none --strict`, files);
    expect(row().values).toEqual({ orders: 3, gross_sales: 18 });
    expect(codes).toEqual([]);
  });

  it('a copy with the same time written in another offset, a customer filled in later, an address in capitals is a copy', async () => {
    const files = {
      'a.csv': table(head, order('#7', '', 50, 2), order('#8', 'v@example.com', 60, 8)),
      'b.csv': table(
        head,
        order('#7', 'u@example.com', 50, 2).replace('09:15:00 +0100', '08:15:00 +0000'),
        order('#8', 'V@Example.com', 60, 8),
      ),
    };
    const { row, codes } = await told(`${line} --strict`, files);
    expect(row().values).toEqual({ orders: 2, gross_sales: 110, customers: 2 });
    expect(codes).toEqual([]);
  });

  it('an order whose customer was erased later is a copy', async () => {
    const files = {
      'a.csv': table(head, order('#7', 'u@example.com', 50, 2), order('#8', 'v@example.com', 60, 8)),
      'b.csv': table(head, order('#7', 'deleted@site.invalid', 50, 2), order('#8', 'v@example.com', 60, 8)),
    };
    expect(await values(`report . ${lastWeek} --kpi orders,gross_sales --compare none --strict`, files)).toEqual({
      orders: 2,
      gross_sales: 110,
    });
  });

  it('take the channel of an order from the visits of its own shop', async () => {
    const orders = (amount: number): string =>
      table('order_id,ordered_at,gross_sales', `7,2026-11-02,${amount}`, `8,2026-11-08,${amount}`);
    const visits = (id: string, hour: number, channel: string): string =>
      table(
        'visit_id,started_at,channel,order_id',
        ...['02', '08'].map((day, at) => `${id}${at},2026-11-${day}T0${hour}:00:00+01:00,${channel},${at + 7}`),
      );
    const files = {
      'north/orders.csv': orders(10),
      'north/visits.csv': visits('n', 8, 'Email'),
      'south/orders.csv': orders(30),
      'south/visits.csv': visits('s', 9, 'Direct'),
      'kpi.yaml': 'sources:\n  - { path: north, store: North }\n  - { path: south, store: South }\n',
    };
    const { row } = await told(`report ${lastWeek} --by channel --kpi orders,gross_sales --compare none`, files);
    expect(row('all', { channel: 'Email' }).values).toEqual({ orders: 2, gross_sales: 20 });
    expect(row('all', { channel: 'Direct' }).values).toEqual({ orders: 2, gross_sales: 60 });
    // Orders of a file that states no shop are those of any visit.
    const stateless = files['kpi.yaml'].replace(', store: South', '');
    const { row: either } = await told(`report ${lastWeek} --by channel --kpi gross_sales --compare none`, {
      ...files,
      'south/visits.csv': table('visit_id,started_at,channel', 's0,2026-11-02,Direct', 's1,2026-11-08,Direct'),
      'kpi.yaml': stateless,
    });
    expect(either('all', { channel: 'Email' }).values).toEqual({ gross_sales: 20 });
    expect(either('all', { channel: '(unattributed)' }).values).toEqual({ gross_sales: 60 });
  });

  it('ask about tickets of their own: an answer is about that of its shop', async () => {
    const tickets = table(
      'ticket_id,created_at,solved_at',
      '1,2026-11-02T09:00:00+01:00,2026-11-02T10:00:00+01:00',
      '2,2026-11-08T09:00:00+01:00,2026-11-08T10:00:00+01:00',
    );
    const answers = table('answered_at,type,score,scale,ticket_id', '2026-11-08T12:00:00+01:00,csat,5,5,1');
    const { row } = await told(`report ${lastWeek} --kpi csat_response_rate --compare none`, {
      'north/tickets.csv': tickets,
      'north/answers.csv': answers,
      'south/tickets.csv': tickets,
      'south/answers.csv': answers,
      'kpi.yaml': 'sources:\n  - { path: north, store: North }\n  - { path: south, store: South }\n',
    });
    // One of two in each.
    expect(row().values).toEqual({ csat_response_rate: 0.5 });
  });

  it('number their customers alike, too: customer 1 of one is another person, an address or a telephone number is not', async () => {
    const orders = (shop: string, ...rows: string[]): string =>
      table('order_id,ordered_at,customer_id,gross_sales', ...rows.map((row, at) => `${shop}${at},2026-11-0${row}`));
    const files = {
      'north.csv': orders('N', '2,1,10', '3,C-7,20', '4,1,30', '5,a@example.com,5', '8,+33 6 12 34 56 78,5'),
      'south.csv': orders('S', '2,1,100', '6,c-7,200', '7,A@example.com,50', '8,33612345678,50', '8,C-7,50'),
    };
    const stores = 'sources:\n  - { path: north.csv, store: North }\n  - { path: south.csv, store: South }\n';
    const asked = `report ${lastWeek} --kpi orders,customers --compare none`;
    const { row } = await told(asked, { ...files, 'kpi.yaml': stores });
    // 1 and C-7 of North; 1, c-7 and C-7 of South; the address and the telephone number of both.
    expect(row().values).toEqual({ orders: 10, customers: 7 });
    const { row: ofOne } = await told(`${asked} --by store`, { ...files, 'kpi.yaml': stores });
    expect(ofOne('all', { store: 'North' }).values).toEqual({ orders: 5, customers: 4 });
    expect(ofOne('all', { store: 'South' }).values).toEqual({ orders: 5, customers: 5 });
    // One shop in two files: a number is one person.
    const one = stores.replace('North', 'South');
    const { row: together } = await told(asked, { ...files, 'kpi.yaml': one });
    expect(together().values).toEqual({ orders: 10, customers: 5 });
  });

  it('number their customers alike: who bought again, sent goods back or became a customer did so in its own shop', async () => {
    const orders = (shop: string, ...rows: string[]): string =>
      table('order_id,ordered_at,customer_id,gross_sales', ...rows.map((row, at) => `${shop}${at},${row}`));
    const leads = (day: number): string =>
      table('lead_id,created_at,customer_key', `1,2026-11-0${day},1`, '2,2026-11-08,2');
    const { row } = await told(
      'report --from 2026-11-02 --to 2026-11-08 --as-of 2027-03-01 --kpi orders,new_customers,lead_conversion_rate --compare none --assume-full-history',
      {
        'north/orders.csv': orders('N', '2026-11-02,1,10', '2026-11-08,1,20', '2027-02-08,9,1'),
        'north/leads.csv': leads(2),
        'south/orders.csv': orders('S', '2026-11-04,2,30', '2026-11-08,3,30', '2027-02-08,9,1'),
        'south/leads.csv': leads(3),
        'kpi.yaml': 'sources:\n  - { path: north, store: North }\n  - { path: south, store: South }\n',
      },
    );
    // Of three customers 1 of North bought again. Of four leads, 1 of North bought; 2 of South did before it was one.
    expect(row().values).toMatchObject({ orders: 4, new_customers: 3, lead_conversion_rate: 0.25 });
  });

  it('tickets and leads of one id and another creation count each', async () => {
    const tickets = (day: number) =>
      table('ticket_id,created_at,status', `1,2026-11-0${day} 10:00:00,open`, '2,2026-11-08 10:00:00,open');
    const service = { 'a.csv': tickets(2), 'b.csv': tickets(3) };
    const { row, codes } = await told(`report . ${lastWeek} --kpi tickets_created --compare none`, service);
    // 1 of a, 1 of b, 2 of both.
    expect(row().values).toEqual({ tickets_created: 3 });
    expect(codes).toEqual(['ids_apart']);
  });

  it('the costs of two advertising accounts with one name of a campaign are asked about, and add up with the line that is printed', async () => {
    const spend = (a: number, b: number) =>
      table('date,platform,campaign,cost', `2026-11-02,Meta,Brand,${a}`, `2026-11-08,Meta,Brand,${b}`);
    const files = { 'ads/x.csv': spend(10, 20), 'ads/y.csv': spend(300, 400) };
    const ads = `report ads ${lastWeek} --kpi ad_spend --compare none`;
    const { code, err } = await kpi(ads, files);
    expect(code).toBe(2);
    expect(err).toContain('ads/x.csv and ads/y.csv report the same days in 2 rows with quite different amounts');
    const [advice] = /sources: .*/.exec(err)!;
    // 10 + 20 + 300 + 400.
    expect(await values(`${ads} --strict`, { ...files, 'kpi.yaml': `${advice}\n` })).toEqual({ ad_spend: 730 });
  });

  it('visits of two shops by day and source too; two downloads that nearly agree are not asked about', async () => {
    const visits = (a: number, b: number) =>
      table('date,source,medium,sessions', `2026-11-02,google,organic,${a}`, `2026-11-08,google,organic,${b}`);
    const line = `report v ${lastWeek} --kpi sessions --compare none`;
    const apart = await kpi(line, { 'v/de.csv': visits(10, 20), 'v/fr.csv': visits(50, 90) });
    expect([apart.code, /sources: .*/.exec(apart.err)?.[0]]).toEqual([
      2,
      'sources: [{ path: v/de.csv, store: de }, { path: v/fr.csv, store: fr }]',
    ]);
    const again = await kpi(line, { 'v/early.csv': visits(50, 60), 'v/late.csv': visits(51, 90) });
    expect(again.code).toBe(0);
  });

  it('tills that number alike, without times and customers, are told apart by their amounts', async () => {
    const till = (a: number, b: number) => table('order_id,date,total', `1,2026-11-02,${a}`, `2,2026-11-08,${b}`);
    const files = { 'till-1.csv': till(5, 7), 'till-2.csv': till(50, 70) };
    const { row, codes } = await told(`report . ${lastWeek} --kpi orders,gross_sales --compare none`, files);
    expect(row().values).toEqual({ orders: 4, gross_sales: 132 });
    expect(codes).toEqual(['ids_apart']);
  });

  it.each([
    ['leads', 'lead_id,created_at,email', 'leads', 4],
    ['tickets', 'ticket_id,created_at,requester_key', 'tickets_created', 4],
  ])('%s of one id, day and another person are two', async (_, columns, kpiId, count) => {
    const shop = (a: string, b: string) => table(columns, `1,2026-11-02,${a}@x.de`, `2,2026-11-08,${b}@x.de`);
    const files = { 'fr.csv': shop('a', 'b'), 'de.csv': shop('c', 'd') };
    const { row, codes } = await told(`report . ${lastWeek} --kpi ${kpiId} --compare none`, files);
    expect(row().values).toEqual({ [kpiId]: count });
    expect(codes).toContain('ids_apart');
  });

  it('one of them downloaded twice: the line names all files', async () => {
    const files = {
      'a.csv': table(head, order('#7', 'u@example.com', 50, 2), order('#8', 'v@example.com', 60, 8)),
      'a (1).csv': table(head, order('#7', 'u@example.com', 50, 2), order('#8', 'v@example.com', 60, 8)),
      'b.csv': table(head, order('#7', 'w@example.com', 3, 3), order('#8', 'x@example.com', 4, 7)),
      'c.csv': table(head, order('#70', 'y@example.com', 1, 8)),
    };
    const { warnings } = await told(line, files);
    const [, advice] = /write in kpi.yaml: (.*)$/.exec(warnings[0]!.message)!;
    const said = folderWith({ ...files, 'kpi.yaml': `${advice}\n` });
    for (const asked of [line, line.replace('report .', 'report')]) {
      const { row, codes } = await told(`${asked} --strict`, said);
      // 50 + 60 + 3 + 4 + 1.
      expect(row().values).toEqual({ orders: 5, gross_sales: 118, customers: 5 });
      expect(codes).toEqual([]);
    }
  });

  it('with refunds and lines of their own: the line gives the store to these, too', async () => {
    const shop = (day: number, name: string, refunds: string[], lines: string[]) => ({
      [`${name}/orders.csv`]: table(
        'order_id,ordered_at,email,gross_sales',
        `1,2026-11-0${day} 09:15:12,${name}1@x.de,100`,
        `2,2026-11-08 0${day}:15:12,${name}2@x.de,50`,
      ),
      [`${name}/refunds.csv`]: table('refund_id,order_id,refunded_at,item_amount', ...refunds),
      [`${name}/lines.csv`]: table('order_id,sku,quantity,unit_price', ...lines),
    });
    const files = {
      ...shop(2, 'de', ['r1,1,2026-11-04,50', 'r2,2,2026-11-08,10'], ['1,A,1,100', '2,B,2,25']),
      ...shop(3, 'fr', ['r1,1,2026-11-05,5', 'r2,2,2026-11-08,1'], ['1,A,3,33.33', '2,B,4,12.50']),
    };
    const asked = `report . ${lastWeek} --kpi returns,net_sales,units_sold --compare none`;
    const { err } = await kpi(asked, files);
    const [advice] = /sources: \[.*?\}\]/.exec(err)!;
    expect(advice).toBe('sources: [{ path: de, store: de }, { path: fr, store: fr }]');
    const { row } = await told(asked, folderWith({ ...files, 'kpi.yaml': `${advice}\n` }));
    // Back 50 + 10 + 5 + 1 of 300; 1 + 2 + 3 + 4 pieces.
    expect(row().values).toEqual({ returns: 66, net_sales: 234, units_sold: 10 });
  });
});
