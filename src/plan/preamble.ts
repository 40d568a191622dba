import { type DayRange, dateRange } from '../fields/date-range.ts';

const stated =
  /^(?:report\s+)?(start|end|début|fin|date de début|date de fin|start date|end date|startdatum|enddatum|fecha de inicio|fecha de finalización)\b[^:]*:\s*(.+)$/iu;
const startWord = /^(?:report\s+)?(?:start|début|date de début|startdatum|fecha de inicio)/iu;

/** A line of a preamble without `#`, blanks and the empty cells that a spreadsheet adds. */
export const plainLine = (cells: readonly string[]): string =>
  cells
    .join(',')
    .replace(/^[\s#]+/, '')
    .replace(/[\s,;]+$/, '');

/** The days that the lines above a table state, the last statement winning; null without any. */
export function statedPeriod(lines: readonly string[], before: DayRange | null = null): DayRange | null {
  let period = before;
  let from: number | null = null;
  for (const line of lines) {
    const said = stated.exec(line);
    if (said !== null) {
      const day = dateRange(said[2] ?? '');
      if (day === null) continue;
      if (startWord.test(line)) from = day.from;
      else if (from !== null && day.from >= from) period = { from, to: day.from };
      continue;
    }
    // A line that also names something else is a title, unless all of it is a range.
    const range = dateRange(line);
    if (range !== null) period = range;
  }
  return period;
}
