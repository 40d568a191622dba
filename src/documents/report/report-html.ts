import { html } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { pageOf } from '../../page/html-frame.ts';
import { dataSection, reading } from '../../page/html-sections.ts';
import { paperStyle } from '../../page/html-table.ts';
import { cohortsInReport } from '../cohorts/cohorts-html.ts';
import { cohortStyle } from '../cohorts/cohorts-style.ts';
import { funnelInReport } from '../funnel/funnel-drawing.ts';
import { funnelStyle } from '../funnel/funnel-style.ts';
import { eventEntries } from './benchmarks-and-events.ts';
import { besides } from './html/beside-figures.ts';
import { groupTables, periodTable } from './html/figure-tables.ts';
import { cards } from './html/headline-cards.ts';
import { trends } from './html/kpi-articles.ts';
import { viewOf } from './html/report-view.ts';
import type { Report } from './report-model.ts';

/** A report as one HTML file. */
export function renderHtml(given: Report, tongue: Tongue): string {
  const { funnel, cohorts, warnings = [] } = given.pictures ?? {};
  const report = { ...given, warnings: [...given.warnings, ...warnings] };
  const view = viewOf(report, tongue);
  const { page, text, headline, groups, by } = view;
  const pictures = [
    ...(funnel === undefined ? [] : [funnelInReport(funnel, view)]),
    ...(cohorts === undefined ? [] : [cohortsInReport(cohorts, view)]),
  ];
  const columns = Math.min(view.limits.inTables, view.periods.length) + (view.whole ? 1 : 0);
  const parts =
    headline === undefined
      ? [`<p>${html(text.noPeriod)}</p>`]
      : [
          cards(headline, view),
          ...pictures.map(({ part }) => part),
          trends(view),
          periodTable(view),
          groupTables(view),
        ];
  const links: readonly (readonly [string, string])[] =
    headline === undefined
      ? []
      : [
          ['glance', html(page.glance)],
          ...pictures.map(({ link }) => link),
          ['trends', html(page.trends)],
          ['periods', html(page.allPeriods)],
          ...(groups.length > 0 ? ([['groups', html(page.by(by))]] as const) : []),
        ];
  const beside = [
    ...eventEntries(view.periods, text),
    ...besides(view).map(({ name }) => [text.beside[name], text.besides[name]] as const),
  ].map(([sign, meaning]) => `${sign}${text.colon}${meaning}`);
  const signs = reading(view.comparisons, view, beside);
  return pageOf(
    {
      told: report,
      heading: text.grains[report.grain],
      basis: report.basis,
      links: [...links, ['data', html(page.data)], ...(signs === '' ? [] : [['reading', html(page.reading)] as const])],
      parts: [...parts, dataSection(report, view), signs],
      styles: [...(funnel ? [funnelStyle] : []), ...(cohorts ? [cohortStyle] : [])].join(''),
      printed: paperStyle(columns),
    },
    view,
  );
}
