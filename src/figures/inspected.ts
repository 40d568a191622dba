import type { Language } from '../core/choices.ts';
import { dayText } from '../core/civil.ts';
import { emailInside } from '../core/email-inside.ts';
import type { Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import type { FilePlan, Resolved, TablePlan } from '../plan/plan.ts';
import type { FileQuality } from './figure-model.ts';
import { type InspectWords, inspectWords } from './inspected-words.ts';
import { filesOf } from './quality.ts';

/** A header may be a row of data after all: no name is shown that holds an address. */
const withoutAddress = (name: string): string => (emailInside.test(name) ? '…' : name);

/** One table of a file: which field comes from where. */
export interface InspectedTable {
  readonly kind: string;
  readonly fields: readonly { readonly field: string; readonly from: string; readonly approx: boolean }[];
  /** Columns of the file that no field is read from. */
  readonly unused: readonly string[];
  readonly period: string | null;
  /** Whether prices include tax, for orders whose amounts do not show it. */
  readonly taxes: TablePlan['taxes'] | null;
}

/** What a file was recognised as, how it is read, and what happened to its rows. */
export interface Inspected {
  readonly file: FileQuality;
  readonly title: string;
  readonly encoding: string;
  readonly shape: string;
  readonly tables: readonly InspectedTable[];
}

function typeText({ as, below, decimal, order }: Extract<Resolved, { op: 'column' }>, say: InspectWords): string {
  const type = `${say.types[as.type]}${below === true ? `, ${say.below}` : ''}`;
  if (decimal !== undefined) return `${type}, ${say.decimal[decimal]}`;
  if (order !== undefined && order !== 'ymd') return `${type}, ${say.orders[order]}`;
  return type;
}

/** Where a value comes from, in words. */
export function fromText(from: Resolved, say: InspectWords): string {
  const text = (inner: Resolved): string => fromText(inner, say);
  switch (from.op) {
    case 'column':
      return `${say.quoted(from.name)} (${typeText(from, say)})`;
    case 'first':
      return from.of.map(text).join(say.else);
    case 'plus':
      return from.of.map(text).join(' + ');
    case 'minus':
      return from.of.map(text).join(' − ');
    case 'times':
      return `${text(from.a)} × ${text(from.b)}`;
    case 'difference':
      return `${text(from.a)} − ${text(from.b)}`;
    case 'over':
      return `${text(from.a)} ÷ ${text(from.b)}`;
    case 'text':
    case 'constant':
      return say.always(from.value);
    case 'when_filled':
      return say.whenFilled(from.gives, text(from.column), text(from.otherwise));
    case 'split':
      return say.part(from.index + 1, text(from.of), from.by.trim());
    case 'day':
      return say.stated(dayText(from.day));
    case 'yearless':
      return say.yearless(from.name, dayText(from.newest));
    case 'nth_day':
      return say.daysAfter(from.name, dayText(from.from));
    case 'span':
      return say.dayOf(
        from.edge,
        from.of.map(({ unit, column }) => ({ unit, column: column.name })),
      );
  }
}

function positions(from: Resolved): number[] {
  switch (from.op) {
    case 'column':
    case 'nth_day':
    case 'yearless':
      return [from.index];
    case 'span':
      return from.of.map(({ column }) => column.index);
    case 'first':
    case 'plus':
    case 'minus':
      return from.of.flatMap(positions);
    case 'times':
    case 'over':
    case 'difference':
      return [...positions(from.a), ...positions(from.b)];
    case 'when_filled':
      return [...positions(from.column), ...positions(from.otherwise)];
    case 'split':
      return positions(from.of);
    default:
      return [];
  }
}

function tableOf(table: TablePlan, say: InspectWords): InspectedTable {
  const all = [
    ...Object.entries(table.fields),
    ...Object.entries(table.line ?? {}).map(([name, from]) => [`line.${name}`, from] as const),
  ];
  const used = new Set([
    ...all.flatMap(([, from]) => positions(from)),
    ...table.skip.flatMap(({ of }) => positions(of)),
    ...table.derived.flatMap(({ from }) => from),
  ]);
  return {
    kind: table.kind,
    fields: all.map(([field, from]) => ({ field, from: fromText(from, say), approx: table.approx.includes(field) })),
    unused: table.header.filter((name, index) => !used.has(index) && name.trim() !== '').map(withoutAddress),
    period: table.period === null ? null : say.span(dayText(table.period.from), dayText(table.period.to)),
    taxes: table.kind === 'order' && table.fields.taxes !== undefined ? table.taxes : null,
  };
}

function shapeText({ input, shape }: FilePlan, say: InspectWords): string {
  if (input.sheet !== undefined) return say.sheet;
  return shape.form === 'csv'
    ? `CSV, ${(say.delimiters as Readonly<Record<string, string>>)[shape.delimiter] ?? shape.delimiter}`
    : `JSON, ${say.json[shape.json.form]}`;
}

const titleOf = ({ title, titleFr }: FilePlan['source']): Text => ({ en: title, fr: titleFr });

/** What `kpi inspect` prints, in a language. */
export function inspected(read: Read, lang: Language): Inspected[] {
  const files = filesOf(read);
  const say = inspectWords[lang];
  return read.files.map(({ file }, index) => ({
    file: files[index]!,
    title: titleOf(file.source)[lang],
    encoding: `${file.encoding.name}${file.encoding.bom ? say.bom : ''}`,
    shape: shapeText(file, say),
    tables: file.tables.map((table) => tableOf(table, say)),
  }));
}
