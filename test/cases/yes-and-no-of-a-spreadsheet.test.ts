import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* A spreadsheet writes TRUE and FALSE again in the language of its user. */

const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --period all --compare none';
const rows = (yes: string, no: string): string =>
  table(
    'added_iso,path,is_unique,is_robot,datapoint',
    `2026-09-01T09:00:00.000Z,/,${yes},${no},pageview`,
    `2026-09-01T09:01:00.000Z,/a,${no},${no},pageview`,
    `2026-09-01T09:10:00.000Z,/,${yes},${yes},pageview`,
    `2026-09-01T09:20:00.000Z,/,${yes},,pageview`,
  );

describe('marks of sessions and robots', () => {
  it.each([
    ['true', 'false'],
    ['TRUE', 'FALSE'],
    ['VRAI', 'FAUX'],
    ['WAHR', 'FALSCH'],
    ['VERDADERO', 'FALSO'],
    ['VERO', 'FALSO'],
    ['1', '0'],
  ])('%s and %s', async (yes, no) => {
    expect((await told(line, { 'a.csv': rows(yes, no) })).row().values.sessions).toBe(2);
  });

  it('of another word are refused, not taken for no', async () => {
    const { code, err } = await kpi(line, { 'a.csv': rows('maybe', 'false') });
    expect(code).toBe(2);
    expect(err).toContain('3 of 4 rows cannot be read');
  });
});

describe('events of Google Analytics in BigQuery', () => {
  it('say who came for the first time', async () => {
    const event = (name: string, user: string) =>
      JSON.stringify({
        event_date: '20260901',
        event_timestamp: '1788256800000000',
        event_name: name,
        event_params: [{ key: 'ga_session_id', value: { int_value: '7' } }],
        user_pseudo_id: user,
      });
    const file = table(event('first_visit', 'u1'), event('page_view', 'u1'), event('page_view', 'u2'));
    const { row } = await told(line.replace('a.csv', 'a.jsonl').replace('sessions', 'sessions,new_visitor_share'), {
      'a.jsonl': file,
    });
    expect(row().values).toEqual({ sessions: 2, new_visitor_share: 0.5 });
  });
});
