import { byPath } from '../../core/file-rank.ts';
import { hashText } from '../../core/hash.ts';
import { kept } from '../../core/kept.ts';
import { orderKey, orNone } from '../collect/collect.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { TableInfo } from '../state/table-info.ts';
import { addLines, emptyLines, type Lines } from './order-lines.ts';

/** Rows of an order that came before, or without, its own first row. */
export interface Orphan {
  readonly id: string;
  readonly table: TableInfo;
  /** The numbers of its rows, each once. */
  readonly records: number[];
  readonly lines: Lines;
  /** Rows of its lines as records of their own. */
  readonly kept: number[];
}

/** Ids of orders that are not as their first row says: one of their rows was rejected, left out, or came before it. */
export class SetAside {
  readonly orphans = new Map<string, Orphan>();
  readonly #rejected = new Set<string>();
  readonly #skipped = new Map<string, string>();
  /** Part of the hash of each of these ids. */
  readonly marked = new Set<number>();
  readonly #hash = new Int32Array(4);

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
  ) {}

  isRejected(id: string): boolean {
    return this.#rejected.size > 0 && this.#rejected.has(id);
  }

  /** An order is left out whole because of one of its rows; false if it was before. */
  reject(id: string): boolean {
    if (this.#rejected.has(id)) return false;
    this.#rejected.add(kept(id));
    this.#mark(id);
    return true;
  }

  /** The rule that an order is left out by; its further rows go with it. */
  skippedBy(id: string): string | undefined {
    return this.#skipped.size === 0 ? undefined : this.#skipped.get(id);
  }

  skip(id: string, reason: string): void {
    this.#skipped.set(kept(id), reason);
    this.#mark(id);
  }

  /** A further row of an order without a first one, with its lines and, if it is kept, their row. */
  addOrphan(id: string, record: number, lines: Lines, keptLine: number): void {
    let orphan = this.orphans.get(id);
    if (orphan === undefined) {
      orphan = { id: kept(id), table: this.table, records: [], lines: emptyLines(), kept: [] };
      this.orphans.set(orphan.id, orphan);
      this.#mark(id);
    }
    if (orphan.records.at(-1) !== record) orphan.records.push(record);
    addLines(orphan.lines, lines);
    if (keptLine !== -1) orphan.kept.push(keptLine);
  }

  /** The rows of an id without a first one, which are no longer set aside. */
  takeOrphan(id: string): Orphan | undefined {
    if (this.orphans.size === 0) return undefined;
    const orphan = this.orphans.get(id);
    this.orphans.delete(id);
    return orphan;
  }

  #mark(id: string): void {
    hashText(orderKey(id), this.memory.seed, this.#hash, 0);
    this.marked.add(this.#hash[0]!);
  }
}

/**
 * The order that rows without a first row in their own file belong to, of those of their id in other files: the copy in the
 * file before it by path (an export in parts is cut in the middle of an order), else the first of them.
 */
export function orderOfOrphan({ table }: Orphan, head: number, facts: Facts, tables: readonly TableInfo[]): number {
  let chosen = head;
  let best: string | null = null;
  for (let row = head; row !== -1; row = orNone(facts.next.get(row))) {
    const { path } = tables[facts.table.get(row)]!.file;
    if (byPath(path, table.file.path) < 0 && (best === null || byPath(path, best) >= 0)) [chosen, best] = [row, path];
  }
  return chosen;
}
