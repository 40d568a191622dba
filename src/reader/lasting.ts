/** A copy in memory of its own, which all threads see: that of a segment is used again for the next one. */
export function lasting(numbers: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(numbers.length * 4));
  copy.set(numbers);
  return copy;
}
