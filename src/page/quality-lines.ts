import { visible } from '../core/visible.ts';
import type { FileQuality, Warning } from '../figures/figure-model.ts';
import type { Figures } from './figure-text.ts';
import { type Lang, type Words, words } from './page-words.ts';
import type { Paint } from './paint.ts';
import { cut, cutStart, padEnd, widthOf, wrap } from './text-width.ts';

const LEAST_ROOM = 24;

/** What became of the rows of a file. */
export function accountOf(file: FileQuality, words: Words, figures: Figures): string {
  const notValid = file.counts.not_valid ?? 0;
  const cards = file.counts.gift_cards ?? 0;
  const rows = { ...file, accepted: file.accepted - notValid - cards, not_valid: notValid, gift_cards: cards };
  const parts = (['accepted', 'not_valid', 'gift_cards', 'skipped', 'superseded', 'rejected'] as const)
    .filter((part) => rows[part] > 0)
    .map((part) => words.rows[part](figures.count(rows[part])));
  const read = words.rows.read(figures.count(file.read));
  return parts.length === 0 ? read : `${read}${words.colon}${parts.join(', ')}`;
}

/** One line per file: what it is, and what became of its rows. */
export function fileLines(
  files: readonly FileQuality[],
  words: Words,
  figures: Figures,
  width: number,
  paint: Paint,
): string[] {
  const most = (texts: readonly string[], limit: number): number => Math.min(limit, Math.max(0, ...texts.map(widthOf)));
  const names = files.map(({ path }) => cutStart(visible(path), Math.floor(width * 0.45)));
  const formats = files.map(({ format }) => visible(format));
  const [nameWidth, formatWidth] = [most(names, width), most(formats, width)];
  return files.flatMap((file, i) => {
    const account = accountOf(file, words, figures);
    const front = `${padEnd(names[i] ?? '', nameWidth)}  ${padEnd(formats[i] ?? '', formatWidth)}  `;
    const room = width - widthOf(front);
    const beside = room >= Math.min(LEAST_ROOM, widthOf(account));
    const indent = beside ? ' '.repeat(widthOf(front)) : '    ';
    const [first = '', ...more] = wrap(account, width - indent.length);
    // On a narrow terminal the format has its own line.
    const narrow = nameWidth + 2 + formatWidth > width;
    const own = narrow ? [names[i] ?? '', `    ${cut(formats[i] ?? '', width - 4)}`] : [front];
    const lines = beside ? [front + first] : [...own, indent + first];
    return [...lines, ...more.map((line) => indent + line)].map((line) => paint.dim(line.trimEnd()));
  });
}

/** Names of columns and values can be as long as a file: no line is longer than this. */
const longest = 1000;

/** The text of a warning, with the file it is about. */
export function warningText({ message, file }: Warning, lang: Lang): string {
  const said = message[lang];
  const where = file === undefined || said.includes(file) ? '' : `${visible(file)}${words[lang].colon}`;
  return where + visible(said.length > longest ? `${said.slice(0, longest)}…` : said);
}

/** One line per warning, with its stable code: what the command writes to standard error. */
export function renderWarnings(
  report: { readonly warnings: readonly Warning[] },
  { paint, lang }: { paint: Paint; lang: Lang },
): string {
  const { warning, colon } = words[lang];
  return report.warnings
    .map((one) => {
      const code = paint.dim(`[${visible(one.code)}]`);
      return `${paint.yellow(warning)}${colon}${warningText(one, lang)} ${code}\n`;
    })
    .join('');
}
