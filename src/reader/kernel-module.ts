import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';

/** What a thread that reads files is given. */
export interface WorkerData {
  readonly kernel: WebAssembly.Module;
}

let found: WebAssembly.Module | null | undefined = (workerData as WorkerData | null)?.kernel;

/** The compiled kernel (see `kernel/`); null in a checkout that is not built. */
export function kernelModule(): WebAssembly.Module | null {
  if (found === undefined) {
    // Beside the program, or where it is built from the sources.
    const paths = ['./reader.wasm', '../../dist/reader.wasm'].map((path) =>
      fileURLToPath(new URL(path, import.meta.url)),
    );
    const path = paths.find((one) => existsSync(one));
    found = path === undefined ? null : new WebAssembly.Module(readFileSync(path));
  }
  return found;
}
