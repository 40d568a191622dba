import { toDecimal } from '../core/fraction.ts';
import { type Mark, marks, type NullReason } from '../core/kinds.ts';
import type { Change, Comparison, Figure, ReportKpi } from '../figures/figure-model.ts';
import { type Measured, shownChange } from './changes.ts';
import { html } from './escape.ts';
import type { Pen } from './html-pen.ts';
import { shownValue, symbolsOf } from './html-pen.ts';

/** What a script finds beside every figure: the decimal or code that the JSON output prints, or the reason of a null. */
export function machine({ value, reason }: Figure): string {
  if (value === null) return ` data-n=${reason}`;
  return typeof value === 'string' ? ` data-v="${html(value)}"` : ` data-v=${toDecimal(value)}`;
}

/** A figure in a table. The reason of a null stands below the table, under its number. */
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

/** A figure with what stands beside it: its marks, or the number of the reason of a null. */
export const shownFigure = (figure: Figure, measured: Pick<ReportKpi, 'unit'>, pen: Pen): string =>
  shownValue(figure, measured, pen) +
  (figure.reason === undefined ? symbolsOf(figure.marks, pen) : pen.notes.reason(figure.reason));

export interface PageChange {
  /** Whether it is a dash: the two figures cannot be compared. */
  readonly isNull: boolean;
  /** Whether it is welcome, and which way it goes: what the arrow is chosen by. */
  readonly name: string;
  readonly text: string;
  readonly data: string;
}

/** What the symbols beside a change mean has to be said where it stands: the change as a figure, of which a legend takes them. */
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

/** A table that scrolls in a box of its own, which the keyboard reaches and a screen reader names. */
export const scroll = (name: string, table: string, kind = ''): string =>
  `<div class="s${kind}" tabindex=0 role=region aria-label="${name}">${table}</div>`;

/** A head of a column or row. */
export const head = (scope: 'col' | 'row', content: string, attributes = ''): string =>
  `<th scope=${scope}${attributes}>${content}`;

/** Above a table, in sight however far it is scrolled. */
export const caption = (text: string): string => `<caption><span>${html(text)}</span></caption>`;

/** Heads the rows of a group of KPIs; its words stay in sight as well. */
export const groupHead = (name: string, columns: number): string =>
  `<tbody><tr><th scope=rowgroup class=h colspan=${columns}><span>${html(name)}</span>`;

/** What the symbols beside some figures mean, of those that occur there. */
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

/** On A4, across, there is room for so many columns of figures. */
export const PRINTED = 12;

/**
 * What of wide tables is left out in print, where nothing scrolls: the oldest periods of one whose last columns count, and the
 * last groups, but for their total. The file on screen has them, and the page says so.
 */
export function paperStyle(columns: number): string {
  const oldest =
    columns > PRINTED
      ? `.s.e :is(td,thead th):nth-child(n+2):nth-child(-n+${columns - PRINTED + 1}){display:none}`
      : '';
  return `${oldest}.by :is(td,thead th):nth-child(n+${PRINTED + 1}):not(:last-child){display:none}`;
}

/** Said in print alone. */
export const onPaper = (text: string): string => `<p class="w onpaper">${html(text)}</p>`;
