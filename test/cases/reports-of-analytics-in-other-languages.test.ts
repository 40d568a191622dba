import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * Google Analytics writes the first and last day above its tables in the language of the interface, always one below the other and in
 * figures. The names of columns are known in some languages only.
 */

const dashes = '# ----------------------------------------';
const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --period all --compare none';

const korean = table(
  dashes,
  '# 트래픽 획득: 세션 기본 채널 그룹',
  '# 계정: Example',
  '# 속성: Example',
  dashes,
  '# ',
  '# 시작일: 20260701',
  '# 종료일: 20260731',
  '세션 기본 채널 그룹,세션수,참여 세션수',
  'Organic Search,3100,1550',
  'Direct,31,31',
);

const italian = table(
  dashes,
  '# Acquisizione traffico: Gruppo di canali principale della sessione',
  '# Account: Example',
  dashes,
  '# Data di inizio: 20260701',
  '# Data di fine: 20260731',
  'Gruppo di canali principale della sessione,Sessioni,Sessioni con coinvolgimento',
  'Direct,310,31',
);

describe('the period above a report', () => {
  it('is read in languages whose words for it are not listed', async () => {
    const { row, warnings } = await told(line, { 'a.csv': korean });
    expect(row().values.sessions).toBe(3131);
    expect(warnings).toEqual([]);
    const { row: day } = await told('report a.csv --timezone Europe/Paris --kpi sessions --all --period day', {
      'a.csv': korean,
    });
    // 3131 / 31 days.
    expect(day('2026-07-31').values.sessions).toBe(101);
  });

  it('identifies a report whose columns are not known', async () => {
    const { code, err } = await kpi(line, { 'a.csv': italian });
    expect(code).toBe(2);
    expect(err).toContain('Google Analytics 4: a report in another language');
  });

  it('serves a configuration that names the columns', async () => {
    const columns = '{ channel: "Gruppo di canali principale della sessione", sessions: "Sessioni" }';
    const { row } = await told(line, {
      'a.csv': italian,
      'kpi.yaml': `sources: [{ path: a.csv, kind: visit, from: 2026-07-01, to: 2026-07-31, columns: ${columns} }]\n`,
    });
    expect(row().values.sessions).toBe(310);
  });

  it('is not two lines with other figures', async () => {
    const other = table('# Export: 20260701', 'Made by: Ann', 'Date,Sessions', '2026-09-01,10');
    expect((await told(line, { 'a.csv': other })).row().values.sessions).toBe(10);
  });
});

describe('an exploration', () => {
  const above = [dashes, '# Example', '# Free form 1', '# 20260901-20260930', dashes, ''];

  it('with a dimension in its columns is refused for this reason', async () => {
    const pivot = [',Device category,mobile,desktop', 'Session source / medium,,Sessions,Sessions', 'a / b,,200,100'];
    const { code, err } = await kpi(line, { 'a.csv': table(...above, ...pivot) });
    expect(code).toBe(2);
    expect(err).toContain('a dimension is in the columns');
  });

  it('of users by day completes one of sessions', async () => {
    const users = table(...above, 'Date,Total users,New users', '20260901,30,20');
    const sessions = table(...above, 'Date,Sessions,Engaged sessions', '20260901,40,20');
    const day = 'report . --timezone Europe/Paris --kpi sessions,visitors --all --period day --compare none';
    const { row } = await told(day, { 'u.csv': users, 's.csv': sessions });
    expect(row('2026-09-01').values).toEqual({ sessions: 40, visitors: 30 });
  });
});
