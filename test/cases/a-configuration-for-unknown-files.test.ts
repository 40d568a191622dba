import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * The configuration is where one says what a file is that nobody knows. So `kpi init` writes it with the lines that would say it, to be
 * looked over, instead of refusing to write any.
 */

const social = table('Date,Likes,Reach,Comments', '2026-11-02,10,100,3', '2026-11-08,12,300,4');
const orders = table('order_id,ordered_at,gross_sales', '1,2026-11-02,10', '2026,2026-11-08,10');
const textOf = (folder: string): string => readFileSync(join(folder, 'kpi.yaml'), 'utf8');

describe('init', () => {
  it.each([
    ['en', '…'],
    ['fr', '…'],
  ])('of a file of no known format writes its lines as comments (%s)', async (lang, open) => {
    const folder = folderWith({ 's.csv': social });
    const ran = await kpi(`init s.csv --timezone Europe/Paris --currency EUR --lang ${lang}`, folder);
    expect([ran.code, ran.err]).toMatchObject([0, expect.stringContaining('s.csv')]);
    expect(ran.err).toContain('[not_recognised]');
    const text = textOf(folder);
    expect(parse(text)).toMatchObject({ timezone: 'Europe/Paris', currency: 'EUR' });
    expect(text).toContain(`set: { network: "${open}" }`);
    // With its marks taken away and its value filled in it is read.
    const at = text.indexOf('#sources:');
    const end = text.indexOf('\n\n', at);
    const entry = text
      .slice(at, end)
      .replace(/^( *)#(?! \S)/gm, '$1')
      .replace('"…"', 'instagram');
    const filled = { 's.csv': social, 'kpi.yaml': text.slice(0, at) + entry + text.slice(end) };
    const { row } = await told('report --last 1 --kpi engagements,engagement_rate', filled);
    expect(row().values).toEqual({ engagements: null, engagement_rate: null });
    const reach = await kpi('inspect', folderWith(filled));
    expect([reach.code, reach.out]).toMatchObject([0, expect.stringContaining('reach')]);
  });

  it('beside files that are known writes both, seen from where the configuration stands', async () => {
    const folder = folderWith({ 'in/s.csv': social, 'in/o.csv': orders });
    const named = await kpi('init in/s.csv in/o.csv --timezone Europe/Paris --currency EUR', folder);
    expect(named.code).toBe(0);
    expect((parse(textOf(folder)) as { sources: unknown }).sources).toEqual([{ path: 'in/o.csv' }]);
    expect(textOf(folder)).toContain('  #- path: in/s.csv\n  #  kind: social\n');
    const found = await kpi('init in --timezone Europe/Paris --currency EUR --out in/kpi.yaml', folder);
    expect(found.code).toBe(0);
    const text = readFileSync(join(folder, 'in/kpi.yaml'), 'utf8');
    expect(parse(text)).toMatchObject({ sources: [{ path: './' }] });
    expect(text).toContain('  #- path: s.csv\n');
  });

  it('of a folder without any known file writes them as well', async () => {
    const folder = folderWith({ 'in/s.csv': social, 'in/notes.csv': 'a\n1\n' });
    expect((await kpi('init in --timezone Europe/Paris', folder)).code).toBe(0);
    expect(textOf(folder)).toContain('  #- path: in/s.csv\n');
    expect(parse(textOf(folder))).toEqual({ timezone: 'Europe/Paris' });
  });

  it('of what nothing can be said refuses as before', async () => {
    const folder = folderWith({ 'x.csv': table('Ref,Datum,Summe,Mail', 'A1,2026-11-02,10.00,a@example.com') });
    const { code, err } = await kpi('init x.csv', folder);
    expect([code, err]).toMatchObject([2, expect.stringContaining('No format is close')]);
  });
});
