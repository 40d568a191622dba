import type { Funnel } from '../../report/funnel-model.ts';
import type { Tongue } from '../figures.ts';
import { funnelNotes } from '../funnel-sections.ts';
import { funnelWords } from '../funnel-words.ts';
import { dataSection } from './data.ts';
import { html } from './escape.ts';
import { pageOf } from './frame.ts';
import { comparisonsOf, funnelParts } from './funnel.ts';
import { funnelStyle } from './funnel-style.ts';
import { paperStyle } from './paper.ts';
import { penOf } from './pen.ts';
import { reading } from './reading.ts';

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
