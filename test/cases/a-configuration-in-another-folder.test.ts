import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, folderWith, kpi, table } from './kit.ts';

/*
 * Paths in kpi.yaml are relative to it. Where it is in another folder than the run, lines to be written into it name files as they are
 * found from there: else they would have no effect, without a word.
 */

const start = 'timezone: Europe/Paris\ncurrency: EUR\n';
const line = 'report "my files" --config conf/kpi.yaml --all --period all --compare none';

/** What a run says, and the same after the lines that it says are written into the configuration. */
async function followed(files: Files, kpis: string, lines: (err: string) => string) {
  const folder = folderWith({ 'conf/kpi.yaml': start, ...files });
  const before = await kpi(`${line} --kpi ${kpis}`, folder);
  writeFileSync(join(folder, 'conf/kpi.yaml'), start + lines(before.err));
  const after = await kpi(`${line} --kpi ${kpis} --format json`, folder);
  expect(after.code, `${before.err}${readFileSync(join(folder, 'conf/kpi.yaml'), 'utf8')}${after.err}`).toBe(0);
  const { rows } = JSON.parse(after.out) as { rows: { values: Record<string, number> }[] };
  return { before, after, values: rows.at(-1)!.values };
}

/** The block of lines under an error. */
const block = (err: string): string => {
  const lines = err.split('\n');
  return lines
    .slice(lines.findIndex((one) => one.trim() === 'sources:'))
    .map((one) => one.slice(4))
    .join('\n');
};
/** The line in a warning. */
const inLine = (err: string): string => `${/sources: \[.*\}\]/.exec(err)?.[0]}\n`;

describe('lines for a configuration in another folder', () => {
  it('give dates their order', async () => {
    const orders = table('order_id,ordered_at,gross_sales', '1,02/03/2026,10', '2,05/03/2026,20');
    const { before, values } = await followed({ 'my files/o.csv': orders }, 'gross_sales', block);
    expect(before.code).toBe(2);
    expect(before.err).toContain('    - path: ../my files/o.csv');
    expect(values).toEqual({ gross_sales: 30 });
  });

  it('give scores their scale', async () => {
    const answers = table('answered_at,type,score', '2026-11-02,csat,3', '2026-11-03,csat,4');
    const { before, after, values } = await followed({ 'my files/a.csv': answers }, 'csat', inLine);
    expect(before.err).toContain('scale_by_values');
    expect(after.err).not.toContain('scale_by_values');
    expect(values).toEqual({ csat: 0.5 });
  });

  it('give two shops their names', async () => {
    const orders = (mail: string) =>
      table('order_id,ordered_at,customer_email,gross_sales', `1,2026-11-02,${mail},10`, `2,2026-11-03,${mail},20`);
    const files = { 'my files/paris.csv': orders('a@example.com'), 'my files/lyon.csv': orders('b@example.com') };
    const { before, after, values } = await followed(files, 'gross_sales', inLine);
    expect(before.err).toContain('path: "../my files/paris.csv"');
    expect(after.err).toBe('');
    expect(values).toEqual({ gross_sales: 60 });
  });

  it('name files as they are where the configuration is in the folder of the run', async () => {
    const answers = table('answered_at,type,score', '2026-11-02,csat,3', '2026-11-03,csat,4');
    const { err } = await kpi('report a.csv --kpi csat', { 'a.csv': answers, 'kpi.yaml': start });
    expect(err).toContain('sources: [{ path: a.csv, set: { scale: 5 } }]');
  });
});
