import type { UnnamedOrders } from '../../facts/resident.ts';
import type { TableInfo } from '../../facts/table-info.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';

/** An id without `#`, as records of other files may write it. */
export const orderKeySql = (id: string): string =>
  `CASE WHEN starts_with(${id}, '#') THEN substr(${id}, 2) ELSE ${id} END`;

/** The ids of a table's orders: they stay in the database until they are needed. */
export class KeptIds implements UnnamedOrders {
  private constructor(
    private readonly database: Database,
    readonly table: TableInfo,
    readonly count: number,
    /** A table with the columns `id` (without `#`) and `place`: the position of the order, as they come to memory. */
    readonly name: string,
  ) {}

  /** Keeps the ids of a selection of orders, which come to memory in the order of `row`. */
  static async keep(
    database: Database,
    table: TableInfo,
    name: string,
    id: string,
    row: string,
    of: string,
  ): Promise<KeptIds> {
    await database.run(
      `CREATE TABLE ${name} AS SELECT ${orderKeySql(id)} AS id, row_number() OVER (ORDER BY ${row}) - 1 AS place FROM ${of}`,
    );
    const [[count] = []] = await database.rows(`SELECT count(*) FROM ${name}`);
    return new KeptIds(database, table, Number(count), name);
  }

  async ids(take: (id: string) => void): Promise<void> {
    const rows = this.database.chunks(`SELECT CAST(place AS DOUBLE), id FROM ${this.name} ORDER BY place`);
    await new Cursor(rows).each((cursor) => take(cursor.text(1) ?? ''));
  }
}
