import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* Tools write in the column of satisfaction that nobody answered, or what the customer said, in words of five languages. */

const tickets = (...words: string[]): string =>
  table(
    'ticket_id,created_at,status,solved_at,satisfaction',
    ...words.map((word, i) => `${i + 1},2026-11-0${2 + (i % 7)} 09:00,closed,2026-11-08 10:00,${word}`),
  );
const asked = '--kpi csat,csat_average,csat_response_rate';

describe('satisfaction in words', () => {
  it('does not count what is no answer', async () => {
    // Answered: 5, 3, 5, 2. Positive: 5 and 5. 2 of 4 = 0.5, mean 15 / 4 = 3.75. Answers of 10 solved tickets: 0.4.
    const words = ['5', 'Not Offered', '3', 'unoffered', 'not rated', '5', 'No response', '', '2', 'n/a'];
    const { row, warnings } = await told(`report t.csv ${lastWeek} ${asked}`, { 't.csv': tickets(...words) });
    expect(row().values).toEqual({ csat: 0.5, csat_average: 3.75, csat_response_rate: 0.4 });
    // Few answers are marked, and that the scale is nowhere said is said once.
    expect(row().flags).toEqual({ csat: ['low_sample'], csat_average: ['low_sample'] });
    expect(warnings.map(({ code }) => code)).toEqual(['scale_by_values']);
  });

  it('understands the words of five languages', async () => {
    // Good: 6. Neutral 2 and bad 2 are answers too: 6 of 10.
    const good = ['Extremely happy', 'Plutôt satisfait', 'sehr zufrieden', 'Muy satisfecha', 'Ottimo', '👍'];
    const other = ['Neutral', 'Moyen', 'Sehr unzufrieden', 'Pas du tout satisfait'];
    const files = { 't.csv': tickets(...good, ...other) };
    const { row, warnings } = await told(`report t.csv ${lastWeek} --kpi csat,csat_average`, files);
    expect(row().values).toEqual({ csat: 0.6, csat_average: null });
    expect(warnings).toEqual([]);
  });

  it('reads words of surveys alike, and leaves unanswered invitations out', async () => {
    // Answers: 4/5, 90 %, good, poor. Positive: 4/5, 90 %, good. 3 of 4.
    const survey = table(
      'answered_at,type,score',
      ...['4/5', 'offered', '90 %', 'Good', 'poor', ''].map((score) => `2026-11-04,CSAT,${score}`),
      '2026-11-08,nps,9/10',
      '2026-11-02,nps,no answer',
    );
    const { row, files } = await told(`report s.csv ${lastWeek} --kpi csat,nps`, { 's.csv': survey });
    expect(row().values).toEqual({ csat: 0.75, nps: 100 });
    expect(files[0]).toMatchObject({ read: 8, accepted: 5, skipped: 3, rejected: 0 });
  });

  it('rejects a word of no list with its ticket, and names it', async () => {
    const files = { 't.csv': tickets('good', 'bad', 'purple', 'good') };
    const refused = await kpi(`report t.csv ${lastWeek} ${asked}`, files);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('record 3, column "satisfaction": unknown word');
    // The other three: 2 of 3 positive, 3 answers of 3 tickets.
    const { row } = await told(
      `report t.csv ${lastWeek} --kpi csat,csat_response_rate,tickets_created --max-rejects 1`,
      files,
    );
    expect(row().values).toEqual({ csat: 0.666666666667, csat_response_rate: 1, tickets_created: 3 });
    // Whatever is asked.
    expect((await kpi(`report t.csv ${lastWeek} --kpi tickets_created`, files)).code).toBe(2);
  });

  it('takes the words of Zendesk, and stars', async () => {
    const zendesk = table(
      'Summation column,Id,Status,Created at,Solved at,Satisfaction Score',
      '1,1,Closed,2026-11-02 10:00,2026-11-03 10:00,Good with comment',
      '1,2,Closed,2026-11-03 10:00,2026-11-03 11:00,Offered',
      '1,3,Closed,2026-11-04 10:00,2026-11-05 10:00,Not Offered',
      '1,4,Closed,2026-11-08 10:00,2026-11-08 11:00,Bad',
    );
    const line = `report t.csv ${lastWeek} --kpi csat,csat_response_rate`;
    // 1 of 2 answers is good; 2 answers of 4 tickets.
    expect((await told(line, { 't.csv': zendesk })).row().values).toEqual({ csat: 0.5, csat_response_rate: 0.5 });
    // Four and five stars of five are positive: 2 of 3.
    const stars = tickets('★★★★★', '★★★★☆', '2 stars');
    expect((await told(line, { 't.csv': stars })).row().values).toMatchObject({ csat: 0.666666666667 });
  });
});
