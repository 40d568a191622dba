import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';

/** What a thread that reads files is given. */
export interface WorkerData {
  readonly kernel: WebAssembly.Module;
}

let found: WebAssembly.Module | null | undefined = (workerData as WorkerData | null)?.kernel;

/**
 * The compiled kernel (see `kernel/`); null in a checkout that is not built, and on a processor that lacks what it needs: then
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
