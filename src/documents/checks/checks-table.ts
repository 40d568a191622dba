import { visible } from '../../core/visible.ts';
import { Notes } from '../../page/footnotes.ts';
import { type Words, words } from '../../page/page-words.ts';
import type { Paint } from '../../page/paint.ts';
import { type Printing, printed, titleLines, warningCount } from '../../page/terminal.ts';
import { padEnd, padStart, unbroken, widthOf, wrap, wrapAtMost } from '../../page/text-width.ts';
import { between, Facts, type ShownResult } from './checks-facts.ts';
import type { CheckReport, CheckResult, Verdict } from './checks-model.ts';
import { type CheckWords, checkWords } from './checks-words.ts';

/** Visible without colours, too. */
const signs: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✗', skip: '–' };

const GAP = 2;
const gap = ' '.repeat(GAP);
/** Columns make room for labels up to this width, and labels for the values. */
const GOOD_LABEL = 20;
const LEAST_LABEL = 12;
const MOST_LABEL = 40;
const LABEL_LINES = 6;
/** No more of a name is read: names come from data and can be as long as a file. */
const LONGEST = 1000;
/** Notes are beside the figures if they have this much room, else below. */
const LEAST_NOTES = 36;

/** Lines are broken: the no-break spaces are no longer needed. */
const spaced = (lines: readonly string[]): string[] => lines.map((line) => line.replaceAll('\u00a0', ' '));

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** A result ready to be laid out. */
interface Line extends ShownResult {
  readonly verdict: Verdict;
  /** Symbols right of the value. */
  readonly marks: string;
}

/** A column of figures: never cut; if there is no room for it, among the notes. */
interface Column {
  readonly head: string;
  readonly cell: (line: Line) => string;
}

function title(report: CheckReport, text: Words, own: CheckWords, options: Printing): string[] {
  const [first] = report.results;
  const one = first !== undefined && report.results.every(({ period }) => period === first.period) ? first : undefined;
  const name = one === undefined || one.period === 'all' ? [] : [one.period];
  const top = [own.title, ...name, ...(one === undefined ? [] : [`${one.from} – ${one.to}`])];
  const under = [
    report.timezone,
    ...(report.currency === null ? [] : [report.currency]),
    `${text.asOf} ${report.asOf.slice(0, 16).replace('T', ' ')}`,
  ];
  return titleLines(visible(top.join(' · ')), visible(under.join(' · ')), options);
}

/** The columns that fit beside the labels, in order; the others go into the notes. */
function split(columns: readonly Column[], lines: readonly Line[], room: number): [beside: Column[], below: Column[]] {
  const beside = columns.filter(({ cell }) => lines.some((line) => cell(line) !== ''));
  const below: Column[] = [];
  const used = (): number => sum(beside.map((column) => GAP + sizeOf(column, lines)));
  for (let last = beside.at(-1); last !== undefined && used() > room; last = beside.at(-1)) {
    below.unshift(last);
    beside.pop();
  }
  return [beside, below];
}

const sizeOf = ({ head, cell }: Column, lines: readonly Line[]): number =>
  Math.max(widthOf(head), widest(lines.map(cell)));

/** One line per result, more if its name or notes need them. */
function rows(lines: readonly Line[], own: CheckWords, { width, paint }: Printing): string[] {
  const brushes: Readonly<Record<Verdict, Paint['red']>> = {
    pass: paint.green,
    warn: paint.yellow,
    fail: (text) => paint.bold(paint.red(text)),
    skip: paint.dim,
  };
  const { heads, verdicts } = own;
  const said = (verdict: Verdict): string => `${signs[verdict]} ${verdicts[verdict]}`;
  const first = widest(lines.map(({ verdict }) => said(verdict)));
  const [number, marks] = [widest(lines.map(({ value }) => value)), widest(lines.map((line) => line.marks))];
  const value = Math.max(number + marks, widthOf(heads.value));
  const natural = Math.max(widest(lines.map(({ label }) => label)), widthOf(heads.check));
  const front = first + GAP + GAP + value;
  const [beside, below] = split(
    [
      { head: heads.compared, cell: ({ compared }) => compared },
      { head: heads.bound, cell: ({ bound }) => bound },
      { head: heads.distance, cell: ({ distance }) => distance },
      { head: 'n', cell: ({ n }) => n },
    ],
    lines,
    width - front - Math.min(natural, GOOD_LABEL),
  );
  const sizes = beside.map((column) => sizeOf(column, lines));
  const used = front + sum(sizes.map((size) => GAP + size));
  const notesOf = (line: Line): string =>
    [
      ...below.flatMap(({ head, cell }) => (cell(line) === '' ? [] : [`${head}\u00a0${unbroken(cell(line))}`])),
      ...line.notes,
    ].join(between);
  const notes = lines.map(notesOf);
  const right = width - used - Math.min(natural, MOST_LABEL) - GAP;
  const isRight = right >= LEAST_NOTES;
  const label = isRight ? Math.min(natural, MOST_LABEL) : Math.min(natural, Math.max(LEAST_LABEL, width - used));
  const shown = (left: string, name: string, cells: readonly string[], note: string): string =>
    [left, padEnd(name, label), ...cells, note].join(gap).trimEnd();
  const empty = [' '.repeat(value), ...sizes.map((size) => ' '.repeat(size))];

  const head = shown(
    ' '.repeat(first),
    heads.check,
    [
      padStart(heads.value, Math.max(value - marks, widthOf(heads.value))).padEnd(value),
      ...beside.map((column, i) => padStart(column.head, sizes[i] ?? 0)),
    ],
    '',
  );
  const long = isRight ? Math.min(right, widest(notes)) : 0;
  const rule = '─'.repeat(label + used + (long > 0 ? GAP + long : 0));
  const body = lines.flatMap((line, i) => {
    const names = spaced(wrapAtMost(line.label, label, LABEL_LINES, 2));
    const cells = [
      padStart(line.value, value - marks) + padEnd(line.marks, marks),
      ...beside.map(({ cell }, at) => padStart(cell(line), sizes[at] ?? 0)),
    ];
    const note = notes[i] ?? '';
    const aside = isRight && note !== '' ? spaced(wrap(note, right)) : [];
    const under = !isRight && note !== '' ? spaced(wrap(note, width - first - GAP - GAP)) : [];
    const height = Math.max(names.length, aside.length);
    const drawn = Array.from({ length: height }, (_, at) => {
      const left = at === 0 ? brushes[line.verdict](padEnd(said(line.verdict), first)) : ' '.repeat(first);
      const name = padEnd(names[at] ?? '', label);
      const strong = line.verdict === 'fail' ? paint.bold(name) : name;
      return shown(left, strong, at === 0 ? cells : empty, aside[at] === undefined ? '' : paint.dim(aside[at]));
    });
    return [...drawn, ...under.map((text) => ' '.repeat(first + GAP + GAP) + paint.dim(text))];
  });
  return [paint.bold(head), paint.dim(rule), ...body];
}

/** The outcome of checks for people: one line per result in the order of the configuration, and the verdict. */
export function renderCheckTable(report: CheckReport, options: Printing): string {
  const { width, paint, lang } = options;
  const [text, own] = [words[lang], checkWords[lang]];
  const facts = new Facts(report, options);
  const notes = new Notes();
  const lines = report.results.map((result: CheckResult): Line => {
    const shown = facts.of(result);
    if ([shown.distance, shown.compared].some((one) => one.endsWith(` ${text.short.point}`))) notes.change('point');
    const label = shown.label.slice(0, LONGEST);
    return { ...shown, label, verdict: result.verdict, marks: notes.mark(result.marks) };
  });
  const tone = lines.some(({ verdict }) => verdict === 'fail')
    ? paint.red
    : lines.some(({ verdict }) => verdict === 'warn')
      ? paint.yellow
      : paint.green;
  const parts = [
    title(report, text, own, options),
    lines.length === 0 ? [] : rows(lines, own, options),
    notes.lines(text, width, paint),
    [
      ...warningCount(report, { ...options, quiet: false }),
      ...wrap(facts.summary(report), width).map((line) => (lines.length === 0 ? line : paint.bold(tone(line)))),
    ],
  ];
  return printed(parts);
}
