import { nice, ticks } from 'd3-array';
import { area as areaOf, line as lineOf } from 'd3-shape';
import { type Fraction, ofMicro } from '../core/fraction.ts';
import type { Unit } from '../core/kinds.ts';
import type { Pen } from './html-pen.ts';

/*
 * `nice` and `ticks` are all that d3-scale's linear scale needs: the scale itself would add times and formats to the
 * bundle.
 */

/** The vertical axis of a chart: its ends, and the round values that are named beside it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const MOST = 1e300;

/** A figure as a number to draw, which is never printed. */
export function drawn({ n, d }: Fraction): number {
  const number = Number(n) / Number(d);
  if (Number.isFinite(number)) return number;
  // Operands beyond the largest number: their integer quotient is close enough.
  return Math.max(-MOST, Math.min(MOST, Number(n / d)));
}

/** Seconds are written in whole minutes, hours or days if they are that many. */
const stepOf = (unit: Unit, most: number): number =>
  unit !== 'duration' ? 1 : most >= 172_800 ? 86_400 : most >= 7200 ? 3600 : most >= 120 ? 60 : 1;

/** For amounts, counts and times half the value must be half the height: their axes include 0. */
const fromZero: ReadonlySet<Unit> = new Set(['money', 'count', 'duration', 'months']);

/**
 * Includes 0, so that heights can be compared, unless rates or scores lie close together far from it: the line would be
 * flat, and the axis shows its span.
 */
export function axisOf(values: readonly number[], unit: Unit, count = 3): Axis {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (values.length === 0) return { from: 0, to: 1, ticks: [] };
  const apart = !fromZero.has(unit) && (least > 0 ? least > most * 0.7 : most < 0 && most < least * 0.7);
  const low = apart ? least : Math.min(0, least);
  const high = apart ? most : Math.max(0, most);
  const step = stepOf(unit, Math.max(Math.abs(low), Math.abs(high)));
  // A flat line is in the middle, or on the ground if it is 0.
  const room = low === high ? (low === 0 ? step : Math.abs(low) / 10) : 0;
  const [from = 0, to = 1] = nice((low - (low === 0 ? 0 : room)) / step, (high + room) / step, count);
  return { from: from * step, to: to * step, ticks: ticks(from, to, count).map((tick) => tick * step) };
}

/** Writes the values beside an axis: round ones, so in few digits. */
export function tickWriter(currency: string | null, { tongue: { locale }, text, figures }: Pen) {
  const short = { notation: 'compact', maximumSignificantDigits: 4 } as const;
  const isCode = currency !== null && /^[A-Z]{3}$/.test(currency);
  const number = new Intl.NumberFormat(locale, short);
  const money = isCode
    ? new Intl.NumberFormat(locale, { ...short, style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    : number;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 4 });
  return (unit: Unit, value: number): string => {
    switch (unit) {
      case 'money':
        return money.format(value);
      case 'ratio':
        return percent.format(value);
      case 'multiple':
        return `${number.format(value)}×`;
      case 'months':
        return `${number.format(value)} ${text.short.month}`;
      case 'duration':
        return Math.abs(value) < Number.MAX_SAFE_INTEGER
          ? figures.value('duration', ofMicro(BigInt(Math.round(value)) * 1_000_000n))
          : number.format(value);
      default:
        return number.format(value);
    }
  };
}

/** A place in a chart, in whole units, downwards; null if the figure is not known. */
export type Point = readonly [x: number, y: number] | null;

const x = (point: Point): number => point?.[0] ?? 0;
const y = (point: Point): number => point?.[1] ?? 0;
const isKnown = (point: Point): boolean => point !== null;

/** Lines from point to point, broken at what is not known. */
export const line = (points: readonly Point[]): string =>
  lineOf<Point>(x, y).defined(isKnown).digits(0)([...points]) ?? '';

/** The surface between a line and the ground. */
export const area = (points: readonly Point[], ground: number): string =>
  areaOf<Point>(x, ground, y).defined(isKnown).digits(0)([...points]) ?? '';

/** Lines without a length, of which round ends are all that is drawn: dots that stay round however a chart is stretched. */
export const dots = (points: readonly Point[]): string =>
  points.map((point) => (point === null ? '' : `M${point[0]} ${point[1]}h0`)).join('');
