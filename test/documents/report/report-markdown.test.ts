import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions as allDimensions } from '../../../src/core/kinds.ts';
import { sameInAll } from '../../../src/core/text.ts';
import { renderJson } from '../../../src/documents/report/report-json.ts';
import { renderMarkdown } from '../../../src/documents/report/report-markdown.ts';
import type { Report } from '../../../src/documents/report/report-model.ts';
import { renderTable } from '../../../src/documents/report/report-table.ts';
import type { Figure } from '../../../src/figures/figure-model.ts';
import { words } from '../../../src/page/page-words.ts';
import { noPaint } from '../../../src/page/paint.ts';
import { hostile } from '../checks/results-kit.ts';
import { code, figure, file, kpi, missing, over, report, row } from './kit.ts';

const english = { lang: 'en', locale: 'en' } as const;
const french = { lang: 'fr', locale: 'fr' } as const;
const markdown = (shown: Report, tongue: typeof english | typeof french = english): string =>
  renderMarkdown(shown, tongue);

const kpis = [
  kpi('net_sales', { label: { en: 'Net sales', fr: 'Ventes nettes' } }),
  kpi('orders', { label: { en: 'Orders', fr: 'Commandes' }, unit: 'count' }),
  kpi('conversion_rate', { label: { en: 'Conversion rate', fr: 'Conversion' }, unit: 'ratio', group: 'traffic' }),
  kpi('cac', { label: { en: 'CAC', fr: 'CAC' }, direction: 'down', group: 'acquisition', basis: 'fully_loaded' }),
];

const months = report({
  grain: 'month',
  from: '2026-10-01',
  to: '2026-11-30',
  basis: { cac: 'fully_loaded' },
  kpis,
  rows: [
    row([figure('1234.5'), figure('0'), figure('0.0234'), missing('insufficient_history')], { period: '2026-10' }),
    row([figure('1357.95'), figure('12'), figure('0.0198'), figure('41.27', 'approx')], { period: '2026-11' }),
    row([figure('2592.45'), figure('12'), figure('0.0215'), figure('41.27')], { period: 'all' }),
  ],
  files: [file('orders_export.csv'), file('b.csv', { read: 1234, accepted: 1200, skipped: 30, rejected: 4 })],
  warnings: [
    { code: 'stale', message: sameInAll('the newest record is 9 days old'), file: 'b.csv' },
    { code: 'unbalanced', message: sameInAll('b.csv: in 1 order the total is *not* its items'), file: 'b.csv' },
  ],
});

/** A strange name in every place that text from data can stand. */
const strange = (name: string): Report => ({
  ...months,
  currency: name,
  basis: { [name]: name },
  dimensions: ['channel'],
  kpis: [kpi('a', { label: { en: name, fr: name }, basis: name }), kpi('b', { unit: 'text' })],
  rows: [
    ...[name, 'Direct', `${name} 2`].map((channel) => row([figure('1'), code(name)], { dimensions: { channel } })),
    row([missing('missing_kind'), code(name)]),
  ],
  files: [file(name)],
  warnings: [{ code: 'stale', message: sameInAll(name), file: name }],
});

/** As a reader of Markdown has it: references resolved, spaces without width not seen. */
const seen = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('\u200b', '')
    .replaceAll('\u00a0', ' ');

/** Tables as cells; a bar that is written as a reference is none. */
const tablesOf = (text: string): string[][][] =>
  text
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((part) =>
      part
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(2, -2).split(' | ')),
    );

describe('a report in Markdown', () => {
  it('has KPIs by group, periods with their changes, notes, warnings and files', () => {
    expect(markdown(months).replaceAll('\u00a0', ' ')).toBe(`## KPIs by month · 2026-10-01 – 2026-11-30

Europe/Paris · EUR · as of 2026-11-22 00&#58;00 · CAC: all costs

|  | 2026-10 | 2026-11 | Total |
| --- | ---: | ---: | ---: |
| **Sales** |  |  |  |
| Net sales | €1,234.50 | €1,357.95 (+10.0%) | €2,592.45 |
| Orders | 0 | 12 (new) | 12 |
| **Traffic** |  |  |  |
| Conversion rate | 2.34% | 1.98% (-0.36 pt) | 2.15% |
| **Acquisition** |  |  |  |
| CAC (all costs) | –¹ | €41.27&#126; | €41.27 |

- –¹  the files do not go back far enough
- &#126;  approximate: based on data that a file gives only roughly
- ±  change since the period before
- pt  percentage points

**Warnings**

- **stale**: b.csv: the newest record is 9 days old
- **unbalanced**: b.csv: in 1 order the total is &#42;not&#42; its items

**Files**

- shopify-orders · orders_export.csv · 57 rows: 57 counted
- shopify-orders · b.csv · 1,234 rows: 1,200 counted, 30 skipped by rule, 4 rejected
`);
  });

  it('speaks French', () => {
    const text = markdown(months, french);
    expect(text).toContain('## KPI par mois · 2026-10-01 – 2026-11-30\n');
    expect(text).toMatch(/^\| Ventes nettes \| 1\u202f234,50\u00a0€ \| 1\u202f357,95\u00a0€ \(\+10,0\s%\) \|/m);
    expect(text).toContain('**Avertissements**\n\n- **stale**\u00a0: b.csv\u00a0: the');
    expect(text).toContain('57 lignes\u00a0: 57 retenues\n');
  });

  it('names changes where there are several', () => {
    const change = (base: string, by: string): { base: Figure; absolute: Figure; relative: Figure } => ({
      base: figure(base),
      absolute: figure(by),
      relative: figure(over(by, base)),
    });
    const compare = {
      previous: { period: '2026-09', changes: [change('100', '10')] },
      year: { period: '2025-10', changes: [change('220', '-110')] },
    };
    const shown = report({ grain: 'month', kpis: [kpi('a')], rows: [row([figure('110')], { compare })] });
    expect(seen(markdown(shown))).toContain('| a | €110.00 (+10.0% prev., -50.0% year) |');
  });

  it('has a heading and a table a period where there are groups, the total last', () => {
    const of = (period: string) =>
      ['Direct', 'Paid Search'].map((channel) => row([figure('5')], { period, dimensions: { channel } }));
    const rows = ['2026-09', '2026-10', 'all'].flatMap((period) => [...of(period), row([figure('9')], { period })]);
    const text = markdown(report({ grain: 'month', dimensions: ['channel'], kpis: kpis.slice(0, 1), rows }));
    expect(text.match(/^#+ .*$/gm)?.slice(1)).toEqual(['### 2026-09', '### 2026-10', '### Total']);
    expect(tablesOf(text)[0]).toEqual([
      ['Channel', 'Net sales'],
      ['---', '---:'],
      ['Direct', '€5.00'],
      ['Paid Search', '€5.00'],
      ['**Total**', '€9.00'],
    ]);
  });

  it('writes long heads in full, and shows no courses', () => {
    const label = '訪問者一人あたりの売上高とその他の長い名前 '.repeat(9).trim();
    const names = Array.from({ length: 20 }, (_, i) => ({ period: `2026-W${10 + i}` }));
    const shown = report({
      kpis: [kpi('a', { label: { en: label, fr: label } })],
      rows: names.map((name, i) => row([figure(`${i}`)], name)),
    });
    const text = markdown(shown);
    expect(text).toContain(`\n|  | ${label} |\n`);
    expect(text).not.toMatch(/[▁-█]/);
  });

  it('turns a table that is wider than a page, but not one that would become wider', () => {
    const of = (periods: number, count: number): string[][] => {
      const many = Array.from({ length: count }, (_, i) => kpi(`k${i}`));
      const rows = Array.from({ length: periods }, (_, i) =>
        row(
          many.map(() => figure('1')),
          { period: `p${i}` },
        ),
      );
      return tablesOf(markdown(report({ grain: 'day', kpis: many, rows })))[0] ?? [];
    };
    expect(of(12, 3)[0]).toHaveLength(13);
    expect(of(13, 3)[0]).toEqual(['', 'k0', 'k1', 'k2']);
    expect(of(13, 3)).toHaveLength(15);
    expect(of(13, 20)[0]).toHaveLength(14);
  });

  it('says so where there is no period', () => {
    const text = markdown({ ...months, from: null, to: null, rows: [] });
    expect(text).toContain(`\n\n${words.en.noPeriod}\n\n**Warnings**`);
    expect(tablesOf(text)).toEqual([]);
  });
});

describe('the figures of a report in Markdown', () => {
  const units = ['money', 'ratio', 'duration', 'count', 'multiple', 'months', 'score', 'decimal'] as const;
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => figure(over(`${n}`, '1000'))) },
    fc.constantFrom<Figure>(missing('missing_kind'), missing('zero_denominator'), figure('2', 'approx', 'incomplete')),
  );
  const reports = fc.integer({ min: 1, max: 8 }).chain((count) =>
    fc.array(fc.array(value, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 9 }).map((rows) =>
      report({
        grain: 'month',
        kpis: Array.from({ length: count }, (_, i) => kpi(`kpi ${i}`, { unit: units[i % units.length]! })),
        rows: rows.map((figures, i) => row(figures, { period: `2026-0${i + 1}`, partial: i === 0 })),
      }),
    ),
  );
  /** Cells of one KPI, in the order of the periods. */
  const rowOf = (text: string, id: string): string[] =>
    tablesOf(text)
      .flat()
      .find(([label]) => label === id)
      ?.slice(1)
      .map(seen) ?? [];

  it('are those of the table', () => {
    fc.assert(
      fc.property(reports, (shown) => {
        const lines = renderTable(shown, { width: 10_000, paint: noPaint, ...english }).split('\n');
        for (const { id } of shown.kpis) {
          const line = lines.find((one) => one.startsWith(`${id} `)) ?? '';
          const told = rowOf(markdown(shown), id).join(' ').replace(/[()]/g, '');
          const words = (text: string): string[] =>
            text
              .replace(/[▁-█·]{3,}$/, '')
              .split(/\s+/)
              .filter(Boolean);
          expect(words(told)).toEqual(words(line).slice(2));
        }
      }),
    );
  });

  it('are those of JSON', () => {
    fc.assert(
      fc.property(reports, (shown) => {
        const json = JSON.parse(renderJson(shown)) as { rows: { values: Record<string, number | null> }[] };
        for (const { id, unit } of shown.kpis) {
          const cells = rowOf(markdown(shown), id);
          expect(cells).toHaveLength(shown.rows.length);
          for (const [i, cell] of cells.entries()) {
            const exact = json.rows[i]?.values[id] ?? null;
            if (exact === null) expect(cell).toMatch(/^–[¹²³]$/);
            else if (unit !== 'duration') {
              const read = Number(cell.replace(/ .*/, '').replace(/[^\d.-]/g, '')) / (unit === 'ratio' ? 100 : 1);
              const places = { money: 2, ratio: 4, multiple: 2, decimal: 2, score: 1, months: 1, count: 0 }[
                unit as 'money'
              ];
              expect(Math.abs(read - exact)).toBeLessThanOrEqual(0.5000001 * 10 ** -places);
            }
          }
        }
      }),
    );
  });
});

describe('text from data in Markdown', () => {
  const nasty = `${hostile} [a](http://x) ![i](y) **b** _c_ __d__ ~~d~~ $e$ @f #1 www.g.com https://h.com :i: \\| k ^l <!-- m`;
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'|\\`*_~[]()<>&!#$@:^-+=.1a \n\r\t\u001b\u202e\u2028') }),
    fc.constantFrom(nasty, '- a', '1. a', '+ a', '# a', '> a', '---', '===', '    a', '```', '|', '\\', '&lt;', ''),
  );
  const bars = (line: string): number => line.match(/(?<!\\)\|/g)?.length ?? 0;

  it('breaks no row', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(...allDimensions), (name, dimension) => {
        const text = markdown({ ...strange(name), dimensions: ['channel', dimension] });
        const lines = text.split('\n');
        for (const part of text.split('\n\n').filter((one) => one.startsWith('|'))) {
          const rows = part.trimEnd().split('\n');
          expect(new Set(rows.map(bars)).size).toBe(1);
          for (const line of rows) expect(line).toMatch(/^\| .* \|$/);
        }
        // As many lines as with a harmless name, each of which begins as that does.
        const plain = markdown({ ...strange('n'), dimensions: ['channel', dimension] }).split('\n');
        const starts = (all: readonly string[]): string[] => all.map((line) => /^(#+ |\| |- |\*\*|)/.exec(line)![0]);
        if (!/^n?$/.test(name) && name !== 'Direct') expect(starts(lines)).toEqual(starts(plain));
      }),
    );
  });

  it('is nothing but text', () => {
    const text = markdown(strange(nasty));
    const own = text.replace(
      /^\| (\*\*(Sales|Total)\*\*|---)|^\*\*\w+\*\*$|^- \*\*stale\*\*|^#+ |^\| (---:? \| )+/gm,
      '',
    );
    expect(own.replaceAll(/ ?\|( |$)/gm, '')).not.toMatch(/[\\`*~[\]<>!$@^|]|(?<![a-z\d])_|_(?![a-z\d])/i);
    expect(own).not.toMatch(/&(?!#\d+;)|(?<!&)#|https?:|www\./);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]/);
    expect(text).toContain('&#64;&#8203;f &#35;&#8203;1 www&#46;g.com https&#58;&#8203;//h.com &#58;&#8203;i: ');
    expect(seen(text)).toContain('[a](http://x) ![i](y) **b** _c_ __d__ ~~d~~ $e$ @f #1 www.g.com https://h.com :i:');
  });

  it('is readable as it stands where it is harmless', () => {
    const text = markdown(report({ kpis: [kpi('first_reply_time')], rows: [row([figure('1')])] }));
    expect(text).toContain('| first_reply_time | €1.00 |');
  });
});
