import type { Kind, Mark } from '../core/kinds.ts';
import type { DaysOption, KpiOptions } from '../core/options.ts';
import { besideField } from '../core/pairs.ts';
import type { Text } from '../core/text.ts';

/**
 * What a measure adds up: plain data, so that every engine can interpret or compile it. Fields are those of the
 * record kind (`records/`) and the ones derived from several records (`measures/derived.ts`).
 */
export type Expr =
  | { readonly op: 'field'; readonly name: string }
  | { readonly op: 'plus' | 'minus'; readonly a: Expr; readonly b: Expr };

/** Which records take part. */
export type Test =
  | { readonly op: 'flag'; readonly name: string }
  | { readonly op: 'is'; readonly name: string; readonly words: readonly string[] }
  | { readonly op: 'filled'; readonly name: string }
  /** Compared in the field's own unit. */
  | { readonly op: 'equals' | 'at_least' | 'below'; readonly name: string; readonly value: number }
  /** A field of seconds is at most so many days. */
  | { readonly op: 'within_days'; readonly name: string; readonly days: DaysOption }
  /** A time is not before the start of the span that is measured. */
  | { readonly op: 'since_start'; readonly name: string }
  /** A time is absent, or not before the end of the span that is measured. */
  | { readonly op: 'open_at_end'; readonly name: string }
  | { readonly op: 'option'; readonly option: keyof KpiOptions; readonly cases: Readonly<Record<string, Test>> }
  | { readonly op: 'all' | 'any'; readonly of: readonly Test[] };

export type Aggregate =
  /** Additive. */
  | 'count'
  | 'sum'
  /** Different values of a field. */
  | 'distinct'
  /** Different values of a field that occur in two records or more. */
  | 'distinct_repeated'
  /** The middle value, the mean of the two middle ones where the count is even. */
  | 'median'
  /** The newest snapshot of each series, added up over the series. */
  | 'last'
  /** Different visitors, or the number that a file exported for exactly this span and group. */
  | 'visitors';

export interface Measure {
  readonly id: string;
  readonly unit: 'money' | 'count' | 'duration' | 'decimal';
  /** The record kind that is read. */
  readonly over: Kind;
  /** The field whose date books the record. */
  readonly at: string;
  readonly doc: Text;
  readonly aggregate: Aggregate;
  /** What is summed, counted apart, or ordered; not for `count`. */
  readonly value?: Expr;
  readonly where?: Test;
  /** Fields that a file must supply, beyond those of `value` and `at`, for the measure to be known. */
  readonly needs?: readonly string[];
  /** The same of all records, where it is one of some of them. */
  readonly plain?: Measure;
  /** Fields of `value` that it goes without where no file has them, each with the mark that says so. */
  readonly leavesOut?: Readonly<Record<string, Mark>>;
  /** `first_order`: means nothing where no order is older than the span. */
  readonly history?: 'first_order';
  /** Known only once so many days after the span are in the files. */
  readonly matures?: DaysOption;
  /** Whose group a record belongs to: its own (the default) or that of its customer's first order. */
  readonly group?: 'first_order';
}

const registry = new Map<string, Measure>();

/** Declares a measure, once. */
export function defineMeasure<const M extends Measure>(measure: M): M {
  if (registry.has(measure.id)) throw new Error(`measure ${measure.id} is declared twice`);
  registry.set(measure.id, measure);
  return measure;
}

/** Every declared measure by id; complete once `measures/index.ts` is loaded. */
export const measures: ReadonlyMap<string, Measure> = registry;

export const field = (name: string): Expr => ({ op: 'field', name });
/** The value of a field in the records that tell another one as well; what is left out marks the sum as incomplete. */
export const beside = (plain: Measure, name: string, other: string) =>
  ({ plain, value: field(besideField(name, other)), needs: [name, other] }) as const;
export const plus = (a: Expr, b: Expr): Expr => ({ op: 'plus', a, b });
export const minus = (a: Expr, b: Expr): Expr => ({ op: 'minus', a, b });
export const flag = (name: string): Test => ({ op: 'flag', name });
export const filled = (name: string): Test => ({ op: 'filled', name });
export const is = (name: string, ...words: string[]): Test => ({ op: 'is', name, words });
export const equals = (name: string, value: number): Test => ({ op: 'equals', name, value });
export const atLeast = (name: string, value: number): Test => ({ op: 'at_least', name, value });
export const below = (name: string, value: number): Test => ({ op: 'below', name, value });
export const withinDays = (name: string, days: DaysOption): Test => ({ op: 'within_days', name, days });
export const sinceStart = (name: string): Test => ({ op: 'since_start', name });
export const openAtEnd = (name: string): Test => ({ op: 'open_at_end', name });
export const all = (...of: Test[]): Test => ({ op: 'all', of });
export const any = (...of: Test[]): Test => ({ op: 'any', of });

/** The fields that an expression or a test reads. */
export function fieldsOf(node: Expr | Test | undefined): string[] {
  if (node === undefined) return [];
  if ('name' in node) return [node.name];
  if ('a' in node) return [...fieldsOf(node.a), ...fieldsOf(node.b)];
  if ('cases' in node) return Object.values(node.cases).flatMap(fieldsOf);
  return node.of.flatMap(fieldsOf);
}
