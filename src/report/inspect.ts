import { dayText } from '../core/civil.ts';
import type { Read } from '../facts/read.ts';
import type { FilePlan, Resolved, TablePlan } from '../plan/plan.ts';
import type { FileQuality } from './model.ts';
import { filesOf } from './quality.ts';

/** One table of a file: which field comes from where. */
export interface InspectedTable {
  readonly kind: string;
  readonly fields: readonly { readonly field: string; readonly from: string; readonly approx: boolean }[];
  /** Columns of the file that no field is read from. */
  readonly unused: readonly string[];
  readonly period: string | null;
  /** Whether prices hold tax, of orders whose amounts do not tell. */
  readonly taxes: TablePlan['taxes'] | null;
}

/** What a file was recognised as, how it is read, and what became of its rows. */
export interface Inspected {
  readonly file: FileQuality;
  readonly title: string;
  readonly encoding: string;
  readonly shape: string;
  readonly tables: readonly InspectedTable[];
}

const typeText = (from: Extract<Resolved, { op: 'column' }>): string => {
  const { as, decimal, order } = from;
  if (decimal !== undefined) return `${as.type}, decimal ${decimal === ',' ? 'comma' : 'point'}`;
  if (order !== undefined && order !== 'ymd') return `${as.type}, ${order}`;
  return as.type;
};

/** Where a value comes from, in words. */
export function fromText(from: Resolved): string {
  switch (from.op) {
    case 'column':
      return `"${from.name}" (${typeText(from)})`;
    case 'first':
      return from.of.map(fromText).join(', else ');
    case 'plus':
      return from.of.map(fromText).join(' + ');
    case 'times':
      return `${fromText(from.a)} × ${fromText(from.b)}`;
    case 'text':
      return `always "${from.value}"`;
    case 'when_filled':
      return `${from.gives} where ${fromText(from.column)} is filled, else ${fromText(from.otherwise)}`;
    case 'split':
      return `part ${from.index + 1} of ${fromText(from.of)}, parted by "${from.by.trim()}"`;
    case 'day':
      return `${dayText(from.day)}, stated above the table`;
    case 'nth_day':
      return `"${from.name}" days after ${dayText(from.from)}`;
    case 'period':
      return `${from.edge === 'from' ? 'first' : 'last'} day of the ${from.unit} in "${from.name}"`;
  }
}

function positions(from: Resolved): number[] {
  switch (from.op) {
    case 'column':
    case 'nth_day':
    case 'period':
      return [from.index];
    case 'first':
    case 'plus':
      return from.of.flatMap(positions);
    case 'times':
      return [...positions(from.a), ...positions(from.b)];
    case 'when_filled':
      return [...positions(from.column), ...positions(from.otherwise)];
    case 'split':
      return positions(from.of);
    default:
      return [];
  }
}

function tableOf(table: TablePlan): InspectedTable {
  const all = [
    ...Object.entries(table.fields),
    ...Object.entries(table.line ?? {}).map(([name, from]) => [`line.${name}`, from] as const),
  ];
  const used = new Set([
    ...all.flatMap(([, from]) => positions(from)),
    ...table.skip.flatMap(({ of }) => positions(of)),
  ]);
  return {
    kind: table.kind,
    fields: all.map(([field, from]) => ({ field, from: fromText(from), approx: table.approx.includes(field) })),
    unused: table.header.filter((name, index) => !used.has(index) && name.trim() !== ''),
    period: table.period === null ? null : `${dayText(table.period.from)} to ${dayText(table.period.to)}`,
    taxes: table.kind === 'order' && table.fields.taxes !== undefined ? table.taxes : null,
  };
}

const delimiters: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

const shapeText = (file: FilePlan): string =>
  file.shape.form === 'csv'
    ? `CSV, ${delimiters[file.shape.delimiter] ?? file.shape.delimiter}`
    : `JSON, ${file.shape.json.form}`;

/** What `kpi inspect` prints. */
export function inspected(read: Read): Inspected[] {
  const files = filesOf(read);
  return read.files.map(({ file }, index) => ({
    file: files[index]!,
    title: file.source.title,
    encoding: `${file.encoding.name}${file.encoding.bom ? ' with byte order mark' : ''}`,
    shape: shapeText(file),
    tables: file.tables.map(tableOf),
  }));
}
