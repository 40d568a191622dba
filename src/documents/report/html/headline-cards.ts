import { headlineFirst, shortLabels } from '../../../kpis/headline.ts';
import { foreign, html } from '../../../page/escape.ts';
import { shownValue, symbolsOf } from '../../../page/html-pen.ts';
import { changeOf, inLegend, machine } from '../../../page/html-table.ts';
import { eventText } from '../benchmarks-and-events.ts';
import type { Report, ReportRow } from '../report-model.ts';
import { besideLines } from './beside-figures.ts';
import { sparkLines } from './period-charts.ts';
import type { View } from './report-view.ts';

/** Cards: two rows of four. */
const MOST = 8;

/** The KPIs that are looked for first, those with a value before the others, by place. */
export function firstPlaces({ kpis }: Report, row: ReportRow): number[] {
  const places = headlineFirst(kpis.map(({ id }, at) => ({ id, at }))).map(({ at }) => at);
  const isKnown = (at: number): boolean => row.figures[at]?.value != null;
  return [...places.filter(isKnown), ...places.filter((at) => !isKnown(at))];
}

/** The headline figures: each with its changes, or the reason why it is not known. */
export function cards(row: ReportRow, view: View): string {
  const { report, page, text, comparisons } = view;
  const spark = sparkLines(view);
  const places = firstPlaces(report, row).slice(0, MOST);
  const labels = shortLabels(places.map((k) => report.kpis[k]!));
  const card = (k: number, at: number): string => {
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
    const signs = [...new Set([...figure.marks, ...shown])].map(
      (mark) => `${symbolsOf([mark], view)} <span title="${html(text.marks[mark])}">${html(page.marks[mark])}</span>`,
    );
    const marks = signs.length === 0 ? [] : [`<p class=w>${signs.join(' ')}</p>`];
    const reason = figure.reason === undefined ? [] : [`<p class=w>${html(text.reasons[figure.reason])}</p>`];
    const value = `<p class=f${machine(figure)}>${shownValue(figure, kpi, view)}</p>`;
    return `<li data-kpi="${html(kpi.id)}"><p class=t>${foreign(labels[at]![view.tongue.lang], 120)}</p><div class=vs>${value}${spark(kpi, k)}</div>${[...reason, ...changes, ...besideLines(row, kpi, k, view), ...marks].join('')}</li>`;
  };
  return `<ul class=g>${places.map(card).join('')}</ul>`;
}
