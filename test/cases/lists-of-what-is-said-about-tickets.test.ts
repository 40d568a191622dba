import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/*
 * Answers and messages have the number of a ticket and a day, as a ticket has: counted as tickets, two of which were answered would be
 * four.
 */

const asked = `report . ${lastWeek} --kpi tickets_created,csat,nps --compare none`;
const tickets = table('ticket_id,created_at,status', '1,2026-11-02,closed', '2,2026-11-08,open');

it.each([
  ['date,score,ticket_id', ['2026-11-02,5,1', '2026-11-08,2,2'], { csat: 0.5, nps: null }],
  ['id,created_at,rating,ticket_id', ['7,2026-11-02,5,1', '8,2026-11-08,2,2'], { csat: 0.5, nps: null }],
  ['numero_ticket;date_creation;note', ['1;2026-11-02;5', '2;2026-11-08;2'], { csat: 0.5, nps: null }],
  ['id,created_at,score,type,ticket_id', ['7,2026-11-02,9,nps,1', '8,2026-11-08,4,nps,2'], { csat: null, nps: 0 }],
])('asks what %s is, and reads it as answers once that is said', async (header, rows, scores) => {
  const files = { 'a.csv': table(header, ...rows), 'tickets.csv': tickets };
  const { row } = await told(asked, files);
  expect(row().values).toEqual({ tickets_created: 2, csat: null, nps: null });
  const alone = await kpi(`report a.csv ${lastWeek} --kpi nps`, files);
  expect([alone.code, alone.err]).toEqual([
    2,
    expect.stringContaining('they may be answers, messages or items about them'),
  ]);
  const advice = /kpi\.yaml:\n([\s\S]*?)\n {2}If its rows/.exec(alone.err)?.[1]?.replace(/^ {2}/gm, '') ?? '';
  const { row: said } = await told(asked, { ...files, 'kpi.yaml': `${advice}\n` });
  expect(said().values, advice).toEqual({ tickets_created: 2, ...scores });
});

it('leaves messages out, unless each row is a ticket', async () => {
  const messages = table('id,ticket_id,created_at,body', '7,1,2026-11-02,Hello', '8,1,2026-11-08,Thanks');
  expect(await values(asked, { 'messages.csv': messages, 'tickets.csv': tickets })).toMatchObject({
    tickets_created: 2,
  });
  const said = 'sources:\n  - path: messages.csv\n    kind: ticket\n';
  const one = table('id,ticket_id,created_at,body', '7,1,2026-11-08,Hello');
  expect(await values(asked, { 'messages.csv': one, 'kpi.yaml': said })).toMatchObject({ tickets_created: 1 });
});

it.each([
  ['ticket_id,created_at', '1,2026-11-08'],
  ['id,ticket_id,created_at,status', '7,1,2026-11-08,open'],
  ['ticket_id,created_at,score,solved_at', '1,2026-11-08,5,2026-11-08'],
])('takes %s as tickets', async (header, row) => {
  expect(await values(asked, { 'x.csv': table(header, row) })).toMatchObject({ tickets_created: 1 });
});

it('leaves out what was done about leads, and what lies in carts', async () => {
  const files = {
    'leads.csv': table('lead_id,created_at,email', '5,2026-11-02,a@example.com', '6,2026-11-08,b@example.com'),
    'calls.csv': table('id,lead_id,created_at,outcome', '1,5,2026-11-03,reached', '2,5,2026-11-08,sold'),
    'carts.csv': table('cart_id,created_at,value', '3,2026-11-02,10', '4,2026-11-08,20'),
    'cart_items.csv': table('id,cart_id,created_at,sku', '1,3,2026-11-02,A', '2,3,2026-11-03,B', '3,4,2026-11-08,B'),
  };
  const { err } = await kpi(`report . ${lastWeek} --kpi leads`, files);
  expect(err).toContain('passed over: calls.csv: its rows have "id" beside the number of a lead ("lead_id")');
  expect(await values(`report . ${lastWeek} --kpi leads --compare none`, files)).toEqual({ leads: 2 });
});
