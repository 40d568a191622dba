import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/documents/report/report-markdown.ts';
import type { Report } from '../../../src/documents/report/report-model.ts';
import { sections } from '../../../src/documents/report/report-sections.ts';
import { renderTable } from '../../../src/documents/report/report-table.ts';
import { Figures } from '../../../src/page/figure-text.ts';
import { Notes } from '../../../src/page/footnotes.ts';
import { gridLines } from '../../../src/page/grid.ts';
import { words } from '../../../src/page/page-words.ts';
import { noPaint } from '../../../src/page/paint.ts';
import { figure, kpi, missing, over, report, row } from './kit.ts';

const english = { lang: 'en', locale: 'en' } as const;
const names = ['Direct', '日本語のチャンネル', 'Newsletter 👩‍👩‍👧‍👦', 'Search', 'None', 'Nothing'];
const amounts = ['500', '250', '125', '125', '0', '0'];

/** One period of some KPIs, of groups that add up to 1000. */
const shares = (columns: number, periods: readonly string[] = ['2026-W45']): Report => {
  const ids = Array.from({ length: columns }, (_, k) => kpi(`sum_${k}`));
  return report({
    dimensions: ['channel'],
    kpis: [...ids, kpi('rate', { unit: 'ratio' })],
    rows: periods.flatMap((period) => [
      ...names.map((channel, g) =>
        row([...ids.map(() => figure(amounts[g]!)), figure(over('1', '4'))], { period, dimensions: { channel } }),
      ),
      row([...ids.map(() => figure('1000')), figure(over('1', '4'))], { period }),
    ]),
  });
};
const table = (shown: Report, width: number): string => renderTable(shown, { width, paint: noPaint, ...english });
const barsIn = (line: string): string[] => line.match(/[█▉▊▋▌▍▎▏]+/g) ?? [];

describe('bars of shares', () => {
  it('stand before the figures of groups that add up, and before no other', () => {
    const lines = table(shares(1), 80).split('\n');
    const barOf = (name: string): string[] => barsIn(lines.find((line) => line.startsWith(name))!);
    expect(names.map(barOf)).toEqual([['█████'], ['██▌'], ['█▎'], ['█▎'], [], []]);
    expect(barOf('Total')).toEqual([]);
    expect(lines).toContain(`█  ${words.en.shares}`);
  });

  it('of what is a share itself are shares of 1', () => {
    const one = report({
      dimensions: ['channel'],
      kpis: [kpi('channel_share', { unit: 'ratio' })],
      rows: [
        row([figure(over('3', '10'))], { dimensions: { channel: 'a' } }),
        row([missing('no_observations')], { dimensions: { channel: 'b' } }),
        row([figure(over('1', '1'))]),
      ],
    });
    const lines = table(one, 80).split('\n');
    expect(['a ', 'b ', 'Total'].map((name) => barsIn(lines.find((line) => line.startsWith(name))!))).toEqual([
      ['███'],
      [],
      [],
    ]);
  });

  it('are in the table of the whole span alone', () => {
    const text = table(shares(1, ['2026-W44', '2026-W45', 'all']), 80);
    expect(text.split('\n').filter((line) => barsIn(line).length > 0 && !line.startsWith('█'))).toHaveLength(4);
    expect(text.slice(0, text.lastIndexOf('\nTotal\n'))).not.toMatch(/[█▉▊▋▌▍▎▏]/);
  });

  it.each([80, 100, 140])('cost no block of columns, and no line its width, in %i columns', (width) => {
    for (let columns = 1; columns <= 3; columns += 1) {
      const shown = shares(columns);
      const [section] = sections(shown, english, new Figures('EUR', english), new Notes());
      const bare = section!.grids.at(-1)!;
      expect(bare.hasShares).toBeUndefined();
      const heads = (lines: readonly string[]): number => lines.filter((line) => line.startsWith('Channel')).length;
      const text = table(shown, width);
      expect(heads(text.split('\n'))).toBe(heads(gridLines(bare, width, noPaint)));
      expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      // Numbers end in one column, bars begin in one, whatever the names are.
      const rows = names.map((name) => text.split('\n').find((line) => line.startsWith(name))!);
      const at = (mark: RegExp): number[] =>
        rows.slice(0, 4).map((line) => stringWidth(line.slice(0, line.search(mark))));
      expect(new Set(at(/\.00/)).size).toBe(1);
      if (width >= 100) expect(new Set(at(/[█▉▊▋▌▍▎▏]/)).size).toBe(1);
    }
  });

  it('give way where they do not fit', () => {
    const text = table(shares(3), 60);
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(60);
    expect(barsIn(text.split('\n').find((line) => line.startsWith('Direct'))!).length).toBeLessThanOrEqual(1);
  });

  it('are not in Markdown', () => {
    expect(renderMarkdown(shares(1), english)).not.toMatch(/[█▉▊▋▌▍▎▏]/);
  });
});
