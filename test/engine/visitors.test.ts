import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'kpi-visitors-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'visits.csv');
writeFileSync(
  file,
  'date,channel,sessions,visitors\n2026-11-02,Direct,5,4\n2026-11-02,Email,3,3\n2026-11-03,Direct,7,6\n2026-11-04,Email,1,1\n',
);

/** Unique visitors by period and channel, as text; the reason where they are not known. */
async function visitors(...args: string[]): Promise<Record<string, string>> {
  const { out, code } = await run(['report', file, '--kpi', 'visitors', '--format', 'csv', '--all', ...args]);
  expect(code).toBe(0);
  const by = args.includes('--by');
  const rows = out
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return Object.fromEntries(
    rows.map((row) => {
      const [value, reason] = row.slice(by ? 7 : 6);
      return [by ? `${row[0]} ${row[4] || 'total'}` : row[0], value || reason || ''];
    }),
  );
}

describe('numbers of visitors that a file states by day and channel', () => {
  it('stand for their day and channel; of a channel without a row the number is 0', async () => {
    expect(await visitors('--period', 'day', '--by', 'channel')).toMatchObject({
      '2026-11-02 Direct': '4',
      '2026-11-02 Email': '3',
      '2026-11-03 Direct': '6',
      '2026-11-03 Email': '0',
    });
  });

  it('say nothing of a day as a whole, not even of one with a single row', async () => {
    const found = await visitors('--period', 'day', '--by', 'channel');
    expect(found['2026-11-02 total']).toBe('missing_kind');
    expect(found['2026-11-03 total']).toBe('missing_kind');
    expect(await visitors('--period', 'day')).toMatchObject({ '2026-11-03': 'missing_kind' });
  });

  it('say nothing of a longer period, not even of a channel without a row', async () => {
    const found = await visitors('--period', 'all', '--by', 'channel');
    expect(found).toEqual({ 'all Direct': 'missing_kind', 'all Email': 'missing_kind', 'all total': 'missing_kind' });
  });
});

describe('numbers of visitors that a file states by day', () => {
  const daily = join(folder, 'daily.csv');
  writeFileSync(daily, 'date,sessions,visitors\n2026-11-02,5,4\n2026-11-10,7,6\n');

  it('are those of their days, and never of the week of a single one', async () => {
    const of = async (period: string): Promise<string[]> => {
      const { out } = await run([
        'report',
        daily,
        '--kpi',
        'visitors',
        '--format',
        'csv',
        '--all',
        '--period',
        period,
        '--include-partial',
      ]);
      const rows = out
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
      return rows.map((row) => `${row[0]} ${row[6] || row[7]}`);
    };
    expect(await of('day')).toEqual(expect.arrayContaining(['2026-11-02 4', '2026-11-10 6']));
    expect(await of('week')).toEqual(expect.arrayContaining(['2026-W45 missing_kind', '2026-W46 missing_kind']));
  });
});

describe('a session that names no visitor', () => {
  const named = join(folder, 'sessions.csv');
  writeFileSync(
    named,
    [
      'visit_id,started_at,visitor_id,channel,pageviews',
      ...['V1,2026-11-02T12:00:00+01:00,u1,Direct,1', 'V2,2026-11-02T13:00:00+01:00,u2,Email,1'],
      ...['V3,2026-11-03T13:00:00+01:00,0,Direct,1', 'V4,2026-11-03T14:00:00+01:00,u2,Direct,1'],
      'V5,2026-11-04T14:00:00+01:00,,Direct,1',
      '',
    ].join('\n'),
  );

  const of = async (...args: string[]): Promise<Record<string, string>> => {
    const line = ['report', named, '--kpi', 'visitors', '--format', 'csv', '--all', '--timezone', 'Europe/Paris'];
    const { out } = await run([...line, ...args]);
    const rows = out.trimEnd().split('\n').slice(1);
    return Object.fromEntries(rows.map((row) => [row.split(',')[0], row.split(',').slice(6).join()]));
  };

  it.each(['memory', 'duckdb'])('leaves the others counted and the number incomplete (%s)', async (engine) => {
    expect(await of('--period', 'day', '--engine', engine)).toEqual({
      '2026-11-02': '2,,',
      '2026-11-03': '1,,incomplete',
      // Nobody else is known.
      '2026-11-04': ',missing_kind,',
      all: '2,,incomplete',
    });
  });
});
