import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../../src/core/text.ts';
import { renderJson } from '../../../src/documents/report/report-json.ts';
import { reportSchema, schemas } from '../../../src/documents/report/report-schema.ts';
import { code, figure, file, kpi, missing, report, row } from './kit.ts';

const compared = (base: ReturnType<typeof figure>) => ({
  period: '2025-W45',
  changes: [{ base, absolute: missing('insufficient_history'), relative: missing('insufficient_history') }],
});

const full = report({
  dimensions: ['channel', 'country'],
  kpis: [kpi('a', { unit: 'ratio' })],
  rows: [
    row([figure('1.5', 'low_sample')], {
      dimensions: { channel: 'Direct', country: 'FR' },
      compare: { year: compared(figure('2')) },
    }),
    row([code('healthy')], { from: '2026-11-02T00', to: '2026-11-02T13' }),
    row([missing('not_reached')], { period: 'all' }),
  ],
  files: [file('a.csv', { first: null, last: null, counts: { unbalanced: 1 } })],
  warnings: [{ code: 'stale', message: sameInAll('a'), file: 'a.csv' }],
});

const changed = (change: (json: ReturnType<typeof JSON.parse>) => void): unknown => {
  const json = JSON.parse(renderJson(full));
  change(json);
  return json;
};

describe('the schema of the JSON report', () => {
  it('describes what is printed', () => {
    expect(reportSchema.parse(JSON.parse(renderJson(full)))).toEqual(JSON.parse(renderJson(full)));
    expect(() => reportSchema.parse(JSON.parse(renderJson(report({ from: null, to: null }))))).not.toThrow();
  });

  it.each<[string, (json: ReturnType<typeof JSON.parse>) => void]>([
    ['an unknown key', (json) => (json.more = 1)],
    ['an unknown mark', (json) => (json.rows[0].flags.a = ['odd'])],
    ['an unknown reason', (json) => (json.rows[2].nulls.a = 'odd')],
    ['an unknown dimension', (json) => (json.rows[0].dimensions.planet = 'Mars')],
    ['another version', (json) => (json.schema = 'kpi-report/2')],
    ['a missing key', (json) => delete json.quality],
  ])('refuses %s', (_, change) => {
    expect(reportSchema.safeParse(changed(change)).success).toBe(false);
  });

  it.each(schemas)('is shipped as $path; else run npm run gen', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text());
  });
});
