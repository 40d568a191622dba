import { html } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { pageOf } from '../../page/html-frame.ts';
import { penOf } from '../../page/html-pen.ts';
import { dataSection } from '../../page/html-sections.ts';
import { paperStyle } from '../../page/paper.ts';
import { reading } from '../../page/signs.ts';
import type { CohortReport } from './cohorts-model.ts';
import { cohortNotes, cohortParts } from './cohorts-parts.ts';
import { cohortStyle } from './cohorts-style.ts';
import { cohortWords } from './cohorts-words.ts';

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
