import { civil, type Day } from '../../core/civil.ts';
import type { DayRange } from '../../fields/date-range.ts';
import { readNumber, type Zones } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import type { ResolvedFields } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

/**
 * The fields of a table whose dates are the first days of what its rows cover. Where all of them are the first day of its
 * period, or of a month in it, rows cover the period or that month: no cost is booked on a first day by mistake.
 */
export function asStarts(all: ResolvedFields, rows: Rows, period: DayRange | null, zones: Zones): ResolvedFields {
  const { date, ...fields } = all;
  if (date?.op !== 'column' || period === null || period.from === period.to) return all;
  const read = readNumber(date, zones);
  const days = new Set<Day>();
  for (const row of rows(positionsOf(date))) {
    const day = read(row);
    if (Number.isFinite(day)) days.add(day);
  }
  const starts = [...days].every((day) => day === period.from || civil(day).day === 1);
  if (days.size === 0 || !starts) return all;
  if (days.size === 1 && days.has(period.from))
    return { ...fields, date_from: { op: 'day', day: period.from }, date_to: { op: 'day', day: period.to } };
  const of = [{ unit: 'month' as const, column: date }];
  return {
    ...fields,
    date_from: { op: 'span', of, edge: 'from', within: period },
    date_to: { op: 'span', of, edge: 'to', within: period },
  };
}
