import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../../src/core/text.ts';
import type { Report, ReportRow } from '../../../src/documents/report/report-model.ts';
import { sections } from '../../../src/documents/report/report-sections.ts';
import { renderTable } from '../../../src/documents/report/report-table.ts';
import type { Figure } from '../../../src/figures/figure-model.ts';
import { Figures } from '../../../src/page/figure-text.ts';
import { Notes } from '../../../src/page/footnotes.ts';
import { fewestBlocks, type Grid, gridLines } from '../../../src/page/grid.ts';
import { words } from '../../../src/page/page-words.ts';
import { noPaint, paintFor } from '../../../src/page/paint.ts';
import type { Printing } from '../../../src/page/terminal.ts';
import { code, figure, file, kpi, missing, over, report, row } from './kit.ts';

const inColour = await paintFor(true);

const table = (shown: Report, options: Partial<Printing> = {}): string =>
  renderTable(shown, { width: 80, paint: noPaint, lang: 'en', locale: 'en', ...options });

const english = { lang: 'en', locale: 'en' } as const;

const kpis = [
  kpi('net_sales', { label: { en: 'Net sales', fr: 'Ventes nettes' } }),
  kpi('orders', { label: { en: 'Orders', fr: 'Commandes' }, unit: 'count' }),
  kpi('conversion_rate', { label: { en: 'Conversion rate', fr: 'Conversion' }, unit: 'ratio', group: 'traffic' }),
  kpi('cac', { label: { en: 'CAC', fr: 'CAC' }, direction: 'down', group: 'acquisition', basis: 'media' }),
];

const months = report({
  grain: 'month',
  from: '2026-10-01',
  to: '2026-11-30',
  basis: { cac: 'media' },
  kpis,
  rows: [
    row([figure('1234.5'), figure('0'), figure('0.0234'), missing('insufficient_history')], { period: '2026-10' }),
    row([figure('1357.95'), figure('12'), figure('0.0198'), figure('41.27', 'approx')], { period: '2026-11' }),
    row([figure('2592.45'), figure('12'), figure('0.0215'), figure('41.27')], { period: 'all' }),
  ],
  files: [file('orders_export.csv'), file('b.csv', { read: 1234, accepted: 1200, skipped: 30, rejected: 4 })],
  warnings: [
    { code: 'stale', message: sameInAll('a') },
    { code: 'stale', message: sameInAll('b') },
  ],
});

describe('a table of periods', () => {
  it('has KPIs by group, periods with their changes, the total, and what the marks mean', () => {
    expect(table(months)).toBe(`KPIs by month · 2026-10-01 – 2026-11-30
Europe/Paris · EUR · as of 2026-11-22 00:00 · CAC: media costs

                      2026-10      2026-11                 Total
────────────────────────────────────────────────────────────────
Sales
Net sales           €1,234.50    €1,357.95    +10.0%   €2,592.45
Orders                      0           12       new          12

Traffic
Conversion rate         2.34%        1.98%  -0.36 pt       2.15%

Acquisition
CAC (media costs)           –¹      €41.27~               €41.27

–¹  the files do not go back far enough
~   approximate: based on data that a file gives only roughly
±   change since the period before
pt  percentage points

orders_export.csv  shopify-orders  57 rows: 57 counted
b.csv              shopify-orders  1,234 rows: 1,200 counted, 30 skipped by
                                   rule, 4 rejected
2 warnings on standard error
`);
  });

  it('speaks French', () => {
    const text = table(months, { lang: 'fr', locale: 'fr' });
    expect(text).toContain('KPI par mois · 2026-10-01 – 2026-11-30');
    expect(text).toMatch(
      /^Ventes nettes +1\u202f234,50\u00a0€ +1\u202f357,95\u00a0€ +\+10,0\s% +2\u202f592,45\u00a0€$/m,
    );
    expect(text).toContain('–¹  les fichiers ne remontent pas assez loin');
    expect(text).toContain('57 lignes\u00a0: 57 retenues');
  });

  it('colours changes by the direction of the KPI, and is the same text without colours', () => {
    const dearer = {
      ...months,
      rows: [row([figure('1'), figure('1'), figure('0.2'), figure('40')], { period: '2026-10' }), months.rows[1]!],
    };
    const text = table(dearer, { paint: inColour });
    expect(text).toContain('\u001b[31m+3.2%\u001b[39m');
    expect(text).toContain('\u001b[32m+1,100%\u001b[39m');
    expect(text).toContain('\u001b[31m-18.0 pt\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are taken out
    const plain = text.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '');
    expect(plain).toBe(table(dearer));
  });

  it('shows no total beside a single period', () => {
    const one = table({ ...months, rows: months.rows.slice(1) });
    expect(one).not.toContain('Total');
    expect(one).not.toContain('±');
  });

  it('shows the whole span where there is nothing else', () => {
    expect(table({ ...months, grain: 'all', rows: months.rows.slice(2) })).toMatch(/^ +Total$/m);
  });

  it('says so where there is no period', () => {
    expect(table({ ...months, from: null, to: null, rows: [] })).toContain(words.en.noPeriod);
  });

  it('tells the dates of a week, and that it is partial', () => {
    const text = table(
      report({
        kpis: [kpi('a')],
        rows: [
          row([figure('1')]),
          row([figure('2')], { period: '2026-W46', from: '2026-11-09', to: '2026-11-15', partial: true }),
        ],
      }),
    );
    expect(text).toMatch(/2026-W45 +2026-W46\n +Nov\s2\s–\s8 +Nov\s9\s–\s15\n +partial\n/u);
    // A change since a whole week would mislead.
    expect(text).not.toContain('%');
  });

  it('marks figures, and explains the marks that occur', () => {
    const text = table(
      report({
        kpis: [kpi('a'), kpi('b')],
        rows: [row([figure('1', 'approx', 'incomplete'), figure('2', 'low_sample')])],
      }),
    );
    expect(text).toContain('€1.00~*\n');
    expect(text).toContain('€2.00‡\n');
    for (const mark of ['approx', 'incomplete', 'low_sample'] as const) expect(text).toContain(words.en.marks[mark]);
    expect(text).not.toContain(words.en.marks.provisional);
  });

  it('numbers the reasons of nulls as they come', () => {
    const reasons = ['missing_kind', 'zero_denominator', 'missing_kind'] as const;
    const text = table(report({ kpis: reasons.map((_, i) => kpi(`k${i}`)), rows: [row(reasons.map(missing))] }));
    expect(text).toMatch(/^k0 +–¹\nk1 +–²\nk2 +–¹$/m);
    expect(text.match(/^–.*$/gm)).toEqual([
      `–¹  ${words.en.reasons.missing_kind}`,
      `–²  ${words.en.reasons.zero_denominator}`,
    ]);
  });

  it('shows the comparisons that were asked for', () => {
    const change = (base: string, by: string): { base: Figure; absolute: Figure; relative: Figure } => ({
      base: figure(base),
      absolute: figure(by),
      relative: figure(over(by, base)),
    });
    const compare = {
      previous: { period: '2026-09', changes: [change('100', '10')] },
      year: { period: '2025-10', changes: [change('220', '-110')] },
    };
    const text = table(
      report({ grain: 'month', kpis: [kpi('a')], rows: [row([figure('110')], { period: '2026-10', compare })] }),
    );
    expect(text).toMatch(/^ +prev\. +year$/m);
    expect(text).toMatch(/^a +€110\.00 \+10\.0% -50\.0%$/m);
    expect(text).toContain(words.en.changes.year);
  });
});

describe('a table of groups', () => {
  const channels = ['Direct', 'Paid Search', '(unattributed)'];
  const rowsOf = (period: string, names: readonly string[], figures: readonly Figure[]): ReportRow[] => [
    ...names.map((channel) => row(figures, { period, dimensions: { channel } })),
    row(figures, { period }),
  ];
  const by = (rows: readonly ReportRow[], count: number): Report =>
    report({ grain: 'month', dimensions: ['channel'], kpis: kpis.slice(0, count), rows });
  const figures = [figure('10'), figure('2'), figure('0.5'), code('weak')];

  it('has groups down where they outnumber the KPIs', () => {
    expect(table(by(rowsOf('2026-10', channels, figures.slice(0, 2)), 2))).toContain(`
Channel          Net sales   Orders
───────────────────────────────────
Direct              €10.00        2
Paid Search         €10.00        2
(unattributed)      €10.00        2
───────────────────────────────────
Total               €10.00        2
`);
  });

  it('has groups across otherwise', () => {
    expect(table(by(rowsOf('2026-10', channels.slice(1), figures.slice(0, 2)), 2))).toContain(`
                 Paid Search   (unattributed)    Total
──────────────────────────────────────────────────────
Sales
Net sales             €10.00           €10.00   €10.00
Orders                     2                2        2
`);
  });

  it('has a table a period, the newest last, with changes within the group', () => {
    const text = table(
      by(
        [
          ...rowsOf('2026-09', channels, [figure('5')]),
          ...rowsOf('2026-10', channels, [figure('10')]),
          ...rowsOf('all', channels, [figure('15')]),
        ],
        1,
      ),
    );
    expect(text).toMatch(/\n2026-09\nChannel[\s\S]*\n2026-10\nChannel[\s\S]*\nTotal\nChannel/);
    expect(text).toMatch(/^Paid Search +€10\.00 \+100\.0%$/m);
    expect(text).toMatch(/^Paid Search +€15\.00$/m);
  });

  it('names groups of several dimensions by all of them', () => {
    const rows = [row([figure('1')], { dimensions: { country: 'FR', channel: 'Direct' } }), row([figure('1')])];
    expect(table(report({ dimensions: ['channel', 'country'], kpis: kpis.slice(0, 1), rows }))).toContain(
      'Direct · FR',
    );
  });

  it('holds apart groups of strange names', () => {
    const strange = ['__proto__', 'constructor', '', '\u001b[2J', 'a\nTotal'];
    const text = table(by(rowsOf('2026-10', strange, [figure('1')]), 1));
    expect(text.match(/€1\.00/g)).toHaveLength(6);
    expect(text).toContain('__proto__ ');
    expect(text).toContain('␛[2J');
    expect(text).toContain('a␊Total');
    expect(text).not.toContain('\u001b');
  });
});

describe('the width', () => {
  const huge = '12345678901234567890.12';
  const labels = [
    'A short one',
    'Customer acquisition cost, blended and then some more words of it',
    '訪問者一人あたりの売上高とその他の長い名前',
    'x'.repeat(200),
  ];
  const many = labels.flatMap((label, i) =>
    (['money', 'ratio', 'duration', 'count'] as const).map((unit) =>
      kpi(`${unit}_${i}`, {
        label: { en: label, fr: label },
        unit,
        group: i > 1 ? 'traffic' : 'sales',
        basis: 'media',
      }),
    ),
  );
  const values = (i: number): Figure[] =>
    many.map((_, k) =>
      (i + k) % 7 === 0
        ? missing('missing_kind')
        : figure(`${k === 0 ? huge : k * 91 + i * 17}`, 'approx', 'incomplete'),
    );
  const periods = Array.from({ length: 9 }, (_, i) => ({ period: i === 8 ? 'all' : `2026-W${40 + i}` }));
  const names = ['Direct', '訪問者'.repeat(9), 'y'.repeat(90), '👩‍💻 café', '(unattributed)'];
  const reports: [string, Report][] = [
    ['periods', report({ kpis: many, rows: periods.map((period, i) => row(values(i), period)) })],
    [
      'groups across',
      report({
        kpis: many,
        dimensions: ['channel'],
        rows: periods
          .slice(0, 2)
          .flatMap((period, i) => names.map((channel) => row(values(i), { ...period, dimensions: { channel } }))),
      }),
    ],
    [
      'groups down',
      report({
        kpis: many.slice(0, 4),
        dimensions: ['channel'],
        rows: names.map((channel, i) => row(values(i).slice(0, 4), { dimensions: { channel } })),
        files: [
          file(`exports/${'z'.repeat(150)}.csv`),
          file('訪問.csv', { format: 'google-ads-campaigns', skipped: 123456789, rejected: 5 }),
        ],
      }),
    ],
  ];
  const cases = [80, 100, 140, 237].flatMap((width) =>
    (['en', 'fr'] as const).flatMap((lang) => reports.map(([name, shown]) => ({ name, width, lang, shown }))),
  );

  it.each(cases)('of $width columns holds $name in $lang', ({ shown, width, lang }) => {
    for (const paint of [noPaint, inColour])
      for (const line of table(shown, { width, lang, locale: lang, paint }).split('\n'))
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });

  it.each([40, 80, 140])('of %i columns cuts no number', (width) => {
    const text = table(reports[0]![1], { width });
    expect(text.match(/€12,345,678,901,234,567,890\.12~\*/g)).toHaveLength(7);
    expect(text.split('\n').filter((line) => line.startsWith('A short one')).length % 4).toBe(0);
  });

  it('leaves as many columns to a block as fit, evenly', () => {
    const thirty = Array.from({ length: 30 }, (_, i) => kpi(`k${i}`));
    const rows = periods.map((period) => row(Array<Figure>(30).fill(figure('1000')), period));
    const heads = table(report({ grain: 'month', kpis: thirty, rows })).match(/^ .*2026-W.*$/gm);
    expect(heads?.map((line) => line.trim().split(/ +/).length)).toEqual([4, 3, 3]);
  });
});

describe('a table that has room', () => {
  const month = (i: number): string => `2026-${`${i + 1}`.padStart(2, '0')}`;
  /** A report of so many months and KPIs, its figures rising with the months. */
  const rising = (months: number, count: number, rest: Partial<ReportRow> = {}): Report => {
    const figuresOf = (i: number): Figure[] => Array.from({ length: count }, (_, k) => figure(`${1000 * (i + 1) + k}`));
    return report({
      grain: 'month',
      kpis: Array.from({ length: count }, (_, k) => kpi(`k${k}`)),
      rows: [
        ...Array.from({ length: months }, (_, i) => row(figuresOf(i), { period: month(i), ...(i === 0 ? rest : {}) })),
        row(figuresOf(months), { period: 'all' }),
      ],
    });
  };
  const periodsShown = (text: string): string[] => text.match(/2026-\d\d(?!-)/g) ?? [];

  it('shows the course of each KPI beside the last column, and says what it is', () => {
    const text = table(rising(3, 2), { width: 100 });
    expect(text).toMatch(/^ +2026-01 +2026-02 +2026-03 +Total +Trend$/m);
    expect(text).toMatch(/^k0 +€1,000\.00 .* ▁▅█\nk1 .* ▁▅█$/m);
    expect(text).toContain(`▁█  ${words.en.trendOver(3)}\n`);
    expect(table(rising(3, 2), { lang: 'fr', width: 100 })).toMatch(/Total +Tendance$/m);
  });

  it('shows none where it would cost a period its place', () => {
    expect(table(rising(3, 2))).toMatch(/^ +2026-01 +2026-02 +2026-03 +Total$/m);
    expect(table(rising(3, 2))).not.toMatch(/[▁-█]/);
  });

  it('shows no course of two periods, and counts no partial one', () => {
    expect(table(rising(2, 2))).not.toMatch(/Trend|[▁-█]/);
    expect(table(rising(3, 2, { partial: true }))).not.toMatch(/Trend|[▁-█]/);
    expect(table(rising(4, 2, { partial: true }))).toContain(' ▁▅█');
  });

  it('shows what is missing as a dot, and nothing where no figure is', () => {
    const rows = [missing('not_covered'), figure('5'), figure('5')].map((first, i) =>
      row([first, missing('missing_kind'), code('weak')], { period: month(i) }),
    );
    const text = table(report({ grain: 'month', kpis: ['a', 'b', 'c'].map((id) => kpi(id)), rows }));
    expect(text).toMatch(/^a .* ·▄▄$/m);
    expect(text).toMatch(/^b .*–²$/m);
    expect(text.match(/[▁-█]/g)).toHaveLength(6);
    const none = table(
      report({ grain: 'month', kpis: [kpi('b')], rows: rows.map((one) => ({ ...one, figures: [] })) }),
    );
    expect(none).not.toContain('Trend');
  });

  it.each([40, 60, 80, 100, 140])('of %i columns needs no more blocks for it', (width) => {
    for (const [months, count] of [
      [3, 1],
      [8, 3],
      [8, 60],
      [12, 8],
      [60, 3],
      [60, 60],
    ] as const) {
      const shown = rising(months, count);
      const [section] = sections(shown, english, new Figures('EUR', english), new Notes());
      const blocks = (grids: readonly Grid[]): number => {
        const [first, ...rest] = grids;
        const lines = gridLines(fewestBlocks([first!, ...rest], width), width, noPaint);
        return lines.filter((line) => /^─+$/.test(line)).length;
      };
      const bare = section!.grids.filter(({ trend }) => trend === undefined);
      expect(bare).toHaveLength(section!.grids.length / 2);
      expect(blocks(section!.grids)).toBe(blocks(bare));
      expect(new Set(periodsShown(table(shown, { width }))).size).toBe(months);
    }
  });

  it('stands as the order of fewer blocks has it: many periods down beside few KPIs', () => {
    const text = table(rising(12, 2));
    expect(text.match(/^─+$/gm)).toHaveLength(2);
    expect(text).toMatch(/^ +k0 +k1\n +▁▂▂▃▄▄▅▅▆▇▇█ +▁▂▂▃▄▄▅▅▆▇▇█\n─+\n2026-01 +€1,000\.00 +€1,001\.00$/m);
    expect(text).toMatch(/^2026-02 +€2,000\.00 \+100\.0% +€2,001\.00 +\+99\.9%$/m);
    expect(text).toMatch(/^Total +€13,000\.00 .*$/m);
  });

  it('stands with KPIs down where there are as many blocks', () => {
    expect(table(rising(8, 30))).toMatch(/^ +2026-01 +2026-02/m);
    expect(table(rising(2, 2))).toMatch(/^ +2026-01 +2026-02 +Total$/m);
  });

  it('shows the newest periods of many', () => {
    const days = Array.from({ length: 30 }, (_, i) =>
      row([figure(i === 0 ? '900' : `${i}`)], { period: `2026-01-${`${i + 1}`.padStart(2, '0')}` }),
    );
    const text = table(report({ grain: 'day', kpis: [kpi('a')], rows: days }));
    expect(text).toMatch(/^ +▁[▁-█]{22}█$/m);
    expect(text).toContain(words.en.trendOver(24));
  });

  it('shows the course of a single KPI in each group, in the table of the whole span', () => {
    const rows = [1, 2, 3, 'all'].flatMap((at, i) => [
      row([figure(`${i}`)], { period: at === 'all' ? at : `2026-0${at}`, dimensions: { channel: 'A' } }),
      row([figure(`${9 - i}`)], { period: at === 'all' ? at : `2026-0${at}`, dimensions: { channel: 'B' } }),
      row([figure('9')], { period: at === 'all' ? at : `2026-0${at}` }),
    ]);
    const text = table(report({ grain: 'month', dimensions: ['channel'], kpis: [kpi('a')], rows }));
    expect(text.match(/[▁-█]{3}$/gm)).toEqual(['▁▅█', '█▅▁', '▄▄▄']);
    expect(text).toMatch(/\nTotal\nChannel +a +Trend\n/);
  });
});
