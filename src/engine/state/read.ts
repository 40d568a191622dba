import type { RowAccount } from '../../core/accounting.ts';
import type { AgeGrain } from '../../core/age.ts';
import type { Span } from '../../core/calendar.ts';
import type { Day, Hour } from '../../core/civil.ts';
import type { Dimension, Kind } from '../../core/kinds.ts';
import type { TotalFindings } from '../../ingest/ingest.ts';
import type { Measure } from '../../measures/measure.ts';
import type { FilePlan, TablePlan } from '../../plan/plan.ts';
import type { CopyFinding } from './copies.ts';
import type { ServiceFindings } from './service-findings.ts';
import type { LeftOut } from './table-info.ts';

export type { CopyFinding } from './copies.ts';
export type { ImpossibleTimes, ProvenScale, StatesOfTickets, UnknownStates } from './service-findings.ts';

/** A measure over spans of local time. Spans of one question are independent, and may overlap. */
export interface Question {
  readonly measure: Measure;
  readonly spans: readonly Span[];
  /**
   * For a distinct measure: count what occurs in the span and in this one. For snapshots: those of this one, for series
   * with one in the span.
   */
  readonly and?: readonly Span[];
}

/** The cells of a question: group 0 is the total, the others are those of `Read.groups`. */
export interface Answer {
  /** Millionths; null if the records cannot give it (unique visitors of another grain, a median of nothing). */
  value(span: number, group: number): bigint | null;
  /** Whether an approximate number took part. */
  approx(span: number, group: number): boolean;
  /** Whether a part of it is unknown; left out: never. */
  incomplete?(span: number, group: number): boolean;
  /** Whether all records of a group are of tables that say nothing of the measure; left out: never. */
  untold?(group: number): boolean;
  /** Whether all records of a cell, or some beside others, are of such tables; left out: never. */
  silent?(span: number, group: number): 'wholly' | 'partly' | null;
}

/** What was left out of sales for gift cards. */
export interface GiftCardsSold {
  /** As a decimal. */
  readonly value: string;
  readonly cards: string;
  readonly orders: number;
  /** Orders of nothing else: they do not count. */
  readonly only: number;
}

/** What one table of one file holds, as far as coverage and quality need it. */
export interface TableFacts {
  readonly file: FilePlan;
  readonly plan: TablePlan;
  readonly days: ReadonlySet<Day>;
  /** Whether any of its rows count: false if other tables cover all of its days. */
  readonly counts: boolean;
  /** Whether its rows are bare days, without hours. */
  readonly byDay: boolean;
  /** Whether all its days are those of another file's orders, of which its rows are the payments. */
  readonly toldByOrders: boolean;
  /**
   * Of what an order (discounts, shipping, taxes, its customer) and a checkout (its completion) may lack, what some row has; of
   * refunds, the parts that their amounts turned out to contain.
   */
  readonly told: ReadonlySet<string>;
  /** Whether a row of it is a refund, or an order that states one or was refunded by its status. */
  readonly showsRefunds: boolean;
  /** The one store, account, platform or network that all its records name; null if there is none. */
  readonly onlySource: string | null;
}

export interface FileFacts {
  readonly file: FilePlan;
  readonly account: RowAccount;
  /** The content of its total rows, table by table. */
  readonly totals: readonly TotalFindings[];
}

/** The survey answers that the tickets of a file carry: their days, and whether any is a score. */
export interface TicketAnswers {
  readonly days: ReadonlySet<Day>;
  readonly scored: boolean;
}

/** One value per asked dimension; null is `(unattributed)`. */
export type GroupKey = readonly (string | null)[];

/** What an engine knows once all files are read. */
export interface Read {
  readonly files: readonly FileFacts[];
  /** Whether an earlier run has read them: then the cells of rejected rows are not known. */
  readonly isKept: boolean;
  readonly tables: readonly TableFacts[];
  /** Pairs of tables with the same content on some days, with what is not read of the first. */
  readonly leftOut: readonly (Omit<LeftOut, 'table' | 'instead'> & {
    readonly table: TableFacts;
    readonly instead: TableFacts;
  })[];
  /** Rows by currency code, '' if none is stated; only of kinds with amounts. */
  readonly currencies: ReadonlyMap<string, number>;
  /** Currencies for which there is no rate on some day. */
  readonly unconverted: readonly { readonly currency: string; readonly day: Day; readonly file: string }[];
  /** Findings about ids that do not name one record each. */
  readonly copies: readonly CopyFinding[];
  readonly groups: readonly GroupKey[];
  /** Dimensions that some record of the kind has. */
  readonly told: ReadonlyMap<Kind, ReadonlySet<Dimension>>;
  /** The same records by other dimensions; those for which the files were read decide which of two tables counts. */
  grouped(by: readonly Dimension[]): Read;
  /** Groups with a record inside a span, from 1; of these kinds, or of any. A span must be one of those asked about. */
  groupsWithin(span: Span, kinds?: ReadonlySet<Kind>): ReadonlySet<number>;
  /** Categories of the cost rows that count. */
  readonly costCategories: ReadonlySet<string>;
  /** What was given back from an hour on, where it was asked about; null if nothing was. */
  refundsFrom(hour: Hour): LateRefunds | null;
  /** The solves from an hour on and before another, where they were asked about; null if there are none. */
  solvesWithin(from: Hour, to: Hour): LateSolves | null;
  /** Gift cards that were sold; null if there are none. */
  readonly giftCards: GiftCardsSold | null;
  /** The survey answers that tickets carry, by file. */
  readonly ticketAnswers: ReadonlyMap<FilePlan, TicketAnswers>;
  /** Findings about tickets and answers. */
  readonly service: ServiceFindings;
  /** Day of the first valid order. */
  readonly firstOrder: Day | null;
  /** Status words of no known meaning that count, with their number of orders. */
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** The option `valid_status`. */
  readonly validStatus: readonly string[] | null;
  /** Orders read and valid ones, by file. */
  readonly validOrders: ReadonlyMap<FilePlan, ValidOrders>;
  /** Groups and cohorts may be asked for once this has resolved. */
  ask(questions: readonly Question[]): Promise<Answer[]>;
  /** By span: the value of the customers of the span's cohort, month by month of age, in millionths of the currency. */
  cohortMargins(spans: readonly Span[]): CohortMargin[][];
  /** By span, then by group: the customers first seen in it, and what they did by age. The spans are in order of time. */
  cohortTable(spans: readonly Span[], grain: AgeGrain): CohortFacts[][];
}

/** Solves on days after those of the files. */
export interface LateSolves {
  readonly count: number;
  /** The day of the newest. */
  readonly last: Day;
}

/** Refunds of some days. */
export interface LateRefunds {
  readonly count: number;
  /** The items given back, in millionths of the currency. */
  readonly amount: number;
  readonly last: Day;
}

/** Orders of a file that count, and those that do not because of their status. */
export interface ValidOrders {
  readonly orders: number;
  readonly valid: number;
  /** Numbers of orders left out, by their status. */
  readonly left: ReadonlyMap<string, number>;
}

/** The value of the customers first seen in a span and group, by months since their first order. */
export interface CohortMargin {
  readonly customers: number;
  /** Net sales and the known cost of their goods, cumulative, from the first month on. */
  readonly cumulative: readonly { readonly sales: bigint; readonly cost: bigint }[];
  /** Value of all lines sold to them, and of those with a unit cost. */
  readonly lineValue: bigint;
  readonly costedLineValue: bigint;
}

/** What the customers of a cohort did at an age, in that age alone. */
export interface CohortAge {
  /** Those with an order. */
  readonly customers: number;
  readonly orders: number;
  /** Net sales, refunds subtracted on their own day, in millionths of the currency. */
  readonly sales: bigint;
  /** The known cost of the goods in these orders, less that of goods given back. */
  readonly cost: bigint;
  /** Whether an approximate amount took part. */
  readonly approx: boolean;
}

/** The customers first seen in a span, in the group of their first order. */
export interface CohortFacts {
  readonly customers: number;
  /** From age 0 to the last with an order or a refund. */
  readonly ages: readonly CohortAge[];
  /** Value of all lines sold to them, and of those with a unit cost. */
  readonly lineValue: bigint;
  readonly costedLineValue: bigint;
  /** Valid orders made in the span by any customer, and those of them that name none. */
  readonly orders: number;
  readonly unidentified: number;
}
