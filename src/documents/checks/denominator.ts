import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Formula, Window } from '../../kpis/formula.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { filled, type Measure, type Test } from '../../measures/measure.ts';

/*
 * The counts in a KPI's formula: which one the value is divided by, which one is a share of it, and whether one count is a part of
 * another. All of it follows from the formula, before any file is read.
 */

/** The number behind a KPI's value: the answers, or the count that it is divided by; null if there is none. */
export function observationsOf(kpi: Kpi, options: KpiOptions): Formula | null {
  return kpi.sample === undefined ? dividedBy(kpi.formula, options) : { op: 'measure', measure: kpi.sample };
}

function dividedBy(given: Formula, options: KpiOptions): Formula | null {
  const formula = chosen(given, options);
  switch (formula.op) {
    case 'kpi':
      return observationsOf(formula.kpi, options);
    case 'either':
    case 'times': {
      // The first alternative, and the first factor, that is a quotient: the others are its substitutes and scales.
      for (const term of formula.of) {
        const found = dividedBy(term, options);
        if (found !== null) return found;
      }
      return null;
    }
    case 'per':
      return isCount(formula.under, options) ? formula.under : null;
    default:
      return null;
  }
}

/** A rate as its two counts; either is unknown if the other is. */
export interface Rate {
  readonly part: Formula;
  readonly whole: Formula;
}

/**
 * The two counts of a KPI that is a share of a count, such as sessions with a purchase of all sessions; null for any other, above
 * all for quotients of money: the binomial interval does not apply to them.
 */
export const rateOf = ({ unit, formula }: Kpi, options: KpiOptions): Rate | null =>
  unit === 'ratio' ? rateIn(formula, options) : null;

function rateIn(given: Formula, options: KpiOptions): Rate | null {
  const formula = chosen(given, options);
  switch (formula.op) {
    case 'kpi':
      return rateIn(formula.kpi.formula, options);
    case 'per': {
      const isRate = isNumerator(formula.over, formula.under, options) && isCount(formula.under, options);
      return isRate ? { part: formula.over, whole: formula.under } : null;
    }
    case 'minus': {
      // 1 less a share: the rest of the count.
      const rest = formula.a.op === 'number' && formula.a.value === '1' ? rateIn(formula.b, options) : null;
      return rest === null ? null : { part: { op: 'minus', a: rest.whole, b: rest.part }, whole: rest.whole };
    }
    case 'either': {
      const rates = formula.of.flatMap((term) => rateIn(term, options) ?? []);
      if (rates.length < formula.of.length) return null;
      return {
        part: { op: 'either', of: rates.map(({ part, whole }) => onlyWith(part, whole)) },
        whole: { op: 'either', of: rates.map(({ part, whole }) => onlyWith(whole, part)) },
      };
    }
    default:
      return null;
  }
}

/** A count that falls back to the next of `either` if the other of its pair is missing, as their quotient would. */
const onlyWith = (count: Formula, other: Formula): Formula => ({
  op: 'plus',
  of: [count, { op: 'minus', a: other, b: other }],
});

/** Whether a formula counts some of a whole: a count, or the whole without a count. */
function isNumerator(formula: Formula, whole: Formula, options: KpiOptions): boolean {
  const inner = formula.op === 'kpi' ? formula.kpi.formula : formula;
  if (inner.op === 'minus') return isSame(inner.a, whole) && isCount(inner.a, options) && isCount(inner.b, options);
  return isCount(formula, options);
}

function isCount(given: Formula, options: KpiOptions): boolean {
  const formula = chosen(given, options);
  switch (formula.op) {
    case 'measure':
      return formula.measure.unit === 'count';
    case 'both':
      return true;
    case 'kpi':
      return formula.kpi.unit === 'count';
    case 'plus':
    case 'either':
      return formula.of.every((term) => isCount(term, options));
    case 'above_zero':
    case 'if_known':
    case 'within':
    case 'total':
      return isCount(formula.of, options);
    case 'part':
      return isCount(formula.part, options);
    default:
      return false;
  }
}

/** The case of a formula that the options select; other formulas unchanged. */
export function chosen(formula: Formula, options: KpiOptions): Formula {
  const selected = formula.op === 'case' ? formula.cases[String(options[formula.option])] : undefined;
  return selected === undefined ? formula : chosen(selected, options);
}

/** Whether two formulas are the same count. */
export function isSame(a: Formula, b: Formula): boolean {
  const [one, other] = [named(a), named(b)];
  if (one.op !== 'measure' || other.op !== 'measure') return one === other;
  return one.measure === other.measure && one.window === other.window;
}

/** Whether a count can never exceed another, whatever the files hold: it counts some of the same records, or says so. */
export function isPartOf(part: Formula, whole: Formula): boolean {
  const [some, all] = [named(part), named(whole)];
  if (some.op === 'part') return isSame(some.whole, all);
  if (all.op === 'plus') return all.of.some((term) => isSame(some, term));
  if (all.op !== 'measure') return false;
  // Snapshots of the same things may grow.
  if (some.op === 'both' && some.measure.aggregate === 'last') return false;
  if (some.op === 'both')
    return some.measure === all.measure && [some.first, some.second].includes(all.window as Window);
  return some.op === 'measure' && some.window === all.window && isSubset(some.measure, all.measure);
}

/** The formula behind the name of a KPI. */
const named = (formula: Formula): Formula => (formula.op === 'kpi' ? named(formula.kpi.formula) : formula);

function isSubset(some: Measure, all: Measure): boolean {
  if (some.over !== all.over || some.at !== all.at || some.group !== all.group) return false;
  const known = testsOf(some.where);
  if (!testsOf(all.where).every((test) => known.includes(test))) return false;
  if (all.aggregate === 'count') return some.aggregate === 'count';
  const different = ['distinct', 'distinct_repeated'].includes(some.aggregate);
  return all.aggregate === 'distinct' && different && JSON.stringify(some.value) === JSON.stringify(all.value);
}

/** The tests that hold for everything that is counted. */
function testsOf(test: Test | undefined): string[] {
  if (test === undefined) return [];
  return test.op === 'all' ? test.of.flatMap(testsOf) : [JSON.stringify(test), ...filledBy(test)];
}

/** That a field has a value, as a test of its value implies. */
function filledBy(test: Test): string[] {
  switch (test.op) {
    case 'flag':
    case 'equals':
    case 'at_least':
    case 'below':
      return [JSON.stringify(filled(test.name))];
    case 'option': {
      const [first = [], ...others] = Object.values(test.cases).map(testsOf);
      return first.filter((one) => others.every((other) => other.includes(one)));
    }
    default:
      return [];
  }
}
