import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';

/** What a thread that reads files is given. */
export interface WorkerData {
  readonly kernel: WebAssembly.Module;
}

/** The functions of the kernel (see `src/reader/kernel/`) that find cells. Places in its memory are counted in bytes. */
export interface ScanKernel {
  readonly memory: WebAssembly.Memory;
  begin(a: number, b: number, c: number, d: number): void;
  alloc(size: number): number;
  table(width: number, delimiter: number, lengthOfAgain: number, maxRecordBytes: number): number;
  scan(from: number, stop: number, length: number, last: boolean): number;
  roomOf(): number;
  recordsOf(): number;
  flagsOf(): number;
  placesOf(): number;
  cellsOf(): number;
}

/** What ended a scan. */
export const ended = { full: 0, odd: 1, cut: 2, tooLong: 3 } as const;

/** The flag of a record with as many cells as its table. */
export const plainRecord = 0;

let found: WebAssembly.Module | null | undefined = (workerData as WorkerData | null)?.kernel;

/**
 * The compiled kernel (see `src/reader/kernel/`); null in a checkout that is not built, and on a processor that lacks what it needs: then
 * long files are read as short ones are.
 */
export function kernelModule(): WebAssembly.Module | null {
  if (found === undefined) found = compiled();
  return found;
}

function compiled(): WebAssembly.Module | null {
  // Beside the program, or where it is built from the sources.
  for (const place of ['./reader.wasm', '../../dist/reader.wasm']) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (!existsSync(path)) continue;
    try {
      return new WebAssembly.Module(readFileSync(path));
    } catch {
      return null;
    }
  }
  return null;
}
