import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, folderWith, kpi, table, told } from './kit.ts';

/*
 * Exports of help desks and customer databases in which the user chose few columns, or that hold more than their rows. What
 * kpi proposes for those that it cannot recognise works as it is printed.
 */

const all = '--all --period all --compare none --timezone Europe/Paris --as-of 2026-11-29';

/** The figures of a file that is not recognised, read by the entry that the message prints. */
async function followed(files: Files, kpis: string): Promise<Readonly<Record<string, unknown>>> {
  const folder = folderWith(files);
  const { code, err } = await kpi(`report ${Object.keys(files)[0]} --timezone Europe/Paris`, folder);
  expect(code, err).toBe(2);
  const lines = err.split('\n');
  const entry = lines.slice(lines.findIndex((line) => line.trim() === 'sources:'));
  writeFileSync(join(folder, 'kpi.yaml'), entry.map((line) => `${line.slice(4)}\n`).join(''));
  return (await told(`report ${all} --kpi ${kpis}`, folder)).row().values;
}

describe('a list of tickets of few columns', () => {
  it('is proposed as one by its number, subject and status', async () => {
    const content = table(
      'Ticket ID,Subject,Status,Priority,Source,Created time',
      '1,a,Open,Low,Email,2026-11-02 10:00:00',
      '2,b,Closed,Low,Phone,2026-11-03 10:00:00',
    );
    expect(await followed({ 'f.csv': content }, 'tickets_created')).toEqual({ tickets_created: 2 });
  });

  it('is proposed with the times that an API nests', async () => {
    const one = {
      id: 1,
      status: 'closed',
      source: 1,
      priority: 1,
      requester_id: 5,
      subject: 'a',
      created_at: '2026-11-02T10:00:00Z',
      tags: [],
      stats: { first_responded_at: '2026-11-02T10:10:00Z', resolved_at: '2026-11-02T12:00:00Z' },
    };
    const values = await followed(
      { 'f.json': JSON.stringify([one]) },
      'tickets_solved,first_reply_time,resolution_time',
    );
    expect(values).toEqual({ tickets_solved: 1, first_reply_time: 600, resolution_time: 7200 });
  });

  it('is proposed by the dates of Salesforce cases', async () => {
    const content = table(
      'Case Number,Subject,Status,Date/Time Opened,Date/Time Closed,Case Owner,Priority',
      '1,a,Closed,2026-11-02 10:00,2026-11-02 12:00,L,High',
      '2,b,New,2026-11-03 10:00,,L,Low',
    );
    expect(await followed({ 'f.csv': content }, 'tickets_created,tickets_solved')).toEqual({
      tickets_created: 2,
      tickets_solved: 1,
    });
  });

  it.each([
    ['Ticket ID,Event name,Price,Buyer,Date', '1,Gala,50,A,2026-11-02', 'tickets that are sold'],
    ['Task ID,Subject,Status,Due date,Assignee', '1,a,Open,2026-11-02,L', 'No format is close'],
  ])('is none of requests: %s', async (head, row, says) => {
    const { code, err } = await kpi('report f.csv --timezone Europe/Paris', { 'f.csv': table(head, row) });
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).not.toContain('sources:');
  });

  it('days and views alone are of no tool', async () => {
    const file = { 'f.csv': table('Date,Views', '2026-11-01,5') };
    const { code, err } = await kpi('report f.csv --timezone Europe/Paris --currency EUR', file);
    expect(code).toBe(2);
    expect(err).toContain('f.csv is of no known format');
    expect(err).not.toContain('YouTube');
  });

  it('is none where tickets are sold', async () => {
    const content = table('Ticket Number,Ticket Type,Status,Event Name,Price', '1,VIP,paid,Gala,50.00');
    const { code, err } = await kpi('report f.csv --timezone Europe/Paris', { 'f.csv': content });
    expect(code).toBe(2);
    expect(err).not.toContain('customer service (');
  });
});

it('answers on a scale that the question names are proposed as satisfaction', async () => {
  const content = table('Respondent,Date,Satisfaction score (1-5)', '1,2026-11-02,5', '2,2026-11-03,2');
  expect(await followed({ 'f.csv': content }, 'csat')).toEqual({ csat: 0.5 });
});

it('init says of a known file that it is not read, and of questions to remove their marks', async () => {
  const folder = folderWith({
    'people.csv': table('Email,Accepts Email Marketing,Total Spent,Total Orders', 'a@example.com,yes,10.00,1'),
    'form.csv': table('#,Would you recommend us?,Submit Date (UTC),Network ID', 'x,9,2026-11-02 10:00:00,n'),
    'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,10.00'),
  });
  const { code, err } = await kpi('init . --timezone Europe/Paris', folder);
  expect(code, err).toBe(0);
  const written = readFileSync(join(folder, 'kpi.yaml'), 'utf8');
  expect(written).toMatch(/# people\.csv +recognised, not read\n/);
  expect(written.replace(/\n\s+# /g, ' ')).toContain('has to be stated. Remove the # from these lines.');
});

it('conversations of Help Scout without their mailbox are recognised', async () => {
  const of = (number: number, more: object) => ({
    id: number,
    number,
    type: 'email',
    status: 'active',
    createdBy: { type: 'customer' },
    createdAt: '2026-11-02T09:00:00Z',
    threads: 1,
    tags: [],
    ...more,
  });
  const conversations = [
    of(1, { status: 'closed', closedAt: '2026-11-02T11:00:00Z' }),
    of(2, {}),
    of(3, { status: 'spam' }),
  ];
  const report = await told(`report f.json ${all} --kpi tickets_created,tickets_solved,resolution_time`, {
    'f.json': JSON.stringify({ _embedded: { conversations } }),
  });
  expect(report.row().values).toEqual({ tickets_created: 2, tickets_solved: 1, resolution_time: 7200 });
});

it('a copyright line with a comma below a report of Salesforce is no row', async () => {
  const content = table(
    'Lead Owner,First Name,Last Name,Company / Account,Email,Lead Source,Lead Status,Create Date',
    'L,A,B,C,a@example.com,Web,Open - Not Contacted,11/13/2026',
    'L,D,E,C,b@example.com,Web,Closed - Converted,11/14/2026',
    '',
    'Leads 2026',
    'Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.',
    'Generated By:  A B 11/15/2026',
  );
  const report = await told(`report f.csv ${all} --kpi leads`, { 'f.csv': content });
  expect(report.row().values).toEqual({ leads: 2 });
  expect(report.files[0]).toMatchObject({ accepted: 2, rejected: 0, skipped: 3 });
});

describe('leads of an ad form', () => {
  it.each([
    ['email', 'a@example.com', 'test@meta.com'],
    ['phone_number', 'p:+331', '<test lead: dummy data for phone_number>'],
  ])('are counted by the entry of the message, without test leads: %s', async (name, own, test) => {
    const folder = folderWith({
      'f.csv': table(
        `id,created_time,ad_id,form_id,full_name,${name}`,
        `l:1,2026-11-02T10:00:00+01:00,ag:1,f:1,Ana,${own}`,
        `l:2,2026-11-03T10:00:00+01:00,ag:1,f:1,<test lead: dummy data for full_name>,${test}`,
      ),
    });
    const { err } = await kpi('report f.csv --timezone Europe/Paris', folder);
    const columns = /`columns: (\{.*\})`/.exec(err)?.[1];
    expect(err).toContain('`kind: lead`');
    writeFileSync(join(folder, 'kpi.yaml'), `sources:\n  - { path: f.csv, kind: lead, columns: ${columns} }\n`);
    const report = await told(`report ${all} --kpi leads`, folder);
    expect(report.row().values).toEqual({ leads: 1 });
    expect(report.files[0]).toMatchObject({ accepted: 1, skipped: 1 });
  });
});

describe('lists that hold no sales are recognised, not read', () => {
  it.each([
    [
      'Name,Username,Last active,Date registered,Email,Orders,Total spend,AOV',
      'A,a,2026-11-01,2026-10-01,a@example.com,2,50,25',
    ],
    ['Customer,Sign up,Email,Orders,Total spend,AOV', 'A,2026-10-01,a@example.com,2,50,25'],
    ['Deposit ID,Deposit Date,Deposit Amount,Fees', 'a,2026-11-01,$10.00,$1.00'],
    ['First Name,Email Address,Square Customer ID,Total Spend', 'A,a@example.com,X,$10.00'],
    ['Token,Item Name,Description,SKU,Price,Current Quantity', 'a,b,c,d,10.00,5'],
    ['Order/adjustment ID,Type,Total settlement amount,Total fees', '1,Order,9,-1'],
    ['order-id,order-item-id,purchase-date,quantity-to-ship', '1,2,2026-11-01T10:00:00+00:00,1'],
    [
      'shipment-id,amazon-order-id,purchase-date,estimated-arrival-date,item-price',
      '1,2,2026-11-01T10:00:00+00:00,2026-11-03T10:00:00+00:00,10',
    ],
    ['publisher_id,publisher_name,total_commission,total_value', '1,A,10,100'],
    ['Date,Content,Video title,Views', '2026-11-01,abc,T,5'],
    ['Date,Views,Watch time (hours)', '2026-11-01,5,0.2'],
  ])('%s', async (head, row) => {
    const { code, err } = await kpi('report f.csv --timezone Europe/Paris --currency EUR', {
      'f.csv': table(head, row),
    });
    expect(code).toBe(2);
    expect(err).toContain('is recognised, not read: ');
    expect(err).not.toContain('sources:');
  });
});

it('a total below the tickets of a tool is no ticket', async () => {
  const report = await told(`report f.csv ${all} --kpi tickets_created`, {
    'f.csv': table(
      'Ticket ID,Subject,Status,Created time,Initial response time',
      '1,a,Open,2026-11-02 10:00:00,',
      '2,b,Closed,2026-11-03 10:00:00,2026-11-03 10:30:00',
      'Total,2,,,',
    ),
  });
  expect(report.row().values).toEqual({ tickets_created: 2 });
  expect(report.files[0]).toMatchObject({ accepted: 2, rejected: 0, skipped: 1 });
});

it('init writes one entry for a folder of files that need the same', async () => {
  const form = (month: string, ...scores: readonly number[]) =>
    table(
      '#,Would you recommend us?,Submit Date (UTC),Network ID',
      ...scores.map((score, at) => `${month}${at},${score},2026-${month}-02 10:00:00,n`),
    );
  const folder = folderWith({
    'forms/08.csv': form('08', 10, 0),
    'forms/09.csv': form('09', 9, 9),
    'forms/10.csv': form('10', 10, 7),
    'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-10-02,10.00'),
  });
  expect((await kpi('init . --timezone Europe/Paris', folder)).code).toBe(0);
  const path = join(folder, 'kpi.yaml');
  const written = readFileSync(path, 'utf8');
  expect(written.match(/- path: /g)).toHaveLength(2);
  expect(written).toContain('#- path: "forms/*.csv"');
  writeFileSync(path, written.replace(/^ {2}#(?=- path| {2}\S| {4}\S)/gm, '  '));
  const report = await told(`report ${all} --currency EUR --kpi nps,orders`, folder);
  // Promoters 10, 9, 9, 10; a detractor 0; of six.
  expect(report.row().values).toEqual({ nps: 50, orders: 1 });
});
