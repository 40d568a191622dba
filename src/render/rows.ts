import { Chalk } from 'chalk';
import { padEnd, padStart, widthOf, wrap } from './text.ts';
import { visible } from './visible.ts';

export interface RowsOptions {
  readonly head: readonly string[];
  readonly width: number;
  readonly color: boolean;
}

const GAP = '  ';
const LEAST = 8;
const isNumber = (cell: string): boolean => cell === '' || /^[-+]?\d[\d.,\s]*%?$/.test(cell);

/** Widths that fit: the widest columns give way, as far as they can. */
function widthsThatFit(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, width) => sum + width, 0);
  for (let over = total() - room; over > 0; over = total() - room) {
    const most = Math.max(...widths);
    if (most <= LEAST) break;
    const next = Math.max(LEAST, ...widths.filter((width) => width < most));
    const count = widths.filter((width) => width === most).length;
    const less = Math.max(1, Math.min(most - next, Math.floor(over / count)));
    let left = over;
    for (const [i, width] of widths.entries()) {
      if (width !== most || left <= 0) continue;
      widths[i] = width - less;
      left -= less;
    }
  }
  return widths;
}

/** A plain list with heads: its widest columns wrap between words; columns of numbers stand right. */
export function renderRows(rows: readonly (readonly string[])[], { head, width, color }: RowsOptions): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const shown = rows.map((row) => head.map((_, i) => visible(row[i] ?? '')));
  const isRight = head.map((_, i) => shown.length > 0 && shown.every((row) => isNumber(row[i] ?? '')));
  const natural = head.map((name, i) => Math.max(widthOf(name), ...shown.map((row) => widthOf(row[i] ?? ''))));
  const widths = widthsThatFit(natural, width - GAP.length * (head.length - 1));
  const lines = (row: readonly string[]): string[] => {
    const cells = row.map((cell, i) => wrap(cell, widths[i] ?? LEAST));
    return Array.from({ length: Math.max(1, ...cells.map(({ length }) => length)) }, (_, line) =>
      cells
        .map((cell, i) => (isRight[i] ? padStart : padEnd)(cell[line] ?? '', widths[i] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  };
  const rule = '─'.repeat(widths.reduce((sum, size) => sum + size, GAP.length * (head.length - 1)));
  const top = [...lines(head).map((line) => paint.bold(line)), paint.dim(rule)];
  return `${[...top, ...shown.flatMap(lines)].join('\n')}\n`;
}
