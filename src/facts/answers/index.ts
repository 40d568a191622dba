import type { Kind } from '../../core/kinds.ts';
import type { Answer, Question } from '../read.ts';
import { both, distinct } from './distinct.ts';
import { last } from './last.ts';
import { median } from './median.ts';
import { withResidents } from './residents.ts';
import { totals } from './total.ts';
import type { View } from './view.ts';
import { visitors } from './visitors.ts';

/** Answers questions over the rows of their kinds. */
export async function answers(
  viewOf: (kind: Kind) => View,
  questions: readonly Question[],
  keeps: boolean,
): Promise<Answer[]> {
  const residents = keeps ? await withResidents(viewOf('visit'), questions) : null;
  const found = new Map<Question, Answer>();
  for (const together of passes(questions)) {
    const view = viewOf(together[0]!.measure.over);
    const counted =
      together[0]!.measure.over === 'visit' ? ((await residents?.distinct(view, together[0]!)) ?? null) : null;
    const answered = answer(view, together, counted);
    for (const [place, question] of together.entries()) found.set(question, answered[place]!);
  }
  return questions.map((question) => found.get(question)!);
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
    case 'last':
      return [last(view, measure, spans)];
    case 'visitors':
      return [visitors(view, measure, spans, counted ?? distinct(view, measure, spans, 1))];
  }
}
