import { type Kinship, kinshipOf } from '../../core/file-rank.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { TableInfo } from './table-info.ts';

/** How two rows of one id in two files are related. */
export type Likeness = 'alike' | 'other_time' | 'other_person' | 'other_amount';

interface Pair {
  /** Ids that both files have. */
  shared: number;
  /** Those of them whose rows differ in what never changes, or in most of their amount. */
  differ: number;
}

/**
 * How two files of a source are related. One id proves little: a customer may have changed the address, an order may
 * have been edited. If most ids that two files share name different things, the files are of two shops, and none is a
 * copy.
 */
export class FilePairs {
  readonly #pairs = new Map<string, Pair>();
  readonly #kinships = new Map<string, Kinship>();

  constructor(private readonly tables: readonly TableInfo[]) {}

  meet(a: number, b: number, likeness: Likeness): void {
    const key = keyOf(a, b);
    const pair = getOrInsert(this.#pairs, key, () => ({ shared: 0, differ: 0 }));
    pair.shared += 1;
    if (likeness !== 'alike') pair.differ += 1;
  }

  /** Ids that two files share. */
  shared(a: number, b: number): number {
    return this.#pairs.get(keyOf(a, b))?.shared ?? 0;
  }

  /** Whether rows of one id in two files are copies of one record, judged by most ids of the files. */
  areCopies(a: number, b: number): boolean {
    if (this.kinship(a, b) === 'again') return true;
    const { shared = 0, differ = 0 } = this.#pairs.get(keyOf(a, b)) ?? {};
    return differ * 2 <= shared;
  }

  kinship(a: number, b: number): Kinship {
    const key = keyOf(a, b);
    return getOrInsert(this.#kinships, key, () => kinshipOf(this.tables[a]!.file.path, this.tables[b]!.file.path));
  }
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
