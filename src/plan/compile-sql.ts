import type { SqlForm } from '../fields/field.ts';
import { key } from '../fields/key.ts';
import { text } from '../fields/words.ts';
import { kindOf, type Zones } from './compile.ts';
import type { Resolved } from './plan.ts';

/** The column of a cell: NULL where it is empty. */
export const cellSql = (index: number): string => `c${index}`;

/**
 * Fields of a table in SQL, in three layers of SELECTs: what is worked out once of a cell (`steps`), the value of each cell
 * (`values`), and the fields, which are made of these.
 */
export class FieldsSql {
  readonly steps: string[] = [];
  readonly values: { readonly sql: string; readonly cell: string }[] = [];
  readonly #known = new Map<string, string>();

  constructor(readonly zones: Zones) {}

  /** What `readNumber` reads; null where there is no such form. */
  number(from: Resolved): string | null {
    switch (from.op) {
      case 'column': {
        const { blank } = from.as;
        const value = this.#value(from.index, JSON.stringify({ ...from, name: '' }), kindOf(from, this.zones).sql);
        return value === null || blank === undefined ? value : `coalesce(${value}, ${blank})`;
      }
      case 'first':
      case 'plus': {
        const of = from.of.map((one) => this.number(one));
        if (of.some((one) => one === null)) return null;
        return from.op === 'plus' ? `(${of.join(' + ')})` : `coalesce(${of.join(', ')})`;
      }
      case 'day':
        return String(from.day);
      default:
        return null;
    }
  }

  /** What `readText` reads, for ids and keys: words are read once each. Null where there is no such form. */
  text(from: Resolved): string | null {
    switch (from.op) {
      case 'column': {
        if (from.as.words !== undefined || from.as.others !== undefined) return null;
        return this.#value(from.index, from.as.type, (from.as.type === 'key' ? key : text).sql);
      }
      case 'first': {
        const of = from.of.map((one) => this.text(one));
        return of.some((one) => one === null) ? null : `coalesce(${of.join(', ')})`;
      }
      default:
        return null;
    }
  }

  /** True for rows with a cell that these forms do not read: `readNumber` and `readText` must be asked. */
  unsure(): string[] {
    return this.values.map(({ cell }, at) => `(${cell} IS NOT NULL AND v${at} IS NULL)`);
  }

  #value(index: number, as: string, form: SqlForm | undefined): string | null {
    if (form === undefined) return null;
    const cell = cellSql(index);
    const known = this.#known.get(`${cell} ${as}`);
    if (known !== undefined) return known;
    const sql = form(cell, (expression) => `s${this.steps.push(expression) - 1}`);
    const name = `v${this.values.push({ sql, cell }) - 1}`;
    this.#known.set(`${cell} ${as}`, name);
    return name;
  }

  /** The layers below the fields, over a source of cells; `cells` are passed on beside them. */
  from(source: string, cells: readonly string[]): string {
    const passed = [...new Set([...cells, ...this.values.map(({ cell }) => cell)])].join(', ');
    const steps = this.steps.map((sql, at) => `, ${sql} AS s${at}`).join('');
    const values = this.values.map(({ sql }, at) => `, ${sql} AS v${at}`).join('');
    return `(SELECT ${passed}${values} FROM (SELECT ${passed}${steps} FROM ${source}))`;
  }
}
