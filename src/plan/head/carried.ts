/** Fills blank cells of some columns with the value of the last row that stated one. */
export class CarriedCells {
  readonly #last = new Map<number, string>();

  constructor(private readonly columns: readonly number[]) {}

  fill(cells: readonly string[]): readonly string[] {
    const filled = [...cells];
    for (const at of this.columns) {
      const cell = filled[at];
      if (cell === undefined) continue;
      if (cell.trim() === '') filled[at] = this.#last.get(at) ?? cell;
      else this.#last.set(at, cell);
    }
    return filled;
  }
}

export const withCarried = (
  rows: Iterable<readonly string[]>,
  columns: readonly number[],
): Iterable<readonly string[]> => (columns.length === 0 ? rows : filledRows(rows, columns));

function* filledRows(rows: Iterable<readonly string[]>, columns: readonly number[]): Generator<readonly string[]> {
  const carried = new CarriedCells(columns);
  for (const row of rows) yield carried.fill(row);
}
