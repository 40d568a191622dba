import type { ResidentTable } from '../../facts/resident.ts';

/** A table of visits in the database, with what it counts by field. */
export interface VisitTable extends ResidentTable {
  /**
   * Columns: `moment` (an instant), those of words, `visitor` (128 bits of its key, NULL for none), `order_key`, with
   * it `session` (its id), and those of fields.
   */
  readonly name: string;
  /** Of a row, the number of its words in `name_words`. */
  readonly words: string;
  /** What it counts: a column of the same name, or the number that is the same in every row. */
  readonly fields: ReadonlyMap<string, string>;
  readonly hasVisitor: boolean;
  readonly hasOrder: boolean;
  /** Whether a row is a session. */
  readonly isSession: boolean;
  live: boolean;
}
