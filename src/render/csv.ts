import { toDecimal } from '../core/fraction.ts';
import type { Figure, Report, ReportRow } from '../report/model.ts';
import { textCell } from './csv-text.ts';

const valueCell = ({ value }: Figure): string =>
  value === null ? '' : typeof value === 'string' ? textCell(value) : toDecimal(value);

/** The report in long form, one figure a line, with the exact decimals of the JSON report; an empty value is null. */
export function renderCsv(report: Report): string {
  const { dimensions, kpis } = report;
  const beside = columnsBeside(report);
  const head = [
    ...['period', 'from', 'to', 'partial', ...dimensions, 'kpi', 'unit', 'value', 'null_reason'],
    ...beside.flatMap(({ heads }) => heads),
  ];
  const parts = [`${head.join(',')}\n`];
  const names = kpis.map(({ id, unit }) => `,${id},${unit},`);
  for (const row of report.rows) {
    const place = [
      row.period,
      row.from,
      row.to,
      String(row.partial),
      ...dimensions.map((d) => row.dimensions[d] ?? ''),
    ];
    const start = place.map(textCell).join(',');
    for (const [i, figure] of row.figures.entries()) {
      parts.push(start, names[i] ?? '', valueCell(figure), figure.value === null ? `,${figure.reason ?? ''}` : ',');
      for (const { of } of beside) for (const cell of of(row, i)) parts.push(',', cell);
      parts.push('\n');
    }
  }
  return parts.join('');
}

/** Columns behind the others, where they were asked for. */
interface Columns {
  readonly heads: readonly string[];
  readonly of: (row: ReportRow, kpi: number) => readonly string[];
}

const reasonOf = (figures: readonly (Figure | undefined)[]): string =>
  figures.find((figure) => figure?.value === null)?.reason ?? '';

function columnsBeside({ rows, kpis, benchmarks }: Report): Columns[] {
  const cell = (figure: Figure | undefined): string => (figure === undefined ? '' : valueCell(figure));
  const season: Columns = {
    heads: ['seasonal_index', 'seasonally_adjusted', 'season_null_reason'],
    of: (row, i) => {
      const { index, adjusted } = row.season?.[i] ?? {};
      return [cell(index), cell(adjusted), reasonOf([index, adjusted])];
    },
  };
  const mean: Columns = {
    heads: ['mean_28d', 'mean_28d_null_reason'],
    of: (row, i) => [cell(row.mean28d?.[i]), reasonOf([row.mean28d?.[i]])],
  };
  const published: Columns = {
    heads: ['benchmark_low', 'benchmark_high', 'benchmark_publisher', 'benchmark_year', 'benchmark_address'],
    of: (_, i) => {
      const benchmark = benchmarks?.[kpis[i]?.id ?? ''];
      if (benchmark === undefined) return ['', '', '', '', ''];
      const { value, publisher, year, address } = benchmark;
      const [low, high] = typeof value === 'string' ? [value, value] : value;
      return [low, high, textCell(publisher), String(year), textCell(address)];
    },
  };
  return [
    ...(rows.some((row) => row.season) ? [season] : []),
    ...(rows.some((row) => row.mean28d) ? [mean] : []),
    ...(benchmarks === undefined ? [] : [published]),
  ];
}
