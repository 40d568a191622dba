import { compare, divide, type Fraction, multiply, ofText, subtract } from '../core/fraction.ts';
import type { NullReason } from '../core/kinds.ts';
import type { Change, Figure, ReportKpi } from '../report/model.ts';
import type { Figures } from './figures.ts';

/** A change as it is shown: always with a sign, and whether it is welcome. */
export interface ShownChange {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly points: boolean;
}

/** What of a KPI tells how its changes are shown. */
export type Measured = Pick<ReportKpi, 'unit' | 'direction'>;

const HUNDRED = ofText('100');
const size = (value: Fraction): Fraction => (value.n < 0n ? { ...value, n: -value.n } : value);
const isBelow = (value: Fraction, bound: string): boolean => compare(size(value), ofText(bound)) < 0;

function toneOf({ direction }: Measured, change: Fraction): ShownChange['tone'] {
  if (direction === 'flat' || change.n === 0n) return 'neutral';
  return (direction === 'up') === change.n > 0n ? 'good' : 'bad';
}

/** Undefined where either figure is missing or is no number. */
export function shownChange(
  kpi: Measured,
  { base, absolute, relative }: Change,
  figures: Figures,
  newWord: string,
): ShownChange | undefined {
  const [from, by, rate] = [base.value, absolute.value, relative.value];
  if (from === null || by === null || typeof from === 'string' || typeof by === 'string') return undefined;
  const shown = (text: string, points = false): ShownChange => ({ text, tone: toneOf(kpi, by), points });
  switch (kpi.unit) {
    case 'ratio': {
      const points = multiply(by, HUNDRED);
      return shown(figures.points(points, isBelow(points, '1') ? 2 : 1), true);
    }
    case 'score':
      return shown(figures.points(by, 1), true);
    case 'months':
      return shown(figures.value('months', by, 'always'));
    default:
      if (rate !== null && typeof rate !== 'string')
        return shown(figures.percent(rate, isBelow(rate, '10') ? 1 : 0, 'always'));
      // A rate over nothing, or over a loss, says nothing: the difference does.
      return shown(from.n === 0n && by.n > 0n ? newWord : figures.value(kpi.unit, by, 'always'));
  }
}

const none = (reason: NullReason): Figure => ({ value: null, reason, marks: [] });

/** The change between two figures of a report that was made without comparisons. */
export function changeBetween(current: Figure, base: Figure): Change {
  const [to, from] = [current.value, base.value];
  if (to === null || from === null || typeof to === 'string' || typeof from === 'string') {
    const reason = none(current.reason ?? base.reason ?? 'no_observations');
    return { base, absolute: reason, relative: reason };
  }
  const difference = subtract(to, from);
  const relative: Figure =
    from.n > 0n
      ? { value: divide(difference, from), marks: [] }
      : none(from.n === 0n ? 'zero_denominator' : 'negative_base');
  return { base, absolute: { value: difference, marks: [] }, relative };
}
