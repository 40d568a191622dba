import type { Span } from '../../core/calendar.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/options.ts';
import { fieldsOf, type Measure } from '../../measures/measure.ts';
import type { Answer, Question } from '../engine.ts';
import { orNone } from './collect.ts';
import type { Memory } from './context.ts';
import { compileExpr, compileTest, dependsOnSpan, hourOf, numberOf, type RowNumber } from './evaluate.ts';
import { ExactSums } from './exact-sum.ts';
import type { Facts } from './facts.ts';

/** What answering needs to know of a kind's rows. */
export interface View {
  readonly facts: Facts;
  readonly memory: Memory;
  readonly options: KpiOptions;
  /** The group of a combination of words, from 1. */
  readonly groupOf: (combo: number) => number;
  /** The group of an order's row. */
  readonly groupOfOrder: (row: number) => number;
  readonly groups: number;
}

/** Cells of one question: spans × (total and groups). */
class Cells implements Answer {
  readonly #values: (bigint | null)[];
  readonly #approx: Uint8Array;
  readonly #width: number;

  constructor(spans: number, groups: number, start: bigint | null) {
    this.#width = groups + 1;
    this.#values = new Array<bigint | null>(spans * this.#width).fill(start);
    this.#approx = new Uint8Array(spans * this.#width);
  }

  at(span: number, group: number): number {
    return span * this.#width + group;
  }
  value(span: number, group: number): bigint | null {
    return this.#values[this.at(span, group)] ?? null;
  }
  approx(span: number, group: number): boolean {
    return this.#approx[this.at(span, group)] === 1;
  }
  set(cell: number, value: bigint | null): void {
    this.#values[cell] = value;
  }
  mark(cell: number): void {
    this.#approx[cell] = 1;
  }
}

/** The spans that an hour lies in, for spans in any order and overlap. */
class Finder {
  readonly #order: readonly number[];
  readonly #from: readonly number[];
  readonly #latest: number[] = [];

  constructor(readonly spans: readonly Span[]) {
    this.#order = spans.map((_, i) => i).sort((a, b) => spans[a]!.from - spans[b]!.from);
    this.#from = this.#order.map((i) => spans[i]!.from);
    let latest = Number.NEGATIVE_INFINITY;
    for (const i of this.#order) {
      latest = Math.max(latest, spans[i]!.to);
      this.#latest.push(latest);
    }
  }

  /** Calls back for each span that overlaps [from, to). */
  each(from: number, to: number, visit: (span: number) => void): void {
    let [low, high] = [0, this.#from.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#from[middle]! < to) low = middle + 1;
      else high = middle;
    }
    for (let place = low - 1; place >= 0 && this.#latest[place]! > from; place -= 1) {
      const span = this.#order[place]!;
      if (this.spans[span]!.to > from) visit(span);
    }
  }
}

const one = 1_000_000;
const dated = new Set(['visit', 'spend', 'social', 'cost']);

/** When a measure's rows are booked: a local hour, and for a span of days its end. */
function booking(facts: Facts, measure: Measure): { from: RowNumber; to: RowNumber | null } {
  if (!dated.has(facts.kind)) return { from: hourOf(facts, measure.at), to: null };
  const to = facts.numbers.get('to');
  return { from: numberOf(facts, 'from'), to: to === undefined ? null : (row) => to.get(row) };
}

/** What of an amount that covers whole days evenly falls on its days [a, b): the remainder goes to the first days. */
export function shareOfDays(amount: number, days: number, a: number, b: number, quantum: number): number {
  const units = amount / quantum;
  const base = Math.floor(units / days);
  const rest = units - base * days;
  return (base * (b - a) + Math.max(0, Math.min(b, rest) - Math.min(a, rest))) * quantum;
}

/** The fields by which the records of a kind are booked. */
const bookings: Partial<Record<Kind, readonly string[]>> = {
  order: ['ordered_at'],
  refund: ['refunded_at'],
  ticket: ['created_at', 'solved_at'],
  survey: ['answered_at'],
  lead: ['created_at'],
  checkout: ['created_at'],
};

/** The groups that have a record inside a span. */
export function groupsWithin(views: readonly View[], span: Span): ReadonlySet<number> {
  const groups = new Set<number>();
  for (const { facts, groupOf } of views) {
    const to = dated.has(facts.kind) ? facts.numbers.get('to') : undefined;
    const hours = dated.has(facts.kind)
      ? [numberOf(facts, 'from')]
      : (bookings[facts.kind] ?? []).map((name) => hourOf(facts, name));
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.live[row] === 0) continue;
      const group = groupOf(facts.combo.get(row));
      if (group === 0 || groups.has(group)) continue;
      const stop = to?.get(row) ?? Number.NaN;
      if (hours.some((hour) => hour(row) < span.to && (Number.isNaN(stop) ? hour(row) >= span.from : stop > span.from)))
        groups.add(group);
    }
  }
  return groups;
}

/** Answers one question over the rows of a kind. */
export function answer(view: View, { measure, spans, and }: Question): Answer {
  if (and !== undefined) return both(view, measure, spans, and);
  switch (measure.aggregate) {
    case 'count':
    case 'sum':
      return total(view, measure, spans);
    case 'distinct':
      return distinct(view, measure, spans, 1);
    case 'distinct_repeated':
      return distinct(view, measure, spans, 2);
    case 'median':
      return median(view, measure, spans);
    case 'last':
      return last(view, measure, spans);
    case 'visitors':
      return visitors(view, measure, spans);
  }
}

/** Tables whose value of a measure is approximate. */
function approxTables(view: View, measure: Measure): ReadonlySet<number> {
  const fields = new Set([...fieldsOf(measure.value), ...fieldsOf(measure.where), ...(measure.needs ?? [])]);
  return new Set(
    view.memory.tables.filter(({ plan }) => plan.approx.some((field) => fields.has(field))).map(({ index }) => index),
  );
}

/** The row whose words tell the group: the row itself, or its customer's first order. */
function groupRow(view: View, measure: Measure): (row: number) => number {
  const { facts, groupOf, groupOfOrder } = view;
  if (measure.group !== 'first_order') return (row) => groupOf(facts.combo.get(row));
  const first = facts.whole('first_order_row');
  return (row) => {
    const order = orNone(first.get(row));
    return order === -1 ? groupOf(facts.combo.get(row)) : groupOfOrder(order);
  };
}

function total(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups } = view;
  const cells = new Cells(spans.length, groups, 0n);
  const width = groups + 1;
  const sums = new ExactSums(spans.length * width);
  const finder = new Finder(spans);
  const { from, to } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const spanwise = dependsOnSpan(measure.where);
  const value = measure.value === undefined ? () => one : compileExpr(facts, measure.value);
  const groupAt = groupRow(view, measure);
  const approximate = approxTables(view, measure);
  const undated = measure.over === 'refund' ? facts.numbers.get('undated') : undefined;
  const quantum = measure.unit === 'count' ? one : 1;
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const begin = from(row);
    if (Number.isNaN(begin)) continue;
    const stop = to === null ? Number.NaN : to(row);
    const end = Number.isNaN(stop) ? begin + 1 : stop;
    if (!spanwise && !fits(row, 0, 0)) continue;
    const amount = value(row);
    if (Number.isNaN(amount)) continue;
    const group = groupAt(row);
    const loose = approximate.has(facts.table.get(row)) || undated?.get(row) === one;
    finder.each(begin, end, (span) => {
      const { from: spanFrom, to: spanTo } = spans[span]!;
      if (spanwise && !fits(row, spanFrom, spanTo)) return;
      let part = amount;
      let cut = false;
      if (end - begin > DAY_HOURS && (spanFrom > begin || spanTo < end)) {
        cut = true;
        const days = (end - begin) / DAY_HOURS;
        const first = Math.max(0, Math.floor((spanFrom - begin) / DAY_HOURS));
        const past = Math.min(days, Math.floor((spanTo - begin) / DAY_HOURS));
        part = shareOfDays(amount, days, first, past, amount % quantum === 0 ? quantum : 1);
      }
      const cell = span * width;
      sums.add(cell, part);
      if (group > 0) sums.add(cell + group, part);
      if (!loose && !cut) return;
      cells.mark(cell);
      cells.mark(cell + group);
    });
  }
  for (let cell = 0; cell < spans.length * width; cell += 1) cells.set(cell, sums.get(cell));
  return cells;
}

/** Rows that take part in a measure, by the place of its value, so that each value is met once and whole. */
function rowsByValue(view: View, measure: Measure): { rows: Int32Array; key: RowNumber } {
  const { facts, options } = view;
  const key = measure.value?.op === 'field' ? numberOf(facts, measure.value.name) : () => Number.NaN;
  const fits = compileTest(facts, measure.where, options);
  const { from } = booking(facts, measure);
  let most = -1;
  let count = 0;
  const takes = (row: number) =>
    facts.live[row] === 1 && !Number.isNaN(key(row)) && !Number.isNaN(from(row)) && fits(row, 0, 0);
  for (let row = 0; row < facts.rows; row += 1) {
    if (!takes(row)) continue;
    count += 1;
    if (key(row) > most) most = key(row);
  }
  const next = new Int32Array(most + 2);
  for (let row = 0; row < facts.rows; row += 1) if (takes(row)) next[key(row) + 1]! += 1;
  for (let at = 0; at <= most; at += 1) next[at + 1]! += next[at]!;
  const rows = new Int32Array(count);
  for (let row = 0; row < facts.rows; row += 1) {
    if (!takes(row)) continue;
    rows[next[key(row)]!] = row;
    next[key(row)]! += 1;
  }
  return { rows, key };
}

function distinct(view: View, measure: Measure, spans: readonly Span[], least: 1 | 2): Answer {
  const { facts, groups } = view;
  const width = groups + 1;
  const cells = new Cells(spans.length, groups, 0n);
  const counts = new Float64Array(spans.length * width);
  const met = new Float64Array(spans.length * width).fill(-1);
  const times = new Float64Array(spans.length * width);
  const finder = new Finder(spans);
  const { from } = booking(facts, measure);
  const groupAt = groupRow(view, measure);
  const { rows, key } = rowsByValue(view, measure);
  const meet = (cell: number, value: number) => {
    if (met[cell] !== value) {
      met[cell] = value;
      times[cell] = 0;
    }
    times[cell]! += 1;
    if (times[cell] === least) counts[cell]! += 1;
  };
  for (const row of rows) {
    const value = key(row);
    const group = groupAt(row);
    const at = from(row);
    finder.each(at, at + 1, (span) => {
      meet(span * width, value);
      if (group > 0) meet(span * width + group, value);
    });
  }
  for (let cell = 0; cell < counts.length; cell += 1) cells.set(cell, BigInt(counts[cell]!) * 1_000_000n);
  return cells;
}

/** Different values that occur in the first span and in the second of each pair. */
function both(view: View, measure: Measure, first: readonly Span[], second: readonly Span[]): Answer {
  const { facts, groups } = view;
  const width = groups + 1;
  const cells = new Cells(first.length, groups, 0n);
  const counts = new Float64Array(first.length * width);
  const inFirst = new Float64Array(first.length * width).fill(-1);
  const inSecond = new Float64Array(first.length * width).fill(-1);
  const [finders, { from }] = [[new Finder(first), new Finder(second)] as const, booking(facts, measure)];
  const groupAt = groupRow(view, measure);
  const { rows, key } = rowsByValue(view, measure);
  const meet = (own: Float64Array, other: Float64Array, cell: number, value: number) => {
    if (own[cell] === value) return;
    own[cell] = value;
    if (other[cell] === value) counts[cell]! += 1;
  };
  for (const row of rows) {
    const value = key(row);
    const group = groupAt(row);
    const at = from(row);
    for (const [finder, own, other] of [
      [finders[0], inFirst, inSecond] as const,
      [finders[1], inSecond, inFirst] as const,
    ]) {
      finder.each(at, at + 1, (span) => {
        meet(own, other, span * width, value);
        if (group > 0) meet(own, other, span * width + group, value);
      });
    }
  }
  for (let cell = 0; cell < counts.length; cell += 1) cells.set(cell, BigInt(counts[cell]!) * 1_000_000n);
  return cells;
}

function median(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups } = view;
  const width = groups + 1;
  const cells = new Cells(spans.length, groups, null);
  const values = new Map<number, number[]>();
  const finder = new Finder(spans);
  const { from } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const value = compileExpr(facts, measure.value!);
  const groupAt = groupRow(view, measure);
  const put = (cell: number, amount: number) => {
    const list = values.get(cell);
    if (list === undefined) values.set(cell, [amount]);
    else list.push(amount);
  };
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const at = from(row);
    const amount = value(row);
    if (Number.isNaN(at) || Number.isNaN(amount) || !fits(row, 0, 0)) continue;
    const group = groupAt(row);
    finder.each(at, at + 1, (span) => {
      put(span * width, amount);
      if (group > 0) put(span * width + group, amount);
    });
  }
  for (const [cell, list] of values) cells.set(cell, middle(Float64Array.from(list).sort()));
  return cells;
}

/** The middle of sorted millionths, the mean of the two middle ones for an even count, rounded half up. */
function middle(sorted: Float64Array): bigint {
  const half = sorted.length >> 1;
  const upper = BigInt(sorted[half]!);
  if (sorted.length % 2 === 1) return upper;
  const both = upper + BigInt(sorted[half - 1]!);
  return both >= 0n ? (both + 1n) / 2n : both / 2n;
}

/** The newest snapshot of each network of each shop inside the span, added up. */
function last(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups, groupOf } = view;
  const width = groups + 1;
  const cells = new Cells(spans.length, groups, null);
  const { from } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const value = compileExpr(facts, measure.value!);
  for (const [index, span] of spans.entries()) {
    const newest = new Map<string, { at: number; row: number }>();
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.live[row] === 0 || !fits(row, 0, 0)) continue;
      const at = from(row);
      if (!(at >= span.from && at < span.to)) continue;
      const words = facts.words(row);
      const series = `${words.network ?? ''}\u0001${words.store ?? ''}`;
      const known = newest.get(series);
      if (known === undefined || at >= known.at) newest.set(series, { at, row });
    }
    for (const { row } of newest.values()) {
      for (const group of new Set([0, groupOf(facts.combo.get(row))])) {
        const cell = index * width + group;
        cells.set(cell, (cells.value(index, group) ?? 0n) + BigInt(value(row)));
      }
    }
  }
  return cells;
}

/**
 * Unique visitors. Where rows name their visitor, different ones are counted; a number that a file exported stands only for
 * exactly the span and group it was exported for, and never together with another.
 */
function visitors(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, groups, groupOf } = view;
  const width = groups + 1;
  const counted = distinct(view, measure, spans, 1);
  const stated = facts.numbers.get('visitors');
  const cells = new Cells(spans.length, groups, null);
  const { from, to } = booking(facts, measure);
  const rows = new Int32Array(spans.length * width);
  const exact = new Int32Array(spans.length * width).fill(-1);
  const named = facts.keys.get('visitor_id');
  const finder = new Finder(spans);
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0 || (named !== undefined && !Number.isNaN(named.get(row)))) continue;
    const begin = from(row);
    const stop = to === null ? Number.NaN : to(row);
    const end = Number.isNaN(stop) ? begin + DAY_HOURS : stop;
    const group = groupOf(facts.combo.get(row));
    finder.each(begin, Number.isNaN(stop) ? begin + 1 : end, (span) => {
      for (const cell of group > 0 ? [span * width, span * width + group] : [span * width]) {
        rows[cell]! += 1;
        if (spans[span]!.from === begin && spans[span]!.to === end) exact[cell] = row;
      }
    });
  }
  for (let cell = 0; cell < rows.length; cell += 1) {
    const [span, group] = [Math.floor(cell / width), cell % width];
    const known = counted.value(span, group) ?? 0n;
    const row = exact[cell]!;
    if (rows[cell] === 0) cells.set(cell, known);
    else if (rows[cell] === 1 && row !== -1 && known === 0n && facts.sourceRows.get(row) === 1) {
      const number = stated?.get(row) ?? Number.NaN;
      cells.set(cell, Number.isNaN(number) ? null : BigInt(number));
    }
  }
  return cells;
}
