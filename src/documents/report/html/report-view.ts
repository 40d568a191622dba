import { type Dimension, type Mark, unattributed } from '../../../core/kinds.ts';
import type { Comparison, Figure, Report, ReportKpi, ReportRow } from '../../../figures/figure-model.ts';
import { foreign, html, named } from '../../../page/escape.ts';
import type { Tongue } from '../../../page/figure-text.ts';
import { type Pen, penOf } from '../../../page/html-pen.ts';
import type { Words } from '../../../page/page-words.ts';
import { type Limits, limitsOf } from './limits.ts';

/** One group of a report with dimensions: its names, and its rows by period. */
export interface GroupRows {
  /** As HTML; `brief` has no title, for where it stands many times. */
  readonly label: string;
  readonly brief: string;
  /** What no group is told for. */
  readonly isRest: boolean;
  readonly rows: ReadonlyMap<string, ReportRow>;
}

/** A report laid out for the page, and what all its parts write with. */
export interface View extends Pen {
  readonly report: Report;
  /** The totals of the periods, oldest first, without that of the whole span. */
  readonly periods: readonly ReportRow[];
  /** The total of the whole span; absent where there is but one period. */
  readonly whole: ReportRow | undefined;
  /** What stands at the top: the last complete period, else the last, else the whole span. */
  readonly headline: ReportRow | undefined;
  readonly comparisons: readonly Comparison[];
  readonly groups: readonly GroupRows[];
  readonly limits: Limits;
  /** As HTML. */
  readonly labels: readonly string[];
  /** The dimensions in words, as part of a sentence. */
  readonly by: string;
}

export const ALL = 'all';
const isTotal = (row: ReportRow): boolean => Object.keys(row.dimensions).length === 0;

export function viewOf(report: Report, tongue: Tongue): View {
  const pen = penOf(report.currency, tongue);
  const { text } = pen;
  const totals = report.rows.filter(isTotal);
  const periods = totals.filter(({ period }) => period !== ALL);
  const whole = periods.length === 1 ? undefined : totals.find(({ period }) => period === ALL);
  const groups = groupsOf(report, text);
  return {
    ...pen,
    report,
    periods,
    whole,
    headline: periods.findLast(({ partial }) => !partial) ?? periods.at(-1) ?? whole,
    comparisons: (['previous', 'year'] as const).filter((name) => totals.some((row) => row.compare[name])),
    groups,
    limits: limitsOf(periods.length, groups.length, report.kpis.length),
    labels: report.kpis.map((kpi) => labelOf(kpi, tongue)),
    by: byOf(report.dimensions, text),
  };
}

/** The dimensions in words, as part of a sentence. */
export const byOf = (dimensions: readonly Dimension[], text: Words): string =>
  dimensions.map((dimension) => text.dimensions[dimension].toLocaleLowerCase('en')).join(', ');

function groupsOf({ dimensions, rows }: Report, text: Words): GroupRows[] {
  const groups = new Map<string, GroupRows & { rows: Map<string, ReportRow> }>();
  for (const row of rows) {
    if (isTotal(row)) continue;
    const names = dimensions.map((dimension) => row.dimensions[dimension] ?? unattributed);
    const key = names.join('\0');
    let group = groups.get(key);
    if (group === undefined) {
      group = {
        label: joinedNames(names, text, named),
        brief: joinedNames(names, text, (name) => `<bdi>${foreign(name, 40)}</bdi>`),
        rows: new Map(),
        isRest: names.every((name) => name === unattributed),
      };
      groups.set(key, group);
    }
    group.rows.set(row.period, row);
  }
  return [...groups.values()];
}

/** The names of a group as HTML. */
export const joinedNames = (names: readonly string[], text: Words, shown: (name: string) => string): string =>
  names.map((name) => (name === unattributed ? html(text.unattributed) : shown(name))).join(' · ');

const labelOf = ({ label, basis }: ReportKpi, { lang }: Tongue): string =>
  foreign(basis === undefined ? label[lang] : `${label[lang]} (${basis})`, 120);

type Period = Pick<ReportRow, 'period' | 'from' | 'to' | 'partial'>;

/** Names of periods as HTML; weeks with their dates as well, which a number does not tell. */
export function periodNames({
  report: { grain },
  tongue: { locale },
  text,
}: Pick<Pen, 'tongue' | 'text'> & { readonly report: Pick<Report, 'grain'> }) {
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
