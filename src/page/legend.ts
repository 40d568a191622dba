import { type Mark, marks, type NullReason } from '../core/kinds.ts';
import type { Figure } from '../figures/figure-model.ts';
import { html } from './escape.ts';
import type { Pen } from './html-pen.ts';

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
