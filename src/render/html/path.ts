/** A place in a chart, in whole units, downwards; null where the figure is not known. */
export type Point = readonly [x: number, y: number] | null;

/** Lines from point to point, broken at what is not known: relative steps, which are short. */
export function line(points: readonly Point[]): string {
  let path = '';
  let before: Point = null;
  for (const point of points) {
    if (point !== null) {
      const [x, y] = point;
      if (before === null) path += `M${x} ${y}`;
      else {
        const dy = y - before[1];
        path += `l${x - before[0]}${dy < 0 ? '' : ' '}${dy}`;
      }
    }
    before = point;
  }
  return path;
}

/** The surface between a line and the ground. */
export function area(points: readonly Point[], ground: number): string {
  let path = '';
  let run: Exclude<Point, null>[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length > 1) path += `${line(run)}V${ground}H${first[0]}z`;
    run = [];
  };
  for (const point of points) {
    if (point === null) close();
    else run.push(point);
  }
  close();
  return path;
}

/** Lines without a length, of which round ends are all that is drawn: dots that stay round however a chart is stretched. */
export const dots = (points: readonly Point[]): string =>
  points.map((point) => (point === null ? '' : `M${point[0]} ${point[1]}h0`)).join('');
