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
});
