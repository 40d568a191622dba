import { html } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { pageOf } from '../../page/html-frame.ts';
import { penOf } from '../../page/html-pen.ts';
import { dataSection, reading } from '../../page/html-sections.ts';
import { paperStyle } from '../../page/html-table.ts';
import { comparisonsOf, funnelParts } from './funnel-drawing.ts';
import type { Funnel } from './funnel-model.ts';
import { funnelNotes } from './funnel-sections.ts';
import { funnelStyle } from './funnel-style.ts';
import { funnelWords } from './funnel-words.ts';

/** Funnels as one HTML file. */
export function renderFunnelHtml(funnel: Funnel, tongue: Tongue): string {
  const pen = penOf(funnel.currency, tongue);
  const { page, text } = pen;
  const periods = funnel.steps.length === 0 ? [] : funnelParts(funnel, pen);
  const signs = reading(periods.length === 0 ? [] : comparisonsOf(funnel), pen, funnelNotes(funnel, tongue));
  return pageOf(
    {
      told: funnel,
      heading: funnelWords[tongue.lang].titles[funnel.grain],
      basis: {},
      links: [
        ...periods.map(({ id, name }) => [id, name] as const),
        ['data', html(page.data)],
        ...(signs === '' ? [] : [['reading', html(page.reading)] as const]),
      ],
      parts: [
        ...(periods.length === 0 ? [`<p>${html(text.noPeriod)}</p>`] : periods.map(({ part }) => part)),
        dataSection(funnel, pen),
        signs,
      ],
      styles: funnelStyle,
      printed: paperStyle(0),
    },
    pen,
  );
}
