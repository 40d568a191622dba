import { periodComparisons } from '../core/choices.ts';
import { toDecimal } from '../core/fraction.ts';
import { symbolOf } from '../core/visible.ts';
import type { Change, Comparison, Figure } from '../figures/figure-model.ts';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A cell of text. One that a spreadsheet would read as a formula gets a leading apostrophe, unless it is a plain
 * number; control characters other than tab and line breaks become visible symbols.
 */
export function textCell(text: string): string {
  const shown = text.replace(/[^\P{Cc}\t\r\n]/gu, symbolOf);
  return quoted(/^[=+\-@\t\r]/.test(shown) && !/^-\d+(\.\d+)?$/.test(shown) ? `'${shown}` : shown);
}

/** Rows of text as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(textCell).join(',')}\n`).join('');

/** Figures as cells of the long CSV outputs: the exact decimals, words and names of JSON, in any language. */

/** Empty if there is no value. */
export const valueCell = (figure: Figure | undefined): string => {
  const value = figure?.value ?? null;
  return value === null ? '' : typeof value === 'string' ? textCell(value) : toDecimal(value);
};

/** The reason of the first that is null. */
export const reasonCell = (figures: readonly (Figure | undefined)[]): string =>
  figures.find((figure) => figure?.value === null)?.reason ?? '';

/** The marks of a figure, with a space between them. */
export const flagsCell = (figure: Figure | undefined): string => figure?.marks.join(' ') ?? '';

/** The comparisons that some row has, in order. */
export const comparisonsIn = (
  rows: readonly { readonly compare: Readonly<Partial<Record<Comparison, unknown>>> }[],
): Comparison[] => periodComparisons.filter((name) => rows.some(({ compare }) => compare[name] !== undefined));

/** The heads of the columns that `changeCells` fills, for each comparison. */
export const changeHeads = (names: readonly Comparison[]): string[] =>
  names.flatMap((name) =>
    ['period', 'value', 'change_abs', 'change_pct', 'null_reason', 'flags'].map((head) => `${name}_${head}`),
  );

/** What a figure was compared with, and its changes since. */
export function changeCells(period: string | undefined, change: Change | undefined): string[] {
  if (period === undefined || change === undefined) return ['', '', '', '', '', ''];
  const { base, absolute, relative } = change;
  return [
    textCell(period),
    valueCell(base),
    valueCell(absolute),
    valueCell(relative),
    reasonCell([absolute, relative, base]),
    flagsCell(base),
  ];
}
