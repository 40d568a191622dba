import { compare, divide, type Fraction, magnitude, toDecimal } from '../../core/fraction.ts';
import type { NullReason } from '../../core/kinds.ts';
import { changeOf } from '../../figures/operands.ts';
import { type Cell, evaluate, type Operand } from '../../kpis/evaluate.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { distanceOf, holds, isFloor } from './bound.ts';
import type { Because, Bound, Check, CheckResult, Interval, Verdict } from './checks-model.ts';
import { rateOf } from './denominator.ts';

/** The inputs of a verdict. */
export interface Evidence {
  readonly current: Operand;
  /** The value of the baseline; null if the check compares the value itself. */
  readonly base: Operand | null;
  /** The first value of `min_base` that is not reached: `new_customers 12 < 30`; null if all are. */
  readonly belowBase: string | null;
  /** The cell of the value, whose counts give the interval of a rate. */
  readonly cell: Cell;
}

export interface Judgement
  extends Pick<CheckResult, 'verdict' | 'because' | 'detail' | 'compared' | 'distance' | 'interval'> {
  /** Why the change or attainment is not known although the value is. */
  readonly reason: NullReason | null;
}

/** Compares the value of a check with its bounds. */
export function judge(check: Check, { current, base, belowBase, cell }: Evidence): Judgement {
  if (belowBase !== null) return judged('skip', 'below_min_base', belowBase);
  const { compared, change, reason } = comparisonOf(check, current, base);
  if (check.minAbsChange !== null && change !== null) {
    const size = magnitude(change);
    const { value: least, text } = check.minAbsChange;
    if (compare(size, least) < 0)
      return { ...judged('skip', 'below_min_abs_change', `${toDecimal(size)} < ${text}`), compared };
  }
  if (compared !== null) return decide(check, compared, check.significant ? intervalOf(check.kpi, cell) : null);
  const isRise = change !== null && base?.value != null && isNoFall(check, change, base.value);
  return isRise ? judged('pass', 'no_fall') : notKnown(check, reason);
}

/** The judgement of a check whose value, or what it is compared with, is not known. */
export const notKnown = ({ onNull }: Check, reason: NullReason | null): Judgement => ({
  ...judged(onNull, 'no_value'),
  reason,
});

const judged = (verdict: Verdict, because: Because | null = null, detail: string | null = null): Judgement => ({
  verdict,
  because,
  detail,
  compared: null,
  distance: null,
  interval: null,
  reason: null,
});

interface Comparison {
  /** What the bounds apply to. */
  readonly compared: Fraction | null;
  /** In the KPI's own unit. */
  readonly change: Fraction | null;
  readonly reason: NullReason | null;
}

function comparisonOf({ compares }: Check, current: Operand, base: Operand | null): Comparison {
  if (base === null) return { compared: current.value, change: null, reason: null };
  if (compares === 'attainment') {
    const isKnown = current.value !== null && base.value !== null && base.value.n !== 0n;
    const reason = base.value === null ? (base.reason ?? null) : null;
    return { compared: isKnown ? divide(current.value, base.value) : null, change: null, reason };
  }
  const { absolute, relative } = changeOf(current, base);
  // From 0 to 0 nothing has changed.
  const { value, reason = null } = compares === 'relative' && absolute.value?.n !== 0n ? relative : absolute;
  return { compared: value, change: absolute.value, reason };
}

/**
 * Whether a change without a percentage still meets all bounds: a rise from 0 is above any minimum, one from below 0
 * above those minimums that ask for no rise.
 */
function isNoFall({ must, should }: Check, change: Fraction, base: Fraction): boolean {
  if (change.n <= 0n) return false;
  return [must, should].every((bound) => bound === null || (isFloor(bound) && (base.n === 0n || bound.value.n <= 0n)));
}

function decide({ must, should }: Check, compared: Fraction, interval: Interval | null): Judgement {
  const broken = [must, should].filter((bound) => bound !== null).filter((bound) => !holds(bound, compared));
  const certain = broken.filter((bound) => interval === null || isBeyond(interval, bound));
  const decisive = certain[0] ?? broken[0] ?? must ?? should!;
  const verdict = certain.length === 0 ? 'pass' : decisive === must ? 'fail' : 'warn';
  const because = broken.length > 0 && certain.length === 0 ? 'not_significant' : null;
  return { ...judged(verdict, because), compared, distance: distanceOf(decisive, compared), interval };
}

/** Whether no value of an interval meets a bound. */
function isBeyond({ low, high }: Interval, bound: Bound): boolean {
  const at = Number(toDecimal(bound.value, 17));
  return isFloor(bound) ? high < at : low > at;
}

/** The interval of a rate of counts; null if one count is not a part of the other. */
function intervalOf(kpi: Kpi, cell: Cell): Interval | null {
  const rate = rateOf(kpi, cell.options);
  if (rate === null) return null;
  const [part, whole] = [evaluate(rate.part, cell).value, evaluate(rate.whole, cell).value];
  if (part === null || whole === null || whole.n <= 0n || compare(part, whole) > 0) return null;
  return wilson(Number(toDecimal(part, 17)), Number(toDecimal(whole, 17)));
}

/** The two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % Wilson score interval of a share: what the true share may be when `part` of `whole` observations have what is counted.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212; method 3 of
 * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), 857–872.
 * Exact at its ends: 0 for no part, 1 for the whole. RangeError unless `whole` is above 0 and `part` is from 0 to `whole`.
 */
export function wilson(part: number, whole: number): Interval {
  if (!(whole > 0 && part >= 0 && part <= whole)) throw new RangeError(`not a share: ${part} of ${whole}`);
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return { low: part === 0 ? 0 : (middle - reach) / scale, high: part === whole ? 1 : (middle + reach) / scale };
}
