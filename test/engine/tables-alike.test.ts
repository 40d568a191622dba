import { describe, expect, it } from 'vitest';
import { type Around, answerOf, readTables, type Tables } from './read-tables.ts';

/* Two tables tell the same of a day: one of them counts there, and what is left out of the other is told. */

/** The sum of a measure by day, and what was left out: of which table, for which, on how many days, rows, cut rows, amount. */
async function of(tables: Tables, measure: string, days: readonly string[], around: Around = {}) {
  const { value, read, accounts } = await readTables(tables, around);
  const values: (number | null)[] = [];
  for (const day of days) values.push(await value(measure, day));
  const left = read.leftOut.map(
    ({ table, instead, days: on, rows, cut, amount }) =>
      `${table.file.path} for ${instead.file.path}: ${on.size} ${rows} ${cut} ${amount / 1_000_000}`,
  );
  return { values, left, accounts, read, value };
}

const five = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'];

describe('visits by channel and without', () => {
  const plain = ['date,sessions', '2026-11-02,10', '2026-11-03,20', '2026-11-04,30'];
  const split = ['date,channel,sessions', '2026-11-03,Direct,5', '2026-11-03,Email,6', '2026-11-05,Direct,7'];

  it('are those of the table of channels where these are asked for, on the days that it has', async () => {
    const { values, left, accounts, value } = await of({ 'a.csv': plain, 'b.csv': split }, 'sessions', five, {
      by: ['channel'],
    });
    expect(values).toEqual([10, 11, 30, 7, 0]);
    expect(await value('sessions', '2026-11-03', undefined, 'Email')).toBe(6);
    expect(left).toEqual(['a.csv for b.csv: 1 1 0 20']);
    expect(accounts).toEqual({ 'a.csv': [2, 0, 1, 0], 'b.csv': [3, 0, 0, 0] });
  });

  it('are those of the table of all where no channel is asked for: it is whole', async () => {
    const { values, left } = await of({ 'a.csv': plain, 'b.csv': split }, 'sessions', five);
    expect(values).toEqual([10, 20, 30, 7, 0]);
    expect(left).toEqual(['b.csv for a.csv: 1 2 0 11']);
  });

  it('are those of the file that is preferred', async () => {
    const around = { entries: { 'b.csv': { prefer: true } } };
    expect((await of({ 'a.csv': plain, 'b.csv': split }, 'sessions', five, around)).values).toEqual([10, 11, 30, 7, 0]);
  });

  it('of two shops add up', async () => {
    const around = { entries: { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' } } };
    const { values, left } = await of({ 'a.csv': plain, 'b.csv': split }, 'sessions', five, around);
    expect(values).toEqual([10, 31, 30, 7, 0]);
    expect(left).toEqual([]);
  });

  it('of two accounts add up', async () => {
    const around = { entries: { 'a.csv': { account: 'A' }, 'b.csv': { account: 'B' } } };
    expect((await of({ 'a.csv': plain, 'b.csv': split }, 'sessions', five, around)).values).toEqual([10, 31, 30, 7, 0]);
  });

  it('say that a table counts as long as one of its days does', async () => {
    const all = await of({ 'a.csv': plain, 'b.csv': split.slice(0, 3) }, 'sessions', five);
    expect(all.read.tables.map(({ file, counts }) => [file.path, counts])).toEqual([
      ['a.csv', true],
      ['b.csv', false],
    ]);
    const some = await of({ 'a.csv': plain, 'b.csv': split }, 'sessions', five);
    expect(some.read.tables.map(({ counts }) => counts)).toEqual([true, true]);
  });
});

describe('a month beside days', () => {
  const month = ['date_from,date_to,platform,campaign,cost,impressions', '2026-11-02,2026-11-06,Meta,A,50,10'];
  const day = (...days: number[]) => [
    'date,platform,campaign,cost,impressions',
    ...days.map((one) => `2026-11-0${one},Meta,A,7,3`),
  ];

  it('counts on the days that the other does not have, with its even share', async () => {
    const { values, left, accounts } = await of({ 'a.csv': month, 'b.csv': day(3) }, 'ad_spend', five);
    expect(values).toEqual([10, 7, 10, 10, 10]);
    // One of five days, one row cut, of which 10 are left out.
    expect(left).toEqual(['a.csv for b.csv: 1 0 1 10']);
    expect(accounts).toEqual({ 'a.csv': [1, 0, 0, 0], 'b.csv': [1, 0, 0, 0] });
  });

  it('shares pieces whole: 10 over five days are 2 each, of 11 the last has 3', async () => {
    expect((await of({ 'a.csv': month, 'b.csv': day(3) }, 'impressions', five)).values).toEqual([2, 3, 2, 2, 2]);
    const eleven = [month[0]!, month[1]!.replace(/10$/, '11')];
    // By the end of each day 11 n / 5: 2, 4, 6, 8, 11. The second day is that of the other table.
    expect((await of({ 'a.csv': eleven, 'b.csv': day(3) }, 'impressions', five)).values).toEqual([2, 3, 2, 2, 3]);
  });

  it('counts nowhere where the other has each of its days, or is silent for a few between', async () => {
    const whole = await of({ 'a.csv': month, 'b.csv': day(2, 6) }, 'ad_spend', five);
    expect(whole.values).toEqual([7, 0, 0, 0, 7]);
    expect(whole.left).toEqual(['a.csv for b.csv: 5 1 0 50']);
    expect(whole.accounts['a.csv']).toEqual([0, 0, 1, 0]);
  });

  it('counts again where the other is silent for more than a week', async () => {
    const long = ['date_from,date_to,platform,campaign,cost,impressions', '2026-11-01,2026-11-20,Meta,A,200,10'];
    const late = (last: number) => [...day(2), `2026-11-${last},Meta,A,7,3`];
    // Seven days between the 2nd and the 10th, eight between the 2nd and the 11th.
    expect((await of({ 'a.csv': long, 'b.csv': late(10) }, 'ad_spend', ['2026-11-05'])).values).toEqual([0]);
    expect((await of({ 'a.csv': long, 'b.csv': late(11) }, 'ad_spend', ['2026-11-05'])).values).toEqual([10]);
  });

  it('alone is spread evenly over its days, pieces whole, and lacks nothing', async () => {
    const eleven = [month[0]!, month[1]!.replace(/10$/, '11')];
    const { values, read } = await of({ 'a.csv': eleven }, 'impressions', five);
    expect(values).toEqual([2, 2, 2, 2, 3]);
    const [part, whole] = [
      await answerOf(read, 'ad_spend_with_impressions', '2026-11-02', '2026-11-03'),
      await answerOf(read, 'ad_spend', '2026-11-02', '2026-11-06'),
    ];
    expect([part.value(0, 0), part.approx(0, 0), part.incomplete!(0, 0)]).toEqual([20_000_000n, true, false]);
    expect([whole.value(0, 0), whole.approx(0, 0)]).toEqual([50_000_000n, false]);
  });

  it('lacks on each of its days what its row lacks', async () => {
    const blank = [month[0]!, month[1]!.replace(/10$/, '')];
    const { read } = await readTables({ 'a.csv': blank, 'b.csv': day(3) });
    const [own, other] = [
      await answerOf(read, 'ad_spend_with_impressions', '2026-11-04'),
      await answerOf(read, 'ad_spend_with_impressions', '2026-11-03'),
    ];
    // On the 3rd 7 beside 3 impressions; elsewhere nobody knows beside how many.
    expect([own.value(0, 0), own.incomplete!(0, 0)]).toEqual([0n, true]);
    expect([other.value(0, 0), other.incomplete!(0, 0)]).toEqual([7_000_000n, false]);
  });

  it('of another platform is another cost', async () => {
    const google = day(3).map((line) => line.replace('Meta', 'Google Ads'));
    const { values, left } = await of({ 'a.csv': month, 'b.csv': google }, 'ad_spend', five);
    // The whole month, spread evenly, beside 7.
    expect(values).toEqual([10, 17, 10, 10, 10]);
    expect(left).toEqual([]);
  });

  it('of which a part is asked for is approximate, and a day of the other is not', async () => {
    const { read } = await readTables({ 'a.csv': month, 'b.csv': day(3) });
    const approx = async (from: string, to = from) => (await answerOf(read, 'ad_spend', from, to)).approx(0, 0);
    expect([await approx('2026-11-02'), await approx('2026-11-03'), await approx('2026-11-02', '2026-11-06')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('sessions by channel beside page views of all', () => {
  const tables = {
    'a.csv': ['date,channel,sessions', '2026-11-02,Email,5'],
    'b.csv': ['date,pageviews', '2026-11-02,50', '2026-11-03,60'],
  };

  it('both count where no channel is asked for', async () => {
    expect((await of(tables, 'pageviews', five)).values).toEqual([50, 60, 0, 0, 0]);
    expect((await of(tables, 'sessions', five)).values).toEqual([5, 0, 0, 0, 0]);
  });

  it('only one counts by channel: views of all channels are no views of one', async () => {
    const { values, left } = await of(tables, 'pageviews', five, { by: ['channel'] });
    expect(values).toEqual([0, 60, 0, 0, 0]);
    expect(left).toEqual(['b.csv for a.csv: 1 1 0 NaN']);
  });
});

describe('an export of an account beside a sheet', () => {
  const meta = [
    'Campaign name,Day,Impressions,Link clicks,Amount spent (EUR)',
    'A,2026-11-02,100,10,10',
    'B,2026-11-02,1,1,5',
  ];
  const sheet = (...rows: string[]) => ['date,platform,campaign,cost', ...rows.map((row) => `2026-11-02,${row}`)];

  it('counts for its platform; of the sheet the others count', async () => {
    const tables = { 'meta.csv': meta, 'sheet.csv': sheet('Facebook,A,11', 'Google Ads,C,4') };
    const { values, left } = await of(tables, 'ad_spend', ['2026-11-02']);
    expect(values).toEqual([19]);
    expect(left).toEqual(['sheet.csv for meta.csv: 1 1 0 11']);
  });

  it('beside one without its platform is not left out', async () => {
    const { values, left } = await of({ 'meta.csv': meta, 'sheet.csv': sheet('Google Ads,C,4') }, 'ad_spend', [
      '2026-11-02',
    ]);
    expect([values, left]).toEqual([[19], []]);
  });
});

describe('of two tables of one day', () => {
  const one = async (tables: Tables, measure: string, around: Around = {}) => {
    const { values, left } = await of(tables, measure, ['2026-11-02'], around);
    return [values[0], left.map((told) => told.split(':')[0])];
  };

  it('that with sessions is read, not that of page views alone, where one is split', async () => {
    const views = ['date,channel,pageviews', '2026-11-02,Email,5'];
    expect(
      await one({ 'a.csv': ['date,sessions,pageviews', '2026-11-02,7,9'], 'b.csv': views }, 'pageviews', {
        by: ['channel'],
      }),
    ).toEqual([9, ['b.csv for a.csv']]);
  });

  it('that which counts more things of visits is read', async () => {
    const more = ['date,channel,sessions,carts,purchases', '2026-11-02,Email,7,2,1'];
    const less = ['date,device,sessions', '2026-11-02,mobile,8'];
    expect(await one({ 'a.csv': more, 'b.csv': less }, 'sessions')).toEqual([7, ['b.csv for a.csv']]);
    expect(await one({ 'b.csv': more, 'a.csv': less }, 'sessions')).toEqual([7, ['a.csv for b.csv']]);
  });

  it('that of more campaigns is read', async () => {
    const more = ['date,platform,campaign,cost', '2026-11-02,Meta,A,3', '2026-11-02,Meta,B,4'];
    const less = ['date,platform,campaign,country,cost', '2026-11-02,Meta,A,DE,5'];
    expect(await one({ 'a.csv': more, 'b.csv': less }, 'ad_spend')).toEqual([7, ['b.csv for a.csv']]);
    expect(await one({ 'b.csv': more, 'a.csv': less }, 'ad_spend')).toEqual([7, ['a.csv for b.csv']]);
  });

  it('that with more columns is read, else the file with the later name', async () => {
    const more = ['date,country,sessions,revenue', '2026-11-02,DE,3,1'];
    const less = ['date,device,sessions', '2026-11-02,mobile,4'];
    expect(await one({ 'a.csv': less, 'b.csv': ['date,country,sessions', '2026-11-02,DE,3'] }, 'sessions')).toEqual([
      3,
      ['a.csv for b.csv'],
    ]);
    expect(await one({ 'a.csv': ['date,country,sessions', '2026-11-02,DE,3'], 'b.csv': less }, 'sessions')).toEqual([
      4,
      ['a.csv for b.csv'],
    ]);
    expect(await one({ 'a.csv': more, 'b.csv': less }, 'sessions')).toEqual([3, ['b.csv for a.csv']]);
  });

  it('that of days is read, not that of a span', async () => {
    const tables = {
      'a.csv': ['date,sessions', '2026-11-02,7'],
      'b.csv': ['date_from,date_to,sessions', '2026-11-01,2026-11-03,30'],
    };
    expect(await one(tables, 'sessions')).toEqual([7, ['b.csv for a.csv']]);
  });

  it('that which tells more of what is asked for is read: source and medium tell the channel', async () => {
    const sources = ['date,source,medium,sessions', '2026-11-02,google,organic,7'];
    const all = ['date,sessions,carts,purchases', '2026-11-02,9,1,1'];
    expect(await one({ 'a.csv': sources, 'b.csv': all }, 'sessions', { by: ['channel'] })).toEqual([
      7,
      ['b.csv for a.csv'],
    ]);
    expect(await one({ 'a.csv': sources, 'b.csv': all }, 'sessions')).toEqual([9, ['a.csv for b.csv']]);
  });
});

describe('search results of one site', () => {
  const entries = { 'a.csv': { kind: 'search' }, 'b.csv': { kind: 'search' } } as const;

  it('by query are truncated: the table without them counts, on all its days', async () => {
    const tables = {
      'a.csv': ['date,clicks,impressions', '2026-11-02,10,100', '2026-11-03,20,200'],
      'b.csv': ['date,query,clicks,impressions', '2026-11-02,cup,4,40', '2026-11-03,pot,5,50'],
    };
    const { values, left } = await of(tables, 'search_clicks', ['2026-11-02', '2026-11-03'], { entries });
    expect(values).toEqual([10, 20]);
    expect(left).toEqual(['b.csv for a.csv: 2 2 0 9']);
  });

  it('of one form add up where their rows differ in what they are about', async () => {
    const site = (clicks: number, query: string) => [
      'date,query,clicks,impressions',
      `2026-11-02,${query},${clicks},100`,
    ];
    const tables = { 'a.csv': site(10, 'cup'), 'b.csv': site(3, 'pot') };
    const { values, left } = await of(tables, 'search_clicks', ['2026-11-02'], { entries });
    expect([values, left]).toEqual([[13], []]);
  });

  it('by query of some days in common add up as well, if each row is of a day', async () => {
    const head = 'date,query,clicks,impressions';
    const tables = {
      'a.csv': [head, '2026-11-02,cup,10,100', '2026-11-03,cup,20,100'],
      'b.csv': [head, '2026-11-03,pot,3,100', '2026-11-04,pot,4,100'],
    };
    const { values, left } = await of(tables, 'search_clicks', five, { entries });
    expect([values, left]).toEqual([[10, 23, 4, 0, 0], []]);
  });

  it('of one span, by other queries, add up', async () => {
    const site = (clicks: number, query: string) => [
      'date_from,date_to,query,clicks,impressions',
      `2026-11-02,2026-11-03,${query},${clicks},100`,
    ];
    const tables = { 'a.csv': site(10, 'cup'), 'b.csv': site(4, 'pot') };
    const { values, left } = await of(tables, 'search_clicks', ['2026-11-02', '2026-11-03'], { entries });
    expect([values, left]).toEqual([[7, 7], []]);
  });

  it('of spans that overlap in part count once', async () => {
    const span = (from: number, to: number, clicks: number) => [
      'date_from,date_to,clicks,impressions',
      `2026-11-0${from},2026-11-0${to},${clicks},100`,
    ];
    // 2 a day on four days, and 5 a day on two: the 5th is that of the newer file.
    const tables = { 'a.csv': span(2, 5, 8), 'b.csv': span(5, 6, 10) };
    const { values, left } = await of(tables, 'search_clicks', five, { entries });
    expect(values).toEqual([2, 2, 2, 5, 5]);
    expect(left).toEqual(['a.csv for b.csv: 1 0 1 2']);
  });
});

describe('two lists of checkouts', () => {
  const list = (ids: string, ...rows: string[]) => [`${ids},created_at,completed_at`, ...rows];

  it('of one tool are told apart by their ids, on whatever days', async () => {
    const tables = {
      'a.csv': list('checkout_id', 'c1,2026-11-02 10:00,', 'c2,2026-11-03 10:00,2026-11-03 11:00'),
      'b.csv': list('checkout_id', 'c2,2026-11-03 10:00,2026-11-03 11:00', 'c3,2026-11-03 12:00,'),
    };
    const { values, left } = await of(tables, 'begun_checkouts', ['2026-11-02', '2026-11-03']);
    expect([values, left]).toEqual([[1, 2], []]);
  });
});

it('tables of kinds that have an id for each record never clash', async () => {
  const tables = {
    'a.csv': ['ticket_id,created_at,status', '1,2026-11-02,open'],
    'b.csv': ['ticket_id,created_at,channel', '2,2026-11-02,mail'],
  };
  const { values, left } = await of(tables, 'tickets_created', ['2026-11-02']);
  expect([values, left]).toEqual([[2], []]);
});
