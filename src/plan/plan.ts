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
import type { ColumnType, Derived, Source } from '../sources/source.ts';

/** Where a value of one file comes from: a source's definition, with column positions and conventions in place of names. */
export type Resolved =
  | {
      readonly op: 'column';
      readonly index: number;
      readonly name: string;
      readonly as: ColumnType;
      readonly decimal?: Decimal;
      readonly order?: DateOrder;
      /** Of a sheet of a workbook: a number has a point, whatever mark the texts of the column use. */
      readonly typed?: true;
      /** Written below 0: the magnitude counts. */
      readonly below?: true;
      /** A value of the other sign is refused. */
      readonly positive?: true;
    }
  /** `minus`: the first less all others; a blank one counts as 0. */
  | { readonly op: 'first' | 'plus' | 'minus'; readonly of: readonly Resolved[] }
  | { readonly op: 'times' | 'over' | 'difference'; readonly a: Resolved; readonly b: Resolved }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'constant'; readonly value: string; readonly as: ColumnType }
  | { readonly op: 'when_filled'; readonly column: Resolved; readonly gives: string; readonly otherwise: Resolved }
  | { readonly op: 'split'; readonly of: Resolved; readonly by: string; readonly index: 0 | 1 }
  | { readonly op: 'day'; readonly day: Day }
  /** A day without a year: the last such day up to the newest of the table. */
  | {
      readonly op: 'yearless';
      readonly index: number;
      readonly name: string;
      readonly newest: Day;
      readonly byClock: boolean;
    }
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

/** How one table of a file becomes records: plain data, printed by `kpi inspect`, executed by any engine. */
export interface TablePlan {
  /** Position of the header among the records of the file, blank lines included; -1 if there is none (JSON). */
  readonly at: number;
  /** Whether its header continues in the next record. */
  readonly subtitles: boolean;
  /** The names of its columns, those that are derived last. */
  readonly header: readonly string[];
  readonly derived: readonly DerivedColumn[];
  /** Columns of which a blank cell has the value of the last row that states one. */
  readonly carried: readonly number[];
  /** How many cells each row has at least; further ones are blank. */
  readonly least: number;
  readonly kind: Kind;
  readonly fields: ResolvedFields;
  /** Fields of an order's lines. */
  readonly line: ResolvedFields | null;
  /** Rows to leave out. */
  readonly skip: readonly {
    readonly of: Resolved;
    readonly words: readonly string[];
    readonly except: boolean;
    readonly list: boolean;
    /** Rows in which it is blank, whatever the words. */
    readonly blank?: true;
    readonly reason: string;
  }[];
  /** Whether the first row describes the columns in words. */
  readonly described: boolean;
  /** A column that states the sum of another over all rows of the file; null if there is none. */
  readonly statedSum: { readonly stated: Resolved; readonly of: Resolved } | null;
  /** How rows that add up the others are recognised; null if there are none. */
  readonly totals: TotalsPlan | null;
  /** Where a list of single records shows that a row is not one of them; null for tables of tools and of sums. */
  readonly records: RecordCells | null;
  /** Fields whose values are not quite what they are called. */
  readonly approx: readonly string[];
  /** Whether prices include tax, for orders that do not say it; `never`: the amounts are without tax by definition. */
  readonly taxes: 'included' | 'on top' | 'never';
  /** The offsets that its first times are written with; left out if there are none. */
  readonly offsets?: readonly WrittenOffset[];
  /** The days in its head, for the files of its export that have none. */
  readonly facetDays?: DayRange | null;
  /** Statuses in its head say that parts of orders were given back, but no column says how much. */
  readonly partRefunds?: true;
  /** The period that the preamble, or the configuration, states for the table. */
  readonly period: DayRange | null;
  /** A sign beside its amounts, if nothing in the file states their currency; the report's currency must have this sign. */
  readonly sign: CurrencySign | null;
  /** Warnings about how the table is read. */
  readonly notes: readonly PlanNote[];
}

/** A column that each row gets after its own: a text made of the cells at these places, if the table has them. */
export interface DerivedColumn {
  readonly name: string;
  readonly from: readonly (number | null)[];
  readonly text: Derived['text'];
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

/** The source of the currency of a row's amounts: a field of the table, else what is stated for the file or the report. */
export interface SaidCurrency {
  readonly from: Resolved | null;
  readonly otherwise: string | null;
}

/** What a file is and how it is read. */
export interface FilePlan {
  readonly input: Input;
  readonly path: string;
  readonly encoding: Encoding;
  /** Whether the encoding was detected from the head alone. The reader of the rest throws `OtherEncoding` if it is in another. */
  readonly byHead: boolean;
  /** All records of a small CSV file: its head, read for the plan, need not be read again. */
  readonly records: readonly (readonly string[])[] | null;
  /** Whether the last line of these is ended; for other files the reader finds out. */
  readonly isEnded: boolean;
  readonly shape: ({ readonly form: 'csv' } & CsvShape) | ({ readonly form: 'json' } & { readonly json: JsonShape });
  readonly source: Source;
  /** One, or several for formats that put more than one table in a file. */
  readonly tables: readonly TablePlan[];
  readonly zone: string | null;
  readonly currency: string | null;
  readonly store: string | null;
  readonly account: string | null;
  /** The property of web analytics that the lines above its table name; left out if there is none. */
  readonly property?: string;
  /** Of tables that cover the same days, this file's are read. */
  readonly preferred: boolean;
  /** Its path as the configuration writes it: relative to its folder. */
  readonly written: string;
  readonly warnings: readonly Text[];
  /** That formulas of a sheet have no stored value. */
  readonly uncomputed?: Text;
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

/** Which cells of a table show a row that adds up the others, in any words. */
export interface TotalsPlan {
  /** Columns that say what a row is about, left of the figures: blank in a total row, except for a word such as `Total`. */
  readonly labels: readonly number[];
  /** Columns of the days of rows; a period that each row repeats is not one. */
  readonly dates: readonly number[];
  /** Columns with the day or span of a row of a hand-made table. */
  readonly days: readonly number[];
  /** Whether every row without a name is a total, whatever it holds. */
  readonly unnamed: boolean;
  /** Whether a total may have a name that is in no list: then all figures together decide. */
  readonly named: boolean;
  /** The figure that shows a total row, then others that are added up. */
  readonly sums: readonly Resolved[];
  /** Of these, the place of one that counts people: a total has each of them once. -1 for none. */
  readonly people: number;
}
