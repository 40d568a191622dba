import { compare, type Fraction, multiply, ofText, subtract } from '../../core/fraction.ts';
import type { NullReason } from '../../core/kinds.ts';
import { unattributed } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { type Words, words } from '../../page/page-words.ts';
import { unbroken } from '../../page/text-width.ts';
import type { Base, Bound, CheckReport, CheckResult, Verdict } from './checks-model.ts';
import { type CheckWords, checkWords } from './checks-words.ts';

/** Worst first: the order in which verdicts are counted. */
export const verdicts = ['fail', 'warn', 'pass', 'skip'] as const satisfies readonly Verdict[];

export const countOf = ({ results }: CheckReport, verdict: Verdict): number =>
  results.filter((result) => result.verdict === verdict).length;

/** The verdict over all results. A skipped check says nothing, so it is no reason to fail. */
export function overall({ results }: CheckReport): 'fail' | 'warn' | 'pass' {
  const is = (verdict: Verdict): boolean => results.some((result) => result.verdict === verdict);
  return is('fail') ? 'fail' : is('warn') ? 'warn' : 'pass';
}

/** An end of an interval as a decimal: a share needs at most twelve places. */
export const ofShare = (share: number): Fraction => ofText(share.toFixed(12));

/**
 * A result in the words of one language. Every text is one line and safe to show, or empty. In labels and notes the
 * spaces at which no line may end are no-break spaces.
 */
export interface ShownResult {
  /** The check, its group, and its period if the report has several. */
  readonly label: string;
  readonly value: string;
  /** The change or attainment that is compared instead of the value. */
  readonly compared: string;
  /** As the configuration writes it. */
  readonly bound: string;
  readonly kind: 'must' | 'should';
  /** Signed, at or above 0 if the bound holds; words if it is too small to be seen. */
  readonly distance: string;
  readonly isClose: boolean;
  readonly n: string;
  /** The cause, the base, the interval, the other bound. */
  readonly notes: readonly string[];
}

const HUNDRED = ofText('100');

/** Nor do those between a comparison and its sides. */
const compact = (text: string): string => text.replace(/ ([<>]=?) /g, '\u00a0$1\u00a0');

/** Ends a line rather than beginning one. */
export const between = '\u00a0· ';

/** Of `compared` from a bound: at or above 0 if it holds. */
const distanceFrom = ({ operator, value }: Bound, compared: Fraction): Fraction =>
  operator === '>=' || operator === '>' ? subtract(compared, value) : subtract(value, compared);

/** The bound that the distance of a result is counted from. */
function decisive({ must, should, compared, distance }: CheckResult): 'must' | 'should' {
  if (must === null || should === null) return must === null ? 'should' : 'must';
  if (compared === null || distance === null) return 'must';
  return compare(distanceFrom(must, compared), distance) === 0 ? 'must' : 'should';
}

/** Says results in one language: the same facts for every output that people read. */
export class Facts {
  readonly #figures: Figures;
  readonly #words: Words;
  readonly #own: CheckWords;
  readonly #lang: Tongue['lang'];
  readonly #severalPeriods: boolean;

  constructor(report: CheckReport, tongue: Tongue) {
    this.#figures = new Figures(report.currency, tongue);
    this.#words = words[tongue.lang];
    this.#own = checkWords[tongue.lang];
    this.#lang = tongue.lang;
    this.#severalPeriods = new Set(report.results.map(({ period }) => period)).size > 1;
  }

  of(result: CheckResult): ShownResult {
    const { value, compared, n, kpi } = result;
    const kind = decisive(result);
    const bound = result[kind];
    const [distance, isClose] = result.distance === null ? ['', false] : this.#distance(result, result.distance);
    return {
      label: this.#label(result),
      value: value === null ? '–' : this.#figures.value(kpi.unit, value),
      compared: compared === null || result.as === 'own' ? '' : this.#compared(result, compared),
      bound: bound === null ? '' : visible(bound.text),
      kind,
      distance,
      isClose,
      n: n === null ? '' : this.#figures.value('count', n),
      notes: [
        this.#because(result),
        this.#unknown(result),
        result.base === null ? '' : this.#base(result, result.base),
        result.interval === null ? '' : this.#interval(result, result.interval),
        this.#otherBound(result, kind),
      ].filter((note) => note !== ''),
    };
  }

  /** `cac <= 45 · Paid Search · FR · 2026-W47` */
  #label({ check, dimensions, period }: CheckResult): string {
    const group = Object.values(dimensions).map((name) =>
      name === unattributed ? this.#words.unattributed : visible(name),
    );
    // A bound in a name stays in one piece.
    const name = visible(check).replace(/ ([<>]=?) /g, ' $1\u00a0');
    return [name, ...group, ...(this.#severalPeriods ? [this.period(period)] : [])].join(between);
  }

  period(name: string): string {
    return name === 'all' ? this.#words.total : visible(name);
  }

  /** `2 failed, 1 warned, 8 passed`. */
  summary(report: CheckReport): string {
    const parts = verdicts.flatMap((verdict) => {
      const count = countOf(report, verdict);
      return count === 0 ? [] : [this.#own.counts[verdict](this.#figures.count(count))];
    });
    return parts.length === 0 ? this.#own.none : parts.join(', ');
  }

  #compared({ as, kpi }: CheckResult, compared: Fraction): string {
    if (as === 'attainment') return this.#figures.percent(compared, 1);
    if (as === 'relative') return this.#figures.percent(compared, 1, 'always');
    return this.#difference(kpi.unit, compared);
  }

  #difference(unit: CheckResult['kpi']['unit'], value: Fraction): string {
    return unit === 'ratio' ? this.#points(value, 2) : this.#figures.value(unit, value, 'always');
  }

  #points(fraction: Fraction, places: number): string {
    return this.#figures.points(multiply(fraction, HUNDRED), places);
  }

  /** One that is printed as 0 without being 0 is put in words: the figure would contradict the verdict. */
  #distance({ as, kpi }: CheckResult, distance: Fraction): [text: string, isClose: boolean] {
    const inPoints = as === 'relative' || as === 'attainment';
    const text = inPoints ? this.#points(distance, 1) : this.#difference(kpi.unit, distance);
    if (!text.startsWith('±') || distance.n === 0n) return [text, false];
    return [distance.n < 0n ? this.#own.just.missed : this.#own.just.held, true];
  }

  #because({ because, detail }: CheckResult): string {
    if (because === null || because === 'no_value') return '';
    return [this.#own.because[because], ...(detail === null ? [] : [compact(visible(detail))])].join(this.#words.colon);
  }

  /** What is not known, and why: the value, what it is compared with, or the change between two that are. */
  #unknown({ because, detail, value, reason, base, kpi }: CheckResult): string {
    if (value !== null && because !== 'no_value') return '';
    const lacking = value === null ? 'value' : base?.value === null ? 'base' : 'change';
    const cause = lacking === 'base' ? (base?.reason ?? reason) : reason;
    const isTarget = lacking === 'base' && base?.of === 'target';
    const why = cause === null ? null : isTarget ? this.#noTarget(base) : this.#reason(cause, kpi);
    const causes = [
      ...(why === null ? [] : [why]),
      ...(detail === null || because !== 'no_value' ? [] : [visible(detail)]),
    ];
    return [this.#own.unknown[lacking], ...(causes.length === 0 ? [] : [causes.join('; ')])].join(this.#words.colon);
  }

  /** A value is withheld as well where files cover a part of the period only, or different parts of it. */
  #reason(reason: NullReason, { needs }: CheckResult['kpi']): string {
    if (reason === 'missing_kind' && needs !== undefined) return needs[this.#lang];
    return reason === 'not_covered' ? this.#own.notCovered : this.#words.reasons[reason];
  }

  /** A target that is set, but not prorated, has days. */
  #noTarget({ period }: Base): string {
    return this.#own.noTarget[period === '' ? 'unset' : 'otherDays'];
  }

  #base({ kpi }: CheckResult, { of, period, value }: Base): string {
    const names: Readonly<Record<string, string>> = this.#own.bases;
    const name = Object.hasOwn(names, of) ? names[of] : visible(of);
    const figure = value === null ? '–' : unbroken(this.#figures.value(kpi.unit, value));
    const shown = [name, ...(period === '' ? [] : [this.period(period)])].join(' ');
    return `${shown}${this.#words.colon}${figure}`;
  }

  #interval({ kpi }: CheckResult, { low, high }: { readonly low: number; readonly high: number }): string {
    const [from, to] = [low, high].map((end) => unbroken(this.#figures.value(kpi.unit, ofShare(end))));
    return `${this.#own.interval} ${from}\u00a0–\u00a0${to}`;
  }

  /** The bound that did not decide; empty if the check failed by the other. */
  #otherBound({ must, should, verdict }: CheckResult, kind: 'must' | 'should'): string {
    const [other, word] = kind === 'must' ? [should, this.#own.should] : [must, this.#own.must];
    return other === null || must === null || verdict === 'fail' ? '' : `${word} ${unbroken(visible(other.text))}`;
  }
}

const plain = { lang: 'en', locale: 'en' } as const;
const apart = ' · ';

/** Says results in one English sentence each, for machines that show them to people; nothing depends on the system. */
export class Sentences {
  readonly #facts: Facts;
  readonly #own = checkWords.en;
  readonly #words = words.en;
  /** Checks that look at several periods. */
  readonly #several: ReadonlySet<string>;

  constructor(report: CheckReport) {
    this.#facts = new Facts(report, plain);
    const first = new Map<string, string>();
    for (const { check, period } of report.results) if (!first.has(check)) first.set(check, period);
    this.#several = new Set(
      report.results.flatMap(({ check, period }) => (first.get(check) === period ? [] : [check])),
    );
  }

  /** For a test that is run again for every period: the same from run to run, unless one run looks at several periods. */
  test(result: CheckResult): string {
    if (this.#several.has(result.check)) return this.name(result);
    return this.#parts(result).join(apart);
  }

  /** The check, its group with the names of its dimensions, and its period. */
  name(result: CheckResult): string {
    return [...this.#parts(result), visible(result.period)].join(apart);
  }

  #parts({ check, dimensions }: CheckResult): string[] {
    const group = Object.entries(dimensions).map(([dimension, name]) => `${dimension}=${visible(name)}`);
    return [visible(check), ...group];
  }

  /** `€48.10, must be <= 45, distance -€3.10; n 412`. */
  of(result: CheckResult): string {
    const { value, compared, bound, kind, distance, isClose, n, notes } = this.#facts.of(result);
    const far = this.#own.heads.distance.toLowerCase();
    const lead = [
      ...(result.value === null ? [] : [compared === '' ? value : `${value} (${compared})`]),
      ...(bound === '' ? [] : [`${this.#own[kind]} ${bound}`]),
      ...(distance === '' ? [] : [isClose ? distance : `${far} ${distance}`]),
    ].join(', ');
    // Without a value, the sentence begins with the reason.
    const front = result.value === null ? [notes[0] ?? '', lead, ...notes.slice(1)] : [lead, ...notes];
    const marks = result.marks.map((mark) => this.#words.marks[mark]);
    return [...front, ...(n === '' ? [] : [`n ${n}`]), ...marks]
      .filter((part) => part !== '')
      .join('; ')
      .replaceAll('\u00a0', ' ');
  }

  /** The cause of a result, besides its bounds. */
  why(result: CheckResult): string {
    return (this.#facts.of(result).notes[0] ?? '').replaceAll('\u00a0', ' ');
  }

  summary(report: CheckReport): string {
    return this.#facts.summary(report);
  }
}
