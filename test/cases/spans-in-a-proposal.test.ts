import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Tables with the first and last day of each row: what is proposed for them must book a row on all its days, not on the first. */

const line = 'report a.csv --timezone Europe/Paris --currency EUR --all --period month --compare none --kpi';

/** The entry that a message proposes, as the lines of a kpi.yaml. */
const proposed = (err: string): string => {
  const lines = err.split('\n');
  const from = lines.findIndex((text) => text.trim() === 'sources:');
  const indent = lines[from]!.indexOf('sources');
  const past = lines.findIndex((text, at) => at > from && text.slice(0, indent + 2).trim() !== '');
  return lines
    .slice(from, past < 0 ? undefined : past)
    .map((text) => text.slice(indent))
    .join('\n');
};

describe('a proposal for rows of months', () => {
  it.each([
    ['Start,End,Sessions', '2026-09-01,2026-09-30', '2026-08-01,2026-08-31'],
    ['Start date,End date,Sessions', '01/09/2026,30/09/2026', '01/08/2026,31/08/2026'],
    ['Date de début,Date de fin,Sessions', '01/09/2026,30/09/2026', '01/08/2026,31/08/2026'],
    ['Period start,Period end,Sessions', '2026-09-01,2026-09-30', '2026-08-01,2026-08-31'],
  ])('%s covers them', async (header, september, august) => {
    const files = { 'a.csv': table(header, `${september},300`, `${august},310`) };
    const { code, err } = await kpi(`${line} sessions`, files);
    expect(code).toBe(2);
    const entry = proposed(err);
    expect(entry).not.toContain('date_order');
    const { row } = await told(`${line} sessions`, { ...files, 'kpi.yaml': entry });
    expect(row('2026-08').values.sessions).toBe(310);
    expect(row('2026-09').values.sessions).toBe(300);
    const days = await told(`${line.replace('month', 'day')} sessions`, { ...files, 'kpi.yaml': entry });
    expect(days.row('2026-09-30').values.sessions).toBe(10);
  });

  it('holds for costs of ads', async () => {
    const files = { 'a.csv': table('Start Date,End Date,Campaign,Cost', '2026-09-01,2026-09-30,A,300') };
    const { err } = await kpi(`${line} ad_spend`, files);
    const days = await told(`${line.replace('month', 'day')} ad_spend`, { ...files, 'kpi.yaml': proposed(err) });
    expect(days.row('2026-09-30').values.ad_spend).toBe(10);
  });
});

describe('a start without an end', () => {
  it('is the day of its row', async () => {
    const { err } = await kpi(`${line} sessions`, { 'a.csv': table('Start date,Sessions', '2026-09-01,300') });
    expect(proposed(err)).toContain('date: "Start date"');
  });
});

describe('a sheet of landing pages', () => {
  it('is of no tool', async () => {
    const sheet = table('Date,Landing page,Sessions', '2026-09-01,/a,100', '2026-09-02,/b,50');
    const { out } = await kpi('inspect a.csv --format json', { 'a.csv': sheet });
    expect(out).toContain('generic-visits');
    expect(out).not.toContain('ga4');
  });
});
