import { decideDateOrder } from '../../fields/date-order.ts';
import { type DayRange, dateRange } from '../../fields/date-range.ts';
import type { DateOrder } from '../../fields/date-text.ts';

/** The first day, or the last, after its name. */
const stated =
  /^(?:report\s+)?(?:(start|début|date de début|startdatum|fecha de inicio)|end|fin|date de fin|enddatum|fecha de finalización)\b[^:]*:\s*(.+)$/i;

/** First and last day in a language that is not listed: Google Analytics writes them one below the other. */
const labelled = /^[^:：]{2,40}[:：]\s*(\d{8})$/u;

/** Before a range of days: `Report Time: 3/1/2026 - 3/31/2026`. */
const rangeLabel = /^report time\s*:[\s,]*/i;

/** Dates in figures with the year last, and what follows them. */
const figureDate = /(?<!\d)(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)/g;
const americanTime = /\d{4},? \d{1,2}:\d\d(?::\d\d)? [AP]M\b/;

/** The order of the dates in the lines above a table: the one that they prove, or that of times with AM and PM. */
export function orderAbove(lines: readonly string[]): DateOrder | 'ambiguous' {
  const dates = lines.flatMap((line) => [...line.matchAll(figureDate)].map(([, date = '']) => date));
  const order = dates.length === 0 ? 'ambiguous' : decideDateOrder(dates);
  return order === 'ambiguous' && dates.length > 0 && lines.some((line) => americanTime.test(line)) ? 'mdy' : order;
}

/** A line of a preamble without `#`, blanks and the empty cells that a spreadsheet adds. */
export const plainLine = (cells: readonly string[]): string =>
  cells
    .join(',')
    .replace(/^[\s#]+/, '')
    .replace(/[\s,;]+$/, '');

/** A line that a spreadsheet took apart at its commas: `March 1,2026,00:00:00`. */
const withoutTime = (text: string): string =>
  text.replace(/,\s*\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?$/i, '').replace(/,(?=\d{4}$)/, ', ');

/** The days that the lines above a table state, the last statement winning; null without any. */
export function statedPeriod(lines: readonly string[], before: DayRange | null = null): DayRange | null {
  let period = before;
  let from: number | null = null;
  const order = orderAbove(lines);
  const rangeIn = (text: string): DayRange | null =>
    dateRange(text) ?? dateRange(withoutTime(text)) ?? (order === 'ambiguous' ? null : dateRange(text, order));
  for (const [at, line] of lines.entries()) {
    const said = stated.exec(line);
    if (said !== null) {
      const [, isStart, text = ''] = said;
      const day = rangeIn(text);
      if (day === null) continue;
      if (isStart !== undefined) from = day.from;
      else if (from !== null && day.from >= from) period = { from, to: day.from };
      continue;
    }
    const [first, last] = [lines[at - 1] ?? '', line].map((one) => rangeIn(labelled.exec(one)?.[1] ?? ''));
    if (first && last && first.from <= last.from) period = { from: first.from, to: last.from };
    // A line that also names something else is a title, unless all of it is a range.
    const range = rangeIn(line.replace(rangeLabel, ''));
    if (range !== null) period = range;
  }
  return period;
}
