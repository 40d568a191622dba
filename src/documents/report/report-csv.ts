import type { Comparison } from '../../figures/figure-model.ts';
import {
  changeCells,
  changeHeads,
  comparisonsIn,
  flagsCell,
  reasonCell,
  textCell,
  valueCell,
} from '../../page/csv-text.ts';
import { excelCsv } from '../../page/excel-csv.ts';
import { asAsked, type Report, type ReportRow } from './report-model.ts';

/** The report in long form, one figure per line, with the exact decimals of the JSON report; an empty value is null. */
export function renderCsv(given: Report): string {
  const report = asAsked(given);
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

/** The same for spreadsheets with a decimal comma. */
export const renderExcelCsv = (report: Report): string => excelCsv(renderCsv(report));

/** Columns after the others: what was asked for besides the figures, their marks, and what they are compared with. */
interface Columns {
  readonly heads: readonly string[];
  readonly of: (row: ReportRow, kpi: number) => readonly string[];
}

/** Where only a part of a period is compared: its days and its figure, of which the changes are. */
const comparedPart = (name: Comparison): Columns => ({
  heads: ['compared_from', 'compared_to', 'compared_value'].map((head) => `${name}_${head}`),
  of: ({ compare }, i) => {
    const part = compare[name]?.changes[i]?.part;
    return part === undefined ? ['', '', ''] : [part.from, part.to, valueCell(part.figure)];
  },
});

function columnsBeside({ rows, kpis, benchmarks }: Report): Columns[] {
  const season: Columns = {
    heads: ['seasonal_index', 'seasonally_adjusted', 'season_null_reason'],
    of: (row, i) => {
      const { index, adjusted } = row.season?.[i] ?? {};
      return [valueCell(index), valueCell(adjusted), reasonCell([index, adjusted])];
    },
  };
  const mean: Columns = {
    heads: ['mean_28d', 'mean_28d_null_reason'],
    of: (row, i) => [valueCell(row.mean28d?.[i]), reasonCell([row.mean28d?.[i]])],
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
    { heads: ['flags'], of: (row, i) => [flagsCell(row.figures[i])] },
    ...comparisonsIn(rows).flatMap((name): Columns[] => [
      {
        heads: changeHeads([name]),
        of: ({ compare }, i) => changeCells(compare[name]?.period, compare[name]?.changes[i]),
      },
      ...(rows.some(({ compare }) => compare[name]?.changes.some(({ part }) => part)) ? [comparedPart(name)] : []),
    ]),
  ];
}
