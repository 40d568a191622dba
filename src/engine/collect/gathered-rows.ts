import { kept } from '../../core/kept.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Cells } from '../../plan/compile.ts';
import { Header } from '../../plan/head/header.ts';

/** A row of an order, held until all rows of the file are known. */
export interface HeldRow {
  readonly cells: Cells;
  readonly record: number;
}

/** The values of one row of an order. */
export interface RowValues extends HeldRow {
  readonly numbers: readonly number[];
  readonly texts: readonly (string | null)[];
  /** Whether its own status lets it count. */
  readonly counts: boolean;
}

const isZero = (cell: string): boolean => !/[1-9]/.test(cell);

/** The rows of orders whose rows may be anywhere in a file, by id in the order of their first rows. */
export class GatheredRows {
  readonly #rows = new Map<string, HeldRow[]>();
  readonly #once: readonly number[];
  readonly #head: readonly number[];

  constructor(
    header: readonly string[],
    { once = [], head = [] }: { readonly once?: readonly string[]; readonly head?: readonly string[] },
  ) {
    const places = new Header(header);
    const placesOf = (names: readonly string[]) => names.flatMap((name) => places.find(name) ?? []);
    this.#once = placesOf(once);
    this.#head = placesOf(head);
  }

  add(id: string, cells: Cells, record: number): void {
    const row = { cells: cells.map(kept), record };
    const known = this.#rows.get(id);
    if (known === undefined) this.#rows.set(kept(id), [row]);
    else known.push(row);
  }

  /** Each order, once: what its rows repeat is left on the first of them that has it. */
  *orders(): Generator<readonly [id: string, rows: readonly HeldRow[]]> {
    for (const [id, rows] of this.#rows) yield [id, rows];
    this.#rows.clear();
  }

  /**
   * A row without the cells that an earlier one of its order had; `had` remembers them. `hasHead`: whether the order has a
   * row without a line.
   */
  without(had: Set<number>, { cells, record }: HeldRow, hasHead: boolean): HeldRow {
    const own = [...cells];
    for (const at of hasHead ? [...this.#once, ...this.#head] : this.#once) {
      if (had.has(at)) own[at] = '';
      else if (!isZero(own[at] ?? '')) had.add(at);
    }
    return { cells: own, record };
  }
}

const firstOnly = new Set(['ordered_at', 'refunded_at']);

/** Puts the values of all rows of an order together where its reader has those of one row: amounts are added up. */
export function putTogether({ numberFields, textFields, numbers, texts }: RowReader, rows: readonly RowValues[]): void {
  for (const [at, { name }] of numberFields.entries()) {
    const known = rows.map((row) => row.numbers[at]!).filter((value) => !Number.isNaN(value));
    if (known.length === 0) numbers[at] = Number.NaN;
    else if (firstOnly.has(name)) numbers[at] = known[0]!;
    else if (name === 'updated_at') numbers[at] = Math.max(...known);
    else numbers[at] = known.reduce((total, value) => total + value);
  }
  for (const at of textFields.keys())
    texts[at] = rows.map((row) => row.texts[at] ?? null).find((text) => text !== null) ?? null;
}
