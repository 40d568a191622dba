import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/*
 * The page of thanks is opened again, from a mail or another site, and the tool sees a purchase in that session too. A purchase is an
 * order: the earliest session has it.
 */

const header = 'session_id,session_start,client_id,source,medium,add_to_carts,checkouts,transactions,transaction_id';
const sessions = [
  's1,2026-11-02 10:00,v1,google,cpc,1,1,1,#77',
  's2,2026-11-03 20:00,v1,newsletter,email,0,0,1,77',
  's3,2026-11-04 09:00,v2,google,organic,1,1,1,78',
  's4,2026-11-05 09:00,v3,google,organic,1,0,0,',
  's5,2026-11-06 09:00,v4,newsletter,email,1,1,1,79',
  's6,2026-11-08 12:00,v5,facebook,cpc,0,0,1,79',
];
const asked = '--kpi sessions,conversion_rate,visitor_conversion_rate,cart_abandonment_rate,checkout_completion_rate';
const line = `report v.csv ${lastWeek} ${asked}`;
/** 3 purchases (s1, s3, s5) in 6 sessions of 5 visitors; 4 carts, 3 checkouts. */
const right = {
  sessions: 6,
  conversion_rate: 0.5,
  visitor_conversion_rate: 0.6,
  cart_abandonment_rate: 0.25,
  checkout_completion_rate: 1,
};

describe('one order named by two sessions', () => {
  it('is one purchase, of the earliest', async () => {
    expect((await told(line, { 'v.csv': table(header, ...sessions) })).row().values).toEqual(right);
  });

  it('is, whatever the order of rows', async () => {
    expect((await told(line, { 'v.csv': table(header, ...[...sessions].reverse()) })).row().values).toEqual(right);
  });

  it('is, by channel', async () => {
    const { row } = await told(`${line} --by channel`, { 'v.csv': table(header, ...sessions) });
    // Email: s2 and s5, of which s5 bought. Paid Social: s6 bought nothing.
    expect(row('all', { channel: 'Email' }).values).toMatchObject({ sessions: 2, conversion_rate: 0.5 });
    expect(row('all', { channel: 'Paid Social' }).values).toMatchObject({ sessions: 1, conversion_rate: 0 });
    expect(row('all', { channel: 'Paid Search' }).values).toMatchObject({ sessions: 1, conversion_rate: 1 });
    expect(row().values).toEqual(right);
  });

  it('is, where only the number of the order tells the purchase', async () => {
    const rows = sessions.map((row) => row.replace(/,[01],(#?\d*)$/, ',$1'));
    const file = table(header.replace(',transactions', ''), ...rows);
    expect((await told(line, { 'v.csv': file })).row().values).toEqual(right);
  });

  it('is, without ids of sessions, and of those at one instant once', async () => {
    const rows = sessions.map((row) => row.slice(row.indexOf(',') + 1));
    const file = table(header.replace('session_id,', ''), ...rows, '2026-11-08 12:00,v5,facebook,cpc,0,0,1,79');
    // One session more: 3 of 7.
    const { row } = await told(line, { 'v.csv': file });
    expect(row().values).toMatchObject({ sessions: 7, conversion_rate: 0.428571428571, cart_abandonment_rate: 0.25 });
  });

  it('is that of the lower id at one instant', async () => {
    const at = (id: string, source: string) => `${id},2026-11-05 10:00,${id},${source},cpc,1,1,1,90`;
    const file = table(header, at('b', 'facebook'), at('a', 'google'), 'c,2026-11-08 10:00,c,google,cpc,1,0,0,');
    const { row } = await told(`${line} --by channel`, { 'v.csv': file });
    expect(row('all', { channel: 'Paid Search' }).values).toMatchObject({ sessions: 2, conversion_rate: 0.5 });
    expect(row('all', { channel: 'Paid Social' }).values).toMatchObject({ sessions: 1, conversion_rate: 0 });
  });

  it('is, with its sessions in two files, one of them twice', async () => {
    const files = {
      'v1.csv': table(header, ...sessions.slice(0, 3)),
      'v2.csv': table(header, ...sessions.slice(1)),
    };
    const { row, files: accounts } = await told(`report . ${lastWeek} ${asked}`, files);
    expect(row().values).toEqual(right);
    expect(accounts.reduce((sum, { superseded }) => sum + Number(superseded), 0)).toBe(2);
  });

  it('is, where one of them has a cell that is read with more care', async () => {
    // A number with a currency sign, a quoted and padded order number.
    const rows = sessions.map((row) => (row.startsWith('s6') ? row.replace(',79', ',"  79 "') : row));
    expect((await told(line, { 'v.csv': table(header, ...rows) })).row().values).toEqual(right);
  });

  it('is, in JSON', async () => {
    const names = header.split(',');
    const rows = sessions.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell])));
    const files = { 'v.json': JSON.stringify(rows) };
    expect((await told(`report v.json ${lastWeek} ${asked}`, files)).row().values).toEqual(right);
  });

  it('is two purchases in two shops', async () => {
    const files = {
      'a/v.csv': table(header, ...sessions),
      'b/v.csv': table(header, ...sessions.map((row) => row.replace(/^s/, 'x'))),
      'kpi.yaml': 'sources: [{ path: a/v.csv, store: a }, { path: b/v.csv, store: b }]\n',
    };
    const { row } = await told(`report ${lastWeek} ${asked}`, files);
    // The same visitors: 3 of 5 of them bought.
    expect(row().values).toEqual({ ...right, sessions: 12 });
  });

  it('is, though its sessions are of two tools on other days', async () => {
    // The second file has no ids of sessions, but pages: another form. Its session of order 79 is later than s5.
    const before = table(header, ...sessions.slice(0, 5));
    const after = table(
      'date;client_id;source;medium;add_to_carts;checkouts;transactions;transaction_id;page_views',
      '2026-11-08;v5;facebook;cpc;0;0;1;79;3',
    );
    const { row } = await told(`report . ${lastWeek} --kpi sessions,conversion_rate`, {
      'v.csv': before,
      'w.csv': after,
    });
    expect(row().values).toEqual({ sessions: 6, conversion_rate: 0.5 });
  });

  it('leaves the step in the funnel to the session that has it', async () => {
    const ran = await kpi(`funnel v.csv ${lastWeek} --format json`, { 'v.csv': table(header, ...sessions) });
    expect(ran.code, ran.err).toBe(0);
    const { rows } = JSON.parse(ran.out) as { rows: { steps: { step: string; values: { count: number } }[] }[] };
    const counts = Object.fromEntries(rows.at(-1)!.steps.map(({ step, values }) => [step, values.count]));
    expect(counts).toMatchObject({ visits: 6, carts: 4, checkouts: 3, purchases: 3 });
  });

  it('gives its order the channel of the session that has it', async () => {
    const orders = table(
      'order_id,ordered_at,gross_sales',
      '#77,2026-11-02 10:10,10',
      '78,2026-11-04 09:10,10',
      '79,2026-11-06 09:10,10',
    );
    const files = { 'v.csv': table(header, ...sessions), 'o.csv': orders };
    const { row } = await told(`report . ${lastWeek} --by channel --kpi orders,conversion_rate`, files);
    expect(row('all', { channel: 'Email' }).values).toEqual({ orders: 1, conversion_rate: 0.5 });
    expect(row('all', { channel: 'Paid Search' }).values).toEqual({ orders: 1, conversion_rate: 1 });
    expect(row('all', { channel: 'Paid Social' }).values).toEqual({ orders: 0, conversion_rate: 0 });
  });

  it('is, after a journey through normalize', async () => {
    const folder = folderWith({ 'v.csv': table(header, ...sessions) });
    expect((await kpi('normalize v.csv --out records --timezone Europe/Paris', folder)).code).toBe(0);
    expect((await told(`report records ${lastWeek} ${asked}`, folder)).row().values).toEqual(right);
  });
});
