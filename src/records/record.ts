import type { Text } from '../core/text.ts';
import type { FieldMeta } from './field-types.ts';

/**
 * What a value of the other sign means in a field that is positive by definition. `refused`: it cannot be understood.
 * `credit`: money that came back, as ads and suppliers credit it: it lowers the sum. `judged`: the row is judged as a
 * whole, since a discount that is returned with the items is correct.
 */
export type OtherSign = 'refused' | 'credit' | 'judged';

/** All that is known of a kind of records: other code reads it here. */
export interface RecordKind<Field extends string = string> {
  readonly words: {
    /** In English one of them, in French several. */
    readonly one: Text;
    /** The export in which its records are found. */
    readonly export: Text;
  };
  /** Whether a record has a moment of its own, or counts what happened on a day or in a span of days. */
  readonly booked: 'instant' | 'day';
  /** The fields that book a record of an instant; the first never changes. */
  readonly at?: readonly Field[];
  /** The field that names it. */
  readonly id?: Field;
  /** The field that says whose it is, which never changes. */
  readonly whose?: Field;
  /** The amount of a record, which hardly changes: rows of one id in one file that differ in it are lines. */
  readonly amount?: Field;
  /**
   * What two rows of one key are compared by, the most important first. Without any a record is an event, which does
   * not change.
   */
  readonly measured?: readonly string[];
  /** Whether its records belong to an account of a tool rather than to a shop. */
  readonly ofAccounts?: true;
  /** Fields that a row of totals adds up; the first proves it. */
  readonly sums?: readonly Field[];
  /** Fields that are positive by definition. */
  readonly signs?: Readonly<Record<string, OtherSign>>;
  /** Fields that are unknown, not 0, if no row of a file has them. */
  readonly untold?: readonly Field[];
  /** Whether two tools may record the same things of one shop, each in its own way. */
  readonly ofTools?: true;
  /** What a file of no known tool must have to be one of this kind: each entry is one way, a list in it a choice. */
  readonly ways: readonly (readonly (string | readonly string[])[])[];
  /** Fields that are calculated from several records, or from a record and its neighbours. */
  readonly derived: readonly string[];
  /** In the order in which they are written. */
  readonly fields: Readonly<Record<Field, FieldMeta>>;
}

/** Declares a kind of records. */
export const defineRecord = <const F extends Readonly<Record<string, FieldMeta>>, const D extends readonly string[]>(
  record: Omit<RecordKind<keyof F & string>, 'fields' | 'derived'> & { readonly derived: D; readonly fields: F },
): Omit<RecordKind, 'fields' | 'derived'> & { readonly derived: D; readonly fields: F } => record;
