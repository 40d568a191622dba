import { RowAccount } from '../../core/accounting.ts';
import type { Span } from '../../core/calendar.ts';
import { dayOfHour } from '../../core/civil.ts';
import { type Dimension, dimensions, type Kind } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { zoneOf } from '../../core/zone.ts';
import { ingest, type RowSink } from '../../ingest/ingest.ts';
import { RowReader } from '../../ingest/row-reader.ts';
import type { FilePlan, TablePlan } from '../../plan/plan.ts';
import type { Limits } from '../../readers/input.ts';
import type { Answer, CohortMargin, FileFacts, GroupKey, Question, Read, TableFacts } from '../engine.ts';
import { answer, groupsWithin, type View } from './ask.ts';
import { cohortMargins } from './cohorts.ts';
import type { Collector } from './collect.ts';
import { DatedCollector } from './collect-dated.ts';
import { LineCollector } from './collect-line.ts';
import { OrderCollector } from './collect-order.ts';
import { RecordCollector } from './collect-record.ts';
import { Memory, type Setting, sourceKeyOf, type TableInfo } from './context.ts';
import { deriveOrders } from './derive-orders.ts';
import { deriveRefunds } from './derive-refunds.ts';
import { deriveLeads, deriveSurveys, deriveTickets } from './derive-service.ts';
import { settle } from './resolve.ts';
import { TotalCheck } from './totals.ts';

export type { Setting } from './context.ts';

/** Reads files with csv-parse and keeps records in columns: the reference for every other engine. */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<Setting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
): Promise<Read> {
  const memory = new Memory({ ...setting, filesOfSource: countFiles(files) });
  const results: FileFacts[] = [];
  const collectors: Collector[] = [];
  for (const file of files) {
    const account = new RowAccount();
    const checks: TotalCheck[] = [];
    const zones = {
      report: setting.zone,
      source: file.zone === null ? setting.zone : zoneOf(file.zone),
      utc: zoneOf('UTC'),
    };
    await ingest(file, limits, account, (plan) => {
      const info = tableInfo(memory, file, plan, account);
      const collector = collectorOf(memory, info, zones);
      collectors.push(collector);
      const check = new TotalCheck(info, zones);
      checks.push(check);
      return watched(collector, check, file);
    });
    results.push({ file, account, totals: checks.flatMap((check) => check.differences()) });
  }
  joinOrphans(memory, collectors);
  const left = settle(memory, by);
  supersedeAdopted(memory, collectors);
  const findings = deriveOrders(memory);
  deriveRefunds(memory);
  deriveTickets(memory);
  deriveSurveys(memory);
  deriveLeads(memory);
  const out = new Set(left.map(({ table }) => table.index));
  const tables = memory.tables.map(
    (info): TableFacts => ({
      file: info.file,
      plan: info.plan,
      days: info.days,
      counts: !out.has(info.index),
      byDay: info.byDay,
    }),
  );
  const { groups, view, told } = groupsOf(memory, by);
  return {
    files: results,
    tables,
    leftOut: left.map(({ table, instead, rows }) => ({
      table: tables[table.index]!,
      instead: tables[instead.index]!,
      rows,
    })),
    currencies: currenciesOf(memory),
    unconverted: [...memory.unconverted].map(([currency, { day, file }]) => ({ currency, day, file })),
    groups,
    told,
    firstOrder: Number.isFinite(findings.firstHour) ? dayOfHour(findings.firstHour) : null,
    unknownStatuses: [...findings.unknownStatuses].sort(),
    validOrders: validOrders(memory),
    impliedRefunds: (memory.facts.get('refund')?.rows ?? 0) > 0,
    ticketAnswers: ticketAnswers(memory),
    costCategories: new Set(memory.facts.get('cost')?.combos.all.flatMap((words) => words.category ?? []) ?? []),
    groupsWithin: (span) => groupsWithin([...memory.facts.keys()].map(view), span),
    ask: (questions: readonly Question[]): Answer[] =>
      questions.map((question) => answer(view(question.measure.over), question)),
    cohortMargins: (spans: readonly Span[]): CohortMargin[][] => cohortMargins(view('order'), spans),
  };
}

function countFiles(files: readonly FilePlan[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    for (const kind of new Set(file.tables.map((table) => table.kind))) {
      const key = sourceKeyOf(file, kind);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function tableInfo(memory: Memory, file: FilePlan, plan: TablePlan, account: RowAccount): TableInfo {
  const info: TableInfo = {
    index: memory.tables.length,
    file,
    plan,
    account,
    sourceKey: sourceKeyOf(file, plan.kind),
    days: new Set(),
    newest: Number.NEGATIVE_INFINITY,
    platforms: new Set(),
    currencies: new Map(),
    byDay: false,
  };
  memory.tables.push(info);
  return info;
}

type Zones = ConstructorParameters<typeof RowReader>[2];

function collectorOf(memory: Memory, info: TableInfo, zones: Zones): Collector {
  const { plan } = info;
  const reader = new RowReader(plan.kind, plan.fields, zones);
  switch (plan.kind) {
    case 'order':
      return new OrderCollector(
        memory,
        info,
        reader,
        plan.line === null ? null : new RowReader('order_line', plan.line, zones),
      );
    case 'checkout':
      if (plan.line === null) return new RecordCollector(memory, info, reader);
      return new OrderCollector(memory, info, reader, new RowReader('order_line', plan.line, zones));
    case 'order_line':
      return new LineCollector(memory, info, reader);
    case 'visit':
    case 'spend':
    case 'cost':
    case 'social':
      return new DatedCollector(memory, info, reader);
    default:
      return new RecordCollector(memory, info, reader);
  }
}

/** Rows that a collector takes are added up for the comparison with a total row. A failure names its file and record. */
function watched(collector: Collector, check: TotalCheck, file: FilePlan): RowSink {
  return {
    row(cells, record) {
      try {
        collector.row(cells, record);
      } catch (error) {
        if (error instanceof RangeError) {
          throw new Problem('too_large', `${file.path}, record ${record}: ${error.message}`, [], {
            file: file.path,
            record,
          });
        }
        throw error;
      }
      check.row(cells);
    },
    total: (cells) => check.total(cells),
    skipped: (cells) => collector.skipped(cells),
  };
}

/** Rows of an order whose first row stands in another file join it there; where there is none they cannot be read. */
function joinOrphans(memory: Memory, collectors: readonly Collector[]): void {
  const orders = collectors.filter((one) => one instanceof OrderCollector);
  for (const collector of orders) {
    for (const orphan of collector.orphans.values()) {
      const index = memory.index(orphan.table.sourceKey);
      const head = index.get(`#${orphan.id}`);
      if (head !== -1) {
        collector.adopt(orphan, head);
        continue;
      }
      for (let i = 0; i < orphan.rows; i += 1) {
        orphan.table.account.rejected += 1;
        orphan.table.account.rejects.push({
          record: orphan.record,
          column: '',
          reason: 'order_row_missing',
          value: '',
        });
      }
    }
  }
}

/** Rows that joined an order in another file are superseded with it. */
function supersedeAdopted(memory: Memory, collectors: readonly Collector[]): void {
  const live = memory.facts.get('order')?.live;
  for (const collector of collectors) {
    if (!(collector instanceof OrderCollector)) continue;
    for (const { row, table, rows } of collector.adopted) if (live?.[row] === 0) table.account.superseded += rows;
  }
}

/** Days of the answers that tickets carry. */
function ticketAnswers(memory: Memory): Map<FilePlan, Set<number>> {
  const days = new Map<FilePlan, Set<number>>();
  const surveys = memory.facts.get('survey');
  if (surveys === undefined) return days;
  const hours = surveys.whole('answered_at_hour');
  for (let row = 0; row < surveys.rows; row += 1) {
    const { file, plan } = memory.tables[surveys.table.get(row)]!;
    if (plan.kind !== 'ticket' || surveys.live[row] === 0 || Number.isNaN(hours.get(row))) continue;
    const known = days.get(file) ?? new Set();
    days.set(file, known.add(dayOfHour(hours.get(row))));
  }
  return days;
}

/** The rows that speak of amounts, by the currency they are in. */
function currenciesOf(memory: Memory): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const withAmounts: readonly Kind[] = ['order', 'refund', 'spend', 'cost', 'checkout'];
  for (const { plan, currencies } of memory.tables) {
    if (!withAmounts.includes(plan.kind)) continue;
    for (const [code, rows] of currencies) all.set(code, (all.get(code) ?? 0) + rows);
  }
  return all;
}

function validOrders(memory: Memory): Map<FilePlan, { orders: number; valid: number }> {
  const counts = new Map<FilePlan, { orders: number; valid: number }>();
  const orders = memory.facts.get('order');
  if (orders === undefined) return counts;
  const valid = orders.micro('valid');
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0) continue;
    const { file } = memory.tables[orders.table.get(row)]!;
    const count = counts.get(file) ?? { orders: 0, valid: 0 };
    count.orders += 1;
    if (valid.get(row) === 1_000_000) count.valid += 1;
    counts.set(file, count);
  }
  return counts;
}

interface Groups {
  readonly groups: readonly GroupKey[];
  readonly told: ReadonlyMap<Kind, ReadonlySet<Dimension>>;
  readonly view: (kind: Kind) => View;
}

/** Numbers the groups that records fall into, the same for all kinds. */
function groupsOf(memory: Memory, by: readonly Dimension[]): Groups {
  const groups: GroupKey[] = [];
  const index = new Map<string, number>();
  const told = new Map<Kind, Set<Dimension>>();
  const ofCombo = new Map<Kind, Int32Array>();
  for (const [kind, facts] of memory.facts) {
    const used = new Uint8Array(facts.combos.all.length);
    for (let row = 0; row < facts.rows; row += 1) if (facts.live[row] === 1) used[facts.combo.get(row)] = 1;
    const numbers = new Int32Array(facts.combos.all.length);
    for (const [combo, words] of facts.combos.all.entries()) {
      if (used[combo] !== 1) continue;
      for (const dimension of dimensions) {
        if ((words[dimension] ?? null) === null) continue;
        const known = told.get(kind) ?? new Set();
        told.set(kind, known.add(dimension));
      }
      if (by.length === 0) continue;
      const key = by.map((dimension) => words[dimension] ?? null);
      const text = JSON.stringify(key);
      let group = index.get(text);
      if (group === undefined) {
        groups.push(key);
        group = groups.length;
        index.set(text, group);
      }
      numbers[combo] = group;
    }
    ofCombo.set(kind, numbers);
  }
  const view = (kind: Kind): View => {
    const facts = memory.of(kind);
    if (facts.live.length < facts.rows) throw new Error(`${kind}: rows were added after they were settled`);
    const numbers = ofCombo.get(kind);
    const orders = memory.facts.get('order');
    return {
      facts,
      memory,
      options: memory.setting.options,
      groupOf: (combo) => numbers?.[combo] ?? 0,
      groupOfOrder: (row) => (orders === undefined ? 0 : (ofCombo.get('order')?.[orders.combo.get(row)] ?? 0)),
      groups: groups.length,
    };
  };
  return { groups, told, view };
}
