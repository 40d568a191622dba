import * as exact from '../../core/fraction.ts';
import { type FunnelStepName, funnelSteps } from '../../core/funnel-steps.ts';
import type { Read } from '../../engine/state/read.ts';
import type { Base } from '../../figures/comparing.ts';
import { leavesOutAlike } from '../../figures/covered-alike.ts';
import type { Figures } from '../../figures/figure-cells.ts';
import type { Change, Comparison, Figure } from '../../figures/figure-model.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import { workOut } from '../../figures/frame.ts';
import { headOf, rowHeadOf } from '../../figures/heads.ts';
import { type Asked, changeOf, operandOf, plain } from '../../figures/operands.ts';
import type { Slot } from '../../figures/periods.ts';
import type { Place } from '../../figures/place.ts';
import { filesOf } from '../../figures/quality.ts';
import { warningsOf } from '../../figures/warnings.ts';
import { nothing, type Operand } from '../../kpis/evaluate.ts';
import type {
  Counting,
  FigureSet,
  Funnel,
  FunnelRow,
  FunnelStep,
  LossFigure,
  Passage,
  StepFigure,
} from './funnel-model.ts';
import { countOf, customersOf, orderValue, quantities, repeatRate } from './funnel-quantities.ts';
import { inconsistencies } from './funnel-warnings.ts';

/** A funnel, calculated at one place for one group. */
interface Numbers {
  readonly steps: readonly Readonly<Partial<Record<StepFigure, Operand>>>[];
  /** What is lost between two steps of visits, as a share of the first. */
  readonly shares: readonly (Passage & { readonly share: Operand })[];
  readonly lostCarts: Operand;
  readonly lostValue: Operand;
}

/** Calculates the conversion funnel of each period and group. */
export async function funnelOf(read: Read, settings: ReportSettings): Promise<Funnel> {
  const asked = { ...settings, kpis: null, groups: null };
  const { figures, covers, all, slots, bases, groups } = await workOut(read, asked, quantities, false, { most: 1 });
  const steps = funnelSteps.filter((step) =>
    slots.some((slot) => operandOf(figures, countOf[step], slot, 0).reason !== 'missing_kind'),
  );
  const cells = slots.flatMap((slot) => [...groups, 0].map((group) => ({ slot, group })));
  const rows = cells.map(({ slot, group }) => rowOf(figures, steps, slot, group, bases.get(slot)!));
  const shown = rows.map((row) => ({ figures: row.steps.flatMap((step) => Object.values(step.figures)) }));
  return {
    ...headOf(settings, all?.span ?? null),
    counting: countingOf(read),
    steps,
    rows,
    files: filesOf(read),
    warnings: [...warningsOf(read, settings, covers, all, shown), ...inconsistencies(rows)],
  };
}

/** Whether the rows that count are sessions or sums of them. */
function countingOf({ tables }: Read): Counting | null {
  const visits = tables.filter(({ counts: isCounted, plan }) => isCounted && plan.kind === 'visit');
  const sums = visits.filter(({ plan }) => plan.fields.sessions !== undefined).length;
  if (visits.length === 0) return null;
  return sums === 0 ? 'closed' : sums === visits.length ? 'open' : 'mixed';
}

function rowOf(
  figures: Figures,
  steps: readonly FunnelStepName[],
  slot: Slot,
  group: number,
  bases: readonly Base[],
): FunnelRow {
  const { settings, read } = figures;
  const now = numbersAt(figures, steps, slot, group);
  // All steps are compared over the same days, except those of ads, which have other files.
  const paced = quantities.filter((one) => one !== countOf.impressions);
  const before = bases.map((base) => {
    const pair = base.pairOf(paced);
    const at = (place: Place): Numbers => numbersAt(figures, steps, place, group);
    if (pair === null) return { ...base, numbers: null, part: now };
    const isAlike = (step: FunnelStepName): boolean =>
      leavesOutAlike(countOf[step].formula, pair.now, pair.earlier, figures.suppliers);
    return { ...base, numbers: ofSteps(at(pair.earlier), steps, isAlike), part: at(pair.now) };
  });
  const biggest = biggestOf(now);
  const lossOf = (numbers: Numbers): Record<LossFigure, Operand> => ({
    // Compared with the same two steps: a larger loss elsewhere at that time is no change of this loss.
    share: shareAt(numbers, biggest),
    lost_carts: numbers.lostCarts,
    lost_value: numbers.lostValue,
  });
  return {
    ...rowHeadOf(read, settings, slot, group),
    steps: steps.map(
      (step, at): FunnelStep => ({
        step,
        ...setOf(
          now.steps[at]!,
          before.map((base) => ({ ...base, earlier: base.numbers?.steps[at] ?? {}, part: base.part.steps[at]! })),
        ),
      }),
    ),
    loss: {
      biggest,
      biggestBefore: Object.fromEntries(
        before.map(({ comparison, numbers }) => [comparison, numbers === null ? null : biggestOf(numbers)]),
      ) as Partial<Record<Comparison, Passage | null>>,
      ...setOf(
        lossOf(now),
        before.map((base) => ({
          ...base,
          earlier: base.numbers === null ? {} : lossOf(base.numbers),
          part: lossOf(base.part),
        })),
      ),
    },
  };
}

function numbersAt(figures: Figures, steps: readonly FunnelStepName[], place: Place, group: number): Numbers {
  const at = (asked: Asked): Operand => operandOf(figures, asked, place, group);
  const count = (step: FunnelStepName): Operand => (steps.includes(step) ? at(countOf[step]) : nothing('missing_kind'));
  const visits = steps.indexOf('visits');
  const lines = steps.map((step, i) => {
    const own = count(step);
    const previous = steps[i - 1];
    const line: Partial<Record<StepFigure, Operand>> = { count: own };
    if (previous !== undefined || step === 'repeat') {
      const base = step === 'repeat' ? at(customersOf) : count(previous!);
      line.base = base;
      line.rate = step === 'repeat' ? at(repeatRate) : rateOf(own, base);
      line.loss = lossFrom(base, own);
    }
    if (visits !== -1 && i >= visits) line.rate_of_visits = rateOf(own, count('visits'));
    return line;
  });
  const taken = steps.filter((step) => step !== 'impressions' && step !== 'repeat');
  const shares = taken.slice(1).map((to, i) => {
    const from = taken[i]!;
    return { from, to, share: lossShare(count(from), count(to)) };
  });
  const lostCarts = lossFrom(count('carts'), count('purchases'));
  return { steps: lines, shares, lostCarts, lostValue: product(lostCarts, at(orderValue)) };
}

/** Numbers without those of steps of which the files leave out unlike days of two periods: they are no base of a change. */
function ofSteps(
  numbers: Numbers,
  steps: readonly FunnelStepName[],
  isAlike: (step: FunnelStepName) => boolean,
): Numbers {
  const unlike = new Set(steps.filter((step) => !isAlike(step)));
  if (unlike.size === 0) return numbers;
  const unknown = nothing('incomplete_base');
  const from = (own: Operand, ...of: readonly (FunnelStepName | undefined)[]): Operand =>
    of.some((step) => step !== undefined && unlike.has(step)) ? unknown : own;
  const lines = numbers.steps.map((line, i) => {
    const step = steps[i]!;
    // Repeat is a part of the customers, not of the step before.
    const previous = step === 'repeat' ? undefined : steps[i - 1];
    const names = Object.entries(line) as [StepFigure, Operand][];
    const ofLine = (name: StepFigure, own: Operand): Operand => {
      if (name === 'count') return from(own, step);
      if (name === 'rate_of_visits') return from(own, step, 'visits');
      return name === 'base' ? from(own, previous ?? step) : from(own, step, previous);
    };
    return Object.fromEntries(names.map(([name, own]) => [name, ofLine(name, own)]));
  });
  return {
    steps: lines,
    shares: numbers.shares.map((one) => ({ ...one, share: from(one.share, one.from, one.to) })),
    lostCarts: from(numbers.lostCarts, 'carts', 'purchases'),
    lostValue: from(numbers.lostValue, 'carts', 'purchases'),
  };
}

/** A part of a whole as a figure; null if the part is larger. */
function ofPart(
  part: Operand,
  whole: Operand,
  work: (part: exact.Fraction, whole: exact.Fraction) => Operand,
): Operand {
  const unknown = unknownOf(part, whole);
  if (unknown !== null) return unknown;
  if (exact.compare(part.value!, whole.value!) > 0) return nothing('inconsistent_counts');
  const worked = work(part.value!, whole.value!);
  return worked.value === null ? worked : { ...worked, marks: part.marks | whole.marks };
}

const known = (value: exact.Fraction): Operand => ({ value, marks: 0 });
const rateOf = (part: Operand, whole: Operand): Operand =>
  ofPart(part, whole, (a, b) => (b.n === 0n ? nothing('zero_denominator') : known(exact.divide(a, b))));
const lossFrom = (whole: Operand, part: Operand): Operand => ofPart(part, whole, (a, b) => known(exact.subtract(b, a)));
const lossShare = (whole: Operand, part: Operand): Operand =>
  ofPart(part, whole, (a, b) =>
    b.n === 0n ? nothing('zero_denominator') : known(exact.divide(exact.subtract(b, a), b)),
  );

function product(a: Operand, b: Operand): Operand {
  const unknown = unknownOf(a, b);
  if (unknown !== null) return unknown;
  return { value: exact.multiply(a.value!, b.value!), marks: a.marks | b.marks };
}

/** That no file can give it comes before the reasons of others. */
function unknownOf(...operands: readonly Operand[]): Operand | null {
  const unknown = operands.filter(({ value }) => value === null);
  return unknown.find(({ reason }) => reason === 'missing_kind') ?? unknown[0] ?? null;
}

/** Where the largest share is lost, of several the first; null if nothing is lost, or no share is known. */
function biggestOf({ shares }: Numbers): Passage | null {
  let biggest: Numbers['shares'][number] | null = null;
  for (const one of shares) {
    if (one.share.value === null || one.share.value.n === 0n) continue;
    if (biggest === null || exact.compare(one.share.value, biggest.share.value!) > 0) biggest = one;
  }
  return biggest === null ? null : { from: biggest.from, to: biggest.to };
}

function shareAt({ shares }: Numbers, passage: Passage | null): Operand {
  if (passage !== null) return shares.find(({ to }) => to === passage.to)!.share;
  return (shares.find(({ share }) => share.value !== null) ?? shares[0])?.share ?? nothing('missing_kind');
}

/** Operands as figures, with their changes: from `earlier` to `part`, what is compared of the period. */
function setOf<K extends string>(
  now: Readonly<Partial<Record<K, Operand>>>,
  before: readonly (Pick<Base, 'comparison' | 'name'> &
    Readonly<Record<'earlier' | 'part', Readonly<Partial<Record<K, Operand>>>>>)[],
): FigureSet<K> {
  const entries = Object.entries(now) as [K, Operand][];
  const figures = Object.fromEntries(entries.map(([name, operand]) => [name, plain(operand)]));
  const compare = before.map(({ comparison, name: period, earlier, part }) => {
    const changes = entries.map(([name, operand]): [string, Change] => {
      const base = earlier[name] ?? nothing('incomplete_base');
      const { absolute, relative } = changeOf(part[name] ?? operand, base);
      return [name, { base: plain(base), absolute: plain(absolute), relative: plain(relative) }];
    });
    return [comparison, { period, changes: Object.fromEntries(changes) }];
  });
  return {
    figures: figures as Partial<Record<K, Figure>>,
    compare: Object.fromEntries(compare) as FigureSet<K>['compare'],
  };
}
