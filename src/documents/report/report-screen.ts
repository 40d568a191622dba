import { compare, type Fraction } from '../../core/fraction.ts';
import { type Kind, marks } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import type { Comparison, Figure, ReportKpi } from '../../figures/figure-model.ts';
import { type ShownChange, shownChange } from '../../page/changes.ts';
import { Figures } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import { pageWords } from '../../page/html-words.ts';
import { sparkline } from '../../page/letter-charts.ts';
import { words } from '../../page/page-words.ts';
import { PeriodWords } from '../../page/period-words.ts';
import { type Printing, printed, warningCount } from '../../page/terminal.ts';
import { cut, padEnd, padStart, widthOf, wrap } from '../../page/text-width.ts';
import type { Beyond, FirstScreen, Report, ReportRow } from './report-model.ts';
import { screenWords } from './screen-words.ts';

/** Of courses, the periods shown. */
const COURSE = 8;
const LABEL = 26;
/** Figures that moved, at most. */
const MOVED = 4;
/** Figures of the running period. */
const RUNNING = 2;

const comparisons = ['previous', 'year'] as const satisfies readonly Comparison[];

/** What all parts of the screen are written with. */
interface Pen {
  readonly report: Report;
  readonly screen: FirstScreen;
  readonly printing: Printing;
  readonly figures: Figures;
  readonly notes: Notes;
  readonly names: PeriodWords;
}

/** The first answer: what most readers look for, on one screen. */
export function renderScreen(report: Report, screen: FirstScreen, printing: Printing): string {
  const { lang } = printing;
  const figures = new Figures(report.currency, printing);
  const names = new PeriodWords(report.grain, printing);
  const pen: Pen = { report, screen, printing, figures, notes: new Notes(), names };
  const { last, running } = screen;
  const above = [
    heading(pen),
    last === null ? [screenWords[lang].noPeriod] : headlineTable(last, pen),
    last === null ? [] : movedLines(last, pen),
    running === null ? [] : runningLines(running, pen),
  ];
  const below = [...dataLines(pen), ...warningCount(report, printing), ...moreLines(pen)];
  return printed([...above, noteLines(pen), below]);
}

/** What signs beside figures mean, in few words. */
function noteLines({ notes, printing: { lang, width, paint } }: Pen): string[] {
  const { marks: long } = words[lang];
  const { marks: short } = pageWords[lang];
  const entries = notes.entries(words[lang]).map(([sign, meaning]) => {
    const mark = marks.find((one) => long[one] === meaning);
    return `${sign} ${mark === undefined ? meaning : short[mark]}`;
  });
  return flow(entries, '   ', width).map(paint.dim);
}

/** Texts beside each other, none broken if it fits into a line. */
function flow(texts: readonly string[], between: string, width: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const line = lines.at(-1);
    const longer = line === undefined ? text : line + between + text;
    if (line !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrap(text, width));
  }
  return lines;
}

function heading({ report, screen, printing, names }: Pen): string[] {
  const { width, paint, lang, locale } = printing;
  const say = screenWords[lang];
  const number = new Intl.NumberFormat(locale);
  const row = screen.last ?? screen.running;
  const title = row === null ? words[lang].grains[report.grain] : names.long(row);
  const facts = [
    ...(report.currency === null ? [] : [report.currency]),
    report.timezone,
    say.files(number.format(report.files.length)),
    say.kpis(number.format(report.kpis.length), number.format(screen.known)),
  ].map(visible);
  const beside = facts.join(' · ');
  const room = width - widthOf(title) - widthOf(beside);
  if (room >= 2) return [paint.bold(title) + ' '.repeat(room) + paint.dim(beside)];
  return [...wrap(title, width).map(paint.bold), ...wrap(beside, width).map(paint.dim)];
}

/** A line of the table: its cells are texts of known width. */
interface Line {
  readonly label: string;
  readonly value: string;
  readonly changes: readonly string[];
  /** Instead of changes. */
  readonly reason?: string;
  readonly course: string;
  readonly tone: 'good' | 'bad' | 'neutral';
}

function headlineTable(last: ReportRow, pen: Pen): string[] {
  const { report, printing, names } = pen;
  const { width, paint, lang } = printing;
  const say = screenWords[lang];
  const shown = comparisons.filter((name) =>
    last.compare[name]?.changes.some(({ absolute }, at) => absolute.value !== null && last.figures[at]?.value !== null),
  );
  const courses = coursesOf(pen);
  const lines = report.kpis.map((kpi, at) => lineOf(kpi, at, last, shown, courses[at] ?? '', pen));
  const heads = shown.map((name) => {
    const base = last.compare[name]!.period;
    return say.since(
      name === 'year' && report.grain !== 'year' ? base.replace(/^.*?(\d{4}).*$/, '$1') : names.shortName(base),
    );
  });
  const label = Math.min(LABEL, Math.max(...lines.map((line) => widthOf(line.label))));
  const value = Math.max(widthOf(names.short(last)), ...lines.map((line) => widthOf(line.value)));
  const widths = heads.map((head, at) =>
    Math.max(widthOf(head), ...lines.map((line) => widthOf(line.changes[at] ?? ''))),
  );
  const course = courses.some((one) => one !== '') ? say.course(lengthOf(courses), report.grain) : '';
  const used = label + 2 + value + widths.reduce((sum, one) => sum + 2 + one, 0);
  // Too narrow for courses: the changes say more.
  const hasCourse = course !== '' && used + 3 + widthOf(course) <= width;
  const head = [
    ' '.repeat(label),
    padStart(names.short(last), value),
    ...heads.map((one, at) => padStart(one, widths[at]!)),
  ].join('  ');
  return [
    paint.dim((hasCourse ? `${head}   ${course}` : head).trimEnd()),
    ...lines
      .map((line) => {
        const tone = line.tone === 'good' ? paint.green : line.tone === 'bad' ? paint.red : (text: string) => text;
        const changes = line.changes.map((one, at) =>
          (at === 0 ? tone : (text: string) => text)(padStart(one, widths[at]!)),
        );
        const front = `${padEnd(cut(line.label, label), label)}  ${padStart(line.value, value)}`;
        if (line.reason !== undefined) return `${front}  ${paint.dim(cut(line.reason, width - widthOf(front) - 2))}`;
        return [front, ...changes].join('  ') + (hasCourse ? `   ${line.course}` : '');
      })
      .map((line) => line.trimEnd()),
  ];
}

function lineOf(
  kpi: ReportKpi,
  at: number,
  last: ReportRow,
  shown: readonly Comparison[],
  course: string,
  { screen, printing: { lang }, figures, notes }: Pen,
): Line {
  const figure = last.figures[at]!;
  const label = visible(kpi.label[lang]);
  if (figure.value === null)
    return { label, value: '–', changes: [], reason: words[lang].reasons[figure.reason!], course, tone: 'neutral' };
  const value = figures.value(kpi.unit, figure.value) + notes.mark(figure.marks);
  const changes = shown.map((name) => changeOf(kpi, figure, last, at, name, { figures, notes, lang }));
  const [first] = changes;
  const moved = screen.beyond[at] ?? null;
  const arrow = moved ? ` ${isAbove(figure, moved.high) ? '▲' : '▼'}` : '  ';
  return {
    label,
    value,
    changes: changes.map((change, place) => `${change?.text ?? ''}${place === 0 ? arrow : ''}`),
    course,
    tone: moved ? (first?.tone ?? 'neutral') : 'neutral',
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
  { figures, notes, lang }: { figures: Figures; notes: Notes; lang: Printing['lang'] },
): ShownChange | undefined {
  const change = row.compare[name]?.changes[at];
  return change && shownChange(kpi, figure, change, name, { figures, notes, text: words[lang] });
}

/** The course of each KPI over the last complete periods; a single change is shown as such. */
function coursesOf({ report, screen }: Pen): string[] {
  const rows = report.rows.filter(
    ({ period, partial, dimensions }) => period !== 'all' && !partial && Object.keys(dimensions).length === 0,
  );
  const end = rows.findIndex(({ period }) => period === screen.last?.period);
  const shown = rows.slice(Math.max(0, end + 1 - COURSE), end + 1);
  if (shown.length < 3) return [];
  return report.kpis.map((_, at) =>
    sparkline(
      shown.map(({ figures }) => {
        const value = figures[at]?.value ?? null;
        return typeof value === 'string' ? null : value;
      }),
    ),
  );
}

const lengthOf = (courses: readonly string[]): number => Math.max(0, ...courses.map((course) => [...course].length));

function movedLines(last: ReportRow, { report, screen, printing, figures }: Pen): string[] {
  const { width, paint, lang } = printing;
  const say = screenWords[lang];
  const history = report.rows.filter(({ period, partial }) => period !== 'all' && !partial).length - 1;
  if (history < 4) return [];
  const moved = report.kpis.flatMap((kpi, at): { kpi: ReportKpi; at: number; range: Beyond }[] => {
    const range = screen.beyond[at];
    return range == null ? [] : [{ kpi, at, range }];
  });
  const [one] = moved;
  if (one === undefined) return [paint.dim(cut(say.nothingMoved(history, report.grain), width))];
  return [
    paint.bold(cut(say.moved(one.range.periods, report.grain), width)),
    ...moved.slice(0, MOVED).map(({ kpi, at, range: { low, high } }) => {
      const { value } = last.figures[at]!;
      const text = (bound: typeof low) => figures.value(kpi.unit, bound);
      const where = (isAbove(last.figures[at]!, high) ? say.above : say.below)(text(low), text(high));
      return cut(
        `  ${visible(kpi.label[lang])} ${value === null ? '' : figures.value(kpi.unit, value)}, ${where}`,
        width,
      );
    }),
  ];
}

/** The running period against equally many days before it. */
function runningLines(row: ReportRow, { report, printing, figures, notes, names }: Pen): string[] {
  const { width, paint, lang } = printing;
  const say = screenWords[lang];
  const { grain } = report;
  if (grain === 'all' || grain === 'hour' || grain === 'day') return [];
  const told = report.kpis.flatMap((kpi, at) => {
    const part = row.compare.previous?.changes[at]?.part;
    const figure = part?.figure;
    return part === undefined || figure === undefined || figure.value === null ? [] : [{ kpi, at, part, figure }];
  });
  const [one] = told;
  if (one === undefined) return [];
  // Kinds of files end on different days: figures of the same days stand beside each other.
  const same = told.filter(({ part }) => part.from === one.part.from && part.to === one.part.to).slice(0, RUNNING);
  const days = 1 + (Date.parse(one.part.to.slice(0, 10)) - Date.parse(one.part.from.slice(0, 10))) / 86_400_000;
  const shape = grain === 'week' ? ({ weekday: 'short', day: 'numeric', month: 'short' } as const) : undefined;
  const title = `${say.running[grain]} · ${names.span(one.part.from, one.part.to, shape)} (${say.days(days)})`;
  const texts = same.map(({ kpi, at, figure }) => {
    const changes = comparisons.flatMap((name) => {
      const compared = row.compare[name];
      const change = changeOf(kpi, figure, row, at, name, { figures, notes, lang });
      if (compared === undefined || change === undefined || change.isNull) return [];
      const base =
        name === 'year' && grain !== 'year'
          ? compared.period.replace(/^.*?(\d{4}).*$/, '$1')
          : names.shortName(compared.period);
      return [`${change.text} ${say.on(base)}`];
    });
    return `${visible(kpi.label[lang])} ${figures.value(kpi.unit, figure.value!)}${notes.mark(figure.marks)}${changes.length > 0 ? `  ${changes.join('  ')}` : ''}`;
  });
  const beside = `  ${texts.join('    ')}`;
  const lines = widthOf(beside) <= width ? [beside] : texts.map((text) => cut(`  ${text}`, width));
  const since = say.sameDays(days);
  const head =
    widthOf(title) + 3 + widthOf(since) <= width
      ? `${paint.bold(title)}   ${paint.dim(since)}`
      : paint.bold(cut(title, width));
  return [head, ...lines];
}

/** Which kinds of records reach which day, and whether all rows count. */
function dataLines({ report, printing, names, figures }: Pen): string[] {
  const { width, paint, lang } = printing;
  const say = screenWords[lang];
  const ends = new Map<Kind, string>();
  for (const kind of Object.keys(say.kinds) as Kind[])
    for (const { kinds, last } of report.files)
      if (last !== null && kinds.includes(kind) && (ends.get(kind) ?? '') < last) ends.set(kind, last);
  const days = [...new Set(ends.values())].sort().reverse();
  const reach = days.map((day) => {
    const kinds = [...ends].flatMap(([kind, end]) => (end === day ? [say.kinds[kind]!] : []));
    return say.until(kinds.join(', '), names.day(day));
  });
  const total = (name: 'read' | 'accepted' | 'rejected' | 'skipped' | 'superseded'): number =>
    report.files.reduce((sum, file) => sum + file[name], 0);
  const rows = [
    say.counted(
      figures.count(total('accepted')),
      figures.count(total('read') - total('skipped') - total('superseded')),
    ),
    ...(total('rejected') > 0 ? [say.rejected(total('rejected'), figures.count(total('rejected')))] : []),
  ];
  return beside(say.data, [...reach, ...rows], ' · ', width).map(paint.dim);
}

/** What to type next. */
function moreLines({ report, screen, printing }: Pen): string[] {
  const { width, paint, lang } = printing;
  const say = screenWords[lang];
  const paths = screen.paths === '' ? '' : ` ${screen.paths}`;
  const explained = report.kpis.find(({ id }) => id === 'cac') ?? report.kpis[0];
  const commands = [
    `kpi report${paths} --full`,
    ...(explained === undefined ? [] : [`kpi explain ${explained.id}${paths}`]),
  ];
  return beside(say.more, commands, '    ', width).map(paint.dim);
}

/** A word, and lines of text beside it. */
function beside(word: string, texts: readonly string[], between: string, width: number): string[] {
  const indent = widthOf(word) + 3;
  return flow(texts, between, width - indent).map((line, at) =>
    at === 0 ? `${word}   ${line}` : ' '.repeat(indent) + line,
  );
}
