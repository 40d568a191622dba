import { DAY_HOURS, type Day, dayOfHour } from '../../core/civil.ts';
import { postOfDay } from '../../records/social.ts';
import { orNone } from '../collect/collect.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { LeftOut, TableInfo } from '../state/table-info.ts';

/*
 * A list of posts and a table of days of one network report the same likes and views: those of a post since it was
 * published, and those of all posts on a day. The days from the first to the last post of a list are those of the list; the
 * table of days keeps what only it has, such as new followers, and its other days.
 */

/** What both kinds of table count. */
const ofPosts = ['impressions', 'reach', 'engagements', 'link_clicks'] as const;
const counted = [...ofPosts, 'posts', 'followers', 'new_followers'] as const;

interface Span {
  from: Day;
  to: Day;
}

const hasField = ({ plan }: TableInfo, name: string): boolean => plan.fields[name] !== undefined;

/** The first and last day of the rows of each table and network. */
function spansOf(facts: Facts): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const row of liveRows(facts)) {
    const key = keyOf(facts, row, facts.table.get(row));
    const day = dayOfHour(facts.whole('from').get(row));
    const span = spans.get(key);
    if (span === undefined) spans.set(key, { from: day, to: day });
    else [span.from, span.to] = [Math.min(span.from, day), Math.max(span.to, day)];
  }
  return spans;
}

const keyOf = (facts: Facts, row: number, table: number): string =>
  `${table} ${(facts.words(row).network ?? '').trim().toLowerCase()}`;

function* liveRows(facts: Facts): Generator<number> {
  for (let row = 0; row < facts.rows; row += 1) if (facts.live[row] === 1) yield row;
}

/**
 * An export of posts holds their figures since publication, or by day: the same likes. Of a post in both kinds, its days are left
 * out, or where their table is preferred its figures since publication.
 */
export function leavePostsTold(memory: Memory): LeftOut[] {
  const facts = memory.facts.get('social');
  const left = new Map<string, LeftOut>();
  if (facts === undefined) return [];
  const rowsOf = (head: number): number[] => {
    const rows: number[] = [];
    for (let row = head; row !== -1; row = orNone(facts.next.get(row))) if (facts.live[row] === 1) rows.push(row);
    return rows;
  };
  for (const [sourceKey, index] of memory.indexes) {
    if (sourceKey.split('\u0001')[1] !== facts.kind) continue;
    for (const { id, row } of index.idsWithRows()) {
      const post = postOfDay(id);
      const [whole] = post === null ? [] : rowsOf(index.get(`#${post}`));
      if (whole === undefined) continue;
      for (const day of rowsOf(row)) {
        const tables = [day, whole].map((one) => memory.tables[facts.table.get(one)]!);
        const isPreferred = tables[0]!.file.preferred && !tables[1]!.file.preferred;
        const [out, table, instead] = isPreferred ? [whole, tables[1]!, tables[0]!] : [day, tables[0]!, tables[1]!];
        if (facts.live[out] === 0) continue;
        facts.live[out] = 0;
        const key = `${table.index} ${instead.index}`;
        const one = left.get(key) ?? { table, instead, days: new Set(), rows: 0, cut: 0, amount: Number.NaN };
        left.set(key, one);
        (one.days as Set<Day>).add(dayOfHour(facts.whole('from').get(out)));
        one.rows += facts.sourceRows.get(out);
        table.account.skip('other_table', facts.sourceRows.get(out));
      }
    }
  }
  // A table of which other posts count is not left out itself.
  const counting = new Set([...liveRows(facts)].map((row) => facts.table.get(row)));
  return [...left.values()].map((one) =>
    counting.has(one.table.index) ? { ...one, fields: ofPosts.filter((name) => hasField(one.table, name)) } : one,
  );
}

/** Leaves out, of each of two tables that report the same, the figures that the other reports. */
export function leaveToPosts(memory: Memory): LeftOut[] {
  const facts = memory.facts.get('social');
  const tables = memory.tables.filter(({ plan }) => plan.kind === 'social');
  if (facts === undefined || tables.length < 2) return [];
  const spans = spansOf(facts);
  const left: LeftOut[] = [];
  for (const posts of tables.filter((one) => hasField(one, 'post_id')))
    for (const days of tables.filter((one) => !hasField(one, 'post_id'))) {
      if (posts.file.store !== days.file.store || posts.file.account !== days.file.account) continue;
      const [table, instead] = days.file.preferred && !posts.file.preferred ? [posts, days] : [days, posts];
      const fields = ofPosts.filter((name) => hasField(posts, name) && hasField(days, name));
      const one = leaveFields(facts, table, instead, fields, spans);
      if (one !== null) left.push(one);
    }
  return left;
}

function leaveFields(
  facts: Facts,
  table: TableInfo,
  instead: TableInfo,
  fields: readonly string[],
  spans: ReadonlyMap<string, Span>,
): LeftOut | null {
  const days = new Set<Day>();
  const one: LeftOut = { table, instead, days, fields, rows: 0, cut: 0, amount: Number.NaN };
  for (const row of liveRows(facts)) {
    if (facts.table.get(row) !== table.index) continue;
    const span = spans.get(keyOf(facts, row, instead.index));
    const hour = facts.whole('from').get(row);
    // A row over several days is not cut: it may hold more than the posts.
    if (span === undefined || hour < span.from * DAY_HOURS || dayOfHour(hour) > span.to) continue;
    if (!Number.isNaN(facts.whole('to').get(row))) continue;
    const told = fields.filter((name) => !Number.isNaN(facts.numbers.get(name)?.get(row) ?? Number.NaN));
    if (told.length === 0) continue;
    days.add(dayOfHour(hour));
    for (const name of told) facts.numbers.get(name)!.set(row, Number.NaN);
    if (counted.some((name) => !Number.isNaN(facts.numbers.get(name)?.get(row) ?? Number.NaN))) continue;
    facts.live[row] = 0;
    one.rows += facts.sourceRows.get(row);
  }
  if (days.size === 0) return null;
  if (one.rows > 0) table.account.skip('other_table', one.rows);
  return one;
}
