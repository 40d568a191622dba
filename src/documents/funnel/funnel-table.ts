import { Figures } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import { fewestBlocks, type Grid, gridLines } from '../../page/grid.ts';
import { bar } from '../../page/letter-charts.ts';
import { words } from '../../page/page-words.ts';
import { noPaint, type Paint } from '../../page/paint.ts';
import { fileLines } from '../../page/quality-lines.ts';
import { type Printing, printed, titleLines, warningCount } from '../../page/terminal.ts';
import { padEnd, widthOf, wrap } from '../../page/text-width.ts';
import type { Funnel } from './funnel-model.ts';
import { type FunnelSection, FunnelSections, funnelNotes, funnelTitle } from './funnel-sections.ts';

/** Between columns, as in the tables of a grid. */
const GAP = 3;
const LEAST_BAR = 6;
const MOST_BAR = 40;

const widest = (lines: readonly string[]): number => lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);

/** The same table with less and less besides the bars. */
function narrower(grid: Grid): [Grid, ...Grid[]] {
  const columns = [...grid.columns];
  const bare = (at: number): void => {
    const { cells, ...column } = columns[at]!;
    columns[at] = { ...column, changeHeads: [], cells: cells.map((cell) => cell && { ...cell, changes: [] }) };
  };
  const steps = [() => bare(3), () => columns.splice(2, 1), () => bare(1), () => bare(0)];
  const narrow = steps.map((step): Grid => {
    step();
    return { ...grid, columns: [...columns] };
  });
  return [grid, ...narrow];
}

/** Bars take the room that the figures leave; if that is too little, figures are dropped for them, and finally the bars. */
function withBars(sections: readonly FunnelSection[], width: number): Grid[] {
  const all = sections.map(({ grid }) => narrower(grid));
  for (const at of all[0]?.keys() ?? []) {
    const grids = all.map((one) => one[at]!);
    const used = Math.max(...grids.map((grid) => widest(gridLines(grid, 10_000, noPaint))));
    const room = Math.min(MOST_BAR, width - used - GAP);
    if (room >= LEAST_BAR) return grids.map((grid, i) => withBar(grid, sections[i]!, room));
  }
  return all.map((grids) => fewestBlocks(grids, width));
}

function withBar(grid: Grid, { bars: { values, whole } }: FunnelSection, width: number): Grid {
  const cells = values.map((value) => ({
    value: value === null || whole === null ? ' '.repeat(width) : bar(value, whole, width),
    marks: '',
    isNull: false,
    changes: [],
  }));
  return { ...grid, columns: [{ title: '', head: [' '.repeat(width)], changeHeads: [], cells }, ...grid.columns] };
}

function lossLines({ losses }: FunnelSection, width: number, paint: Paint): string[] {
  const label = widest(losses.map((line) => line.label));
  return losses.flatMap((line) => {
    const [first = '', ...more] = wrap(line.text, width - label - 2);
    return [`${paint.bold(padEnd(line.label, label))}  ${first}`, ...more.map((rest) => ' '.repeat(label + 2) + rest)];
  });
}

/** The funnel for people: one table per period and group, what its marks mean, and the files used. */
export function renderFunnelTable(funnel: Funnel, options: Printing): string {
  const { width, paint, lang } = options;
  const text = words[lang];
  const figures = new Figures(funnel.currency, options);
  const notes = new Notes();
  const sections = funnel.steps.length === 0 ? [] : new FunnelSections(funnel, options, figures, notes).all();
  const grids = withBars(sections, width);
  const { name, basis } = funnelTitle(funnel, options);
  const tables = sections.flatMap((section, i) => [
    [
      ...(section.heading === '' ? [] : wrap(section.heading, width).map((line) => paint.bold(line))),
      ...gridLines(grids[i]!, width, paint),
    ],
    lossLines(section, width, paint),
  ]);
  const parts = [
    titleLines(name, basis, options),
    ...(tables.length === 0 ? [wrap(text.noPeriod, width)] : tables),
    [
      ...funnelNotes(funnel, options).flatMap((note) => wrap(note, width).map((line) => paint.dim(line))),
      ...notes.lines(text, width, paint),
    ],
    [...fileLines(funnel.files, text, figures, width, paint), ...warningCount(funnel, options)],
  ];
  return printed(parts);
}
