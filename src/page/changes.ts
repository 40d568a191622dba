import { changeSince } from '../core/change.ts';
import { compare, type Fraction, multiply, ofText } from '../core/fraction.ts';
import type { NullReason } from '../core/kinds.ts';
import type { Change, Comparison, Figure, ReportKpi } from '../figures/figure-model.ts';
import type { Figures } from './figure-text.ts';
import type { Notes } from './footnotes.ts';
import type { Words } from './page-words.ts';

/** A change as it is shown: always with a sign, and whether it is welcome. */
export interface ShownChange {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly points: boolean;
  /** Whether it is a dash because the two figures cannot be compared. */
  readonly isNull?: boolean;
}

/** The properties of a KPI that decide how its changes are shown. */
export type Measured = Pick<ReportKpi, 'unit' | 'direction'>;

/** What is needed to write changes. */
export interface ChangePen {
  readonly figures: Figures;
  readonly notes: Notes;
  readonly text: Words;
}

const HUNDRED = ofText('100');
const size = (value: Fraction): Fraction => (value.n < 0n ? { ...value, n: -value.n } : value);
const isBelow = (value: Fraction, bound: string): boolean => compare(size(value), ofText(bound)) < 0;

function toneOf({ direction }: Measured, change: Fraction): ShownChange['tone'] {
  if (direction === 'flat' || change.n === 0n) return 'neutral';
  return (direction === 'up') === change.n > 0n ? 'good' : 'bad';
}

/**
 * The change beside a figure, with those marks of its base that the figure does not have itself. Undefined if there is
 * no number to show: the missing or empty period before shows that the files begin with a period; for a year before, a
 * dash does.
 */
export function shownChange(
  kpi: Measured,
  { value, marks }: Figure,
  { base, absolute, relative }: Change,
  since: Comparison,
  { figures, notes, text }: ChangePen,
): ShownChange | undefined {
  if (typeof value === 'string') return undefined;
  const isTold = since === 'year' || base.value !== null;
  if (value !== null && absolute.reason === 'incomplete_base' && isTold)
    return { text: `–${notes.reason('incomplete_base')}`, tone: 'neutral', points: false, isNull: true };
  const [from, by, rate] = [base.value, absolute.value, relative.value];
  if (from === null || by === null || typeof from === 'string' || typeof by === 'string') return undefined;
  const own = notes.mark(absolute.marks.filter((mark) => !marks.includes(mark)));
  const shown = (number: string, points = false): ShownChange => ({
    text: number + own,
    tone: toneOf(kpi, by),
    points,
  });
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
      // A rate over 0, or over a loss, says nothing: the difference does.
      return shown(from.n === 0n && by.n > 0n ? text.short.new : figures.value(kpi.unit, by, 'always'));
  }
}

/** The change between two figures of a report that was made without comparisons. */
export function changeBetween(current: Figure, base: Figure): Change {
  const comparable = ({ value, reason, marks }: Figure) => ({
    value: typeof value === 'string' ? null : value,
    reason,
    isIncomplete: marks.includes('incomplete'),
  });
  const { absolute, relative } = changeSince(comparable(base), comparable(current));
  const figure = (changed: Fraction | NullReason): Figure =>
    typeof changed === 'string' ? { value: null, reason: changed, marks: [] } : { value: changed, marks: base.marks };
  return { base, absolute: figure(absolute), relative: figure(relative) };
}
