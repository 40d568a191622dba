/** How files are divided among their readers, in bytes. */
export interface Division {
  /** Files from this size on are read by columns: a shorter one is read in the time that this takes to prepare. */
  readonly from: number;
  /** Of a file read by columns, what is read at a time. */
  readonly segment: number;
  /** If the files that are read by columns have this size together, worker threads read them, whose start takes some 40 ms. */
  readonly workersFrom: number;
}

/** Whether a file on disk is read by columns, if it is one that can be. */
export const isLong = ({ disk, size }: { readonly disk: string | null; readonly size: number | null }): boolean =>
  disk !== null && (size ?? 0) >= division.from;

const MiB = 1024 ** 2;

export const division: Division = { from: MiB, segment: 2 * MiB, workersFrom: 8 * MiB };
