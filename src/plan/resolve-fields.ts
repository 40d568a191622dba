import { currencyIn } from '../fields/affix.ts';
import type { DayRange } from '../fields/date-range.ts';
import type { FieldType } from '../records/field-types.ts';
import { recordFields } from '../records/index.ts';
import type { ColumnType, From, Source } from '../sources/source.ts';
import type { Rows } from './head/head-records.ts';
import { currencyOfName, type Header } from './head/header.ts';
import { namedUnit } from './head/named-unit.ts';
import type { Resolved, UnitColumn } from './plan.ts';
import { resolveYearless, type YearHints } from './yearless.ts';

/** What resolving needs to know of a table. */
export interface Around {
  readonly header: Header;
  /** The rows below it; only the cells of these columns are guaranteed. */
  readonly rows: Rows;
  readonly period: DayRange | null;
  /** The lines above the header. */
  readonly above: readonly string[];
  /** What gives the year of days without one. */
  readonly years?: YearHints;
  /** Of a hand-made file, whether a column can be a type by its cells: there, names alone prove little. */
  readonly fits?: (index: number, type: FieldType) => boolean;
  /** Of such a file of orders, their status where no column has a known name of it, or where another marks some as cancelled. */
  readonly statusOf?: (as: ColumnType, named: number | undefined) => Resolved | null;
}

/** How a column is read: a number of `first_reply_minutes` is one of minutes. */
function withUnit(as: ColumnType, name: string): ColumnType {
  if (as.type !== 'duration' || as.unit !== undefined) return as;
  const named = namedUnit(name);
  return named === null ? as : { ...as, unit: named.unit };
}

/** A source's `From` with positions in place of names; null if the table lacks what it needs. */
export function resolve(from: From, around: Around): Resolved | null {
  const { header, period, rows } = around;
  switch (from.op) {
    case 'column': {
      const { fits } = around;
      const index =
        fits === undefined
          ? header.find(from.names)
          : from.names.map((name) => header.find(name)).find((at) => at !== undefined && fits(at, from.as.type));
      const status = from.as.status ? around.statusOf?.(from.as, index) : null;
      if (status) return status;
      if (index === undefined) return null;
      const name = header.names[index] ?? '';
      return { op: 'column', index, name, as: withUnit(from.as, name) };
    }
    case 'first': {
      const all = from.of.map((one) => resolve(one, around)).filter((one) => one !== null);
      // After what is the same in every row nothing is asked.
      const fixed = all.findIndex(({ op }) => op === 'text');
      const of = fixed < 0 ? all : all.slice(0, fixed + 1);
      return of.length < 2 ? (of[0] ?? null) : { op: 'first', of };
    }
    case 'plus':
    case 'minus': {
      const [main, ...more] = from.of.map((one) => resolve(one, around));
      if (main === null || main === undefined) return null;
      const of = [main, ...more.filter((one) => one !== null && one !== undefined)];
      return of.length === 1 ? main : { op: from.op, of };
    }
    case 'times':
    case 'difference':
    case 'over': {
      const [a, b] = [resolve(from.a, around), resolve(from.b, around)];
      return a === null || b === null ? null : { op: from.op, a, b };
    }
    case 'where': {
      const { has } = from;
      const found =
        'above' in has ? around.above.some((line) => has.above.test(line)) : header.find(has.column) !== undefined;
      return found === from.lacks ? null : resolve(from.of, around);
    }
    case 'line_above': {
      const found = around.above.map((line) => from.line.exec(line)?.[1]?.trim() ?? '').find((text) => text !== '');
      return found === undefined ? null : { op: 'text', value: found };
    }
    case 'text':
    case 'constant':
      return from;
    case 'when_filled': {
      const [column, otherwise] = [resolve(from.column, around), resolve(from.otherwise, around)];
      if (column === null) return otherwise;
      return { op: 'when_filled', column, gives: from.gives, otherwise: otherwise ?? { op: 'text', value: '' } };
    }
    case 'split': {
      const of = resolve(from.of, around);
      return of === null ? null : { op: 'split', of, by: from.by, index: from.index };
    }
    case 'titled':
      return { op: 'text', value: from.pattern.test(around.above.at(-1) ?? '') ? from.gives : from.otherwise };
    case 'preamble':
      if (period === null && from.edge === 'to' && typeof around.years?.to === 'number')
        return { op: 'day', day: around.years.to };
      return period === null ? null : { op: 'day', day: from.edge === 'from' ? period.from : period.to };
    case 'yearless': {
      const index = header.find(from.names);
      if (index === undefined || around.years === undefined) return null;
      return resolveYearless(index, header.names[index] ?? '', rows, around.years);
    }
    case 'nth_day': {
      const index = header.find(from.names);
      if (index === undefined || period === null) return null;
      return { op: 'nth_day', index, name: header.names[index] ?? '', from: period.from };
    }
    case 'span': {
      const of = from.of.flatMap(({ unit, names }): UnitColumn[] => {
        const index = header.find(names);
        if (index === undefined) return [];
        return [{ unit, column: { op: 'column', index, name: header.names[index] ?? '', as: { type: 'day' } } }];
      });
      return of.length === 0 ? null : { op: 'span', of, edge: from.edge, within: period };
    }
    case 'header_currency': {
      const index = header.find(from.names);
      const code = index === undefined ? null : currencyOfName(header.names[index] ?? '');
      return code === null ? null : { op: 'text', value: code };
    }
    case 'cell_currency': {
      const index = header.find(from.names);
      if (index === undefined) return null;
      const codes = new Set<string>();
      for (const row of rows([index])) {
        const code = currencyIn(row[index] ?? '');
        if (code !== null) codes.add(code);
      }
      const [code] = codes;
      return codes.size === 1 && code !== undefined ? { op: 'text', value: code } : null;
    }
  }
}

/** The dates of a record: of an instant, a day and a span, only the first in a tool's file counts. */
const dateFields = [['started_at'], ['date'], ['date_from', 'date_to']];

const isNeeded = ({ kind }: Source, field: string): boolean =>
  field === 'gross_sales' || recordFields(kind).get(field)?.required === true;

/** Every field of a source that a table supplies. */
export function resolveFields(source: Source, around: Around): Record<string, Resolved> {
  const fields: Record<string, Resolved> = {};
  const { fits: _, ...byNames } = around;
  for (const [name, from] of Object.entries(source.fields)) {
    // If no column fits, a required field is looked for by name alone: the rejected rows then show what is wrong.
    const resolved = resolve(from, around) ?? (isNeeded(source, name) ? resolve(from, byNames) : null);
    if (resolved !== null) fields[name] = resolved;
  }
  // Hand-made tables mix days and spans, each row with its own; for others the configuration says which they are.
  if (source.tool === 'generic' || source.intervals) return fields;
  const dated = dateFields.find((names) => names.every((name) => fields[name] !== undefined));
  for (const name of dateFields.flat()) if (dated !== undefined && !dated.includes(name)) delete fields[name];
  return fields;
}

/** The leaves of a resolved value: the columns it reads. */
export function columnsOf(from: Resolved): Extract<Resolved, { op: 'column' }>[] {
  switch (from.op) {
    case 'column':
      return [from];
    case 'first':
    case 'plus':
    case 'minus':
      return from.of.flatMap(columnsOf);
    case 'times':
    case 'difference':
    case 'over':
      return [...columnsOf(from.a), ...columnsOf(from.b)];
    case 'when_filled':
      return [...columnsOf(from.column), ...columnsOf(from.otherwise)];
    case 'split':
      return columnsOf(from.of);
    case 'span':
      return from.of.map(({ column }) => column);
    default:
      return [];
  }
}

/** Positions of all cells that a resolved value reads. */
export function positionsOf(from: Resolved): number[] {
  if (from.op === 'nth_day' || from.op === 'yearless') return [from.index];
  return columnsOf(from).map(({ index }) => index);
}

/** The same value with each of its columns mapped. */
export function mapColumns(
  from: Resolved,
  change: (column: Extract<Resolved, { op: 'column' }>) => Resolved,
): Resolved {
  switch (from.op) {
    case 'column':
      return change(from);
    case 'first':
    case 'plus':
    case 'minus':
      return { ...from, of: from.of.map((one) => mapColumns(one, change)) };
    case 'times':
    case 'difference':
    case 'over':
      return { ...from, a: mapColumns(from.a, change), b: mapColumns(from.b, change) };
    case 'when_filled':
      return { ...from, column: mapColumns(from.column, change), otherwise: mapColumns(from.otherwise, change) };
    case 'split':
      return { ...from, of: mapColumns(from.of, change) };
    case 'span': {
      const of = from.of.map((one) => {
        const changed = change(one.column);
        return changed.op === 'column' ? { ...one, column: changed } : one;
      });
      return { ...from, of };
    }
    default:
      return from;
  }
}
