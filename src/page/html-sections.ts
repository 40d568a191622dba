import type { Comparison, FileQuality, Warning } from '../figures/figure-model.ts';
import { foreign, html } from './escape.ts';
import type { Pen } from './html-pen.ts';
import { caption, head, scroll } from './html-table.ts';

const accounts = ['read', 'accepted', 'skipped', 'superseded', 'rejected'] as const;

/** What the figures are based on: the files, and what became of their rows. The warnings are at the top of the page. */
export function dataSection(
  { files, warnings }: { readonly files?: readonly FileQuality[]; readonly warnings: readonly Warning[] },
  pen: Pen,
): string {
  const { page, text } = pen;
  const none =
    warnings.length > 0 ? '' : `<p>${html(text.lists.warnings)}${html(text.colon)}${html(page.noWarnings)}</p>`;
  return `<section id=data aria-labelledby=h-data><h2 id=h-data>${html(page.data)}</h2>${none}${files === undefined ? '' : fileTable(files, pen)}</section>`;
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
  const total = (name: (typeof accounts)[number]): number => files.reduce((sum, file) => sum + file[name], 0);
  const told = accounts.filter((name) => name === 'read' || total(name) > 0);
  const sums = told.map((name) => `${columns[name]}${text.colon}${figures.count(total(name))}`);
  return `<details class=mo><summary>${html(`${text.lists.files}${text.colon}${figures.count(files.length)}`)} <span class=w>${html(sums.join(' · '))}</span></summary>${scroll(html(text.lists.files), table)}</details>`;
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
