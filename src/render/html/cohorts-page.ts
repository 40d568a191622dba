import type { CohortReport } from '../../report/cohort-model.ts';
import { cohortWords } from '../cohort-words.ts';
import type { Tongue } from '../figures.ts';
import { cohortNotes, cohortParts } from './cohorts.ts';
import { cohortStyle } from './cohorts-style.ts';
import { dataSection } from './data.ts';
import { html } from './escape.ts';
import { pageOf } from './frame.ts';
import { paperStyle } from './paper.ts';
import { penOf } from './pen.ts';
import { reading } from './reading.ts';

/** Cohorts as one HTML file. */
export function renderCohortsHtml(report: CohortReport, tongue: Tongue): string {
  const pen = penOf(report.currency, tongue);
  const { page } = pen;
  const own = cohortWords[tongue.lang];
  const { links, parts } = cohortParts(report, pen);
  const signs = reading([], pen, cohortNotes(report, pen));
  return pageOf(
    {
      told: report,
      heading: own.titles[report.grain],
      basis: { cac: report.cacBasis },
      links: [...links, ['data', html(page.data)], ...(signs === '' ? [] : [['reading', html(page.reading)] as const])],
      parts: [...(report.cohorts.length === 0 ? [`<p>${html(own.none)}</p>`] : parts), dataSection(report, pen), signs],
      styles: cohortStyle,
      printed: paperStyle(0),
    },
    pen,
  );
}
