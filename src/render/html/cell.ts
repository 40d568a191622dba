import { toDecimal } from '../../core/fraction.ts';
import type { Change, Figure, ReportKpi } from '../../report/model.ts';
import { shownChange } from '../changes.ts';
import { html } from './escape.ts';
import { shownValue, symbolsOf, type View } from './view.ts';

/** What a script finds beside every figure: the decimal or code that the JSON output prints, or the reason of a null. */
export function machine({ value, reason }: Figure): string {
  if (value === null) return ` data-n=${reason}`;
  return typeof value === 'string' ? ` data-v="${html(value)}"` : ` data-v=${toDecimal(value)}`;
}

/** A figure in a table. The reason of a null stands below the table, under its number. */
export function cell(figure: Figure | undefined, kpi: ReportKpi, view: View, attributes = '', more = ''): string {
  if (figure === undefined) return '<td>';
  const beside = figure.reason === undefined ? symbolsOf(figure.marks, view) : view.notes.reason(figure.reason);
  return `<td${machine(figure)}${attributes}>${shownValue(figure, kpi, view)}${beside}${more}`;
}

export interface PageChange {
  /** Whether it is welcome, and which way it goes: what the arrow is chosen by. */
  readonly name: string;
  readonly text: string;
  readonly data: string;
}

const tones = { good: 'g', bad: 'b', neutral: 'q' } as const;

export function changeOf(change: Change | undefined, kpi: ReportKpi, view: View): PageChange | undefined {
  const shown = change && shownChange(kpi, change, view.figures, view.text.short.new);
  if (!change || !shown) return undefined;
  const by = change.absolute.value;
  const size = by === null || typeof by === 'string' ? 0n : by.n;
  return {
    name: tones[shown.tone] + (size > 0n ? 'u' : size < 0n ? 'd' : ''),
    text: html(shown.text),
    data: machine(change.absolute),
  };
}
