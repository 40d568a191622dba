import { availableParallelism } from 'node:os';
import { division, isLong } from '../reader/division.ts';
import type { Workers } from '../reader/workers.ts';

const mostWorkers = 4;

type Sized = Parameters<typeof isLong>[0];

/**
 * The worker threads of a run, if its long files are worth them together. They take a quarter of a second until they have read
 * anything, so they are started as soon as enough of such files are met, while these are planned.
 */
export class ReaderThreads {
  #bytes = 0;
  #workers: Promise<Workers | null> | null = null;

  /** Takes note of a file that will be read. */
  meet(input: Sized): void {
    if (!isLong(input) || input.disk?.endsWith('.json')) return;
    this.#bytes += input.size ?? 0;
    if (this.#bytes < division.workersFrom || this.#workers !== null) return;
    this.#workers = begun();
  }

  /** Those to read files with: if they have not been started, they are once something is to be read. */
  async of(files: readonly { readonly input: Sized }[]): Promise<Workers | null> {
    const bytes = files.reduce((sum, { input }) => sum + (isLong(input) ? (input.size ?? 0) : 0), 0);
    if (this.#workers === null && bytes >= division.workersFrom) this.#workers = begun();
    return this.#workers;
  }

  /** Ends them; those of another reading are new ones. */
  async stop(): Promise<void> {
    const found = await this.#workers;
    this.#workers = null;
    found?.stop();
  }
}

/** What starts threads is loaded for long files alone. */
async function begun(): Promise<Workers | null> {
  const { Workers } = await import('../reader/workers.ts');
  const found = Workers.start(Math.min(availableParallelism(), mostWorkers));
  found?.begin();
  return found;
}
