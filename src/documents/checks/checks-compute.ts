import type { Grain } from '../../core/calendar.ts';
import { compare, toDecimal } from '../../core/fraction.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { type Dimension, dimensions, type NullReason } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { after } from '../../core/text.ts';
import { instantText } from '../../core/zone.ts';
import type { Read } from '../../engine/state/read.ts';
import { operandsIn } from '../../figures/comparing.ts';
import { coversAlike } from '../../figures/covered-alike.ts';
import type { Figure, Warning } from '../../figures/figure-model.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import { basisOf, boundText, kpiOf, type Worked, workOut } from '../../figures/frame.ts';
import { lacksOnlyOptions, needsOf } from '../../figures/needs.ts';
import { operandOf } from '../../figures/operands.ts';
import type { Slot } from '../../figures/periods.ts';
import type { Place } from '../../figures/place.ts';
import { warningsOf } from '../../figures/warnings.ts';
import { measuresOf } from '../../kpis/asked-measures.ts';
import { evaluate, markBit, markBits, markNames, nothing, type Operand } from '../../kpis/evaluate.ts';
import { kpis } from '../../kpis/index.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { isTotal } from '../../kpis/sum.ts';
import { type Baselines, type CheckGroup, GroupsOfChecks, isNamed } from './check-groups.ts';
import type { Base, Check, CheckReport, CheckResult } from './checks-model.ts';
import { observationsOf } from './denominator.ts';
import { otherCosts } from './other-definition.ts';
import { targetOver } from './targets.ts';
import { isUndecided } from './undecided.ts';
import { judge, notKnown } from './verdict.ts';

/** Checks that are evaluated together: by the same dimensions, in the same periods. */
interface Batch {
  readonly by: readonly Dimension[];
  readonly grain: Grain;
  readonly last: number | null;
  readonly checks: Check[];
}

/** All dimensions of the checks: files are read once, for all of them. */
export const dimensionsOfChecks = (checks: readonly Check[]): Dimension[] =>
  dimensions.filter((dimension) => checks.some(({ by }) => by.includes(dimension)));

/** All KPIs of the checks, by id. */
export const kpisOfChecks = (checks: readonly Check[]): string[] => [
  ...new Set(checks.flatMap(({ kpi, minBase }) => [kpi.id, ...minBase.map((base) => base.kpi.id)])),
];

/** Settings of checks, besides those of figures. */
export type CheckSettings = ReportSettings & { readonly checks: readonly Check[]; readonly baselines: Baselines };

export const checkMeasures = measuresOf;

/** The checks of a configuration, evaluated. */
export async function checkReportOf(
  read: Read,
  { checks, baselines, ...settings }: CheckSettings,
): Promise<CheckReport> {
  refuseOtherCosts(read, settings, checks, baselines);
  return {
    asOf: instantText(settings.asOf, settings.zone),
    timezone: settings.zone.name,
    currency: settings.currency,
    ...(await evaluateChecks(read, settings, checks, kpis, baselines)),
  };
}

/** Which costs there are is known once the files are read. Throws the Problem `bad_report` if a saved report has others. */
function refuseOtherCosts(read: Read, settings: ReportSettings, checks: readonly Check[], { saved }: Baselines): void {
  const { cac = '' } = basisOf(read, settings);
  for (const { vs, kpi, where } of checks) {
    if (vs?.kind !== 'report') continue;
    const other = otherCosts(saved.get(vs.path)!, vs.path, kpi, { cac, options: settings.options });
    if (other !== null) throw new Problem('bad_report', after(where, other.says), [other.advice]);
  }
}

/**
 * Evaluates checks over records that were read for all their dimensions. A check that names no period uses those of the
 * settings; if these have no `last`, `from`, `to` and `all`, the last complete one before now.
 */
export async function evaluateChecks(
  read: Read,
  settings: ReportSettings,
  checks: readonly Check[],
  catalog: readonly Kpi[],
  baselines: Baselines,
): Promise<Pick<CheckReport, 'results' | 'warnings'>> {
  const results = new Map<Check, CheckResult[]>();
  const warnings = new Map<string, Warning>();
  for (const batch of batchesOf(checks, settings)) {
    const view = read.grouped(batch.by);
    const own = settingsOf(batch, settings);
    const worked = await workOut(view, own, catalog, false);
    const groups = new GroupsOfChecks(worked, baselines);
    for (const check of batch.checks) results.set(check, resultsOf(check, worked, groups, baselines));
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
    const batch = getOrInsert(batches, key, () => ({ ...of, checks: [] }));
    batch.checks.push(check);
  }
  return batches.values();
}

function settingsOf({ by, grain, last, checks }: Batch, settings: ReportSettings): ReportSettings {
  const { from, to, all } = settings;
  const own = last ?? settings.last;
  const spanned = last === null && (from !== null || to !== null || all);
  // With groups the period before is always compared: it shows which have vanished.
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

/** The results of a check: one for each period, and each group of its dimensions. */
function resultsOf(check: Check, worked: Worked, of: GroupsOfChecks, baselines: Baselines): CheckResult[] {
  return worked.slots.flatMap((slot) => {
    const groups = of.of(check, slot);
    // Without any group the total answers: a check that has nothing to look at must not pass.
    const some = groups.length === 0 && check.only.size === 0 ? [{ group: 0, names: {} }] : groups;
    const results = some.map((group) => resultOf(check, worked, slot, group, baselines));
    return [...results, ...absentOf(check, worked, slot, groups)];
  });
}

/** A result without a value for each group that a check names and no record of the period has. */
function absentOf(check: Check, { figures }: Worked, slot: Slot, groups: readonly CheckGroup[]): CheckResult[] {
  const absent = [...check.only].flatMap(([dimension, values]) =>
    values
      .filter((value) => !groups.some(({ names }) => isNamed(dimension, value, names)))
      .map((value) => ({ [dimension]: value })),
  );
  return absent.map((names) => ({
    ...subjectOf(check, slot, figures, names),
    ...notKnown(check, 'no_observations'),
    value: null,
    reason: 'no_observations',
    marks: [],
    n: null,
    base: null,
  }));
}

function resultOf(
  check: Check,
  worked: Worked,
  slot: Slot,
  { group, names }: CheckGroup,
  baselines: Baselines,
): CheckResult {
  const { figures } = worked;
  const { kpi } = check;
  const whole = operandOf(figures, kpi, slot, group);
  const against = baseOf(check, worked, slot, { group, names }, baselines);
  const cell = figures.cell(slot, group, new Set());
  const observations = observationsOf(kpi, cell.options);
  const evidence = {
    current: against?.current ?? whole,
    base: against?.operand ?? null,
    belowBase: belowBase(check, figures, against?.place ?? slot, group),
    cell,
  };
  const judged = judge(check, evidence);
  const isOpen =
    isUndecided(check, evidence, judged) || (against === null && isOfOtherDays(check, figures, slot, whole));
  const { reason, ...judgement } = isOpen ? notKnown(check, 'not_covered') : judged;
  const shown = isOpen ? nothing('not_covered') : whole;
  return {
    ...subjectOf(check, slot, figures, names),
    ...judgement,
    value: shown.value,
    reason: reason ?? reasonOf(shown),
    marks: markNames(shown.marks),
    n: observations === null ? null : evaluate(observations, cell).value,
    base: against?.base ?? null,
  };
}

type Figures = Worked['figures'];

/** Whether a ratio lacks days that one of its sides has: it is that of no period. */
const isOfOtherDays = ({ kpi }: Check, figures: Figures, slot: Slot, { value, marks }: Operand): boolean =>
  value !== null &&
  (marks & markBit('incomplete')) !== 0 &&
  !isTotal(kpi.formula) &&
  !coversAlike(kpi.formula, slot, figures.suppliers);

/** What a result is about, and what was asked of it. */
const subjectOf = (check: Check, slot: Slot, figures: Figures, dimensions: CheckResult['dimensions']) => ({
  check: check.name,
  where: check.where,
  kpi: waitingFor(check.kpi, figures, kpiOf(check.kpi, basisOf(figures.read, figures.settings))),
  period: slot.name,
  from: boundText(slot.span.from, figures.settings),
  to: boundText(slot.span.to - 1, figures.settings),
  dimensions,
  as: check.compares,
  must: check.must,
  should: check.should,
  onNull: check.onNull,
});

/** With the option that it waits for: no export would give it a value. */
function waitingFor(kpi: Kpi, figures: Figures, shown: CheckResult['kpi']): CheckResult['kpi'] {
  const needs = lacksOnlyOptions(kpi, figures) ? needsOf(kpi, figures) : null;
  return needs === null ? shown : { ...shown, needs };
}

const reasonOf = ({ value, reason }: Operand): NullReason | null =>
  value === null ? (reason ?? 'no_observations') : null;

/** What the value of a check is compared with. */
interface Against {
  readonly operand: Operand;
  readonly base: Base;
  /** Where `min_base` applies; null: in the period itself. */
  readonly place: Place | null;
  /** The part of the period that is compared, if not all of it. */
  readonly current?: Operand;
}

function baseOf(
  { vs, kpi }: Check,
  { figures, bases }: Worked,
  slot: Slot,
  { group, names }: CheckGroup,
  { targets, saved }: Baselines,
): Against | null {
  if (vs === null) return null;
  const against = (of: string, period: string, operand: Operand, place: Place | null = null): Against => ({
    operand,
    place,
    base: { of, period, value: operand.value, reason: reasonOf(operand) },
  });
  switch (vs.kind) {
    case 'previous':
    case 'year': {
      const found = bases.get(slot)!.find(({ comparison }) => comparison === vs.kind)!;
      const pair = found.pairOf([kpi]);
      const at = (place: Place) => operandOf(figures, kpi, place, group);
      const [base, current] = operandsIn(figures, kpi, pair, at, at(slot));
      return { ...against(vs.kind, found.name, base, pair?.earlier), current };
    }
    case 'target': {
      const { period, value } = targetOver(targets, kpi, slot.elapsed, names, figures.settings.options);
      return against('target', period, value === null ? nothing('missing_kind') : { value, marks: 0 });
    }
    case 'report': {
      const { period, value, reason, marks } = saved.get(vs.path)!.find(kpi.id, names);
      return against(vs.path, period, value === null ? nothing(reason) : { value, marks: markBits(marks) });
    }
  }
}

/** The first KPI of `min_base` that is below its least value, in words; an unknown one is not below it. */
function belowBase({ minBase }: Check, figures: Figures, place: Place, group: number): string | null {
  for (const { kpi, least, text } of minBase) {
    const { value } = operandOf(figures, kpi, place, group);
    if (value !== null && compare(value, least) < 0) return `${kpi.id} ${toDecimal(value)} < ${text}`;
  }
  return null;
}
