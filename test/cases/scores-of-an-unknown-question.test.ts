import { describe, expect, it } from 'vitest';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * A list of scores made by hand: whether they answer the question of recommendation or of satisfaction is in the name of the column,
 * in scores that only one of the two has, or known to the shop alone.
 */

const scores = (name: string, ...given: readonly number[]): string =>
  table(`Date;${name};Commentaire`, ...given.map((score, i) => `2026-11-${String(i + 2).padStart(2, '0')};${score};x`));
const advised = async (csv: string, lang = 'en'): Promise<string> =>
  (await kpi(`report s.csv --lang ${lang}`, { 's.csv': csv })).err;

describe('lines for a list of scores', () => {
  it.each([
    ['Score NPS', [10, 9, 3], 'nps'],
    // One of them is a slip of the pen: the question remains.
    ['Score NPS', [10, 9, 11], 'nps'],
    ['Recommendation rating', [10, 9, 0], 'nps'],
    ['Note', [5, 4, 1], 'csat'],
    ['Note', [7, 4, 1], 'csat'],
    ['Note de satisfaction', [10, 9, 0], 'csat'],
    ['Note', [100, 80, 0], 'csat'],
  ])('%s of %j is %s', async (name, given, type) => {
    expect(await advised(scores(name, ...given))).toContain(`set: { type: ${type} }`);
  });

  it('leave the question open where nothing tells it', async () => {
    const csv = scores('Note', 10, 9, 6, 0, 8);
    expect(await advised(csv)).toContain('set: { type: "…" }   # nps or csat, in place of …');
    expect(await advised(csv, 'fr')).toContain('set: { type: "…" }   # nps ou csat, à la place de …');
    const report = async (type: string) =>
      told('report --all --period all --compare none --kpi nps,csat', {
        's.csv': csv,
        'kpi.yaml': `timezone: Europe/Paris\nsources: [{ path: s.csv, kind: survey, set: { type: ${type} }, columns: { answered_at: Date, score: Note } }]\n`,
      });
    // Promoters 10 and 9, detractors 6 and 0, of 5 answers; at least 8 of 10 are 3 of 5.
    expect((await report('nps')).row().values.nps).toBe(0);
    expect((await report('csat')).row().values.csat).toBe(0.6);
  });

  it('are not read with the question left open', async () => {
    const folder = folderWith({
      's.csv': scores('Note', 10, 9, 6, 0, 8),
      'kpi.yaml':
        'timezone: Europe/Paris\nsources: [{ path: s.csv, kind: survey, set: { type: "…" }, columns: { answered_at: Date, score: Note } }]\n',
    });
    expect((await kpi('report --all', folder)).code).toBe(2);
  });
});
