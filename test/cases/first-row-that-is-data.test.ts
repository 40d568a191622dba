import { describe, expect, it } from 'vitest';
import { type Files, folderWith, kpi, lastWeek, table } from './kit.ts';

/*
 * A file without a header: its first row is a customer. Nothing of it stands in any output.
 */

const visits = table('date,source,sessions', '2026-11-02,google,90', '2026-11-08,google,40');
const headless: Readonly<Record<string, string>> = {
  'an e-mail': table(
    '#71,rose.martin@example.com,paid,2026-11-03 10:00:00 +0100,12.00',
    '#72,quentin@example.com,paid,2026-11-04 10:00:00 +0100,13.00',
  ),
  'a date and an amount': table('Rose Martin;open;03.11.2026;12,00', 'Quentin Tester;open;04.11.2026;13,00'),
  'a phone number': table('Rose Martin,+33 612345678,Lyon', 'Quentin Tester,+49 1701234567,Ulm'),
  'a word that stands below it again': table(
    'Rose Martin,rue du Port,paid',
    'Quentin Tester,Hafenweg,paid',
    'Ann Smith,Quay Lane,paid',
  ),
};
const secrets = /rose|martin|quentin|612345678|rue du port|12[.,]00|smith/i;

describe('a first row that is data', () => {
  for (const [what, content] of Object.entries(headless)) {
    const files: Files = { 'in/people.csv': content, 'in/visits.csv': visits };

    it(`is told by ${what}, and not printed`, async () => {
      const { code, err } = await kpi(`report in/people.csv ${lastWeek}`, files);
      expect(code).toBe(2);
      expect(err).toContain('the first row seems to be data, not column names');
      expect(err).not.toMatch(secrets);
    });

    it(`stands in no output of a folder (${what})`, async () => {
      const folder = folderWith(files);
      for (const line of [
        `report in ${lastWeek} --format json`,
        `report in ${lastWeek} --format html`,
        `report in ${lastWeek} --format markdown`,
        `report in ${lastWeek} --lang fr`,
        'inspect in --timezone Europe/Paris --verbose',
        'inspect in/people.csv --timezone Europe/Paris',
        'init in --timezone Europe/Paris --out -',
        `report in ${lastWeek} --strict`,
        `normalize in --timezone Europe/Paris --out records`,
      ]) {
        const { out, err } = await kpi(line, folder);
        expect(`${out}${err}`, line).not.toMatch(secrets);
        expect(`${out}${err}`, line).toContain('people.csv');
      }
    });
  }

  it('is not printed where the configuration calls it a format or maps a column of it', async () => {
    const folder = folderWith({
      'people.csv': headless['an e-mail']!,
      'kpi.yaml': 'timezone: Europe/Paris\nsources: [{ path: people.csv, format: shopify-orders }]\n',
      'mapped.yaml': 'timezone: Europe/Paris\nsources: [{ path: people.csv, columns: { order_id: rose } }]\n',
    });
    for (const line of ['report', 'report --config mapped.yaml']) {
      const { code, err } = await kpi(line, folder);
      expect(code).toBe(2);
      expect(err).not.toMatch(/example\.com/);
    }
  });

  it('may be the names of JSON objects', async () => {
    const { code, err } = await kpi(`report people.json ${lastWeek}`, {
      'people.json': JSON.stringify([{ 'rose.martin@example.com': 3, name: 'x' }]),
    });
    expect(code).toBe(2);
    expect(err).not.toMatch(secrets);
  });
});

describe('a header is still named', () => {
  it.each([
    ['words', 'name,age', 'ann,30'],
    ['words with small numbers', 'line 1,address2,q3 result', 'a,b,c'],
  ])('%s', async (_, header, row) => {
    const { err } = await kpi(`report people.csv ${lastWeek}`, { 'people.csv': table(header, row) });
    expect(err).toContain(header.split(',')[0]);
  });

  it('but for a name that holds an address', async () => {
    const { err } = await kpi(`report export.csv ${lastWeek}`, {
      'export.csv': table('name,sent to rose.martin@example.com', 'a,b'),
    });
    expect(err).not.toMatch(secrets);
  });
});
