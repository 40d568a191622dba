import type { DurationUnit } from '../core/duration-unit.ts';
import type { Kind } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import type { TimeUnit } from '../core/time-unit.ts';
import type { FieldType } from '../records/field-types.ts';
import type { FieldOf, records } from '../records/index.ts';
import type { told } from '../records/told.ts';

/** The type of a column, and its peculiarities in one tool's export. */
export interface ColumnType<T extends FieldType = FieldType> {
  readonly type: T;
  /** What an empty cell means; without it, nothing. */
  readonly blank?: number;
  /** Unit of a bare number in a duration column; without it the one that its name states, else seconds. */
  readonly unit?: DurationUnit;
  /** The time zone that the tool writes this column in, whatever the shop's zone. */
  readonly zone?: 'UTC';
  /** The order of day and month that the tool always writes. */
  readonly order?: 'dmy' | 'mdy';
  /** The order that the tool writes unless the column proves the other, as after a spreadsheet saved the file again. */
  readonly usualOrder?: 'dmy' | 'mdy';
  /** What a bare number means in a ratio column. */
  readonly bare?: 'fraction' | 'percent';
  /** Yes and no stand for 1 and 0. */
  readonly flags?: true;
  /** A count that tools estimate: it may have a fraction. */
  readonly estimated?: true;
  /** Words of the tool to our words; an empty one means blank, and '' is an empty cell. Other words are kept. */
  readonly words?: Readonly<Record<string, string>>;
  /** The words are statuses of orders: those of a known meaning become ours (`core/order-status.ts`), after `words`. */
  readonly status?: true;
  /** What every word that `words` does not list becomes; an empty cell stays blank. */
  readonly others?: string;
}

/**
 * Where a field's value comes from: plain data, which the plan of a file resolves to column positions. A column that a
 * file does not have resolves to nothing, and with it whatever needs it.
 *
 * Names are those of the header, here and in a signature. One that ends in ` (*)` also stands for the name with any note
 * in parentheses after it, and without: `Amount spent (*)` is `Amount spent (EUR)` and `Amount spent`.
 */
export type From<T extends FieldType = FieldType> =
  | { readonly op: 'column'; readonly names: readonly string[]; readonly as: ColumnType<T> }
  /** The first that exists and is not blank. */
  | { readonly op: 'first'; readonly of: readonly From<T>[] }
  | { readonly op: 'plus'; readonly of: readonly From<T>[] }
  /** The first less all others, of which a blank one counts as 0. */
  | { readonly op: 'minus'; readonly of: readonly From<T>[] }
  /** `of`, in files that have what is asked for; with `lacks`, in all others. */
  | { readonly op: 'where'; readonly has: FileMark; readonly lacks: boolean; readonly of: From<T> }
  /** The same value in every row, of any type, written with a point before decimals. */
  | { readonly op: 'constant'; readonly value: string; readonly as: ColumnType<T> }
  | (Numeric & T extends never ? never : Times | Over | Difference)
  | ('text' & T extends never ? never : OfText)
  | ('day' & T extends never ? never : OfDay);

type Numeric = 'money' | 'count' | 'number' | 'ratio' | 'duration';

/** What distinguishes files of one tool: one of these columns, or a line above the header. */
export type FileMark = { readonly column: string | readonly string[] } | { readonly above: RegExp };

/** A mean or share times a number of sessions, exactly, rounded to six places. */
interface Times {
  readonly op: 'times';
  readonly a: From<Numeric>;
  readonly b: From<Numeric>;
}

/** A quotient, rounded to six places; blank if the divisor is blank or 0. */
interface Over {
  readonly op: 'over';
  readonly a: From<Numeric>;
  readonly b: From<Numeric>;
}

/** The first less the second; blank if either is blank, absent if either column is. */
interface Difference {
  readonly op: 'difference';
  readonly a: From<Numeric>;
  readonly b: From<Numeric>;
}

type OfText =
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'when_filled'; readonly column: From; readonly gives: string; readonly otherwise: From<'text'> }
  /** A word for a table whose title, the line right above its header, has a pattern in it; else another word. */
  | { readonly op: 'titled'; readonly pattern: RegExp; readonly gives: string; readonly otherwise: string }
  /** A part of a `source / medium` cell. */
  | { readonly op: 'split'; readonly of: From<'text'>; readonly by: string; readonly index: 0 | 1 }
  /** The currency in the name of a column: `Amount spent (EUR)`. */
  | { readonly op: 'header_currency'; readonly names: readonly string[] }
  /** What the first group of a pattern matches in a line above the header. */
  | { readonly op: 'line_above'; readonly line: RegExp }
  /** The currency beside the amount in a cell: `US$1.92`. */
  | { readonly op: 'cell_currency'; readonly names: readonly string[] };

type OfDay =
  /** The first or last day of the period that the preamble, or the configuration, states. */
  | { readonly op: 'preamble'; readonly edge: 'from' | 'to' }
  /** Days without a year, in the words of a language, of a list in the order of time; with a year they are read as they are. */
  | { readonly op: 'yearless'; readonly names: readonly string[] }
  /** Days since the preamble's first day. */
  | { readonly op: 'nth_day'; readonly names: readonly string[] }
  /**
   * The first or last day of the week, month, quarter … that cells name, by its first day, its number or in words. Of several such
   * columns (month and week) the days that all of them name, within the preamble's period, which also says the year.
   */
  | { readonly op: 'span'; readonly of: readonly UnitNames[]; readonly edge: 'from' | 'to' };

/** Columns that count time in a unit. */
export interface UnitNames {
  readonly unit: TimeUnit;
  readonly names: readonly string[];
}

/**
 * Fields of the record, by name. Where a file resolves several of `started_at`, `date` and the span `date_from` to
 * `date_to`, only the first of the three counts.
 */
export type FieldMap = Readonly<Record<string, From>>;

export interface Signature {
  /** Header names that must be there; a list is a choice. */
  readonly all: readonly (string | readonly string[])[];
  /** Header names that must not. */
  readonly none?: readonly string[];
  /** Each must match the name of a column. */
  readonly like?: readonly RegExp[];
  /** Columns that must be empty in every row of the head. */
  readonly empty?: readonly string[];
  /** Columns of which some row of the head must fill one. */
  readonly filled?: readonly string[];
  /**
   * A column that is a running total: in each row it exceeds the other columns together, and it never falls from the
   * oldest row on, or exceeds their sum over all rows.
   */
  readonly rising?: { readonly column: string; readonly beyond: readonly string[] };
  /** Each must match a line above the header, taken without `#`, blanks and empty cells around it. */
  readonly above?: readonly RegExp[];
}

export interface Source {
  readonly id: string;
  /** As the tool names it: `Shopify: Orders, Export, Plain CSV`. */
  readonly title: string;
  /** As the tool names it in French. */
  readonly titleFr: string;
  /** One tool's visits are never added to another's. */
  readonly tool: string;
  readonly doc: string;
  /** Of several, one is enough. With `json`: the keys of a record. */
  readonly signature: Signature | readonly Signature[];
  /** `table`: one header, then rows. `blocks`: several tables separated by blank or `#` lines. */
  readonly layout: 'table' | 'blocks';
  /**
   * Whether the file may have rows that sum up others: dropped, and compared with the rows kept. Generic tables of sums
   * may always have some. `unnamed`: every row without a name is one, also where it holds more than the rows shown.
   */
  readonly totals?: true | 'unnamed';
  /**
   * Columns of what a campaign consists of: groups, ads, keywords. Where a table without them covers the same days, it is
   * read instead: it includes what was removed.
   */
  readonly parts?: readonly string[];
  /** Rows may have fewer cells than the header. */
  readonly short?: true;
  /** The amounts of an order are without tax, whatever its total suggests. */
  readonly amounts?: 'without_tax';
  /** The tool leaves the price of shipping as it was and counts a discount on it among the discounts of the order. */
  readonly discountOnShipping?: true;
  /**
   * Rows of one record. `continue`: its own cells are on the first row only, the further rows are its lines (a spreadsheet may
   * have filled them down: the same cells beside another line, right below, are a line). `copied`: the
   * same, but its own cells may be copied onto the further rows. `repeat`: each row is a line; it has no amounts of its own.
   * `gather`: the amounts of its rows are added up, wherever in the file they are; rows without a quantity are no lines.
   */
  readonly lines?: 'continue' | 'copied' | 'repeat' | 'gather';
  /** Columns that each row of a gathered order may repeat: they count once. */
  readonly once?: readonly string[];
  /** Columns that count once in a gathered order that has a row without a line: that row has them for all lines. */
  readonly head?: readonly string[];
  /** The items of an order are its lines: `gross_sales` is what was paid for them, the rest of their sum is a discount. */
  readonly itemsOfLines?: true;
  /** Rows of one order id are parts of the order, each with its own amount, even if the amounts are alike. */
  readonly splitOrders?: true;
  /** The store of its orders unless the configuration names one: the order numbers of a marketplace are not those of the shop. */
  readonly store?: string;
  /** Its orders are payments: of those that an export of orders of the same store covers, only the fees are read. */
  readonly payments?: true;
  /** Its rows are all refunds, too: without one there was none. */
  readonly refunds?: true;
  /** Beside a file of this format and of the same store it has only the lines of its orders. */
  readonly linesOf?: string;
  /** Columns of which a blank cell has the value of the last row that states one. */
  readonly carried?: readonly string[];
  /** A column in which some rows state the sum of another over all rows: the two are compared. */
  readonly statedSum?: { readonly stated: string; readonly of: string };
  /** Rows that end after this column have the further cells blank. */
  readonly mayEnd?: string | readonly string[];
  /** Records of another kind in rows that the rules in `skip` leave out, with rules of their own. */
  readonly also?: { readonly kind: Kind; readonly fields: FieldMap; readonly skip?: readonly Skip[] };
  /** Warnings that a file gets which has none of some columns. */
  readonly lacks?: readonly Lack[];
  /**
   * `date` is the first day of what a row covers: a day, a month or, of a report that is not split, the period stated
   * above the table.
   */
  readonly startDates?: true;
  /** Rows may be weeks or months, each dated by its first day, as only the distances of the dates show. */
  readonly intervals?: true;
  /** How decimals are written if the file gives no evidence. */
  readonly decimal?: '.' | ',';
  readonly kind: Kind;
  /**
   * Each row is an event of a visit: its numbers are added up by `visit_id` (by `visitor_id` and pauses in a table
   * without), words are those of the earliest event, and the time from the first to the last is added to `duration`.
   */
  readonly events?: true;
  readonly fields: FieldMap;
  /** The fields of the lines of an order's row. */
  readonly line?: FieldMap;
  /** Fields whose figures are not quite what their name says: figures that need them are marked `approx`. */
  readonly approx?: readonly string[];
  /** Fields that are approximate only in files in which all of these columns are missing or empty. */
  readonly approxWithout?: Readonly<Record<string, readonly string[]>>;
  /** Why a file of this source that has no dates is not read; without it, such a file is an error. */
  readonly undated?: Text;
  /** Rows to leave out, by the words of a column. */
  readonly skip?: readonly Skip[];
  /** Further columns, which every row of a table gets after its own. */
  readonly derive?: readonly Derived[];
  /**
   * The files of one export in a folder or archive show the same figures by different columns: those without days cover
   * the days of the one that has them, and leaving them out is no news.
   */
  readonly facets?: true;
  /** What its rows leave out of the whole, said where they count. */
  readonly part?: Text;
  /**
   * A JSON record as rows of text under these column names: the first row is the record's own, further ones its lines and
   * refunds (amounts below 0). `names` is empty before the first record of a file: what earlier records leave there, later
   * ones find, such as the number of an order whose lines are records of their own.
   */
  readonly json?: {
    readonly columns: readonly string[];
    readonly rows: (record: Readonly<Record<string, unknown>>, names?: Map<string, string>) => string[][];
    /**
     * Columns that a file has only if one of its records has this key, or one of several separated by blanks: what no
     * record says is unknown, not 0.
     */
    readonly only?: Readonly<Record<string, readonly string[]>>;
    /** A second list in the same file, with a part of each record. */
    readonly join?: JsonJoin;
  };
  /** The names of the columns are in two rows: titles of questions, and their parts. */
  readonly subtitles?: true;
}

/** Objects of another array of the file, each put into the record that it belongs to. */
export interface JsonJoin {
  /** The names that the array may have. */
  readonly arrays: readonly string[];
  /** The key of these objects that holds the record's id. */
  readonly of: string;
  readonly id: string;
  /** The key under which the record gets the object. */
  readonly as: string;
}

/** What is not known of a file without these columns. */
export interface Lack {
  readonly of: readonly string[];
  readonly code: string;
  readonly says: Text;
}

/**
 * A column made of the texts of others in the same row, for what no expression says: a date and a time in two columns, a
 * word for the one amount that is not 0.
 */
export interface Derived {
  readonly name: string;
  /** Columns by name, a list being a choice; the text of one that the file lacks is empty. */
  readonly from: readonly (string | readonly string[])[];
  /** Without one of them there is no such column, and what it is for is unknown. */
  readonly all?: true;
  readonly text: (...cells: string[]) => string;
}

export interface Skip {
  readonly of: From;
  /** Compared whole, in any case. */
  readonly words: readonly string[];
  /** All other rows are left out instead, also those with a blank cell. */
  readonly except?: true;
  /** The cell is a list of words separated by blanks, commas or semicolons; one of them is enough. */
  readonly list?: true;
  readonly reason: string;
}

/** Fields of a kind that only a tool's export has. */
type Told = typeof told;

type FieldTypes<K extends Kind> = {
  readonly [F in FieldOf<K>]: (typeof records)[K]['fields'][F] extends { readonly type: infer T } ? T : never;
} & (K extends keyof Told ? Told[K] : unknown);

/** What a column may be for a field to be read from it: people are named by any text, and sessions may come out as a fraction. */
type Readable<T> = T extends 'key'
  ? 'key' | 'text'
  : T extends 'count' | 'number'
    ? 'count' | 'number'
    : T extends FieldType
      ? T
      : never;

/** The fields of a kind that a tool's export supplies: a misspelt one, or one of another type, does not compile. */
export type FieldsFrom<K extends Kind> = {
  readonly [F in keyof FieldTypes<K>]?: From<Readable<FieldTypes<K>[F]>>;
};

export interface Declared<K extends Kind>
  extends Omit<Source, 'layout' | 'kind' | 'fields' | 'line' | 'approx' | 'approxWithout'> {
  /** Without it, a table. */
  readonly layout?: Source['layout'];
  readonly kind: K;
  readonly fields: FieldsFrom<K>;
  readonly line?: FieldsFrom<'order_line'>;
  /** `item_amount`: of the refunds that its orders state. */
  readonly approx?: readonly ((keyof FieldTypes<K> & string) | 'item_amount')[];
  readonly approxWithout?: { readonly [F in keyof FieldTypes<K> & string]?: readonly string[] };
}

/** Declares a tool's export: a table, unless it says otherwise. */
export const defineSource = <const K extends Kind>(source: Declared<K>): Source =>
  ({ layout: 'table', ...source }) as Source;

type As<T extends FieldType> = T | ColumnType<T>;

/** The first of these columns that the file has. */
export function col(names: string | readonly string[]): From<'text'>;
export function col<const T extends FieldType>(
  names: string | readonly string[],
  as: As<T>,
  more?: Omit<ColumnType, 'type'>,
): From<T>;
export function col(
  names: string | readonly string[],
  as: As<FieldType> = 'text',
  more: Omit<ColumnType, 'type'> = {},
): From {
  return {
    op: 'column',
    names: typeof names === 'string' ? [names] : names,
    as: { ...(typeof as === 'string' ? { type: as } : as), ...more },
  };
}
/** A count of visits that the tool estimates: it may have a fraction, but a mark before three digits is that of thousands. */
export const estimate = (names: string | readonly string[]): From<'count'> => col(names, 'count', { estimated: true });
export const first = <const T extends FieldType>(...of: From<T>[]): From<T> => ({ op: 'first', of }) as From<T>;
export const sum = <const T extends FieldType>(...of: From<T>[]): From<T> => ({ op: 'plus', of }) as From<T>;
export const minus = <const T extends FieldType>(...of: From<T>[]): From<T> => ({ op: 'minus', of }) as From<T>;
export const over = (a: From<Numeric>, b: From<Numeric>): Over => ({ op: 'over', a, b });
export const difference = (a: From<Numeric>, b: From<Numeric>): Difference => ({ op: 'difference', a, b });
export const product = (a: From<Numeric>, b: From<Numeric>): Times => ({ op: 'times', a, b });
export const constant = (value: string): From<'text'> => ({ op: 'text', value });
export const whenFilled = (column: From, gives: string, otherwise: From<'text'>): From<'text'> => ({
  op: 'when_filled',
  column,
  gives,
  otherwise,
});
export const split = (of: From<'text'>, by: string, index: 0 | 1): From<'text'> => ({ op: 'split', of, by, index });
export const preamble = (edge: 'from' | 'to'): From<'day'> => ({ op: 'preamble', edge });
export const yearless = (...names: string[]): From<'day'> => ({ op: 'yearless', names });
export const nthDay = (...names: string[]): From<'day'> => ({ op: 'nth_day', names });
export const span = (edge: 'from' | 'to', of: readonly UnitNames[]): From<'day'> => ({ op: 'span', of, edge });
export const ifHas = <const T extends FieldType>(has: FileMark, of: From<T>): From<T> =>
  ({ op: 'where', has, lacks: false, of }) as From<T>;
export const ifLacks = <const T extends FieldType>(has: FileMark, of: From<T>): From<T> =>
  ({ op: 'where', has, lacks: true, of }) as From<T>;
export const lineAbove = (line: RegExp): From<'text'> => ({ op: 'line_above', line });
export const titled = (pattern: RegExp, gives: string, otherwise: string): From<'text'> => ({
  op: 'titled',
  pattern,
  gives,
  otherwise,
});
export const headerCurrency = (...names: string[]): From<'text'> => ({ op: 'header_currency', names });
export const cellCurrency = (...names: string[]): From<'text'> => ({ op: 'cell_currency', names });

/** The name of a source in messages. */
export const titleOf = ({ title, titleFr }: Pick<Source, 'title' | 'titleFr'>): Text => ({ en: title, fr: titleFr });
