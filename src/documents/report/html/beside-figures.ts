import type { Fraction } from '../../../core/fraction.ts';
import type { Figure, ReportKpi } from '../../../figures/figure-model.ts';
import { html } from '../../../page/escape.ts';
import { machine } from '../../../page/html-table.ts';
import type { BesideNote } from '../../../page/page-words.ts';
import { benchmarkText, citation } from '../benchmarks-and-events.ts';
import type { ReportRow } from '../report-model.ts';
import type { View } from './report-view.ts';

/** What is shown beside the figures of a page: season and 28-day mean, if asked for. */
export interface Beside {
  readonly name: BesideNote;
  readonly of: (row: ReportRow, k: number) => Figure | undefined;
  readonly shown: (value: Fraction, kpi: ReportKpi) => string;
}

export function besides({ report: { rows }, figures }: Pick<View, 'report' | 'figures'>): readonly Beside[] {
  return [
    ...(rows.some(({ season }) => season)
      ? ([
          { name: 'index', of: (row, k) => row.season?.[k]?.index, shown: (value) => figures.times(value) },
          {
            name: 'adjusted',
            of: (row, k) => row.season?.[k]?.adjusted,
            shown: (value, { unit }) => figures.value(unit, value),
          },
        ] satisfies Beside[])
      : []),
    ...(rows.some(({ mean28d }) => mean28d)
      ? ([
          { name: 'mean', of: (row, k) => row.mean28d?.[k], shown: (value, kpi) => figures.dayMean(kpi, value) },
        ] satisfies Beside[])
      : []),
  ];
}

/** A cell of a table; the reason of a null is below it. */
export function besideCell({ of, shown }: Beside, row: ReportRow, kpi: ReportKpi, k: number, view: View): string {
  const figure = of(row, k);
  if (figure === undefined || typeof figure.value === 'string') return '<td>';
  const text =
    figure.value === null
      ? `–${view.notes.reason(figure.reason ?? 'no_observations')}`
      : html(shown(figure.value, kpi));
  return `<td${machine(figure)}>${text}`;
}

/** Lines of a card, of what is known. */
export function besideLines(row: ReportRow, kpi: ReportKpi, k: number, view: View): string[] {
  const { text, report } = view;
  const lines = besides(view).flatMap(({ name, of, shown }) => {
    const figure = of(row, k);
    if (figure == null || figure.value === null || typeof figure.value === 'string') return [];
    return [
      `<p class=w><span${machine(figure)}>${html(shown(figure.value, kpi))}</span> ${html(text.beside[name])}</p>`,
    ];
  });
  const benchmark = report.benchmarks?.[kpi.id];
  if (benchmark === undefined) return lines;
  const source = `${benchmark.publisher}, ${benchmark.year}`;
  const value = `${html(text.beside.benchmark)} ${html(benchmarkText(benchmark, kpi.unit, view.figures))}`;
  return [...lines, `<p class=w>${value} <small>${html(source)}</small></p>`];
}

/** An entry of a KPI's definition: published figures with their source; empty if not asked for. */
export function benchmarkEntry(id: string, view: View): string {
  const benchmark = view.report.benchmarks?.[id];
  const kpi = view.report.kpis.find((one) => one.id === id);
  if (benchmark === undefined || kpi === undefined) return '';
  const { address } = benchmark;
  const cited = citation(benchmark, view.tongue).slice(0, -address.length);
  const link = `<a href="${html(address)}" rel=noreferrer>${html(address)}</a>`;
  const value = html(benchmarkText(benchmark, kpi.unit, view.figures));
  return `<dt>${html(view.text.beside.benchmark)}<dd>${value} (${html(cited)}${link})`;
}
