import type { ReportKpi } from '../../../figures/figure-model.ts';
import { html } from '../../../page/escape.ts';
import { periodNames, shownValue, symbolsOf } from '../../../page/html-pen.ts';
import { cell, changeOf, head, inLegend, legend, machine, scroll } from '../../../page/html-table.ts';
import type { ReportRow } from '../report-model.ts';
import { besideCell, besides } from './beside-figures.ts';
import { definitions } from './definitions.ts';
import { charts, smallCharts } from './period-charts.ts';
import type { View } from './report-view.ts';

/** Writes a KPI with its chart; its numbers, its groups and its definition are one click away. */
export function articles(view: View): (k: number, kind?: string) => string {
  const { report, page, labels, headline, periods, limits, figures } = view;
  const chart = charts(view);
  const numbers = numbersOf(view);
  const small = smallCharts(view);
  const definition = definitions(view);
  const by = page.by(view.by);

  const said = [
    page.someScale,
    ...(limits.smallCharts < view.groups.length
      ? [page.fewerGroups(figures.count(limits.smallCharts), figures.count(view.groups.length))]
      : []),
    ...(limits.inSmallCharts < periods.length ? [page.fewerInCharts(figures.count(limits.inSmallCharts))] : []),
  ]
    .map(html)
    .join(' ');

  return (k, kind = '') => {
    const kpi = report.kpis[k]!;
    const groups = small(kpi, k);
    const last = headline?.figures[k];
    const value = last === undefined ? '' : `${shownValue(last, kpi, view)}${symbolsOf(last.marks, view)}`;
    return `<article${kind === '' ? '' : ` class=${kind}`}><h3 class=ah><span>${labels[k]}</span> <b>${value}</b></h3>${chart(kpi, k)}<div class=ds>${numbers(kpi, k)}${
      groups === '' ? '' : `<details><summary>${html(by)}</summary><p class=w>${said}</p>${groups}</details>`
    }${definition(kpi.id)}</div></article>`;
  };
}

/** What the lines of charts are, if there are several. */
export function linesKey({ page, comparisons, periods }: View): string {
  const lines = (['own', 'year', 'partial'] as const).filter(
    (name) => name === 'own' || (name === 'year' ? comparisons.includes('year') : periods.some((row) => row.partial)),
  );
  return lines.length === 1
    ? ''
    : `<p class=w>${lines.map((name) => `<span class=y-${name}>${html(page.lines[name])}</span>`).join(' ')}</p>`;
}

/** The numbers behind a chart, newest first, with their changes and what they are compared with. */
function numbersOf(view: View) {
  const { page, text, labels, comparisons, limits, whole } = view;
  const names = periodNames(view);
  const rows = [...view.periods.slice(-limits.inTables).reverse(), ...(whole ? [whole] : [])];
  const heads = rows.map((row) => `<tr${row === whole ? ' class=z' : ''}>${head('row', names.long(row))}`);
  const beside = besides(view);
  const columns = [
    page.value,
    ...comparisons.flatMap((name) => (name === 'year' ? [page.yearBefore, page.change.year] : [page.change[name]])),
    ...beside.map(({ name }) => text.beside[name]),
  ];
  const top = `<thead><tr>${head('col', html(page.period))}${columns.map((name) => head('col', html(name))).join('')}</thead>`;

  const changesOf = (row: ReportRow, kpi: ReportKpi, k: number): string =>
    comparisons
      .map((name) => {
        const change = row.compare[name]?.changes[k];
        const shown = changeOf(row.figures[k], change, name, kpi, view);
        const base = name !== 'year' ? '' : change ? cell(change.base, kpi, view) : '<td>';
        return base + (shown ? `<td class=${shown.name}${shown.data}>${shown.text}` : '<td>');
      })
      .join('');
  return (kpi: ReportKpi, k: number): string => {
    const lines = rows.map((row, i) => {
      const figure = row.figures[k]!;
      // Without a figure there is no change either: the whole line says why.
      const cells = beside.map((one) => besideCell(one, row, kpi, k, view)).join('');
      if (beside.length > 0) return heads[i] + cell(figure, kpi, view) + changesOf(row, kpi, k) + cells;
      if (figure.reason !== undefined && comparisons.every((name) => row.compare[name]?.changes[k]?.base.value == null))
        return `${heads[i]}<td class=n colspan=${columns.length}${machine(figure)}>${html(text.reasons[figure.reason])}`;
      return heads[i] + cell(figure, kpi, view) + changesOf(row, kpi, k);
    });
    const bases = rows.flatMap((row) => [
      row.compare.year?.changes[k]?.base,
      ...comparisons.map((name) => inLegend(row.figures[k], row.compare[name]?.changes[k], name, kpi, view)),
    ]);
    const table = `<table class=d data-kpi="${html(kpi.id)}">${top}<tbody>${lines.join('')}</table>`;
    return `<details><summary>${html(page.numbers)}</summary>${scroll(`${labels[k]}: ${html(page.numbers)}`, table, ' t')}${legend(
      [...rows.map((row) => row.figures[k]), ...bases, ...beside.flatMap(({ of }) => rows.map((row) => of(row, k)))],
      view,
    )}</details>`;
  };
}
