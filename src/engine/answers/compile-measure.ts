import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Expr, Test } from '../../measures/measure.ts';
import type { Facts } from '../state/facts.ts';

export type RowNumber = (row: number) => number;
/** Whether a row takes part in a span. */
export type RowTest = (row: number, from: number, to: number) => boolean;

const dayMicros = 86_400 * 1_000_000;
const one = 1_000_000;
const nothing: RowNumber = () => Number.NaN;

/** A number of a row, by field name; NaN if the row has none. */
export function numberOf(facts: Facts, name: string): RowNumber {
  const column = facts.numbers.get(name) ?? facts.keys.get(name);
  return column === undefined ? nothing : (row) => column.get(row);
}

/** The column with the local hours of a date field, settled once all files are read. */
export const hourField = (name: string): string => `${name}_hour`;

/** The local hour of a date field. */
export function hourOf(facts: Facts, name: string): RowNumber {
  const column = facts.numbers.get(hourField(name));
  return column === undefined ? nothing : (row) => column.get(row);
}

/** The value of an expression for a row, in millionths; null counts as 0. */
export function compileExpr(facts: Facts, expr: Expr): RowNumber {
  if (expr.op === 'field') return numberOf(facts, expr.name);
  const [a, b] = [compileExpr(facts, expr.a), compileExpr(facts, expr.b)];
  const or0 = (value: number) => (Number.isNaN(value) ? 0 : value);
  return (row) => or0(a(row)) - or0(b(row));
}

/** A test as a function of the row. */
export function compileTest(facts: Facts, test: Test | undefined, options: KpiOptions): RowTest {
  if (test === undefined) return () => true;
  switch (test.op) {
    case 'flag': {
      const value = numberOf(facts, test.name);
      return (row) => value(row) === one;
    }
    case 'is': {
      const wanted = new Set(test.words.map((word) => word.toLowerCase()));
      const { name } = test;
      const known: (boolean | undefined)[] = [];
      return (row) => {
        const combo = facts.combo.get(row);
        let fits = known[combo];
        if (fits === undefined) {
          const word = facts.combos.all[combo]?.[name];
          fits = typeof word === 'string' && wanted.has(word.toLowerCase());
          known[combo] = fits;
        }
        return fits;
      };
    }
    case 'filled': {
      const value = numberOf(facts, test.name);
      return (row) => !Number.isNaN(value(row));
    }
    case 'equals':
    case 'at_least':
    case 'below': {
      const value = numberOf(facts, test.name);
      const bound = test.value * one;
      if (test.op === 'equals') return (row) => value(row) === bound;
      return test.op === 'at_least' ? (row) => value(row) >= bound : (row) => value(row) < bound;
    }
    case 'within_days': {
      const value = numberOf(facts, test.name);
      const most = options[test.days] * dayMicros;
      return (row) => value(row) <= most;
    }
    case 'since_start': {
      const hour = hourOf(facts, test.name);
      return (row, from) => hour(row) >= from;
    }
    case 'open_at_end': {
      const hour = hourOf(facts, test.name);
      return (row, _from, to) => !(hour(row) < to);
    }
    case 'option': {
      const chosen = test.cases[String(options[test.option])];
      if (chosen === undefined) throw new RangeError(`no case for ${test.option}`);
      return compileTest(facts, chosen, options);
    }
    case 'all': {
      const of = test.of.map((one) => compileTest(facts, one, options));
      return (row, from, to) => of.every((fits) => fits(row, from, to));
    }
  }
}
