import type { Span } from '../../core/calendar.ts';
import type { Hour, Instant } from '../../core/civil.ts';
import type { Hash } from '../../core/hash.ts';
import type { Test } from '../../measures/measure.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { LeftOut, TableInfo } from './table-info.ts';

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

/**
 * Takes the earliest visit that names an order: the number of the order in its dictionary, the instant of the visit, the
 * index of its table, its combination of words.
 */
export type TakeOrder = (order: number, at: Instant, table: number, combo: number) => void;

/** A visitor of a row in memory. */
export interface NamedVisit {
  readonly hour: Hour;
  readonly group: number;
  /** 128 bits that identify the visitor. */
  readonly visitor: Hash;
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
  /** Tells, of the orders in a dictionary that are named by rows that count, the earliest of these rows. */
  orders(named: Pick<Dictionary, 'get' | 'size'>, take: TakeOrder): Promise<void>;
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
