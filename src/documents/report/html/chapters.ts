import { compare } from '../../../core/fraction.ts';
import type { Group } from '../../../core/kinds.ts';
import { headlineFirst } from '../../../kpis/headline.ts';
import { html } from '../../../page/escape.ts';
import { periodNames } from '../../../page/html-pen.ts';
import { checksInReport } from '../../checks/checks-html.ts';
import type { CheckReport } from '../../checks/checks-model.ts';
import type { Report } from '../report-model.ts';
import { apart, screenTexts } from '../screen-texts.ts';
import { cards, firstPlaces } from './headline-cards.ts';
import { linesKey } from './kpi-articles.ts';
import type { View } from './report-view.ts';

/** Charts that open a chapter; its other KPIs are in a fold. */
const OPEN = 3;

/** A part of the page, and what the contents call it. */
export interface Part {
  readonly link: readonly [id: string, name: string];
  readonly part: string;
}

/** Writes a KPI of the report, by its place. */
type Article = (k: number, kind?: string) => string;

/** The first screen: the headline, what it did over time, and what moved. */
export function overview(view: View, article: Article, digest: Report | undefined, checks?: CheckReport): Part {
  const { page, headline } = view;
  const large = largeOf(view);
  const chart = large === null ? '' : article(large, 'big');
  const said =
    (digest === undefined ? '' : movedOf(digest, view)) +
    (checks === undefined ? '' : checksInReport(checks, view.tongue));
  const moved = said === '' ? '' : `<article class=mv>${said}</article>`;
  const below = chart === '' && moved === '' ? '' : `<div class=ov>${chart}${moved}</div>${linesKey(view)}`;
  const name = html(page.glance);
  return {
    link: ['glance', name],
    part: `<section id=glance aria-labelledby=h-glance><h2 id=h-glance>${name} <small>${periodNames(view).long(headline!)}</small></h2>${cards(headline!, view)}${below}</section>`,
  };
}

/** The KPI of the large chart: the first of the headline that has a course. */
function largeOf({ report, headline, periods }: View): number | null {
  if (headline === undefined || periods.length < 2) return null;
  const isDrawn = (k: number): boolean =>
    report.kpis[k]!.unit !== 'text' && periods.some(({ figures }) => figures[k]?.value != null);
  return firstPlaces(report, headline).find(isDrawn) ?? null;
}

/** What left its usual range, and the running period. */
function movedOf({ screen, ...report }: Report, { tongue }: View): string {
  if (screen === undefined) return '';
  const { moved, running } = screenTexts(report, screen, tongue);
  const parts = [moved, running].flatMap((part) => {
    if (part === null) return [];
    const { title, beside = '', lines } = part;
    const more = beside === '' ? '' : ` <small>${html(beside)}</small>`;
    return [`<h3>${html(title)}${more}</h3>${lines.map((line) => `<p>${html(apart(line))}</p>`).join('')}`];
  });
  return parts.join('');
}

/** The KPIs by their groups: of each group the first three as charts, the rest in a fold. */
export function chapters(
  view: View,
  article: Article,
  beside: Readonly<Partial<Record<Group, readonly Part[]>>>,
): Part[] {
  const { report, page, text, labels, figures } = view;
  const large = largeOf(view);
  const groups = [...new Set(report.kpis.map(({ group }) => group))];
  // What is the same in all periods, such as 100 % of all channels, needs no picture.
  const moves = (k: number): boolean => {
    const values = view.periods.flatMap((row) => {
      const value = row.figures[k]?.value ?? null;
      return value === null || typeof value === 'string' ? [] : [value];
    });
    const [first] = values;
    return first !== undefined && (values.length < 2 || values.some((value) => compare(value, first) !== 0));
  };
  return groups.flatMap((group): Part[] => {
    const own = headlineFirst(report.kpis.map(({ id, group }, at) => ({ id, group, at })))
      .filter((kpi) => kpi.group === group && kpi.at !== large)
      .map(({ at }) => at);
    const known = [...own.filter(moves), ...own.filter((k) => !moves(k))];
    const [open, rest] = [known.slice(0, OPEN), known.slice(OPEN).sort((a, b) => a - b)];
    const name = html(text.groups[group]);
    const fold =
      rest.length === 0
        ? ''
        : `<details class=mo><summary>${html(page.moreKpis(rest.length, figures.count(rest.length)))} <span class=w>${rest.map((k) => labels[k]).join(' · ')}</span></summary><div class=a>${rest.map((k) => article(k)).join('')}</div></details>`;
    const chapter: Part = {
      link: [`g-${group}`, name],
      part: `<section id=g-${group} aria-labelledby=h-${group}><h2 id=h-${group}>${name}</h2><div class=a>${open.map((k) => article(k)).join('')}</div>${fold}</section>`,
    };
    return [...(own.length === 0 ? [] : [chapter]), ...(beside[group] ?? [])];
  });
}
