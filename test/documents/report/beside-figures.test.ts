import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportRow } from '../../../src/documents/report/report-model.ts';
import { reportSchema } from '../../../src/documents/report/report-schema.ts';
import { renderTable } from '../../../src/documents/report/report-table.ts';
import { noPaint } from '../../../src/page/paint.ts';
import { root, run } from '../../support/run.ts';
import { figure, kpi, missing, over, report, row } from './kit.ts';

/* What stands beside figures, in every format: season, 28-day mean, benchmark, and the event that a period was compared by. */

const line = '--config fixtures/two-years/kpi.yaml --as-of 2026-11-22 --kpi net_sales,conversion_rate,ltv_cac_rating';

async function printed(more: string): Promise<string> {
  const { code, out, err } = await run(`report ${line} ${more}`.split(' '));
  expect(code, err).toBe(0);
  return out;
}

describe('the JSON report', () => {
  it.each(['season-json', 'events-json'])('of the golden case %s keeps to its schema', (name) => {
    const json: unknown = JSON.parse(readFileSync(join(root, 'test/golden', name, 'stdout'), 'utf8'));
    expect(reportSchema.safeParse(json).error).toBeUndefined();
  });

  it('has none of it unasked', async () => {
    const text = await printed('--period month --last 1 --compare year --format json');
    expect(text).not.toMatch(/"(season|mean_28d|benchmarks|event)"/);
    expect(await printed('--period month --last 1 --format csv')).toMatch(/,value,null_reason,flags\n/);
  });
});

describe('the page', () => {
  const numbers = (text: string, id: string): string => {
    const [, table = ''] = text.split(`<table class=d data-kpi="${id}">`);
    return table.slice(0, table.indexOf('</table>'));
  };

  it.each([
    ['en', 'index', 'adj.', '28 d', 'Benchmark', 'quoted by'],
    ['fr', 'indice', 'CVS', '28 j', 'Repère', 'cité par'],
  ])('shows it in words of %s', async (lang, ...words) => {
    const text = await printed(`--period month --last 2 --compare season,mean,benchmark --format html --lang ${lang}`);
    for (const word of words) expect(text).toContain(word);
    const sales = numbers(text, 'net_sales');
    // The same decimals as in the JSON report: index, adjusted figure, mean.
    for (const value of ['1.15949943117', '1293.66169545', '40.1785714286']) expect(sales).toContain(`data-v=${value}`);
    expect(text).toContain('href="https://instasupport.io/benchmarks/shopify-conversion-rate-benchmarks"');
    // The rating is a word with its sign.
    expect(text).toContain(lang === 'en' ? '✓ healthy' : '✓ sain');
  });

  it('names the event that chose what a week is compared with', async () => {
    const text = await printed('--from 2026-03-30 --to 2026-04-05 --compare year --format html --lang en');
    expect(text).toContain('since 2025-W16 (Easter 2025-04-20)');
    expect(text).toContain('2026-W14: compared with 2025-W16 by the event Easter 2025-04-20');
  });

  it('lets no name of an event be markup', async () => {
    const text = await printed('--from 2026-03-30 --to 2026-04-05 --compare year --format html --lang en');
    expect(text).not.toContain('<script');
    const { renderHtml } = await import('../../../src/documents/report/report-html.ts');
    const event = { name: '<img src=x>', from: '2025-04-20', to: '2025-04-20' };
    const changes = [{ base: figure('1'), absolute: figure('1'), relative: figure('1') }];
    const shown = report({
      kpis: [kpi('net_sales')],
      rows: [row([figure('2')], { compare: { year: { period: '2025-W16', event, changes } } })],
    });
    expect(renderHtml(shown, { lang: 'en', locale: 'en-US' })).not.toContain('<img');
  });
});

describe('the table', () => {
  const table = (rows: readonly ReportRow[], width = 80): string =>
    renderTable(
      report({ grain: 'month', kpis: [kpi('net_sales', { additive: true }), kpi('rate', { unit: 'ratio' })], rows }),
      {
        width,
        paint: noPaint,
        lang: 'en',
        locale: 'en',
      },
    );
  const season = (index: string) => ({ index: figure(index), adjusted: figure('100') });

  it('says why there is no index', () => {
    const none = { index: missing('insufficient_history'), adjusted: missing('insufficient_history') };
    const text = table([row([figure('120'), figure('0.5')], { period: '2026-10', season: [none, season('1.2')] })]);
    expect(text).toMatch(/net_sales +€120\.00 +–¹ +–¹\n/);
    expect(text).toMatch(/rate +50\.00% ×1\.20 10,000\.00%\n/);
    expect(text).toContain('–¹     the files do not go back far enough');
  });

  it('shows an index where the figure itself is not known', () => {
    const rows = [
      row([missing('zero_denominator'), figure('0.5')], { period: '2026-10', season: [season('1.2'), season('1')] }),
    ];
    expect(table(rows)).toMatch(/net_sales +–¹ +×1\.20 +€100\.00\n/);
  });

  it('shows the mean of what adds up by the day, and no other', () => {
    const mean28d = [over('100', '28'), over('1', '3')].map((value) => ({ value, marks: [] }));
    const text = table([row([figure('120'), figure('0.5')], { period: '2026-10', mean28d })]);
    expect(text).toMatch(/net_sales +€120\.00 €3\.57\/d\n/);
    expect(text).toMatch(/rate +50\.00% +33\.33%\n/);
  });

  it('shows no change that nobody asked for', () => {
    const rows = ['2026-09', '2026-10'].map((period) =>
      row([figure('120'), figure('0.5')], { period, season: [season('1'), season('1')] }),
    );
    expect(table(rows)).not.toContain('±');
  });

  it('is as narrow as the terminal', () => {
    const rows = [row([figure('123456789'), figure('0.5')], { period: '2026-10', season: [season('1'), season('1')] })];
    for (const width of [34, 36, 40, 50, 60])
      for (const one of table(rows, width).split('\n'))
        expect(one.length, `${width}: ${one}`).toBeLessThanOrEqual(width);
    // Nothing is lost on the way.
    expect(table(rows, 34)).toMatch(/€123,456,789\.00[\s\S]*×1\.00[\s\S]*€100\.00/);
  });
});
