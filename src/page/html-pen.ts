import type { Grain } from '../core/calendar.ts';
import { type Dimension, type Mark, unattributed } from '../core/kinds.ts';
import type { Figure, ReportKpi } from '../figures/figure-model.ts';
import { html } from './escape.ts';
import { Figures, type Tongue } from './figure-text.ts';
import { Notes } from './footnotes.ts';
import { type PageWords, pageWords } from './html-words.ts';
import { type Words, words } from './page-words.ts';

/** What is needed to write all parts of a page. */
export interface Pen {
  readonly tongue: Tongue;
  readonly text: Words;
  readonly page: PageWords;
  readonly figures: Figures;
  /** Numbers the reasons of nulls as they occur, the same on the whole page. */
  readonly notes: Notes;
}

export const penOf = (currency: string | null, tongue: Tongue): Pen => ({
  tongue,
  text: words[tongue.lang],
  page: pageWords[tongue.lang],
  figures: new Figures(currency, tongue),
  notes: new Notes(),
});

/** The name of the whole span. */
export const ALL = 'all';

/** The dimensions in words, as part of a sentence. */
export const byOf = (dimensions: readonly Dimension[], text: Words): string =>
  dimensions.map((dimension) => text.dimensions[dimension].toLocaleLowerCase('en')).join(', ');

/** The names of a group as HTML. */
export const joinedNames = (names: readonly string[], text: Words, shown: (name: string) => string): string =>
  names.map((name) => (name === unattributed ? html(text.unattributed) : shown(name))).join(' · ');

interface Period {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly partial: boolean;
}

/** Names of periods as HTML; weeks with their dates as well, which a number does not show. */
export function periodNames({
  report: { grain },
  tongue: { locale },
  text,
}: Pick<Pen, 'tongue' | 'text'> & { readonly report: { readonly grain: Grain } }) {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const day = (date: string): Date => new Date(`${date}T00:00Z`);
  const short = ({ period }: Period): string => html(period === ALL ? text.total : period);
  const dates = ({ period, from, to }: Period): string =>
    grain === 'week' && period !== ALL ? html(format.formatRange(day(from), day(to))) : '';
  const long = (row: Period): string => {
    const more = [dates(row), row.partial ? html(text.partial) : ''].filter((part) => part !== '');
    return short(row) + more.map((part) => `<small>${part}</small>`).join('');
  };
  return { short, dates, long };
}

/** A value as text, without its marks. */
export const shownValue = (figure: Figure, { unit }: Pick<ReportKpi, 'unit'>, { figures }: Pen): string =>
  figure.value === null ? '–' : html(figures.value(unit, figure.value));

/** The marks of figures as symbols. */
export const symbolsOf = (marks: readonly Mark[], { notes }: Pen): string =>
  marks.length === 0 ? '' : `<sup>${html(notes.mark(marks))}</sup>`;
