import type { FileQuality, Warning } from '../figures/figure-model.ts';
import { literal } from './escape.ts';
import type { Figures, Tongue } from './figure-text.ts';
import type { Notes } from './footnotes.ts';
import type { Cell, Grid } from './grid.ts';
import { words } from './page-words.ts';
import { accountOf, warningText } from './quality-lines.ts';
import { unbroken } from './text-width.ts';

/*
 * The pieces of documents for pull requests, wikis and chats. Lists are plain, since what folds on one site is bare
 * HTML on another. Each item of a list begins with a word of the program: text from data there could begin a list of
 * its own.
 */

export const bold = (text: string): string => (text === '' ? '' : `**${text}**`);

export const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Below the heads of a table: the first column is aligned left, figures right. */
export const ruleOf = (columns: number): string => rowOf(['---', ...Array<string>(columns).fill('---:')]);

/** A list as a paragraph; none without items. */
export const list = (items: readonly string[]): string[] =>
  items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];

const titled = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [bold(title), ...list(items)];

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

/** The table of a terminal. */
export function gridTable({ corner, rows, columns }: Grid): string {
  const lines = rows.map(({ label, kind }, i) => {
    const cells = columns.map(({ cells, changeHeads }) => cellText(cells[i], changeHeads));
    const name = literal(label.trim());
    return rowOf([kind === 'plain' ? name : bold(name), ...cells]);
  });
  const heads = columns.map(({ title }) => literal(title));
  return [rowOf([literal(corner), ...heads]), ruleOf(columns.length), ...lines].join('\n');
}

/** What the marks of the tables mean. */
export const noteItems = (notes: Notes, { lang }: Tongue): string[] =>
  notes.entries(words[lang]).map(([symbol, meaning]) => `${literal(symbol)}\u00a0 ${literal(meaning)}`);

export function warningList(warnings: readonly Warning[], { lang }: Tongue): string[] {
  const { lists, colon } = words[lang];
  const item = (warning: Warning): string =>
    `${bold(literal(warning.code))}${colon}${literal(warningText(warning, lang))}`;
  return titled(lists.warnings, warnings.map(item));
}

export function fileList(files: readonly FileQuality[], figures: Figures, { lang }: Tongue): string[] {
  const text = words[lang];
  const item = (file: FileQuality): string =>
    literal(`${file.format} · ${file.path} · ${accountOf(file, text, figures)}`);
  return titled(text.lists.files, files.map(item));
}

/** Paragraphs as a file. */
export const markdownOf = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
