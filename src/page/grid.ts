import type { ShownChange } from './changes.ts';
import { noPaint, type Paint } from './paint.ts';
import { cut, padEnd, padStart, widthOf, wrapAtMost } from './text-width.ts';

/*
 * Reports are drawn here, the lists of `explain` and `inspect` by cli-table3 (`row-table.ts`): cli-table3 measures each
 * cell again, and made a report a quarter slower for the same lines.
 */

/** A cell is a number, the marks right of it, and changes since other periods. */
export interface Cell {
  readonly value: string;
  readonly marks: string;
  readonly isNull: boolean;
  /** For a value that is good or bad by itself. */
  readonly tone?: 'good' | 'fair' | 'bad' | undefined;
  readonly changes: readonly (ShownChange | undefined)[];
}

export interface GridColumn {
  /** The head in full, on one line. */
  readonly title: string;
  /** Lines above the rule. */
  readonly head: readonly string[];
  /** Words right above the changes. */
  readonly changeHeads: readonly string[];
  readonly cells: readonly (Cell | undefined)[];
}

/** A row without cells is a heading; `ruled` draws a line above. */
export interface GridRow {
  readonly label: string;
  readonly kind: 'heading' | 'plain' | 'ruled';
}

export interface Grid {
  /** What the labels are. */
  readonly corner: string;
  /** Where heads of fewer lines are. */
  readonly heads: 'top' | 'bottom';
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** How many periods the courses in it show; undefined if it has none. */
  readonly trend?: number | undefined;
  /** Whether bars in it show the shares of groups. */
  readonly hasShares?: boolean;
}

const GAP = 3;
const LEAST_LABEL = 14;
const LABEL_LINES = 3;
const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** A column with its cells padded to one width, so that numbers, marks and changes are aligned. */
interface Drawn {
  readonly width: number;
  readonly head: readonly string[];
  /** A last line of the head, above the changes. */
  readonly under: string | undefined;
  readonly cells: readonly string[];
}

function drawn({ head, changeHeads, cells }: GridColumn, paint: Paint): Drawn {
  const known = cells.filter((cell) => cell !== undefined);
  const marks = widest(known.map((cell) => cell.marks));
  const changes = (known.find((cell) => cell.changes.length > 0)?.changes ?? []).map((_, i) => {
    const shown = known.flatMap((cell) => cell.changes[i]?.text ?? []);
    return shown.length === 0 ? 0 : Math.max(widest(shown), widthOf(changeHeads[i] ?? ''));
  });
  const tail = changes.reduce((sum, width) => sum + (width === 0 ? 0 : width + 1), 0);
  const value = Math.max(widest(known.map((cell) => cell.value)), widest(head) - marks - tail);
  const width = value + marks + tail;
  const tones = { good: paint.green, bad: paint.red, neutral: paint.dim };
  const colors = { good: paint.green, fair: paint.yellow, bad: paint.red };
  const changesOf = (texts: readonly (string | undefined)[], tone: (i: number) => (text: string) => string): string =>
    changes
      .map((size, i) =>
        size === 0 ? '' : ` ${padStart('', size - widthOf(texts[i] ?? ''))}${tone(i)(texts[i] ?? '')}`,
      )
      .join('');
  const lines = cells.map((cell) => {
    if (!cell) return ' '.repeat(width);
    const [number, mark] = [padStart(cell.value, value), padEnd(cell.marks, marks)];
    const texts = cell.changes.map((change) => change?.text);
    const shown = cell.tone === undefined ? number : colors[cell.tone](number);
    const front = cell.isNull ? paint.dim(number + mark) : shown + (cell.marks === '' ? mark : paint.dim(mark));
    return front + changesOf(texts, (i) => tones[cell.changes[i]?.tone ?? 'neutral']);
  });
  // Heads end where the numbers end, if they fit there.
  const edge = Math.max(value, widest(head));
  const heads = head.map((line) => padEnd(padStart(line, edge), width));
  const named = changeHeads.some((text) => text !== '') && tail > 0;
  const under = named ? ' '.repeat(value + marks) + changesOf(changeHeads, () => paint.dim) : undefined;
  return { width, head: heads, under, cells: lines };
}

/** Columns in as few blocks as the width allows, of about the same size. */
function blocksOf(columns: readonly Drawn[], room: number): Drawn[][] {
  const packed = (most: number): Drawn[][] => {
    const blocks: Drawn[][] = [];
    let left = 0;
    for (const column of columns) {
      const block = blocks.at(-1);
      left -= GAP + column.width;
      if (block && block.length < most && left >= 0) block.push(column);
      else {
        blocks.push([column]);
        left = room - GAP - column.width;
      }
    }
    return blocks;
  };
  const fewest = packed(columns.length);
  const even = packed(Math.ceil(columns.length / Math.max(1, fewest.length)));
  return even.length === fewest.length ? even : fewest;
}

function block(grid: Grid, columns: readonly Drawn[], width: number, paint: Paint): string[] {
  const used = columns.reduce((sum, column) => sum + GAP + column.width, 0);
  const natural = Math.max(
    widest(grid.rows.map(({ label, kind }) => (kind === 'heading' ? '' : label))),
    widthOf(grid.corner),
  );
  const label = Math.max(LEAST_LABEL, Math.min(natural, width - used));
  const gap = ' '.repeat(GAP);
  const join = (front: string, cells: readonly string[]): string =>
    [padEnd(front, label), ...cells].join(gap).trimEnd();
  const rule = paint.dim('─'.repeat(label + used));
  const height = Math.max(...columns.map(({ head }) => head.length));
  const heads = Array.from({ length: height }, (_, line) =>
    columns.map(({ head, width: size }) => {
      const offset = grid.heads === 'top' ? 0 : height - head.length;
      return paint.bold(head[line - offset] ?? ' '.repeat(size));
    }),
  );
  if (columns.some(({ under }) => under !== undefined))
    heads.push(columns.map(({ under, width: size }) => under ?? ' '.repeat(size)));
  const top = heads.map((cells, i) => join(i === heads.length - 1 ? paint.bold(cut(grid.corner, label)) : '', cells));
  const body = grid.rows.flatMap(({ label: text, kind }, i) => {
    if (kind === 'heading') return [...(i > 0 ? [''] : []), paint.bold(cut(text, width))];
    const [first = '', ...more] = wrapAtMost(text, label, LABEL_LINES, 4);
    const line = join(
      first,
      columns.map(({ cells }) => cells[i] ?? ''),
    );
    return [...(kind === 'ruled' ? [rule] : []), line, ...more];
  });
  return [...top, rule, ...body];
}

/** Columns drawn without colours: layouts share them, and each is drawn to be measured. */
const measured = new WeakMap<GridColumn, Drawn>();

function drawnOnce(column: GridColumn, paint: Paint): Drawn {
  const known = paint === noPaint ? measured.get(column) : undefined;
  if (known) return known;
  const made = drawn(column, paint);
  if (paint === noPaint) measured.set(column, made);
  return made;
}

/**
 * A column that is too wide continues in others: as many changes as fit stay beside the value, each of the others has
 * its own column.
 */
function parted(column: GridColumn, room: number): readonly GridColumn[] {
  const count = column.cells.reduce((most, cell) => Math.max(most, cell?.changes.length ?? 0), 0);
  const cut = (kept: number): GridColumn => ({
    ...column,
    changeHeads: column.changeHeads.slice(0, kept),
    cells: column.cells.map((cell) => cell && { ...cell, changes: cell.changes.slice(0, kept) }),
  });
  if (count === 0 || drawnOnce(column, noPaint).width <= room) return [column];
  let kept = count - 1;
  while (kept > 0 && drawn(cut(kept), noPaint).width > room) kept -= 1;
  const rest = Array.from({ length: count - kept }, (_, i): GridColumn => {
    const name = column.changeHeads[kept + i] ?? '';
    const cells = column.cells.map((cell): Cell | undefined => {
      const change = cell?.changes[kept + i];
      return (
        change && {
          value: change.text,
          marks: '',
          isNull: change.tone === 'neutral',
          tone: tones[change.tone],
          changes: [],
        }
      );
    });
    return { title: `${column.title} ${name}`, head: [...column.head, name], changeHeads: [], cells };
  });
  return [cut(kept), ...rest.filter(({ cells }) => cells.some((cell) => cell !== undefined))];
}

const tones = { good: 'good', bad: 'bad', neutral: undefined } as const;

/** Blocks of columns below each other. */
function laidOut(grid: Grid, width: number, paint: Paint): Drawn[][] {
  const natural = widest(grid.rows.map(({ label, kind }) => (kind === 'heading' ? '' : label)));
  const label = Math.max(LEAST_LABEL, Math.min(natural, Math.floor(width * 0.32)));
  const room = width - label;
  const columns = grid.columns
    .flatMap((column) => parted(column, room - GAP))
    .map((column) => drawnOnce(column, paint));
  return blocksOf(columns, room);
}

/** Of several layouts of the same figures, the first that needs the fewest blocks. */
export function fewestBlocks(grids: readonly [Grid, ...Grid[]], width: number): Grid {
  const [first, ...rest] = grids;
  const count = (grid: Grid): number => laidOut(grid, width, noPaint).length;
  let [best, least] = [first, rest.length === 0 ? 0 : count(first)];
  for (const grid of rest) {
    if (least <= 1) break;
    const blocks = count(grid);
    if (blocks < least) [best, least] = [grid, blocks];
  }
  return best;
}

/** The lines of a table; columns that do not fit continue below, with the labels again. No number is ever cut. */
export const gridLines = (grid: Grid, width: number, paint: Paint): string[] =>
  laidOut(grid, width, paint).flatMap((columns, i) => [...(i > 0 ? [''] : []), ...block(grid, columns, width, paint)]);
