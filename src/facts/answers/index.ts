import type { Kind } from '../../core/kinds.ts';
import type { Answer, Question } from '../read.ts';
import { visitors } from './count-visitors.ts';
import { both, distinct } from './distinct.ts';
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
  const residents = keeps ? await withResidents(viewOf('visit'), questions) : null;
  // The other engine counts visitors while the rows in memory are scanned.
  const { counted } = await counting(viewOf, all, residents);
  counted.catch(() => {});
  const found = new Map<Question, Answer>();
  const settle = (together: readonly Question[], known: Answer | null): void => {
    const answered = answer(viewOf(together[0]!.measure.over), together, known);
    for (const [place, question] of together.entries()) found.set(question, answered[place]!);
  };
  for (const together of all) {
    if (together[0]!.measure.over === 'visit') continue;
    settle(together, null);
    if (keeps) await turn();
  }
  for (const [together, known] of await counted) settle(together, known);
  return questions.map((question) => found.get(question)!);
}

type Counted = readonly [readonly Question[], Answer | null];

/** Passes over visits, with what the other engine counts for them, one after the other; it has begun with the first. */
async function counting(
  viewOf: (kind: Kind) => View,
  all: readonly (readonly Question[])[],
  residents: WithResidents | null,
): Promise<{ readonly counted: Promise<Counted[]> }> {
  const visits = all.filter(([first]) => first?.measure.over === 'visit');
  if (residents === null) return { counted: Promise.resolve(visits.map((together) => [together, null])) };
  const ofVisitors = visits.filter(([first]) => asksForVisitors(first!));
  const begun = (together: readonly Question[]) => residents.distinct(viewOf('visit'), together[0]!);
  const first = ofVisitors[0] === undefined ? null : await begun(ofVisitors[0]);
  const each = async (): Promise<Counted[]> => {
    const answers = new Map<readonly Question[], Answer>();
    for (const [place, together] of ofVisitors.entries())
      answers.set(together, await (place === 0 ? first! : await begun(together)).answer);
    return visits.map((together) => [together, answers.get(together) ?? null]);
  };
  return { counted: each() };
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
