/*
 * A workbook that is to be written: sheets of cells that are text, exact numbers or days. There are no formulas, so no
 * text from data can be one.
 */

/** How a number is shown: the code of a number format. */
export type Format = string;

/** A cell: text, a number as an exact decimal with its format, or nothing. */
export type SheetCell = string | { readonly number: string; readonly format: Format } | null;

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

/** A sheet with a row of heads, which stays in sight. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns at the left that stay in sight too. */
  readonly fixed: number;
}

export const dayFormat: Format = 'yyyy\\-mm\\-dd';
export const hourFormat: Format = 'yyyy\\-mm\\-dd\\ hh:mm';
