import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/* A score means nothing without its scale: 6 is most of 7 and little of 10. */

const survey = (...scores: string[]): string =>
  table('answered_at,type,score', ...scores.map((score, i) => `2026-11-0${9 - scores.length + i},csat,${score}`));
const scaled = (...pairs: string[]): string =>
  table('answered_at,type,score,scale', ...pairs.map((pair, i) => `2026-11-0${9 - pairs.length + i},csat,${pair}`));
const line = `report s.csv ${lastWeek} --kpi csat,csat_average`;

describe('a score beyond its scale', () => {
  it.each([
    // Of 7: 6 and 7 are at least 5.6, 3 is not. 2 of 3, mean 16 / 3.
    [['7', '6', '3'], 2 / 3, 16 / 3, 'up to 7, because the highest is 7'],
    // The 9 proves a scale of 10: at least 8 are 9 and 8. 2 of 5, mean 27 / 5.
    [['9', '8', '5', '4', '1'], 0.4, 5.4, 'up to 10, because the highest is 9'],
    // Of 100: at least 80 are 95 and 80. 2 of 4, mean 200 / 4.
    [['95', '80', '20', '5'], 0.5, 50, 'up to 100, because the highest is 95'],
    // Half points, with a comma: 4,5 and 4 of 5. 2 of 3, mean 10 / 3.
    [['"4,5"', '4', '"1,5"'], 2 / 3, 10 / 3, 'up to 5, because the highest is 4.5'],
    // A 0 beside ones and nothing above: yes and no. 2 of 3.
    [['1', '0', '1'], 2 / 3, 2 / 3, 'up to 1, because the highest is 1'],
    // The scale of 10 is written from 0.
    [['0', '10', '8', '3'], 0.5, 5.25, 'up to 10, because the highest is 10'],
  ] as const)('lets the scores %j prove their scale', async (scores, csat, mean, says) => {
    const { row, warnings } = await told(line, { 's.csv': survey(...scores) });
    expect(row().values.csat).toBeCloseTo(csat, 11);
    expect(row().values.csat_average).toBeCloseTo(mean, 10);
    expect(warnings.map(({ code }) => code)).toEqual(['scale_by_values']);
    expect(warnings[0]!.message).toContain(says);
  });

  it('is believed what the line that is printed says', async () => {
    // Taken as of 5, because the highest is 4: 1 of 2. Said to be of 10: 0 of 2.
    const scores = survey('4', '2');
    const { row, warnings } = await told(line, { 's.csv': scores });
    expect(row().values.csat).toBe(0.5);
    const [advice = ''] = /sources: .*$/.exec(warnings[0]!.message) ?? [];
    expect(advice).toBe('sources: [{ path: s.csv, set: { scale: 5 } }]');
    const same = await told(line, { 's.csv': scores, 'kpi.yaml': `${advice}\n` });
    expect(same.row().values).toEqual(row().values);
    expect(same.warnings).toEqual([]);
    const other = await told(line, { 's.csv': scores, 'kpi.yaml': `${advice.replace('5', '10')}\n` });
    expect(other.row().values).toEqual({ csat: 0, csat_average: 3 });
    expect((await kpi(`${line} --strict`, { 's.csv': scores })).code).toBe(2);
    expect((await kpi(`${line} --strict`, { 's.csv': scores, 'kpi.yaml': `${advice}\n` })).code).toBe(0);
  });

  it('takes all files of a source for one question', async () => {
    // Only October meets the 10; 5 and 4 of November are of 10 too: 0 of 2.
    const october = table('answered_at,type,score', '2026-10-30,csat,10', '2026-10-31,csat,9');
    const files = { 'october.csv': october, 'november.csv': survey('5', '4') };
    const { row, warnings } = await told(`report . ${lastWeek} --kpi csat`, files);
    expect(row().values).toEqual({ csat: 0 });
    expect(warnings.filter(({ code }) => code === 'scale_by_values')).toHaveLength(1);
  });

  it('holds each score against the scale beside it, and has no mean over two', async () => {
    // 4 of 5, 7 of 10, 6 of 7: the first and the last are positive.
    const { row, warnings } = await told(line, { 's.csv': scaled('4,5', '7,10', '6,7') });
    expect(row().values).toEqual({ csat: 0.666666666667, csat_average: null });
    expect(row().nulls).toEqual({ csat_average: 'not_identified' });
    expect(warnings.map(({ code }) => code)).toEqual(['several_scales']);
    // A week of one scale has its mean: (4 + 3) / 2.
    const before = table(
      'answered_at,type,score,scale',
      '2026-10-27,csat,9,10',
      '2026-11-02,csat,4,5',
      '2026-11-08,csat,3,5',
    );
    expect((await told(line, { 's.csv': before })).row('2026-W45').values).toEqual({ csat: 0.5, csat_average: 3.5 });
  });

  it.each([
    ['beyond it', '6,5'],
    ['below it', '-1,10'],
    ['of 0, where a scale begins at 1', '0,5'],
    ['on a scale of 0', '3,0'],
    ['on a scale below 0', '3,-5'],
    ['in words of another', '6/5,5'],
  ])('rejects a score %s', async (_, pair) => {
    const files = { 's.csv': scaled('5,5', pair, '2,5') };
    const refused = await kpi(line, files);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('record 2, column "score": score outside its scale');
    // 5 and 2 of 5 remain: 1 of 2, mean 3.5.
    const { row } = await told(`${line} --max-rejects 1`, files);
    expect(row().values).toEqual({ csat: 0.5, csat_average: 3.5 });
  });

  it('rejects a 0 that turns out to be on no scale, and no other row', async () => {
    const files = { 's.csv': survey('0', '5', '2') };
    expect((await kpi(line, files)).err).toContain('record 1, column "score": score outside its scale');
    const { row, files: accounts } = await told(`${line} --max-rejects 1`, files);
    expect(row().values).toEqual({ csat: 0.5, csat_average: 3.5 });
    expect(accounts[0]).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
  });

  it('does the same for tickets', async () => {
    const tickets = (...scores: string[]) =>
      table(
        'ticket_id,created_at,solved_at,satisfaction',
        ...scores.map((score, i) => `${i + 1},2026-11-0${2 + i} 09:00,2026-11-08 10:00,${score}`),
      );
    const ask = `report t.csv ${lastWeek} --kpi csat,csat_average,tickets_created`;
    // The 8 proves a scale of 10: 1 of 3, mean 16 / 3.
    const { row } = await told(ask, { 't.csv': tickets('8', '5', '3') });
    expect(row().values).toEqual({ csat: 0.333333333333, csat_average: 5.33333333333, tickets_created: 3 });
    // A ticket with a score that cannot be is rejected whole.
    const odd = await told(`${ask} --max-rejects 2`, { 't.csv': tickets('5', '-2', '0', '4') });
    expect(odd.row().values).toEqual({ csat: 1, csat_average: 4.5, tickets_created: 2 });
  });

  it('knows one scale of the recommendation question', async () => {
    const nps = table('answered_at,type,score', '2026-11-02,nps,10', '2026-11-05,nps,0', '2026-11-08,nps,7');
    // One promoter, one detractor of three: 0.
    expect((await told(`report s.csv ${lastWeek} --kpi nps`, { 's.csv': nps })).row().values).toEqual({ nps: 0 });
    const files = { 's.csv': `${nps}2026-11-04,nps,11\n2026-11-04,nps,4/5\n` };
    const { err } = await kpi(`report s.csv ${lastWeek} --kpi nps`, files);
    expect(err).toContain('2 of 5 rows');
    expect(err).toContain('score outside 0 to 10');
  });

  it('keeps the scale that was proven through normalize', async () => {
    // Tickets of 5 (1 of 2) and a survey of 10 (1 of 2): 2 of 4. In one file with one scale of 10 it would be 1 of 4.
    const tickets = table(
      'ticket_id,created_at,solved_at,satisfaction',
      '1,2026-11-02 09:00,2026-11-02 10:00,5',
      '2,2026-11-08 09:00,2026-11-08 10:00,2',
    );
    const folder = folderWith({ 't.csv': tickets, 's.csv': survey('10', '3') });
    expect((await told(`report t.csv s.csv ${lastWeek} --kpi csat`, folder)).row().values).toEqual({ csat: 0.5 });
    expect((await kpi('normalize t.csv s.csv --out records --timezone Europe/Paris', folder)).code).toBe(0);
    expect((await told(`report records ${lastWeek} --kpi csat`, folder)).row().values).toEqual({ csat: 0.5 });
  });
});
