import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { type Mark, marks, type NullReason } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Measure } from '../measures/measure.ts';
import type { Formula, Window } from './formula.ts';

/** A figure, or the reason why there is none, with its marks as a set of bits. */
export interface Operand {
  readonly value: Fraction | null;
  readonly reason?: NullReason;
  readonly marks: number;
}

/** One cell of a report: a period, and a group or the total. */
export interface Cell {
  readonly options: KpiOptions;
  measure(measure: Measure, window?: Window): Operand;
  both(measure: Measure, first: Window, second: Window): Operand;
  /** The same period over all groups. */
  total(): Cell;
  /** The first month in which a customer of the period's cohort has paid back the cost. */
  payback(cost: Fraction | null): Operand;
}

export const markBit = (mark: Mark): number => 1 << marks.indexOf(mark);
/** No mark of its own, but travels with them: some source does not cover the whole span. */
export const uncovered = 1 << marks.length;
/** Travels in the same way: the sources of a kind together do not cover the whole span. */
export const unreached = 2 << marks.length;
/** Travels in the same way: records were left out because they lack the other side of a rate. */
export const leftOut = 4 << marks.length;
/** Travels in the same way: some of its records are of files that do not say it. */
export const oneSided = 8 << marks.length;
export const markBits = (names: readonly Mark[]): number => names.reduce((bits, name) => bits | markBit(name), 0);
export const markNames = (bits: number): Mark[] => marks.filter((_, i) => bits & (1 << i));
export const nothing = (reason: NullReason): Operand => ({ value: null, reason, marks: 0 });
const known = (value: Fraction, bits: number): Operand => ({ value, marks: bits });
const zero = exact.ofText('0');

type Of<O extends Formula['op'], F = Formula> = F extends { op: infer P } ? (O extends P ? F : never) : never;

/** The operand that leaves a figure unknown: one that no file can give comes before other reasons. */
const unknownOf = (operands: readonly Operand[]): Operand | undefined =>
  operands.find(({ reason }) => reason === 'missing_kind') ?? operands.find(({ value }) => value === null);

function combine(operands: readonly Operand[], fold: (a: Fraction, b: Fraction) => Fraction): Operand {
  const unknown = unknownOf(operands);
  if (unknown !== undefined) return unknown;
  let value: Fraction | null = null;
  let bits = 0;
  for (const operand of operands) {
    if (operand.value !== null) value = value === null ? operand.value : fold(value, operand.value);
    bits |= operand.marks;
  }
  return known(value ?? zero, bits);
}

function per(f: Of<'per'>, cell: Cell): Operand {
  const [over, under] = [evaluate(f.over, cell), evaluate(f.under, cell)];
  if (over.value === null || under.value === null) return unknownOf([over, under])!;
  if (((over.marks ^ under.marks) & oneSided) !== 0 && areOfVisits(f, cell.options)) return nothing('not_identified');
  if (under.value.n === 0n) {
    // A divisor that no record states is not 0.
    const isUnknown = ((over.marks | under.marks) & leftOut) !== 0;
    return nothing(f.empty ?? (isUnknown ? 'no_observations' : 'zero_denominator'));
  }
  return known(exact.divide(over.value, under.value), over.marks | under.marks);
}

/**
 * Whether both sides count visits: page views that one of two tools reports say nothing of the sessions of the other, and there is no
 * rate of both.
 */
const areOfVisits = (f: Of<'per'>, options: KpiOptions): boolean =>
  [f.over, f.under].every((side) => usesOf(side, options).every(({ measure }) => measure.over === 'visit'));

function part(f: Of<'part'>, cell: Cell): Operand {
  const [some, whole] = [evaluate(f.part, cell), evaluate(f.whole, cell)];
  if (some.value === null || whole.value === null) return some;
  // Zero has no parts: the division gives the reason.
  if (whole.value.n === 0n) return some;
  return exact.compare(some.value, whole.value) > 0 ? nothing('inconsistent_counts') : some;
}

function alike(f: Of<'alike'>, cell: Cell): Operand {
  const [operand, kinds] = [evaluate(f.of, cell), evaluate(f.kinds, cell)];
  if (operand.value === null) return operand;
  if (kinds.value === null) return kinds;
  return exact.compare(kinds.value, exact.ofText('1')) > 0 ? nothing('not_identified') : operand;
}

function either(f: Of<'either'>, cell: Cell): Operand {
  let first: Operand | undefined;
  for (const [index, term] of f.of.entries()) {
    const operand = evaluate(term, cell);
    first ??= operand;
    if (operand.value === null && operand.reason === 'missing_kind') continue;
    return index === 0 || f.exact || operand.value === null
      ? operand
      : { ...operand, marks: operand.marks | markBit('approx') };
  }
  return first ?? nothing('missing_kind');
}

/** A part without any record does not exist; one whose value is not known yet is missing. */
function together(f: Of<'together'>, cell: Cell): Operand {
  const operands = f.of.map((one) => evaluate(one, cell));
  const told = operands.filter(({ value }) => value !== null);
  if (told.length === 0)
    return operands.find(({ reason }) => reason !== 'missing_kind' && reason !== 'no_observations') ?? operands[0]!;
  const isMissing = operands.some(({ reason }) => reason === 'insufficient_history' || reason === 'not_covered');
  const all = combine(told, exact.add);
  return isMissing ? { ...all, marks: all.marks | markBit('incomplete') } : all;
}

/** The cell with a window for the measures that name none. */
const looking = (cell: Cell, window: Window): Cell => ({
  options: cell.options,
  measure: (measure, own) => cell.measure(measure, own ?? window),
  both: (measure, first, second) => cell.both(measure, first, second),
  total: () => looking(cell.total(), window),
  payback: (cost) => cell.payback(cost),
});

function raised(f: Of<'raised'>, cell: Cell): Operand {
  const [cost, costed, sold] = [evaluate(f.cost, cell), evaluate(f.costed, cell), evaluate(f.sold, cell)];
  const unknown = unknownOf([cost, costed, sold]);
  if (unknown !== undefined) return unknown;
  const bits = cost.marks | costed.marks | sold.marks;
  if (exact.compare(costed.value!, sold.value!) === 0) return { ...cost, marks: bits };
  if (sold.value!.n === 0n || costed.value!.n === 0n) return nothing('missing_kind');
  const coverage = exact.divide(costed.value!, sold.value!);
  if (exact.compare(coverage, exact.ofText(cell.options.min_cost_coverage)) < 0) return nothing('missing_kind');
  return known(exact.divide(cost.value!, coverage), bits | markBit('approx'));
}

const rules: { [O in Formula['op']]: (f: Of<O>, cell: Cell) => Operand } = {
  measure: (f, cell) => cell.measure(f.measure, f.window),
  both: (f, cell) => cell.both(f.measure, f.first, f.second),
  number: (f) => known(exact.ofText(f.value), 0),
  setting: (f, cell) => {
    const text = cell.options[f.option];
    return text === null ? nothing(f.reason) : known(exact.ofText(text), 0);
  },
  plus: (f, cell) =>
    combine(
      f.of.map((one) => evaluate(one, cell)),
      exact.add,
    ),
  times: (f, cell) =>
    combine(
      f.of.map((one) => evaluate(one, cell)),
      exact.multiply,
    ),
  least: (f, cell) =>
    combine(
      f.of.map((one) => evaluate(one, cell)),
      (a, b) => (exact.compare(a, b) <= 0 ? a : b),
    ),
  minus: (f, cell) => combine([evaluate(f.a, cell), evaluate(f.b, cell)], exact.subtract),
  per,
  part,
  alike,
  above_zero: (f, cell) => {
    const operand = evaluate(f.of, cell);
    if (operand.value === null || operand.value.n > 0n) return operand;
    return nothing(operand.value.n === 0n ? 'zero_denominator' : 'negative_base');
  },
  either,
  together,
  if_known: (f, cell) => {
    const operand = evaluate(f.of, cell);
    if (operand.value !== null || operand.reason !== 'missing_kind') return operand;
    return known(zero, f.mark ? markBit(f.mark) : 0);
  },
  total: (f, cell) => evaluate(f.of, cell.total()),
  within: (f, cell) => evaluate(f.of, looking(cell, f.window)),
  kpi: (f, cell) => evaluate(f.kpi.formula, cell),
  case: (f, cell) => {
    const chosen = f.cases[String(cell.options[f.option])];
    if (chosen === undefined) throw new RangeError(`no case for ${f.option}: ${String(cell.options[f.option])}`);
    return evaluate(chosen, cell);
  },
  raised,
  payback: (f, cell) => {
    const cost = evaluate(f.cost, cell);
    const months = cell.payback(cost.value);
    // Missing margins come before the reason for a missing cost.
    if (cost.value === null) return months.reason === 'missing_kind' ? months : cost;
    return { ...months, marks: months.marks | cost.marks };
  },
};

/** The exact value of a formula in a cell. */
export function evaluate(formula: Formula, cell: Cell): Operand {
  return (rules[formula.op] as (f: Formula, cell: Cell) => Operand)(formula, cell);
}

type Uses = { measure: Measure; windows: readonly (Window | undefined)[] }[];

/** Every measure that a formula reads, with its windows; of alternatives those that `chosen` leaves. */
export function usesOf(
  formula: Formula,
  options: KpiOptions,
  chosen: (alternatives: readonly Formula[]) => readonly Formula[] = (all) => all,
): Uses {
  switch (formula.op) {
    case 'measure':
      return [{ measure: formula.measure, windows: [formula.window] }];
    case 'both':
      return [{ measure: formula.measure, windows: [formula.first, formula.second] }];
    case 'within':
      return usesOf(formula.of, options, chosen).map(({ measure, windows }) => ({
        measure,
        windows: windows.map((own) => own ?? formula.window),
      }));
    case 'either':
      return chosen(formula.of).flatMap((inner) => usesOf(inner, options, chosen));
    default:
      return partsOf(formula, options).flatMap((inner) => usesOf(inner, options, chosen));
  }
}

/** The measures without which a formula is not known, by its first alternative. */
export function neededBy(formula: Formula, options: KpiOptions): Measure[] {
  const needed = new Set<Measure>();
  const visit = (one: Formula): void => {
    if (one.op === 'measure' || one.op === 'both') needed.add(one.measure);
    else if (one.op === 'either' || one.op === 'together') one.of.slice(0, 1).forEach(visit);
    else if (one.op !== 'if_known') partsOf(one, options).forEach(visit);
  };
  visit(formula);
  return [...needed];
}

/** Whether a formula asks when the customers of a period have paid back what they cost. */
export const asksPayback = (formula: Formula, options: KpiOptions): boolean =>
  formula.op === 'payback' || partsOf(formula, options).some((inner) => asksPayback(inner, options));

/** Whether a formula compares a group with all of them: of all together it says nothing. */
export const asksTotal = (formula: Formula, options: KpiOptions): boolean =>
  formula.op === 'total' || partsOf(formula, options).some((inner) => asksTotal(inner, options));

/** The formulas that a formula is made of, with these options. */
function partsOf(formula: Formula, options: KpiOptions): readonly Formula[] {
  switch (formula.op) {
    case 'measure':
    case 'both':
      return [];
    case 'kpi':
      return [formula.kpi.formula];
    case 'case': {
      const chosen = formula.cases[String(options[formula.option])];
      return chosen === undefined ? [] : [chosen];
    }
    default: {
      return getOrInsert(knownParts, formula, () => operandsOf(formula));
    }
  }
}

/** Formulas are asked for their parts again and again. */
const knownParts = new WeakMap<Formula, readonly Formula[]>();

const operandsOf = (formula: Formula): Formula[] =>
  Object.values(formula)
    .flat()
    .filter((value): value is Formula => typeof value === 'object' && value !== null && 'op' in value);
