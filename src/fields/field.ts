/**
 * A field kind turns the text of one cell into a value. The readers call `parse` a million times a second, so what it
 * returns is a bare number and never an object:
 *
 * - money, counts, ratios and durations (in seconds) are whole millionths, safe integers: 12.5 is 12500000;
 * - instants are milliseconds since 1970 in UTC, days are whole days since 1970-01-01;
 * - flags are 1 and 0.
 */
export interface FieldKind {
  readonly id: string;
  /** What is accepted, in a sentence or two. */
  readonly doc: string;
  /** The value, or BLANK, or REFUSED. Never throws. */
  readonly parse: (text: string) => number;
  /** Why `parse` refused this text; null if it did not. Slow: for the few texts that end in the rejects. */
  readonly why: (text: string) => Reason | null;
}

/** A kind whose value is text. There is no text that it refuses; null is blank. */
export interface TextKind {
  readonly id: string;
  readonly doc: string;
  readonly parse: (text: string) => string | null;
}

/** The cell is blank. Test with `value !== value`. */
export const BLANK = Number.NaN;

/** The cell says something that the kind does not understand. Test with `value === REFUSED`. */
export const REFUSED = -Infinity;

/** Why a text was refused. The codes appear in `--rejects` files: they are kept stable. */
export type Reason =
  | 'not_a_number'
  | 'too_large'
  /** A number or a date, but only in another convention than its column's. */
  | 'breaks_convention'
  | 'not_whole'
  | 'unexpected_percent'
  /** Below 0 if the column writes magnitudes, or above 0 if it writes them below 0. */
  | 'unexpected_sign'
  | 'not_a_date'
  | 'no_such_day'
  | 'no_such_time'
  /** Such as `03/04/2026` in a column whose order is unknown. */
  | 'ambiguous'
  /** A year before 1900 or after 2199. */
  | 'out_of_range'
  | 'not_a_duration'
  | 'unknown_word'
  | 'unknown_zone';
