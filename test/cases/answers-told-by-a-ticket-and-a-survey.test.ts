import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/*
 * A help desk writes the answer on the ticket and exports its survey as well, with the ids of the tickets: one ticket has one answer.
 */

const line = (path = '.', kpis = 'csat,csat_response_rate') =>
  `report ${path} ${lastWeek} --compare none --kpi ${kpis}`;

// Four of five tickets are answered: good, good, good, bad.
const tickets = table(
  'ticket_id,created_at,status,solved_at,satisfaction',
  '1,2026-11-02 09:00,solved,2026-11-02 15:00,good',
  '2,2026-11-02 09:00,solved,2026-11-03 15:00,good',
  '3,2026-11-02 09:00,solved,2026-11-04 15:00,good',
  '4,2026-11-02 09:00,solved,2026-11-05 15:00,bad',
  '5,2026-11-02 09:00,solved,2026-11-08 15:00,',
);
const survey = (...rows: string[]): string => table('answered_at,type,score,ticket_id', ...rows);

describe('an answer on a ticket and in a survey', () => {
  const files = {
    't.csv': tickets,
    's.csv': survey('2026-11-05 15:00,csat,bad,4', '2026-11-08 12:00,csat,good,'),
  };

  it('counts once, beside what the survey has of its own', async () => {
    const { row, files: read } = await told(line(), files);
    // 3 + 1 of 4 + 1; of the five tickets four are answered.
    expect(row().values).toEqual({ csat: 0.8, csat_response_rate: 0.8 });
    expect(read.map(({ accepted }) => accepted)).toEqual([2, 5]);
  });

  it('counts once where only the answers are asked for', async () => {
    expect((await told(line('.', 'csat'), files)).row().values).toEqual({ csat: 0.8 });
  });

  it('counts on the day and as good as the survey says', async () => {
    const late = { 't.csv': tickets, 's.csv': survey('2026-11-07 15:00,csat,good,4') };
    const { row } = await told(
      `report . --timezone Europe/Paris --period day --from 2026-11-05 --to 2026-11-07 --kpi csat`,
      late,
    );
    expect(row('2026-11-05').values).toEqual({ csat: null });
    expect(row('2026-11-07').values).toEqual({ csat: 1 });
  });

  it('counts once in records that are written and read back', async () => {
    const folder = folderWith(files);
    expect((await kpi('normalize t.csv s.csv --timezone Europe/Paris --out records', folder)).code).toBe(0);
    expect((await told(line(join(folder, 'records'), 'csat'), folder)).row().values).toEqual({ csat: 0.8 });
  });
});

describe('answers that are about other things', () => {
  it('leave those of tickets as they are: another question, or an id of no ticket', async () => {
    const files = {
      't.csv': tickets,
      's.csv': survey('2026-11-05 15:00,nps,9,4', '2026-11-08 12:00,csat,good,99', '2026-11-08 12:00,nps,9,1'),
    };
    // 3 + 1 of 4 + 1; four of five tickets are answered.
    expect((await told(line(), files)).row().values).toEqual({ csat: 0.8, csat_response_rate: 0.8 });
  });
});
