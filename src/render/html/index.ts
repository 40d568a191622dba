import type { Language } from '../../core/choices.ts';
import type { Report } from '../../report/model.ts';
import { eventEntries } from '../beside.ts';
import { besides } from './beside.ts';
import { cards } from './cards.ts';
import { dataSection } from './data.ts';
import { foreign, html } from './escape.ts';
import { groupTables } from './groups.ts';
import { paperStyle } from './paper.ts';
import { periodTable } from './periods.ts';
import { style } from './style.ts';
import { trends } from './trends.ts';
import { type View, viewOf } from './view.ts';

/** Nothing is loaded and nothing runs: what data may smuggle in has nothing to work with. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A report as one HTML file that works offline. */
export async function renderHtml(report: Report, tongue: { lang: Language; locale: string }): Promise<string> {
  const view = viewOf(report, tongue);
  const { page, text, headline } = view;
  const parts =
    headline === undefined
      ? [`<p>${html(text.noPeriod)}</p>`, dataSection(view)]
      : [cards(headline, view), trends(view), periodTable(view), groupTables(view), dataSection(view)];
  const columns = Math.min(view.limits.inTables, view.periods.length) + (view.whole ? 1 : 0);
  return [
    `<!doctype html>\n<html lang=${tongue.lang}>\n<head>\n<meta charset=utf-8>\n`,
    `<meta http-equiv=Content-Security-Policy content="${policy}">\n`,
    '<meta name=viewport content="width=device-width,initial-scale=1">\n<meta name=referrer content=no-referrer>\n',
    '<meta name=robots content=noindex>\n<meta name=color-scheme content="light dark">\n<link rel=icon href="data:,">\n',
    `<title>${titleOf(view)}</title>\n<style>${style(page, paperStyle(columns))}</style>\n</head>\n<body>\n`,
    `<a class=skip href=#main>${html(page.skip)}</a>\n`,
    pageHead(view),
    `<main id=main tabindex=-1>\n`,
    parts.filter((part) => part !== '').join('\n'),
    `\n${reading(view)}</main>\n<footer><p>${html(page.closed)}</p></footer>\n</body>\n</html>\n`,
  ].join('');
}

function titleOf({ report: { grain, from, to }, text, by }: View): string {
  return [text.grains[grain], ...(by ? [by] : []), ...(from && to ? [`${from} – ${to}`] : [])]
    .map((part) => foreign(part))
    .join(' · ');
}

function pageHead(view: View): string {
  const { report, page, text, headline, groups, figures, by } = view;
  const { from, to, grain, basis, warnings } = report;
  const entry = (name: string, value: string): string => `<div><dt>${html(name)}<dd>${value}</div>`;
  const facts = [
    ...(from && to ? [entry(page.period, `${foreign(from)} – ${foreign(to)}`)] : []),
    entry(page.timezone, foreign(report.timezone)),
    ...(report.currency === null ? [] : [entry(page.currency, foreign(report.currency))]),
    entry(page.asOf, foreign(report.asOf.slice(0, 16).replace('T', ' '))),
    ...(Object.keys(basis).length === 0
      ? []
      : [
          entry(
            page.basis,
            Object.entries(basis)
              .map(([name, value]) => `<span>${foreign(name)} = ${foreign(value)}</span>`)
              .join(', '),
          ),
        ]),
  ];
  const links = [
    ...(headline === undefined
      ? []
      : [
          ['glance', page.glance],
          ['trends', page.trends],
          ['periods', page.allPeriods],
          ...(groups.length > 0 ? [['groups', page.by(by)]] : []),
        ]),
    ['data', page.data],
    ['reading', page.reading],
  ] as [string, string][];
  const count = warnings.length;
  const warned =
    count === 0 ? '' : `<p class=wn><a href=#warnings>${html(page.toWarnings(count, figures.count(count)))}</a></p>`;
  return `<header><h1>${html(text.grains[grain])}${by === '' ? '' : ` <small>${html(page.by(by).toLocaleLowerCase('en'))}</small>`}</h1><dl class=m>${facts.join('')}</dl>${warned}<nav aria-label="${html(page.contents)}"><ul>${links
    .map(([id, name]) => `<li><a href=#${id}>${html(name)}</a>`)
    .join('')}</ul></nav></header>\n`;
}

/** The signs of changes; those beside figures are explained where they stand. */
function reading(view: View): string {
  const { page, text, comparisons, periods } = view;
  const events = eventEntries(periods, text).map(([those, meaning]) => `${html(those)}: ${html(meaning)}`);
  const lines = [
    ...(comparisons.length > 0
      ? [
          `<span class=gu></span><span class=gd></span> ${html(page.arrows.better)}`,
          `<span class=bu></span><span class=bd></span> ${html(page.arrows.worse)}`,
          html(page.arrows.none),
        ]
      : []),
    ...comparisons.map((name) => `${html(page.change[name])}: ${html(text.changes[name])}`),
    ...events,
    ...besides(view).map(({ name }) => `${html(text.beside[name])}: ${html(text.besides[name])}`),
    `${html(text.short.point)}: ${html(text.changes.point)}`,
  ];
  return `<section id=reading aria-labelledby=h-reading><h2 id=h-reading>${html(page.reading)}</h2><ul class=k>${lines
    .map((line) => `<li>${line}</li>`)
    .join('')}</ul></section>\n`;
}
