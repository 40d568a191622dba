import type { RowReader } from '../../ingest/row-reader.ts';
import type { FieldColumns } from '../../reader/columns.ts';
import { recordOf } from '../../records/index.ts';
import type { TableInfo } from '../state/table-info.ts';

/** Amounts of orders that are unknown until a row of the table has them. */
export class StatedAmounts {
  readonly #unknown: { readonly name: string; readonly at: number }[];

  constructor(
    private readonly table: TableInfo,
    private readonly reader: RowReader,
  ) {
    this.#unknown = (recordOf('order').untold ?? [])
      .map((name) => ({ name, at: reader.numberAt(name) }))
      .filter(({ at }) => table.plan.kind === 'order' && at !== -1);
  }

  /** Notes which of them the current row has. */
  note(): void {
    const { numbers } = this.reader;
    for (let i = this.#unknown.length - 1; i >= 0; i -= 1)
      if (!Number.isNaN(numbers[this.#unknown[i]!.at]!)) this.#found(i);
  }

  /** The same of some of the records in columns: `records[from]` and further ones. */
  noteColumns({ numbers }: FieldColumns, records: Int32Array, from: number, past: number): void {
    for (let i = this.#unknown.length - 1; i >= 0; i -= 1) {
      const column = numbers[this.#unknown[i]!.at]!;
      let at = from;
      while (at < past && Number.isNaN(column[records[at]!]!)) at += 1;
      if (at < past) this.#found(i);
    }
  }

  #found(i: number): void {
    this.table.told.add(this.#unknown[i]!.name);
    this.#unknown.splice(i, 1);
  }
}
