import { symbolOf } from '../core/visible.ts';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A cell of text. One that a spreadsheet would take for a formula gets a leading apostrophe, but a plain number, which is
 * none; control characters other than tab and line breaks become visible symbols.
 */
export function textCell(text: string): string {
  const shown = text.replace(/[^\P{Cc}\t\r\n]/gu, symbolOf);
  return quoted(/^[=+\-@\t\r]/.test(shown) && !/^-\d+(\.\d+)?$/.test(shown) ? `'${shown}` : shown);
}

/** Rows of text as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(textCell).join(',')}\n`).join('');
