import { civil, type Day, day as dayOfDate, daysInMonth } from '../core/civil.ts';
import type { TimeUnit } from '../core/time-unit.ts';
import { bare } from './blank.ts';
import { type DayRange, dateRange, month } from './date-range.ts';
import { folded, monthNumber } from './month-names.ts';

/** The context in which the cell of a unit is read. */
export interface UnitReading {
  /** A date as the column writes it; no finite number if it is not one. */
  readonly day: (text: string) => number;
  /** The period that the table covers: it gives the year of `05` and of `January`. */
  readonly within: DayRange | null;
}

/** Words before the date or number of a week or month: `Week of Jan 5, 2026`, `Semaine du 5 janvier 2026`, `KW 05`. */
const lead =
  /^(?:(?:week|month|quarter|wk|semaine|mois|trimestre|woche|kalenderwoche|monat|quartal|semana|mes)\s*(?:of|starting|beginning|commencing|ending|du|de|del|vom|ab|[:#])?\s+)(?=\S)/;

const weekday = (of: Day): number => (((of + 4) % 7) + 7) % 7;

/** The days of a week of ISO 8601; null if the year does not have it. */
export function isoWeek(year: number, week: number): DayRange | null {
  const fourth = dayOfDate(year, 1, 4);
  const from = fourth - ((weekday(fourth) + 6) % 7) + 7 * (week - 1);
  return week >= 1 && week <= 53 && civil(from + 3).year === year ? { from, to: from + 6 } : null;
}

/** The days of a week that begins on Sunday, the first on 1 January: the first and last of a year are short. */
function usWeek(year: number, week: number): DayRange | null {
  const first = dayOfDate(year, 1, 1);
  const sunday = first - weekday(first) + 7 * (week - 1);
  const range = { from: Math.max(first, sunday), to: Math.min(dayOfDate(year, 12, 31), sunday + 6) };
  return week >= 1 && range.from <= range.to ? range : null;
}

const monthOf = (year: number, of: number): DayRange | null =>
  of >= 1 && of <= 12 ? { from: dayOfDate(year, of, 1), to: dayOfDate(year, of, daysInMonth(year, of)) } : null;

const quarterOf = (year: number, of: number): DayRange | null => {
  const [first, last] = [monthOf(year, 3 * of - 2), monthOf(year, 3 * of)];
  return first === null || last === null ? null : { from: first.from, to: last.to };
};

const yearOf = (year: number): DayRange => ({ from: dayOfDate(year, 1, 1), to: dayOfDate(year, 12, 31) });

const isoYearOf = (year: number): DayRange => ({ from: isoWeek(year, 1)!.from, to: isoWeek(year + 1, 1)!.from - 1 });

/** The week, month, quarter or year that contains a day; the week is the one that begins or ends with it. */
function around(unit: TimeUnit, at: Day): DayRange | null {
  const { year, month: of } = civil(at);
  switch (unit) {
    case 'day':
      return { from: at, to: at };
    case 'week':
    case 'iso_week':
    case 'us_week':
      return { from: at, to: at + 6 };
    case 'week_ending':
      return { from: at - 6, to: at };
    case 'month':
      return monthOf(year, of);
    case 'quarter':
      return quarterOf(year, Math.ceil(of / 3));
    case 'year':
      return yearOf(year);
    default:
      return null;
  }
}

/** A year and a number within it, however separated; null for other texts. */
function numbered(text: string, sign: string): { year: number; of: number } | null {
  const found =
    new RegExp(`^(\\d{4})[-/. ]?(?:${sign})[-/. ]?(\\d{1,2})$`).exec(text) ??
    new RegExp(`^(?:${sign})[-/. ]?(\\d{1,2})[-/., ]+(\\d{4})$`).exec(text);
  if (found === null) return null;
  const [, a = '', b = ''] = found;
  return a.length === 4 ? { year: Number(a), of: Number(b) } : { year: Number(b), of: Number(a) };
}

/** The days of a text with its year. */
function dated(unit: TimeUnit, text: string): DayRange | null {
  const joined = /^(\d{4})(\d{2})$/.exec(text);
  const pair = joined === null ? null : ([Number(joined[1]), Number(joined[2])] as const);
  switch (unit) {
    case 'week':
    case 'week_ending':
    case 'iso_week':
    case 'us_week': {
      const said = numbered(text, 'w|kw|wk|s');
      if (said !== null && unit !== 'us_week') return isoWeek(said.year, said.of);
      if (pair === null || unit === 'week' || unit === 'week_ending') return null;
      return unit === 'us_week' ? usWeek(...pair) : isoWeek(...pair);
    }
    case 'month': {
      if (pair !== null) return monthOf(...pair);
      const short = /^([a-z]+)\.?\s*[-'/]\s*'?(\d{2})$/.exec(text) ?? /^([a-z]+)\.?[-/.](\d{4})$/.exec(text);
      if (short !== null) {
        const [, name = '', year = ''] = short;
        return monthOf(year.length === 2 ? 2000 + Number(year) : Number(year), monthNumber(name));
      }
      const turned = /^(\d{4})[-/ ]+([a-z]+)\.?$/.exec(text);
      if (turned !== null) return monthOf(Number(turned[1]), monthNumber(turned[2]!));
      const lettered = numbered(text, 'm');
      return lettered === null ? month(text) : monthOf(lettered.year, lettered.of);
    }
    case 'quarter': {
      const said = numbered(text, 'q|t');
      return said === null ? null : quarterOf(said.year, said.of);
    }
    case 'year':
    case 'iso_year':
      if (!/^(19|20|21)\d{2}$/.test(text)) return null;
      return unit === 'year' ? yearOf(Number(text)) : isoYearOf(Number(text));
    default:
      return null;
  }
}

const inYear: Partial<Record<TimeUnit, (year: number, of: number) => DayRange | null>> = {
  iso_week: isoWeek,
  us_week: usWeek,
  month: monthOf,
  quarter: quarterOf,
};

/** The days of a text without its year, in each year that the period touches. */
function undated(unit: TimeUnit, text: string, within: DayRange): DayRange[] {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : null;
  if (number !== null && unit === 'nth_week') {
    const from = within.from + 7 * number;
    return [{ from, to: from + 6 }];
  }
  const [first, last] = [civil(within.from), civil(within.to)];
  if (number !== null && unit === 'nth_month') {
    const at = first.year * 12 + first.month - 1 + number;
    return [monthOf(Math.floor(at / 12), (at % 12) + 1)!];
  }
  if (number !== null && unit === 'day') {
    const days: DayRange[] = [];
    for (let at = within.from; at <= within.to; at += 1) if (civil(at).day === number) days.push({ from: at, to: at });
    return days;
  }
  const lettered = /^(?:w|kw|wk|s)[-/. ]?(\d{1,2})$/.exec(text) ?? /^[qt]([1-4])$/.exec(text);
  const isWeek = unit === 'week' && lettered !== null && !/^[qt]/.test(text);
  const of =
    unit === 'month'
      ? (number ?? monthNumber(text.replace(/\.$/, '')))
      : lettered === null
        ? number
        : Number(lettered[1]);
  const make = isWeek ? isoWeek : inYear[unit];
  if (make === undefined || of === null || of === 0) return [];
  // The weeks of ISO 8601 have years of their own, a few days off.
  const years = Array.from({ length: last.year - first.year + 3 }, (_, i) => first.year - 1 + i);
  return years.flatMap((year) => make(year, of) ?? []);
}

/**
 * The spans of days that a cell may name in a unit, each within the period: none if it names none, several if the year
 * is not stated and the period has several.
 */
export function unitDays(unit: TimeUnit, cell: string, { day, within }: UnitReading): DayRange[] {
  const plain = folded(bare(cell));
  const text = plain.replace(lead, '');
  const at = day(text === plain ? bare(cell) : text);
  const found =
    Number.isFinite(at) && !/^\d{1,6}$/.test(text)
      ? around(unit, at)
      : (dated(unit, text) ?? (unit === 'nth_week' || unit === 'nth_month' ? null : span(text)));
  const all = found !== null ? [found] : within === null ? [] : undated(unit, text, within);
  if (within === null) return all;
  return all.flatMap(({ from, to }) => {
    const cut = { from: Math.max(from, within.from), to: Math.min(to, within.to) };
    return cut.from <= cut.to ? [cut] : [];
  });
}

/** Both days written out: `2026-01-01 - 2026-01-31`. */
const span = (text: string): DayRange | null => (/\d{4}.*\D.*\d/.test(text) ? dateRange(text) : null);
