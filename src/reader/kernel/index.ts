// The part of the reader that touches every byte, compiled to WebAssembly: it finds the cells of the records of a batch, then
// reads one column after the other. Values that it is not sure of it asks for, cell by cell.
export { ids, people } from './keys';
export { alloc } from './memory';
export { leaveOdd, numbers, places } from './numbers';
export { cellsOf, flagsOf, hasDigit, placesOf, recordsOf, roomOf, scan, table } from './scanning';
export { shapes } from './shapes';
export { days, instants } from './times';
export { columnsOf, firstOf, numberOf, numbersOf, sizeOf, tuples } from './tuples';

import { beginKeys } from './keys';
import { begin as beginMemory } from './memory';
import { seed } from './murmur';

/** Gives back all memory. The numbers are the seed of all hashes. */
export function begin(a: i32, b: i32, c: i32, d: i32): void {
  beginMemory();
  seed(a, b, c, d);
  beginKeys();
}
