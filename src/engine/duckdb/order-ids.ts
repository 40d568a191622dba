import type { TableInfo } from '../../facts/context.ts';
import type { UnnamedOrders } from '../../facts/name-orders.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';

/** Two tables never come to the same numbers. */
const apart = 2 ** 40;

/** An id without `#`, as records of other files may write it. */
export const orderKeySql = (id: string): string =>
  `CASE WHEN starts_with(${id}, '#') THEN substr(${id}, 2) ELSE ${id} END`;

/** The ids of a table's orders, by row: they stay in the database until somebody asks for them. */
export class KeptIds implements UnnamedOrders {
  /** The number of the order of row 0; that of row r is `first - r`. */
  readonly first: number;

  /** `before`: how many tables have kept ids already. */
  constructor(
    private readonly database: Database,
    readonly table: TableInfo,
    /** Columns: `row`, `id` (without `#`). */
    readonly name: string,
    before: number,
  ) {
    this.first = -1 - before * apart;
  }

  /** Keeps the ids of a selection of rows. */
  async keep(row: string, id: string, of: string): Promise<void> {
    await this.database.run(`CREATE TABLE ${this.name} AS SELECT ${row} AS row, ${orderKeySql(id)} AS id FROM ${of}`);
  }

  async ids(take: (id: string) => void): Promise<void> {
    const rows = this.database.chunks(`SELECT CAST(row AS DOUBLE), id FROM ${this.name} ORDER BY row`);
    await new Cursor(rows).each((cursor) => take(cursor.text(1) ?? ''));
  }
}
