import { describe, expect, it } from 'vitest';
import { kpi, type Told, table, told } from './kit.ts';

/* Of weekly exports, the days of the first of a month can be read in two orders. Files beside them prove in which. */

const all = '--all --period month --include-partial --kpi sessions --timezone Europe/Paris --as-of 2026-11-29';
const week = (...days: readonly string[]): string =>
  table('date,channel,sessions', ...days.map((day, at) => `${day},Email,${10 ** at}`));

/** What is said of the order of dates: other warnings are about gaps. */
const saidOf = (warnings: Told['warnings']): string[] =>
  warnings.flatMap(({ code, message }) => (code === 'dates_as_beside' ? [message] : []));

/** 1 on 2 November or 11 February, 10 on 3 November or 11 March. */
const open = week('02/11/2026', '03/11/2026');
const dayFirst = week('13/11/2026', '14/11/2026', '15/11/2026');
const monthFirst = week('11/25/2026');

describe('dates that can be read in two orders', () => {
  it('are read as a file of the same columns proves, which is said once', async () => {
    const files = { 'a.csv': open, 'b.csv': dayFirst, 'c.csv': week('05/11/2026') };
    const { row, warnings } = await told(`report a.csv b.csv c.csv ${all}`, files);
    // 1 + 10, 1 + 10 + 100, 1.
    expect(row('2026-11').values).toEqual({ sessions: 123 });
    expect(saidOf(warnings)).toEqual([
      'a.csv: dates such as "02/11/2026" in column "date" (and those of 1 other file) are read day first, as b.csv proves, which has the same columns. To say so in kpi.yaml: sources: [{ path: a.csv, date_order: dmy }]',
    ]);
  });

  it('may be month first, in French as well', async () => {
    const files = { 'a.csv': open, 'b.csv': monthFirst };
    const { row } = await told(`report a.csv b.csv ${all}`, files);
    const months = ['2026-02', '2026-03', '2026-11'].map((month) => row(month).values.sessions);
    expect(months).toEqual([1, 10, 1]);
    const { err } = await kpi(`report a.csv b.csv ${all} --lang fr --format csv`, files);
    expect(err).toContain(
      'a.csv\u00a0: les dates comme «\u00a002/11/2026\u00a0» de la colonne «\u00a0date\u00a0» se lisent mois/jour, comme le prouve b.csv, qui a les mêmes colonnes. Pour le dire dans kpi.yaml\u00a0: sources: [{ path: a.csv, date_order: mdy }]',
    );
  });

  it('raise no question once the configuration says what the warning tells to write', async () => {
    const config = 'sources: [{ path: a.csv, date_order: dmy }]\n';
    const { row, warnings } = await told(`report a.csv b.csv ${all}`, {
      'a.csv': open,
      'b.csv': dayFirst,
      'kpi.yaml': config,
    });
    expect(row('2026-11').values).toEqual({ sessions: 122 });
    expect(saidOf(warnings)).toEqual([]);
  });

  it.each([
    ['files beside it disagree', { 'b.csv': dayFirst, 'c.csv': monthFirst }],
    ['no other file proves it', { 'b.csv': week('04/11/2026') }],
    ['another has other columns', { 'b.csv': table('date,channel,sessions,purchases', '13/11/2026,Email,5,1') }],
    ['another is of another folder', { 'old/b.csv': dayFirst }],
    ['another is of another kind', { 'b.csv': table('date,channel,cost', '13/11/2026,Email,5') }],
    ['another proves it in another column', { 'b.csv': table('date,channel,sessions', '2026-11-13,Email,5') }],
  ])('are an error where %s', async (_, others) => {
    const files: Record<string, string> = { 'a.csv': open, ...others };
    const { code, err } = await kpi(`report ${Object.keys(files).join(' ')} ${all}`, files);
    expect(code).toBe(2);
    expect(err).toContain(
      'a.csv: the dates of column "date", such as "02/11/2026", can be read day first or month first',
    );
  });

  it('are an error of --strict', async () => {
    const files = { 'a.csv': open, 'b.csv': dayFirst };
    const { code, err } = await kpi(`report a.csv b.csv ${all} --strict`, files);
    expect(code).toBe(2);
    expect(err).toContain('are read day first, as b.csv proves');
  });
});
