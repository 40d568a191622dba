import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { kernelModule, type WorkerData } from '../readers/kernel-module.ts';
import type { Columns, ColumnsPlan } from './columns.ts';
import { type CellLists, countDistinct, patchesOf, type Seen } from './distinct-counts.ts';
import { firstRows, type HashRuns } from './first-rows.ts';
import { largest } from './parcel.ts';
import type { Segment } from './segment.ts';
import type { Done, Hashes, Task, Values } from './worker.ts';

/** The program of a worker, beside that of kpi; a checkout that is not built has none, and reads without workers. */
const program = fileURLToPath(new URL('./reader.cjs', import.meta.url));

/**
 * Segments that may wait at a worker, or to be taken from it: threads are faster than what takes their columns, which take 1 to
 * 2 times the bytes.
 */
const waiting = 5;

interface Thread {
  readonly worker: Worker;
  /** What awaits what it has been given to do. */
  readonly open: ((done: unknown) => void)[];
  /** The files of which it has the plan. */
  readonly files: Set<number>;
  /** Whether it has ended, and answers nothing more. */
  isGone: boolean;
}

/** Worker threads that read segments of files. None is started before something is read. */
export class Workers {
  #threads: readonly Thread[] = [];
  #files = 0;
  /** Segments that were given to the threads, and not yet taken. */
  #given = 0;
  /** Memory of columns that have been taken. */
  readonly #free: ArrayBuffer[] = [];

  private constructor(
    readonly count: number,
    private readonly path: string,
  ) {}

  /** As many workers; null if there is no program for them, or none is wanted. */
  static start(count: number, path = program): Workers | null {
    return count > 0 && existsSync(path) && kernelModule() !== null ? new Workers(count, path) : null;
  }

  /** Whether another segment may be given to them. */
  get hasRoom(): boolean {
    return this.#given < this.count * waiting;
  }

  /** A segment that was read has been taken. */
  took(): void {
    this.#given -= 1;
  }

  /** The columns of a segment are no longer used: their memory may be. */
  giveBack({ memory }: Columns): void {
    const piece = largest(memory);
    if (piece !== null && this.#free.length < this.count * waiting) this.#free.push(piece);
  }

  /** A number for a file, to which segments refer. */
  file(): number {
    this.#files += 1;
    return this.#files;
  }

  /** Starts the threads: else the first segment does. */
  begin(): void {
    if (this.#threads.length === 0) this.#threads = Array.from({ length: this.count }, () => threadOf(this.path));
  }

  /** Reads a segment in the worker that has the least to do. */
  read(file: number, plan: ColumnsPlan, segment: Segment, place: Pick<Task, 'keeping' | 'kept'>): Promise<Done> {
    this.begin();
    this.#given += 1;
    const idle = this.#idle();
    if (idle === undefined) return Promise.resolve(null);
    const { files } = idle;
    const memory = this.#free.pop() ?? null;
    const task: Task = { file, plan: files.has(file) ? null : plan, segment, ...place, memory };
    files.add(file);
    return ask<Columns>(idle, task, memory === null ? [] : [memory]);
  }

  /** Compares hashes in another thread, or here if there is none. */
  async firstRows(hashes: HashRuns, rows: number): Promise<Int32Array> {
    const idle = this.#idle();
    const task: Hashes = { hashes, rows };
    return (idle && (await ask<Int32Array>(idle, task))) ?? firstRows(hashes, rows);
  }

  /** Counts distinct values in another thread, or here. */
  async countDistinct(seen: Seen, lists: CellLists): Promise<Int32Array> {
    const idle = this.#idle();
    const values: Values = { seen, lists };
    return (idle && (await ask<Int32Array>(idle, values))) ?? countDistinct(seen, patchesOf(lists), 1);
  }

  #idle(): Thread | undefined {
    return this.#threads.filter(({ isGone }) => !isGone).sort((a, b) => a.open.length - b.open.length)[0];
  }

  /** No further file is read: one thread stays for what is to be counted, and no memory for columns. */
  readNoMore(): void {
    this.#free.length = 0;
    const [first, ...others] = this.#threads.filter(({ isGone }) => !isGone);
    this.#threads = first === undefined ? [] : [first];
    for (const { worker } of others) void worker.terminate();
  }

  /** Ends all threads, without waiting: one that has failed to open its files may never tell that it is gone. */
  stop(): void {
    for (const { worker } of this.#threads) void worker.terminate();
  }
}

/** Gives a thread something to do; null if it has ended instead. */
function ask<Answer>(
  { worker, open }: Thread,
  task: Task | Hashes | Values,
  memory: readonly ArrayBuffer[] = [],
): Promise<Answer | null> {
  worker.ref();
  return new Promise((resolve) => {
    open.push((done) => {
      if (open.length === 0) worker.unref();
      resolve(done as Answer | null);
    });
    worker.postMessage(task, memory);
  });
}

function threadOf(path: string): Thread {
  const workerData: WorkerData = { kernel: kernelModule()! };
  const worker = new Worker(path, { workerData });
  const thread: Thread = { worker, open: [], files: new Set(), isGone: false };
  const fail = (): void => {
    thread.isGone = true;
    for (const take of thread.open.splice(0)) take(null);
  };
  worker.on('message', (done) => thread.open.shift()?.(done));
  worker.on('error', fail);
  worker.on('exit', fail);
  worker.unref();
  return thread;
}
