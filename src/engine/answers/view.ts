import type { Dimension, Kind } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import { fieldsOf, type Measure } from '../../measures/measure.ts';
import { recordOf } from '../../records/index.ts';
import { orNone } from '../collect/collect.ts';
import type { Column } from '../columns/column.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { hourField, type RowNumber } from './compile-measure.ts';

/** What answering needs to know of a kind's rows. */
export interface View {
  readonly facts: Facts;
  readonly memory: Memory;
  readonly options: KpiOptions;
  /** The group of a combination of words, from 1; above `groups` a number that stands for several of them. */
  readonly groupOf: (combo: number) => number;
  /** The group of an order's row. */
  readonly groupOfOrder: (row: number) => number;
  readonly groups: number;
  /** The groups that each number above `groups` stands for: of orders with several discount codes. */
  readonly several: readonly (readonly number[])[];
  /** The dimensions that distinguish groups. */
  readonly by: readonly Dimension[];
}

/** Whether rows of a kind are booked on a day or span. */
export const isByDay = (kind: Kind): boolean => recordOf(kind).booked === 'day';

/** When a measure's rows are booked: a local hour, and for a span of days its end. */
export function booking(facts: Facts, measure: Measure): { from: RowNumber; to: RowNumber | null } {
  const { from, to } = bookedIn(facts, measure);
  return {
    from: from === undefined ? () => Number.NaN : (row) => from.get(row),
    to: to === undefined ? null : (row) => to.get(row),
  };
}

/** The columns of that, of which a kind may have none. */
export function bookedIn(facts: Facts, measure: Measure): { from: Column | undefined; to: Column | undefined } {
  const { numbers } = facts;
  if (!isByDay(facts.kind)) return { from: numbers.get(hourField(measure.at)), to: undefined };
  return { from: numbers.get('from'), to: numbers.get('to') };
}

/** Tables whose value of a measure is approximate. */
export function approxTables(view: View, measure: Measure): ReadonlySet<number> {
  const fields = new Set([...fieldsOf(measure.value), ...fieldsOf(measure.where), ...(measure.needs ?? [])]);
  return new Set(
    view.memory.tables.filter(({ plan }) => plan.approx.some((field) => fields.has(field))).map(({ index }) => index),
  );
}

/** The row whose words decide the group: the row itself, or its customer's first order. */
export function groupRow(view: View, measure: Measure): (row: number) => number {
  const { facts, groupOf, groupOfOrder } = view;
  if (measure.group !== 'first_order') return (row) => groupOf(facts.combo.get(row));
  const first = facts.whole('first_order_row');
  return (row) => {
    const order = orNone(first.get(row));
    return order === -1 ? groupOf(facts.combo.get(row)) : groupOfOrder(order);
  };
}
