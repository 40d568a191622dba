import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * A shop leaves one tool of web analytics for another. Of visits that two tools count one is read on each day, so all days are there: that
 * the old export ends is no gap, and it cannot be exported again.
 */

const ask = 'report . --timezone Europe/Paris --compare none --kpi sessions,bounce_rate --period week';
const day = (at: number): string => new Date(Date.UTC(2026, 9, 12 + at)).toISOString().slice(0, 10);
const days = (from: number, to: number, row: (date: string) => string): string[] =>
  Array.from({ length: to - from }, (_, at) => row(day(from + at)));
const matomo = (from: number, to: number): string =>
  table(
    'date,nb_uniq_visitors,nb_visits,nb_actions,bounce_count,sum_visit_length',
    ...days(from, to, (date) => `${date},80,100,200,40,6000`),
  );
const ga4 = (from: number, to: number): string =>
  table(
    'Date,Session default channel group,Sessions,Engaged sessions',
    ...days(from, to, (date) => `${date.replaceAll('-', '')},Direct,90,45`),
  );

describe('a shop that changed its analytics tool', () => {
  // Two weeks of Matomo from Monday 12 October, then two of Google Analytics.
  const files = { 'matomo.csv': matomo(0, 14), 'ga4.csv': ga4(14, 28) };

  it('has all visits before and after, and a warning about changes in between', async () => {
    const { row, codes, warnings } = await told(`${ask} --last 4 --strict`, files);
    // 7 × 100, 40 of 100; 7 × 90, 45 of 90.
    expect(row('2026-W43')).toMatchObject({ values: { sessions: 700, bounce_rate: 0.4 }, flags: {} });
    expect(row('2026-W44')).toMatchObject({ values: { sessions: 630, bounce_rate: 0.5 }, flags: {} });
    expect(codes).toEqual(['tool_changed']);
    expect(warnings[0]!.message).toContain('matomo.csv ends on 2026-10-25, and ga4.csv goes on');
  });

  it('lacks the days that neither has, and those after the new one', async () => {
    const hole = await told(`${ask} --last 2`, { ...files, 'ga4.csv': ga4(16, 28) });
    expect(hole.row('2026-W44')).toMatchObject({ values: { sessions: 450 }, flags: { sessions: ['incomplete'] } });
    expect(hole.codes).toContain('stale');
    const early = await told(`${ask} --last 2`, { ...files, 'ga4.csv': ga4(14, 25) });
    expect(early.row('2026-W45').flags.sessions).toContain('incomplete');
    const stale = early.warnings.filter(({ code }) => code === 'stale');
    expect(stale.map(({ file }) => file)).toEqual(['ga4.csv']);
  });

  it('lacks what only the old tool counts, afterwards', async () => {
    const { row } = await told(`${ask.replace('bounce_rate', 'pages_per_session')} --last 4`, files);
    expect(row('2026-W44')).toMatchObject({ values: { pages_per_session: null } });
  });

  it('has not changed it where two reports of one tool follow each other', async () => {
    const above = ['# -----', '# Shop', '# Free form 1', '# 20261026-20261108', '# -----', ''];
    const { row, codes } = await told(`${ask} --last 4 --strict`, {
      'report.csv': ga4(0, 14),
      'exploration.csv': table(...above) + ga4(14, 28),
    });
    expect(row('2026-W43')).toMatchObject({ values: { sessions: 630 }, flags: {} });
    expect(row('2026-W44')).toMatchObject({ values: { sessions: 630 }, flags: {} });
    expect(codes).toEqual([]);
  });

  it('is no shop of two, each with its tool', async () => {
    const ran = await kpi(`${ask.replace(' . ', ' ')} --last 2 --strict`, {
      ...files,
      'kpi.yaml': table('sources:', '  - { path: matomo.csv, store: fr }', '  - { path: ga4.csv, store: de }'),
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('matomo.csv ends on 2026-10-25');
  });
});
