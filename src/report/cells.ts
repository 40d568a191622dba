import type { Span } from '../core/calendar.ts';
import { DAY_HOURS, dayOfHour } from '../core/civil.ts';
import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import type { Kind } from '../core/kinds.ts';
import type { Answer, CohortMargin, Question, Read } from '../engine/engine.ts';
import { type Cell, markBit, nothing, type Operand } from '../kpis/evaluate.ts';
import type { Edge, Window } from '../kpis/formula.ts';
import { fieldsOf, type Measure } from '../measures/measure.ts';
import type { SourceCover } from './coverage.ts';
import type { ReportSettings } from './settings.ts';

/** A span that figures are worked out for: the period as shown and as far as it has elapsed. */
export interface Place {
  readonly span: Span;
  readonly elapsed: Span;
}

const family = (kind: Kind): Kind => (kind === 'refund' || kind === 'order_line' ? 'order' : kind);

/** Fields that every record of a kind has, whatever its file. */
const given = new Set(['valid', 'abandoned', 'type', 'category']);

/** Answers what formulas ask, from one round of questions to the engine. */
export class Figures {
  readonly #answers = new Map<string, { answer: Answer; at: ReadonlyMap<string, number> }>();
  readonly #wanted = new Map<string, { measure: Measure; spans: Map<string, Span>; and: Span[] | null }>();
  #cohorts: { margins: CohortMargin[][]; at: ReadonlyMap<string, number> } | null = null;
  #cohortSpans = new Map<string, Span>();
  readonly #sources = new Map<Kind, SourceCover[]>();
  readonly #lastOrder: number;

  constructor(
    readonly read: Read,
    covers: readonly SourceCover[],
    readonly settings: ReportSettings,
  ) {
    for (const cover of covers) this.#sources.set(cover.kind, [...(this.#sources.get(cover.kind) ?? []), cover]);
    const ends = (this.#sources.get('order') ?? []).map(({ last }) => last).filter(Number.isFinite);
    this.#lastOrder = ends.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...ends);
  }

  /** Remembers that a measure is wanted at a place. */
  want(measure: Measure, place: Place, windows: readonly (Window | undefined)[]): void {
    const [first, second] = windows;
    const span = this.spanOf(place, first);
    const and = windows.length > 1 ? this.spanOf(place, second) : null;
    const wanted = this.#wanted.get(this.#question(measure, windows)) ?? {
      measure,
      spans: new Map<string, Span>(),
      and: and === null ? null : ([] as Span[]),
    };
    const key = spanKey(span, and);
    if (!wanted.spans.has(key)) {
      wanted.spans.set(key, span);
      if (and !== null) wanted.and?.push(and);
    }
    this.#wanted.set(this.#question(measure, windows), wanted);
  }

  /** Remembers that the margin of a place's cohort is wanted. */
  wantCohort({ span }: Place): void {
    this.#cohortSpans.set(spanKey(span, null), span);
  }

  /** Asks the engine for all that is wanted. */
  ask(): void {
    const keys = [...this.#wanted.keys()];
    const questions = keys.map((key): Question => {
      const { measure, spans, and } = this.#wanted.get(key)!;
      return { measure, spans: [...spans.values()], ...(and === null ? {} : { and }) };
    });
    for (const [index, answer] of this.read.ask(questions).entries()) {
      const { spans } = this.#wanted.get(keys[index]!)!;
      this.#answers.set(keys[index]!, { answer, at: new Map([...spans.keys()].map((key, place) => [key, place])) });
    }
    const spans = [...this.#cohortSpans];
    if (spans.length > 0) {
      this.#cohorts = {
        margins: this.read.cohortMargins(spans.map(([, span]) => span)),
        at: new Map(spans.map(([key], place) => [key, place])),
      };
    }
  }

  /** A cell of the report; `used` collects the kinds that its figures rest on. */
  cell(place: Place, group: number, used: Set<Kind>): Cell {
    return {
      options: this.settings.options,
      measure: (measure, window) => this.#operand(measure, place, group, [window], used),
      both: (measure, first, second) => this.#operand(measure, place, group, [first, second], used),
      total: () => this.cell(place, 0, used),
      payback: (cost) => this.#payback(cost, place, group),
    };
  }

  /** Whether files of a kind were given. */
  supplied(kind: Kind): boolean {
    return (this.#sources.get(kind)?.length ?? 0) > 0;
  }

  spanOf({ elapsed, span }: Place, window: Window | undefined): Span {
    if (window === undefined) return span;
    const edge = ({ at, daysBefore }: Edge): number => {
      const days = typeof daysBefore === 'number' ? daysBefore : this.settings.options[daysBefore];
      return (at === 'start' ? span.from : elapsed.to) - days * DAY_HOURS;
    };
    return { from: window.from === null ? Number.NEGATIVE_INFINITY : edge(window.from), to: edge(window.to) };
  }

  #question(measure: Measure, windows: readonly (Window | undefined)[]): string {
    return [measure.id, ...windows.map((window) => window?.name ?? '')].join('|');
  }

  #operand(
    measure: Measure,
    place: Place,
    group: number,
    windows: readonly (Window | undefined)[],
    used: Set<Kind>,
  ): Operand {
    const sources = this.#suppliers(measure);
    if (sources.length === 0) return nothing('missing_kind');
    // A survey asks one question: the answers to another neither complete nor cut it.
    const all = measure.over === 'survey' ? sources : (this.#sources.get(measure.over) ?? []);
    if (group > 0 && !this.#tells(measure.over, group)) return nothing('missing_kind');
    let bits = all.length > sources.length ? markBit('incomplete') : 0;
    for (const window of windows) {
      const state = this.#state(measure, all, place, window);
      if (typeof state === 'string') return nothing(state);
      bits |= state;
    }
    const asked = this.#answers.get(this.#question(measure, windows));
    const [first, second] = windows;
    const key = spanKey(this.spanOf(place, first), windows.length > 1 ? this.spanOf(place, second) : null);
    const at = asked?.at.get(key);
    if (asked === undefined || at === undefined) throw new Error(`${measure.id} was not asked for`);
    used.add(family(measure.over));
    const value = asked.answer.value(at, group);
    if (value === null) {
      if (measure.aggregate === 'visitors') return nothing('missing_kind');
      return nothing(
        measure.aggregate === 'last' && first?.name === 'until_start' ? 'insufficient_history' : 'no_observations',
      );
    }
    if (asked.answer.approx(at, group)) bits |= markBit('approx');
    if (measure.over === 'visit' && this.#isRecent(place)) bits |= markBit('provisional');
    return { value: exact.ofMicro(value), marks: bits };
  }

  /** Web analytics still change in the two days after a day has ended. */
  #isRecent({ elapsed }: Place): boolean {
    const { asOf, zone } = this.settings;
    return elapsed.to > zone.hour(asOf - 48 * 3_600_000);
  }

  /** The sources that supply what a measure reads. */
  #suppliers(measure: Measure): SourceCover[] {
    const needs = [
      ...(measure.aggregate === 'visitors' ? [] : fieldsOf(measure.value)),
      ...(measure.needs ?? []),
      ...(measure.over === 'ticket' ? [measure.at] : []),
    ];
    return (this.#sources.get(measure.over) ?? []).filter(({ fields, kind }) =>
      needs.every(
        (name) =>
          fields.has(name) || given.has(name) || (name === 'channel' && this.read.told.get(kind)?.has('channel')),
      ),
    );
  }

  /** Whether a kind can tell a group: it tells every dimension that the group has a value of. */
  #tells(kind: Kind, group: number): boolean {
    const told = this.read.told.get(kind);
    const key = this.read.groups[group - 1] ?? [];
    return this.settings.by.every((dimension, place) => key[place] === null || told?.has(dimension));
  }

  /** Whether a kind tells every asked dimension: only then can it be mixed with another, group by group. */
  tellsAll(kind: Kind): boolean {
    const told = this.read.told.get(kind);
    return this.settings.by.every((dimension) => told?.has(dimension));
  }

  /** Marks from what the files cover, or the reason why a measure is not known there. */
  #state(measure: Measure, sources: readonly SourceCover[], place: Place, window: Window | undefined) {
    const span = this.spanOf(place, window);
    const [from, to] = [
      dayOfHour(span.from),
      Math.ceil((window === undefined ? place.elapsed.to : span.to) / DAY_HOURS),
    ];
    let bits = 0;
    if (!sources.some((source) => source.from < to && source.to > from))
      return window?.from === null && window.name !== 'until_start'
        ? 'not_covered'
        : window === undefined
          ? 'not_covered'
          : 'insufficient_history';
    if (window?.from && Math.min(...sources.map(({ first }) => first)) > from) return 'insufficient_history';
    if (sources.some((source) => source.to < to || (window === undefined && source.from > from)))
      bits |= markBit('incomplete');
    if (
      this.settings.grain === 'hour' &&
      (span.from % DAY_HOURS !== 0 || span.to % DAY_HOURS !== 0) &&
      sources.some(({ tables }) => tables.some(({ byDay }) => byDay))
    ) {
      return 'missing_kind';
    }
    const { options } = this.settings;
    if (measure.history === 'first_order' && !options.assume_full_history) {
      const start = dayOfHour(place.span.from);
      const { firstOrder } = this.read;
      if (firstOrder === null || firstOrder >= start) return 'insufficient_history';
      if (start - firstOrder < options.history_days) bits |= markBit('short_history');
    }
    if (measure.matures !== undefined && to + options[measure.matures] > this.#lastOrder + 1)
      return 'insufficient_history';
    return bits;
  }

  #payback(cost: Fraction | null, place: Place, group: number): Operand {
    const orders = this.#sources.get('order') ?? [];
    if (!orders.some(({ fields }) => fields.has('goods_cost'))) return nothing('missing_kind');
    if (group > 0 && !this.#tells('order', group)) return nothing('missing_kind');
    if (cost === null) return nothing('not_reached');
    const at = this.#cohorts?.at.get(spanKey(place.span, null));
    const cohort = at === undefined ? undefined : this.#cohorts?.margins[at]?.[group];
    if (cohort === undefined) return nothing('insufficient_history');
    if (cohort.customers === 0) return nothing('zero_denominator');
    const customers = exact.ofText(String(cohort.customers));
    const month = cohort.cumulative.findIndex(
      (sum) => exact.compare(exact.divide(exact.ofMicro(sum), customers), cost) >= 0,
    );
    return month === -1 ? nothing('not_reached') : { value: exact.ofText(String(month + 1)), marks: 0 };
  }
}

const spanKey = (span: Span, and: Span | null): string =>
  `${span.from}|${span.to}${and === null ? '' : `|${and.from}|${and.to}`}`;
