import { visible } from '../core/visible.ts';
import type { Report, Warning } from '../report/model.ts';
import type { Paint } from './paint.ts';
import { type Lang, words } from './words.ts';

/** Names of columns and values can be as long as a file: no line is longer than this. */
const longest = 1000;

/** What a warning says, with the file it is about. */
export function warningText({ message, file }: Warning, colon: string): string {
  const where = file === undefined || message.includes(file) ? '' : `${visible(file)}${colon}`;
  return where + visible(message.length > longest ? `${message.slice(0, longest)}…` : message);
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
      return `${paint.yellow(warning)}${colon}${warningText(one, colon)} ${code}\n`;
    })
    .join('');
}
