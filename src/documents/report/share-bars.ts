import { add, type Fraction, ofText } from '../../core/fraction.ts';
import type { Figure } from '../../figures/figure-model.ts';
import type { Cell, Grid } from '../../page/grid.ts';
import { bar } from '../../page/letter-charts.ts';
import { padStart, widthOf } from '../../page/text-width.ts';
import type { Report, ReportRow } from './report-model.ts';

/** Wide enough to distinguish a tenth from a fifth, narrow enough for several. */
const WIDTH = 10;

/** What the groups of each KPI are shares of; null for one whose groups do not add up. The total is the last of the rows. */
export function wholesOf({ kpis }: Report, rows: readonly ReportRow[]): (Fraction | null)[] {
  const [groups, total] = [rows.slice(0, -1), rows.at(-1)];
  return kpis.map(({ id }, k) =>
    // It is a share itself.
    id === 'channel_share'
      ? ofText('1')
      : wholeOf(
          total?.figures[k],
          groups.map((row) => row.figures[k]),
        ),
  );
}

/** The same table with a bar before the figures of those KPIs that have a whole: the share of each group. */
export function withShares(grid: Grid, rows: readonly ReportRow[], wholes: readonly (Fraction | null)[]): Grid {
  const columns = grid.columns.map((column, k) => {
    const whole = wholes[k];
    if (whole == null) return column;
    const width = Math.max(...column.cells.map((cell) => widthOf(cell?.value ?? '')));
    const cells = column.cells.map((cell, i): Cell | undefined => {
      const value = rows[i]?.figures[k]?.value;
      // The total row would be a full bar: it says nothing.
      const isPart = i < rows.length - 1 && value != null && typeof value !== 'string';
      return (
        cell && { ...cell, value: isPart ? `${bar(value, whole, WIDTH)} ${padStart(cell.value, width)}` : cell.value }
      );
    });
    return { ...column, cells };
  });
  return { ...grid, columns, hasShares: true };
}

/** A figure that was only added up, and is on one side of 0. */
const isSum = (value: Figure['value'] | undefined): value is Fraction =>
  value != null && typeof value !== 'string' && !value.divided && value.n >= 0n;

/**
 * The total that groups are shares of: if they add up to it, digit by digit, and none is below 0. An average does not,
 * nor do customers who bought through two channels. Null if there are no shares.
 */
export function wholeOf(total: Figure | undefined, parts: readonly (Figure | undefined)[]): Fraction | null {
  const whole = total?.value;
  if (!isSum(whole) || whole.n === 0n) return null;
  let sum = ofText('0');
  for (const part of parts) {
    if (part === undefined || part.value === null) continue;
    if (!isSum(part.value)) return null;
    sum = add(sum, part.value);
  }
  return sum.n * whole.d === whole.n * sum.d ? whole : null;
}
