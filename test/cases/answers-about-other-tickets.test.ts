import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/*
 * How many of those who were asked have answered: of the tickets solved in a period, those with an answer. Answers of the week over
 * tickets of the week are two sets, of which the first may be the larger.
 */

const line = (path: string, kpis = 'csat_response_rate') => `report ${path} ${lastWeek} --compare none --kpi ${kpis}`;
const header = 'ticket_id,created_at,status,solved_at,updated_at,satisfaction';

describe('the share of answers', () => {
  it('leaves out what customers say of tickets that are not solved', async () => {
    const tickets = table(
      header,
      '1,2026-11-02 09:00,solved,2026-11-03 09:00,2026-11-03 09:00,good',
      '2,2026-11-02 09:00,solved,2026-11-04 09:00,2026-11-04 09:00,',
      ...[3, 4, 5].map((id) => `${id},2026-11-03 09:00,open,,2026-11-08 09:00,bad`),
    );
    // One of two; all four answers count for the satisfaction itself.
    const { row } = await told(line('t.csv', 'csat_response_rate,csat'), { 't.csv': tickets });
    expect(row().values).toEqual({ csat_response_rate: 0.5, csat: 0.25 });
  });

  it('books the answers of a survey on the solve of their ticket, of each ticket once', async () => {
    const tickets = table(
      'ticket_id,created_at,status,solved_at',
      '1,2026-10-26 09:00,solved,2026-10-28 09:00',
      '2,2026-10-26 09:00,solved,2026-10-29 09:00',
      '3,2026-11-02 09:00,solved,2026-11-03 09:00',
      '4,2026-11-02 09:00,solved,2026-11-08 09:00',
    );
    const survey = table(
      'answered_at,type,score,scale,ticket_id',
      // Of last week's tickets both; of this week's one, which answers twice; one of a ticket that is nowhere; one of none.
      '2026-11-02 10:00,csat,5,5,1',
      '2026-11-03 10:00,csat,5,5,#2',
      '2026-11-04 10:00,csat,4,5,3',
      '2026-11-05 10:00,csat,2,5,3',
      '2026-11-05 10:00,csat,2,5,99',
      '2026-11-08 10:00,csat,2,5,',
    );
    const files = { 't.csv': tickets, 's.csv': survey };
    const { row } = await told(`${line('.')} --from 2026-10-26 --to 2026-11-08`.replace('--last 1', ''), files);
    // The survey begins a day after that week: what was answered in it nobody knows.
    expect(row('2026-W44').nulls).toEqual({ csat_response_rate: 'not_covered' });
    expect(row('2026-W45').values).toEqual({ csat_response_rate: 0.5 });
    expect(row().values).toEqual({ csat_response_rate: 0.75 });
  });

  it('is none where more have answered than were asked, and nothing says about what', async () => {
    const tickets = table('ticket_id,created_at,solved_at', '1,2026-11-02 09:00,2026-11-08 09:00');
    const survey = (...days: string[]) =>
      table('answered_at,type,score,scale', ...days.map((day) => `2026-11-${day} 10:00,csat,5,5`));
    const two = await told(line('.'), { 't.csv': tickets, 's.csv': survey('02', '08') });
    expect(two.row()).toMatchObject({
      values: { csat_response_rate: null },
      nulls: { csat_response_rate: 'inconsistent_counts' },
    });
    const one = await told(line('.'), { 't.csv': tickets, 's.csv': survey('08') });
    expect(one.row().values).toEqual({ csat_response_rate: 1 });
  });

  it('is the same when the records are written and read back', async () => {
    const folder = folderWith({
      't.csv': table(
        header,
        '1,2026-11-02 09:00,solved,2026-11-03 09:00,2026-11-03 09:00,good',
        '2,2026-11-02 09:00,solved,2026-11-08 09:00,2026-11-08 09:00,',
        '3,2026-11-03 09:00,open,,2026-11-08 09:00,bad',
      ),
    });
    expect((await kpi('normalize t.csv --timezone Europe/Paris --out records', folder)).code).toBe(0);
    const both = 'csat_response_rate,csat';
    expect((await told(line(join(folder, 'records'), both), folder)).row().values).toEqual({
      csat_response_rate: 0.5,
      csat: 0.5,
    });
  });
});
