import type { Span } from '../core/calendar.ts';
import type { Hour, Instant } from '../core/civil.ts';
import type { Test } from '../measures/measure.ts';
import type { Dictionary } from './dictionary.ts';
import type { LeftOut, TableInfo } from './table-info.ts';

/**
 * Orders of one table whose ids stay with the engine that read it until they are needed: most runs never compare them with
 * those of other files. Their numbers are below 0.
 */
export interface UnnamedOrders {
  readonly table: TableInfo;
  readonly count: number;
  /** Returns their ids, in row order. */
  ids(take: (id: string) => void): Promise<void>;
}

/** A session that names an order, with what decides which of several was first. */
export interface OrderClaim {
  readonly store: string;
  /** Without `#`. */
  readonly order: string;
  readonly at: Instant;
  /** Its own id; empty if it has none. */
  readonly session: string;
  /** The number of its table, and of its row there. */
  readonly table: number;
  readonly row: number;
}

/** A table of visits whose rows stay with another engine: only answers about them come here. */
export interface ResidentTable {
  readonly table: TableInfo;
  /** Rows that stay there; each is a record of its own. */
  rows: number;
  /** The combinations of words that they have, as numbers of the facts' combinations. */
  combos: readonly number[];
  /** Whether they count: decided once all files are read. */
  live: boolean;
}

/** Sums of the rows of a resident table between two bounds, by their words. */
export interface ResidentSum {
  readonly table: TableInfo;
  readonly combo: number;
  /** The first hour of the bucket. */
  readonly from: Hour;
  readonly rows: number;
  /** Whether the rows name their visitor. */
  readonly named: boolean;
  /** By field, in millionths; NaN if no row has it. */
  readonly sums: ReadonlyMap<string, number>;
}

/** Takes the earliest visits that name orders: their instant, the index of their table, their combination of words. */
export interface TakeOrder {
  /** The n-th order of one of the unnamed tables. */
  unnamed(unnamed: number, place: number, at: Instant, table: number, combo: number): void;
  /** An order by its number in the dictionary. */
  named(number: number, at: Instant, table: number, combo: number): void;
}

/** A visitor of a row in memory. */
export interface NamedVisit {
  readonly hour: Hour;
  readonly group: number;
  readonly visitor: string;
}

/** Above 0. */
export interface VisitorCount {
  readonly span: number;
  readonly group: number;
  readonly count: number;
}

/** All tables of visits that stay with another engine. */
export interface Residents {
  readonly tables: readonly ResidentTable[];
  /** Forgets the rows on days that another table covers, and counts them. */
  leaveOut(left: readonly LeftOut[]): Promise<void>;
  /** Sums of the rows that count, between each two neighbours of the bounds. */
  sums(bounds: readonly Hour[]): Promise<readonly ResidentSum[]>;
  /**
   * Decides which of several sessions that name one order has the purchase, among the rows that count and others in
   * memory: returns the rows of the latter that have none.
   */
  claim(others: readonly OrderClaim[]): Promise<readonly number[]>;
  /**
   * Returns, for orders named by rows that count, the earliest of these rows: of unnamed orders and of those in a
   * dictionary.
   */
  orders(unnamed: readonly UnnamedOrders[], named: Pick<Dictionary, 'get' | 'size'>, take: TakeOrder): Promise<void>;
  /**
   * Distinct visitors by span and group (0: all groups), of the resident rows that pass the test and of others in
   * memory. The engine is counting once this returns.
   */
  visitors(
    spans: readonly Span[],
    groupOf: (combo: number) => number,
    where: Test | undefined,
    others: Iterable<NamedVisit>,
  ): Promise<{ readonly counts: Promise<readonly VisitorCount[]> }>;
}
