import type { Day, Instant } from '../core/civil.ts';
import type { Kind } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import type { TimeUnit } from '../core/time-unit.ts';
import type { DayRange } from '../fields/date-range.ts';
import type { DateOrder } from '../fields/date-text.ts';
import type { Decimal } from '../fields/numeral.ts';
import type { CsvShape } from '../readers/csv.ts';
import type { Encoding } from '../readers/decode.ts';
import type { Input } from '../readers/input.ts';
import type { JsonShape } from '../readers/json.ts';
import type { ColumnType, Source } from '../sources/source.ts';

/** Where a value of one file comes from: what a source says, with column positions and conventions in place of names. */
export type Resolved =
  | {
      readonly op: 'column';
      readonly index: number;
      readonly name: string;
      readonly as: ColumnType;
      readonly decimal?: Decimal;
      readonly order?: DateOrder;
      /** Written below 0: the magnitude counts. */
      readonly below?: true;
      /** A value of the other sign is refused. */
      readonly positive?: true;
    }
  /** `minus`: the first less all others, of which a blank one takes nothing off. */
  | { readonly op: 'first' | 'plus' | 'minus'; readonly of: readonly Resolved[] }
  | { readonly op: 'times'; readonly a: Resolved; readonly b: Resolved }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'constant'; readonly value: string; readonly as: ColumnType }
  | { readonly op: 'when_filled'; readonly column: Resolved; readonly gives: string; readonly otherwise: Resolved }
  | { readonly op: 'split'; readonly of: Resolved; readonly by: string; readonly index: 0 | 1 }
  | { readonly op: 'day'; readonly day: Day }
  | { readonly op: 'nth_day'; readonly index: number; readonly name: string; readonly from: Day }
  | {
      readonly op: 'span';
      readonly of: readonly UnitColumn[];
      readonly edge: 'from' | 'to';
      readonly within: DayRange | null;
    };

/** A column that counts time in a unit. */
export interface UnitColumn {
  readonly unit: TimeUnit;
  readonly column: Extract<Resolved, { op: 'column' }>;
}

export type ResolvedFields = Readonly<Record<string, Resolved>>;

/** How one table of a file becomes records: plain data, printed by `kpi inspect`, carried out by any engine. */
export interface TablePlan {
  /** Position of the header among the records of the file, blank lines included; -1 where there is none (JSON). */
  readonly at: number;
  readonly header: readonly string[];
  readonly kind: Kind;
  readonly fields: ResolvedFields;
  /** Fields of an order's lines. */
  readonly line: ResolvedFields | null;
  /** Rows to leave out. */
  readonly skip: readonly {
    readonly of: Resolved;
    readonly words: readonly string[];
    readonly list: boolean;
    readonly reason: string;
  }[];
  /** Whether the first row says in words what the columns hold. */
  readonly described: boolean;
  /** How rows that add up the others are told; null where there are none. */
  readonly totals: TotalsPlan | null;
  /** Where a list of single records says that a row is none of them; null for tables of tools and of sums. */
  readonly records: RecordCells | null;
  /** Fields whose values are not quite what they are called. */
  readonly approx: readonly string[];
  /** Whether the prices of orders that do not tell hold tax; `never`: the amounts are without tax by definition. */
  readonly taxes: 'included' | 'on top' | 'never';
  /** The offsets that its first times are written with; left out where there are none. */
  readonly offsets?: readonly WrittenOffset[];
  /** The period that the preamble, or the configuration, states for the table. */
  readonly period: DayRange | null;
  /** A sign beside its amounts, where nothing in the file says which currency they are in; the report's must be one that has it. */
  readonly sign: CurrencySign | null;
  /** What is to be said of how the table is read. */
  readonly notes: readonly PlanNote[];
}

/** A sign or code of a currency beside the amounts of a column, with the currencies that it may mean. */
export interface CurrencySign {
  readonly sign: string;
  readonly codes: readonly string[];
  readonly column: string;
}

/** A warning that a plan gives. */
export interface PlanNote {
  readonly code: string;
  readonly message: Text;
  /** Whether a figure may be wrong because of it: an error under `--strict`. */
  readonly strict: boolean;
}

/** What a file is and how it is read. */
export interface FilePlan {
  readonly input: Input;
  readonly path: string;
  readonly encoding: Encoding;
  /** Whether the encoding was told by the head alone. Whoever reads the rest throws `OtherEncoding` where it is in another. */
  readonly byHead: boolean;
  /** All records of a small CSV file: its head, read for the plan, need not be read again. */
  readonly records: readonly (readonly string[])[] | null;
  /** Whether the last line of these is ended; of other files whoever reads them sees. */
  readonly isEnded: boolean;
  readonly shape: ({ readonly form: 'csv' } & CsvShape) | ({ readonly form: 'json' } & { readonly json: JsonShape });
  readonly source: Source;
  /** One, or several for formats that put more than one table in a file. */
  readonly tables: readonly TablePlan[];
  readonly zone: string | null;
  readonly currency: string | null;
  readonly store: string | null;
  readonly account: string | null;
  /** Of tables that tell the same days this file's are read. */
  readonly preferred: boolean;
  /** Its path as the configuration writes it: relative to its folder. */
  readonly written: string;
  readonly warnings: readonly Text[];
}

/** An offset that a file writes beside its times, and one of these times. */
export interface WrittenOffset {
  /** `+01:00`. */
  readonly text: string;
  readonly minutes: number;
  readonly at: Instant;
}

/** The columns of ids and dates of a list of orders, refunds, tickets … */
export interface RecordCells {
  readonly ids: readonly number[];
  readonly dates: readonly number[];
}

/** Which cells of a table show a row that adds up the others, in whatever words. */
export interface TotalsPlan {
  /** Columns that say what a row is about, left of the figures: blank in a total row, but for a word such as `Total`. */
  readonly labels: readonly number[];
  /** Columns of the days of rows; those of a period that each row repeats are none. */
  readonly dates: readonly number[];
  /** Columns that say the day or span of a row of a table that someone made. */
  readonly days: readonly number[];
  /** Whether a total may have a name that is in no list: then all figures together decide. */
  readonly named: boolean;
  /** The figure that shows a total row, then others that are added up. */
  readonly sums: readonly Resolved[];
}
