import { describe, expect, it } from 'vitest';
import { daysBetween, orders } from './days-kit.ts';
import { type Files, folderWith, kpi, table } from './kit.ts';

/*
 * Records do not tell which days their files covered: read back, a month that nobody exported is a month of 0. Who writes them must know.
 */

const line = 'normalize in --timezone Europe/Paris --out records';
const spend = (platform: string, last: string): string =>
  table('date,platform,cost', ...daysBetween('2026-11-02', last).map((day) => `${day},${platform},10`));
const err = async (files: Files, more = ''): Promise<string> => (await kpi(`${line}${more}`, folderWith(files))).err;

const hole = {
  'in/a.csv': orders(daysBetween('2026-08-01', '2026-08-31')),
  'in/b.csv': orders(daysBetween('2026-10-01', '2026-10-31')),
};
const ends = { 'in/google.csv': spend('Google', '2026-11-08'), 'in/meta.csv': spend('Meta', '2026-11-05') };

describe('records of files with a hole', () => {
  it('are written with a warning of the days', async () => {
    const said = await err(hole);
    expect(said).toContain('order records lack days that no file of their source has: 2026-09-01 to 2026-09-30;');
    expect(said).toContain('read back these days count as 0');
    expect(said).toContain('62 records');
  });

  it('are warned of in French', async () => {
    expect(await err(hole, ' --lang fr')).toContain(
      "qu'aucun fichier de leur source ne couvre\u00a0: 2026-09-01 au 2026-09-30",
    );
  });

  it('are an error under --strict, and none is written', async () => {
    const ran = await kpi(`${line} --strict`, folderWith(hole));
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('order records lack days')]);
  });

  it('are warned of where one source ends before another', async () => {
    expect(await err(ends)).toContain(
      'spend records lack days that no file of their source has: in/meta.csv ends on 2026-11-05;',
    );
  });
});

describe('records of files without a hole', () => {
  it.each<[string, Files]>([
    ['one file', { 'in/a.csv': hole['in/a.csv'] }],
    ['months that follow each other', { ...hole, 'in/m.csv': orders(daysBetween('2026-09-01', '2026-09-30')) }],
    ['kinds that end on other days', { 'in/a.csv': hole['in/a.csv'], 'in/google.csv': ends['in/google.csv'] }],
    [
      'a shop that sells once a week',
      { 'in/a.csv': orders(['2026-10-05', '2026-10-12', '2026-10-19']), 'in/b.csv': orders(['2026-10-26']) },
    ],
  ])('are written without a word: %s', async (_, files) => {
    expect(await err(files, ' --strict')).not.toContain('lack days');
  });
});
