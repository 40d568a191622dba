import { saysNothing } from '../fields/blank.ts';
import type { DayRange } from '../fields/date-range.ts';
import { REFUSED } from '../fields/field.ts';
import { unitDays } from '../fields/unit-days.ts';
import { kindOf } from './column-kind.ts';
import type { Resolved, UnitColumn } from './plan.ts';
import type { Cells, ReadNumber, Zones } from './row-cells.ts';

type Span = Extract<Resolved, { op: 'span' }>;

/** Up to this many distinct cells of weeks and months are read once each. */
const mostSpans = 10_000;

/** The first or last day of what the cells of a row name; a row that names none, or an ambiguous one, is refused. */
export function readSpan({ of, edge, within }: Span, zones: Zones): ReadNumber {
  const known = new Map<string, number>();
  const read = spansOf(of, within, zones);
  return (cells) => {
    const key = of.map(({ column }) => cells[column.index] ?? '').join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    const spans = read(cells);
    const [only] = spans;
    const value = only === undefined || spans.length > 1 ? REFUSED : only[edge];
    if (known.size < mostSpans) known.set(key, value);
    return value;
  };
}

/** All spans of days that the cells of a row may name together. */
export function spansOf(
  of: readonly UnitColumn[],
  within: DayRange | null,
  zones: Zones,
): (cells: Cells) => readonly DayRange[] {
  const isYear = ({ unit }: UnitColumn): boolean => unit === 'year' || unit === 'iso_year';
  // Years first: they decide which January is meant.
  const readers = [...of.filter(isYear), ...of.filter((one) => !isYear(one))].map(({ unit, column }) => {
    const { parse } = kindOf({ ...column, as: { ...column.as, type: 'day' } }, zones);
    return (cells: Cells, known: DayRange | null): readonly DayRange[] | null => {
      const cell = cells[column.index] ?? '';
      return saysNothing(cell) ? null : unitDays(unit, cell, { day: parse, within: known });
    };
  });
  return (cells) => {
    let spans: readonly DayRange[] | null = null;
    for (const read of readers) {
      const own = read(cells, spans?.length === 1 ? spans[0]! : within);
      if (own === null) continue;
      spans = spans === null ? own : shared(spans, own);
    }
    return spans ?? [];
  };
}

/** The days that lie in one of the first and one of the second. */
const shared = (some: readonly DayRange[], others: readonly DayRange[]): DayRange[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return both.from <= both.to ? [both] : [];
    }),
  );
