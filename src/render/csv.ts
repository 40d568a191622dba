import { toDecimal } from '../core/fraction.ts';
import type { Figure, Report } from '../report/model.ts';
import { textCell } from './csv-text.ts';

const valueCell = ({ value }: Figure): string =>
  value === null ? '' : typeof value === 'string' ? textCell(value) : toDecimal(value);

/** The report in long form, one figure a line, with the exact decimals of the JSON report; an empty value is null. */
export function renderCsv(report: Report): string {
  const { dimensions, kpis } = report;
  const head = ['period', 'from', 'to', 'partial', ...dimensions, 'kpi', 'unit', 'value', 'null_reason'];
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
    for (const [i, figure] of row.figures.entries())
      parts.push(start, names[i] ?? '', valueCell(figure), figure.value === null ? `,${figure.reason ?? ''}\n` : ',\n');
  }
  return parts.join('');
}
