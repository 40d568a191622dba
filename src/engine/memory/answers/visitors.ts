import type { Span } from '../../../core/calendar.ts';
import { DAY_HOURS } from '../../../core/civil.ts';
import type { Measure } from '../../../measures/measure.ts';
import type { Answer } from '../../engine.ts';
import { Cells } from './cells.ts';
import { distinct } from './distinct.ts';
import { Finder } from './finder.ts';
import { booking, type View } from './view.ts';

/**
 * Unique visitors. Where rows name their visitor, different ones are counted; a number that a file exported stands only for
 * exactly the span and group it was exported for, and never together with another.
 */
export function visitors(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, groups, groupOf } = view;
  const width = groups + 1;
  const counted = distinct(view, measure, spans, 1);
  const stated = facts.numbers.get('visitors');
  const cells = new Cells(spans.length, groups, null);
  const { from, to } = booking(facts, measure);
  const rows = new Int32Array(spans.length * width);
  const exact = new Int32Array(spans.length * width).fill(-1);
  const named = facts.keys.get('visitor_id');
  const finder = new Finder(spans);
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0 || (named !== undefined && !Number.isNaN(named.get(row)))) continue;
    const begin = from(row);
    const stop = to === null ? Number.NaN : to(row);
    const end = Number.isNaN(stop) ? begin + DAY_HOURS : stop;
    const group = groupOf(facts.combo.get(row));
    for (const span of finder.over(begin, Number.isNaN(stop) ? begin + 1 : end)) {
      for (const cell of group > 0 ? [span * width, span * width + group] : [span * width]) {
        rows[cell]! += 1;
        if (spans[span]!.from === begin && spans[span]!.to === end) exact[cell] = row;
      }
    }
  }
  for (let cell = 0; cell < rows.length; cell += 1) {
    const [span, group] = [Math.floor(cell / width), cell % width];
    const known = counted.value(span, group) ?? 0n;
    const row = exact[cell]!;
    if (rows[cell] === 0) cells.set(cell, known);
    else if (rows[cell] === 1 && row !== -1 && known === 0n && facts.sourceRows.get(row) === 1) {
      const number = stated?.get(row) ?? Number.NaN;
      cells.set(cell, Number.isNaN(number) ? null : BigInt(number));
    }
  }
  return cells;
}
