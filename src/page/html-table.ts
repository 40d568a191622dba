import { toDecimal } from '../core/fraction.ts';
import { type Mark, marks, type NullReason } from '../core/kinds.ts';
import type { Change, Comparison, Figure, ReportKpi } from '../figures/figure-model.ts';
import { type Measured, shownChange } from './changes.ts';
import { html } from './escape.ts';
import type { Pen } from './html-pen.ts';
import { shownValue, symbolsOf } from './html-pen.ts';

/** Data for scripts beside every figure: the decimal or code that the JSON output prints, or the reason of a null. */
export function machine({ value, reason }: Figure): string {
  if (value === null) return ` data-n=${reason}`;
  return typeof value === 'string' ? ` data-v="${html(value)}"` : ` data-v=${toDecimal(value)}`;
}

/** A figure in a table. The reason of a null is below the table, under its number. */
export function cell(
  figure: Figure | undefined,
  measured: Pick<ReportKpi, 'unit'>,
  pen: Pen,
  attributes = '',
  more = '',
): string {
  if (figure === undefined) return '<td>';
  return `<td${machine(figure)}${attributes}>${shownFigure(figure, measured, pen)}${more}`;
}

/** A figure with what is beside it: its marks, or the number of the reason of a null. */
export const shownFigure = (figure: Figure, measured: Pick<ReportKpi, 'unit'>, pen: Pen): string =>
  shownValue(figure, measured, pen) +
  (figure.reason === undefined ? symbolsOf(figure.marks, pen) : pen.notes.reason(figure.reason));

export interface PageChange {
  /** Whether it is a dash: the two figures cannot be compared. */
  readonly isNull: boolean;
  /** Whether it is welcome, and its direction: these select the arrow. */
  readonly name: string;
  readonly text: string;
  readonly data: string;
}

/** Symbols beside a change must be explained on the spot: the change as a figure, from which a legend takes them. */
export function inLegend(
  figure: Figure | undefined,
  change: Change | undefined,
  since: Comparison,
  measured: Measured,
  pen: Pen,
): Figure | undefined {
  const shown = changeOf(figure, change, since, measured, pen);
  return shown === undefined || (change?.absolute.value === null && !shown.isNull) ? undefined : change?.absolute;
}

const tones = { good: 'g', bad: 'b', neutral: 'q' } as const;

export function changeOf(
  figure: Figure | undefined,
  change: Change | undefined,
  since: Comparison,
  measured: Measured,
  pen: Pen,
): PageChange | undefined {
  const shown = figure && change && shownChange(measured, figure, change, since, pen);
  if (!change || !shown) return undefined;
  const by = change.absolute.value;
  const size = by === null || typeof by === 'string' ? 0n : by.n;
  return {
    isNull: shown.isNull === true,
    name: tones[shown.tone] + (size > 0n ? 'u' : size < 0n ? 'd' : ''),
    text: html(shown.text),
    data: machine(change.absolute),
  };
}

/** A table that scrolls in its own box, which the keyboard reaches and a screen reader names. */
export const scroll = (name: string, table: string, kind = ''): string =>
  `<div class="s${kind}" tabindex=0 role=region aria-label="${name}">${table}</div>`;

/** A head of a column or row. */
export const head = (scope: 'col' | 'row', content: string, attributes = ''): string =>
  `<th scope=${scope}${attributes}>${content}`;

/** Above a table, visible however far it is scrolled. */
export const caption = (text: string): string => `<caption><span>${html(text)}</span></caption>`;

/** Heads the rows of a group of KPIs; its words stay visible as well. */
export const groupHead = (name: string, columns: number): string =>
  `<tbody><tr><th scope=rowgroup class=h colspan=${columns}><span>${html(name)}</span>`;

/** The meaning of the symbols that occur beside some figures. */
export function legend(figures: readonly (Figure | undefined)[], { notes, text }: Pen): string {
  const reasons = new Set<NullReason>();
  const used = new Set<Mark>();
  for (const figure of figures) {
    if (figure?.reason !== undefined) reasons.add(figure.reason);
    for (const mark of figure?.marks ?? []) used.add(mark);
  }
  const entries = [
    ...[...reasons].map((reason) => [`–${notes.reason(reason)}`, text.reasons[reason]] as const),
    ...marks.flatMap((mark) => (used.has(mark) ? [[notes.mark([mark]), text.marks[mark]] as const] : [])),
  ];
  if (entries.length === 0) return '';
  const lines = entries.map(([symbol, meaning]) => `<li><b>${html(symbol)}</b> ${html(meaning)}</li>`);
  return `<ul class=k>${lines.join('')}</ul>`;
}

/** A landscape A4 page has room for this many columns of figures. */
export const PRINTED = 12;

/**
 * What is left out of wide tables in print, where nothing scrolls: the oldest periods if the last columns matter, and
 * the last groups, except their total. They are on screen, and the page says so.
 */
export function paperStyle(columns: number): string {
  const oldest =
    columns > PRINTED
      ? `.s.e :is(td,thead th):nth-child(n+2):nth-child(-n+${columns - PRINTED + 1}){display:none}`
      : '';
  return `${oldest}.by :is(td,thead th):nth-child(n+${PRINTED + 1}):not(:last-child){display:none}`;
}

/** Shown only in print. */
export const onPaper = (text: string): string => `<p class="w onpaper">${html(text)}</p>`;
