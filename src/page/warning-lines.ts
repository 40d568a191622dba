import { visible } from '../core/visible.ts';
import type { Report, Warning } from '../figures/figure-model.ts';
import { type Lang, words } from './page-words.ts';
import type { Paint } from './paint.ts';

/** Names of columns and values can be as long as a file: no line is longer than this. */
const longest = 1000;

/** What a warning says, with the file it is about. */
export function warningText({ message, file }: Warning, lang: Lang): string {
  const said = message[lang];
  const where = file === undefined || said.includes(file) ? '' : `${visible(file)}${words[lang].colon}`;
  return where + visible(said.length > longest ? `${said.slice(0, longest)}…` : said);
}

/** A line a warning, with its stable code: what the command writes to standard error. */
export function renderWarnings(
  report: Pick<Report, 'warnings'>,
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
