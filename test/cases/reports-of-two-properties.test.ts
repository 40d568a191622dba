import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A shop in two countries has two properties of web analytics. Their reports have the same columns and the same names of files
 * (`download.csv`, `download (1).csv`), as two downloads of one have. Only a line above the table says whose sessions they are.
 */

const ask = `report . ${lastWeek} --compare none --kpi sessions`;
const report = (property: string, ...rows: string[]): string =>
  table(
    '# ----------------------------------------',
    '# Traffic acquisition: Session primary channel group (Default Channel Group)',
    '# Account: Example',
    `# Property: ${property}`,
    '# ----------------------------------------',
    '# All Users',
    '# Start date: 20261102',
    '# End date: 20261108',
    'Session primary channel group (Default Channel Group),Date,Sessions,Engaged sessions',
    ...rows,
  );
const fr = report('Shop FR', 'Direct,20261102,100,50', 'Direct,20261108,110,55');
const de = report('Shop DE', 'Direct,20261102,100,50', 'Direct,20261108,111,60');

describe('reports of two properties', () => {
  it('are no two downloads of one, whatever the files are called', async () => {
    for (const names of [
      ['download.csv', 'download (1).csv'],
      ['fr.csv', 'de.csv'],
    ] as const) {
      const ran = await kpi(ask, { [names[0]]: fr, [names[1]]: de });
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('the names of two properties above them');
    }
  });

  it('both count with the line of the message', async () => {
    const files = { 'fr.csv': fr, 'de.csv': de };
    const { err } = await kpi(ask, files);
    const line = /sources: .*/.exec(err)![0];
    // 100 + 110 + 100 + 111.
    const { row } = await told(ask.replace(' . ', ' '), { ...files, 'kpi.yaml': `${line}\n` });
    expect(row().values).toEqual({ sessions: 421 });
  });

  it('are of one that was renamed where both have the same store', async () => {
    const { row } = await told(ask.replace(' . ', ' '), {
      'download.csv': fr,
      'download (1).csv': de,
      'kpi.yaml': table('sources:', '  - { path: "*.csv", store: shop }'),
    });
    expect(row().values).toEqual({ sessions: 211 });
  });

  it('replace each other where the names are the same, or one names none', async () => {
    const again = report('Shop FR', 'Direct,20261102,100,50', 'Direct,20261108,112,60');
    const bare = table('Session primary channel group,Date,Sessions,Engaged sessions', 'Direct,20261108,113,60');
    const { row } = await told(ask, { 'download.csv': fr, 'download (1).csv': again });
    expect(row().values).toEqual({ sessions: 212 });
    const other = await told(ask, { 'download.csv': fr, 'download (1).csv': bare });
    expect(other.row().values).toEqual({ sessions: 213 });
  });

  it('are known by the first line above an exploration, too', async () => {
    const exploration = (property: string, sessions: number): string =>
      table(
        '# ----------------------------------------',
        `# ${property}`,
        '# My exploration-Free form 1',
        '# 20261102-20261108',
        '# ----------------------------------------',
        '',
        'Date,Session source / medium,Sessions,Engaged sessions',
        `20261102,google / organic,${sessions},50`,
      );
    const ran = await kpi(ask, { 'download.csv': exploration('FR', 100), 'download (1).csv': exploration('DE', 101) });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('the names of two properties above them');
  });

  it('of which one goes on where the other ends are asked about, and hold what the advice says', async () => {
    const before = report('Shop FR', 'Direct,20261026,100,50', 'Direct,20261101,110,55');
    const files = {
      'fr.csv': before.replace('20261102', '20261026').replace('20261108', '20261101'),
      'de.csv': report('Shop DE', 'Direct,20261102,100,50', 'Direct,20261108,110,55'),
    };
    const weeks = ask.replace('--last 1', '--last 2').replace('--compare none', '--compare previous');
    const one = await told(weeks, files);
    expect(one.codes).toEqual(['property_changed']);
    const { message } = one.warnings[0]!;
    expect(message).toContain('fr.csv ("shop fr") ends on 2026-11-01, and de.csv ("shop de") goes on');
    // Two shops: neither has both weeks, so no change is known.
    const line = /sources: \[.*?\]/.exec(message)![0];
    const two = await told(weeks.replace(' . ', ' '), { ...files, 'kpi.yaml': `${line}\n` });
    expect(two.row('2026-W45').values).toEqual({ sessions: 210 });
    expect(two.row('2026-W45').flags.sessions).toContain('incomplete');
    expect(two.row('2026-W45').compare!.previous!.nulls).toEqual({ sessions: 'incomplete_base' });
    expect(two.codes).toEqual(['stale']);
    // One that was renamed: both weeks are whole.
    const same = table('sources:', '  - { path: "*.csv", store: shop }');
    const renamed = await told(`${weeks.replace(' . ', ' ')} --strict`, { ...files, 'kpi.yaml': same });
    expect(renamed.row('2026-W45').compare!.previous!.change_pct).toEqual({ sessions: 0 });
    expect(renamed.codes).toEqual([]);
  });
});
