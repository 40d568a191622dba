import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * Databases keep the rows that somebody deleted, with the day of it, and help desks those that are spam or a part of another, with yes
 * in a column. In a list of one's own they would be orders, requests and answers like all others.
 */
const asked = (file: string, kpis: string): string =>
  `report ${file} --timezone Europe/Paris --currency EUR --period all --all --compare none --kpi ${kpis}`;

describe('orders', () => {
  it.each([
    ['deleted_at', ['NULL', '2026-11-04 10:00:00', '']],
    ['deletedAt', ['', '2026-11-04T10:00:00Z', '']],
    ['Supprimée le', ['', '04/11/2026', '-']],
    ['is_deleted', ['0', '1', '0']],
    ['Deleted', ['false', 'true', '']],
    ['gelöscht', ['nein', 'ja', 'nein']],
  ])('by %s', async (name, cells) => {
    const { row, files } = await told(asked('o.csv', 'orders,gross_sales'), {
      'o.csv': table(
        `order_id,created_at,email,amount,${name}`,
        ...cells.map((cell, at) => `${at + 1},2026-11-0${at + 2},c${at}@x.fr,${10 ** (2 - at)},${cell}`),
      ),
    });
    // 100 + 1, without the 10 of the second.
    expect(row().values).toEqual({ orders: 2, gross_sales: 101 });
    expect(files[0]).toMatchObject({ read: 3, accepted: 2, skipped: 1 });
  });

  it('of a shop whose rows are none of them', async () => {
    const { row } = await told(asked('o.csv', 'orders'), {
      'o.csv': table('order_id,date,amount,deleted_at', '1,2026-11-02,10,NULL', '2,2026-11-03,20,0000-00-00 00:00:00'),
    });
    expect(row().values).toEqual({ orders: 2 });
  });
});

it.each([
  ['Spam', ['No', 'Yes', 'No']],
  ['is_merged', ['false', 'true', 'false']],
  ['Doublon', ['non', 'oui', 'non']],
  ['Test', ['0', '1', '0']],
  ['deleted_at', ['', '2026-11-04', '']],
  ['tags', ['delivery', 'vip spam', '']],
])('tickets by %s', async (name, cells) => {
  const { row } = await told(asked('t.csv', 'tickets_created,tickets_solved,backlog'), {
    't.csv': table(
      `ticket_id,created_at,solved_at,${name}`,
      `1,2026-11-02 10:00,2026-11-02 12:00,${cells[0]}`,
      `2,2026-11-03 10:00,,${cells[1]}`,
      `3,2026-11-04 10:00,,${cells[2]}`,
    ),
  });
  expect(row().values).toEqual({ tickets_created: 2, tickets_solved: 1, backlog: 1 });
});

it('answers, refunds and checkouts', async () => {
  const { row } = await told(asked('.', 'csat,returns'), {
    's.csv': table(
      'answered_at,type,score,scale,deleted',
      '2026-11-02,csat,5,5,no',
      '2026-11-03,csat,1,5,yes',
      '2026-11-04,csat,4,5,no',
    ),
    'r.csv': table(
      'order_id,refunded_at,item_amount,deleted_at',
      '1,2026-11-02,10.00,',
      '2,2026-11-03,20.00,2026-11-03',
      '3,2026-11-04,5.00,',
    ),
  });
  expect(row().values).toEqual({ csat: 1, returns: 15 });
});
