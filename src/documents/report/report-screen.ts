import { noPaint, type Paint } from '../../page/paint.ts';
import { warningText } from '../../page/quality-lines.ts';
import { type Printing, printed, warningCount } from '../../page/terminal.ts';
import { cut, padEnd, padStart, widthOf, wrap, wrapAtMost } from '../../page/text-width.ts';
import type { FirstScreen, Report } from './report-model.ts';
import { type ScreenLine, type ScreenPart, type ScreenTexts, screenTexts } from './screen-texts.ts';
import { screenWords } from './screen-words.ts';

/** Columns of labels. */
const LABEL = 26;
/** Columns and warnings of a text for a mail or a file. */
const TEXT = { width: 80, warnings: 3, warningLines: 2 } as const;

type Room = Pick<Printing, 'width' | 'paint'>;

/** The first answer: what most readers look for, on one screen. */
export function renderScreen(report: Report, screen: FirstScreen, printing: Printing): string {
  const { paint, lang, width } = printing;
  const texts = screenTexts(report, screen, printing);
  const say = screenWords[lang];
  return printed([
    ...partsOf(texts, printing, say.noPeriod),
    [
      ...beside(say.data, texts.data, ' · ', width).map(paint.dim),
      ...warningCount(report, printing),
      ...beside(say.more, texts.more, '    ', width).map(paint.dim),
    ],
  ]);
}

/** The same as plain text, for a mail or a file: it has its warnings, and nothing to type. */
export function renderText(given: Report, { lang, locale }: Pick<Printing, 'lang' | 'locale'>): string {
  const { screen, ...report } = given.digest ?? given;
  if (screen === undefined) return '';
  const texts = screenTexts(report, screen, { lang, locale });
  const say = screenWords[lang];
  const warnings = given.warnings.slice(0, TEXT.warnings);
  const more = given.warnings.length - warnings.length;
  return printed([
    ...partsOf(texts, { width: TEXT.width, paint: noPaint }, say.noPeriod),
    beside(say.data, texts.data, ' · ', TEXT.width),
    [
      ...warnings.flatMap((one) => wrapAtMost(`! ${warningText(one, lang)}`, TEXT.width, TEXT.warningLines, 2)),
      ...(more > 0 ? [`! ${say.moreWarnings(more)}`] : []),
    ],
  ]);
}

const partsOf = (texts: ScreenTexts, room: Room, noPeriod: string): string[][] => [
  headingLines(texts, room),
  texts.lines === null ? [noPeriod] : headlineTable(texts.lines, texts, room),
  texts.moved === null ? [] : partLines(texts.moved, room),
  texts.running === null ? [] : partLines(texts.running, room),
  flow(texts.notes, '   ', room.width).map(room.paint.dim),
];

function headingLines({ title, facts }: ScreenTexts, { width, paint }: Room): string[] {
  const right = facts.join(' · ');
  const room = width - widthOf(title) - widthOf(right);
  if (room >= 2) return [paint.bold(title) + ' '.repeat(room) + paint.dim(right)];
  return [...wrap(title, width).map(paint.bold), ...wrap(right, width).map(paint.dim)];
}

function headlineTable(lines: readonly ScreenLine[], { heads }: ScreenTexts, { width, paint }: Room): string[] {
  const arrows = lines.some(({ arrow }) => arrow !== '');
  const changeOf = (line: ScreenLine, at: number): string => {
    const text = line.changes[at] ?? '';
    // The arrow belongs to the figure; beside its first change it is in a column of its own.
    return at > 0 || !arrows ? text : `${text} ${line.arrow || ' '}`;
  };
  const headOf = (head: string, at: number): string => (at > 0 || !arrows ? head : `${head}  `);
  const label = Math.min(LABEL, Math.max(...lines.map((line) => widthOf(line.label))));
  const value = Math.max(widthOf(heads.value), ...lines.map((line) => widthOf(line.value)));
  const widths = heads.changes.map((head, at) =>
    Math.max(widthOf(headOf(head, at)), ...lines.map((line) => widthOf(changeOf(line, at)))),
  );
  const used = label + 2 + value + widths.reduce((sum, one) => sum + 2 + one, 0);
  // Too narrow for courses: the changes say more.
  const hasCourse = heads.course !== '' && used + 3 + widthOf(heads.course) <= width;
  const top = [
    ' '.repeat(label),
    padStart(heads.value, value),
    ...heads.changes.map((one, at) => padStart(headOf(one, at), widths[at]!)),
  ].join('  ');
  const rows = lines.map((line) => {
    const front = `${padEnd(cut(line.label, label), label)}  ${padStart(line.value, value)}`;
    if (line.reason !== undefined) return `${front}  ${paint.dim(cut(line.reason, width - widthOf(front) - 2))}`;
    const changes = widths.map((one, at) => painted(padStart(changeOf(line, at), one), at === 0 ? line : null, paint));
    return [front, ...changes].join('  ') + (hasCourse ? `   ${line.course}` : '');
  });
  return [paint.dim(hasCourse ? `${top}   ${heads.course}` : top), ...rows].map((line) => line.trimEnd());
}

const painted = (text: string, line: ScreenLine | null, { green, red }: Paint): string =>
  line?.tone === 'good' ? green(text) : line?.tone === 'bad' ? red(text) : text;

/** A title, and its lines beside each other if there is room for all. */
function partLines({ title, beside: right, lines }: ScreenPart, { width, paint }: Room): string[] {
  const fits = right !== undefined && widthOf(title) + 3 + widthOf(right) <= width;
  const head = fits ? `${paint.bold(title)}   ${paint.dim(right)}` : cut(title, width);
  if (lines.length === 0) return [paint.dim(cut(title, width))];
  const together = `  ${lines.join('    ')}`;
  const own =
    right !== undefined && widthOf(together) <= width ? [together] : lines.map((line) => cut(`  ${line}`, width));
  return [fits ? head : paint.bold(head), ...own];
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

/** A word, and texts beside it. */
function beside(word: string, texts: readonly string[], between: string, width: number): string[] {
  const indent = widthOf(word) + 3;
  return flow(texts, between, width - indent).map((line, at) =>
    at === 0 ? `${word}   ${line}` : ' '.repeat(indent) + line,
  );
}
