import { key } from '../fields/key.ts';
import { text } from '../fields/words.ts';
import { kindOf, type Zones } from './compile.ts';
import type { Resolved } from './plan.ts';

/** A value of a row in SQL. Cells are the columns `c0`, `c1`, …: NULL where they are empty. */
export interface SqlValue {
  readonly value: string;
  /** Where it is true the value is the one that `readNumber` or `readText` reads; elsewhere they must be asked. */
  readonly sure: string;
}

/** The column of a cell. */
export const cellSql = (index: number): string => `c${index}`;

/** What `readNumber` reads, in SQL; null where there is no such form. */
export function numberSql(from: Resolved, zones: Zones): SqlValue | null {
  switch (from.op) {
    case 'column': {
      const cell = cellSql(from.index);
      const value = kindOf(from, zones).sql?.(cell);
      if (value === undefined) return null;
      const { blank } = from.as;
      return {
        value: blank === undefined ? `(${value})` : `coalesce(${value}, ${blank})`,
        sure: `(${cell} IS NULL OR (${value}) IS NOT NULL)`,
      };
    }
    case 'first':
    case 'plus': {
      const of = from.of.map((one) => numberSql(one, zones));
      if (of.some((one) => one === null)) return null;
      const values = of.map((one) => one!.value);
      return {
        value: from.op === 'plus' ? `(${values.join(' + ')})` : `coalesce(${values.join(', ')})`,
        sure: allOf(of.map((one) => one!.sure)),
      };
    }
    case 'day':
      return { value: String(from.day), sure: 'true' };
    default:
      return null;
  }
}

/** What `readText` reads, in SQL; null where there is no such form. For ids and keys: words are read once each. */
export function textSql(from: Resolved): SqlValue | null {
  switch (from.op) {
    case 'column': {
      if (from.as.words !== undefined || from.as.others !== undefined) return null;
      const cell = cellSql(from.index);
      const value = (from.as.type === 'key' ? key : text).sql?.(cell);
      return value === undefined ? null : { value: `(${value})`, sure: `(${cell} IS NULL OR (${value}) IS NOT NULL)` };
    }
    case 'first': {
      const of = from.of.map(textSql);
      if (of.some((one) => one === null)) return null;
      return { value: `coalesce(${of.map((one) => one!.value).join(', ')})`, sure: allOf(of.map((one) => one!.sure)) };
    }
    default:
      return null;
  }
}

const allOf = (tests: readonly string[]): string => (tests.length === 0 ? 'true' : `(${tests.join(' AND ')})`);
