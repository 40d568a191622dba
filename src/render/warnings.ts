import { Chalk } from 'chalk';
import { visible } from '../core/visible.ts';
import type { Report } from '../report/model.ts';
import { type Lang, words } from './words.ts';

/** A line a warning, with its stable code: what the command writes to standard error. */
export function renderWarnings(
  report: Pick<Report, 'warnings'>,
  { color, lang }: { color: boolean; lang: Lang },
): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const { warning, colon } = words[lang];
  return report.warnings
    .map(({ code, message, file }) => {
      const where = file === undefined || message.includes(file) ? '' : `${visible(file)}${colon}`;
      return `${paint.yellow(warning)}${colon}${where}${visible(message)} ${paint.dim(`[${visible(code)}]`)}\n`;
    })
    .join('');
}
