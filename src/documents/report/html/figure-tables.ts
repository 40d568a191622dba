import { divide, multiply, ofText, toFixed } from '../../../core/fraction.ts';
import { html } from '../../../page/escape.ts';
import { ALL, periodNames } from '../../../page/html-pen.ts';
import {
  caption,
  cell,
  changeOf,
  groupHead,
  head,
  inLegend,
  legend,
  onPaper,
  PRINTED,
  scroll,
} from '../../../page/html-table.ts';
import type { ReportRow } from '../report-model.ts';
import { wholeOf } from '../share-bars.ts';
import { firstPlaces } from './headline-cards.ts';
import type { View } from './report-view.ts';

const HUNDRED = ofText('100');

/**
 * What a table of groups is made of: its heads are HTML, `cell` is called with a group (the total comes after the last)
 * and a KPI.
 */
interface Parts {
  readonly corner: string;
  readonly names: readonly string[];
  /** Places in the report. */
  readonly kpis: readonly number[];
  readonly cell: (g: number, k: number) => string;
}

/** KPIs down and groups across. */
function kpisDown({ corner, names, kpis, cell }: Parts, { report, text, labels }: View): string {
  const lines = kpis.map((k, i) => {
    const kpi = report.kpis[k]!;
    const isFirst = kpi.group !== report.kpis[kpis[i - 1] ?? -1]?.group;
    const cells = [...names, ''].map((_, g) => cell(g, k)).join('');
    return `${isFirst ? groupHead(text.groups[kpi.group], names.length + 2) : ''}<tr data-kpi="${html(kpi.id)}">${head('row', labels[k]!)}${cells}`;
  });
  const heads = [...names.map((name) => head('col', name)), head('col', html(text.total), ' class=z')];
  return `<thead><tr>${corner}${heads.join('')}</thead>${lines.join('')}`;
}

/** Groups down and KPIs across, if there are more groups. */
function groupsDown({ corner, names, kpis, cell }: Parts, { report, text, labels }: View): string {
  const heads = kpis.map((k) => head('col', labels[k]!, ` data-kpi="${html(report.kpis[k]!.id)}"`));
  const lines = [...names, html(text.total)].map(
    (name, g) =>
      `<tr${g === names.length ? ' class=z' : ''}>${head('row', name)}${kpis.map((k) => cell(g, k)).join('')}`,
  );
  return `<thead><tr>${corner}${heads.join('')}</thead><tbody>${lines.join('')}`;
}

/** A table of all groups in one period. */
function groupTable(total: ReportRow, name: string, view: View, only?: readonly number[]): string {
  const { report, page, text, figures, labels, limits } = view;
  const rowsOfAll = view.groups.map(({ rows }) => rows.get(total.period));
  const groups = view.groups.slice(0, limits.groups);
  const rows = [...rowsOfAll.slice(0, groups.length), total];
  // What only the rest has is not known by group: its total is in the tables above.
  const isTold = (k: number): boolean =>
    view.groups.some(({ isRest }, g) => !isRest && rowsOfAll[g]?.figures[k]?.value != null);
  const kpis = (only ?? report.kpis.map((_, k) => k)).filter(isTold);
  const wholes = report.kpis.map((_, k) =>
    wholeOf(
      total.figures[k],
      rowsOfAll.map((row) => row?.figures[k]),
    ),
  );
  // Of several comparisons the nearest is shown; for the whole span none is informative.
  const comparison = total.period === ALL ? undefined : view.comparisons[0];

  const one = (g: number, k: number): string => {
    const [row, kpi, whole] = [rows[g], report.kpis[k]!, wholes[k]];
    const figure = row?.figures[k];
    const value = figure?.value;
    const isPart = whole && value != null && typeof value !== 'string' && row !== total;
    const share = isPart && value.n !== 0n ? divide(value, whole) : null;
    const change = comparison && changeOf(figure, row?.compare[comparison]?.changes[k], comparison, kpi, view);
    // A zero or an unchanged value is left bare: in a wide table most are. What cannot be compared has its dash.
    const below = [
      ...(share ? [html(figures.percent(share, 0))] : []),
      ...(change && (change.isNull || /[ud]$/.test(change.name))
        ? [`<span class=${change.name}>${change.text}</span>`]
        : []),
    ];
    // A length, not a part of the cell: columns differ in width.
    const bar = share ? ` style=--s:${toFixed(multiply(share, HUNDRED), 1)}` : '';
    const small = below.length === 0 ? '' : `<small>${below.join(' ')}</small>`;
    return cell(figure, kpi, view, bar + (row === total ? ' class=z' : ''), small);
  };
  const parts: Parts = {
    corner: head('col', html(report.dimensions.map((dimension) => text.dimensions[dimension]).join(' · '))),
    names: groups.map(({ label }) => label),
    kpis,
    cell: one,
  };
  const body = only === undefined && groups.length <= kpis.length ? kpisDown(parts, view) : groupsDown(parts, view);
  const table = `<table class="b by" data-period="${html(total.period)}">${caption(name)}${body}</table>`;
  const untold = labels.filter((_, k) => !kpis.includes(k));
  const cut = Math.min(groups.length, kpis.length) >= PRINTED ? onPaper(page.fewerColumns(figures.count(PRINTED))) : '';
  const left =
    untold.length === 0 || only !== undefined
      ? ''
      : `<details><summary>${html(page.notTold(figures.count(untold.length)))}</summary><p class=w>${untold.join('; ')}</p></details>`;
  const shown = kpis.flatMap((k) =>
    rows.flatMap((row) => {
      const [figure, change] = [row?.figures[k], comparison && row?.compare[comparison]?.changes[k]];
      return [figure, ...(comparison ? [inLegend(figure, change, comparison, report.kpis[k]!, view)] : [])];
    }),
  );
  return `${kpis.length === 0 ? '' : scroll(html(name), table)}${cut}${legend(shown, view)}${left}`;
}

/** KPIs of the table that is open. */
const OPEN = 8;

/** What most readers look for first, group by group; all KPIs and the whole span are one click away. */
export function groupTables(view: View): string {
  const { report, page, headline, whole, groups, limits, figures, by } = view;
  if (groups.length === 0 || headline === undefined) return '';
  const names = periodNames(view);
  const title = page.by(by);
  const nameOf = (row: ReportRow): string =>
    [title, [names.short(row), names.dates(row)].filter((part) => part !== '').join(', ')].join(' · ');
  const told = (k: number): boolean =>
    groups.some(({ isRest, rows }) => !isRest && rows.get(headline.period)?.figures[k]?.value != null);
  const first = firstPlaces(report, headline).filter(told).slice(0, OPEN);
  const periods = whole && whole !== headline ? [headline, whole] : [headline];
  const notes = [
    page.share,
    ...(view.periods.length > 1 ? [page.groupsOverTime] : []),
    ...(limits.groups < groups.length
      ? [page.fewerGroups(figures.count(limits.groups), figures.count(groups.length))]
      : []),
  ];
  const all = periods.map((row) => groupTable(row, `${nameOf(row)} · ${page.allKpis}`, view)).join('');
  return `<section id=groups aria-labelledby=h-groups><h2 id=h-groups>${html(title)}</h2>${groupTable(headline, nameOf(headline), view, first)}<details class=mo><summary>${html(page.allByGroup)}</summary><p class=w>${notes.map(html).join(' ')}</p>${all}</details></section>`;
}

/** All KPIs down, all periods across. */
export function periodTable(view: View): string {
  const { report, page, text, labels, limits, whole, figures } = view;
  const names = periodNames(view);
  const columns = [...view.periods.slice(-limits.inTables), ...(whole ? [whole] : [])];
  const heads = columns.map((row) =>
    head('col', names.long(row), row === whole ? ' class=z' : row.partial ? ' class=p' : ''),
  );
  const lines = report.kpis.map((kpi, k) => {
    const isFirst = kpi.group !== report.kpis[k - 1]?.group;
    const first = isFirst ? groupHead(text.groups[kpi.group], columns.length + 1) : '';
    const cells = columns.map((row) => cell(row.figures[k], kpi, view, row === whole ? ' class=z' : ''));
    return `${first}<tr data-kpi="${html(kpi.id)}">${head('row', labels[k]!)}${cells.join('')}`;
  });
  const table = `<table class=b>${caption(text.grains[report.grain])}<thead><tr>${head('col', html(page.kpi))}${heads.join('')}</thead>${lines.join('')}</table>`;
  const notes = [
    ...(columns.length > PRINTED ? [onPaper(page.fewerPrinted(figures.count(PRINTED - 1)))] : []),
    ...(limits.inTables < view.periods.length
      ? [
          `<p class=w>${html(page.fewerPeriods(figures.count(limits.inTables), figures.count(view.periods.length)))}</p>`,
        ]
      : []),
    ...(limits.inCharts < view.periods.length
      ? [`<p class=w>${html(page.fewerInCharts(figures.count(limits.inCharts)))}</p>`]
      : []),
  ];
  const name = html(page.allPeriods);
  return `<section id=periods aria-labelledby=h-periods><h2 id=h-periods class=sr>${name}</h2><details class=mo><summary>${name}</summary>${scroll(html(text.grains[report.grain]), table, ' e')}${notes.join('')}${legend(
    columns.flatMap((row) => row.figures),
    view,
  )}</details></section>`;
}
