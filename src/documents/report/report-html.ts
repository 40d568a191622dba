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
import { chapters, overview, type Part } from './html/chapters.ts';
import { groupTables, periodTable } from './html/figure-tables.ts';
import { articles } from './html/kpi-articles.ts';
import { viewOf } from './html/report-view.ts';
import { forPeople, type Report } from './report-model.ts';

/** A report as one HTML file. */
export function renderHtml(given: Report, tongue: Tongue): string {
  const { funnel, cohorts, checks, history, warnings = [] } = given.pictures ?? {};
  const report = forPeople({ ...given, ...history, warnings: [...given.warnings, ...warnings] }, true);
  const view = viewOf(report, tongue);
  const { page, text, headline, by } = view;
  const article = articles(view);
  const groups = groupTables(view);
  const traffic: Part[] = [
    ...(funnel === undefined ? [] : [funnelInReport(funnel, view)]),
    ...(groups === '' ? [] : [{ link: ['groups', html(page.by(by))] as const, part: groups }]),
  ];
  const customers = cohorts === undefined ? [] : [cohortsInReport(cohorts, view)];
  const parts: readonly Part[] =
    headline === undefined
      ? []
      : [
          overview(view, article, given.digest, checks),
          ...placed(chapters(view, article, { traffic, customers }), [...traffic, ...customers]),
          { link: ['periods', html(page.allPeriods)], part: periodTable(view) },
        ];
  const columns = Math.min(view.limits.inTables, view.periods.length) + (view.whole ? 1 : 0);
  const beside = [
    ...eventEntries(view.periods, text),
    ...besides(view).map(({ name }) => [text.beside[name], text.besides[name]] as const),
  ].map(([sign, meaning]) => `${sign}${text.colon}${meaning}`);
  const signs = reading(view.comparisons, view, beside);
  return pageOf(
    {
      // Periods before those asked for are drawn, not reported.
      told: { ...report, from: given.from, to: given.to },
      heading: [...(given.name === undefined ? [] : [given.name]), text.grains[report.grain]].join(' · '),
      basis: report.basis,
      links: [
        ...parts.map(({ link }) => link),
        ['data', html(page.data)],
        ...(signs === '' ? [] : [['reading', html(page.reading)] as const]),
      ],
      parts: [
        ...(headline === undefined ? [`<p>${html(text.noPeriod)}</p>`] : parts.map(({ part }) => part)),
        dataSection(report, view),
        signs,
      ],
      styles: [...(funnel ? [funnelStyle] : []), ...(cohorts ? [cohortStyle] : [])].join(''),
      printed: paperStyle(columns),
    },
    view,
  );
}

/** Pictures without a chapter of their own come last. */
const placed = (chapters: readonly Part[], pictures: readonly Part[]): Part[] => [
  ...chapters,
  ...pictures.filter((picture) => !chapters.includes(picture)),
];
