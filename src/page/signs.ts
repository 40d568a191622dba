import type { Comparison } from '../figures/figure-model.ts';
import { html } from './escape.ts';
import type { Pen } from './html-pen.ts';

/** The signs of changes, and what else holds for the whole page; signs beside figures are explained where they stand. */
export function reading(comparisons: readonly Comparison[], { page, text }: Pen, more: readonly string[] = []): string {
  const lines = [
    ...(comparisons.length > 0
      ? [
          `<span class=gu></span><span class=gd></span> ${html(page.arrows.better)}`,
          `<span class=bu></span><span class=bd></span> ${html(page.arrows.worse)}`,
          html(page.arrows.none),
        ]
      : []),
    ...comparisons.map((name) => `${html(page.change[name])}${html(text.colon)}${html(text.changes[name])}`),
    ...(comparisons.length > 0 ? [`${html(text.short.point)}${html(text.colon)}${html(text.changes.point)}`] : []),
    ...more.map(html),
  ];
  if (lines.length === 0) return '';
  return `<section id=reading aria-labelledby=h-reading><h2 id=h-reading>${html(page.reading)}</h2><ul class=k>${lines
    .map((line) => `<li>${line}</li>`)
    .join('')}</ul></section>\n`;
}
