import { describe, expect, it } from 'vitest';
import { kpi, table, values } from './kit.ts';

/** A configuration with one entry of `sources`. */
const config = (...entry: string[]): string =>
  table(
    'timezone: Europe/Paris',
    'currency: EUR',
    'sources:',
    ...entry.map((line, at) => `${at ? '    ' : '  - '}${line}`),
  );

const week = 'report --last 1 --compare none';

describe('a whole file is of one survey', () => {
  const survey = table('date,score', '2026-11-02,10', '2026-11-04,9', '2026-11-05,7', '2026-11-08,2');

  it('is an NPS survey where `set` says so, with a kind or without', async () => {
    for (const kind of [['kind: survey'], []]) {
      const files = {
        'votes.csv': survey,
        'kpi.yaml': config('path: votes.csv', ...kind, 'columns: { answered_at: date }', 'set: { type: nps }'),
      };
      // Two promoters less one detractor of four: 25.
      expect(await values(`${week} --kpi nps`, files)).toEqual({ nps: 25 });
    }
  });

  it('is known by `set` alone where the headers are known', async () => {
    const files = { 'votes.csv': survey, 'kpi.yaml': config('path: votes.csv', 'set: { type: nps }') };
    expect(await values(`${week} --kpi nps`, files)).toEqual({ nps: 25 });
  });

  it('has a scale for all rows', async () => {
    const files = {
      'votes.csv': table('date,score', '2026-11-02,8', '2026-11-04,9', '2026-11-05,7', '2026-11-08,2'),
      'kpi.yaml': config('path: votes.csv', 'set: { type: csat, scale: 10 }'),
    };
    // At least 80 % of 10: 8 and 9, two of four.
    expect(await values(`${week} --kpi csat`, files)).toEqual({ csat: 0.5 });
  });

  it('may tell its answers in words of the method', async () => {
    const files = {
      'votes.csv': table(
        'Date,NPS',
        '2026-11-02,Promoter',
        '2026-11-03,Passive',
        '2026-11-04,Promoteur',
        '2026-11-08,Detractor',
      ),
      'kpi.yaml': config('path: votes.csv', 'columns: { answered_at: Date, score: NPS }', 'set: { type: nps }'),
    };
    // Two promoters less one detractor of four.
    expect(await values(`${week} --kpi nps`, files)).toEqual({ nps: 25 });
  });

  it('names the column of a rejected row as the file does', async () => {
    const files = {
      'votes.csv': table('Date,NPS', '2026-11-02,11', '2026-11-08,9'),
      'kpi.yaml': config('path: votes.csv', 'columns: { answered_at: Date, score: NPS }', 'set: { type: nps }'),
    };
    const { err, code } = await kpi(`${week} --kpi nps`, files);
    expect(code).toBe(2);
    expect(err).toContain('record 1, column "NPS": ');
  });
});

describe('what a file leaves out is the same in every row', () => {
  it('one piece a row', async () => {
    const files = {
      'sold.csv': table(
        'order_id,ordered_at,product,price',
        'a,2026-11-02,Bowl,7',
        'a,2026-11-02,Cup,3',
        'b,2026-11-08,Cup,3',
      ),
      'kpi.yaml': config('path: sold.csv', 'set: { quantity: 1 }'),
    };
    // 7 + 3 + 3 in two orders of three pieces.
    expect(await values(`${week} --kpi orders,gross_sales,units_sold`, files)).toEqual({
      orders: 2,
      gross_sales: 13,
      units_sold: 3,
    });
  });

  it('the network of an account, and the platform of an advertiser, as groups', async () => {
    const posts = {
      'posts.csv': table('Day,engagements', '2026-11-02,12', '2026-11-08,30'),
      'kpi.yaml': config('path: posts.csv', 'kind: social', 'columns: { date: Day }', 'set: { network: instagram }'),
    };
    expect(await values(`${week} --kpi engagements`, posts)).toEqual({ engagements: 42 });
    const ads = {
      'ads.json': JSON.stringify([
        { day: '2026-11-02', spend: 5 },
        { day: '2026-11-08', spend: 7.5 },
      ]),
      'kpi.yaml': config('path: ads.json', 'set: { platform: Bing, campaign: Autumn }'),
    };
    const { out } = await kpi(`${week} --kpi ad_spend --by campaign --format csv`, ads);
    expect(out).toContain('Autumn,ad_spend,money,12.5');
  });

  it('the category of expenses', async () => {
    const files = {
      'parcels.csv': table('date,amount', '2026-11-02,10', '2026-11-08,2.5'),
      'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,100', '2,2026-11-08,50'),
      'kpi.yaml': table(
        'timezone: Europe/Paris',
        'currency: EUR',
        'sources:',
        '  - { path: parcels.csv, kind: cost, set: { category: fulfilment } }',
        '  - { path: orders.csv }',
      ),
    };
    expect(await values(`${week} --kpi gross_sales`, files)).toMatchObject({ gross_sales: 150 });
    const { out } = await kpi(`inspect`, files);
    expect(out).toContain('always "fulfilment"');
  });

  it('the currency of amounts, which no question is then asked about', async () => {
    const files = {
      'ads.csv': table('date,cost', '2026-11-02,5', '2026-11-08,7'),
      'kpi.yaml': table('timezone: Europe/Paris', 'sources: [{ path: ads.csv, set: { currency: USD } }]'),
    };
    const { out } = await kpi(`${week} --kpi ad_spend`, files);
    expect(out).toContain('$12.00');
  });

  it('the status of orders, in the words of a sheet', async () => {
    const files = {
      'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,10', '2,2026-11-08,20'),
      'kpi.yaml': config('path: orders.csv', 'set: { status: Annulée }'),
    };
    expect(await values(`${week} --kpi orders`, files)).toEqual({ orders: 0 });
  });

  it('outranks the column of an export that has one', async () => {
    const files = {
      'orders.csv': table('order_id,ordered_at,gross_sales,channel', '1,2026-11-02,10,Mail', '2,2026-11-08,20,'),
      'kpi.yaml': config('path: orders.csv', 'set: { channel: Market }'),
    };
    const { out } = await kpi(`${week} --kpi orders --by channel --format csv`, files);
    expect(out).toContain('Market,orders,count,2');
    expect((await kpi('inspect', files)).out).toContain('not read: channel');
  });
});

describe('a mistake in `set` is told with its line', () => {
  const orders = table('order_id,ordered_at,gross_sales', '1,2026-11-02,10', '2,2026-11-08,20');
  const mistake = async (...entry: string[]): Promise<string> => {
    const { err, code } = await kpi(`${week} --kpi orders`, { 'orders.csv': orders, 'kpi.yaml': config(...entry) });
    expect(code).toBe(2);
    return err;
  };

  it('an unknown field', async () => {
    expect(await mistake('path: orders.csv', 'kind: order', 'set: { chanel: Web }')).toContain(
      'kpi.yaml:6: "chanel" is not a field of the kind order\n  did you mean channel?',
    );
  });

  it('a value of another type', async () => {
    expect(await mistake('path: orders.csv', 'set: { quantity: many }')).toContain(
      'kpi.yaml:5: set.quantity must be a number, with a point before decimals',
    );
    expect(await mistake('path: orders.csv', 'set: { channel: 5 }')).toContain(
      'kpi.yaml:5: set.channel must be text; put numbers in quotes',
    );
    expect(await mistake('path: orders.csv', 'kind: spend', 'set: { date: soon }')).toContain(
      'kpi.yaml:6: set.date must be a date, such as 2026-11-02',
    );
    expect(await mistake('path: orders.csv', 'set: { currency: EURO }')).toContain('"EURO" is not a currency');
    expect(await mistake('path: orders.csv', 'set: [a]')).toContain('sources[0].set must be a map of a field');
  });

  it('a word that the field does not have', async () => {
    expect(await mistake('path: orders.csv', 'kind: survey', 'set: { type: npx }')).toContain(
      'kpi.yaml:6: set.type must be csat or nps\n  did you mean nps?',
    );
    expect(await mistake('path: orders.csv', 'kind: cost', 'set: { category: rent }')).toContain(
      'set.category must be fulfilment or payment_fee or marketing_other or sales or other',
    );
  });

  it('a column and a constant for one field', async () => {
    expect(await mistake('path: orders.csv', 'columns: { channel: Web }', 'set: { channel: Web }')).toContain(
      'kpi.yaml:6: channel has both a column (columns) and a constant (set): keep one of them',
    );
    expect(await mistake('path: orders.csv', 'currency: USD', 'set: { currency: EUR }')).toContain(
      "set.currency says EUR, the entry's own currency says USD: keep one of them",
    );
  });

  it('an id, which no two rows share', async () => {
    expect(await mistake('path: orders.csv', 'set: { order_id: "7" }')).toContain(
      'set.order_id: what distinguishes one record from another cannot be the same in every row',
    );
  });

  it('fields of kinds that do not go together', async () => {
    expect(await mistake('path: orders.csv', 'set: { network: x, quantity: 1 }')).toContain(
      'kpi.yaml:4: no kind of records has all of these fields: network, quantity',
    );
  });

  it('a field that the recognised export does not have', async () => {
    const files = {
      'tickets.csv': table(
        'Id,Status,Created at,First reply time in minutes,Via',
        '1,Open,2026-11-02 10:00,5,Mail',
        '2,Open,2026-11-08 10:00,,Web',
      ),
      'kpi.yaml': config('path: tickets.csv', 'set: { network: x }'),
    };
    const { err, code } = await kpi('inspect', files);
    expect(code).toBe(2);
    expect(err).toContain('whose records have no "network": naming it in the configuration has no effect');
    // What the export does not tell, but its records may have, is taken.
    const spoken = { ...files, 'kpi.yaml': config('path: tickets.csv', 'set: { contact_channel: Phone }') };
    const { out } = await kpi(`${week} --kpi tickets_created --by contact_channel --format csv`, spoken);
    expect(out).toContain('Phone,tickets_created,count,2');
  });

  it('in French, too', async () => {
    const { err } = await kpi(`${week} --lang fr --kpi orders`, {
      'orders.csv': orders,
      'kpi.yaml': config('path: orders.csv', 'set: { quantity: beaucoup }'),
    });
    expect(err).toContain('set.quantity doit être un nombre, avec un point avant les décimales');
  });
});
