import type { Grain } from '../../core/calendar.ts';
import { compare, type Fraction } from '../../core/fraction.ts';
import { type Kind, marks } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import type { Comparison, Figure, ReportKpi, Warning } from '../../figures/figure-model.ts';
import { type ShownChange, shownChange } from '../../page/changes.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import { pageWords } from '../../page/html-words.ts';
import { sparkline } from '../../page/letter-charts.ts';
import { words } from '../../page/page-words.ts';
import { PeriodWords } from '../../page/period-words.ts';
import { unbroken } from '../../page/text-width.ts';
import type { FirstScreen, Report, ReportRow } from './report-model.ts';
import { screenWords } from './screen-words.ts';

/** Of courses, the periods shown. */
const COURSE = 8;
/** Two periods are a change, which is shown already. */
const leastCourse = 3;
/** Figures that moved, at most. */
const MOVED = 4;
/** Figures in a subject. */
const HEADLINE = 2;
/** Figures of the running period. */
const RUNNING = 2;

const comparisonsOf = (grain: Grain): readonly Comparison[] => (grain === 'year' ? ['previous'] : ['previous', 'year']);

/** A KPI of the first screen, as texts. */
export interface ScreenLine {
  readonly label: string;
  readonly value: string;
  /** In the order of the heads. */
  readonly changes: readonly string[];
  /** Why there is no value, instead of changes. */
  readonly reason?: string;
  /** Whether the figure is above or below its usual range. */
  readonly arrow: '' | '▲' | '▼';
  readonly tone: ShownChange['tone'];
  readonly course: string;
}

/** A title and lines below it. */
export interface ScreenPart {
  readonly title: string;
  /** Beside the title, less prominent. */
  readonly beside?: string;
  readonly lines: readonly string[];
  /** Lines that may be beside each other. */
  readonly inRow?: true;
}

/** A line whose parts are separated by two blanks, for HTML, which shows only one. */
export const apart = (line: string): string => line.replaceAll('  ', ' · ');

/** The first screen as texts: what a terminal, a mail and a chat arrange each in its own way. */
export interface ScreenTexts {
  /** `Week 47 · 16–22 Nov 2026`, after the name of the shop. */
  readonly title: string;
  /** The most important figures in a few words: the subject of a mail. */
  readonly headline: string;
  /** Currency, zone, files, KPIs. */
  readonly facts: readonly string[];
  /** Heads of the value, of the changes and of the course. */
  readonly heads: { readonly value: string; readonly changes: readonly string[]; readonly course: string };
  /** Null without a complete period or a KPI. */
  readonly lines: readonly ScreenLine[] | null;
  /** What is said where there are no lines. */
  readonly noLines: string;
  readonly moved: ScreenPart | null;
  readonly running: ScreenPart | null;
  /** What signs mean. */
  readonly notes: readonly string[];
  /** Which kinds of records reach which day, and whether all rows count. */
  readonly data: readonly string[];
  readonly warnings: readonly Warning[];
  /** What to type next. */
  readonly more: readonly string[];
}

interface Pen {
  readonly report: Report;
  readonly screen: FirstScreen;
  readonly tongue: Tongue;
  readonly figures: Figures;
  readonly notes: Notes;
  readonly names: PeriodWords;
}

/** Everything that a first screen says. */
export function screenTexts(report: Report, screen: FirstScreen, tongue: Tongue): ScreenTexts {
  const { lang, locale } = tongue;
  const pen: Pen = {
    report,
    screen,
    tongue,
    figures: new Figures(report.currency, tongue),
    notes: new Notes(),
    names: new PeriodWords(report.grain, tongue),
  };
  const { last, running } = screen;
  const say = screenWords[lang];
  const number = new Intl.NumberFormat(locale);
  const row = last ?? running;
  const shown = last === null ? [] : comparedIn(last, report.grain);
  const courses = coursesOf(pen);
  const all = last && report.kpis.map((kpi, at) => lineOf(kpi, at, last, shown, courses[at] ?? '', pen));
  const lines = all?.length === 0 ? null : all;
  const moved = last && movedOf(last, pen);
  const current = running && runningOf(running, pen);
  const length = Math.max(0, ...courses.map((course) => [...course].length));
  return {
    title: [
      ...(report.name === undefined ? [] : [report.name]),
      row === null ? words[lang].grains[report.grain] : pen.names.long(row),
    ].join(' · '),
    headline: headlineOf(lines ?? []),
    facts: [
      ...(report.currency === null ? [] : [report.currency]),
      report.timezone,
      say.files(number.format(report.files.length)),
      say.kpis(number.format(report.kpis.length), number.format(screen.known)),
    ].map(visible),
    heads: {
      value: last === null ? '' : report.grain === 'all' ? words[lang].total : pen.names.short(last),
      changes: shown.map((name) => say.since(baseName(name, last!, pen))),
      course: length === 0 ? '' : say.course(length, report.grain),
    },
    lines,
    noLines: last === null ? say.noPeriod : say.noKpi,
    moved,
    running: current,
    notes: noteTexts(pen),
    data: dataOf(pen),
    warnings: report.warnings,
    more: moreOf(pen),
  };
}

/** `Net sales €11,428 (+13.1%), Orders 156 (+9.9%)` */
const headlineOf = (lines: readonly ScreenLine[]): string =>
  lines
    .filter(({ reason }) => reason === undefined)
    .slice(0, HEADLINE)
    .map(({ label, value, changes: [change] }) => `${label} ${value}${change ? ` (${change})` : ''}`)
    .join(', ');

/** The comparisons of which a period has any: the year before a year is the period before it. */
const comparedIn = (row: ReportRow, grain: Grain): Comparison[] =>
  comparisonsOf(grain).filter((name) =>
    row.compare[name]?.changes.some(({ absolute }, at) => absolute.value !== null && row.figures[at]?.value !== null),
  );

/** What a comparison is with: of a year before, the year. */
function baseName(name: Comparison, row: ReportRow, { names }: Pen): string {
  const base = row.compare[name]?.period ?? '';
  return name === 'year' ? base.replace(/^.*?(\d{4}).*$/, '$1') : names.shortName(base);
}

function lineOf(
  kpi: ReportKpi,
  at: number,
  last: ReportRow,
  shown: readonly Comparison[],
  course: string,
  pen: Pen,
): ScreenLine {
  const { screen, tongue, figures, notes } = pen;
  const figure = last.figures[at]!;
  const label = visible(kpi.label[tongue.lang]);
  if (figure.value === null) {
    const reason = words[tongue.lang].reasons[figure.reason!];
    return { label, value: '–', changes: [], reason, arrow: '', tone: 'neutral', course };
  }
  const value = figures.value(kpi.unit, figure.value) + notes.mark(figure.marks);
  const changes = shown.map((name) => changeOf(kpi, figure, last, at, name, pen));
  const range = screen.beyond[at] ?? null;
  return {
    label,
    value,
    changes: changes.map((change) => change?.text ?? ''),
    arrow: range === null ? '' : isAbove(figure, range.high) ? '▲' : '▼',
    tone: range === null ? 'neutral' : (changes[0]?.tone ?? 'neutral'),
    course,
  };
}

const isAbove = ({ value }: Figure, high: Fraction): boolean =>
  value !== null && typeof value !== 'string' && compare(value, high) > 0;

function changeOf(
  kpi: ReportKpi,
  figure: Figure,
  row: ReportRow,
  at: number,
  name: Comparison,
  { figures, notes, tongue: { lang } }: Pen,
): ShownChange | undefined {
  const change = row.compare[name]?.changes[at];
  return change && shownChange(kpi, figure, change, name, { figures, notes, text: words[lang] });
}

/** The course of each KPI over the last complete periods. */
function coursesOf({ report, screen }: Pen): string[] {
  const rows = report.rows.filter(({ period, partial }) => period !== 'all' && !partial);
  const end = rows.findIndex(({ period }) => period === screen.last?.period);
  const shown = rows.slice(Math.max(0, end + 1 - COURSE), end + 1);
  if (shown.length < leastCourse) return [];
  return report.kpis.map((_, at) =>
    sparkline(
      shown.map(({ figures }) => {
        const value = figures[at]?.value ?? null;
        return typeof value === 'string' ? null : value;
      }),
    ),
  );
}

function movedOf(last: ReportRow, { report, screen, tongue: { lang }, figures }: Pen): ScreenPart | null {
  const say = screenWords[lang];
  const { grain } = report;
  if (screen.history < 1) return null;
  const found = report.kpis.flatMap((kpi, at) => {
    const range = screen.beyond[at] ?? null;
    const figure = last.figures[at]!;
    if (range === null || figure.value === null) return [];
    const [low, high] = [figures.value(kpi.unit, range.low), figures.value(kpi.unit, range.high)];
    const where = (isAbove(figure, range.high) ? say.above : say.below)(low, high);
    const label = visible(kpi.label[lang]);
    return [{ label, line: `${label} ${figures.value(kpi.unit, figure.value)}, ${where}` }];
  });
  const more = found.slice(MOVED).map(({ label }) => label);
  const lines = [
    ...found.slice(0, MOVED).map(({ line }) => line),
    ...(more.length === 0 ? [] : [say.alsoMoved(more.join(', '))]),
  ];
  return lines.length === 0
    ? { title: say.nothingMoved(screen.history, grain), lines: [] }
    : { title: say.moved(screen.history, grain), lines };
}

const daysIn = ({ from, to }: { readonly from: string; readonly to: string }): number =>
  1 + (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;

/** The running period compared with the same number of days before it, or what the files have of one that is over. */
function runningOf(row: ReportRow, pen: Pen): ScreenPart | null {
  const { report, tongue, figures, notes, names } = pen;
  const say = screenWords[tongue.lang];
  const { grain } = report;
  if (grain === 'all' || grain === 'hour' || grain === 'day') return null;
  const told = report.kpis.flatMap((kpi, at) => {
    const part = row.compare.previous?.changes[at]?.part;
    return part === undefined || part.figure.value === null ? [] : [{ kpi, at, part }];
  });
  const [one] = told;
  if (one === undefined) return null;
  const { from, to } = one.part;
  // Kinds of files end on different days: figures of the same days are beside each other.
  const same = told.filter(({ part }) => part.from === from && part.to === to).slice(0, RUNNING);
  const days = daysIn(one.part);
  const shape = grain === 'week' ? ({ weekday: 'short', day: 'numeric', month: 'short' } as const) : undefined;
  const lines = same.map(({ kpi, at, part: { figure } }) => {
    const changes = comparisonsOf(grain).flatMap((name) => {
      // What cannot be compared is left out here, so that its sign needs no meaning.
      const { absolute, part } = row.compare[name]?.changes[at] ?? {};
      const isKnown = (absolute?.value ?? null) !== null;
      const change = isKnown ? changeOf(kpi, part?.figure ?? figure, row, at, name, pen) : undefined;
      if (change === undefined || change.isNull) return [];
      // A shorter month before cuts only the comparison with it.
      const compared = daysIn(part ?? row);
      const own = compared === days ? '' : ` (${say.days(compared)})`;
      return [`${change.text} ${say.on(baseName(name, row, pen))}${own}`];
    });
    const value = figures.value(kpi.unit, figure.value!) + notes.mark(figure.marks);
    return { figure: `${visible(kpi.label[tongue.lang])} ${value}`, changes };
  });
  const isOver = row.to < report.asOf.slice(0, row.to.length);
  const title = isOver ? say.begun(names.short(row)) : say.running[grain];
  return {
    title: `${title} · ${names.span(from, to, shape)} (${say.days(days)})`,
    ...(lines.some(({ changes }) => changes.length > 0) ? { beside: say.sameDays(days) } : {}),
    lines: lines.map(({ figure, changes }) => [figure, ...changes].join('  ')),
    inRow: true,
  };
}

function noteTexts({ notes, tongue: { lang } }: Pen): string[] {
  const { marks: long } = words[lang];
  const { marks: short } = pageWords[lang];
  return notes.entries(words[lang]).map(([sign, meaning]) => {
    const mark = marks.find((one) => long[one] === meaning);
    return `${sign} ${mark === undefined ? meaning : short[mark]}`;
  });
}

function dataOf({ report, screen, tongue: { lang }, names, figures }: Pen): string[] {
  const say = screenWords[lang];
  const ends = new Map<Kind, string>();
  for (const kind of Object.keys(say.kinds) as Kind[])
    for (const { kinds, last } of report.files)
      if (last !== null && kinds.includes(kind) && (ends.get(kind) ?? '') < last) ends.set(kind, last);
  for (const [kind, last] of screen.lateKinds) if ((ends.get(kind) ?? '') > last) ends.set(kind, last);
  const days = [...new Set(ends.values())].sort().reverse();
  const reach = days.map((day) => {
    const kinds = [...ends].flatMap(([kind, end]) => (end === day ? [say.kinds[kind]!] : []));
    const isThisYear = day.slice(0, 4) === report.asOf.slice(0, 4);
    const shape = { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' as const }) } as const;
    return say.until(kinds.join(', '), unbroken(names.day(day, shape)));
  });
  const total = (name: 'read' | 'accepted' | 'rejected' | 'skipped' | 'superseded'): number =>
    report.files.reduce((sum, file) => sum + file[name], 0);
  const rejected = total('rejected');
  const expected = total('read') - total('skipped') - total('superseded');
  return [
    ...reach,
    say.counted(figures.count(total('accepted')), figures.count(expected)),
    ...(rejected > 0 ? [say.rejected(rejected, figures.count(rejected))] : []),
  ];
}

function moreOf({ report, screen }: Pen): string[] {
  const paths = screen.paths === '' ? '' : ` ${screen.paths}`;
  const explained = report.kpis.find(({ id }) => id === 'cac') ?? report.kpis[0];
  return [
    `kpi report${paths} --full`,
    `kpi report${paths} --open`,
    ...(explained === undefined ? [] : [`kpi explain ${explained.id}${paths}`]),
  ];
}
