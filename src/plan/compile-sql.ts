import type { SqlForm } from '../fields/field.ts';
import { key } from '../fields/key.ts';
import { text } from '../fields/text-field.ts';
import { constantNumber, kindOf, type Zones } from './compile.ts';
import type { Resolved } from './plan.ts';

export { keyBitsSql } from '../fields/key.ts';

/** The column of a cell: NULL if it is empty. */
export const cellSql = (index: number): string => `c${index}`;

/**
 * A cell on its way out of the database, where a byte order mark at the start of a text is lost: it is returned twice.
 */
export const wholeCellSql = (index: number): string =>
  `CASE WHEN starts_with(c${index}, chr(65279)) THEN chr(65279) || c${index} ELSE c${index} END`;

/**
 * Fields of a table in SQL, in three layers of SELECTs: what is calculated once for a cell (`steps`), the value of each
 * cell (`values`), and the fields, which are made of these.
 */
export class FieldsSql {
  readonly steps: string[] = [];
  readonly values: { readonly sql: string; readonly cell: string }[] = [];
  readonly #known = new Map<string, string>();

  constructor(readonly zones: Zones) {}

  /** What `readNumber` reads; null if it has no SQL form. */
  number(from: Resolved): string | null {
    switch (from.op) {
      case 'column': {
        const { blank } = from.as;
        const value = this.#value(from.index, JSON.stringify({ ...from, name: '' }), kindOf(from, this.zones).sql);
        return value === null || blank === undefined ? value : `coalesce(${value}, ${blank})`;
      }
      case 'first':
      case 'minus':
      case 'plus': {
        const of = from.of.map((one) => this.number(one));
        if (of.some((one) => one === null)) return null;
        if (from.op === 'minus')
          return `(${of.map((one, at) => (at === 0 ? one : `coalesce(${one}, 0)`)).join(' - ')})`;
        return from.op === 'plus' ? `(${of.join(' + ')})` : `coalesce(${of.join(', ')})`;
      }
      case 'difference': {
        const [a, b] = [this.number(from.a), this.number(from.b)];
        return a === null || b === null ? null : `(${a} - ${b})`;
      }
      case 'constant':
        return String(constantNumber(from, this.zones));
      case 'day':
        return String(from.day);
      default:
        return null;
    }
  }

  /** What `readText` reads, for ids and keys: words are read once each. Null if it has no SQL form. */
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

  /** The 128 bits that distinguish the keys that `readText` reads; null if it has no SQL form. */
  bits(from: Resolved): string | null {
    if (from.op === 'first') {
      const of = from.of.map((one) => this.bits(one));
      return of.some((one) => one === null) ? null : `coalesce(${of.join(', ')})`;
    }
    if (from.op !== 'column' || from.as.type !== 'key') return null;
    return from.as.words === undefined && from.as.others === undefined
      ? this.#value(from.index, 'bits', key.bits)
      : null;
  }

  /** True for rows with a cell that these forms do not read: `readNumber` and `readText` must be called. */
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

  /** The layers below the fields, over a source of cells; `cells` are passed through beside them. */
  from(source: string, cells: readonly string[]): string {
    const passed = [...new Set([...cells, ...this.values.map(({ cell }) => cell)])].join(', ');
    const values = this.values.map(({ sql }, at) => `, ${sql} AS v${at}`).join('');
    return `(SELECT ${passed}${values} FROM ${withSteps(this.steps, passed, source)})`;
  }
}

/**
 * A source with steps beside its columns `passed`: the steps in a layer of SELECTs need nothing from their own layer.
 */
export function withSteps(steps: readonly string[], passed: string, source: string): string {
  const layerOf: number[] = [];
  for (const sql of steps) {
    const used = [...sql.matchAll(/\bs(\d+)\b/g)].map(([, at]) => layerOf[Number(at)] ?? 0);
    layerOf.push(1 + Math.max(-1, ...used));
  }
  let from = source;
  const before: string[] = [];
  for (let layer = 0; layer <= Math.max(-1, ...layerOf); layer += 1) {
    const own = steps.flatMap((sql, at) => (layerOf[at] === layer ? [`${sql} AS s${at}`] : []));
    from = `(SELECT ${[passed, ...before, ...own].join(', ')} FROM ${from})`;
    before.push(...steps.flatMap((_, at) => (layerOf[at] === layer ? [`s${at}`] : [])));
  }
  return from;
}
