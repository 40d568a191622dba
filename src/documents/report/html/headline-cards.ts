import type { ReportKpi } from '../../../figures/figure-model.ts';
import { html } from '../../../page/escape.ts';
import { periodNames, shownValue, symbolsOf } from '../../../page/html-pen.ts';
import { changeOf, inLegend, machine } from '../../../page/html-table.ts';
import { eventText } from '../benchmarks-and-events.ts';
import type { ReportRow } from '../report-model.ts';
import { besideLines } from './beside-figures.ts';
import type { View } from './report-view.ts';

/** What most readers look for first. */
const first = new Set([
  ...['net_sales', 'orders', 'average_order_value', 'gross_margin_rate', 'sessions', 'conversion_rate'],
  ...['mer', 'cac', 'new_customers', 'returning_customer_rate', 'first_reply_time', 'csat'],
]);
const MOST = 12;

/** All if they are few, else those that are looked for first. */
function chosen(kpis: readonly ReportKpi[]): number[] {
  const all = kpis.map((_, k) => k);
  const known = all.filter((k) => first.has(kpis[k]!.id));
  return kpis.length <= MOST || known.length === 0 ? all.slice(0, MOST) : known;
}

/** The headline figures: each with its changes, or the reason why it is not known. */
export function cards(row: ReportRow, view: View): string {
  const { report, page, text, comparisons, labels } = view;
  const names = periodNames(view);
  const card = (k: number): string => {
    const [kpi, figure] = [report.kpis[k]!, row.figures[k]!];
    const changes = comparisons.flatMap((comparison) => {
      const compared = row.compare[comparison];
      const change = changeOf(figure, compared?.changes[k], comparison, kpi, view);
      if (!compared || !change) return [];
      const event = compared.event === undefined ? '' : ` (${eventText(compared.event)})`;
      const since = html(page.since(compared.period) + event);
      const why = change.isNull ? ` title="${html(text.reasons.incomplete_base)}"` : '';
      return [`<p class=w><span class="v ${change.name}"${change.data}${why}>${change.text}</span> ${since}</p>`];
    });
    const shown = comparisons.flatMap(
      (name) => inLegend(figure, row.compare[name]?.changes[k], name, kpi, view)?.marks ?? [],
    );
    const marks = [...new Set([...figure.marks, ...shown])].map(
      (mark) =>
        `<p class=w>${symbolsOf([mark], view)} <span title="${html(text.marks[mark])}">${html(page.marks[mark])}</span></p>`,
    );
    const reason = figure.reason === undefined ? [] : [`<p class=w>${html(text.reasons[figure.reason])}</p>`];
    const value = `<p class=f${machine(figure)}>${shownValue(figure, kpi, view)}</p>`;
    return `<li data-kpi="${html(kpi.id)}"><p class=t>${labels[k]}</p>${value}${[...reason, ...changes, ...besideLines(row, kpi, k, view), ...marks].join('')}</li>`;
  };
  return `<section id=glance aria-labelledby=h-glance><h2 id=h-glance>${html(page.glance)} <small>${names.long(row)}</small></h2><ul class=g>${chosen(
    report.kpis,
  )
    .map(card)
    .join('')}</ul></section>`;
}
