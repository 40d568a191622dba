import { visible } from '../core/visible.ts';
import type { Report } from '../report/model.ts';
import type { Paint } from './paint.ts';
import { type Lang, words } from './words.ts';

/** Names of columns and values can be as long as a file: no line is longer than this. */
const longest = 1000;

/** A line a warning, with its stable code: what the command writes to standard error. */
export function renderWarnings(
  report: Pick<Report, 'warnings'>,
  { paint, lang }: { paint: Paint; lang: Lang },
): string {
  const { warning, colon } = words[lang];
  const shown = (text: string) => visible(text.length > longest ? `${text.slice(0, longest)}…` : text);
  return report.warnings
    .map(({ code, message, file }) => {
      const where = file === undefined || message.includes(file) ? '' : `${visible(file)}${colon}`;
      return `${paint.yellow(warning)}${colon}${where}${shown(message)} ${paint.dim(`[${visible(code)}]`)}\n`;
    })
    .join('');
}
