import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* Exports of web analytics and mailings that were saved with a row of totals, or with mails that were never sent. */

const line = 'report a.csv --timezone Europe/Paris --currency EUR --all --period all --compare none --strict --kpi';

describe('a total row', () => {
  it.each([
    ['on top, blank', ['"",120,150', '"2026-09-01",80,100', '"2026-09-02",40,50']],
    ['below, with a word', ['"2026-09-01",80,100', '"2026-09-02",40,50', 'Total,120,150']],
  ])('of Shopify, %s, is left out', async (_, rows) => {
    const file = table('"Day","Online store visitors","Sessions"', ...rows);
    expect((await told(`${line} sessions`, { 'a.csv': file })).row().values.sessions).toBe(150);
  });

  it('is no row of sessions without a place', async () => {
    const rows = ['"France","2026-09-01",100,80', '"Germany","2026-09-01",50,40', '"","2026-09-01",150,120'];
    const file = table('"Session country","Day","Sessions","Online store visitors"', ...rows);
    expect((await told(`${line} sessions`, { 'a.csv': file })).row().values.sessions).toBe(300);
  });

  it('of Matomo is left out', async () => {
    const file = table('date,nb_visits,nb_actions', '2026-09-01,100,250', '2026-09-02,50,100', 'Total,150,350');
    expect((await told(`${line} sessions`, { 'a.csv': file })).row().values.sessions).toBe(150);
  });
});

describe('a mail that was not sent', () => {
  it('of Mailchimp has no date, and counts nothing', async () => {
    const file = table(
      'Title,Send Date,Total Recipients,Successful Deliveries,Unique Opens,Unique Clicks',
      'Spring,"Sep 05, 2026 09:38 am",1100,1080,300,64',
      'Draft,,,,,',
    );
    expect((await told(`${line} emails_delivered`, { 'a.csv': file })).row().values.emails_delivered).toBe(1080);
  });
});
