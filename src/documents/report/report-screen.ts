import { noPaint, type Paint } from '../../page/paint.ts';
import { warningText } from '../../page/quality-lines.ts';
import { type Printing, printed, warningCount } from '../../page/terminal.ts';
import { cut, padEnd, padStart, widthOf, wrap, wrapAtMost } from '../../page/text-width.ts';
import type { FirstScreen, Report } from './report-model.ts';
import { type ScreenLine, type ScreenPart, type ScreenTexts, screenTexts } from './screen-texts.ts';
import { screenWords } from './screen-words.ts';

/** Columns of labels. */
const LABEL = 26;
const LEAST_LABEL = 16;
/** A space at which no line is broken, until it is printed. */
const GLUE = '\u2005';
/** Lines, columns and warnings of a text for a mail or a file. */
const TEXT = { lines: 40, width: 80, warnings: 3, warningLines: 2 } as const;

type Room = Pick<Printing, 'width' | 'paint'>;

/** The first answer: what most readers look for, on one screen. */
export function renderScreen(report: Report, screen: FirstScreen, printing: Printing): string {
  const { paint, lang, width } = printing;
  const texts = screenTexts(report, screen, printing);
  const say = screenWords[lang];
  return printed([
    ...partsOf(texts, printing),
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
  const partsWith = (lines: ScreenTexts['lines']): string[][] =>
    [
      ...partsOf({ ...texts, lines }, { width: TEXT.width, paint: noPaint }),
      beside(say.data, texts.data, ' · ', TEXT.width),
    ].filter((part) => part.length > 0);
  const all = partsWith(texts.lines);
  const surplus = all.reduce((sum, lines) => sum + lines.length + 1, -1) - TEXT.lines;
  // Of more KPIs than a screen has room for the first are shown, and how many the others are.
  const cutAt = texts.lines === null || surplus <= 0 ? null : texts.lines.length - surplus - 1;
  const parts = cutAt === null ? all : partsWith(texts.lines!.slice(0, cutAt));
  if (cutAt !== null) parts[1]?.push(`… ${say.moreKpis(surplus + 1)}`);
  const room = TEXT.lines - parts.reduce((sum, lines) => sum + lines.length + 1, 0);
  const warnings = given.warnings.map((one) =>
    wrapAtMost(`! ${warningText(one, lang)}`, TEXT.width, TEXT.warningLines, 2),
  );
  const most = Math.min(TEXT.warnings, warnings.length);
  const shown = [most, most - 1, most - 2].find((n) => linesOf(warnings, n) <= room) ?? 0;
  const more = warnings.length - Math.max(0, shown);
  return printed([
    ...parts,
    [...warnings.slice(0, shown).flat(), ...(more > 0 && room > 0 ? [`! ${say.moreWarnings(more)}`] : [])],
  ]);
}

/** The lines of the first warnings, and of the number of the others. */
const linesOf = (warnings: readonly (readonly string[])[], n: number): number =>
  warnings.slice(0, n).flat().length + (n < warnings.length ? 1 : 0);

const partsOf = (texts: ScreenTexts, room: Room): string[][] => [
  headingLines(texts, room),
  texts.lines === null ? [texts.noLines] : headlineTable(texts.lines, texts, room),
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
  const value = Math.max(widthOf(heads.value), ...lines.map((line) => widthOf(line.value)));
  const all = heads.changes.map((head, at) =>
    Math.max(widthOf(headOf(head, at)), ...lines.map((line) => widthOf(changeOf(line, at)))),
  );
  const usedBy = (widths: readonly number[]): number => value + widths.reduce((sum, one) => sum + 2 + one, 2);
  // A number is never cut: where there is little room, a label is, or a change left out.
  const fitting = all.findLastIndex((_, at) => usedBy(all.slice(0, at + 1)) + LEAST_LABEL <= width);
  const widths = all.slice(0, fitting + 1);
  const longest = Math.min(LABEL, Math.max(...lines.map((line) => widthOf(line.label))));
  const label = Math.min(longest, Math.max(LEAST_LABEL, width - usedBy(widths)));
  const used = label + usedBy(widths);
  // Too narrow for courses: the changes say more.
  const hasCourse = heads.course !== '' && used + 3 + widthOf(heads.course) <= width;
  const top = [
    ' '.repeat(label),
    padStart(heads.value, value),
    ...widths.map((one, at) => padStart(headOf(heads.changes[at]!, at), one)),
  ].join('  ');
  const rows = lines.map((line) => {
    const front = `${padEnd(cut(line.label, label), label)}  ${padStart(line.value, value)}`;
    if (line.reason !== undefined) return `${front}  ${paint.dim(cut(line.reason, width - widthOf(front) - 2))}`;
    const changes = widths.map((one, at) => painted(padStart(changeOf(line, at), one), at === 0 ? line : null, paint));
    return [front, ...changes].join('  ') + (hasCourse ? `   ${line.course}` : '');
  });
  const head = (hasCourse ? `${top}   ${heads.course}` : top).trimEnd();
  return [paint.dim(head), ...rows.map((line) => line.trimEnd())];
}

const painted = (text: string, line: ScreenLine | null, { green, red }: Paint): string =>
  line?.tone === 'good' ? green(text) : line?.tone === 'bad' ? red(text) : text;

/** A title, and its lines beside each other if there is room for all. */
function partLines({ title, beside: right, lines, inRow }: ScreenPart, { width, paint }: Room): string[] {
  if (lines.length === 0) return wrap(title, width).map(paint.dim);
  const fits = right !== undefined && widthOf(title) + 3 + widthOf(right) <= width;
  const head = fits
    ? [`${paint.bold(title)}   ${paint.dim(right)}`]
    : [...wrap(title, width).map(paint.bold), ...(right === undefined ? [] : wrap(right, width).map(paint.dim))];
  const together = `  ${lines.join('    ')}`;
  if (inRow === true && widthOf(together) <= width) return [...head, together];
  return [...head, ...lines.flatMap((line) => wrapped(line, width - 2)).map((line) => `  ${line}`)];
}

/** A line with its parts below each other if there is no room: figures are never cut. */
function wrapped(line: string, width: number): string[] {
  const parts = line.split('  ').map((part) => (widthOf(part) <= width - 2 ? part.replaceAll(' ', GLUE) : part));
  return wrap(parts.join('  '), width, 2).map((one) => one.replaceAll(GLUE, ' ').trimEnd());
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
    (at === 0 ? `${word}   ${line}` : ' '.repeat(indent) + line).replaceAll('\u00a0', ' '),
  );
}
