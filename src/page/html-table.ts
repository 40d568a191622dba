import { toDecimal } from '../core/fraction.ts';
import { shownValue, symbolsOf } from '../documents/report/html/report-view.ts';
import type { Change, Comparison, Figure, ReportKpi } from '../figures/figure-model.ts';
import { type Measured, shownChange } from './changes.ts';
import { html } from './escape.ts';
import type { Pen } from './html-pen.ts';

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
