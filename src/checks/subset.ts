import type { Formula, Window } from '../kpis/formula.ts';
import type { Measure, Test } from '../measures/measure.ts';

/** Whether two formulas are the same count, so that one may be told to be a part of the other. */
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
  return some.op === 'measure' && some.window === all.window && counts(some.measure, all.measure);
}

/** A formula behind the name of a KPI. */
const named = (formula: Formula): Formula => (formula.op === 'kpi' ? named(formula.kpi.formula) : formula);

function counts(some: Measure, all: Measure): boolean {
  if (some.over !== all.over || some.at !== all.at || some.group !== all.group) return false;
  const known = testsOf(some.where);
  if (!testsOf(all.where).every((test) => known.includes(test))) return false;
  if (all.aggregate === 'count') return some.aggregate === 'count';
  const different = ['distinct', 'distinct_repeated'].includes(some.aggregate);
  return all.aggregate === 'distinct' && different && JSON.stringify(some.value) === JSON.stringify(all.value);
}

/** The tests that all hold of what is counted. */
function testsOf(test: Test | undefined): string[] {
  if (test === undefined) return [];
  return test.op === 'all' ? test.of.flatMap(testsOf) : [JSON.stringify(test)];
}
