import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, wordsOf } from '../support/run.ts';
import { folderWith, table } from './kit.ts';

/* A check compares with a report that nobody has saved: the command in the message writes what the check needs, where it looks for it. */

const files = {
  "l'été/o.csv": table(
    'order_id,ordered_at,gross_sales,country',
    '1,2026-10-01,10,FR',
    '2,2026-10-31,20,FR',
    '3,2026-11-01,30,DE',
    '4,2026-11-30,40,FR',
  ),
  'conf/kpi.yaml': table(
    'timezone: Europe/Paris',
    'currency: EUR',
    'checks:',
    '  - { kpi: gross_sales, by: country, period: month, vs: "saved reports/usual.json", must: ">= -10%" }',
    '  - { kpi: orders, by: country, period: month, vs: "saved reports/usual.json", must: ">= -10%" }',
  ),
};
const check = ['check', "l'été", '--config', 'conf/kpi.yaml', '--as-of', '2026-12-01'];

describe('a saved report that is not there', () => {
  it('is written by the command that the message says', async () => {
    const cwd = folderWith(files);
    const missing = await run(check, { cwd });
    expect(missing.code).toBe(2);
    const command = /Write it: kpi (.*)/.exec(missing.err)![1]!;
    expect(command).toBe(
      "report 'l'\\''été' --config conf/kpi.yaml --kpi gross_sales,orders --period month --by country --out 'conf/saved reports/usual.json'",
    );
    const words = wordsOf(command.replace("'l'\\''été'", 'FOLDER').replace("'conf/saved reports/usual.json'", 'OUT'));
    const typed = words.map((word) =>
      word === 'FOLDER' ? "l'été" : word === 'OUT' ? 'conf/saved reports/usual.json' : word,
    );
    const written = await run([...typed, '--as-of', '2026-12-01'], { cwd });
    expect(written.code, written.err).toBe(0);
    expect(existsSync(join(cwd, 'conf/saved reports/usual.json'))).toBe(true);
    // The same month against itself: 40 and 30 have not changed.
    const found = await run(check, { cwd });
    expect(found.code, found.err + found.out).toBe(0);
    expect(found.out).toContain('4 passed');
  });

  it('is written in the place of one that was cut off', async () => {
    const out = 'conf/saved reports/usual.json';
    const cwd = folderWith({ ...files, [out]: '{ "schema": "kpi-report/1"' });
    const broken = await run(check, { cwd });
    expect(broken.code).toBe(2);
    const [, command = ''] = /Write one: kpi (.*)/.exec(broken.err) ?? [];
    expect(command).toContain(
      "--kpi gross_sales,orders --period month --by country --out 'conf/saved reports/usual.json'",
    );
    const line = command.replace("'l'\\''été'", 'FOLDER').replace(`'${out}'`, 'OUT');
    const typed = wordsOf(line).map((word) => (word === 'FOLDER' ? "l'été" : word === 'OUT' ? out : word));
    const written = await run([...typed, '--as-of', '2026-12-01'], { cwd });
    expect(written.code, written.err).toBe(0);
    expect((await run(check, { cwd })).out).toContain('4 passed');
  });

  it('is written again where it lacks a KPI', async () => {
    const cwd = folderWith(files);
    const words =
      'report FOLDER --config conf/kpi.yaml --kpi orders --period month --by country --out OUT --as-of 2026-12-01';
    const out = 'conf/saved reports/usual.json';
    await run(
      wordsOf(words).map((word) => (word === 'FOLDER' ? "l'été" : word === 'OUT' ? out : word)),
      { cwd },
    );
    const { err } = await run([...check, '--lang', 'fr'], { cwd });
    expect(err).toContain('Écrivez-le à nouveau\u00a0: kpi report');
    expect(err).toContain('--kpi gross_sales,orders --period month --by country');
  });
});
