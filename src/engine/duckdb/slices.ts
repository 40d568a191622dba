/** So many rows are looked at together for different visitors: more take memory that grows with them. */
const sliceRows = 8_000_000;

/** Into how many slices rows are parted: a power of two, by which the bits of a visitor say where it belongs. */
export function slicesOf(rows: number): number {
  let slices = 1;
  while (rows / slices > sliceRows) slices *= 2;
  return slices;
}
