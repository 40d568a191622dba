import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * One session has many pages, items and audiences, and is in every segment that it fits: 100 sessions saw `Home`, 60 `Cart`, and
 * between 100 and 160 there were. Their sum is no number of sessions.
 */

const exploration = (...lines: string[]): string =>
  table('# ----------', '# Example - GA4', '# Free form 1', '# 20261102-20261103', '# ----------', '', ...lines);
const line = 'report a.csv --timezone Europe/Paris --kpi sessions --all --compare none --period all';
const dimensions = [
  ...['Page title', 'Page location', 'Page referrer', 'Link URL', 'Item name', 'Item category', 'Item category 5'],
  ...['Item ID', 'Item brand', 'Search term', 'Content group', 'Audience name', 'User segment', 'Event name'],
  ...['Titre de la page', "Nom de l'article", "Nom de l'audience", 'Seitentitel', 'Artikelname', 'Ereignisname'],
  ...['Título de página', 'Nombre del artículo', 'Page path and screen class'],
];

describe('a table of sessions', () => {
  it.each(dimensions)('by %s is not added up', async (dimension) => {
    const file = exploration(`Date,${dimension},Sessions`, '20261102,Home,100', '20261102,Cart,60');
    const ran = await kpi(line, { 'a.csv': file });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('one session in several rows');
  });

  it.each(['Segment', 'Comparison', 'Comparaison'])('with a column %s is not added up', async (column) => {
    // All sessions are 100 + 200 = 300; 60 + 150 of them are listed again.
    const file = exploration(
      `${column},Date,Sessions`,
      'All Users,20261102,100',
      'Mobile traffic,20261102,60',
      'All Users,20261103,200',
      'Mobile traffic,20261103,150',
    );
    const ran = await kpi(line, { 'a.csv': file });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('one session is in several of its segments');
  });

  it('by what a session has one of is read', async () => {
    // 100 + 60.
    const file = exploration('Date,Landing page,Sessions', '20261102,/,100', '20261102,/cart,60');
    expect((await told(line, { 'a.csv': file })).row().values.sessions).toBe(160);
  });

  it('of segments that share nothing is read where no tool wrote it', async () => {
    // 40 + 30 sessions of new and of known visitors.
    const file = table('Date,Segment,Sessions', '2026-11-02,new,40', '2026-11-02,known,30');
    expect((await told(line, { 'a.csv': file })).row().values.sessions).toBe(70);
  });
});
