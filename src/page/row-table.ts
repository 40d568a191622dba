import Table from 'cli-table3';
import { visible } from '../core/visible.ts';
import type { Paint } from './paint.ts';
import { widthOf, wrap } from './text-width.ts';

export interface RowsOptions {
  readonly head: readonly string[];
  readonly width: number;
  readonly paint: Paint;
}

const GAP = '  ';
const LEAST = 8;
const isNumber = (cell: string): boolean => cell === '' || /^[-+]?\d[\d.,\s]*%?$/.test(cell);

/** Widths that fit: the widest columns shrink, as far as they can. */
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

const noBorders = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [
    [side, ''],
    ...['mid', 'left', 'right'].map((part) => [`${side}-${part}`, '']),
  ]),
);

/** A plain list with heads: its widest columns wrap between words; columns of numbers are aligned right. */
export function renderRows(rows: readonly (readonly string[])[], { head, width, paint }: RowsOptions): string {
  const shown = rows.map((row) => head.map((_, i) => visible(row[i] ?? '')));
  const isRight = head.map((_, i) => shown.length > 0 && shown.every((row) => isNumber(row[i] ?? '')));
  const natural = head.map((name, i) => Math.max(widthOf(name), ...shown.map((row) => widthOf(row[i] ?? ''))));
  const widths = widthsThatFit(natural, width - GAP.length * (head.length - 1));
  // Cells are wrapped already: the table would cut a word that is longer than its column.
  const wrapped = [head, ...shown].map((row) => row.map((cell, i) => wrap(cell, widths[i] ?? LEAST)));
  const table = new Table({
    chars: { ...noBorders, middle: GAP },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: widths,
    colAligns: isRight.map((right) => (right ? 'right' : 'left')),
  });
  table.push(...wrapped.map((row) => row.map((lines) => lines.join('\n'))));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const top = Math.max(1, ...(wrapped[0] ?? []).map(({ length }) => length));
  const rule = '─'.repeat(widths.reduce((sum, size) => sum + size, GAP.length * (head.length - 1)));
  const text = [...lines.slice(0, top).map((line) => paint.bold(line)), paint.dim(rule), ...lines.slice(top)];
  return `${text.join('\n')}\n`;
}
