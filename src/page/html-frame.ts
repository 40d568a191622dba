import type { Dimension } from '../core/kinds.ts';
import type { Warning } from '../figures/figure-model.ts';
import { basisTexts } from './basis-words.ts';
import { foreign, html, shortened } from './escape.ts';
import type { Pen } from './html-pen.ts';
import { byOf } from './html-pen.ts';
import { style } from './html-style.ts';
import { warningText } from './quality-lines.ts';

/** Nothing is loaded and nothing runs: markup smuggled into data can do nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** What every result says about itself. */
interface Told {
  readonly asOf: string;
  readonly timezone: string;
  readonly currency: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly dimensions: readonly Dimension[];
  readonly warnings: readonly Warning[];
}

/** A page: its subject, and its parts in order. */
export interface Frame {
  readonly told: Told;
  readonly heading: string;
  /** Choices that the figures depend on, by name. */
  readonly basis: Readonly<Record<string, string>>;
  /** Parts by their ids, as the contents name them, in HTML. */
  readonly links: readonly (readonly [id: string, name: string])[];
  /** As HTML; empty ones are left out. */
  readonly parts: readonly string[];
  /** Style of these parts, and rules for paper only. */
  readonly styles: string;
  readonly printed: string;
}

/** One HTML file that works offline. */
export function pageOf(frame: Frame, pen: Pen): string {
  const { page, tongue } = pen;
  return [
    `<!doctype html>\n<html lang=${tongue.lang}>\n<head>\n<meta charset=utf-8>\n`,
    `<meta http-equiv=Content-Security-Policy content="${policy}">\n`,
    '<meta name=viewport content="width=device-width,initial-scale=1">\n<meta name=referrer content=no-referrer>\n',
    '<meta name=robots content=noindex>\n<meta name=generator content=kpi>\n<meta name=color-scheme content="light dark">\n<link rel=icon href="data:,">\n',
    `<title>${titleOf(frame, pen)}</title>\n<style>${style(page, frame.styles, frame.printed)}</style>\n</head>\n<body>\n`,
    `<a class=skip href=#main>${html(page.skip)}</a>\n`,
    headOf(frame, pen),
    `<main id=main tabindex=-1>\n`,
    frame.parts.filter((part) => part !== '').join('\n'),
    `</main>\n<footer><p>${html(page.closed)}</p></footer>\n</body>\n</html>\n`,
  ].join('');
}

function titleOf({ heading, told: { from, to, dimensions } }: Frame, { text }: Pen): string {
  const by = byOf(dimensions, text);
  return [heading, ...(by ? [by] : []), ...(from && to ? [`${from} – ${to}`] : [])]
    .map((part) => foreign(part))
    .join(' · ');
}

function headOf({ heading, told, basis, links }: Frame, { page, text, figures, tongue }: Pen): string {
  const { from, to } = told;
  const by = byOf(told.dimensions, text);
  const entry = (name: string, value: string): string => `<div><dt>${html(name)}<dd>${value}</div>`;
  const choices = basisTexts(basis, tongue.lang).map((choice) => `<span>${foreign(choice)}</span>`);
  const facts = [
    ...(from && to ? [entry(page.period, `${foreign(from)} – ${foreign(to)}`)] : []),
    entry(page.timezone, foreign(told.timezone)),
    ...(told.currency === null ? [] : [entry(page.currency, foreign(told.currency))]),
    entry(page.asOf, foreign(told.asOf.slice(0, 16).replace('T', ' '))),
    ...(choices.length === 0 ? [] : [entry(page.basis, choices.join(', '))]),
  ];
  const warned = warningList(told.warnings, { page, text, figures, tongue });
  return `<header><h1>${html(heading)}${by === '' ? '' : ` <small>${html(page.by(by).toLocaleLowerCase('en'))}</small>`}</h1><dl class=m>${facts.join('')}</dl>${warned}<nav aria-label="${html(page.contents)}"><ul>${links
    .map(([id, name]) => `<li><a href=#${id}>${name}</a>`)
    .join('')}</ul></nav></header>\n`;
}

/** A message has its own limit, the path before it has none. */
const LONGEST = 2000;
/** Up to this many are shown at once, more in a fold. */
const FEW = 2;

/** Warnings are above the figures that they are about. */
function warningList(warnings: readonly Warning[], { page, figures, tongue }: Omit<Pen, 'notes'>): string {
  if (warnings.length === 0) return '';
  const said = warnings.map((warning) => {
    const shown = html(shortened(warningText(warning, tongue.lang), LONGEST));
    return `<li><bdi>${shown}</bdi> <code>${foreign(warning.code)}</code></li>`;
  });
  const name = html(page.toWarnings(warnings.length, figures.count(warnings.length)));
  return `<details id=warnings class=wn${warnings.length > FEW ? '' : ' open'}><summary>${name}</summary><ul class=l>${said.join('')}</ul></details>`;
}
