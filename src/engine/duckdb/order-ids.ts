import type { TableInfo } from '../../facts/context.ts';
import type { UnnamedOrders } from '../../facts/name-orders.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';

/** An id without `#`, as records of other files may write it. */
export const orderKeySql = (id: string): string =>
  `CASE WHEN starts_with(${id}, '#') THEN substr(${id}, 2) ELSE ${id} END`;

/** The ids of a table's orders, in the order of rows: they stay in the database until somebody asks for them. */
export class KeptIds implements UnnamedOrders {
  private constructor(
    private readonly database: Database,
    readonly table: TableInfo,
    readonly count: number,
    /** A table with the column `id` (without `#`). */
    readonly name: string,
  ) {}

  /** Keeps the ids of a selection of rows. */
  static async keep(database: Database, table: TableInfo, name: string, id: string, of: string): Promise<KeptIds> {
    await database.run(`CREATE TABLE ${name} AS SELECT ${orderKeySql(id)} AS id FROM ${of}`);
    const [[count] = []] = await database.rows(`SELECT count(*) FROM ${name}`);
    return new KeptIds(database, table, Number(count), name);
  }

  async ids(take: (id: string) => void): Promise<void> {
    const rows = this.database.chunks(`SELECT CAST(rowid AS DOUBLE), id FROM ${this.name} ORDER BY rowid`);
    await new Cursor(rows).each((cursor) => take(cursor.text(1) ?? ''));
  }
}
