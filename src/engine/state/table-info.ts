import type { RowAccount } from '../../core/accounting.ts';
import type { Day } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import type { FilePlan, TablePlan } from '../../plan/plan.ts';
import { countedFields, lacksSessions } from '../../plan/supply.ts';

/** One table of one file, with what is learned while it is read. */
export interface TableInfo {
  readonly index: number;
  readonly file: FilePlan;
  readonly plan: TablePlan;
  readonly account: RowAccount;
  /** Format, kind, store and account: the files of one source replace each other's records. */
  readonly sourceKey: string;
  /** Days with a record. */
  readonly days: Set<Day>;
  /** The newest record, as an instant or the start of a day. */
  newest: number;
  /** Advertising platforms found. */
  readonly platforms: Set<string>;
  /** Campaigns of advertising found, in lower case. */
  readonly campaigns: Set<string>;
  /** Currencies found, with their number of rows; '' if none is stated. */
  readonly currencies: Map<string, number>;
  /** Amounts of orders, and completions of checkouts, that some row has: a column without any is one that the file does not have. */
  readonly told: Set<string>;
  /** Whether rows are bare days, without hours. */
  byDay: boolean;
  /** What each row adds to its order, if it is a line of it with its own time; else null. */
  lineSums: ReadonlySet<string> | null;
  /** Whether all its days are those of another file's orders, of which its rows are the payments. */
  toldByOrders: boolean;
  /** The orders of its first and last row, if each row is a line. */
  readonly edges: { first: number; last: number };
}

/**
 * Format, kind, store and account. Visits without sessions are sources of their own, by what they count: they say other
 * things of the same days and do not replace the rows of a table of sessions.
 */
export const sourceKeyOf = (file: FilePlan, kind: Kind): string => {
  const { id } = file.source;
  const [table] = file.tables;
  const isPart = kind === 'visit' && table !== undefined && file.tables.every(lacksSessions);
  const format = isPart ? [id, ...countedFields(table)].join(' ') : id;
  return [format, kind, file.store ?? '', file.account ?? ''].join('\u0001');
};

/** Of two tables with the same content, the days of one that are not read: which, in favour of which. */
export interface LeftOut {
  readonly table: TableInfo;
  readonly instead: TableInfo;
  /** The days that both cover. */
  readonly days: ReadonlySet<Day>;
  /** The figures left out; without, all of a row. */
  readonly fields?: readonly string[];
  /** Rows left out whole. */
  rows: number;
  /** Rows cut, since they cover other days as well. */
  cut: number;
  /** The cost, sessions or amount left out, in millionths; NaN if the kind has none. */
  amount: number;
}
