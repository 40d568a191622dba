import type { Comparison, FileQuality, Warning } from '../figures/figure-model.ts';
import { foreign, html, shortened } from './escape.ts';
import type { Pen } from './html-pen.ts';
import { caption, head, scroll } from './html-table.ts';
import { warningText } from './quality-lines.ts';

/** A message has its own limit, the path before it has none. */
const LONGEST = 2000;
const accounts = ['read', 'accepted', 'skipped', 'superseded', 'rejected'] as const;

/** What the figures are based on: the files, what became of their rows, and their warnings. */
export function dataSection(
  { files, warnings }: { readonly files?: readonly FileQuality[]; readonly warnings: readonly Warning[] },
  pen: Pen,
): string {
  const { page, text, tongue } = pen;
  const said = warnings.map((warning) => {
    const shown = html(shortened(warningText(warning, tongue.lang), LONGEST));
    return `<li><bdi>${shown}</bdi> <code>${foreign(warning.code)}</code></li>`;
  });
  return `<section id=data aria-labelledby=h-data><h2 id=h-data>${html(page.data)}</h2><h3 id=warnings>${html(text.lists.warnings)}</h3>${
    said.length === 0 ? `<p>${html(page.noWarnings)}</p>` : `<ul class=l>${said.join('')}</ul>`
  }${files === undefined ? '' : fileTable(files, pen)}</section>`;
}

function fileTable(files: readonly FileQuality[], { page, text, figures }: Pen): string {
  const { columns } = page;
  const lines = files.map((file) => {
    const counts = accounts.map(
      (name) =>
        `<td data-v=${file[name]}${file[name] > 0 && name === 'rejected' ? ' class=b' : ''}>${html(figures.count(file[name]))}`,
    );
    const days = file.first === null || file.last === null ? '–' : `${html(file.first)} – ${html(file.last)}`;
    return `<tr>${head('row', `<bdi>${foreign(file.path)}</bdi>`)}<td>${foreign(file.format)}<td>${days}${counts.join('')}`;
  });
  const heads = (['file', 'format', 'days', ...accounts] as const).map((name) => head('col', html(columns[name])));
  const table = `<table class=q>${caption(page.account)}<thead><tr>${heads.join('')}</thead><tbody>${lines.join('')}</table>`;
  return `<h3>${html(text.lists.files)}</h3>${scroll(html(text.lists.files), table)}`;
}

/** The signs of changes, and what else applies to the whole page; signs beside figures are explained on the spot. */
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
