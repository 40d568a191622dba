import { describe, expect, it } from 'vitest';
import { Rates } from '../../src/core/rates.ts';
import { zoneOf } from '../../src/core/zone.ts';
import { cellText } from '../../src/engine/load/read-records.ts';
import { type Around, answerOf, readTables, recordsOf } from './read-tables.ts';

/* What a rate compares: of a row that has only one side, neither counts, and the figure lacks it. */

const day = '2026-11-02';

/** Measures of the day, each with whether a part of it is unknown. */
async function of(lines: readonly string[], ids: readonly string[], around: Around = {}) {
  const { read } = await readTables({ 'a.csv': lines }, around);
  const told: Record<string, readonly [number, boolean]> = {};
  for (const id of ids) {
    const answer = await answerOf(read, id, day);
    told[id] = [Number(answer.value(0, 0)) / 1_000_000, answer.incomplete!(0, 0)];
  }
  return told;
}

describe('costs and clicks beside impressions', () => {
  const ads = (...rows: string[]) => [
    'date,platform,campaign,cost,impressions,clicks',
    ...rows.map((row) => `${day},Meta,${row}`),
  ];
  const asked = [
    'ad_spend',
    'ad_spend_with_impressions',
    'clicks',
    'clicks_with_impressions',
    'impressions_with_clicks',
  ];

  it('are those of rows that have both: a blank is 0, and clicks of no impression are not known', async () => {
    expect(await of(ads('A,10,100,5', 'B,7,,2', 'C,1,30,'), asked)).toEqual({
      ad_spend: [18, false],
      ad_spend_with_impressions: [11, true],
      clicks: [7, false],
      clicks_with_impressions: [5, true],
      impressions_with_clicks: [130, true],
    });
  });

  it('are known where all is 0, and not where something came of no impression', async () => {
    expect(await of(ads('A,0,0,0'), asked)).toMatchObject({
      ad_spend_with_impressions: [0, false],
      clicks_with_impressions: [0, false],
    });
    expect(await of(ads('A,4,0,0', 'B,6,50,1'), asked)).toMatchObject({
      ad_spend_with_impressions: [6, true],
      clicks_with_impressions: [1, false],
    });
  });

  it('are those of each row where rows of one campaign are added up', async () => {
    expect(await of(ads('A,10,100,5', 'A,7,,2'), asked)).toMatchObject({
      ad_spend: [17, false],
      ad_spend_with_impressions: [10, true],
    });
    expect(await of(ads('A,10,100,5', 'A,7,40,2'), asked)).toMatchObject({
      ad_spend_with_impressions: [17, false],
      impressions_with_clicks: [140, false],
    });
  });

  it('are converted as the costs are', async () => {
    const rates = new Rates(new Map([['USD', [{ from: 0, value: 500_000_000_000n }]]]));
    const lines = ['date,platform,cost,impressions,currency', `${day},Meta,10,100,USD`];
    expect(await of(lines, ['ad_spend', 'ad_spend_with_impressions'], { setting: { rates } })).toEqual({
      ad_spend: [5, false],
      ad_spend_with_impressions: [5, false],
    });
  });
});

it('engagements of posts that reached nobody are known', async () => {
  const lines = ['date,network,engagements,reach', `${day},instagram,5,0`, `${day},x,3,`];
  expect(await of(lines, ['engagements', 'engagements_with_reach', 'reach_with_engagements'])).toEqual({
    engagements: [8, false],
    engagements_with_reach: [5, true],
    reach_with_engagements: [0, false],
  });
});

it('openings, clicks and sales of e-mails are compared with what was delivered', async () => {
  const lines = [
    'date,campaign,delivered,opens,clicks,unsubscribes,revenue',
    `${day},A,100,40,4,1,50`,
    `${day},B,60,,6,,`,
  ];
  const asked = [
    'email_opens_with_delivered',
    'emails_delivered_with_opens',
    'email_clicks_with_opens',
    'emails_delivered_with_clicks',
    'email_revenue_with_delivered',
  ];
  expect(await of(lines, asked)).toEqual({
    email_opens_with_delivered: [40, false],
    emails_delivered_with_opens: [100, true],
    email_clicks_with_opens: [4, true],
    emails_delivered_with_clicks: [160, false],
    email_revenue_with_delivered: [50, false],
  });
});

describe('a value that is written', () => {
  const zone = zoneOf('Europe/Paris');
  it.each([
    [null, 'money', null],
    ['Cup', 'text', 'Cup'],
    [1_500_000, 'money', '1.5'],
    [-20_000, 'money', '-0.02'],
    [1_234_000, 'number', '1.234'],
    // It would be read back as a thousand.
    [1_234_000, 'count', '1.2340'],
    [1_200_000, 'count', '1.2'],
    [1_234_000_000, 'count', '1234'],
    [20_400, 'day', '2025-11-08'],
    [Date.UTC(2026, 10, 2, 9), 'instant', '2026-11-02T10:00:00+01:00'],
  ] as const)('%s, a %s, is %s', (cell, type, text) => {
    expect(cellText(cell, type, zone)).toBe(text);
  });
});

describe('refunds that are written', () => {
  const head =
    'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount';
  const row = (refunded: number) => `#1,a@x.de,paid,EUR,30,0,0,30,0,2026-11-02 09:15:12 +0100,1,Cup,30,${refunded}`;

  it('are a table without a row where the files would show them and there are none', async () => {
    expect((await recordsOf({ 'o.csv': [head, row(0)] })).refund).toHaveLength(1);
    expect((await recordsOf({ 'o.csv': [head, row(5)] })).refund).toHaveLength(2);
  });

  it('are none where no file would show any', async () => {
    const { refund, order } = await recordsOf({ 'o.csv': ['order_id,ordered_at,gross_sales', '1,2026-11-02,30'] });
    expect([refund, order?.length]).toEqual([undefined, 2]);
  });
});
