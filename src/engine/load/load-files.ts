import { RowAccount } from '../../core/accounting.ts';
import { byPath, kinshipOf } from '../../core/file-rank.ts';
import type { Dimension, Kind } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { zoneOf } from '../../core/zone.ts';
import type { RowSink, TotalFindings } from '../../ingest/ingest.ts';
import { RowReader } from '../../ingest/row-reader.ts';
import type { FilePlan, ResolvedFields, TablePlan } from '../../plan/plan.ts';
import { firstRows } from '../../reader/first-rows.ts';
import { type Collector, orderKey } from '../collect/collect.ts';
import { DatedCollector } from '../collect/collect-dated.ts';
import { EventCollector } from '../collect/collect-events.ts';
import { RecordCollector } from '../collect/collect-record.ts';
import { hasSessionIds, SessionCollector } from '../collect/collect-sessions.ts';
import { rejectZeros, tellScales } from '../collect/scores.ts';
import type { Elsewhere } from '../columns/elsewhere.ts';
import { deriveFees } from '../derive/derive-fees.ts';
import { deriveLines } from '../derive/derive-lines.ts';
import { deriveOrders, type OrderFindings, settleValidity } from '../derive/derive-orders.ts';
import { deriveRefunds } from '../derive/derive-refunds.ts';
import { deriveCheckouts, deriveLeads, deriveSurveys } from '../derive/derive-service.ts';
import { deriveSocial } from '../derive/derive-social.ts';
import { deriveTickets } from '../derive/derive-tickets.ts';
import { uniteSpellings } from '../derive/spellings.ts';
import { LineCollector } from '../orders/collect-line.ts';
import { OrderCollector } from '../orders/collect-order.ts';
import { ColumnOrderCollector } from '../orders/collect-orders-by-columns.ts';
import type { Orphan } from '../orders/set-aside.ts';
import { proveAccounts } from '../settle/accounts.ts';
import { claimOrders } from '../settle/claim-orders.ts';
import { chooseTables } from '../settle/other-tables.ts';
import { leavePostsTold, leaveToPosts } from '../settle/posts-and-days.ts';
import { resolveIds } from '../settle/resolve-ids.ts';
import { meetMarketplaces, settlePayments } from '../settle/second-telling.ts';
import { settle } from '../settle/settle.ts';
import { settleFormats } from '../settle/two-formats.ts';
import { Memory, type RunSetting } from '../state/context.ts';
import { lineSums } from '../state/lines-sold.ts';
import type { FileFacts } from '../state/read.ts';
import { type LeftOut, sourceKeyOf, type TableInfo } from '../state/table-info.ts';
import { linesOfOthers } from './lines-of-others.ts';

/** All records of a run in memory, settled: which of them count, and what follows from them together. */
export interface Loaded {
  readonly memory: Memory;
  readonly files: readonly FileFacts[];
  readonly leftOut: readonly LeftOut[];
  readonly findings: OrderFindings;
  /** Whether an earlier run has read them: then the cells of rejected rows are not known. */
  readonly isKept: boolean;
}

/** A table of a file on its way into memory. */
export interface OpenTable {
  readonly plan: TablePlan;
  readonly collector: Collector;
  /** Takes its rows in file order. */
  readonly sink: RowSink;
}

/** A file whose reading may have begun: threads read ahead. */
export interface BegunFile {
  /** Begins further parts of it, as many as threads have room for; whether all are begun, so that the next file may be. */
  begin(): boolean;
  /** Puts its rows into the tables that it opens, and counts them. `onTaken`: told when a part of it was taken. */
  take(onTaken: () => void): Promise<void>;
}

/** Begins to read a file. */
export type ReadFile = (
  file: FilePlan,
  account: RowAccount,
  open: (plan: TablePlan) => OpenTable,
  memory: Memory,
) => BegunFile;

/**
 * Reads every file once, then settles copies and tables with the same content, then derives what needs several records.
 * Visits, which may keep an engine busy for long, come last: what does not depend on them is settled meanwhile.
 * `elsewhere`: another thread, if there is one.
 */
export async function load(
  planned: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  readFile: ReadFile,
  elsewhere: Elsewhere | null = null,
): Promise<Loaded> {
  const files = linesOfOthers(planned);
  const memory = new Memory({ ...setting, filesOfSource: countFiles(files) });
  memory.elsewhere = elsewhere;
  memory.answersNameTickets =
    memory.asked.of('survey') &&
    files.some(({ tables }) => tables.some(({ kind, fields }) => kind === 'survey' && fields.ticket_id !== undefined));
  const results = new Map<FilePlan, FileFacts>();
  const collectors: Collector[] = [];
  const begin = (file: FilePlan) => {
    const account = new RowAccount();
    const totals: TotalFindings[] = [];
    const open = (plan: TablePlan): OpenTable => {
      const info = tableInfo(memory, file, plan, account);
      const collector = collectorOf(memory, info, by);
      collectors.push(collector);
      return { plan, collector, sink: watched(collector, file, (found) => totals.push(found)) };
    };
    return { account, totals, rows: readFile(file, account, open, memory) };
  };
  const findings: OrderFindings = { unknownStatuses: new Map(), firstHour: Number.POSITIVE_INFINITY };
  const left: LeftOut[] = [];
  const settleOthers = (): void => {
    for (const collector of collectors) if (collector instanceof OrderCollector) collector.settleDays();
    joinOrphans(memory, collectors);
    rejectZeros(memory);
    tellScales(memory);
    const isOther = (kind: Kind): boolean => kind !== 'visit';
    const others = chooseTables(memory, by, isOther);
    settle(memory, others, isOther);
    settleFormats(memory, isOther);
    settlePayments(memory);
    meetMarketplaces(memory);
    left.push(...others, ...leavePostsTold(memory), ...leaveToPosts(memory));
    supersedeAdopted(memory);
    countUnbalanced(memory);
    settleValidity(memory, findings);
    deriveFees(memory);
    deriveTickets(memory);
  };
  const withVisits = files.filter(({ tables }) => tables.some(({ kind }) => kind === 'visit'));
  const isApart = withVisits.every(({ tables }) => tables.every(({ kind }) => kind === 'visit'));
  const inOrder = [...files.filter((file) => !withVisits.includes(file)), ...withVisits];
  const begun: ReturnType<typeof begin>[] = [];
  const beginMore = (): void => {
    while (begun.length < inOrder.length && begun.at(-1)?.rows.begin() !== false)
      begun.push(begin(inOrder[begun.length]!));
  };
  for (const [at, file] of inOrder.entries()) {
    if (isApart && file === withVisits[0]) settleOthers();
    beginMore();
    if (begun.length === at) begun.push(begin(file));
    const { account, totals, rows } = begun[at]!;
    await rows.take(beginMore);
    const own = collectors.filter(({ table }) => table.file === file);
    for (const collector of own) collector.finish();
    shareDays(own.map(({ table }) => table));
    results.set(file, { file, account, totals });
  }
  elsewhere?.readNoMore();
  if (!isApart || withVisits.length === 0) settleOthers();
  const isVisit = (kind: Kind): boolean => kind === 'visit';
  await resolveIds(memory, async (...hashes) => elsewhere?.firstRows(...hashes) ?? firstRows(...hashes));
  const visits = chooseTables(memory, by, isVisit);
  await memory.residents?.leaveOut(visits);
  settle(memory, visits, isVisit);
  left.unshift(...visits);
  await claimOrders(memory);
  proveAccounts(memory);
  deriveLines(memory);
  await deriveOrders(memory);
  // The groups come from the records in files, whatever is asked.
  if (memory.asked.refunds || (memory.facts.get('refund')?.rows ?? 0) > 0) deriveRefunds(memory);
  if (memory.asked.of('survey') || memory.facts.has('survey')) deriveSurveys(memory);
  deriveLeads(memory);
  deriveCheckouts(memory);
  deriveSocial(memory);
  uniteSpellings(memory);
  return { memory, files: files.map((file) => results.get(file)!), leftOut: left, findings, isKept: false };
}

/** Records of several kinds in the rows of one table cover the same days. */
function shareDays(tables: readonly TableInfo[]): void {
  for (const { plan, days } of tables) {
    const others = tables.filter((other) => other.plan.at === plan.at && other.days !== days);
    for (const other of others) for (const day of days) other.days.add(day);
  }
}

/** By source, how many files may hold the same records: those of its kind, store and account, in any format. */
function countFiles(files: readonly FilePlan[]): ReadonlyMap<string, number> {
  const keys: string[] = [];
  for (const file of files) {
    // Rows of orders may be refunds, which are records of their own.
    const kinds = file.tables.flatMap(({ kind }): Kind[] => (kind === 'order' ? [kind, 'refund'] : [kind]));
    for (const kind of new Set(kinds)) keys.push(sourceKeyOf(file, kind));
  }
  const whose = (key: string): string => key.slice(key.indexOf('\u0001'));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(whose(key), (counts.get(whose(key)) ?? 0) + 1);
  return new Map(keys.map((key) => [key, counts.get(whose(key))!]));
}

/** A table of a file, before any of its rows. */
export function tableInfo(memory: Memory, file: FilePlan, plan: TablePlan, account: RowAccount): TableInfo {
  const info: TableInfo = {
    index: memory.tables.length,
    file,
    plan,
    account,
    sourceKey: sourceKeyOf(file, plan.kind),
    days: new Set(),
    newest: Number.NEGATIVE_INFINITY,
    platforms: new Set(),
    campaigns: new Set(),
    currencies: new Map(),
    told: new Set(),
    byDay: false,
    lineSums: file.source.lines === 'repeat' ? lineSums : null,
    toldByOrders: false,
    edges: { first: -1, last: -1 },
  };
  memory.tables.push(info);
  return info;
}

/** Words of orders that nobody may ask for: codes that each occur once would fill the memory. */
export const manyWords: readonly Dimension[] = ['region', 'payment_method', 'discount_code'];

/** The fields that are read: orders that have an id are distinguished without such words. */
function fieldsRead({ kind, fields }: TablePlan, memory: Memory, by: readonly Dimension[]): ResolvedFields {
  if (kind !== 'order' || fields.order_id === undefined || memory.setting.keepRecords === true) return fields;
  const isIdle = (name: string): boolean => manyWords.some((word) => word === name && !by.includes(word));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isIdle(name)));
}

/** What the fields of a table's rows depend on, beside themselves. */
function around({ setting }: Memory, { file, plan }: TableInfo) {
  const zones = {
    report: setting.zone,
    source: file.zone === null ? setting.zone : zoneOf(file.zone),
    utc: zoneOf('UTC'),
  };
  const said = {
    from: plan.fields.currency ?? null,
    // Lines in a separate file are in the currency of their order.
    otherwise: file.currency ?? (plan.kind === 'order_line' ? null : setting.currency),
  };
  return { zones, said };
}

/** The reader of a table's rows. */
export function readerOf(memory: Memory, info: TableInfo, by: readonly Dimension[]): RowReader {
  const { zones, said } = around(memory, info);
  const seed = memory.setting.keepRecords === true ? null : memory.seed;
  return new RowReader(info.plan.kind, fieldsRead(info.plan, memory, by), zones, said, seed);
}

function collectorOf(memory: Memory, info: TableInfo, by: readonly Dimension[]): Collector {
  const { plan } = info;
  const { zones, said } = around(memory, info);
  const reader = readerOf(memory, info, by);
  switch (plan.kind) {
    case 'order':
      return new ColumnOrderCollector(
        memory,
        info,
        reader,
        plan.line === null ? null : new RowReader('order_line', plan.line, zones, said),
      );
    case 'checkout':
      if (plan.line === null) return new RecordCollector(memory, info, reader);
      return new OrderCollector(memory, info, reader, new RowReader('order_line', plan.line, zones, said));
    case 'order_line':
      return new LineCollector(memory, info, reader);
    case 'visit':
      if (info.file.source.events === true) return new EventCollector(memory, info, reader);
      if (hasSessionIds(info, memory.setting)) return new SessionCollector(memory, info, reader);
      return new DatedCollector(memory, info, reader);
    case 'spend':
    case 'cost':
    case 'social':
    case 'email':
    case 'search':
      return new DatedCollector(memory, info, reader);
    default:
      return new RecordCollector(memory, info, reader);
  }
}

/** If a row cannot be taken, the error names its file and record. */
function watched(collector: Collector, file: FilePlan, totals: (found: TotalFindings) => void): RowSink {
  return {
    row(cells, record) {
      try {
        collector.row(cells, record);
      } catch (error) {
        if (error instanceof RangeError) {
          const says = {
            en: `${file.path}, record ${record}: ${error.message}`,
            fr: `${file.path}, enregistrement ${record}\u00a0: ${error.message}`,
          };
          throw new Problem('too_large', says, [], { file: file.path, record });
        }
        throw error;
      }
    },
    totals,
    skipped: (cells, reason) => collector.skipped(cells, reason),
    total: (cells) => collector.total(cells),
    headerAgain: () => collector.headerAgain(),
  };
}

/**
 * Rows of an order whose first row is in another file join it there; if there is none, they cannot be read. Of two downloads of
 * one file, the rows of the later one do.
 */
function joinOrphans(memory: Memory, collectors: readonly Collector[]): void {
  const orders = collectors.filter((one) => one instanceof OrderCollector);
  const pathsOf = new Map<string, string[]>();
  const keyOf = ({ table, id }: Orphan): string => `${table.sourceKey}\u0001${orderKey(id)}`;
  for (const { orphans } of orders)
    for (const orphan of orphans.values())
      pathsOf.set(keyOf(orphan), [...(pathsOf.get(keyOf(orphan)) ?? []), orphan.table.file.path]);
  const isOld = (orphan: Orphan): boolean => {
    const { path } = orphan.table.file;
    return pathsOf.get(keyOf(orphan))!.some((other) => kinshipOf(path, other) === 'again' && byPath(path, other) < 0);
  };
  for (const collector of orders) {
    for (const orphan of collector.orphans.values()) {
      const index = memory.index(orphan.table.sourceKey);
      const head = index.get(`#${orderKey(orphan.id)}`);
      const isReplaced = head !== -1 && isOld(orphan);
      if (head !== -1 && !isReplaced) {
        collector.adopt(orphan, head);
        continue;
      }
      if (isReplaced) orphan.table.account.superseded += orphan.records.length;
      else collector.rejectRows(orphan.records, 'order_row_missing');
      for (const line of orphan.kept) memory.of('order_line').whole('dropped').set(line, 1);
    }
  }
}

/** Orders that count and whose total is not items, shipping and tax together. */
function countUnbalanced(memory: Memory): void {
  const orders = memory.facts.get('order');
  if (orders === undefined) return;
  const unbalanced = orders.whole('unbalanced');
  const counts = new Map<number, number>();
  for (let row = 0; row < orders.rows; row += 1) {
    const table = orders.table.get(row);
    const before = counts.get(table);
    const isOne = orders.live[row] === 1 && unbalanced.get(row) === 1;
    if (isOne || before === undefined) counts.set(table, (before ?? 0) + (isOne ? 1 : 0));
  }
  for (const [table, count] of counts) memory.tables[table]!.account.counts.set('unbalanced', count);
}

/** Rows that joined an order in another file are superseded with it. */
function supersedeAdopted(memory: Memory): void {
  for (const { row, table, rows } of memory.adopted)
    if (memory.facts.get(table.plan.kind)?.live[row] === 0) table.account.superseded += rows;
}
