import { outOf } from './scores.ts';
import { col, defineSource, first } from './source.ts';

const typeOf = (type = ''): string => {
  const word = type.trim().toLowerCase();
  if (word === '' || word === 'nps') return 'nps';
  return ['csat', '5star', '5-star', '5 star', 'stars', 'star'].includes(word) ? 'csat' : word;
};

const scoreOf = (answer = '', type = ''): string => (typeOf(type) === 'csat' ? outOf(5)(answer) : answer);

export default defineSource({
  id: 'asknicely-responses',
  title: 'AskNicely: Responses, Export',
  titleFr: 'AskNicely\u00a0: Réponses, Exporter',
  tool: 'AskNicely',
  doc: 'A row without `Answer` is an invitation that nobody answered: it is left out, never a 0. `Question Type` says nps (0 to 10, also without the column), csat or 5star (1 to 5); other types are left out.',
  signature: { all: ['Answer', 'Responded', 'Sent'] },
  kind: 'survey',
  derive: [
    { name: 'type', from: ['Question Type', 'Answer'], text: (type) => typeOf(type) },
    { name: 'score', from: ['Answer', 'Question Type'], text: scoreOf },
    // An invitation without answer has no date of one, which is no fault of it.
    {
      name: 'answered',
      from: ['Responded', 'Answer', 'Sent'],
      text: (responded = '', answer = '', sent = '') => (answer.trim() === '' ? sent : responded || sent),
    },
  ],
  fields: {
    answered_at: col('answered', 'instant'),
    type: col('type'),
    score: col('score'),
    customer_key: first(col('Email', 'key'), col('Phone', 'key')),
    order_id: col(['Order ID', 'Order Number', 'order_id']),
  },
  skip: [{ of: col('type'), words: ['nps', 'csat'], except: true, reason: 'other_survey' }],
});
