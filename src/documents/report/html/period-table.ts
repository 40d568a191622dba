import { html } from '../../../page/escape.ts';
import { cell } from '../../../page/html-table.ts';
import { legend } from '../../../page/legend.ts';
import { onPaper, PRINTED } from '../../../page/paper.ts';
import { caption, groupHead, head, scroll } from '../../../page/scroll.ts';
import { periodNames, type View } from './report-view.ts';

/** All KPIs down, all periods across. */
export function periodTable(view: View): string {
  const { report, page, text, labels, limits, whole, figures } = view;
  const names = periodNames(view);
  const columns = [...view.periods.slice(-limits.inTables), ...(whole ? [whole] : [])];
  const heads = columns.map((row) =>
    head('col', names.long(row), row === whole ? ' class=z' : row.partial ? ' class=p' : ''),
  );
  const lines = report.kpis.map((kpi, k) => {
    const isFirst = kpi.group !== report.kpis[k - 1]?.group;
    const first = isFirst ? groupHead(text.groups[kpi.group], columns.length + 1) : '';
    const cells = columns.map((row) => cell(row.figures[k], kpi, view, row === whole ? ' class=z' : ''));
    return `${first}<tr data-kpi="${html(kpi.id)}">${head('row', labels[k]!)}${cells.join('')}`;
  });
  const table = `<table class=b>${caption(text.grains[report.grain])}<thead><tr>${head('col', html(page.kpi))}${heads.join('')}</thead>${lines.join('')}</table>`;
  const notes = [
    ...(columns.length > PRINTED ? [onPaper(page.fewerPrinted(figures.count(PRINTED - 1)))] : []),
    ...(limits.inTables < view.periods.length
      ? [
          `<p class=w>${html(page.fewerPeriods(figures.count(limits.inTables), figures.count(view.periods.length)))}</p>`,
        ]
      : []),
    ...(limits.inCharts < view.periods.length
      ? [`<p class=w>${html(page.fewerInCharts(figures.count(limits.inCharts)))}</p>`]
      : []),
  ];
  const name = html(page.allPeriods);
  return `<section id=periods aria-labelledby=h-periods><h2 id=h-periods>${name}</h2>${scroll(html(text.grains[report.grain]), table, ' e')}${notes.join('')}${legend(
    columns.flatMap((row) => row.figures),
    view,
  )}</section>`;
}
