import { scaleOf } from '../../ingest/score.ts';
import type { TableInfo } from './table-info.ts';

/** A score of 0: whether its scale has one is only known once all scores of its source are read. */
interface Zero {
  readonly table: TableInfo;
  readonly record: number;
  readonly column: string;
  readonly text: string;
}

/** The scores of one source and form of table whose cells state no scale: the name of their column does, or their own values decide it. */
export class UnscaledScores {
  /** The top that the name of the column states; NaN if it states none. */
  stated = Number.NaN;
  lowest = Number.POSITIVE_INFINITY;
  highest = Number.NEGATIVE_INFINITY;
  /** The tables that have such scores, and their column. */
  readonly tables = new Map<TableInfo, string>();
  /** By row of the facts. */
  readonly zeros = new Map<number, Zero>();

  /** The top of their scale, in millionths. */
  get scale(): number {
    return Number.isNaN(this.stated) ? scaleOf(this.lowest, this.highest) : this.stated;
  }
}
