/** The same numbers in a longer array. */
export function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(array);
  return more;
}

export function longer(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(length);
  more.set(array);
  return more;
}
