import type { Report } from '../../figures/figure-model.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { accountOf } from '../../page/files.ts';
import type { Cell, Grid } from '../../page/grid.ts';
import { literal } from '../../page/markdown-text.ts';
import { Notes } from '../../page/notes.ts';
import { words } from '../../page/page-words.ts';
import { warningText } from '../../page/warning-lines.ts';
import { unbroken } from '../checks/checks-facts.ts';
import { type Section, sections } from './report-sections.ts';
import { titleOf } from './title.ts';

/** A page scrolls where a terminal begins a new block: only beyond so many columns a table is turned. */
const MOST_COLUMNS = 12;

/** As on a terminal, but without courses and bars: letters of a page have no common width. */
function gridFor({ grids }: Section): Grid {
  const plain = grids.filter(({ trend, hasShares }) => trend === undefined && !hasShares);
  const [first = grids[0], turned = first] = plain;
  const isWide = first.columns.length > MOST_COLUMNS && turned.columns.length < first.columns.length;
  return isWide ? turned : first;
}

/** `€220.00~ (+144.4%)`; several changes are named. */
function cellText(cell: Cell | undefined, names: readonly string[]): string {
  if (!cell) return '';
  const shown = cell.changes.flatMap((change, i) => {
    const name = names[i] === undefined ? '' : ` ${names[i]}`;
    return change ? [unbroken(change.text + name)] : [];
  });
  const figure = unbroken(cell.value) + cell.marks;
  return literal(shown.length === 0 ? figure : `${figure} (${shown.join(', ')})`);
}

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const bold = (text: string): string => (text === '' ? '' : `**${text}**`);

export function tableOf({ corner, rows, columns }: Grid): string[] {
  const lines = rows.map(({ label, kind }, i) => {
    const cells = columns.map(({ cells, changeHeads }) => cellText(cells[i], changeHeads));
    const name = literal(label.trim());
    return rowOf([kind === 'plain' ? name : bold(name), ...cells]);
  });
  const heads = columns.map(({ title }) => literal(title));
  return [rowOf([literal(corner), ...heads]), rowOf(['---', ...columns.map(() => '---:')]), ...lines];
}

/**
 * A report for pull requests, wikis and chats: the tables of the terminal, what their marks mean, the warnings and the
 * files. Lists are plain, since what folds on one site is bare HTML on the next. Each item of a list begins with a word
 * of the program: text from data at its beginning could begin a list of its own.
 */
export function renderMarkdown(report: Report, tongue: Tongue): string {
  const text = words[tongue.lang];
  const figures = new Figures(report.currency, tongue);
  const notes = new Notes();
  const { name, basis } = titleOf(report, text);
  const tables = sections(report, tongue, figures, notes).flatMap((section) => [
    ...(section.heading === '' ? [] : [`### ${literal(section.heading)}`]),
    tableOf(gridFor(section)).join('\n'),
  ]);
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [...(title === '' ? [] : [bold(title)]), items.map((item) => `- ${item}`).join('\n')];
  const parts = [
    `## ${literal(name)}`,
    literal(basis),
    ...(tables.length === 0 ? [text.noPeriod] : tables),
    ...list(
      '',
      notes.entries(text).map(([symbol, meaning]) => `${literal(symbol)}\u00a0 ${literal(meaning)}`),
    ),
    ...list(
      text.lists.warnings,
      report.warnings.map(
        (warning) => `${bold(literal(warning.code))}${text.colon}${literal(warningText(warning, tongue.lang))}`,
      ),
    ),
    ...list(
      text.lists.files,
      report.files.map((file) => `${literal(`${file.format} · ${file.path} · ${accountOf(file, text, figures)}`)}`),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
