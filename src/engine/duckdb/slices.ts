/** So many rows are sorted together, by visitor or id: more would not fit in the memory of a small limit. */
const sliceRows = 16_000_000;

/** Into how many slices rows are parted: a power of two, by which the bits of a visitor say where it belongs. */
export function slicesOf(rows: number): number {
  let slices = 1;
  while (rows / slices > sliceRows) slices *= 2;
  return slices;
}

/** The conditions by which rows are parted into slices by a number that has its bits at random: none for few rows. */
export function sliceTests(column: string, rows: number): string[] {
  const slices = slicesOf(rows);
  if (slices === 1) return [''];
  return Array.from({ length: slices }, (_, slice) => ` WHERE (${column} & ${slices - 1}) = ${slice}`);
}
