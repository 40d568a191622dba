import { DAY_HOURS, type Day } from '../../core/civil.ts';
import { byPath } from '../../core/file-rank.ts';
import { type Dimension, type Kind, kinds } from '../../core/kinds.ts';
import { marksAlone, valueField } from '../../core/pairs.ts';
import { platformKey } from '../../core/platforms.ts';
import { shareOfDays } from '../../core/share.ts';
import type { Zone } from '../../core/zone.ts';
import { areFacets } from '../../plan/dates/sibling-days.ts';
import { Header } from '../../plan/head/header.ts';
import {
  countedFields,
  type DateGrain,
  dateGrain,
  dimensionColumns,
  lacksSessions,
  suppliedFields,
} from '../../plan/supply.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { LeftOut, TableInfo } from '../state/table-info.ts';

/*
 * Tables with the same content: of each day that both cover, one is read. On its other days the second counts; a row
 * over a span of days is cut there.
 */

/** The higher file of two: the one with the newer newest record, then by path. */
export const byRank = (a: TableInfo, b: TableInfo): number =>
  (a.newest === b.newest ? 0 : a.newest - b.newest) || byPath(a.file.path, b.file.path);

const fineness: Record<DateGrain, number> = { instant: 2, day: 1, span: 0 };

interface Candidate {
  readonly table: TableInfo;
  readonly preferred: number;
  /** Whether it has what tables of its kind are read for: page views alone never replace sessions. */
  readonly main: number;
  readonly asked: number;
  /** The asked dimensions that it has. */
  readonly splits: string;
  readonly finer: number;
  /** Of visits: how many things it counts. */
  readonly counted: number;
  /** A table without dimensions has every visit; of those of an overview that of channels, those of sources are truncated. */
  readonly whole: number;
  /** Reports of campaigns are complete, those of their parts lack what was removed: the fewer, the better. */
  readonly parts: number;
  readonly mapped: number;
  readonly shape: string;
  /** Whether rows name their account, and parts of campaigns: rows of one level replace each other by their keys. */
  readonly level: string;
}

/**
 * Kinds of which two tables may have the same content: counts and amounts of days, and the checkouts of a shop that two
 * tools watch.
 */
const mayClash = (kind: Kind): boolean => recordOf(kind).booked === 'day' || recordOf(kind).ofTools === true;

/** Kinds of several platforms or tools, each with its own records. */
const hasPlatforms = (kind: Kind): boolean => kind === 'spend' || kind === 'email';

function share(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}

const sameDays = (a: ReadonlySet<Day>, b: ReadonlySet<Day>): boolean =>
  a.size === b.size && [...a].every((day) => b.has(day));

/** Two reports of one tool without a campaign in common are of two accounts, or of two kinds of ads. */
const mayShareCampaigns = (one: TableInfo, two: TableInfo): boolean =>
  one.campaigns.size === 0 || two.campaigns.size === 0 || share(one.campaigns, two.campaigns);
/**
 * Whether two tables of one tool say different things of the same sessions, one of them not their number: each counts
 * what the other does not. A rate of both holds in a group only if both are split into groups.
 */
function complete(a: Candidate, b: Candidate): boolean {
  const [one, two] = [a.table.plan, b.table.plan];
  if ((a.main === 1 && b.main === 1) || a.splits !== b.splits) return false;
  const others = new Set(countedFields(two));
  return !countedFields(one).some((name) => others.has(name));
}

/** Whether two tables have the same content. */
function clash(a: Candidate, b: Candidate): boolean {
  const [one, two] = [a.table, b.table];
  if (one.plan.kind !== two.plan.kind || one.file.store !== two.file.store) return false;
  if (one.file.account !== two.file.account) return false;
  // Several tables of one search engine's clicks; those of two have the same columns.
  if (one.plan.kind === 'search')
    return share(one.days, two.days) && (a.shape !== b.shape || (a.finer === 0 && !sameDays(one.days, two.days)));
  const isOfTools = recordOf(one.plan.kind).ofTools === true;
  if (!isOfTools && !share(one.platforms, two.platforms)) return false;
  if (!share(one.days, two.days)) return false;
  if (isOfTools && one.file.source.tool !== two.file.source.tool) return true;
  // Checkouts of one tool are distinguished by their ids.
  if (one.plan.kind === 'checkout') return false;
  // An account's export and a hand-made sheet have the same content for a platform.
  if (
    one.plan.kind === 'spend' &&
    one.file.source.tool === two.file.source.tool &&
    one.file.source.id !== two.file.source.id
  )
    return mayShareCampaigns(one, two);
  if (hasPlatforms(one.plan.kind) && one.file.source.id !== two.file.source.id) return true;
  if (one.plan.kind === 'visit' && complete(a, b)) return false;
  // Two exports of one tool: their rows do not replace each other by key.
  if (one.plan.kind === 'visit' && one.sourceKey !== two.sourceKey) return true;
  // Blocks of one file show one thing in several ways.
  if (a.shape !== b.shape || one.file === two.file) return true;
  if (a.level !== b.level && mayShareCampaigns(one, two)) return true;
  // Two downloads of one span replace each other by key; of spans that overlap only in part one is read.
  return a.finer === 0 && !sameDays(one.days, two.days);
}

/** A daily table that is silent for up to this long had nothing to report; longer, it may lack an export. */
const longestPause = 7;

/**
 * The days of a daily table that a table of longer spans does not cover better: including its short pauses, those of a `usual`
 * number of days, and its stated period.
 */
export function withPauses({ plan }: TableInfo, days: ReadonlySet<Day>, usual = 0): ReadonlySet<Day> {
  const pause = Math.max(longestPause, usual);
  const all = new Set(days);
  const sorted = [...days].sort((a, b) => a - b);
  for (const [at, day] of sorted.entries()) {
    const next = sorted[at + 1] ?? day;
    if (next - day <= pause + 1) for (let between = day + 1; between < next; between += 1) all.add(between);
  }
  if (plan.period !== null) for (let day = plan.period.from; day <= plan.period.to; day += 1) all.add(day);
  return all;
}

/** The columns of a table that say what its campaigns consist of, by name. */
function partsOf({ file, plan }: TableInfo): string[] {
  const header = new Header(plan.header);
  const found = new Set((file.source.parts ?? []).map((name) => header.find(name)));
  return [...found].flatMap((at) => (at === undefined ? [] : [(plan.header[at] ?? '').trim().toLowerCase()])).sort();
}

/** Of search results, lists of queries and pages are truncated. */
function isWhole({ file, plan }: TableInfo, columns: readonly string[]): boolean {
  if (plan.kind === 'search') return !['query', 'page'].some((name) => columns.includes(name));
  if (plan.kind !== 'visit') return false;
  return columns.length === 0 || (file.source.layout === 'blocks' && columns.join() === 'channel');
}

function candidateOf(memory: Memory, table: TableInfo, by: readonly Dimension[]): Candidate {
  const columns = dimensionColumns(table.plan);
  const parts = partsOf(table);
  const told = suppliedFields(table.plan, memory.setting.options);
  // Source and medium give the channel, too.
  const tells = (one: Dimension) => told.has(one) || (one === 'channel' && (told.has('source') || told.has('medium')));
  return {
    table,
    preferred: table.file.preferred ? 1 : 0,
    main: lacksSessions(table.plan) ? 0 : 1,
    asked: by.filter(tells).length,
    splits: by.filter(tells).join(),
    // A list with completions says more about a day.
    finer: table.plan.kind === 'checkout' ? (told.has('completed_at') ? 1 : 0) : fineness[dateGrain(table.plan)],
    counted: table.plan.kind === 'visit' ? countedFields(table.plan).length : 0,
    whole: isWhole(table, columns) ? 1 : 0,
    parts: parts.length,
    mapped: Object.keys(table.plan.fields).length,
    shape: `${columns.join()}|${dateGrain(table.plan)}`,
    level: `${table.plan.fields.account !== undefined}|${parts.join()}`,
  };
}

/**
 * Chooses, for each day, among tables with the same content: more of the asked dimensions, finer dates, more campaigns,
 * fewer parts of them, more fields, higher file.
 */
export function chooseTables(memory: Memory, by: readonly Dimension[], of: (kind: Kind) => boolean): LeftOut[] {
  const left: LeftOut[] = [];
  for (const kind of kinds.filter((one) => mayClash(one) && of(one))) {
    const candidates = memory.tables
      .filter((table) => table.plan.kind === kind && table.days.size > 0)
      .map((table) => candidateOf(memory, table, by))
      .sort(
        (a, b) =>
          b.preferred - a.preferred ||
          b.main - a.main ||
          b.asked - a.asked ||
          b.finer - a.finer ||
          b.counted - a.counted ||
          b.whole - a.whole ||
          b.table.campaigns.size - a.table.campaigns.size ||
          a.parts - b.parts ||
          b.mapped - a.mapped ||
          byRank(b.table, a.table),
      );
    const chosen: { candidate: Candidate; days: ReadonlySet<Day> }[] = [];
    for (const candidate of candidates) {
      const { table } = candidate;
      const days = new Set(table.days);
      for (const other of chosen) {
        if (!clash(candidate, other.candidate)) continue;
        // A list of checkouts without one on a day says that none was begun.
        const told = areFacets(table.file, other.candidate.table.file)
          ? days
          : candidate.finer === 0 || kind === 'checkout'
            ? withPauses(other.candidate.table, other.days)
            : other.days;
        const both = new Set([...days].filter((day) => told.has(day)));
        if (both.size === 0) continue;
        for (const day of both) days.delete(day);
        left.push({ table, instead: other.candidate.table, days: both, rows: 0, cut: 0, amount: Number.NaN });
      }
      if (days.size > 0) chosen.push({ candidate, days });
    }
  }
  return left;
}

/** Whether it may depend on the dimensions asked for which of two tables counts. */
export function areContested(memory: Memory): boolean {
  for (const kind of kinds.filter(mayClash)) {
    const candidates = memory.tables
      .filter((table) => table.plan.kind === kind && table.days.size > 0)
      .map((table) => candidateOf(memory, table, []));
    for (const [at, one] of candidates.entries())
      for (const two of candidates.slice(0, at))
        if (clash(one, two) || clash({ ...one, splits: 'other' }, two)) return true;
  }
  return false;
}

/** What the rows of a kind hold, in words for people. */
export const mainField = (kind: Kind): string | undefined => recordOf(kind).sums?.[0];

/** The days of each table that are not read, with the table that replaces each. */
export function leftDays(left: readonly LeftOut[]): ReadonlyMap<number, ReadonlyMap<Day, LeftOut>> {
  const tables = new Map<number, Map<Day, LeftOut>>();
  for (const one of left) {
    const days = tables.get(one.table.index) ?? new Map<Day, LeftOut>();
    for (const day of one.days) days.set(day, one);
    tables.set(one.table.index, days);
  }
  return tables;
}

/** Leaves out rows whose days are all covered by another table; returns those to be cut. */
export function leaveOut(facts: Facts, days: ReturnType<typeof leftDays>, zone: Zone): number[] {
  const cut: number[] = [];
  const name = mainField(facts.kind);
  const main = name === undefined ? undefined : facts.numbers.get(name);
  const [from, to, created] = [facts.whole('from'), facts.whole('to'), facts.whole('created_at')];
  const hourOf = (row: number): number => (facts.kind === 'checkout' ? zone.hour(created.get(row)) : from.get(row));
  for (let row = 0; row < facts.rows; row += 1) {
    const own = days.get(facts.table.get(row));
    if (own === undefined) continue;
    const first = Math.floor(hourOf(row) / DAY_HOURS);
    const past = Number.isNaN(to.get(row)) ? first + 1 : to.get(row) / DAY_HOURS;
    let [shared, by] = [0, null as LeftOut | null];
    const { platform: ads, tool } = facts.words(row);
    const platform = hasPlatforms(facts.kind) ? platformKey(ads ?? tool ?? '') : null;
    for (let day = first; day < past; day += 1) {
      const one = own.get(day);
      // Of a sheet of several platforms, only what the other table covers as well.
      if (one === undefined || (platform !== null && !one.instead.platforms.has(platform))) continue;
      shared += 1;
      by ??= one;
    }
    if (by === null) continue;
    if (shared < past - first) {
      by.cut += facts.sourceRows.get(row);
      cut.push(row);
      continue;
    }
    facts.live[row] = 0;
    by.rows += facts.sourceRows.get(row);
    if (main !== undefined) addAmount(by, main.get(row));
  }
  return cut;
}

const addAmount = (to: LeftOut, amount: number): void => {
  if (Number.isNaN(amount)) return;
  to.amount = Number.isNaN(to.amount) ? amount : to.amount + amount;
};

const one = 1_000_000;

/** Numbers of a row that are not sums over its days. */
const ofWhole = new Set(['visitors', 'new_visitors']);
const notAdded = new Set(['position', 'from', 'to', 'updated_at', 'started_at', 'dropped', 'left_out', 'cut']);

/**
 * Replaces a row by its days that no other table covers: one row for each run of them, with its even share. Figures
 * based on it are approximate.
 */
export function cutRows(facts: Facts, rows: readonly number[], days: ReturnType<typeof leftDays>): void {
  const live = rows.filter((row) => facts.live[row] === 1);
  if (live.length === 0) return;
  const metas = recordFields(facts.kind);
  const name = mainField(facts.kind);
  const [from, to, isCut] = [facts.whole('from'), facts.whole('to'), facts.whole('cut')];
  const before = facts.rows;
  for (const row of live) {
    const own = days.get(facts.table.get(row))!;
    const [first, past] = [from.get(row) / DAY_HOURS, to.get(row) / DAY_HOURS];
    const length = past - first;
    facts.live[row] = 0;
    const share = (field: string, amount: number, a: number, b: number): number => {
      const isMoney = ['money', 'duration'].includes(metas.get(valueField(field))?.type ?? '');
      return shareOfDays(amount, length, a, b, !isMoney && amount % one === 0 ? one : 1);
    };
    for (let day = first; day < past; ) {
      const by = own.get(day);
      let end = day + 1;
      while (end < past && own.get(end) === by) end += 1;
      const [a, b] = [day - first, end - first];
      const amount = name === undefined ? Number.NaN : (facts.numbers.get(name)?.get(row) ?? Number.NaN);
      if (by !== undefined) addAmount(by, Number.isNaN(amount) ? amount : share(name!, amount, a, b));
      else {
        const piece = facts.follow(facts.table.get(row));
        facts.combo.set(piece, facts.combo.get(row));
        // The first of them represents the row in the account of its file.
        facts.sourceRows.set(piece, facts.sourceRows.get(row));
        facts.sourceRows.set(row, 0);
        for (const [key, column] of facts.keys) column.set(piece, facts.keys.get(key)!.get(row));
        for (const [field, column] of facts.numbers) {
          const value = column.get(row);
          if (Number.isNaN(value) || ofWhole.has(field)) continue;
          column.set(piece, notAdded.has(field) || marksAlone(field) ? value : share(field, value, a, b));
        }
        from.set(piece, day * DAY_HOURS);
        to.set(piece, end === day + 1 ? Number.NaN : end * DAY_HOURS);
        isCut.set(piece, 1);
      }
      day = end;
    }
  }
  const all = new Uint8Array(facts.rows).fill(1, before);
  all.set(facts.live.subarray(0, before));
  facts.live = all;
}
