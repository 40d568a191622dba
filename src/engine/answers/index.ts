import type { Kind } from '../../core/kinds.ts';
import type { Answer, Question } from '../state/read.ts';
import { visitors } from './count-visitors.ts';
import { both, distinct, distinctElsewhere } from './distinct.ts';
import { gained } from './gained.ts';
import { last, lastOfKnown } from './last.ts';
import { median } from './median.ts';
import { asksForVisitors, type WithResidents, withResidents } from './residents.ts';
import { totals } from './total.ts';
import type { View } from './view.ts';

/** Requests what the other engine has. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Answers questions over the rows of their kinds. */
export async function answers(
  viewOf: (kind: Kind) => View,
  questions: readonly Question[],
  keeps: boolean,
): Promise<Answer[]> {
  const { asked } = viewOf('order').memory;
  const stranger = questions.find(({ measure }) => !asked.has(measure));
  if (stranger !== undefined) throw new Error(`${stranger.measure.id} was not announced`);
  const all = [...passes(questions)];
  const counting = keeps ? await withResidents(viewOf('visit'), questions) : inThread(viewOf('visit'));
  const isCounted = ([first]: readonly Question[]): boolean =>
    counting !== null && first!.measure.over === 'visit' && asksForVisitors(first!);
  const ofVisitors = all.filter(isCounted);
  const begun = ([question]: readonly Question[]) => counting!.distinct(viewOf('visit'), question!);
  // Visitors are counted elsewhere while the rows in memory are scanned.
  const first = ofVisitors[0] === undefined ? null : await begun(ofVisitors[0]);
  first?.answer.catch(() => {});
  const found = new Map<Question, Answer>();
  const settle = (together: readonly Question[], known: Answer | null): void => {
    const answered = answer(viewOf(together[0]!.measure.over), together, known);
    for (const [place, question] of together.entries()) found.set(question, answered[place]!);
  };
  for (const together of all) {
    if (ofVisitors.includes(together)) continue;
    settle(together, null);
    if (keeps) await turn();
  }
  for (const [place, together] of ofVisitors.entries())
    settle(together, await (place === 0 ? first! : await begun(together)).answer);
  return questions.map((question) => found.get(question)!);
}

/** Fewer rows are counted in the time that it takes to hand them over. */
const leastRows = 200_000;

/** What another thread counts of many visits; null if there is none, or they are few. */
function inThread({ memory: { elsewhere }, facts }: View): WithResidents | null {
  if (elsewhere === null || facts.rows < leastRows) return null;
  return {
    distinct: async (view, { measure, spans }) => ({ answer: distinctElsewhere(view, measure, spans, elsewhere) }),
  };
}

/** The questions by pass over the rows: counts and sums of one kind, booked and grouped alike, need only one. */
function passes(questions: readonly Question[]): Iterable<readonly Question[]> {
  const passes = new Map<string | Question, Question[]>();
  for (const question of questions) {
    const key = passOf(question);
    passes.set(key, [...(passes.get(key) ?? []), question]);
  }
  return passes.values();
}

function passOf(question: Question): string | Question {
  const { measure, spans, and } = question;
  const { aggregate, over, at, group = '' } = measure;
  if (and !== undefined || (aggregate !== 'count' && aggregate !== 'sum')) return question;
  return [over, at, group, ...spans.map(({ from, to }) => `${from},${to}`)].join('|');
}

/** Answers the questions of one pass. */
function answer(view: View, questions: readonly Question[], counted: Answer | null): Answer[] {
  const { measure, spans, and } = questions[0]!;
  if (and !== undefined && measure.aggregate === 'last') return [lastOfKnown(view, measure, spans, and)];
  if (and !== undefined) return [both(view, measure, spans, and)];
  switch (measure.aggregate) {
    case 'count':
    case 'sum':
      return totals(
        view,
        questions.map((question) => question.measure),
        spans,
      );
    case 'distinct':
      return [counted ?? distinct(view, measure, spans, 1)];
    case 'distinct_repeated':
      return [distinct(view, measure, spans, 2)];
    case 'median':
      return [median(view, measure, spans)];
    case 'gained':
      return [gained(view, measure, spans)];
    case 'last':
      return [last(view, measure, spans)];
    case 'visitors':
      return [visitors(view, measure, spans, counted ?? distinct(view, measure, spans, 1))];
  }
}
