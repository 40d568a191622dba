import { area as areaOf, line as lineOf } from 'd3-shape';

/** A place in a chart, in whole units, downwards; null where the figure is not known. */
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
