import type { ResidentTable } from '../state/resident.ts';

/** A table of sessions in the database, with what it counts by field. */
export interface VisitTable extends ResidentTable {
  /**
   * A view of all rows. Columns: `hour` (local), `combo` (number of a combination of words), `visitor` (128 bits, 0 for
   * none) and those of fields.
   */
  readonly name: string;
  /** The tables that it shows: rows that name no order, and those that do. */
  readonly parts: readonly string[];
  /**
   * The table of rows that name an order; null if none can. It also has the columns `moment` (an instant), `order_key`,
   * and `session` (the id of the visit).
   */
  readonly named: string | null;
  /** What it counts: a column of the same name, or the number that is the same in every row. */
  readonly fields: ReadonlyMap<string, string>;
  readonly hasVisitor: boolean;
  live: boolean;
}
