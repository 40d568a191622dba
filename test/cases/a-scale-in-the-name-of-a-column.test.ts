import { describe, expect, it } from 'vitest';
import { scaleInName } from '../../src/ingest/score.ts';
import { table, told } from './kit.ts';

/*
 * `Note sur 10` says how far its scores go. Judged by the highest of them, 4 of 10 was 4 of 5, a satisfied customer, and the warning
 * said that nothing states the scale.
 */

const ask = 'report . --timezone Europe/Paris --as-of 2026-11-16 --last 1 --kpi csat,csat_average';

describe('a scale that the name of a column states', () => {
  it.each([
    ['Note sur 10', 'type: csat'],
    ['Satisfaction (1-10)', 'type: csat'],
    ['Score /10', 'type: csat'],
  ])('is that of the scores of a survey (%s)', async (name, set) => {
    const { row, warnings } = await told(ask, {
      's.csv': table(`date,${name}`, '2026-11-09,4', '2026-11-10,8', '2026-11-11,3', '2026-11-12,5'),
      'kpi.yaml': `sources: [{ path: s.csv, kind: survey, set: { ${set} }, columns: { answered_at: date, score: "${name}" } }]\n`,
    });
    // One of four has at least 80 % of 10; (4 + 8 + 3 + 5) / 4.
    expect(row().values).toEqual({ csat: 0.25, csat_average: 5 });
    expect(warnings.map(({ code }) => code)).not.toContain('scale_by_values');
  });

  it('is that of the satisfaction of tickets', async () => {
    const { row, warnings } = await told(ask, {
      't.csv': table(
        'ticket_id,created_at,solved_at,CSAT (1-7)',
        '1,2026-11-09 09:00,2026-11-09 10:00,5',
        '2,2026-11-10 09:00,2026-11-10 10:00,4',
      ),
      'kpi.yaml': 'sources: [{ path: t.csv, kind: ticket, columns: { satisfaction: "CSAT (1-7)" } }]\n',
    });
    // 80 % of 7 is 5.6.
    expect(row().values).toEqual({ csat: 0, csat_average: 4.5 });
    expect(warnings.map(({ code }) => code)).not.toContain('scale_by_values');
  });

  it('yields to what a cell says, and a score beyond it is told', async () => {
    const { row, files } = await told(`${ask} --max-rejects 50%`, {
      's.csv': table('date,Score /5', '2026-11-09,4', '2026-11-10,8', '2026-11-11,9/10', '2026-11-12,3'),
      'kpi.yaml':
        'sources: [{ path: s.csv, kind: survey, set: { type: csat }, columns: { answered_at: date, score: "Score /5" } }]\n',
    });
    // 4/5 and 9/10 of three; their scales have no common average.
    expect(row()).toMatchObject({ values: { csat: 0.666666666667, csat_average: null } });
    expect(files[0]).toMatchObject({ accepted: 3, rejected: 1 });
  });

  it.each([
    ['CSAT (1-5)', 5],
    ['Sur une échelle de 0 à 10, recommanderiez-vous', 10],
    ['Bewertung von 1 bis 5', 5],
    ['How satisfied are you? [1 – 7]', 7],
    ['Note /20', 20],
    ['Score out of 100', 100],
  ])('is read in "%s"', (name, top) => {
    expect(scaleInName(name)).toBe(top * 1_000_000);
  });

  it.each([
    'Note 2 sur 3',
    'Question 1',
    'Satisfaction 2026-11',
    'Score (11-15)',
    'csat',
    'Rating 0-500',
    'Note sur le service',
  ])('is not read in "%s"', (name) => {
    expect(scaleInName(name)).toBeNaN();
  });
});
