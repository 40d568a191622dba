import type { Answer, Question } from '../../engine.ts';
import { both, distinct } from './distinct.ts';
import { last } from './last.ts';
import { median } from './median.ts';
import { total } from './total.ts';
import type { View } from './view.ts';
import { visitors } from './visitors.ts';

/** Answers one question over the rows of a kind. */
export function answer(view: View, { measure, spans, and }: Question): Answer {
  if (and !== undefined) return both(view, measure, spans, and);
  switch (measure.aggregate) {
    case 'count':
    case 'sum':
      return total(view, measure, spans);
    case 'distinct':
      return distinct(view, measure, spans, 1);
    case 'distinct_repeated':
      return distinct(view, measure, spans, 2);
    case 'median':
      return median(view, measure, spans);
    case 'last':
      return last(view, measure, spans);
    case 'visitors':
      return visitors(view, measure, spans);
  }
}
