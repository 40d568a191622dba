import { DAY_MS, dayOfHour, HOUR_MS, type Hour, weekday } from '../../core/civil.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { BusinessHours } from '../../core/kpi-options.ts';
import type { Zone } from '../../core/zone.ts';
import { stateOf } from '../../ingest/ticket-status.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { grouped } from '../columns/grouped.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { isBareDay } from '../state/identity.ts';
import type { LateSolves } from '../state/read.ts';
import { asksForTime } from '../state/service-findings.ts';
import { gap } from './derive-orders.ts';
import { bookByHour } from './derive-service.ts';

const one = 1_000_000;

/** What follows from a ticket's dates and counts, and from its requester's other tickets: only what is asked for. */
export function deriveTickets(memory: Memory): void {
  const tickets = memory.facts.get('ticket');
  if (tickets === undefined) return;
  closeTickets(memory, tickets);
  for (const name of ['created_at', 'solved_at', 'closed_at']) bookByHour(tickets, name, memory.setting.zone);
  for (const [name, derive] of Object.entries(derivedFields)) {
    if (!asksForTime(memory.asked, name)) continue;
    const column = tickets.micro(name);
    const value = derive(tickets, memory);
    for (let row = 0; row < tickets.rows; row += 1)
      if (tickets.live[row] === 1) column.set(row, value(row, column.get(row)));
    if (isTime(name)) tellImpossible(memory, tickets, name);
  }
}

/**
 * Since when a ticket is closed: its solve; if only its status says so, its creation, since no work is waiting; never
 * if its status says that it is open again.
 */
function closeTickets(memory: Memory, tickets: Facts): void {
  const [created, solved, closed] = ['created_at', 'solved_at', 'closed_at'].map((name) => tickets.whole(name));
  const states = tickets.combos.all.map(({ status }) => stateOf(status));
  const lasted = tickets.micro('resolution_seconds');
  const counts = new Map<FilePlan, { undated: number; reopened: number; of: number; unknown: Map<string, number> }>();
  for (let row = 0; row < tickets.rows; row += 1) {
    if (tickets.live[row] === 0) continue;
    const table = memory.tables[tickets.table.get(row)]!;
    const count = getOrInsert(counts, table.file, () => ({ undated: 0, reopened: 0, of: 0, unknown: new Map() }));
    count.of += 1;
    const state = states[tickets.combo.get(row)];
    const { fields } = table.plan;
    // Some tools say how long a ticket took, and not when it was solved.
    if (fields.solved_at === undefined && fields.resolution_seconds !== undefined && state !== 'open')
      solved!.set(row, created!.get(row) + Math.round(lasted.get(row) / 1000));
    const at = solved!.get(row);
    const isUndated = state === 'solved' && Number.isNaN(at);
    const isReopened = state === 'open' && !Number.isNaN(at);
    // A file without either column has no solves at all, and no backlog can be calculated from it.
    if (fields.solved_at !== undefined || fields.resolution_seconds !== undefined) {
      if (isUndated) count.undated += 1;
      if (isReopened) count.reopened += 1;
      const { status } = tickets.combos.all[tickets.combo.get(row)]!;
      if (state === null && status && Number.isNaN(at)) count.unknown.set(status, (count.unknown.get(status) ?? 0) + 1);
    }
    closed!.set(row, isUndated ? created!.get(row) : isReopened ? Number.NaN : at);
  }
  for (const [file, { unknown, ...count }] of counts) {
    if (count.undated + count.reopened > 0) memory.service.states.push({ file, ...count });
    if (unknown.size > 0) memory.service.unknown.push({ file, words: [...unknown], of: count.of });
  }
}

/** The solves from an hour on and before another, where they are asked about: an export may hold those of days without new tickets. */
export function solvesWithin(memory: Memory, from: Hour, to: Hour): LateSolves | null {
  const tickets = memory.facts.get('ticket');
  if (tickets === undefined || !memory.asked.books('ticket', 'solved_at')) return null;
  const hours = tickets.whole('solved_at_hour');
  let [count, last] = [0, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < tickets.rows; row += 1) {
    const hour = hours.get(row);
    if (tickets.live[row] === 0 || !(hour >= from && hour < to)) continue;
    count += 1;
    last = Math.max(last, dayOfHour(hour));
  }
  return count === 0 ? null : { count, last };
}

const times = ['first_reply_seconds', 'resolution_seconds', 'first_resolution_seconds'] as const;
const isTime = (name: string): name is (typeof times)[number] => times.some((time) => time === name);

/** Counts times before the creation of their ticket. */
function tellImpossible(memory: Memory, tickets: Facts, field: (typeof times)[number]): void {
  const column = tickets.micro(field);
  const counts = new Map<FilePlan, { tickets: number; of: number }>();
  for (let row = 0; row < tickets.rows; row += 1) {
    const time = column.get(row);
    if (tickets.live[row] === 0 || Number.isNaN(time)) continue;
    const { file } = memory.tables[tickets.table.get(row)]!;
    const count = getOrInsert(counts, file, () => ({ tickets: 0, of: 0 }));
    count.of += 1;
    if (time < 0) count.tickets += 1;
  }
  for (const [file, count] of counts) if (count.tickets > 0) memory.service.impossible.push({ file, field, ...count });
}

/** The value of a row, given what its file has in that field. */
type ValueOf = (row: number, own: number) => number;

/** What files have is not calculated again, except the time until a solve. */
const derivedFields: Readonly<Record<string, (tickets: Facts, memory: Memory) => ValueOf>> = {
  first_reply_seconds: (tickets, memory) => {
    const until = untilOf(tickets, memory, 'first_reply_at');
    const isReplied = repliedOf(tickets);
    return (row, own) => (Number.isNaN(own) || (own === 0 && !isReplied(row)) ? until(row) : own);
  },
  first_reply_business_seconds: (tickets, memory) => {
    const { options, zone } = memory.setting;
    const [created, replied] = [tickets.whole('created_at'), tickets.whole('first_reply_at')];
    const reply = tickets.micro('first_reply_seconds');
    const hours = options.business_hours;
    if (hours === null) return (_, own) => own;
    const bare = untimed(tickets, memory, ['created_at', 'first_reply_at']);
    return (row) => {
      if (bare.has(tickets.table.get(row))) return Number.NaN;
      const [begun, end] = [created.get(row), replied.get(row)];
      return businessTime(begun, Number.isNaN(end) ? begun + reply.get(row) / 1000 : end, hours, zone);
    };
  },
  // The dates are those of the last solve; a column of minutes may be older, so it is used only without dates.
  resolution_seconds: (tickets, memory) => {
    const until = untilOf(tickets, memory, 'solved_at');
    return (row, own) => {
      const time = until(row);
      return Number.isNaN(time) ? own : time;
    };
  },
  first_resolution_seconds: (tickets, memory) => {
    const until = untilOf(tickets, memory, 'first_solved_at');
    return (row, own) => (Number.isNaN(own) ? until(row) : own);
  },
  customer_messages: (tickets) => {
    const reopens = tickets.micro('reopens');
    return (row, own) => (Number.isNaN(own) ? one + reopens.get(row) : own);
  },
  settled: (tickets, { setting: { options } }) => {
    const [created, solved, updated] = ['created_at', 'solved_at', 'updated_at'].map((name) => tickets.whole(name));
    const exported = newest(tickets, [created!, solved!, updated!]);
    return (row) => (solved!.get(row) + options.fcr_window_days * DAY_MS <= exported ? one : 0);
  },
  first_contact: (tickets, { keys, setting: { options } }) => {
    const [messages, reopens] = [tickets.micro('customer_messages'), tickets.micro('reopens')];
    const followed = followUps(tickets, keys.people.size, options.fcr_window_days * DAY_MS);
    return (row) => {
      const [wrote, reopened] = [messages.get(row), reopens.get(row)];
      if (Number.isNaN(wrote) && Number.isNaN(reopened)) return Number.NaN;
      return !(reopened > 0) && (Number.isNaN(wrote) || wrote === one) && followed[row] !== 1 ? one : 0;
    };
  },
};

/**
 * Whether a ticket may have a reply after 0 seconds: tools write 0 where there was none. It has none if no reply is counted, nor, where
 * replies are not counted, if it is still open.
 */
function repliedOf(tickets: Facts): (row: number) => boolean {
  const replies = tickets.micro('agent_replies');
  const isOpen = tickets.combos.all.map(({ status }) => stateOf(status) === 'open');
  return (row) => {
    const count = replies.get(row);
    return Number.isNaN(count) ? isOpen[tickets.combo.get(row)] !== true : count > 0;
  };
}

/** The time from the creation of a ticket to another of its instants; NaN where either is only a day. */
function untilOf(tickets: Facts, memory: Memory, name: string): (row: number) => number {
  const [created, reached] = [tickets.whole('created_at'), tickets.whole(name)];
  const bare = untimed(tickets, memory, ['created_at', name]);
  return (row) => (bare.has(tickets.table.get(row)) ? Number.NaN : gap(created.get(row), reached.get(row)));
}

/** The tables in which one of these instants is the start of a day in all rows: dates without a time, which last no hours. */
function untimed(tickets: Facts, { tables, setting: { zone } }: Memory, names: readonly string[]): ReadonlySet<number> {
  const bare = new Set<number>();
  for (const name of names) {
    const at = tickets.whole(name);
    /** Tables that have no time so far, and those that have a date. */
    const open = new Set(tables.flatMap(({ plan, index }) => (plan.kind === tickets.kind ? [index] : [])));
    const dated = new Set<number>();
    for (let row = 0; row < tickets.rows && open.size > 0; row += 1) {
      const [table, instant] = [tickets.table.get(row), at.get(row)];
      if (!open.has(table) || Number.isNaN(instant)) continue;
      if (isBareDay(instant, zone)) dated.add(table);
      else open.delete(table);
    }
    for (const table of open) if (dated.has(table)) bare.add(table);
  }
  return bare;
}

/**
 * The newest instant of any row, counted or not: the best estimate of when the tickets were exported. A mistyped year, after
 * which nothing happens and before which nothing does for a year, is none.
 */
function newest(facts: Facts, columns: readonly { get(row: number): number }[]): number {
  const before = (end: number): number => {
    let last = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < facts.rows; row += 1)
      for (const column of columns) {
        const instant = column.get(row);
        if (instant > last && instant < end) last = instant;
      }
    return last;
  };
  for (let last = before(Number.POSITIVE_INFINITY); ; ) {
    const earlier = before(last);
    if (earlier === Number.NEGATIVE_INFINITY || last - earlier <= 366 * DAY_MS) return last;
    last = earlier;
  }
}

/** 1 for a solved ticket whose requester opened another within the window after the solve. */
function followUps(tickets: Facts, people: number, windowMs: number): Uint8Array {
  const followed = new Uint8Array(tickets.rows);
  const requester = tickets.key('requester_key');
  const key = (row: number): number => (tickets.live[row] === 1 ? requester.get(row) : Number.NaN);
  const { rows, starts } = grouped(tickets.rows, people, key);
  const created = tickets.whole('created_at');
  const solved = tickets.whole('solved_at');
  for (let person = 0; person < people; person += 1) {
    const own = rows.subarray(starts[person], starts[person + 1]);
    if (own.length < 2) continue;
    const begun = Float64Array.from(own, (row) => created.get(row)).sort();
    for (const row of own) {
      const end = solved.get(row);
      const next = begun.find((instant) => instant > end);
      if (next !== undefined && next <= end + windowMs) followed[row] = 1;
    }
  }
  return followed;
}

/** Millionths of a second of opening hours between two instants; negative if the end is first. */
function businessTime(from: number, to: number, hours: BusinessHours, zone: Zone): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
  // A first reply may be given in fractions of a millisecond: the result is in millionths of a second.
  if (to < from) return Math.round(gap(from, to));
  const time = (text: string) => {
    const [hour = '0', minute = '0'] = text.split(':');
    return Number(hour) * HOUR_MS + Number(minute) * 60_000;
  };
  let total = 0;
  for (let day = Math.floor(zone.wall(from) / DAY_MS); day <= Math.floor(zone.wall(to) / DAY_MS); day += 1) {
    if (!hours.days.includes(weekday(day))) continue;
    const opens = zone.instant(day * DAY_MS + time(hours.from));
    const closes = zone.instant(day * DAY_MS + time(hours.to));
    total += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return Math.round(total * 1000);
}
