import type { Column } from './column.ts';

/** So many numbers of a few columns stay in the nearest cache of a processor. */
const blockRows = 2048;

/** Some rows that follow each other. */
export interface Block<Columns extends readonly Column[]> {
  readonly first: number;
  readonly rows: number;
  /** What they have in each column. The next block takes its place. */
  readonly values: { readonly [At in keyof Columns]: Float64Array };
}

/**
 * The first rows of some columns, block by block: what looks at each of millions of rows takes a fraction of the time that
 * asking a column for each would.
 */
export function* blocks<const Columns extends readonly Column[]>(
  rows: number,
  columns: Columns,
): Generator<Block<Columns>> {
  const values = columns.map(() => new Float64Array(Math.min(rows, blockRows))) as Block<Columns>['values'];
  for (let first = 0; first < rows; first += blockRows) {
    const count = Math.min(blockRows, rows - first);
    for (const [at, column] of columns.entries()) column.read(first, count, values[at]!);
    yield { first, rows: count, values };
  }
}

/** Gives each of the first rows that has a value in a column, in their order. */
export function eachValue(column: Column, rows: number, take: (row: number, value: number) => void): void {
  for (const { first, rows: count, values } of blocks(rows, [column])) {
    const [own] = values;
    for (let i = 0; i < count; i += 1) if (!Number.isNaN(own[i]!)) take(first + i, own[i]!);
  }
}
