import { describe, expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

/*
 * The tickets have times of first replies and tags. What is missing for replies in business hours and for complaints is not a column:
 * it is the hours and the tags that the configuration has to state.
 */

const tickets = table(
  'ticket_id,created_at,first_reply_at,solved_at,tags',
  '1,2026-11-02 10:00,2026-11-02 10:30,2026-11-02 12:00,complaint vip',
  '2,2026-11-08 10:00,2026-11-08 10:40,2026-11-08 12:00,vip',
);
const ids = 'complaints,complaint_rate,first_reply_time_business';
const plain = (text: string): string => text.replace(/\s+/g, ' ');
const checks = (more = '') =>
  `timezone: Europe/Paris\n${more}sources: [{ path: t.csv }]\nchecks: [{ kpi: first_reply_time_business, must: "<= 8h" }, { kpi: complaints, must: "<= 3" }]\n`;

describe('a figure that waits for an option', () => {
  it('names it in a report, a list and an explanation', async () => {
    const report = plain(
      (await kpi(`report t.csv --last 1 --timezone Europe/Paris --kpi ${ids}`, { 't.csv': tickets })).out,
    );
    expect(report).toContain('complaints needs complaint_tags in kpi.yaml;');
    expect(report).toContain(
      "complaint_rate needs orders (an export of the shop's orders) and complaint_tags (in kpi.yaml)",
    );
    expect(report).toContain('first_reply_time_business needs business_hours in kpi.yaml');
    expect(report).not.toContain('no column');
    const explained = await kpi('explain complaints t.csv --last 1 --timezone Europe/Paris --lang fr', {
      't.csv': tickets,
    });
    expect(plain(explained.out)).toContain('complaints a besoin de complaint_tags dans kpi.yaml');
    const listed = await kpi('list t.csv --missing', { 't.csv': tickets });
    expect(plain(listed.out)).toContain('complaints needs complaint_tags in kpi.yaml');
  });

  it('names it in checks, which have a value once it is set', async () => {
    const { code, out } = await kpi('check', { 't.csv': tickets, 'kpi.yaml': checks() });
    expect(code).toBe(1);
    expect(plain(out)).toContain('no value: first_reply_time_business needs business_hours in kpi.yaml');
    expect(plain(out)).toContain('no value: complaints needs complaint_tags in kpi.yaml');
    const hours =
      'business_hours: { days: [monday, sunday], from: "09:00", to: "18:00" }\ncomplaint_tags: [complaint]\n';
    const set = await kpi('check', { 't.csv': tickets, 'kpi.yaml': checks(hours) });
    // 30 and 40 minutes.
    expect([set.code, plain(set.out)]).toEqual([0, expect.stringContaining('35 min')]);
  });

  it('needs the column first', async () => {
    const without = { 't.csv': table('ticket_id,created_at', '1,2026-11-02 10:00', '2,2026-11-08 10:00') };
    const { out } = await kpi(`report t.csv --last 1 --timezone Europe/Paris --kpi complaints`, without);
    expect(plain(out)).toContain('complaints, and the ticket files have no column for it');
  });
});
