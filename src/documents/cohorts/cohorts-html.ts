import { type CohortMetric, cohortMetrics } from '../../core/cohort-limits.ts';
import { unattributed } from '../../core/kinds.ts';
import { foreign, html, named } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { pageOf } from '../../page/html-frame.ts';
import { joinedNames, type Pen, penOf } from '../../page/html-pen.ts';
import { dataSection, reading } from '../../page/html-sections.ts';
import { head, legend, paperStyle, scroll } from '../../page/html-table.ts';
import { type Hand, handOf, labelOf, mapOf, maps, nameOf, titled, wholeCell } from './cohort-map.ts';
import type { CohortReport, CohortRow } from './cohorts-model.ts';
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

/** The newest cohorts and the first ages of a map, and the cells of all maps of a page together. */
const COHORTS = 60;
const AGES = 60;
const CELLS = 30_000;

/** The number of ages that at least one cohort has. */
const agesOf = (rows: readonly CohortRow[]): number =>
  Math.max(0, ...rows.map((row) => row.ages.findLastIndex((age) => age.retention.value !== null) + 1));

/** Each cohort as a whole: how many came, what they cost, when that was paid back. */
function summaryOf(rows: readonly CohortRow[], hand: Hand): string {
  const { own, pen } = hand;
  const name = own.summary;
  const isKnown = (metric: CohortMetric): boolean =>
    rows.some(({ figures }) => figures[metric].reason !== 'missing_kind');
  const metrics = cohortMetrics.filter(isKnown);
  const heads = [own.cohort, ...metrics.map((metric) => own.metrics[metric])];
  const lines = rows.map(
    (row) => `<tr>${head('row', labelOf(row, hand))}${metrics.map((metric) => wholeCell(row, metric, hand)).join('')}`,
  );
  const table = `<table class="b cs"><thead><tr>${heads.map((one) => head('col', html(one))).join('')}</thead><tbody>${lines.join('')}</table>`;
  return `<div class=cm>${titled('summary', name, hand)}${scroll(nameOf(name, hand), table)}${legend(
    rows.flatMap(({ figures }) => metrics.map((metric) => figures[metric])),
    pen,
  )}</div>`;
}

/** The cohorts of one group: as a whole, and one map per figure by age. */
function partsOf(
  all: readonly CohortRow[],
  hand: Hand,
): { readonly first: string; readonly more: string; readonly notes: string } {
  const { pen, own } = hand;
  const { page, figures } = pen;
  const rows = all.slice(-COHORTS);
  const known = agesOf(rows);
  const ages = Math.min(known, AGES);
  const left = [
    ...(rows.length < all.length
      ? [page.cohorts.fewerCohorts(figures.count(rows.length), figures.count(all.length))]
      : []),
    ...(ages < known ? [page.cohorts.fewerAges(figures.count(ages), figures.count(known))] : []),
    ...(known === 0 ? [own.noAges] : []),
  ];
  const [first, ...more] = maps.map((map) => mapOf(rows, map, ages, hand));
  const notes = left.map((one) => `<p class=w>${html(one)}</p>`).join('');
  return { first: first ?? '', more: more.join('') + summaryOf(rows, hand), notes };
}

function groupOf(all: readonly CohortRow[], hand: Hand): string {
  const { first, more, notes } = partsOf(all, hand);
  return first + more + notes;
}

const keyOf = ({ dimensions }: CohortRow): string => JSON.stringify(dimensions);

/** The tables of a report of cohorts without groups, each a part of the page. */
function tablesAlone(report: CohortReport, pen: Pen) {
  const part = groupOf(report.cohorts, handOf(report, pen, true));
  const { ageMetrics, summary } = cohortWords[pen.tongue.lang];
  const links = [...maps.map(({ metric }) => [metric, ageMetrics[metric]] as const), ['summary', summary] as const]
    .filter(([id]) => part.includes(`<h2 id=m-${id}>`))
    .map(([id, name]) => [`m-${id}`, html(name)] as const);
  return { links, parts: [part] };
}

/** The parts of a page of cohorts; all groups together first. */
export function cohortParts(report: CohortReport, pen: Pen) {
  if (report.dimensions.length === 0) return tablesAlone(report, pen);
  const hand = handOf(report, pen);
  const { page, text, figures } = pen;
  const total = JSON.stringify({});
  const keys = [...new Set(report.cohorts.map(keyOf))];
  const groups = [...keys.filter((key) => key === total), ...keys.filter((key) => key !== total)];
  const cohorts = report.cohorts.length / Math.max(1, keys.length);
  const each = Math.min(report.ages, AGES) * Math.min(cohorts, COHORTS) * maps.length;
  const shown = groups.slice(0, Math.max(2, Math.floor(CELLS / Math.max(1, each))));
  const parts = shown.map((key, i) => {
    const rows = report.cohorts.filter((row) => keyOf(row) === key);
    const names = report.dimensions.map((dimension) => rows[0]!.dimensions[dimension] ?? unattributed);
    const id = `g-${i + 1}`;
    const groupName = (shown: (name: string) => string): string =>
      key === total ? html(text.total) : joinedNames(names, text, shown);
    const left =
      i < shown.length - 1 || shown.length === groups.length
        ? ''
        : `<p class=w>${html(page.fewerGroups(figures.count(shown.length - 1), figures.count(groups.length - 1)))}</p>`;
    return {
      link: [id, groupName((name) => `<bdi>${foreign(name, 40)}</bdi>`)] as const,
      part: `<section id=${id} aria-labelledby=h-${id}><h2 id=h-${id}>${groupName(named)}</h2>${groupOf(rows, { ...hand, group: groupName((name) => foreign(name, 60)) })}${left}</section>`,
    };
  });
  return { links: parts.map(({ link }) => link), parts: parts.map(({ part }) => part) };
}

/** Statements about all cohorts together. */
export function cohortNotes(report: CohortReport, pen: Pen): string[] {
  const { own } = handOf(report, pen);
  const { orders, unidentified } = report;
  const hasPayback = report.cohorts.some(({ figures: { payback } }) => payback.value !== null);
  return [
    ...(hasPayback ? [own.payback] : []),
    ...(unidentified === 0 ? [] : [own.unidentified(pen.figures.count(unidentified), pen.figures.count(orders))]),
  ];
}

/** The newest cohorts of a report's files, as a part of its page. */
export function cohortsInReport(report: CohortReport, pen: Pen) {
  const hand = handOf(report, pen);
  const { page, figures } = pen;
  const name = hand.own.titles[report.grain];
  const rows = report.cohorts.filter(({ dimensions }) => Object.keys(dimensions).length === 0);
  const notes = [page.cohorts.newest(figures.count(rows.length)), ...cohortNotes(report, pen)];
  const { first, more, notes: own } = partsOf(rows, hand);
  return {
    link: ['cohorts', html(name)] as const,
    part: `<section id=cohorts aria-labelledby=h-cohorts><h2 id=h-cohorts>${html(name)}</h2>${first}<details class=mo><summary>${html(page.moreCohorts)}</summary>${more}${own}${notes
      .map((note) => `<p class=w>${html(note)}</p>`)
      .join('')}</details></section>`,
  };
}
