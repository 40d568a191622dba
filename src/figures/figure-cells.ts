import type { Span } from '../core/calendar.ts';
import { DAY_HOURS, dayOfHour } from '../core/civil.ts';
import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Kind, NullReason } from '../core/kinds.ts';
import type { Answer, CohortMargin, Question, Read } from '../engine/state/read.ts';
import { type Cell, leftOut, markBit, markBits, nothing, type Operand, oneSided } from '../kpis/evaluate.ts';
import { untilStart } from '../kpis/formula.ts';
import type { Measure } from '../measures/measure.ts';
import { recordOf } from '../records/index.ts';
import { proveGroups, proveHidden, provePeriods } from './added-up.ts';
import { mayHold, type SourceCover } from './coverage.ts';
import { joinedRanges, touches } from './days.ts';
import type { ReportSettings } from './figure-settings.ts';
import { type SuppliedMeasure, stateOf } from './known-state.ts';
import { NamedGroups } from './named-groups.ts';
import { paidBack } from './payback.ts';
import { type Place, spanOf, type Windows } from './place.ts';
import { family, Suppliers } from './suppliers.ts';

/** What one question has at one place, for all groups. */
interface Spot {
  /** The places of its spans in the question. */
  readonly at: number;
  /** Why the measure is not known there, else its marks from coverage. */
  readonly state: NullReason | number;
}

/** A measure over windows, with all places where it is needed. */
interface Wanted extends SuppliedMeasure {
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
  readonly #known = new Map<Place, Map<string, Operand>>();
  readonly #ofGroups = new Map<Wanted, SuppliedMeasure[]>();
  readonly suppliers: Suppliers;
  readonly #named: NamedGroups;

  constructor(
    readonly read: Read,
    covers: readonly SourceCover[],
    readonly settings: ReportSettings,
  ) {
    this.suppliers = new Suppliers(read, covers, settings);
    this.#named = new NamedGroups(read, (kind) => this.suppliers.of(kind), settings.by);
  }

  /** Values calculated once for a place, by name. */
  once(place: Place, name: string, work: () => Operand): Operand {
    const known = getOrInsert(this.#known, place, () => new Map());
    return getOrInsert(known, name, work);
  }

  /** Remembers that a measure is needed at places; the same places for every measure. */
  want(measure: Measure, windows: Windows, places: readonly Place[]): void {
    if (this.#find(measure, windows) !== undefined) return;
    const wanted = this.#begin(measure, windows);
    for (const place of places) this.#wantAt(wanted, place);
  }

  #wantAt(wanted: Wanted, place: Place): void {
    const { windows } = wanted;
    const { options } = this.settings;
    const span = spanOf(place, windows[0], options);
    const and = wanted.and === null ? null : spanOf(place, windows[1], options);
    const key = spanKey(span, and);
    let at = wanted.at.get(key);
    if (at === undefined) {
      at = wanted.spans.length;
      wanted.at.set(key, at);
      wanted.spans.push(span);
      if (and !== null) wanted.and?.push(and);
    }
    wanted.spots.set(place, { at, state: stateOf(wanted, place, this.suppliers) });
  }

  #find(measure: Measure, windows: Windows): Wanted | undefined {
    return this.#wanted
      .get(measure)
      ?.find((one) => one.windows.length === windows.length && one.windows.every((own, i) => own === windows[i]));
  }

  #begin(measure: Measure, windows: Windows): Wanted {
    const suppliers = this.suppliers.ofMeasure(measure);
    const peers = this.suppliers.peersOf(measure, windows, suppliers);
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

  /** Throws if what was counted and summed in periods is not that of their whole span, or is in groups that are not shown. */
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

  #operand(measure: Measure, place: Place, group: number, windows: Windows, used: Set<Kind>): Operand {
    const wanted = this.#find(measure, windows);
    const spot = wanted?.spots.get(place);
    if (wanted === undefined || wanted.answer === null || spot === undefined)
      throw new Error(`${measure.id} was not asked for`);
    const { answer } = wanted;
    const { at } = spot;
    if (wanted.suppliers.length === 0) return nothing('missing_kind');
    const own = this.#inGroup(wanted, group);
    const state = own === wanted ? spot.state : stateOf(own, place, this.suppliers);
    if (group > 0 && !this.suppliers.tells(measure.over, group)) {
      // The files have it, but not by group: a KPI that went on without it would say less than its total.
      used.add(family(measure.over));
      return nothing('missing_kind');
    }
    if (typeof state === 'string') return nothing(state);
    used.add(family(measure.over));
    const value = group > this.read.groups.length ? ofNothing(measure) : answer.value(at, group);
    // What no file says of a group, or of a time, is unknown, not 0; but sums go without what orders do not have.
    const needsAll = measure.leavesOut === undefined;
    if (value === 0n && needsAll && answer.untold?.(group) === true) return nothing('missing_kind');
    // A file without channels is silent about each of them.
    const ofAll = measure.needs?.includes('channel') === true ? answer.silent?.(at, 0) : null;
    const silent = group <= this.read.groups.length ? (answer.silent?.(at, group) ?? ofAll) : null;
    const isUnsaid = silent === 'wholly' && needsAll;
    if (value === 0n && isUnsaid && measure.over === 'order') return nothing('missing_kind');
    if (value === 0n && (isUnsaid || this.#isUntold(own, place))) return nothing('not_covered');
    const isOfPlace = windows[0] === undefined && measure.group === undefined;
    const unnamed = isOfPlace ? this.#named.unnamed(measure.over, place, group) : null;
    if (value === 0n && unnamed === 'wholly') return nothing('not_covered');
    if (value === null) {
      if (measure.aggregate === 'visitors') return nothing('missing_kind');
      // A series that begins later leaves its group incomplete; a group without snapshots has no history to wait for.
      const isYetToBegin = group <= this.read.groups.length && answer.incomplete?.(at, group) === true;
      return nothing(windows[0] === untilStart && isYetToBegin ? 'insufficient_history' : 'no_observations');
    }
    let marks = unnamed === 'partly' ? state | markBit('incomplete') : state;
    if (group <= this.read.groups.length) {
      if (answer.approx(at, group)) marks |= markBit('approx');
      if (silent === 'wholly') marks |= markBits(Object.values(measure.leavesOut ?? {}));
      else if (answer.incomplete?.(at, group) === true)
        marks |= markBit('incomplete') | (measure.plain === undefined ? 0 : leftOut);
      if (silent === 'partly' && measure.over === 'visit') marks |= oneSided;
    }
    return { value: exact.ofMicro(value), marks };
  }

  /** A measure without the sources whose records are all of another store or platform than a group: it misses none of their days. */
  #inGroup(wanted: Wanted, group: number): SuppliedMeasure {
    const all = getOrInsert(this.#ofGroups, wanted, () => []);
    const known = all[group];
    if (known !== undefined) return known;
    const key = this.read.groups[group - 1] ?? [];
    const isOwn = (source: SourceCover): boolean =>
      this.settings.by.every((dimension, place) => mayHold(source, dimension, key[place] ?? null));
    const peers = wanted.peers.filter(isOwn);
    const isSame = peers.length === 0 || peers.length === wanted.peers.length;
    const own = isSame
      ? wanted
      : {
          ...wanted,
          peers,
          suppliers: wanted.suppliers.filter(isOwn),
          ranges: joinedRanges(peers.flatMap(({ ranges }) => ranges)),
        };
    all[group] = own;
    return own;
  }

  /** Whether a sum of days is of a time that only sources without its field reach. */
  #isUntold({ measure, windows, suppliers, peers }: SuppliedMeasure, { span, elapsed }: Place): boolean {
    if (recordOf(measure.over).booked !== 'day' || windows[0] !== undefined) return false;
    const [from, to] = [dayOfHour(span.from), Math.ceil(elapsed.to / DAY_HOURS)];
    return peers.length > suppliers.length && !suppliers.some(({ ranges }) => touches(ranges, from, to));
  }

  #payback(cost: Fraction | null, place: Place, group: number): Operand {
    if (!this.suppliers.has('order', 'goods_cost')) return nothing('missing_kind');
    if (group > 0 && !this.suppliers.tells('order', group)) return nothing('missing_kind');
    if (cost === null) return nothing('not_reached');
    const at = this.#cohorts?.at.get(spanKey(place.span, null));
    const cohort = at === undefined ? undefined : this.#cohorts?.margins[at]?.[group];
    if (cohort === undefined) return nothing('insufficient_history');
    return paidBack(cost, cohort, this.settings.options);
  }
}

/** The value of a measure over no records at all, as in a group that only a saved report has. */
const ofNothing = ({ aggregate }: Measure): bigint | null =>
  ['median', 'last', 'gained', 'visitors'].includes(aggregate) ? null : 0n;

const spanKey = (span: Span, and: Span | null): string =>
  `${span.from}|${span.to}${and === null ? '' : `|${and.from}|${and.to}`}`;
