import type { Span } from '../core/calendar.ts';
import { DAY_HOURS } from '../core/civil.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Edge, Window } from '../kpis/formula.ts';

/** A span that figures are calculated for: the period as shown and its elapsed part. */
export interface Place {
  readonly span: Span;
  readonly elapsed: Span;
}

export type Windows = readonly (Window | undefined)[];

/** The span of a window at a place; without a window that of the place. */
export function spanOf({ elapsed, span }: Place, window: Window | undefined, options: KpiOptions): Span {
  if (window === undefined) return span;
  const edge = ({ at, daysBefore }: Edge): number => {
    const days = typeof daysBefore === 'number' ? daysBefore : options[daysBefore];
    return (at === 'start' ? span.from : elapsed.to) - days * DAY_HOURS;
  };
  return { from: window.from === null ? Number.NEGATIVE_INFINITY : edge(window.from), to: edge(window.to) };
}
