import type { Day } from '../core/civil.ts';
import type { Dimension, Kind } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import { originWord } from '../core/origin.ts';
import { platformKey } from '../core/platforms.ts';
import { usualGap } from '../core/usual-gap.ts';
import type { Read, TableFacts } from '../engine/state/read.ts';
import { countedFields, givenKinds, lacksSessions, suppliedFields } from '../plan/supply.ts';
import { recordOf } from '../records/index.ts';
import { coversAll, type DayRange, joinedRanges } from './days.ts';
import { type Silence, silences } from './silence.ts';

/** Files of one format, kind, store and account: what they contain, and which days they cover. */
export interface SourceCover {
  readonly kind: Kind;
  readonly tables: readonly TableFacts[];
  readonly fields: ReadonlySet<string>;
  /** A day long after today that has a record: it covers nothing. */
  readonly late: Day | null;
  /** First and last day with a record (or of the preamble). */
  readonly first: Day;
  readonly last: Day;
  /** The days that some file covers, in order; between two of them is a gap. */
  readonly ranges: readonly DayRange[];
  /** Days with orders, for which refunds should be known. */
  readonly silent: readonly Silence[];
  /** Of all ranges: [from, to). */
  readonly from: Day;
  readonly to: Day;
}

/** What coverage is determined from. */
type Held = Pick<Read, 'tables' | 'ticketAnswers'>;

/** A table as the sources it feeds: orders feed refunds too, tickets answers to surveys. */
function feeds(
  table: TableFacts,
  read: Held,
  options: KpiOptions,
): { kind: Kind; fields: ReadonlySet<string>; days: ReadonlySet<Day> }[] {
  const { plan } = table;
  const isTold = (name: string): boolean => recordOf(plan.kind).untold?.includes(name) !== true || table.told.has(name);
  const fields = new Set([...suppliedFields(plan, options)].filter(isTold));
  // Without customers only a column says which orders are those of new ones.
  if (plan.kind === 'order' && !fields.has('customer_key') && plan.fields.customer_type === undefined)
    fields.delete('is_first');
  const own: { kind: Kind; fields: ReadonlySet<string>; days: ReadonlySet<Day> } = {
    kind: plan.kind,
    fields,
    days: table.days,
  };
  if (plan.kind === 'order') {
    const fees =
      plan.fields.fee === undefined
        ? []
        : [{ kind: 'cost' as const, fields: new Set(['amount', 'category']), days: table.days }];
    if (table.toldByOrders) return fees;
    if (!read.tables.some((one) => one.counts && knowsRefunds(one))) return [own, ...fees];
    // What was given back of these orders is in no file, though that of others is.
    if (!read.tables.some((one) => one.counts && knowsRefunds(one) && isOfShop(one, table)))
      return [own, { ...own, kind: 'refund' }, ...fees];
    const fields = new Set([...own.fields, 'item_amount', 'shipping_amount', 'tax_amount', 'goods_cost']);
    return [
      { ...own, fields: new Set([...own.fields, 'has_refund']) },
      { kind: 'refund', fields, days: table.days },
      ...fees,
    ];
  }
  if (plan.kind === 'refund') {
    return [{ ...own, fields: new Set([...own.fields, ...table.told, 'goods_cost', 'customer_key']) }];
  }
  if (plan.kind === 'ticket' && plan.fields.satisfaction !== undefined) {
    const answers = read.ticketAnswers.get(table.file);
    // A tool that answers in words (good, bad) gives no scores.
    const scores = answers?.scored === true ? ['numeric', 'score', 'scale_number'] : [];
    const fields = new Set(['positive', 'csat', 'asked_at', ...scores]);
    // Days without an answer are covered all the same, also those of late solves.
    return [own, { kind: 'survey', fields, days: new Set([...table.days, ...(answers?.days ?? [])]) }];
  }
  return [own];
}

/** Format, store and what kind of table it is; visits without sessions are beside them, with days of their own. */
const keyOf = ({ file, plan }: TableFacts): string =>
  [file.source.id, plan.kind, file.store ?? '', lacksSessions(plan) ? countedFields(plan).join() : ''].join('\u0001');

/**
 * The tables of one format that, by their columns, come from several sources: each names only one store, account,
 * platform or network, and two with different names have days in common. If one follows the other, a name has changed;
 * a table with several names shows that the others may lack one by chance.
 */
function toldApart(tables: readonly TableFacts[]): ReadonlySet<string> {
  const groups = new Map<string, TableFacts[]>();
  for (const table of tables) {
    if (!table.counts || table.days.size === 0) continue;
    groups.set(keyOf(table), [...(groups.get(keyOf(table)) ?? []), table]);
  }
  const isApart = (own: readonly TableFacts[]): boolean => {
    if (own.some(({ onlySource }) => onlySource === null)) return false;
    const spans = own.map((table) => ({ name: table.onlySource, ...spanOf([...table.days])! }));
    // In order, a span can only overlap one that began before it and has not ended.
    spans.sort((a, b) => a.first - b.first);
    return spans.some((span, at) =>
      spans.slice(0, at).some(({ name, last }) => name !== span.name && last >= span.first),
    );
  };
  return new Set([...groups].filter(([, own]) => isApart(own)).map(([key]) => key));
}

/** What the files that count cover, source by source; `today` is the current day. */
export function coverageOf(read: Held, options: KpiOptions, today: Day): SourceCover[] {
  const sources = new Map<
    string,
    { kind: Kind; tables: TableFacts[]; fields: Set<string>; days: Set<Day>; spans: { first: Day; last: Day }[] }
  >();
  const apart = toldApart(read.tables);
  for (const table of read.tables) {
    if (!table.counts) continue;
    for (const { kind, fields, days } of feeds(table, read, options)) {
      const key = `${keyOf(table)}\u0001${kind}\u0001${apart.has(keyOf(table)) ? table.onlySource : ''}`;
      const source = sources.get(key) ?? { kind, tables: [], fields: new Set(), days: new Set(), spans: [] };
      source.tables.push(table);
      for (const field of fields) source.fields.add(field);
      for (const day of days) source.days.add(day);
      const { period } = table.plan;
      const span = spanOf([...days, ...(period === null ? [] : [period.from, period.to])]);
      if (span !== null) source.spans.push(span);
      sources.set(key, source);
    }
  }
  const lines = [...sources.values()].filter(({ kind }) => kind === 'order_line');
  for (const { kind, fields } of sources.values()) {
    if (kind === 'order') for (const field of lines.flatMap((one) => lineFields(one.fields))) fields.add(field);
  }
  const covers: SourceCover[] = [];
  for (const { kind, tables, fields, days, spans } of sources.values()) {
    const sorted = [...days].sort((a, b) => a - b);
    const gap = usualGap(
      sorted.filter((day) => day <= today),
      spans,
    );
    const late = lateDay(sorted, gap, today);
    const ranges = spans
      .map(({ first, last }) =>
        late !== null && first < late && last >= late
          ? { first, last: sorted.findLast((day) => day < late) ?? first }
          : { first, last },
      )
      .map(({ first, last }) => ({ from: first - gap, to: last + 1 + gap, first, last }));
    covers.push({ kind, tables, fields, late, silent: [], ...reaching(joinedRanges(ranges)) });
  }
  return likeOrders(covers, today);
}

/**
 * The first day after today that does not continue the records before it: a mistyped year. A run as of an earlier day
 * has files that continue, whose next record is as near as any other.
 */
function lateDay(sorted: readonly Day[], gap: number, today: Day): Day | null {
  const at = sorted.findIndex((day) => day > today);
  const [before, day] = [sorted[at - 1], sorted[at]];
  return before === undefined || day === undefined || day - before - 1 <= Math.max(gap, 31) ? null : day;
}

function spanOf(days: readonly Day[]): { readonly first: Day; readonly last: Day } | null {
  if (days.length === 0) return null;
  let [first, last] = [days[0]!, days[0]!];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}

/** Ranges with their ends; a source without any has no gaps. */
function reaching(ranges: readonly DayRange[]): Pick<SourceCover, 'ranges' | 'first' | 'last' | 'from' | 'to'> {
  const [head, tail] = [ranges[0], ranges.at(-1)];
  return {
    ranges,
    first: head?.first ?? Number.POSITIVE_INFINITY,
    last: tail?.last ?? Number.NEGATIVE_INFINITY,
    from: head?.from ?? Number.POSITIVE_INFINITY,
    to: tail?.to ?? Number.NEGATIVE_INFINITY,
  };
}

/** What a file of lines says about the orders that it names. */
const lineFields = (fields: ReadonlySet<string>): string[] => [
  'units',
  'line_value',
  ...(fields.has('unit_cost') ? ['goods_cost', 'costed_line_value'] : []),
];

/** Refunds and lines cover what orders do; if only the files of refunds fall silent, some are missing. */
function likeOrders(covers: SourceCover[], today: Day): SourceCover[] {
  const orders = covers.filter(({ kind, first }) => kind === 'order' && Number.isFinite(first));
  if (orders.length === 0) return covers;
  const ranges = joinedRanges(orders.flatMap((one) => one.ranges));
  const { from, to } = reaching(ranges);
  const silentOf = ({ kind, tables }: SourceCover): readonly Silence[] => {
    if (kind !== 'refund' || orders.some(({ tables }) => tables.some(tellsRefunds))) return [];
    const own = tables.filter(({ plan }) => plan.kind === 'refund');
    const of = orders.filter((one) => one.tables.some(({ file }) => file.store === own[0]?.file.store));
    const end = Math.min(today - 1, Math.max(...(of.length === 0 ? orders : of).map(({ last }) => last)));
    const spans = own.flatMap(
      ({ days, plan: { period } }) => spanOf([...days, ...(period === null ? [] : [period.from, period.to])]) ?? [],
    );
    return silences(new Set(own.flatMap(({ days }) => [...days])), spans, end);
  };
  return covers.map((cover) =>
    cover.kind === 'refund' || cover.kind === 'order_line'
      ? { ...cover, ranges, from, to, silent: silentOf(cover) }
      : cover,
  );
}

/** Whether a table has refunds, or would have them: by its columns, or because some row shows one. */
const knowsRefunds = (table: TableFacts): boolean =>
  table.showsRefunds || table.plan.kind === 'refund' || tellsRefunds(table);

/**
 * Whether a table that knows refunds speaks of the orders of another: of those of its own export, or, if it is a file of refunds
 * or a list of one's own, which may hold credit notes, of those of its store.
 */
function isOfShop(refunds: TableFacts, orders: TableFacts): boolean {
  const { plan, file } = refunds;
  if (plan.kind !== 'refund' && file.source.tool !== 'generic') return keyOf(refunds) === keyOf(orders);
  const isByColumn = ({ plan }: TableFacts): boolean => plan.fields.store !== undefined;
  return refunds.file.store === orders.file.store || isByColumn(refunds) || isByColumn(orders);
}

/** Whether orders themselves state what was refunded. */
const tellsRefunds = ({ plan, file }: TableFacts): boolean => givenKinds(plan, file.source).includes('refund');

/**
 * The days that a source covers, or that another covers in its place: of visits that two tools count, one is read on each day, so a
 * shop that changed its tool has all days where the new one begins as the old one ends.
 */
export const rangesInPlace = (cover: SourceCover, among: readonly SourceCover[]): readonly DayRange[] =>
  rangesTogether(cover, among) ?? cover.ranges;

/** The same; null where no other stands in. */
export function rangesTogether(cover: SourceCover, among: readonly SourceCover[]): readonly DayRange[] | null {
  const instead = among.filter((other) => standsIn(other, cover));
  return instead.length === 0 ? null : joinedRanges([cover, ...instead].flatMap(({ ranges }) => ranges));
}

/** Whether visits of a source are read where another has none: two tools count those of one shop. */
export function standsIn(other: SourceCover, cover: SourceCover): boolean {
  if (other === cover || other.kind !== 'visit' || cover.kind !== 'visit') return false;
  const [a, b] = [other, cover].map(({ tables }) => tables[0]!.file);
  const areSessions = [other, cover].every(({ fields }) => fields.has('sessions'));
  return areSessions && a!.source.id !== b!.source.id && a!.store === b!.store;
}

/** Whether a source may have records of a group: not if they are all of another store, or of another platform or network. */
export function mayHold({ kind, tables }: SourceCover, dimension: Dimension, name: string | null): boolean {
  const field =
    dimension === 'store' ? 'store' : dimension !== 'source' ? null : kind === 'spend' ? 'platform' : 'network';
  if (name === null || field === null) return true;
  const key = field === 'platform' ? platformKey(name) : name.toLowerCase();
  return tables.some(({ file, onlySource }) => {
    const own = (field === 'store' ? file.store?.toLowerCase() : undefined) ?? originWord(onlySource, field);
    return own === '' || own === key;
  });
}

/** Whether sources together cover all days of [from, to). */
export function coveredTogether(covers: readonly SourceCover[], from: Day, to: Day): boolean {
  return coversAll(joinedRanges(covers.flatMap(({ ranges }) => ranges)), from, to);
}
