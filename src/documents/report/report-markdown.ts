import { literal } from '../../page/escape.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import type { Grid } from '../../page/grid.ts';
import { fileList, gridTable, list, markdownOf, noteItems, warningList } from '../../page/markdown.ts';
import { words } from '../../page/page-words.ts';
import { forPeople, type Report } from './report-model.ts';
import { type Section, sections, titleOf } from './report-sections.ts';

/** A page scrolls where a terminal begins a new block: only beyond this many columns is a table turned. */
const MOST_COLUMNS = 12;

/** As on a terminal, but without courses and bars: letters on a page have no common width. */
function gridFor({ grids }: Section): Grid {
  const plain = grids.filter(({ trend, hasShares }) => trend === undefined && !hasShares);
  const [first = grids[0], turned = first] = plain;
  const isWide = first.columns.length > MOST_COLUMNS && turned.columns.length < first.columns.length;
  return isWide ? turned : first;
}

/** A report for pull requests, wikis and chats: the tables of the terminal, what their marks mean, the warnings and the files. */
export function renderMarkdown(given: Report, tongue: Tongue): string {
  const report = forPeople(given);
  const text = words[tongue.lang];
  const figures = new Figures(report.currency, tongue);
  const notes = new Notes();
  const { name, basis } = titleOf(report, text, tongue.lang);
  const tables = sections(report, tongue, figures, notes).flatMap((section) => [
    ...(section.heading === '' ? [] : [`### ${literal(section.heading)}`]),
    gridTable(gridFor(section)),
  ]);
  return markdownOf([
    `## ${literal(name)}`,
    literal(basis),
    ...(tables.length === 0 ? [text.noPeriod] : tables),
    ...list(noteItems(notes, tongue)),
    ...warningList(report.warnings, tongue),
    ...fileList(report.files, figures, tongue),
  ]);
}
