import type { Span } from '../core/calendar.ts';
import { dayOfHour, dayText } from '../core/civil.ts';
import { listsValues } from '../core/dimension-values.ts';
import { BrokenInvariant } from '../core/invariant.ts';
import type { Answer, Read } from '../engine/state/read.ts';
import { dependsOnSpan, type Measure } from '../measures/measure.ts';
import type { ReportSettings } from './figure-settings.ts';

/*
 * Counts and sums add up, whichever engine answered: the groups to their total, neighbouring periods to the span that they make up.
 * Where they do not, a record was lost or counted twice between the files and the figures.
 */

/** A measure with what was answered. */
export interface Answered {
  readonly measure: Measure;
  readonly spans: readonly Span[];
  readonly answer: Answer;
}

const isAdditive = ({ aggregate }: Measure): boolean => aggregate === 'count' || aggregate === 'sum';

/** Throws if the groups of a count or sum are not its total; an order with two discount codes is in the groups of both. */
export function proveGroups(all: readonly Answered[], { groups }: Read, { by }: ReportSettings): void {
  if (groups.length === 0 || by.some(listsValues)) return;
  for (const { measure, spans, answer } of all) {
    if (!isAdditive(measure)) continue;
    for (const [at, span] of spans.entries()) {
      let sum = 0n;
      for (let group = 1; group <= groups.length; group += 1) {
        const value = answer.value(at, group);
        // Most groups have nothing in most spans.
        if (value !== null && value !== 0n) sum += value;
      }
      const total = answer.value(at, 0) ?? 0n;
      if (sum !== total) throw notTheSum(measure, span, `its ${groups.length} groups by ${by.join(', ')}`);
    }
  }
}

/** Throws if a group that is not shown has something of a count or sum in a span that is. */
export function proveHidden(
  { measure, answer, spans }: Answered,
  at: number,
  hidden: readonly number[],
  { by }: ReportSettings,
): void {
  if (!isAdditive(measure)) return;
  for (const group of hidden) {
    const value = answer.value(at, group) ?? 0n;
    if (value !== 0n) throw notTheSum(measure, spans[at]!, `the groups by ${by.join(', ')} that are shown`);
  }
}

/** Throws if a count or sum of a span is not that of the periods that it is made of, without gaps and in order. */
export function provePeriods({ measure, spans, answer }: Answered, periods: readonly number[], whole: number): void {
  if (!isAdditive(measure) || dependsOnSpan(measure.where)) return;
  let next = spans[whole]!.from;
  let sum = 0n;
  for (const at of periods) {
    if (spans[at]!.from !== next) return;
    next = spans[at]!.to;
    sum += answer.value(at, 0) ?? 0n;
  }
  if (next !== spans[whole]!.to) return;
  const total = answer.value(whole, 0) ?? 0n;
  if (sum !== total) throw notTheSum(measure, spans[whole]!, `its ${periods.length} periods`);
}

function notTheSum({ id }: Measure, span: Span, parts: string): BrokenInvariant {
  const dayAt = (hour: number): string => (Number.isFinite(hour) ? dayText(dayOfHour(hour)) : '…');
  return new BrokenInvariant(`${id} of ${dayAt(span.from)} to ${dayAt(span.to - 1)} is not the sum of ${parts}`);
}
