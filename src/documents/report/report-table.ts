import { Figures } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import { fewestBlocks, gridLines } from '../../page/grid.ts';
import { words } from '../../page/page-words.ts';
import { fileLines } from '../../page/quality-lines.ts';
import { type Printing, printed, titleLines, warningCount } from '../../page/terminal.ts';
import { wrap } from '../../page/text-width.ts';
import { forPeople, type Report } from './report-model.ts';
import { renderScreen } from './report-screen.ts';
import { sections, titleOf } from './report-sections.ts';

/** The report for people: tables, what their marks mean, and the files used. */
export function renderTable(given: Report, options: Printing): string {
  const report = forPeople(given.first === undefined ? given : { ...given.first, warnings: given.warnings });
  if (report.screen !== undefined) return renderScreen(report, report.screen, options);
  const { width } = options;
  const text = words[options.lang];
  const { paint } = options;
  const figures = new Figures(report.currency, options);
  const notes = new Notes();
  const { name, basis } = titleOf(report, text, options.lang);
  const tables = sections(report, options, figures, notes).map(({ heading, grids }) => {
    const grid = fewestBlocks(grids, width);
    if (grid.trend !== undefined) notes.trend(grid.trend);
    if (grid.hasShares) notes.shares();
    const above = heading === '' ? [] : wrap(heading, width).map((line) => paint.bold(line));
    return [...above, ...gridLines(grid, width, paint)];
  });
  if (tables.length === 0) tables.push(wrap(text.noPeriod, width));
  const parts = [
    titleLines(name, basis, options),
    ...tables,
    notes.lines(text, width, paint),
    [...fileLines(report.files, text, figures, width, paint), ...warningCount(report, options)],
  ];
  return printed(parts);
}
