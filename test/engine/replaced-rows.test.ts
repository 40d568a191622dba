import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import { readTables, type Tables } from './read-tables.ts';

/* Rows without an id that are in two files: of which day the later file counts, and when both may be of two accounts. */

const ads = (...rows: string[]) => ['date,platform,campaign,cost,clicks', ...rows.map((row) => `2026-11-0${row}`)];

async function refused(tables: Tables): Promise<Problem> {
  const error = await readTables(tables).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error('it was read');
  return error;
}

describe('costs of the same days in two files of other names', () => {
  it('that nearly agree are those of the later file: a finding counts the rows that differ', async () => {
    const { value, findings, accounts } = await readTables({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5', '4,Meta,A,10,5', '5,Meta,A,10,5'),
      'y.csv': ads('2,Meta,A,11,5', '3,Meta,A,8,5', '4,Meta,A,10,5', '5,Meta,A,10,5'),
    });
    // 11 and 8 differ by no more than a quarter.
    expect(await value('ad_spend', '2026-11-02', '2026-11-05')).toBe(39);
    expect(findings).toEqual(['rows_replaced x.csv+y.csv 1 2']);
    expect(accounts).toEqual({ 'x.csv': [0, 0, 0, 4], 'y.csv': [4, 0, 0, 0] });
  });

  it('that agree in their cost and differ in their clicks were corrected, too', async () => {
    const { findings } = await readTables({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5'),
      'y.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,6'),
    });
    expect(findings).toEqual(['rows_replaced x.csv+y.csv 1 1']);
  });

  it('that agree in all say nothing', async () => {
    const rows = ads('2,Meta,A,10,5', '3,Meta,A,10,5');
    expect((await readTables({ 'x.csv': rows, 'y.csv': rows })).findings).toEqual([]);
  });

  it('of which most differ by more than a quarter are of two accounts: nothing is left out unasked', async () => {
    const { code, text, advice, place } = await refused({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5', '4,Meta,A,10,5'),
      'y.csv': ads('2,Meta,A,100,5', '3,Meta,A,100,5', '4,Meta,A,10,5'),
    });
    expect([code, place]).toEqual(['two_accounts', { file: 'x.csv' }]);
    expect(text.en).toBe(
      'x.csv and y.csv report the same days in 2 rows with quite different amounts: do they belong to two accounts, or are they two downloads of one?',
    );
    expect(text.fr).toBe(
      "x.csv et y.csv donnent les mêmes jours avec de tout autres montants (2 lignes)\u00a0: s'agit-il de deux comptes, ou de deux téléchargements du même export\u00a0?",
    );
    expect(advice.map(({ en }) => en)).toEqual([
      'If they belong to two accounts, both count with this in kpi.yaml:',
      'sources: [{ path: x.csv, account: x }, { path: y.csv, account: y }]',
      'If they are two downloads, leave out the older file',
    ]);
    expect(advice[0]!.fr).toBe('Pour deux comptes, tous deux comptent avec ceci dans kpi.yaml\u00a0:');
  });

  it('of which as many agree as differ are read', async () => {
    const { value, findings } = await readTables({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5', '4,Meta,B,10,5'),
      'y.csv': ads('2,Meta,A,100,5', '3,Meta,A,10,5', '4,Meta,C,10,6'),
    });
    // 100 + 10 of the second file, and of each its own campaign on the 4th.
    expect(await value('ad_spend', '2026-11-02', '2026-11-04')).toBe(130);
    expect(findings).toEqual(['rows_replaced x.csv+y.csv 1 1']);
  });

  it('of visits are asked about as shops', async () => {
    const visits = (...rows: string[]) => ['date,source,medium,sessions', ...rows.map((row) => `2026-11-0${row}`)];
    const { text, advice } = await refused({
      'de.csv': visits('2,google,organic,10', '8,google,organic,20'),
      'fr.csv': visits('2,google,organic,50', '8,google,organic,90'),
    });
    expect(text.en).toContain('do they belong to two shops,');
    expect(text.fr).toContain("s'agit-il de deux boutiques,");
    expect(advice[1]!.en).toBe('sources: [{ path: de.csv, store: de }, { path: fr.csv, store: fr }]');
  });
});

describe('the last day of the older file', () => {
  it('may have been incomplete: it is no sign of two accounts where another day agrees', async () => {
    const { value, findings } = await readTables({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5', '3,Meta,B,10,5'),
      'y.csv': ads('2,Meta,A,10,5', '3,Meta,A,100,5', '3,Meta,B,100,5'),
    });
    expect(await value('ad_spend', '2026-11-02', '2026-11-03')).toBe(210);
    expect(findings).toEqual(['rows_replaced x.csv+y.csv 1 2']);
  });

  it('is one where it is the only day that both have, and neither goes on', async () => {
    const one = { 'x.csv': ads('2,Meta,A,10,5'), 'y.csv': ads('2,Meta,A,100,5') };
    expect((await refused(one)).text.en).toContain('in 1 row with');
  });

  it('is none where the later file goes on: it was exported while the day ran', async () => {
    const { value, findings } = await readTables({
      'x.csv': ads('2,Meta,A,10,5'),
      'y.csv': ads('2,Meta,A,100,5', '3,Meta,A,1,5'),
    });
    expect(await value('ad_spend', '2026-11-02')).toBe(100);
    expect(findings).toEqual([]);
  });

  it('is none in files that are numbered', async () => {
    const { value } = await readTables({ 's_1.csv': ads('2,Meta,A,10,5'), 's_2.csv': ads('2,Meta,A,100,5') });
    expect(await value('ad_spend', '2026-11-02')).toBe(100);
  });

  it('counts among the rows that are told, beside another that differs', async () => {
    const { text } = await refused({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5'),
      'y.csv': ads('2,Meta,A,100,5', '3,Meta,A,100,5'),
    });
    expect(text.en).toContain('in 2 rows with');
  });
});

describe('rows of nothing', () => {
  it('are no sign that two files are of one account', async () => {
    const { text } = await refused({
      'x.csv': ads('2,Meta,A,10,5', '2,Meta,B,0,5', '3,Meta,A,10,5'),
      'y.csv': ads('2,Meta,A,100,5', '2,Meta,B,0,5', '3,Meta,A,100,5'),
    });
    expect(text.en).toContain('in 2 rows with');
    const zeros = { 'x.csv': ads('2,Meta,A,0,5', '3,Meta,A,10,5'), 'y.csv': ads('2,Meta,A,0,6', '3,Meta,A,10,5') };
    expect((await readTables(zeros)).findings).toEqual([]);
  });

  it('beside an amount are a correction', async () => {
    const tables = { 'x.csv': ads('2,Meta,A,0,5', '3,Meta,A,10,5'), 'y.csv': ads('2,Meta,A,9,5', '3,Meta,A,10,5') };
    expect((await readTables(tables)).findings).toEqual(['rows_replaced x.csv+y.csv 1 1']);
  });
});

describe('a second download', () => {
  it('without some rows of the first, on days that it covers, leaves them: a finding counts those that cost something', async () => {
    const { value, findings } = await readTables({
      'x.csv': ads('2,Meta,A,10,5', '2,Meta,B,7,5', '2,Meta,C,0,5', '3,Meta,B,3,5', '4,Meta,A,1,5'),
      'x (1).csv': ads('2,Meta,A,11,5', '3,Meta,A,2,5', '5,Meta,A,1,5'),
    });
    // B on the 2nd and 3rd; C cost nothing, and the 4th is no day of the second.
    expect(findings).toEqual(['rows_left x.csv+x (1).csv 1 2']);
    expect(await value('ad_spend', '2026-11-02', '2026-11-04')).toBe(11 + 7 + 3 + 2 + 1);
  });

  it('replaces the first, whatever the amounts', async () => {
    const { value, findings } = await readTables({
      'x.csv': ads('2,Meta,A,10,5', '3,Meta,A,10,5'),
      'x (1).csv': ads('2,Meta,A,100,5', '3,Meta,A,100,5'),
    });
    expect(await value('ad_spend', '2026-11-02', '2026-11-03')).toBe(200);
    expect(findings).toEqual([]);
  });

  it('of other days leaves all rows of the first, and nothing is to be said', async () => {
    const { value, findings } = await readTables({ 'x.csv': ads('2,Meta,A,10,5'), 'x (1).csv': ads('3,Meta,A,100,5') });
    expect(await value('ad_spend', '2026-11-02', '2026-11-03')).toBe(110);
    expect(findings).toEqual([]);
  });
});

describe('refunds without a number of their own', () => {
  const orders = ['order_id,ordered_at,gross_sales', '1,2026-11-02 10:00,100', '2,2026-11-08 10:00,100'];
  const refunds = (...rows: string[]) => ['order_id,refunded_at,item_amount', ...rows];
  const same = '1,2026-11-05 10:00,5';
  const of = async (tables: Tables) => {
    const { value, accounts, findings } = await readTables({ 'orders.csv': orders, ...tables });
    return [await value('returns', '2026-11-05', '2026-11-06'), accounts['a.csv']![3], accounts['b.csv']![3], findings];
  };

  it('that are alike count as often as the file has them that has most', async () => {
    expect(await of({ 'a.csv': refunds(same, same, same), 'b.csv': refunds(same, same) })).toEqual([
      15,
      2,
      0,
      ['rows_shared a.csv+b.csv 1 2'],
    ]);
    expect(await of({ 'a.csv': refunds(same, same), 'b.csv': refunds(same, same, same) })).toEqual([15, 2, 0, []]);
  });

  it('of three files as well', async () => {
    const tables = { 'a.csv': refunds(same, same, same), 'b.csv': refunds(same), 'c.csv': refunds(same, same) };
    // Two of c, the third of a.
    expect(await of(tables)).toEqual([15, 2, 1, ['rows_shared a.csv+c.csv 1 2']]);
  });

  it('that are in both of two files, beside others of these days, are told', async () => {
    const own = '2,2026-11-05 11:00,7';
    const apart = { 'a.csv': refunds(same, own), 'b.csv': refunds(same, '2,2026-11-06 11:00,1') };
    expect(await of(apart)).toEqual([13, 1, 0, ['rows_shared a.csv+b.csv 1 1']]);
    // Parts of one list are numbered.
    const { findings } = await readTables({
      'orders.csv': orders,
      'a_1.csv': refunds(same, own),
      'a_2.csv': refunds(same, '2,2026-11-06 11:00,1'),
    });
    expect(findings).toEqual([]);
  });

  it('on other days are no sign of anything', async () => {
    const tables = { 'a.csv': refunds(same, '2,2026-11-06 11:00,7'), 'b.csv': refunds(same, '1,2026-11-08 11:00,1') };
    expect(await of(tables)).toEqual([12, 1, 0, []]);
  });
});
