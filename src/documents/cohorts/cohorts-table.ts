import { Notes } from '../../page/footnotes.ts';
import { words } from '../../page/page-words.ts';
import type { Paint } from '../../page/paint.ts';
import { type Printing, printed, titleLines, warningCount } from '../../page/terminal.ts';
import { cut, padEnd, padStart, widthOf, wrap } from '../../page/text-width.ts';
import type { CohortReport } from './cohorts-model.ts';
import { type ShownCell, type ShownColumn, type ShownTable, shownCohorts } from './cohorts-shown.ts';
import { cohortWords } from './cohorts-words.ts';

const GAP = 2;
const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** A column with its cells padded to one width. */
interface Drawn {
  readonly width: number;
  readonly head: string;
  readonly cells: readonly string[];
}

/** Visible without colours, too: they only help the eye. */
const brushOf = ({ value, heat }: ShownCell, paint: Paint): ((text: string) => string) => {
  if (value === '–') return paint.dim;
  if (heat === 'high') return (text) => paint.bold(paint.green(text));
  return heat === 'middle' ? paint.green : heat === 'low' ? paint.yellow : (text) => text;
};

function drawn({ head, cells }: ShownColumn, paint: Paint): Drawn {
  const marks = widest(cells.map((cell) => cell.marks));
  const value = Math.max(widest(cells.map((cell) => cell.value)), widthOf(head) - marks);
  const width = value + marks;
  return {
    width,
    head: padEnd(padStart(head, Math.max(value, widthOf(head))), width),
    cells: cells.map((cell) => brushOf(cell, paint)(padStart(cell.value, value)) + padEnd(cell.marks, marks)),
  };
}

const widthOfAll = (columns: readonly Drawn[]): number => columns.reduce((sum, { width }) => sum + GAP + width, 0);

/** Ages in as many blocks as they need. */
function blocksOf(columns: readonly Drawn[], room: number): Drawn[][] {
  const blocks: Drawn[][] = [[]];
  for (const column of columns) {
    const last = blocks.at(-1)!;
    if (last.length > 0 && widthOfAll([...last, column]) > room) blocks.push([column]);
    else last.push(column);
  }
  return blocks;
}

/** A table with its cohorts down; ages that do not fit continue below, with the cohorts again. */
function tableLines(table: ShownTable, corner: string, width: number, paint: Paint): string[] {
  const label = Math.min(widest([corner, ...table.labels]), Math.floor(width / 2));
  const front = table.front.map((column) => drawn(column, paint));
  const room = width - label - widthOfAll(front);
  const wide = table.ages.map((column) => drawn(column, paint));
  const ages = widthOfAll(wide) <= room ? wide : table.narrow.map((column) => drawn(column, paint));
  const gap = ' '.repeat(GAP);
  const line = (name: string, cells: readonly string[]): string => [padEnd(name, label), ...cells].join(gap).trimEnd();
  return [
    ...wrap(table.heading, width).map((text) => paint.bold(text)),
    ...blocksOf(ages, room).flatMap((block, i) => {
      const columns = [...front, ...block];
      return [
        ...(i > 0 ? [''] : []),
        paint.bold(
          line(
            cut(corner, label),
            columns.map(({ head }) => head),
          ),
        ),
        paint.dim('─'.repeat(label + widthOfAll(columns))),
        ...table.labels.map((name, row) =>
          line(
            cut(name, label),
            columns.map(({ cells }) => cells[row] ?? ''),
          ),
        ),
      ];
    }),
  ];
}

/** The cohorts for people: the share that ordered again, and their value, by age. */
export function renderCohortsTable(report: CohortReport, options: Printing): string {
  const { width, paint, lang } = options;
  const text = words[lang];
  const notes = new Notes();
  const { title, basis, tables, remarks } = shownCohorts(report, options, notes);
  const parts = [
    titleLines(title, basis, options),
    ...tables.map((table) => tableLines(table, cohortWords[lang].cohort, width, paint)),
    [
      ...remarks.flatMap((remark) => wrap(remark, width).map((line) => paint.dim(line))),
      ...notes.lines(text, width, paint),
    ],
    warningCount(report, options),
  ];
  return printed(parts);
}
