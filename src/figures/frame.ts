import type { Span } from '../core/calendar.ts';
import { DAY_HOURS, dayOfHour, dayText, twoDigits } from '../core/civil.ts';
import { unattributed } from '../core/kinds.ts';
import { isSeasonal } from '../core/season.ts';
import type { Read } from '../engine/state/read.ts';
import { asksPayback, usesOf } from '../kpis/evaluate.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { isSum } from '../kpis/sum.ts';
import { type Base, basesOf } from './comparing.ts';
import { coverageOf, type SourceCover } from './coverage.ts';
import { Figures } from './figure-cells.ts';
import type { ReportKpi } from './figure-model.ts';
import { type ReportSettings, todayOf } from './figure-settings.ts';
import type { Asked } from './operands.ts';
import { chooseSlots, completeSlots, type Slot } from './periods.ts';
import type { Place } from './place.ts';
import { lastDays } from './recent.ts';
import { assertSize } from './size.ts';

/** What a report is calculated from: its periods, and the answers to all that its KPIs ask. */
export interface Worked<K extends Asked = Kpi> {
  readonly figures: Figures;
  readonly covers: readonly SourceCover[];
  readonly all: Slot | null;
  /** The periods, and last the whole span. */
  readonly slots: readonly Slot[];
  readonly bases: ReadonlyMap<Slot, readonly Base[]>;
  /** All complete periods of the files, if seasonal values are asked for. */
  readonly history: readonly Slot[];
  /** The 28 days that each slot is compared with, if asked for. */
  readonly recent: ReadonlyMap<Slot, Place>;
  readonly kpis: readonly K[];
  /** Groups in order, from 1. */
  readonly groups: readonly number[];
  /** Those of them with a record only in what the periods are compared with. */
  readonly vanished: ReadonlySet<number>;
}

/** What a first screen asks for: it is about the last complete period, and compares no earlier one. */
export interface Glance {
  /** Periods that are shown if none are asked for. */
  readonly most: number;
  readonly comparesAll: boolean;
}

/**
 * Chooses the periods and asks the engine, once, for everything that the KPIs need in them. `whole` says whether the
 * span of all periods together is needed as well.
 */
export async function workOut<K extends Asked>(
  read: Read,
  settings: ReportSettings,
  catalog: readonly K[],
  whole = true,
  { most, comparesAll = true }: Partial<Glance> = {},
): Promise<Worked<K>> {
  const covers = coverageOf(read, settings.options, todayOf(settings));
  const { periods, all } = chooseSlots(settings, covers, most);
  const slots = all === null || (!whole && periods.length > 0) ? periods : [...periods, all];
  const kpis = askedKpis(catalog, settings);
  assertSize(settings.grain, slots.length, read.groups.length, kpis.length);
  const figures = new Figures(read, covers, settings);
  // Most bases are periods that are shown themselves: one place, calculated once.
  const shownAt = new Map<string, Slot>();
  for (const slot of slots)
    if (sameSpan(slot.span, slot.elapsed) && !shownAt.has(keyOf(slot))) shownAt.set(keyOf(slot), slot);
  const others = new Map<string, Place>();
  const shared = (place: Place): Place => {
    const known = shownAt.get(keyOf(place)) ?? others.get(keyOf(place)) ?? place;
    if (known === place) others.set(keyOf(place), place);
    return known;
  };
  const complete = periods.findLastIndex(({ partial }) => !partial);
  const compared = comparesAll ? slots : periods.slice(Math.max(0, complete));
  const bases = new Map(compared.map((slot) => [slot, basesOf(slot, figures, settings, shared)]));
  const isHeld = settings.compare.includes('season') && isSeasonal(settings.grain);
  const history = isHeld ? completeSlots(settings, covers).map((slot) => shownAt.get(keyOf(slot)) ?? slot) : [];
  const recent = new Map(
    settings.compare.includes('mean') ? slots.map((slot) => [slot, lastDays(slot, settings)]) : [],
  );
  const pairs = [...bases.values()].flat().flatMap((base) => [kpis, ...kpis.map((kpi) => [kpi])].map(base.pairOf));
  const paired = pairs.flatMap((pair) => (pair === null ? [] : [pair.now, pair.earlier]));
  const places = [...new Set<Place>([...slots, ...paired, ...history, ...recent.values()])];
  for (const { formula, sample } of kpis) {
    for (const { measure, windows } of usesOf(formula, settings.options)) figures.want(measure, windows, places);
    if (sample !== undefined) figures.want(sample, [undefined], places);
    if (asksPayback(formula, settings.options)) figures.wantCohorts(places);
  }
  await figures.ask();
  // A group that has vanished has fallen to nothing: groups of the base are shown, too.
  const within = all === null ? new Set<number>() : read.groupsWithin(all.span);
  const earlier = new Set(pairs.flatMap((pair) => (pair === null ? [] : [pair.earlier])));
  const present = new Set([...within, ...[...earlier].flatMap(({ span }) => [...read.groupsWithin(span)])]);
  const isUnattributed = (group: number) => read.groups[group - 1]!.every((value) => value === null);
  const groups = groupOrder(read).filter((group) => present.has(group) || isUnattributed(group));
  if (all !== null) figures.proveSlots(periods, slots.includes(all) ? all : undefined, groups);
  const vanished = new Set(groups.filter((group) => !within.has(group) && !isUnattributed(group)));
  return { figures, covers, all, slots, bases, history, recent, kpis, groups, vanished };
}

/** The KPIs of a catalog that are asked for. */
export function askedKpis<K extends Asked>(
  catalog: readonly K[],
  { kpis, groups }: Pick<ReportSettings, 'kpis' | 'groups'>,
): readonly K[] {
  if (kpis !== null) return kpis.map((id) => catalog.find((kpi) => kpi.id === id)!);
  return groups === null ? catalog : catalog.filter(({ group }) => group && groups.includes(group));
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

/** The names of a group, dimension by dimension; none for the total. */
export function dimensionsOf(read: Read, { by }: ReportSettings, group: number): Record<string, string> {
  if (group === 0) return {};
  const key = read.groups[group - 1]!;
  return Object.fromEntries(by.map((dimension, place) => [dimension, key[place] ?? unattributed]));
}

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
