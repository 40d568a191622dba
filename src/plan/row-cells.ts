import type { Zone } from '../core/zone.ts';

/** A row of a table: its cells by position. */
export type Cells = readonly string[];
export type ReadNumber = (cells: Cells) => number;
export type ReadText = (cells: Cells) => string | null;

/** The zones that texts without an offset are read in. */
export interface Zones {
  readonly source: Zone;
  readonly report: Zone;
  readonly utc: Zone;
}
