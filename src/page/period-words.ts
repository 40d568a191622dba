import type { Grain } from '../core/calendar.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Tongue } from './figure-text.ts';
import type { Lang } from './page-words.ts';

interface Named {
  /** `2026-W47`, `2026-11`, … */
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

const letters: Readonly<Record<Lang, { readonly week: string; readonly short: string; readonly quarter: string }>> = {
  en: { week: 'Week', short: 'W', quarter: 'Q' },
  fr: { week: 'Semaine', short: 'S', quarter: 'T' },
};

type Shape = Intl.DateTimeFormatOptions;
const dayShape: Shape = { day: 'numeric', month: 'short' };

/** Periods as people call them. */
export class PeriodWords {
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(
    readonly grain: Grain,
    readonly tongue: Tongue,
  ) {}

  /** `Week 47 · 16–22 Nov 2026`, `November 2026`. */
  long({ period, from, to }: Named): string {
    const { week } = letters[this.tongue.lang];
    const dates = this.span(from, to, { ...dayShape, year: 'numeric' });
    switch (this.grain) {
      case 'day':
        return this.day(from, { ...dayShape, weekday: 'short', year: 'numeric' });
      case 'week': {
        const number = /-W(\d+)$/.exec(period)?.[1];
        return `${week} ${number === undefined ? '' : `${Number(number)} · `}${dates}`;
      }
      case 'month':
        return isCalendar(period) ? this.day(from, { month: 'long', year: 'numeric' }) : `${period} · ${dates}`;
      case 'hour':
        return `${this.day(from, { ...dayShape, weekday: 'short', year: 'numeric' })} · ${hourOf(period)}`;
      case 'all':
        return dates;
      default:
        return `${this.#plain(period)} · ${dates}`;
    }
  }

  /** `W47`, `Nov`, `Q4`, for the head of a column. */
  short({ period, from }: Pick<Named, 'period' | 'from'>): string {
    switch (this.grain) {
      case 'week': {
        const number = /-W(\d+)$/.exec(period)?.[1];
        return number === undefined ? this.day(from, dayShape) : `${letters[this.tongue.lang].short}${Number(number)}`;
      }
      case 'month':
        return isCalendar(period) ? this.day(from, { month: 'short' }) : period;
      case 'day':
        return this.day(from, { ...dayShape, weekday: 'short' });
      case 'hour':
        return hourOf(period);
      default:
        return this.#plain(period).replace(/^(\S+) \d{4}$/, '$1');
    }
  }

  /** The short name of a period that is known by its name alone, as those that are compared with are. */
  shortName(period: string): string {
    const from = /^week of (.*)$/.exec(period)?.[1] ?? (/^\d{4}-\d{2}$/.test(period) ? `${period}-01` : period);
    return /^\d{4}-\d{2}(-\d{2})?$/.test(from) ? this.short({ period, from }) : this.short({ period, from: '' });
  }

  /** `16–22 Nov` with the shape of a day. */
  span(from: string, to: string, shape: Shape = dayShape): string {
    const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
    const format = this.#format(shape);
    return first === last ? format.format(dateOf(first)) : format.formatRange(dateOf(first), dateOf(last));
  }

  day(date: string, shape: Shape = dayShape): string {
    return this.#format(shape).format(dateOf(date.slice(0, 10)));
  }

  /** `2026-Q4` is `Q4 2026`. */
  #plain(period: string): string {
    return period.replace(/^(F?Y?\d{4})-Q(\d)$/, `${letters[this.tongue.lang].quarter}$2 $1`);
  }

  #format(shape: Shape): Intl.DateTimeFormat {
    const key = JSON.stringify(shape);
    return getOrInsert(
      this.#formats,
      key,
      () => new Intl.DateTimeFormat(this.tongue.locale, { ...shape, timeZone: 'UTC' }),
    );
  }
}

/** `22:00` of `2026-11-24T22`. */
const hourOf = (period: string): string => `${period.slice(11)}:00`;
const isCalendar = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);
const dateOf = (date: string): Date => new Date(`${date}T00:00Z`);
