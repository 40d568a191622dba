import type { Figure, ReportKpi } from '../../../figures/figure-model.ts';
import { area, axisOf, dots, drawn, line, type Point, tickWriter } from '../../../page/drawing.ts';
import { html } from '../../../page/escape.ts';
import { periodNames, shownValue } from '../../../page/html-pen.ts';
import type { View } from './report-view.ts';

const WIDTH = 1200;
const HEIGHT = 200;
/** Above and below the lines, for their own width and the dots. */
const EDGE = 10;
/** Up to this many periods, each is marked by a dot and shows its value under the pointer. */
const FEW = 40;

const numberOf = (figure: Figure | undefined): number | null =>
  !figure || figure.value === null || typeof figure.value === 'string' ? null : drawn(figure.value);

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** The positions of values, `from` at the bottom. */
function placing(count: number, from: number, to: number) {
  const step = count > 1 ? WIDTH / (count - 1) : 0;
  // Divided first: a span of huge numbers must not become infinite.
  const y = (value: number): number =>
    Math.round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value / (to - from) - from / (to - from)));
  const x = (i: number): number => Math.round(count > 1 ? i * step : WIDTH / 2);
  const points = (values: readonly (number | null)[]): Point[] =>
    values.map((value, i) => (value === null ? null : [x(i), y(value)]));
  return { x, y, points };
}

/** Draws the trend of a KPI over the periods: an image with a name and a description, its numbers are in a table beside it. */
export function charts(view: View) {
  const { page, figures, limits } = view;
  const periods = view.periods.slice(-limits.inCharts);
  const names = periodNames(view);
  const tick = tickWriter(view.report.currency, view);
  const partial = periods.map((row) => row.partial);
  // What touches a partial period is dashed: its end will move.
  const isDashed = partial.map((_, i) => partial[i - 1] || partial[i] || partial[i + 1] || false);
  const ends = [periods[0], periods.at(-1)].filter((row) => row !== undefined);
  const under =
    periods.length < 2
      ? ''
      : `<div class=x aria-hidden=true>${ends.map((row) => `<span>${names.short(row)}</span>`).join('')}</div>`;

  return (kpi: ReportKpi, k: number): string => {
    if (periods.length < 2 || kpi.unit === 'text') return '';
    const values = periods.map((row) => numberOf(row.figures[k]));
    if (known(values).length === 0) return `<p class=none>${html(page.chart.none)}</p>`;
    // Half a month is not comparable with a month of the year before.
    const year = periods.map((row) => {
      const { base, absolute } = row.compare.year?.changes[k] ?? {};
      return absolute?.reason === 'incomplete_base' ? null : numberOf(base);
    });
    const axis = axisOf([...known(values), ...known(year)], kpi.unit);
    const { x, y, points } = placing(periods.length, axis.from, axis.to);
    const all = points(values);
    const only = (keep: (i: number) => boolean): Point[] => all.map((point, i) => (keep(i) ? point : null));
    // A dashed stretch includes the points at both its ends, the line beside it its own.
    const solid = only((i) => !partial[i]);
    const dashed = line(only((i) => isDashed[i] === true));
    const alone = (i: number): boolean => all[i - 1] == null && all[i + 1] == null;
    const marked = (i: number): boolean => periods.length <= FEW || alone(i) || i === all.length - 1;
    const shape = (name: string, d: string): string => (d === '' ? '' : `<path class=${name} d="${d}"/>`);
    const hover =
      periods.length > FEW
        ? ''
        : periods
            .map(
              (row, i) =>
                `<path class=h d="M${x(i)} 0v${HEIGHT}"><title>${names.short(row)}: ${shownValue(row.figures[k]!, kpi, view)}</title></path>`,
            )
            .join('');
    const zero = axis.from <= 0 && axis.to >= 0 ? y(0) : null;
    const id = html(kpi.id);
    const label = view.labels[k]!;
    return `<div class=c><div class=y aria-hidden=true>${axis.ticks
      .map(
        (value) => `<span style=top:${((y(value) / HEIGHT) * 100).toFixed(1)}%>${html(tick(kpi.unit, value))}</span>`,
      )
      .join(
        '',
      )}</div><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio=none role=img aria-labelledby="t-${id} d-${id}"><title id=t-${id}>${page.chart.title(label)}</title><desc id=d-${id}>${described(values)}</desc>${[
      shape('r', axis.ticks.map((value) => `M0 ${y(value)}h${WIDTH}`).join('')),
      zero === null ? '' : shape('a', area(all, zero)),
      shape('e', line(points(year))),
      shape('l', line(solid)),
      shape('p', dashed),
      shape('o', dots(only((i) => marked(i)))),
      shape('i', dots(only((i) => partial[i] === true))),
      hover,
    ].join('')}</svg>${under}</div>`;

    function described(series: readonly (number | null)[]): string {
      const at = (i: number): [string, string] => [
        shownValue(periods[i]!.figures[k]!, kpi, view),
        names.short(periods[i]!),
      ];
      const low = series.indexOf(Math.min(...known(series)));
      const high = series.indexOf(Math.max(...known(series)));
      const last = series.findLastIndex((value) => value !== null);
      const [unknown, parts] = [series.filter((value) => value === null).length, partial.filter(Boolean).length];
      const { chart } = page;
      const facts = [
        chart.periods(series.length, figures.count(series.length)),
        chart.lowest(...at(low)),
        chart.highest(...at(high)),
        chart.last(...at(last)),
        ...(unknown > 0 ? [chart.unknown(unknown, figures.count(unknown))] : []),
        ...(parts > 0 ? [chart.partial(parts, figures.count(parts))] : []),
        ...(known(year).length > 0 ? [chart.year] : []),
      ];
      return `${facts.join('; ')}.`;
    }
  };
}

const [SMALL_HEIGHT, SMALL_EDGE] = [40, 3];

/** The trends of the groups of a KPI, all on one scale, so that their heights can be compared. */
export function smallCharts(view: View) {
  const { limits, groups } = view;
  const periods = view.periods.slice(-limits.inSmallCharts);
  const shown = groups.slice(0, limits.smallCharts);
  const rows = shown.map((group) => periods.map(({ period }) => group.rows.get(period)));
  // Two units per period, so that no two periods share one.
  const width = Math.max(100, (periods.length - 1) * 2);
  const step = width / Math.max(1, periods.length - 1);

  return (kpi: ReportKpi, k: number): string => {
    if (periods.length < 2 || kpi.unit === 'text') return '';
    const series = rows.map((own) => own.map((row) => numberOf(row?.figures[k])));
    const all = series.flatMap(known);
    // What only the rest has is the chart above.
    if (series.every((values, g) => shown[g]!.isRest || known(values).length === 0)) return '';
    const { from, to } = axisOf(all, kpi.unit);
    const y = (value: number): number =>
      Math.round(
        SMALL_HEIGHT - SMALL_EDGE - (SMALL_HEIGHT - 2 * SMALL_EDGE) * (value / (to - from) - from / (to - from)),
      );
    const items = series.flatMap((values, g) => {
      if (known(values).length === 0) return [];
      const points = values.map((value, i): Point => (value === null ? null : [Math.round(i * step), y(value)]));
      const alone = points.map((point, i) => (points[i - 1] == null && points[i + 1] == null ? point : null));
      const last = rows[g]!.at(-1)?.figures[k];
      const value = last === undefined ? '–' : shownValue(last, kpi, view);
      return [
        `<li><span>${shown[g]!.brief}</span><b>${value}</b><svg viewBox="0 0 ${width} ${SMALL_HEIGHT}" preserveAspectRatio=none aria-hidden=true><path class=l d="${line(points)}${dots(alone)}"/></svg>`,
      ];
    });
    return `<ul class=m>${items.join('')}</ul>`;
  };
}

/** A quarter of weeks, a year of months. */
const SPARKS = 13;
const [SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE] = [96, 28, 3];

/** The course of a KPI in the last periods, without axes: the picture beside a figure. */
export function sparkLines(view: View) {
  const periods = view.periods.filter(({ partial }) => !partial).slice(-SPARKS);
  return (kpi: ReportKpi, k: number): string => {
    if (kpi.unit === 'text') return '';
    const values = periods.map((row) => numberOf(row.figures[k]));
    const all = known(values);
    if (all.length < 3) return '';
    const [least, most] = [Math.min(...all), Math.max(...all)];
    const step = SPARK_WIDTH / (values.length - 1);
    const y = (value: number): number =>
      most === least
        ? SPARK_HEIGHT / 2
        : Math.round(SPARK_HEIGHT - SPARK_EDGE - (SPARK_HEIGHT - 2 * SPARK_EDGE) * ((value - least) / (most - least)));
    const points = values.map((value, i): Point => (value === null ? null : [Math.round(i * step), y(value)]));
    const alone = points.map((point, i) => (points[i - 1] == null && points[i + 1] == null ? point : null));
    const last = points.map((point, i) => (i === points.length - 1 ? point : null));
    return `<svg class=sp viewBox="0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}" preserveAspectRatio=none aria-hidden=true><path class=l d="${line(points)}${dots(alone)}"/><path class=o d="${dots(last)}"/></svg>`;
  };
}
