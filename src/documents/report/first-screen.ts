import { dayText } from '../../core/civil.ts';
import { compare, type Fraction, ofText } from '../../core/fraction.ts';
import { type Kind, unattributed } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import { boundsOf, leastValues, usualOf } from '../../core/usual.ts';
import type { Read } from '../../engine/state/read.ts';
import { coverageOf } from '../../figures/coverage.ts';
import { type ReportSettings, todayOf } from '../../figures/figure-settings.ts';
import { askedKpis } from '../../figures/frame.ts';
import { filesOf } from '../../figures/quality.ts';
import { asksTotal, neededBy } from '../../kpis/evaluate.ts';
import { isHeadline, leastHeadline, shortLabels } from '../../kpis/headline.ts';
import { headlineCandidates } from '../../kpis/headline-candidates.ts';
import { kpis } from '../../kpis/index.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { reportOf } from './report-compute.ts';
import { type Beyond, type Report, type ReportRow, rowOf, withKpis } from './report-model.ts';

/** The last complete period, and those that its range is made of. */
const PERIODS = 9;
/** Fewer orders, or fewer of what is counted, say little: one more or less is a change of its own. */
const leastCount = ofText('10');
const none = ofText('0');

/**
 * The report of a first screen: the headline KPIs that have values, each compared with the period before and the year
 * before, and the running period; with `inGroups`, the groups of the last complete one.
 */
export async function screenOf(read: Read, settings: ReportSettings, paths: string, inGroups = false): Promise<Report> {
  const kinds = new Set(filesOf(read).flatMap((file) => file.kinds));
  const candidates = screenCandidates(settings, kinds);
  // Groups have room for one change.
  const compare = inGroups ? (['previous'] as const) : (['previous', 'year'] as const);
  const asked = {
    ...settings,
    kpis: candidates.map(({ id }) => id),
    groups: null,
    compare,
    // Ranges and courses are made of the periods before those asked for.
    last: settings.last === null ? null : Math.max(settings.last, PERIODS),
  } as const;
  // Groups of bases are shown, too, and what has no periods is compared as a whole.
  const comparesAll = settings.by.length > 0 || settings.grain === 'all';
  const all = await reportOf(read, { ...asked, includePartial: true }, candidates, { most: PERIODS, comparesAll });
  const totals = all.rows.filter(({ dimensions }) => Object.keys(dimensions).length === 0);
  const periods = settings.grain === 'all' ? totals : totals.filter(({ period }) => period !== 'all');
  const last = lastOf(periods, all.asOf, settings);
  const next = last === null ? periods.at(-1) : periods[periods.indexOf(last) + 1];
  const running = next?.partial === true ? next : null;
  const shown =
    chosenOf(all, settings) ??
    shownOf(all, last ?? running, (at) => !inGroups && asksTotal(candidates[at]!.formula, settings.options));
  if (inGroups) return byGroup(all, shown, last);
  const kpisShown = shown.map((at) => all.kpis[at]!);
  const labels = shortLabels(kpisShown);
  const history = last === null ? [] : periods.slice(0, periods.indexOf(last)).filter(({ partial }) => !partial);
  return {
    ...withKpis({ ...all, rows: totals, dimensions: [] }, shown),
    kpis: kpisShown.map((kpi, at) => ({ ...kpi, label: labels[at]! })),
    screen: {
      last: last && rowOf(last, shown),
      running: running && rowOf(running, shown),
      beyond: shown.map((at) =>
        last === null ? null : beyond(last, history, at, countBehind(candidates, at, settings.options)),
      ),
      history: history.length >= leastValues ? history.length : 0,
      known: kpis.length,
      lateKinds: lateKinds(read, settings),
      paths,
    },
  };
}

/** The last day covered of kinds with a mistyped day in the future, as the warning about it has it. */
function lateKinds(read: Read, settings: ReportSettings): ReadonlyMap<Kind, string> {
  const covers = coverageOf(read, settings.options, todayOf(settings));
  const kinds = new Set(covers.filter(({ late }) => late !== null).map(({ kind }) => kind));
  const lastOf = (kind: Kind): number => Math.max(...covers.filter((one) => one.kind === kind).map(({ last }) => last));
  return new Map([...kinds].map((kind) => [kind, dayText(lastOf(kind))]));
}

/** The last complete period; of a few days that were asked for by their dates, these days. */
function lastOf(
  periods: readonly ReportRow[],
  asOf: string,
  { grain, from, to }: Pick<ReportSettings, 'grain' | 'from' | 'to'>,
): ReportRow | null {
  if (grain === 'all') return periods.at(-1) ?? null;
  const complete = periods.findLast(({ partial }) => !partial);
  const isAsked = from !== null || to !== null;
  const isOver = (row: ReportRow): boolean => row.to < asOf.slice(0, row.to.length);
  return complete ?? (isAsked ? periods.findLast(isOver) : undefined) ?? null;
}

/** The KPIs that a first screen is chosen from: those asked for, else the headline. */
export const screenCandidates = (
  settings: Pick<ReportSettings, 'kpis' | 'groups' | 'options'>,
  kinds: ReadonlySet<Kind>,
): readonly Kpi[] =>
  settings.kpis === null && settings.groups === null
    ? headlineCandidates(kpis, kinds, settings.options)
    : askedKpis(kpis, settings);

/** The groups of the last complete period, with the KPIs that are known group by group. */
function byGroup(report: Report, shown: readonly number[], last: ReportRow | null): Report {
  const rows = report.rows.filter(({ period }) => period === (last?.period ?? report.rows.at(-1)?.period));
  const isTold = (at: number): boolean =>
    rows.some(
      ({ dimensions, figures }) =>
        Object.values(dimensions).some((name) => name !== unattributed) && figures[at]!.value !== null,
    );
  const told = shown.filter(isTold);
  const { from = report.from, to = report.to } = rows[0] ?? {};
  return withKpis({ ...report, rows, from, to, groupsDown: true }, told.length > 0 ? told : shown);
}

/** The KPIs that were asked for; of groups, those with a value that no other of them has. Null if none were. */
function chosenOf(report: Report, { kpis, groups }: Pick<ReportSettings, 'kpis' | 'groups'>): number[] | null {
  const places = report.kpis.map((_, at) => at);
  if (kpis !== null) return places;
  if (groups === null) return null;
  const ids = new Set(report.kpis.map(({ id }) => id));
  return places.filter((at) => {
    const { twinOf } = report.kpis[at]!;
    return (twinOf === undefined || !ids.has(twinOf)) && isKnown(report, at);
  });
}

const isKnown = ({ rows }: Report, at: number): boolean => rows.some(({ figures }) => figures[at]!.value !== null);

/** The headline KPIs with a value in any period; of the others as many as make up a screen, with one in the last. */
function shownOf(report: Report, last: ReportRow | null, isIdle: (at: number) => boolean): number[] {
  const places = report.kpis.map((_, at) => at);
  const own = places.filter((at) => isHeadline(report.kpis[at]!) && isKnown(report, at));
  const isTold = (at: number): boolean => (last?.figures[at]?.value ?? null) !== null;
  const others = places.filter((at) => !isHeadline(report.kpis[at]!) && isTold(at) && !isIdle(at));
  return [...own, ...others.slice(0, Math.max(0, leastHeadline - own.filter(isTold).length))];
}

/** The usual range of a figure that leaves it; null if it does not, or if too little is behind it to say so. */
function beyond(last: ReportRow, history: readonly ReportRow[], at: number, count: number | null): Beyond | null {
  const { value, marks } = last.figures[at]!;
  if (value === null || typeof value === 'string') return null;
  if (marks.some((mark) => mark === 'low_sample' || mark === 'incomplete' || mark === 'provisional')) return null;
  const values = history.flatMap((row) => knownAt(row, at) ?? []);
  if (values.length < leastValues) return null;
  if (count !== null && [last, ...history].every((row) => compare(knownAt(row, count) ?? none, leastCount) < 0))
    return null;
  const usual = usualOf(values);
  const bounds = boundsOf(usual);
  // What was never below 0 is not expected there.
  const low = bounds.low.n < 0n && values.every(({ n }) => n >= 0n) ? none : bounds.low;
  const isWithin = compare(value, low) >= 0 && compare(value, bounds.high) <= 0;
  return isWithin || usual.spread.n === 0n ? null : { low, high: bounds.high };
}

/** A value that a whole period is known by. */
function knownAt({ figures }: ReportRow, at: number): Fraction | null {
  const { value, marks } = figures[at]!;
  return value === null || typeof value === 'string' || marks.includes('incomplete') ? null : value;
}

/** The count behind a KPI, by place: its own, or the orders that it is made of; null if it is neither. */
function countBehind(candidates: readonly Kpi[], at: number, options: KpiOptions): number | null {
  const kpi = candidates[at]!;
  if (kpi.unit === 'count') return at;
  const orders = candidates.findIndex(({ id }) => id === 'orders');
  const isOfOrders = neededBy(kpi.formula, options).some(({ over }) => over === 'order');
  return orders !== -1 && isOfOrders ? orders : null;
}
