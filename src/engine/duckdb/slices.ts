/** This many rows are sorted together, by visitor or id: more would not fit in a small memory limit. */
const sliceRows = 16_000_000;

/** The number of slices of the rows: a power of two, so that the bits of a visitor select its slice. */
export function slicesOf(rows: number): number {
  let slices = 1;
  while (rows / slices > sliceRows) slices *= 2;
  return slices;
}

/** The conditions that split rows into slices by a number with random bits: none for few rows. */
export function sliceTests(column: string, rows: number): string[] {
  const slices = slicesOf(rows);
  if (slices === 1) return [''];
  return Array.from({ length: slices }, (_, slice) => ` WHERE (${column} & ${slices - 1}) = ${slice}`);
}
