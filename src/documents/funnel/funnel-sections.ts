import type { Fraction } from '../../core/fraction.ts';
import type { FunnelStepName } from '../../core/funnel-steps.ts';
import { unattributed } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import type { Change, Comparison, Figure } from '../../figures/figure-model.ts';
import { type Measured, type ShownChange, shownChange } from '../../page/changes.ts';
import type { Figures, Tongue } from '../../page/figure-text.ts';
import type { Notes } from '../../page/footnotes.ts';
import type { Cell, Grid, GridColumn } from '../../page/grid.ts';
import { type Words, words } from '../../page/page-words.ts';
import { wrapAtMost } from '../../page/text-width.ts';
import type { FigureSet, Funnel, FunnelRow, LossFigure, Passage, StepFigure } from './funnel-model.ts';
import { type FunnelWords, funnelWords } from './funnel-words.ts';

/** What is shown of a funnel: its steps, and below them where most is lost. */
export interface FunnelSection {
  /** Period and group; empty if there is one funnel. */
  readonly heading: string;
  readonly grid: Grid;
  /** Counts of the steps, and the value of the full width of a bar. */
  readonly bars: { readonly values: readonly (Fraction | null)[]; readonly whole: Fraction | null };
  readonly losses: readonly { readonly label: string; readonly text: string }[];
}

type Shown = 'count' | 'rate' | 'rate_of_visits' | 'loss';
export const measuredSteps: Readonly<Record<Shown, Measured>> = {
  count: { unit: 'count', direction: 'up' },
  rate: { unit: 'ratio', direction: 'up' },
  rate_of_visits: { unit: 'ratio', direction: 'up' },
  loss: { unit: 'count', direction: 'down' },
};
export const measuredLosses: Readonly<Record<LossFigure, Measured>> = {
  share: { unit: 'ratio', direction: 'down' },
  lost_carts: { unit: 'count', direction: 'down' },
  lost_value: { unit: 'money', direction: 'down' },
};

const HEAD_WIDTH = 8;
const comparisons = ['previous', 'year'] as const;

/** Writes the figures of funnels for people. */
export class FunnelSections {
  readonly #text: Words;
  readonly #own: FunnelWords;
  readonly #asked: readonly Comparison[];
  readonly #dates: Intl.DateTimeFormat;
  /** Whether there is more than one period. */
  readonly #hasSeveral: boolean;

  constructor(
    private readonly funnel: Funnel,
    tongue: Tongue,
    private readonly figures: Figures,
    private readonly notes: Notes,
  ) {
    this.#text = words[tongue.lang];
    this.#own = funnelWords[tongue.lang];
    this.#asked = comparisons.filter((name) => funnel.rows.some(({ loss }) => loss.compare[name] !== undefined));
    this.#hasSeveral = funnel.rows.some(({ period }) => period !== funnel.rows[0]!.period);
    this.#dates = new Intl.DateTimeFormat(tongue.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  }

  all(): FunnelSection[] {
    return this.funnel.rows.map((row) => this.#section(row));
  }

  #section(row: FunnelRow): FunnelSection {
    const { steps } = this.funnel;
    const values = row.steps.map(({ figures }) => fractionOf(figures.count));
    const visits = values[steps.indexOf('visits')] ?? null;
    const known = values.filter((value) => value !== null);
    const first = known.find((_, at) => steps[at] !== 'impressions') ?? known[0] ?? null;
    return {
      heading: this.#heading(row),
      grid: {
        corner: '',
        heads: 'top',
        rows: row.steps.map(({ step }) => ({ label: this.#own.steps[step], kind: 'plain' })),
        columns: (['count', 'rate', 'rate_of_visits', 'loss'] as const).map((name) => this.#column(row, name)),
      },
      bars: { values, whole: visits ?? first },
      losses: this.#losses(row),
    };
  }

  #column({ steps }: FunnelRow, name: Shown): GridColumn {
    // Changes of a count in every step repeat those of its share of visits.
    const asked = name === 'rate_of_visits' ? [] : this.#asked;
    return {
      title: this.#own.heads[name],
      head: wrapAtMost(this.#own.heads[name], HEAD_WIDTH, 2),
      changeHeads: asked.length > 1 ? asked.map((one) => this.#text.comparisons[one]) : [],
      cells: steps.map((step) => this.#cell(step, name, measuredSteps[name], asked)),
    };
  }

  #cell<K extends StepFigure & string>(
    { figures, compare }: FigureSet<K>,
    name: K,
    measured: Measured,
    asked: readonly Comparison[],
  ): Cell | undefined {
    const figure: Figure | undefined = figures[name];
    if (figure === undefined) return undefined;
    if (figure.value === null)
      return { value: '–', marks: figure.reason ? this.notes.reason(figure.reason) : '', isNull: true, changes: [] };
    return {
      value: this.figures.value(measured.unit, figure.value),
      marks: this.notes.mark(figure.marks),
      isNull: false,
      changes: asked.map((one) => this.#change(measured, figure, compare[one]?.changes[name], one)),
    };
  }

  #change(measured: Measured, figure: Figure, change: Change | undefined, name: Comparison): ShownChange | undefined {
    const { figures, notes } = this;
    const shown = change && shownChange(measured, figure, change, name, { figures, notes, text: this.#text });
    if (shown !== undefined && !shown.isNull) this.notes.change(name);
    if (shown?.points) this.notes.change('point');
    return shown;
  }

  #losses({ loss, steps }: FunnelRow): FunnelSection['losses'] {
    const { losses } = this.#own;
    const told = new Set<FunnelStepName>(steps.map(({ step }) => step));
    const lines: { label: string; text: string }[] = [];
    const share = this.#lossText(loss, 'share');
    if (loss.biggest !== null) {
      const before = comparisons.flatMap((name) => {
        const other = loss.biggestBefore[name];
        return other && other.to !== loss.biggest?.to ? [this.#own.before(this.#passage(other))] : [];
      });
      const text = [this.#passage(loss.biggest), this.#own.lost(share), ...before.slice(0, 1)];
      lines.push({ label: losses.biggest, text: text.join(' · ') });
    }
    if (!told.has('carts') || !told.has('purchases')) return lines;
    lines.push({ label: losses.carts, text: this.#lossText(loss, 'lost_carts') });
    lines.push({ label: losses.value, text: this.#lossText(loss, 'lost_value') });
    return lines;
  }

  /** `€12.00~ (+3.1%)` */
  #lossText({ figures, compare }: FigureSet<LossFigure>, name: LossFigure): string {
    const figure = figures[name];
    if (figure === undefined || figure.value === null)
      return `–${figure?.reason === undefined ? '' : this.notes.reason(figure.reason)}`;
    const value = this.figures.value(measuredLosses[name].unit, figure.value) + this.notes.mark(figure.marks);
    const changes = this.#asked.flatMap((one) => {
      const shown = this.#change(measuredLosses[name], figure, compare[one]?.changes[name], one);
      const named = this.#asked.length > 1 ? ` ${this.#text.comparisons[one]}` : '';
      return shown === undefined ? [] : [shown.text + named];
    });
    return changes.length === 0 ? value : `${value} (${changes.join(', ')})`;
  }

  #passage({ from, to }: Passage): string {
    return `${this.#own.steps[from]} → ${this.#own.steps[to]}`;
  }

  #heading({ period, from, to, partial, dimensions }: FunnelRow): string {
    const { grain } = this.funnel;
    const values = this.funnel.dimensions.flatMap((dimension) => dimensions[dimension] ?? []);
    const group = values.map((value) => (value === unattributed ? this.#text.unattributed : visible(value)));
    const day = (text: string): Date => new Date(`${text}T00:00Z`);
    const isAll = period === 'all';
    return [
      ...(isAll ? [] : [period]),
      ...(grain === 'week' && !isAll && this.#hasSeveral ? [this.#dates.formatRange(day(from), day(to))] : []),
      ...(partial ? [this.#text.partial] : []),
      ...(this.funnel.dimensions.length === 0 ? [] : [group.length === 0 ? this.#text.total : group.join(' · ')]),
    ].join(' · ');
  }
}

const fractionOf = (figure: Figure | undefined): Fraction | null =>
  figure === undefined || typeof figure.value === 'string' ? null : figure.value;

/** The title of a funnel: its periods and groups, and its basis. */
export function funnelTitle(funnel: Funnel, { lang }: Tongue): { readonly name: string; readonly basis: string } {
  const [text, own] = [words[lang], funnelWords[lang]];
  const { from, to, dimensions } = funnel;
  const by = dimensions.map((dimension) => text.dimensions[dimension].toLocaleLowerCase('en')).join(', ');
  const name = [own.titles[funnel.grain], ...(by ? [by] : []), ...(from && to ? [`${from} – ${to}`] : [])];
  const basis = [
    funnel.timezone,
    ...(funnel.currency === null ? [] : [funnel.currency]),
    `${text.asOf} ${funnel.asOf.slice(0, 16).replace('T', ' ')}`,
  ];
  return { name: visible(name.join(' · ')), basis: visible(basis.join(' · ')) };
}

/** What the counts are, in sentences. */
export function funnelNotes({ counting, steps }: Funnel, { lang }: Tongue): string[] {
  const own = funnelWords[lang];
  const isTaken = steps.some((step) => step === 'product_views' || step === 'carts' || step === 'checkouts');
  return [
    ...(counting === null || !isTaken ? [] : [own.counting[counting]]),
    ...(steps.includes('repeat') ? [own.repeat] : []),
  ];
}
