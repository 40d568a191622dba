import { describe, expect, it } from 'vitest';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * A report without the lines above it, or a card of an ads account: nothing tells which days it is about. They are asked for.
 */

/** A report of Google Analytics whose lines with the period are gone. */
const sources = `# ----\n# Traffic acquisition\n# ----\n${table(
  'Session source / medium,Sessions,Engaged sessions',
  'google / organic,70,40',
  'google / cpc,30,10',
)}`;

describe('kpi init for a table without dates', () => {
  it('writes its entry with the two days as comments; with them the figures are right', async () => {
    const folder = folderWith({ 'sources.csv': sources });
    const { code, out, err } = await kpi('init sources.csv --timezone Europe/Paris --out -', folder);
    expect(code, err).toBe(0);
    expect(err).toContain('sources.csv has no dates');
    expect(out).toContain('    #from: 2026-03-01');
    const said = out.replace('#from: 2026-03-01', 'from: 2026-11-02').replace('#to: 2026-03-31', 'to: 2026-11-08');
    const { row } = await told('report --last 1 --kpi sessions --compare none', {
      'sources.csv': sources,
      'kpi.yaml': said,
    });
    expect(row().values.sessions).toBe(100);
  });

  it('does so in French, and beside files that have dates', async () => {
    const { code, out } = await kpi('init . --timezone Europe/Paris --out - --lang fr', {
      'sources.csv': sources,
      'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,10'),
    });
    expect(code).toBe(0);
    expect(out).toContain("#from: 2026-03-01 # le tableau n'a pas de dates");
    expect(out).toContain('orders.csv');
  });
});

describe('kpi report for a table without dates', () => {
  it('asks for the two days, not for a column', async () => {
    const { code, err } = await kpi('report sources.csv --timezone Europe/Paris', { 'sources.csv': sources });
    expect(code).toBe(2);
    expect(err).toContain('from: ');
    expect(err).toContain('to: ');
    expect(err).not.toContain('columns:');
  });
});
