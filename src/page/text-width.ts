import stringWidth from 'string-width';

/** Characters of one column each, as are nearly all in a report: Latin letters, dashes, spaces, currencies, arrows, rules, bars. */
const plain =
  /^[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u2000-\u200a\u2010-\u2027\u202f-\u203b\u20a0-\u20bf\u2190-\u2193\u2500-\u259f\u25b2\u25bc]*$/;

/** The columns a text takes on a terminal, colours not counted. */
export const widthOf = (text: string): number => (plain.test(text) ? text.length : stringWidth(text));

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** As many characters of a text as fit. */
function fitting(text: string, width: number): string {
  let end = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    end += segment;
  }
  return end;
}

/** Text of one line, with `…` if it is cut. */
export const cut = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${fitting(text, Math.max(0, width - 1)).trimEnd()}…`;

/** The end of a path, with `…` if it is cut. */
export function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && widthOf(characters.join('')) > width - 1) characters.shift();
  return `…${characters.join('')}`;
}

/** Lines broken between words, and inside those that are longer than a line. Further lines are indented. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let room = Math.max(1, width);
  // However narrow, a line has room for a character.
  const turn = (): void => {
    lines.push(line);
    line = ' '.repeat(indent);
    room = Math.max(1, width - indent);
  };
  for (const word of text.split(' ')) {
    const fresh = line.trimStart() === '';
    const need = widthOf(word) + (fresh ? 0 : 1);
    if (need <= room) {
      line += fresh ? word : ` ${word}`;
      room -= need;
      continue;
    }
    if (!fresh) turn();
    let rest = word;
    while (rest !== '' && widthOf(rest) > room) {
      // A character wider than the line has its own line.
      const part = fitting(rest, room) || ([...rest][0] ?? '');
      line += part;
      rest = rest.slice(part.length);
      turn();
    }
    line += rest;
    room -= widthOf(rest);
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Wrapped to this many lines, the last one with `…` if text is cut. */
export function wrapAtMost(text: string, width: number, most: number, indent = 0): string[] {
  const lines = wrap(text, width, indent);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).map((line, i) => (i === 0 ? line : line.trimStart()));
  return [...lines.slice(0, most - 1), cut(rest.join(' '), width)];
}

/** Spaces inside a figure do not break. */
export const unbroken = (figure: string): string => figure.replaceAll(' ', '\u00a0');
