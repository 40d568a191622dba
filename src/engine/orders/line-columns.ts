import type { Column } from '../columns/column.ts';
import type { Lines } from './order-lines.ts';

/** A column that is written whether or not anybody asks for it. */
export type Sums = Pick<Column, 'set' | 'add' | 'setRange'>;

/** What the lines of each order come to. */
export class LineColumns {
  readonly units: Sums;
  readonly value: Sums;
  readonly cost: Sums;
  /** The value of those whose cost is known. */
  readonly costed: Sums;

  constructor(column: (name: string) => Sums) {
    this.units = column('units');
    this.value = column('line_value');
    this.cost = column('goods_cost');
    this.costed = column('costed_line_value');
  }

  /** Begins an order without lines. */
  clear(row: number): void {
    this.units.set(row, 0);
    this.value.set(row, 0);
    this.cost.set(row, 0);
    this.costed.set(row, 0);
  }

  /** Adds lines, in the report's currency. */
  add(row: number, { units, value, cost, costed }: Lines): void {
    this.units.add(row, units);
    this.value.add(row, value);
    this.cost.add(row, cost);
    this.costed.add(row, costed);
  }
}
