import type { Answer, Question } from '../state/read.ts';
import type { NamedVisit } from '../state/resident.ts';
import { Cells } from './cells.ts';
import { compileTest, numberOf } from './compile-measure.ts';
import { booking, type View } from './view.ts';

/** What resident tables add to the answers about visits. */
export interface WithResidents {
  /** Distinct visitors; the other engine is counting them once this returns. */
  distinct(view: View, question: Question): Promise<{ readonly answer: Promise<Answer> }>;
}

/** Whether the other engine answers a question about visits completely: rows added to those in memory do not. */
export const asksForVisitors = ({ measure }: Question): boolean =>
  measure.aggregate === 'visitors' || measure.aggregate === 'distinct';

const one = 1_000_000;

/**
 * Adds what resident tables hold between the bounds of the spans to the rows in memory: one row for all visits between
 * two bounds that have the same words. Every span that contains a bound's hour contains all until the next bound.
 */
export async function withResidents(view: View, questions: readonly Question[]): Promise<WithResidents> {
  const { facts, memory } = view;
  const residents = memory.residents!;
  const bounds = boundsOf(questions);
  facts.dropFrom(memory.residentsFrom ?? facts.rows);
  const own = facts.rows;
  memory.residentsFrom = own;
  const visitor = facts.key('visitor_id');
  for (const { table, combo, from, rows, named, sums } of await residents.sums(bounds)) {
    const row = facts.follow(table.index);
    facts.sourceRows.set(row, rows);
    facts.combo.set(row, combo);
    facts.whole('from').set(row, from);
    facts.whole('to').set(row, Number.NaN);
    // Distinct visitors are counted by the engine that has them.
    visitor.set(row, named ? 0 : Number.NaN);
    for (const [field, sum] of sums) facts.micro(field).set(row, sum);
  }
  const live = new Uint8Array(facts.rows).fill(1);
  live.set(facts.live.subarray(0, own));
  facts.live = live;
  return {
    distinct: async (current, { measure, spans }) => {
      const cells = new Cells(spans.length, current.groups, 0n);
      const others = namedRows(current, measure, own);
      const { counts } = await residents.visitors(spans, current.groupOf, measure.where, others);
      const filled = counts.then((found) => {
        for (const { span, group, count } of found) cells.set(cells.at(span, group), BigInt(count) * BigInt(one));
        return cells;
      });
      return { answer: filled };
    },
  };
}

/** All bounds of spans, and the hour after the first of each: what is booked on exactly that hour is separated. */
function boundsOf(questions: readonly Question[]): number[] {
  const bounds = new Set<number>();
  for (const { spans, and = [] } of questions) {
    for (const { from, to } of [...spans, ...and]) {
      bounds.add(from);
      if (Number.isFinite(from)) bounds.add(from + 1);
      bounds.add(to);
    }
  }
  return [...bounds].sort((a, b) => a - b);
}

/** The visitors that rows in memory name. */
function* namedRows(view: View, measure: Question['measure'], rows: number): Iterable<NamedVisit> {
  const { facts, options, groupOf } = view;
  const visitor = numberOf(facts, 'visitor_id');
  const fits = compileTest(facts, measure.where, options);
  const { from } = booking(facts, measure);
  for (let row = 0; row < rows; row += 1) {
    const [key, hour] = [visitor(row), from(row)];
    if (facts.live[row] === 0 || Number.isNaN(key) || Number.isNaN(hour) || !fits(row, 0, 0)) continue;
    const hash = new Int32Array(4);
    facts.hashes.get('visitor_id')?.get(row, hash);
    yield { hour, group: groupOf(facts.combo.get(row)), visitor: hash };
  }
}
