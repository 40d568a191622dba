import type { Dimension } from '../core/kinds.ts';
import type { FilePlan } from '../plan/plan.ts';
import type { StoredColumns } from '../reader/stored-columns.ts';
import type { Limits } from '../readers/input.ts';
import type { KeptFacts, RunSetting } from './load/index.ts';
import type { ReaderThreads } from './reader-threads.ts';
import type { Read } from './state/read.ts';

/*
 * The contract of engines:
 *
 * - An engine is given plans, and decides nothing about what a file is or what a cell means: the reader turns bytes into
 *   values, the plan says which.
 * - It enters every row of every file in the account of its file: accepted, rejected, skipped or superseded.
 * - It answers questions (`Read.ask`) about the records that count: whole millionths, over half-open spans of local hours, in
 *   total and by group. A total is its own cell: distinct counts and medians are not added up.
 * - The same files give the same bytes on every engine, whatever their order, division among threads, or what earlier runs
 *   have left.
 * - An engine imports no other. What several need is in the rooms beside them.
 */

/** What a run gives to an engine. */
export interface EngineRun {
  readonly files: readonly FilePlan[];
  readonly setting: Omit<RunSetting, 'filesOfSource'>;
  /** The dimensions that will be asked for. */
  readonly by: readonly Dimension[];
  readonly limits: Limits;
  /** Told how many bytes of long files have been read. */
  readonly onRead: (bytes: number) => void;
  /** Columns that earlier runs have left; null for none. */
  readonly stored: StoredColumns | null;
  /** Settled records that an earlier run has left, or that this one leaves; null for none. */
  readonly kept: KeptFacts | null;
  /** Threads that read long files; the code that has made them stops them. */
  readonly threads: ReaderThreads;
}

/** Reads the files of a run. Throws Problems, and `OtherEncoding` where a file is not in the encoding of its head. */
export type ReadFiles<Own extends readonly unknown[] = []> = (run: EngineRun, ...own: Own) => Promise<Read>;
