import type { Kind, Mark } from '../core/kinds.ts';
import type { DaysOption, KpiOptions } from '../core/kpi-options.ts';
import { besideField } from '../core/pairs.ts';
import type { Text } from '../core/text.ts';
import type { DerivedOf, FieldOf } from '../records/index.ts';

/**
 * What a measure adds up: plain data, so that every engine can interpret or compile it. Fields are those of the
 * record kind (`records/`) and the ones derived from several records (`measures/derived.ts`).
 */
export type Expr<F extends string = string> =
  | { readonly op: 'field'; readonly name: F }
  | { readonly op: 'minus'; readonly a: Expr<F>; readonly b: Expr<F> };

/** Which records take part. */
export type Test<F extends string = string> =
  | { readonly op: 'flag'; readonly name: F }
  | { readonly op: 'is'; readonly name: F; readonly words: readonly string[] }
  | { readonly op: 'filled'; readonly name: F }
  /** Compared in the field's own unit. */
  | { readonly op: 'equals' | 'at_least' | 'below'; readonly name: F; readonly value: number }
  /** A field of seconds is at most this many days. */
  | { readonly op: 'within_days'; readonly name: F; readonly days: DaysOption }
  /** A time is not before the start of the span that is measured. */
  | { readonly op: 'since_start'; readonly name: F }
  /** A time is absent, or not before the end of the span that is measured. */
  | { readonly op: 'open_at_end'; readonly name: F }
  | { readonly op: 'option'; readonly option: keyof KpiOptions; readonly cases: Readonly<Record<string, Test<F>>> }
  | { readonly op: 'all'; readonly of: readonly Test<F>[] };

export type Aggregate =
  /** Additive. */
  | 'count'
  | 'sum'
  /** Distinct values of a field. */
  | 'distinct'
  /** Distinct values of a field that occur in two records or more. */
  | 'distinct_repeated'
  /** The middle value, the mean of the two middle ones where the count is even. */
  | 'median'
  /** The newest snapshot of each series, added up over the series. */
  | 'last'
  /** A sum that is unknown, not 0, in a group without any such record. */
  | 'gained'
  /** Distinct visitors, or the number that a file exported for exactly this span and group. */
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
  /** What is summed, counted distinctly, or ordered; not for `count`. */
  readonly value?: Expr;
  readonly where?: Test;
  /** Fields that a file must supply, beyond those of `value` and `at`, for the measure to be known. */
  readonly needs?: readonly string[];
  /** The option without which it is not known although a file has this field, which it is derived from. */
  readonly onlyWith?: { readonly option: 'business_hours' | 'complaint_tags'; readonly field: string };
  /** The same measure over all records, if this one is over some of them. */
  readonly plain?: Measure;
  /** Fields of `value` that may be missing from all files, each with the mark that says so. */
  readonly leavesOut?: Readonly<Record<string, Mark>>;
  /** `first_order`: meaningless if no order is older than the span. */
  readonly history?: 'first_order';
  /** Known only once this many days after the span are in the files. */
  readonly matures?: DaysOption;
  /** Whose group a record belongs to: its own (the default) or that of its customer's first order. */
  readonly group?: 'first_order';
}

const registry = new Map<string, Measure>();

/** The fields of a kind that measures may read: those of its records, and those that are derived from several of them. */
type Readable<K extends Kind> = FieldOf<K> | DerivedOf<K> | `${FieldOf<K>}_beside_${FieldOf<K>}`;

interface Declared<K extends Kind>
  extends Omit<Measure, 'over' | 'at' | 'value' | 'where' | 'needs' | 'onlyWith' | 'leavesOut' | 'plain'> {
  readonly over: K;
  readonly at: Readable<K>;
  readonly value?: Expr<Readable<K>>;
  readonly where?: Test<Readable<K>>;
  readonly needs?: readonly Readable<K>[];
  readonly onlyWith?: NonNullable<Measure['onlyWith']> & { readonly field: Readable<K> };
  readonly leavesOut?: Readonly<Partial<Record<Readable<K>, Mark>>>;
  readonly plain?: Measure;
}

/** Declares a measure, once. A field that its kind does not have does not compile. */
export function defineMeasure<const K extends Kind, const M extends Declared<K>>(
  measure: M & { readonly over: K },
): M & Measure {
  if (registry.has(measure.id)) throw new Error(`measure ${measure.id} is declared twice`);
  const declared = measure as M & Measure;
  registry.set(measure.id, declared);
  return declared;
}

/** Every declared measure by id; complete once `measures/index.ts` is loaded. */
export const measures: ReadonlyMap<string, Measure> = registry;

export const field = <const F extends string>(name: F): Expr<F> => ({ op: 'field', name });
/** The value of a field in the records that have another one as well; what is left out marks the sum as incomplete. */
export const beside = <const F extends string, const G extends string>(plain: Measure, name: F, other: G) =>
  ({ plain, value: field(besideField(name, other)), needs: [name, other] }) as const;
export const minus = <const F extends string>(a: Expr<F>, b: Expr<F>): Expr<F> => ({ op: 'minus', a, b });
export const flag = <const F extends string>(name: F): Test<F> => ({ op: 'flag', name });
export const filled = <const F extends string>(name: F): Test<F> => ({ op: 'filled', name });
export const is = <const F extends string>(name: F, ...words: string[]): Test<F> => ({ op: 'is', name, words });
export const equals = <const F extends string>(name: F, value: number): Test<F> => ({ op: 'equals', name, value });
export const atLeast = <const F extends string>(name: F, value: number): Test<F> => ({ op: 'at_least', name, value });
export const below = <const F extends string>(name: F, value: number): Test<F> => ({ op: 'below', name, value });
export const withinDays = <const F extends string>(name: F, days: DaysOption): Test<F> => ({
  op: 'within_days',
  name,
  days,
});
export const sinceStart = <const F extends string>(name: F): Test<F> => ({ op: 'since_start', name });
export const openAtEnd = <const F extends string>(name: F): Test<F> => ({ op: 'open_at_end', name });
export const all = <const F extends string>(...of: Test<F>[]): Test<F> => ({ op: 'all', of });

/** The fields that an expression or a test reads. */
export function fieldsOf(node: Expr | Test | undefined): string[] {
  if (node === undefined) return [];
  if ('name' in node) return [node.name];
  if ('a' in node) return [...fieldsOf(node.a), ...fieldsOf(node.b)];
  if ('cases' in node) return Object.values(node.cases).flatMap(fieldsOf);
  return node.of.flatMap(fieldsOf);
}

/** Whether a test depends on the span, not only on the row. */
export function dependsOnSpan(test: Test | undefined): boolean {
  if (test === undefined) return false;
  if (test.op === 'since_start' || test.op === 'open_at_end') return true;
  if (test.op === 'option') return Object.values(test.cases).some(dependsOnSpan);
  return test.op === 'all' && test.of.some(dependsOnSpan);
}
