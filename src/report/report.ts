import type { Span } from '../core/calendar.ts';
import { type Comparable, changeSince } from '../core/change.ts';
import { DAY_HOURS, dayOfHour, dayText, twoDigits } from '../core/civil.ts';
import * as exact from '../core/fraction.ts';
import { type Kind, type NullReason, unattributed } from '../core/kinds.ts';
import { isSeasonal } from '../core/season.ts';
import { instantText } from '../core/zone.ts';
import type { Read } from '../facts/read.ts';
import { codeOf } from '../kpis/bands.ts';
import { benchmarks } from '../kpis/benchmarks.ts';
import {
  asksPayback,
  evaluate,
  markBit,
  markNames,
  nothing,
  type Operand,
  uncovered,
  usesOf,
} from '../kpis/evaluate.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { isSum } from '../kpis/sum.ts';
import { Figures, type Place } from './cells.ts';
import { type Base, basesOf, operandsIn } from './comparing.ts';
import { coverageOf, type SourceCover } from './coverage.ts';
import type { Change, Compared, Comparison, Figure, Report, ReportKpi, ReportRow, Seasonal } from './model.ts';
import { needsOf } from './needs.ts';
import { chooseSlots, completeSlots, type Slot } from './periods.ts';
import { filesOf } from './quality.ts';
import { dayMean, lastDays } from './recent.ts';
import { Seasons } from './seasons.ts';
import type { ReportSettings } from './settings.ts';
import { assertSize } from './size.ts';
import { warningsOf } from './warnings.ts';

/** What can be worked out for a place: a KPI, or what is like one. */
export type Asked = Pick<Kpi, 'id' | 'formula' | 'sample' | 'settles'> & Partial<Pick<Kpi, 'group'>>;

/** What a report is worked out from: its periods, and the answers to all that its KPIs ask. */
export interface Worked<K extends Asked = Kpi> {
  readonly figures: Figures;
  readonly covers: readonly SourceCover[];
  readonly all: Slot | null;
  /** The periods, and last the whole span. */
  readonly slots: readonly Slot[];
  readonly bases: ReadonlyMap<Slot, readonly Base[]>;
  /** All complete periods of the files, where it is asked what is usual in each season. */
  readonly history: readonly Slot[];
  /** The 28 days that each slot is held against, where that is asked. */
  readonly recent: ReadonlyMap<Slot, Place>;
  readonly kpis: readonly K[];
  /** Groups in their order, from 1. */
  readonly groups: readonly number[];
  /** Those of them with a record only in what the periods are compared with. */
  readonly vanished: ReadonlySet<number>;
}

/**
 * Chooses the periods and asks the engine, once, for everything that the KPIs need in them. `whole` says whether the span of all
 * periods together is wanted beside them, `most` how many periods are shown where none are asked for.
 */
export async function workOut<K extends Asked>(
  read: Read,
  settings: ReportSettings,
  catalog: readonly K[],
  whole = true,
  most?: number,
): Promise<Worked<K>> {
  const covers = coverageOf(read, settings.options);
  const { periods, all } = chooseSlots(settings, covers, most);
  const slots = all === null || (!whole && periods.length > 0) ? periods : [...periods, all];
  const kpis = askedKpis(catalog, settings);
  assertSize(settings.grain, slots.length, read.groups.length, kpis.length);
  const figures = new Figures(read, covers, settings);
  // Most bases are periods that are shown themselves: one place, worked out once.
  const shownAt = new Map<string, Slot>();
  for (const slot of slots)
    if (sameSpan(slot.span, slot.elapsed) && !shownAt.has(keyOf(slot))) shownAt.set(keyOf(slot), slot);
  const others = new Map<string, Place>();
  const shared = (place: Place): Place => {
    const known = shownAt.get(keyOf(place)) ?? others.get(keyOf(place)) ?? place;
    if (known === place) others.set(keyOf(place), place);
    return known;
  };
  const bases = new Map(slots.map((slot) => [slot, basesOf(slot, figures, settings, shared)]));
  const isHeld = settings.compare.includes('season') && isSeasonal(settings.grain);
  const history = isHeld ? completeSlots(settings, covers).map((slot) => shownAt.get(keyOf(slot)) ?? slot) : [];
  const recent = new Map(
    settings.compare.includes('mean') ? slots.map((slot) => [slot, lastDays(slot, settings)]) : [],
  );
  const pairs = [...bases.values()].flat().flatMap((base) => [kpis, ...kpis.map((kpi) => [kpi])].map(base.pairOf));
  const compared = pairs.flatMap((pair) => (pair === null ? [] : [pair.now, pair.earlier]));
  const places = [...new Set<Place>([...slots, ...compared, ...history, ...recent.values()])];
  for (const { formula, sample } of kpis) {
    for (const { measure, windows } of usesOf(formula, settings.options)) figures.want(measure, windows, places);
    if (sample !== undefined) figures.want(sample, [undefined], places);
    if (asksPayback(formula, settings.options)) figures.wantCohorts(places);
  }
  await figures.ask();
  // A group that is no more is one that has fallen to nothing: those of what is compared with are shown, too.
  const within = all === null ? new Set<number>() : read.groupsWithin(all.span);
  const earlier = new Set(pairs.flatMap((pair) => (pair === null ? [] : [pair.earlier])));
  const present = new Set([...within, ...[...earlier].flatMap(({ span }) => [...read.groupsWithin(span)])]);
  const isUnattributed = (group: number) => read.groups[group - 1]!.every((value) => value === null);
  const groups = groupOrder(read).filter((group) => present.has(group) || isUnattributed(group));
  const vanished = new Set(groups.filter((group) => !within.has(group) && !isUnattributed(group)));
  return { figures, covers, all, slots, bases, history, recent, kpis, groups, vanished };
}

/** Works out a report from what an engine has read. */
export async function reportOf(read: Read, settings: ReportSettings, catalog: readonly Kpi[]): Promise<Report> {
  const worked = await workOut(read, settings, catalog);
  const { figures, covers, all, slots, kpis: asked, groups } = worked;
  const supplied = (kpi: Kpi) => slots.length === 0 || slots.some((slot) => isSupplied(figures, kpi, slot));
  const shown = settings.kpis === null ? asked.filter(supplied) : asked;
  const beside = besideOf(worked);
  const rows = slots.flatMap((slot) => [...groups, 0].map((group) => row(worked, beside, shown, slot, group)));
  const published = settings.compare.includes('benchmark')
    ? { benchmarks: Object.fromEntries(shown.flatMap(({ id }) => (benchmarks[id] ? [[id, benchmarks[id]]] : []))) }
    : {};
  const basis = basisOf(read, settings);
  return {
    asOf: instantText(settings.asOf, settings.zone),
    timezone: settings.zone.name,
    currency: settings.currency,
    grain: settings.grain,
    from: all === null ? null : boundText(all.span.from, settings),
    to: all === null ? null : boundText(all.span.to - 1, settings),
    dimensions: settings.by,
    basis,
    kpis: shown.map((kpi) => {
      const needs = needsOf(kpi, worked);
      return { ...kpiOf(kpi, basis), ...(needs === null ? {} : { needs }) };
    }),
    rows,
    ...published,
    files: filesOf(read),
    warnings: warningsOf(read, settings, covers, all, rows),
  };
}

function askedKpis<K extends Asked>(catalog: readonly K[], { kpis, groups }: ReportSettings): readonly K[] {
  if (kpis !== null) return kpis.map((id) => catalog.find((kpi) => kpi.id === id)!);
  return groups === null ? catalog : catalog.filter(({ group }) => group && groups.includes(group));
}

/** Whether the files can supply a KPI at all: then it is shown unasked. */
function isSupplied(figures: Figures, kpi: Kpi, slot: Slot): boolean {
  const operand = operandOf(figures, kpi, slot, 0);
  return operand.value !== null || operand.reason !== 'missing_kind';
}

const sameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;
const keyOf = ({ span }: Pick<Place, 'span'>): string => `${span.from}|${span.to}`;

/** Groups by code point, dimension by dimension, those without a value last. */
export function groupOrder(read: Read): number[] {
  const compare = (a: string | null, b: string | null): number => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  };
  const keys = read.groups.map((key, index) => ({ key, group: index + 1 }));
  keys.sort((a, b) => {
    for (const [place, value] of a.key.entries()) {
      const order = compare(value, b.key[place] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keys.map(({ group }) => group);
}

function row(
  { figures, bases, vanished }: Worked,
  beside: ReturnType<typeof besideOf>,
  kpis: readonly Kpi[],
  slot: Slot,
  group: number,
): ReportRow {
  const { settings, read } = figures;
  const operands = kpis.map((kpi) => operandOf(figures, kpi, slot, group));
  const compare: Partial<Record<Comparison, Compared>> = {};
  for (const { comparison, name, pairOf, event } of bases.get(slot)!) {
    const changes = kpis.map((kpi, index): Change => {
      const at = (place: Place) => operandOf(figures, kpi, place, group);
      const [base, current] = operandsIn(pairOf([kpi]), at, operands[index]!);
      // Of a code (`healthy`) there is no difference.
      const changed = kpi.bands === undefined ? changeOf(current, base) : noChange;
      return {
        base: figureOf(kpi, base, figures),
        absolute: plain(changed.absolute),
        relative: plain(changed.relative),
      };
    });
    compare[comparison] = { period: name, ...(event === undefined ? {} : { event }), changes };
  }
  return {
    period: slot.name,
    from: boundText(slot.span.from, settings),
    to: boundText(slot.span.to - 1, settings),
    partial: slot.partial,
    dimensions: dimensionsOf(read, settings, group),
    figures: kpis.map((kpi, index) => figureOf(kpi, operands[index]!, figures)),
    compare,
    ...(vanished.has(group) ? { vanished: true } : {}),
    ...beside(kpis, slot, group),
  };
}

/** What a row has beside its figures: what is usual at its time of the year, and the mean of the last 28 days. */
function besideOf({ figures, history, recent }: Worked) {
  const operandAt = (kpi: Kpi, place: Place, group: number) => operandOf(figures, kpi, place, group);
  const { grain, rules } = figures.settings;
  const seasons = isSeasonal(grain) && history.length > 0 ? new Seasons(history, grain, rules, operandAt) : null;
  const isAsked = isSeasonal(grain) && figures.settings.compare.includes('season');
  const tooShort = plain(nothing('insufficient_history'));
  return (kpis: readonly Kpi[], slot: Slot, group: number): Pick<ReportRow, 'season' | 'mean28d'> => {
    const days = recent.get(slot);
    const season = (kpi: Kpi): Seasonal => {
      const { index, adjusted } = seasons?.of(kpi, slot, group) ?? { index: null, adjusted: null };
      return { index: index ? plain(index) : tooShort, adjusted: adjusted ? plain(adjusted) : tooShort };
    };
    return {
      ...(isAsked && slot.grain !== 'all' ? { season: kpis.map(season) } : {}),
      ...(days ? { mean28d: kpis.map((kpi) => plain(dayMean(kpi, operandAt(kpi, days, group)))) } : {}),
    };
  };
}

/** The names of a group, dimension by dimension; none for the total. */
export function dimensionsOf(read: Read, { by }: ReportSettings, group: number): Record<string, string> {
  if (group === 0) return {};
  const key = read.groups[group - 1]!;
  return Object.fromEntries(by.map((dimension, place) => [dimension, key[place] ?? unattributed]));
}

/** A KPI in a cell, with what is to be said of it beside its measures' marks. */
export function operandOf(figures: Figures, kpi: Asked, place: Place, group: number): Operand {
  // Asked for its row, as the base of the next one, and to see whether the files supply it.
  return figures.once(place, `${group}|${kpi.id}`, () => workedOperand(figures, kpi, place, group));
}

function workedOperand(figures: Figures, kpi: Asked, place: Place, group: number): Operand {
  const used = new Set<Kind>();
  const cell = figures.cell(place, group, used);
  const operand = evaluate(kpi.formula, cell);
  // Group by group, kinds can only be mixed where each of them tells the groups.
  if (group > 0 && used.size > 1 && [...used].some((kind) => !figures.tellsAll(kind))) return nothing('missing_kind');
  if (operand.value === null) return operand;
  let bits = operand.marks;
  const { options, asOf, zone } = figures.settings;
  if (kpi.sample !== undefined) {
    const answers = cell.measure(kpi.sample);
    if (answers.value !== null && exact.compare(answers.value, exact.ofText(String(options.min_answers))) < 0)
      bits |= markBit('low_sample');
  }
  if (kpi.settles !== undefined && place.elapsed.to + options[kpi.settles] * DAY_HOURS > zone.hour(asOf))
    bits |= markBit('provisional');
  return { ...operand, marks: bits };
}

export function figureOf(kpi: Kpi, operand: Operand, { settings }: Figures): Figure {
  if (operand.value === null) return plain(operand);
  const value = kpi.bands === undefined ? operand.value : codeOf(kpi.bands, operand.value, settings.options);
  return { value, marks: markNames(operand.marks) };
}

export const plain = (operand: Operand): Figure =>
  operand.value === null
    ? { value: null, reason: operand.reason ?? 'no_observations', marks: [] }
    : { value: operand.value, marks: markNames(operand.marks) };

const noChange = { absolute: nothing('no_observations'), relative: nothing('no_observations') };

/** The change since a base: it carries the base's marks. */
export function changeOf(current: Operand, base: Operand): { absolute: Operand; relative: Operand } {
  const { absolute, relative } = changeSince(comparable(base), comparable(current));
  const operand = (changed: exact.Fraction | NullReason): Operand =>
    typeof changed === 'string' ? nothing(changed) : { value: changed, marks: base.marks };
  return { absolute: operand(absolute), relative: operand(relative) };
}

const isIncomplete = markBit('incomplete') | uncovered;
const comparable = ({ value, reason, marks }: Operand): Comparable => ({
  value,
  reason,
  isIncomplete: (marks & isIncomplete) !== 0,
});

/** A bound as a day, for hours as `2026-11-22T14`. */
export function boundText(hour: number, { grain }: ReportSettings): string {
  const day = dayOfHour(hour);
  return grain === 'hour' ? `${dayText(day)}T${twoDigits(hour - day * DAY_HOURS)}` : dayText(day);
}

export function basisOf(read: Read, { options }: ReportSettings): Record<string, string> {
  const loaded = read.costCategories.has('marketing_other') || read.costCategories.has('sales');
  return {
    revenue: options.revenue_basis,
    cac: loaded ? 'fully_loaded' : 'media',
    clicks: options.click_basis,
    ltv: options.ltv_basis,
  };
}

export function kpiOf(kpi: Kpi, basis: Record<string, string>): ReportKpi {
  const { id, label, unit, direction, group } = kpi;
  const own = kpi.basis === undefined ? undefined : basis[kpi.basis];
  const additive = isSum(kpi.formula);
  return { id, label, unit, direction, group, ...(own === undefined ? {} : { basis: own }), additive };
}
