import type { Grain } from '../core/calendar.ts';
import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import type { Dimension, NullReason } from '../core/kinds.ts';
import { dimensions } from '../core/kinds.ts';
import type { Read } from '../facts/read.ts';
import { evaluate, markBits, markNames, nothing, type Operand } from '../kpis/evaluate.ts';
import type { Kpi } from '../kpis/kpi.ts';
import type { Place } from '../report/cells.ts';
import { operandsIn } from '../report/comparing.ts';
import type { Comparison, Figure, Warning } from '../report/model.ts';
import type { Slot } from '../report/periods.ts';
import { basisOf, boundText, changeOf, kpiOf, operandOf, type Worked, workOut } from '../report/report.ts';
import type { ReportSettings } from '../report/settings.ts';
import { warningsOf } from '../report/warnings.ts';
import { isFloor } from './bound.ts';
import type { Check, Target } from './check.ts';
import { type CheckGroup, GroupsOfChecks, isNamed } from './groups.ts';
import { distanceOf, holds } from './hold.ts';
import { observationsOf } from './observations.ts';
import { rateOf } from './rate.ts';
import type { Base, Because, CheckReport, CheckResult, Verdict } from './result.ts';
import type { SavedReport } from './saved.ts';
import { targetOver } from './target.ts';
import { wilson } from './wilson.ts';

/** What checks are held against beside the records. */
export interface Beside {
  readonly targets: readonly Target[];
  /** Saved reports, by the path that the configuration writes. */
  readonly saved: ReadonlyMap<string, SavedReport>;
}

/** Checks that are worked out together: by the same dimensions, in the same periods. */
interface Batch {
  readonly by: readonly Dimension[];
  readonly grain: Grain;
  readonly last: number | null;
  readonly checks: Check[];
}

/** All dimensions that checks ask for: files are read once, for all of them. */
export const dimensionsOfChecks = (checks: readonly Check[]): Dimension[] =>
  dimensions.filter((dimension) => checks.some(({ by }) => by.includes(dimension)));

/** All KPIs that checks ask for, by id. */
export const kpisOfChecks = (checks: readonly Check[]): string[] => [
  ...new Set(checks.flatMap(({ kpi, minBase }) => [kpi.id, ...minBase.map((base) => base.kpi.id)])),
];

/**
 * Evaluates checks over records that were read for all their dimensions. The settings say which periods are looked at where a check
 * does not: with no `last`, `from`, `to` and `all` in them the last complete one before now.
 */
export async function evaluateChecks(
  read: Read,
  settings: ReportSettings,
  checks: readonly Check[],
  catalog: readonly Kpi[],
  beside: Beside,
): Promise<Pick<CheckReport, 'results' | 'warnings'>> {
  const results = new Map<Check, CheckResult[]>();
  const warnings = new Map<string, Warning>();
  for (const batch of batchesOf(checks, settings)) {
    const view = read.grouped(batch.by);
    const own = settingsOf(batch, settings);
    const worked = await workOut(view, own, catalog, false);
    const groups = new GroupsOfChecks(worked, beside);
    for (const check of batch.checks) results.set(check, resultsOf(check, worked, groups, beside));
    const figures = batch.checks.flatMap((check) => results.get(check)!.map(figureOf));
    for (const warning of warningsOf(view, own, worked.covers, worked.all, [{ figures }]))
      warnings.set(warning.message.en, warning);
  }
  return { results: checks.flatMap((check) => results.get(check) ?? []), warnings: [...warnings.values()] };
}

const figureOf = ({ value, reason, marks }: CheckResult): Figure => ({
  value,
  marks,
  ...(reason === null ? {} : { reason }),
});

function batchesOf(checks: readonly Check[], { grain }: ReportSettings): Iterable<Batch> {
  const batches = new Map<string, Batch>();
  for (const check of checks) {
    const of = { by: check.by, grain: check.period ?? grain, last: check.last };
    const key = JSON.stringify(of);
    const batch = batches.get(key) ?? { ...of, checks: [] };
    batches.set(key, batch);
    batch.checks.push(check);
  }
  return batches.values();
}

function settingsOf({ by, grain, last, checks }: Batch, settings: ReportSettings): ReportSettings {
  const { from, to, all } = settings;
  const own = last ?? settings.last;
  const spanned = last === null && (from !== null || to !== null || all);
  // By groups the period before is always looked at: it tells which have vanished.
  const compare = (['previous', 'year'] as const).filter(
    (kind) => (kind === 'previous' && by.length > 0) || checks.some(({ vs }) => vs?.kind === kind),
  );
  return {
    ...settings,
    by,
    grain,
    compare,
    kpis: kpisOfChecks(checks),
    groups: null,
    ...(spanned ? {} : { last: own ?? 1, from: null, to: null, all: false }),
  };
}

/** The results of a check: one a period, and a group of its dimensions. */
function resultsOf(check: Check, worked: Worked, of: GroupsOfChecks, beside: Beside): CheckResult[] {
  return worked.slots.flatMap((slot) => {
    const groups = of.of(check, slot);
    const results = groups.map((group) => resultOf(check, worked, slot, group, beside));
    return [...results, ...absentOf(check, worked, slot, groups)];
  });
}

/** Values that a check names and no record of the period has: that nothing is known of them is a result, too. */
function absentOf(check: Check, { figures }: Worked, slot: Slot, groups: readonly CheckGroup[]): CheckResult[] {
  const { settings, read } = figures;
  return [...check.only].flatMap(([dimension, values]) =>
    values
      .filter((value) => !groups.some(({ names }) => isNamed(dimension, value, names)))
      .map((value) => {
        const shown = shownOf(check, slot, settings, { [dimension]: value }, basisOf(read, settings));
        return unknown({ ...shown, ...nothingKnown('no_observations') }, check, null);
      }),
  );
}

type Shown = Pick<
  CheckResult,
  'check' | 'where' | 'kpi' | 'period' | 'from' | 'to' | 'dimensions' | 'as' | 'must' | 'should' | 'onNull'
>;
type Known = Pick<CheckResult, 'value' | 'reason' | 'marks' | 'n'>;

const shownOf = (
  check: Check,
  slot: Slot,
  settings: ReportSettings,
  group: CheckResult['dimensions'],
  basis: Record<string, string>,
): Shown => ({
  check: check.name,
  where: check.where,
  kpi: kpiOf(check.kpi, basis),
  period: slot.name,
  from: boundText(slot.span.from, settings),
  to: boundText(slot.span.to - 1, settings),
  dimensions: group,
  as: check.compares,
  must: check.must,
  should: check.should,
  onNull: check.onNull,
});

const nothingKnown = (reason: NullReason): Known => ({ value: null, reason, marks: [], n: null });

function resultOf(check: Check, worked: Worked, slot: Slot, { group, names }: CheckGroup, beside: Beside): CheckResult {
  const { figures } = worked;
  const { read, settings } = figures;
  const { kpi } = check;
  const current = operandOf(figures, kpi, slot, group);
  const observations = observationsOf(kpi, settings.options);
  const shown = {
    ...shownOf(check, slot, settings, names, basisOf(read, settings)),
    value: current.value,
    reason: current.value === null ? (current.reason ?? 'no_observations') : null,
    marks: markNames(current.marks),
    n: observations === null ? null : evaluate(observations, figures.cell(slot, group, new Set())).value,
  };
  const against = againstOf(check, worked, slot, { group, names }, beside);
  const small = belowBase(check, worked, against?.place ?? slot, group);
  if (small !== null) return { ...shown, ...judged('skip', 'below_min_base', small), base: against?.base ?? null };
  const { compared, change, reason } = comparedOf(check, against?.current ?? current, against?.operand ?? null);
  const base = against?.base ?? null;
  if (check.minAbsChange !== null && change !== null && isBelow(change, check.minAbsChange.value)) {
    return {
      ...shown,
      ...judged('skip', 'below_min_abs_change', `${sizeText(change)} < ${check.minAbsChange.text}`),
      compared,
      base,
    };
  }
  if (compared === null) {
    const risen = change !== null && base?.value != null && isNoFall(check, change, base.value);
    return risen
      ? { ...shown, ...judged('pass', 'no_fall'), base }
      : unknown({ ...shown, reason: reason ?? shown.reason }, check, base);
  }
  return { ...shown, ...verdictOf(check, compared, worked, slot, group), compared, base };
}

/**
 * Whether a change whose percentage is not known keeps all bounds all the same: a rise from 0 is above any of them that says how far a
 * value may fall, one from below 0 above those that ask for no rise.
 */
function isNoFall({ must, should }: Check, change: Fraction, base: Fraction): boolean {
  if (change.n <= 0n) return false;
  return [must, should].every((bound) => bound === null || (isFloor(bound) && (base.n === 0n || bound.value.n <= 0n)));
}

const sizeOf = (change: Fraction): Fraction => (change.n < 0n ? exact.negate(change) : change);
const isBelow = (change: Fraction, least: Fraction): boolean => exact.compare(sizeOf(change), least) < 0;
const sizeText = (change: Fraction): string => exact.toDecimal(sizeOf(change));

type Judged = Pick<CheckResult, 'verdict' | 'because' | 'detail' | 'compared' | 'distance' | 'base' | 'interval'>;

const judged = (verdict: Verdict, because: Because | null = null, detail: string | null = null): Judged => ({
  verdict,
  because,
  detail,
  compared: null,
  distance: null,
  base: null,
  interval: null,
});

/** A result whose value, or what it is held against, is not known. */
function unknown(shown: Shown & Known, { onNull }: Check, base: Base | null): CheckResult {
  const verdict = { fail: 'fail', warn: 'warn', skip: 'skip' } as const;
  return { ...shown, ...judged(verdict[onNull], 'no_value'), base };
}

/** What a check holds the current value against. */
interface Held {
  readonly operand: Operand;
  readonly base: Base;
  /** Where `min_base` looks; null: in the period itself. */
  readonly place: Place | null;
  /** What is compared of the period, where that is not all of it. */
  readonly current?: Operand;
}

function againstOf(
  check: Check,
  worked: Worked,
  slot: Slot,
  { group, names }: CheckGroup,
  beside: Beside,
): Held | null {
  const { vs, kpi } = check;
  if (vs === null) return null;
  const { figures } = worked;
  const held = (of: string, period: string, operand: Operand, place: Place | null): Held => ({
    operand,
    place,
    base: {
      of,
      period,
      value: operand.value,
      reason: operand.value === null ? (operand.reason ?? 'no_observations') : null,
    },
  });
  switch (vs.kind) {
    case 'previous':
    case 'year': {
      const kind: Comparison = vs.kind;
      const found = worked.bases.get(slot)!.find(({ comparison }) => comparison === kind)!;
      const pair = found.pairOf([kpi]);
      const at = (place: Place) => operandOf(figures, kpi, place, group);
      const [base, part] = operandsIn(pair, at, at(slot));
      return { ...held(kind, found.name, base, pair?.earlier ?? null), current: part };
    }
    case 'target': {
      const { period, value } = targetOver(beside.targets, kpi, slot.elapsed, names);
      return held('target', period, value === null ? nothing('insufficient_history') : { value, marks: 0 }, null);
    }
    case 'report': {
      const saved = beside.saved.get(vs.path)!;
      const { period, value, reason, marks } = saved.find(kpi.id, names);
      return held(vs.path, period, value === null ? nothing(reason) : { value, marks: markBits(marks) }, null);
    }
  }
}

/** The first KPI of `min_base` that is not reached, in words; null where all are, or one is not known. */
function belowBase({ minBase }: Check, { figures }: Worked, place: Place, group: number): string | null {
  for (const { kpi, least, text } of minBase) {
    const { value } = operandOf(figures, kpi, place, group);
    if (value !== null && exact.compare(value, least) < 0) return `${kpi.id} ${exact.toDecimal(value)} < ${text}`;
  }
  return null;
}

/** What is compared with the bounds, and the change in the KPI's own unit. */
function comparedOf(
  { compares }: Check,
  current: Operand,
  base: Operand | null,
): { compared: Fraction | null; change: Fraction | null; reason?: NullReason | undefined } {
  if (base === null) return { compared: current.value, change: null };
  if (compares === 'attainment') {
    const known = current.value !== null && base.value !== null && base.value.n !== 0n;
    return { compared: known ? exact.divide(current.value, base.value) : null, change: null };
  }
  const { absolute, relative } = changeOf(current, base);
  // From 0 to 0 nothing has changed.
  const { value, reason } = compares === 'relative' && absolute.value?.n !== 0n ? relative : absolute;
  return { compared: value, change: absolute.value, reason };
}

function verdictOf(check: Check, compared: Fraction, worked: Worked, slot: Slot, group: number): Judged {
  const { must, should } = check;
  const interval = check.significant ? intervalOf(check.kpi, worked, slot, group) : null;
  const broken = [must, should].filter((bound) => bound !== null && !holds(bound, compared));
  const beyond = broken.filter((bound) => {
    if (bound === null || interval === null) return true;
    const at = Number(exact.toDecimal(bound.value, 17));
    return bound.operator === '>=' || bound.operator === '>' ? interval.high < at : interval.low > at;
  });
  const decided = beyond[0] ?? broken[0] ?? must ?? should!;
  const verdict: Verdict = beyond.length === 0 ? 'pass' : decided === must ? 'fail' : 'warn';
  const because = beyond.length < broken.length && verdict === 'pass' ? 'not_significant' : null;
  return { ...judged(verdict, because), distance: distanceOf(decided, compared), interval };
}

/** The interval of a rate of counts; null where the counts are not those of parts of a whole. */
function intervalOf(kpi: Kpi, { figures }: Worked, slot: Slot, group: number): CheckResult['interval'] {
  const rate = rateOf(kpi, figures.settings.options);
  if (rate === null) return null;
  const cell = figures.cell(slot, group, new Set());
  const [part, whole] = [evaluate(rate.part, cell).value, evaluate(rate.whole, cell).value];
  if (part === null || whole === null || whole.n <= 0n || exact.compare(part, whole) > 0) return null;
  return wilson(Number(exact.toDecimal(part, 17)), Number(exact.toDecimal(whole, 17)));
}
