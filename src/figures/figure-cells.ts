import type { Span } from '../core/calendar.ts';
import { DAY_HOURS, type Day, dayOfHour, type Hour } from '../core/civil.ts';
import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import type { Kind, NullReason } from '../core/kinds.ts';
import type { Answer, CohortMargin, Question, Read } from '../engine/state/read.ts';
import {
  type Cell,
  leftOut,
  markBit,
  neededBy,
  nothing,
  type Operand,
  uncovered,
  unreached,
  usesOf,
} from '../kpis/evaluate.ts';
import { type Edge, type Formula, untilStart, type Window } from '../kpis/formula.ts';
import { fieldsOf, type Measure } from '../measures/measure.ts';
import { recordOf } from '../records/index.ts';
import { proveGroups, proveHidden, provePeriods } from './added-up.ts';
import { rangesInPlace, type SourceCover } from './coverage.ts';
import { coversAll, type DayRange, joinedRanges, touches } from './days.ts';
import type { ReportSettings } from './figure-settings.ts';
import { paidBack } from './payback.ts';

/** A span that figures are calculated for: the period as shown and its elapsed part. */
export interface Place {
  readonly span: Span;
  readonly elapsed: Span;
}

const family = (kind: Kind): Kind => (kind === 'refund' || kind === 'order_line' ? 'order' : kind);

/** Fields that every record of a kind has, whatever its file. */
const given = new Set(['valid', 'abandoned', 'type', 'category']);

type Windows = readonly (Window | undefined)[];

/** What one question has at one place, for all groups. */
interface Spot {
  /** The places of its spans in the question. */
  readonly at: number;
  /** Why the measure is not known there, else its marks from coverage. */
  readonly state: NullReason | number;
}

/** A measure over windows, with all places where it is needed. */
interface Wanted {
  readonly measure: Measure;
  readonly windows: Windows;
  readonly suppliers: readonly SourceCover[];
  /** The sources that it may be expected from. */
  readonly peers: readonly SourceCover[];
  /** The days that these cover together. */
  readonly ranges: readonly DayRange[];
  readonly spans: Span[];
  readonly and: Span[] | null;
  /** The spans by their bounds: places may share them. */
  readonly at: Map<string, number>;
  readonly spots: Map<Place, Spot>;
  answer: Answer | null;
}

/** Answers what formulas ask, from one round of questions to the engine. A place is always the same object. */
export class Figures {
  /** By measure, then by its windows. */
  readonly #wanted = new Map<Measure, Wanted[]>();
  #cohorts: { margins: CohortMargin[][]; at: ReadonlyMap<string, number> } | null = null;
  #cohortSpans = new Map<string, Span>();
  readonly #kinds = new Map<Formula, ReadonlySet<Kind>>();
  readonly #sources = new Map<Kind, SourceCover[]>();
  readonly #lastOrder: number;
  readonly #today: Day;

  constructor(
    readonly read: Read,
    covers: readonly SourceCover[],
    readonly settings: ReportSettings,
  ) {
    for (const cover of covers) this.#sources.set(cover.kind, [...(this.#sources.get(cover.kind) ?? []), cover]);
    const ends = (this.#sources.get('order') ?? []).map(({ last }) => last).filter(Number.isFinite);
    this.#today = dayOfHour(settings.zone.hour(settings.asOf));
    this.#lastOrder = ends.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...ends);
  }

  readonly #known = new Map<Place, Map<string, Operand>>();

  /** Values calculated once for a place, by name. */
  once(place: Place, name: string, work: () => Operand): Operand {
    let known = this.#known.get(place);
    if (known === undefined) {
      known = new Map();
      this.#known.set(place, known);
    }
    let operand = known.get(name);
    if (operand === undefined) {
      operand = work();
      known.set(name, operand);
    }
    return operand;
  }

  /** Remembers that a measure is needed at places; the same places for every measure. */
  want(measure: Measure, windows: Windows, places: readonly Place[]): void {
    if (this.#find(measure, windows) !== undefined) return;
    const wanted = this.#begin(measure, windows);
    for (const place of places) this.#wantAt(wanted, place);
  }

  #wantAt(wanted: Wanted, place: Place): void {
    const { windows } = wanted;
    const span = this.spanOf(place, windows[0]);
    const and = wanted.and === null ? null : this.spanOf(place, windows[1]);
    const key = spanKey(span, and);
    let at = wanted.at.get(key);
    if (at === undefined) {
      at = wanted.spans.length;
      wanted.at.set(key, at);
      wanted.spans.push(span);
      if (and !== null) wanted.and?.push(and);
    }
    wanted.spots.set(place, { at, state: this.#stateOf(wanted, place) });
  }

  #find(measure: Measure, windows: Windows): Wanted | undefined {
    return this.#wanted
      .get(measure)
      ?.find((one) => one.windows.length === windows.length && one.windows.every((own, i) => own === windows[i]));
  }

  #begin(measure: Measure, windows: Windows): Wanted {
    const suppliers = this.#suppliers(measure);
    const peers = this.#peers(measure, windows, suppliers);
    const wanted: Wanted = {
      measure,
      windows,
      suppliers,
      peers,
      ranges: joinedRanges(peers.flatMap(({ ranges }) => ranges)),
      spans: [],
      and: windows.length > 1 ? [] : null,
      at: new Map(),
      spots: new Map(),
      answer: null,
    };
    this.#wanted.set(measure, [...(this.#wanted.get(measure) ?? []), wanted]);
    return wanted;
  }

  /** Remembers that the margins of the cohorts of places are needed. */
  wantCohorts(places: readonly Place[]): void {
    for (const { span } of places) this.#cohortSpans.set(spanKey(span, null), span);
  }

  /** Asks the engine for all that is needed. */
  async ask(): Promise<void> {
    const wanted = [...this.#wanted.values()].flat();
    const questions = wanted.map(
      ({ measure, spans, and }): Question => ({ measure, spans, ...(and === null ? {} : { and }) }),
    );
    const answers = await this.read.ask(questions);
    for (const [index, answer] of answers.entries()) wanted[index]!.answer = answer;
    proveGroups(
      this.#answered(({ and }) => and === null),
      this.read,
      this.settings,
    );
    const spans = [...this.#cohortSpans];
    if (spans.length > 0) {
      this.#cohorts = {
        margins: this.read.cohortMargins(spans.map(([, span]) => span)),
        at: new Map(spans.map(([key], place) => [key, place])),
      };
    }
  }

  /**
   * Throws if what was counted and summed in periods is not that of their whole span, or is in groups that are not shown.
   */
  proveSlots(periods: readonly Place[], whole: Place | undefined, shown: readonly number[]): void {
    const groups = new Set(shown);
    const hidden = this.read.groups.flatMap((_, at) => (groups.has(at + 1) ? [] : [at + 1]));
    const slots = whole === undefined ? periods : [...periods, whole];
    for (const wanted of this.#answered(({ windows }) => windows.length === 1 && windows[0] === undefined)) {
      const at = (place: Place): number => wanted.spots.get(place)!.at;
      for (const slot of slots) proveHidden(wanted, at(slot), hidden, this.settings);
      // A sum of a day is in the first of its hours.
      if (whole !== undefined && this.settings.grain !== 'hour') provePeriods(wanted, periods.map(at), at(whole));
    }
  }

  #answered(of: (wanted: Wanted) => boolean): (Wanted & { readonly answer: Answer })[] {
    return [...this.#wanted.values()].flat().flatMap((wanted) => {
      const { answer } = wanted;
      return answer === null || !of(wanted) ? [] : [{ ...wanted, answer }];
    });
  }

  /** A cell of the report; `used` collects the kinds that its figures depend on. */
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

  /** Whether some file has a field of a kind. */
  has(kind: Kind, field: string): boolean {
    return (this.#sources.get(kind) ?? []).some(({ fields }) => fields.has(field));
  }

  /** Whether some file supplies what a measure reads. */
  supplies(measure: Measure): boolean {
    return this.#suppliers(measure).length > 0;
  }

  spanOf({ elapsed, span }: Place, window: Window | undefined): Span {
    if (window === undefined) return span;
    const edge = ({ at, daysBefore }: Edge): number => {
      const days = typeof daysBefore === 'number' ? daysBefore : this.settings.options[daysBefore];
      return (at === 'start' ? span.from : elapsed.to) - days * DAY_HOURS;
    };
    return { from: window.from === null ? Number.NEGATIVE_INFINITY : edge(window.from), to: edge(window.to) };
  }

  #operand(measure: Measure, place: Place, group: number, windows: Windows, used: Set<Kind>): Operand {
    const wanted = this.#find(measure, windows);
    const spot = wanted?.spots.get(place);
    if (wanted === undefined || wanted.answer === null || spot === undefined)
      throw new Error(`${measure.id} was not asked for`);
    const { answer, suppliers } = wanted;
    const { at, state } = spot;
    if (suppliers.length === 0) return nothing('missing_kind');
    if (group > 0 && !this.#tells(measure.over, group)) {
      // The files have it, but not by group: a KPI that went on without it would say less than its total.
      used.add(family(measure.over));
      return nothing('missing_kind');
    }
    if (typeof state === 'string') return nothing(state);
    used.add(family(measure.over));
    const value = group > this.read.groups.length ? ofNothing(measure) : answer.value(at, group);
    // What no file says of a group, or of a time, is unknown, not 0.
    if (value === 0n && answer.untold?.(group) === true) return nothing('missing_kind');
    if (value === 0n && this.#isUntold(wanted, place)) return nothing('not_covered');
    if (value === null) {
      if (measure.aggregate === 'visitors') return nothing('missing_kind');
      // A series that begins later leaves its group incomplete; a group without snapshots has no history to wait for.
      const isYetToBegin = group <= this.read.groups.length && answer.incomplete?.(at, group) === true;
      return nothing(windows[0] === untilStart && isYetToBegin ? 'insufficient_history' : 'no_observations');
    }
    let marks = state;
    if (group <= this.read.groups.length) {
      if (answer.approx(at, group)) marks |= markBit('approx');
      if (answer.incomplete?.(at, group) === true)
        marks |= markBit('incomplete') | (measure.plain === undefined ? 0 : leftOut);
    }
    return { value: exact.ofMicro(value), marks };
  }

  /**
   * The end of the days covered by all files that a formula needs and that reach into a place: at the latest `end`.
   * What they leave out before is a gap, and marked as one.
   */
  reach(formula: Formula, { elapsed }: Place, end: Hour): Hour {
    const [from, to] = [dayOfHour(elapsed.from), Math.ceil(end / DAY_HOURS)];
    let least = to;
    for (const kind of this.#kindsIn(formula))
      for (const { ranges } of this.#sources.get(kind) ?? []) {
        const last = ranges.findLast((range) => range.from < to && range.to > from);
        if (last !== undefined) least = Math.min(least, last.to);
      }
    return least === to ? end : Math.min(end, least * DAY_HOURS);
  }

  /**
   * Whether the files that a formula needs hold the same days of a place. Where they do not, a ratio compares what happened on
   * different days: the customers of a week with the ads of four days of it.
   */
  coversAlike(formula: Formula, { elapsed }: Place): boolean {
    const [from, to] = [dayOfHour(elapsed.from), Math.min(Math.ceil(elapsed.to / DAY_HOURS), this.#today)];
    const days = new Map<Kind, Set<Day>>();
    for (const kind of this.#kindsIn(formula)) {
      const known = days.get(family(kind)) ?? new Set();
      days.set(family(kind), known);
      for (const { ranges } of this.#sources.get(kind) ?? [])
        for (const range of ranges)
          for (let day = Math.max(from, range.from); day < Math.min(to, range.to); day += 1) known.add(day);
    }
    const [first, ...others] = [...days.values()];
    return others.every((other) => other.size === first!.size && [...other].every((day) => first!.has(day)));
  }

  /**
   * Whether each source that a formula needs and that leaves out days of both of two places has as many days of one as of the
   * other. Two weeks of a month are no measure of three days of the month before, though neither is whole.
   */
  leavesOutAlike(formula: Formula, one: Place, other: Place): boolean {
    for (const kind of this.#kindsIn(formula)) {
      const sources = this.#sources.get(kind) ?? [];
      for (const source of sources) {
        const ranges = rangesInPlace(source, sources);
        const [a, b] = [one, other].map(({ elapsed }) => {
          const [from, to] = [dayOfHour(elapsed.from), Math.min(Math.ceil(elapsed.to / DAY_HOURS), this.#today)];
          const held = ranges.reduce(
            (sum, range) => sum + Math.max(0, Math.min(to, range.to) - Math.max(from, range.from)),
            0,
          );
          return { held, lacks: held < to - from };
        });
        if (a!.lacks && b!.lacks && a!.held !== b!.held) return false;
      }
    }
    return true;
  }

  /** The kinds of records that a formula uses, the same at all places. */
  #kindsIn(formula: Formula): ReadonlySet<Kind> {
    const known = this.#kinds.get(formula);
    if (known !== undefined) return known;
    const uses = usesOf(formula, this.settings.options, (all) => this.#chosen(all));
    const kinds = new Set(uses.map(({ measure }) => measure.over));
    this.#kinds.set(formula, kinds);
    return kinds;
  }

  /** The alternatives of a formula that may be used: none after one that is known for sure. */
  #chosen(all: readonly Formula[]): readonly Formula[] {
    const { options, grain } = this.settings;
    const chosen: Formula[] = [];
    for (const one of all) {
      const needed = neededBy(one, options);
      if (!needed.every((measure) => this.supplies(measure))) continue;
      chosen.push(one);
      const isSure = ({ over, aggregate }: Measure): boolean =>
        grain !== 'hour' && aggregate !== 'visitors' && this.read.groups.every((_, at) => this.#tells(over, at + 1));
      if (needed.length > 0 && needed.every(isSure)) break;
    }
    return chosen.length === 0 ? all : chosen;
  }

  /** Marks from coverage at a place, or the reason why a measure is not known there. */
  #stateOf(wanted: Wanted, place: Place): NullReason | number {
    const { measure, windows, suppliers, peers } = wanted;
    let bits = peers.length > suppliers.length ? markBit('incomplete') : 0;
    for (const [field, mark] of Object.entries(measure.leavesOut ?? {})) {
      const tell = suppliers.filter(({ fields }) => fields.has(field)).length;
      if (tell < suppliers.length) bits |= markBit(tell === 0 ? mark : 'incomplete');
    }
    for (const window of windows) {
      const state = this.#state(wanted, place, window);
      if (typeof state === 'string') return state;
      bits |= state;
    }
    return measure.over === 'visit' && this.#isRecent(place) ? bits | markBit('provisional') : bits;
  }

  /** The sources that a measure may be expected from. */
  #peers(measure: Measure, windows: Windows, suppliers: readonly SourceCover[]): readonly SourceCover[] {
    const all = this.#sources.get(measure.over) ?? [];
    // A survey asks one question: the answers to another one neither extend nor limit its coverage.
    if (measure.over === 'survey') return suppliers;
    // Tables of one tool with and without sessions complete each other: neither lacks what is in the other.
    if (measure.over === 'visit')
      return all.filter((one) => suppliers.includes(one) || !suppliers.some((other) => complete(one, other)));
    if (measure.over !== 'social') return all;
    // Networks export what posts do and who follows in files of their own.
    const isAbout = (names: readonly string[]) => all.filter(({ fields }) => names.some((name) => fields.has(name)));
    if (measure.aggregate === 'gained') return suppliers;
    if (measure.aggregate !== 'last') return isAbout(activity);
    // New followers stand for the growth of a number that no file has, not for the number.
    return windows.includes(untilStart) ? suppliers : isAbout(audience);
  }

  /** Web analytics still change in the two days after a day has ended. */
  #isRecent({ elapsed }: Place): boolean {
    const { asOf, zone } = this.settings;
    return elapsed.to > zone.hour(asOf - 48 * 3_600_000);
  }

  /** Whether a sum of days is of a time that only sources without its field reach. */
  #isUntold({ measure, windows, suppliers, peers }: Wanted, { span, elapsed }: Place): boolean {
    if (recordOf(measure.over).booked !== 'day' || windows[0] !== undefined) return false;
    const [from, to] = [dayOfHour(span.from), Math.ceil(elapsed.to / DAY_HOURS)];
    return peers.length > suppliers.length && !suppliers.some(({ ranges }) => touches(ranges, from, to));
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
          fields.has(name) ||
          given.has(name) ||
          measure.leavesOut?.[name] !== undefined ||
          (name === 'channel' && this.read.told.get(kind)?.has('channel')),
      ),
    );
  }

  /** Whether a kind can identify a group: it has every dimension for which the group has a value. */
  #tells(kind: Kind, group: number): boolean {
    const told = this.read.told.get(family(kind));
    const key = this.read.groups[group - 1] ?? [];
    return this.settings.by.every((dimension, place) => key[place] === null || told?.has(dimension));
  }

  /** Whether a kind has every dimension asked for: only then can it be mixed with another, group by group. */
  tellsAll(kind: Kind): boolean {
    const told = this.read.told.get(family(kind));
    return this.settings.by.every((dimension) => told?.has(dimension));
  }

  /** The same for one window. */
  #state({ measure, peers: sources, ranges }: Wanted, place: Place, window: Window | undefined) {
    const span = this.spanOf(place, window);
    const [from, to] = [
      dayOfHour(span.from),
      Math.ceil((window === undefined ? place.elapsed.to : span.to) / DAY_HOURS),
    ];
    let bits = 0;
    const isTouched = (start: Day, end: Day): boolean => sources.some(({ ranges }) => touches(ranges, start, end));
    // A value since the start of a period is unknown if the files have nothing of the period, whatever they have of the
    // time before.
    const isOfPeriod = window === undefined || window === untilStart;
    if (isOfPeriod && !isTouched(dayOfHour(place.span.from), Math.ceil(place.elapsed.to / DAY_HOURS)))
      return 'not_covered';
    if (!isTouched(from, to))
      return window?.from === null && window !== untilStart ? 'not_covered' : 'insufficient_history';
    if (window?.from && Math.min(...sources.map(({ first }) => first)) > from) return 'insufficient_history';
    // No file can hold all of today. What lies before the files of a window has its own reason.
    const over = Math.min(to, this.#today);
    const begin = ({ from: start }: SourceCover): Day => (window === undefined ? from : Math.max(from, start));
    if (sources.some((source) => !coversAll(rangesInPlace(source, sources), begin(source), over)))
      bits |= markBit('incomplete') | uncovered;
    if (sources.some(({ silent }) => silent.some(({ first, last }) => first < over && last >= from)))
      bits |= markBit('incomplete') | uncovered;
    if (!coversAll(ranges, from, over)) bits |= unreached;
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
      // Customers who bought on days that no file has are counted as new.
      const since = Math.max(firstOrder, start - options.history_days);
      if (!coversAll(ranges, since, Math.min(start, this.#today))) bits |= markBit('incomplete');
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
    return paidBack(cost, cohort, this.settings.options);
  }
}

/** Whether two sources are of one tool, and one of them says nothing of sessions. */
function complete(one: SourceCover, other: SourceCover): boolean {
  const [a, b] = [one, other].map(({ tables }) => tables[0]!.file);
  const isOneTool = a!.source.tool === b!.source.tool && a!.store === b!.store;
  return isOneTool && one.fields.has('sessions') !== other.fields.has('sessions');
}

/** The value of a measure over no records at all, as in a group that only a saved report has. */
const ofNothing = ({ aggregate }: Measure): bigint | null =>
  ['median', 'last', 'gained', 'visitors'].includes(aggregate) ? null : 0n;

/** Fields of what posts do, and of who follows. */
const activity = ['posts', 'impressions', 'reach', 'engagements', 'link_clicks'];
const audience = ['followers', 'new_followers'];

const spanKey = (span: Span, and: Span | null): string =>
  `${span.from}|${span.to}${and === null ? '' : `|${and.from}|${and.to}`}`;
