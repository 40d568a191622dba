import type { TableInfo } from '../../facts/context.ts';
import type { UnnamedOrders } from '../../facts/name-orders.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';

/** An id without `#`, as records of other files may write it. */
export const orderKeySql = (id: string): string =>
  `CASE WHEN starts_with(${id}, '#') THEN substr(${id}, 2) ELSE ${id} END`;

/** The ids of a table's orders: they stay in the database until somebody asks for them. */
export class KeptIds implements UnnamedOrders {
  /** The rows of the orders, ascending, as they come to memory. */
  readonly #rows: Int32Array;
  #taken = 0;

  private constructor(
    private readonly database: Database,
    readonly table: TableInfo,
    readonly count: number,
    /** A table with the columns `id` (without `#`) and `row`. */
    readonly name: string,
  ) {
    this.#rows = new Int32Array(count);
  }

  /** Keeps the ids of a selection of orders, each with its row. */
  static async keep(
    database: Database,
    table: TableInfo,
    name: string,
    id: string,
    row: string,
    of: string,
  ): Promise<KeptIds> {
    await database.run(`CREATE TABLE ${name} AS SELECT ${orderKeySql(id)} AS id, ${row} AS row FROM ${of}`);
    const [[count] = []] = await database.rows(`SELECT count(*) FROM ${name}`);
    return new KeptIds(database, table, Number(count), name);
  }

  /** The order at a row has come to memory. */
  take(row: number): void {
    this.#rows[this.#taken] = row;
    this.#taken += 1;
  }

  /** The how-many-th order stands at a row. */
  placeOf(row: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async ids(take: (id: string) => void): Promise<void> {
    const rows = this.database.chunks(`SELECT CAST(row AS DOUBLE), id FROM ${this.name} ORDER BY row`);
    await new Cursor(rows).each((cursor) => take(cursor.text(1) ?? ''));
  }
}
