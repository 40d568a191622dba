import type { Day } from '../core/civil.ts';
import type { Kind } from '../core/kinds.ts';
import type { KpiOptions } from '../core/options.ts';
import type { Read, TableFacts } from '../facts/read.ts';
import { givenKinds, suppliedFields } from '../plan/supply.ts';

/** Files of one format, kind and store: what they tell, and which days they cover. */
export interface SourceCover {
  readonly kind: Kind;
  readonly tables: readonly TableFacts[];
  readonly fields: ReadonlySet<string>;
  /** First and last day with a record (or of the preamble). */
  readonly first: Day;
  readonly last: Day;
  /** The same, widened at both ends by the longest run of days without a record: [from, to). */
  readonly from: Day;
  readonly to: Day;
}

/** The longest run of days without a record between two that have one. */
function longestRun(days: readonly Day[]): number {
  let longest = 0;
  for (let i = 1; i < days.length; i += 1) longest = Math.max(longest, days[i]! - days[i - 1]! - 1);
  return longest;
}

/** Amounts of orders that are unknown, not 0, where no row has them. */
const tellable = new Set(['discounts', 'shipping', 'taxes']);

/** A table as the sources it feeds: orders feed refunds too, tickets answers to surveys. */
function feeds(
  table: TableFacts,
  read: Read,
  options: KpiOptions,
): { kind: Kind; fields: ReadonlySet<string>; days: ReadonlySet<Day> }[] {
  const { plan } = table;
  const own = { kind: plan.kind, fields: suppliedFields(plan, options), days: table.days };
  if (plan.kind === 'order') {
    // A column without any value tells no more than one that is not there.
    own.fields = new Set([...own.fields].filter((name) => !tellable.has(name) || table.told.has(name)));
    const isGiven = givenKinds(plan, table.file.source.lines).includes('refund');
    if (!read.hasRefunds && !isGiven) return [own];
    const fields = new Set([...own.fields, 'item_amount', 'shipping_amount', 'tax_amount', 'goods_cost']);
    return [
      { ...own, fields: new Set([...own.fields, 'has_refund']) },
      { kind: 'refund', fields, days: table.days },
    ];
  }
  if (plan.kind === 'refund') {
    return [{ ...own, fields: new Set([...own.fields, 'goods_cost', 'customer_key']) }];
  }
  if (plan.kind === 'ticket' && plan.fields.satisfaction !== undefined) {
    const answers = read.ticketAnswers.get(table.file);
    // A tool that answers in words (good, bad) gives no scores.
    const scores = answers?.scored === true ? ['numeric', 'score', 'scale_number'] : [];
    const fields = new Set(['positive', 'csat', ...scores]);
    // Days without an answer are covered all the same, those of late solves as well.
    return [own, { kind: 'survey', fields, days: new Set([...table.days, ...(answers?.days ?? [])]) }];
  }
  return [own];
}

/** What the files that count cover, source by source. */
export function coverageOf(read: Read, options: KpiOptions): SourceCover[] {
  const sources = new Map<
    string,
    { kind: Kind; tables: TableFacts[]; fields: Set<string>; days: Set<Day>; stated: Day[] }
  >();
  for (const table of read.tables) {
    if (!table.counts) continue;
    for (const { kind, fields, days } of feeds(table, read, options)) {
      const key = `${table.file.source.id}\u0001${kind}\u0001${table.file.store ?? ''}`;
      const source = sources.get(key) ?? { kind, tables: [], fields: new Set(), days: new Set(), stated: [] };
      source.tables.push(table);
      for (const field of fields) source.fields.add(field);
      for (const day of days) source.days.add(day);
      if (table.plan.period !== null) source.stated.push(table.plan.period.from, table.plan.period.to);
      sources.set(key, source);
    }
  }
  const lines = [...sources.values()].filter(({ kind }) => kind === 'order_line');
  for (const { kind, fields } of sources.values()) {
    if (kind === 'order') for (const field of lines.flatMap((one) => lineFields(one.fields))) fields.add(field);
  }
  const covers: SourceCover[] = [];
  for (const { kind, tables, fields, days, stated } of sources.values()) {
    const sorted = [...days].sort((a, b) => a - b);
    const ends = [...sorted.slice(0, 1), ...sorted.slice(-1), ...stated];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    const run = longestRun(sorted);
    covers.push({ kind, tables, fields, first, last, from: first - run, to: last + 1 + run });
  }
  return likeOrders(covers);
}

/** What a file of lines tells of the orders that it names. */
const lineFields = (fields: ReadonlySet<string>): string[] => [
  'units',
  'line_value',
  ...(fields.has('unit_cost') ? ['goods_cost', 'costed_line_value'] : []),
];

/** Refunds and lines cover what orders do. */
function likeOrders(covers: SourceCover[]): SourceCover[] {
  const orders = covers.filter(({ kind, first }) => kind === 'order' && Number.isFinite(first));
  if (orders.length === 0) return covers;
  const [from, to] = [Math.min(...orders.map((one) => one.from)), Math.max(...orders.map((one) => one.to))];
  return covers.map((cover) =>
    cover.kind === 'refund' || cover.kind === 'order_line' ? { ...cover, from, to } : cover,
  );
}

/** Whether sources together cover all days of [from, to). */
export function coveredTogether(covers: readonly SourceCover[], from: Day, to: Day): boolean {
  let reached = from;
  for (const cover of [...covers].sort((a, b) => a.from - b.from)) {
    if (cover.from <= reached && cover.to > reached) reached = cover.to;
  }
  return reached >= to;
}
