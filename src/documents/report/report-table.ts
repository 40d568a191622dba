import type { Report } from '../../figures/figure-model.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { fileLines } from '../../page/files.ts';
import { fewestBlocks, gridLines } from '../../page/grid.ts';
import { Notes } from '../../page/notes.ts';
import { type Words, words } from '../../page/page-words.ts';
import type { Paint } from '../../page/paint.ts';
import { wrap } from '../../page/text-width.ts';
import { sections } from './report-sections.ts';
import { titleOf } from './title.ts';

export interface TableOptions extends Tongue {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
}

function title(report: Report, text: Words, width: number, paint: Paint): string[] {
  const { name, basis } = titleOf(report, text);
  return [...wrap(name, width).map((line) => paint.bold(line)), ...wrap(basis, width).map((line) => paint.dim(line))];
}

/** The report for people: tables, what their marks mean, and the files they rest on. */
export function renderTable(report: Report, options: TableOptions): string {
  const { width } = options;
  const text = words[options.lang];
  const { paint } = options;
  const figures = new Figures(report.currency, options);
  const notes = new Notes();
  const tables = sections(report, options, figures, notes).map(({ heading, grids }) => {
    const grid = fewestBlocks(grids, width);
    if (grid.trend !== undefined) notes.trend(grid.trend);
    if (grid.hasShares) notes.shares();
    const above = heading === '' ? [] : wrap(heading, width).map((line) => paint.bold(line));
    return [...above, ...gridLines(grid, width, paint)];
  });
  if (tables.length === 0) tables.push(wrap(text.noPeriod, width));
  const count = report.warnings.length;
  const parts = [
    title(report, text, width, paint),
    ...tables,
    notes.lines(text, width, paint),
    [
      ...fileLines(report.files, text, figures, width, paint),
      ...(count > 0 ? wrap(text.warnings(count), width).map((line) => paint.yellow(line)) : []),
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
