import { type Mark, marks, type NullReason } from '../core/kinds.ts';
import type { BesideNote, Words } from './page-words.ts';
import type { Paint } from './paint.ts';
import { padEnd, widthOf, wrap } from './text-width.ts';

/** What is beside a number, explained below the table. */
const symbols: Readonly<Record<Mark, string>> = {
  approx: '~',
  incomplete: '*',
  short_history: '†',
  provisional: '°',
  low_sample: '‡',
  no_refunds: '§',
  no_discounts: '¤',
};
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const besideNotes = ['index', 'adjusted', 'mean'] as const satisfies readonly BesideNote[];
export type ChangeNote = 'previous' | 'year' | 'point';

/** Collects what a table used, to explain only that. */
export class Notes {
  readonly #reasons: NullReason[] = [];
  readonly #needs = new Set<string>();
  readonly #marks = new Set<Mark>();
  readonly #changes = new Set<ChangeNote>();
  readonly #beside = new Set<BesideNote>();
  #events: readonly (readonly [periods: string, meaning: string])[] = [];
  /** By KPI, in order of use. */
  readonly #cited = new Map<string, string>();
  #trend = 0;
  #hasShares = false;

  /** The footnote number of a reason, numbered as they occur; `needs` says what a KPI would need. */
  reason(reason: NullReason, needs?: string): string {
    if (reason === 'missing_kind' && needs !== undefined) this.#needs.add(needs);
    if (!this.#reasons.includes(reason)) this.#reasons.push(reason);
    return DIGITS[this.#reasons.indexOf(reason) + 1] ?? '';
  }

  mark(used: readonly Mark[]): string {
    for (const mark of used) this.#marks.add(mark);
    return marks.flatMap((mark) => (used.includes(mark) ? [symbols[mark]] : [])).join('');
  }

  change(used: ChangeNote): void {
    this.#changes.add(used);
  }

  beside(used: BesideNote): void {
    this.#beside.add(used);
  }

  /** What periods were compared with by events. */
  compared(events: readonly (readonly [periods: string, meaning: string])[]): void {
    this.#events = events;
  }

  /** The footnote of a KPI's published figures. */
  cited(kpi: string, text: string): string {
    this.#cited.set(kpi, text);
    return `[${[...this.#cited.keys()].indexOf(kpi) + 1}]`;
  }

  trend(periods: number): void {
    this.#trend = periods;
  }

  shares(): void {
    this.#hasShares = true;
  }

  /** Symbols, and what they mean. */
  entries(words: Words): [symbol: string, meaning: string][] {
    const changes = (['previous', 'year'] as const).filter((used) => this.#changes.has(used));
    return [
      ...this.#reasons.map((reason): [string, string] => [
        `–${this.reason(reason)}`,
        reason === 'missing_kind'
          ? [words.reasons[reason], [...this.#needs].join('; ')].filter((part) => part !== '').join(words.colon)
          : words.reasons[reason],
      ]),
      ...marks.flatMap((mark): [string, string][] =>
        this.#marks.has(mark) ? [[symbols[mark], words.marks[mark]]] : [],
      ),
      ...changes.map((used): [string, string] => [
        changes.length > 1 ? words.comparisons[used] : '±',
        words.changes[used],
      ]),
      ...(this.#changes.has('point') ? [[words.short.point, words.changes.point] as [string, string]] : []),
      ...this.#events.map(([periods, meaning]): [string, string] => [periods, meaning]),
      ...besideNotes.flatMap((used): [string, string][] =>
        this.#beside.has(used) ? [[words.beside[used], words.besides[used]]] : [],
      ),
      ...[...this.#cited.values()].map((text, i): [string, string] => [`[${i + 1}]`, text]),
      ...(this.#trend > 0 ? [['▁█', words.trendOver(this.#trend)] as [string, string]] : []),
      ...(this.#hasShares ? [['█', words.shares] as [string, string]] : []),
    ];
  }

  lines(words: Words, width: number, paint: Paint): string[] {
    const entries = this.entries(words);
    const label = Math.max(0, ...entries.map(([symbol]) => widthOf(symbol)));
    return entries.flatMap(([symbol, text]) => {
      const [first = '', ...more] = wrap(text, width - label - 2);
      const rest = more.map((line) => ' '.repeat(label + 2) + line);
      return [`${padEnd(symbol, label)}  ${first}`, ...rest].map((line) => paint.dim(line));
    });
  }
}
