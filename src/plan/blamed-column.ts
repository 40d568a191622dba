import { saysNothing } from '../fields/blank.ts';
import { REFUSED } from '../fields/field.ts';
import { kindOf } from './column-kind.ts';
import { readNumber } from './compile.ts';
import type { Resolved } from './plan.ts';
import type { Cells, Zones } from './row-cells.ts';

/** The column whose value was refused, and why. */
export function blame(
  from: Resolved,
  cells: Cells,
  zones: Zones,
): { column: string; reason: string; value: string } | null {
  switch (from.op) {
    case 'column': {
      const value = cells[from.index] ?? '';
      const reason = kindOf(from, zones).why(value);
      return reason === null ? null : { column: from.name, reason, value };
    }
    case 'span': {
      const { column } = from.of[0]!;
      const value = cells[column.index] ?? '';
      return { column: column.name, reason: saysNothing(value) ? 'missing_value' : 'not_a_date', value };
    }
    case 'yearless': {
      const value = cells[from.index] ?? '';
      return readNumber(from, zones)(cells) === REFUSED ? { column: from.name, reason: 'not_a_date', value } : null;
    }
    case 'nth_day':
      return { column: from.name, reason: 'not_a_number', value: cells[from.index] ?? '' };
    case 'first':
    case 'plus':
    case 'minus':
      return from.of.map((one) => blame(one, cells, zones)).find((found) => found !== null) ?? null;
    case 'times':
    case 'over':
    case 'difference':
      return blame(from.a, cells, zones) ?? blame(from.b, cells, zones);
    default:
      return null;
  }
}

/** The first column that a value is read from: what to name if it is missing. */
export function columnName(from: Resolved): string | null {
  switch (from.op) {
    case 'column':
    case 'nth_day':
    case 'yearless':
      return from.name;
    case 'span':
      return from.of[0]?.column.name ?? null;
    case 'first':
    case 'plus':
    case 'minus':
      return from.of.map(columnName).find((name) => name !== null) ?? null;
    case 'times':
    case 'over':
    case 'difference':
      return columnName(from.a);
    default:
      return null;
  }
}
