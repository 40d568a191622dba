import { describe, expect, it } from 'vitest';
import { table, told, values } from './kit.ts';

/*
 * Survey tools name each answer. Its score may change later: the id says which answer of an older export it was, so that
 * it counts once, and that two answers of the same moment are two.
 */

const line = (kpis: string) => `report . --timezone Europe/Paris --period all --all --kpi ${kpis}`;

const trustpilot = (...rows: string[]): string =>
  table('Review Id,Review Created (UTC),Review Consumer User Id,Review Stars,Source Of Review,Reference Id', ...rows);
const delighted = (...rows: string[]): string =>
  table('Response ID,Person ID,Email,Survey type,Score,Created at,Updated at', ...rows);
const hubspot = (...rows: string[]): string => table('Record ID,Contact Id,Rating,Date,Survey Name,NPS,CSAT', ...rows);

describe('an answer that was edited between two exports', () => {
  it('counts once on Trustpilot, with the stars of the newer file', async () => {
    const files = {
      'october.csv': trustpilot('65a,2026-10-13 10:00:00,abc,1,Organic,1001'),
      'november.csv': trustpilot(
        '65a,2026-10-13 10:00:00,abc,5,Organic,1001',
        '65c,2026-11-03 10:00:00,abe,4,Organic,1003',
      ),
    };
    // 5 and 4 stars: (5 + 4) / 2. Two of two are positive.
    expect(await values(line('csat,csat_average'), files)).toEqual({ csat: 1, csat_average: 4.5 });
  });

  it('counts once on Delighted, as it was changed last, whichever file is read first', async () => {
    const old = delighted(
      '5001,11,a@example.com,nps,0,2026-11-03 09:00:00,2026-11-03 09:00:00',
      '5002,12,b@example.com,nps,10,2026-11-03 10:00:00,2026-11-03 10:00:00',
    );
    const edited = delighted(
      '5001,11,a@example.com,nps,9,2026-11-03 09:00:00,2026-11-04 09:00:00',
      '5003,13,c@example.com,nps,7,2026-11-04 10:00:00,2026-11-04 10:00:00',
    );
    // 9 and 10 promote, 7 does neither: 2 of 3 less 0 of 3.
    for (const files of [
      { 'a.csv': old, 'b.csv': edited },
      { 'a.csv': edited, 'b.csv': old },
    ])
      expect((await values(line('nps'), files)).nps).toBeCloseTo(200 / 3, 6);
  });

  it("counts once in Delighted's JSON, which may hold it twice", async () => {
    const answer = { id: '5001', person: '11', survey_type: 'nps', created_at: 1793696400 };
    const { row, files } = await told(line('nps'), {
      'a.json': JSON.stringify([
        { ...answer, score: 9, updated_at: 1793782800 },
        { ...answer, score: 0, updated_at: 1793696400 },
        { ...answer, id: '5002', score: 7, updated_at: 1793696400 },
      ]),
    });
    // 9 promotes, 7 does neither: 1 of 2.
    expect(row().values).toEqual({ nps: 50 });
    expect(files.map(({ superseded }) => superseded)).toEqual([1]);
  });

  it('counts once in a file with the names of the fields', async () => {
    const files = {
      'a.csv': table('answer_id,answered_at,type,score', '1,2026-11-03 09:00,nps,3', '2,2026-11-03 09:00,nps,9'),
      'b.csv': table('answer_id,answered_at,type,score', '1,2026-11-03 09:00,nps,9'),
    };
    // 9 and 9.
    expect(await values(line('nps'), files)).toEqual({ nps: 100 });
  });
});

describe('two anonymous answers of one minute in two files', () => {
  it('are two by their ids', async () => {
    const files = {
      'part1.csv': hubspot('1,,2,2026-11-03 08:00,Support,,Positive', '2,,0,2026-11-03 09:00,Support,,Negative'),
      'part2.csv': hubspot('3,,2,2026-11-03 08:00,Support,,Positive', '4,,2,2026-11-03 08:00,Support,,Positive'),
    };
    // Three of four.
    expect(await values(line('csat'), files)).toEqual({ csat: 0.75 });
  });

  it('are one without ids, whenever it was last changed', async () => {
    const files = {
      'a.csv': table(
        'date,type,score,updated_at',
        '2026-11-03 08:00,nps,10,2026-11-03 08:00',
        '2026-11-03 09:00,nps,0,',
      ),
      'b.csv': table('date,type,score,updated_at', '2026-11-03 08:00,nps,10,2026-11-05 08:00'),
    };
    // 10 promotes, 0 detracts: 1 of 2 less 1 of 2.
    expect(await values(line('nps'), files)).toEqual({ nps: 0 });
  });
});
