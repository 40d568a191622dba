import { scoreOf, typeOf } from './delighted.ts';
import { cell, type Json, object } from './json.ts';
import { col, defineSource } from './source.ts';

const columns = ['id', 'answered_at', 'type', 'score', 'person', 'order_id', 'ticket_id', 'updated_at'];

/** Seconds since 1970. */
const instantOf = (value: unknown): string => {
  const text = cell(value);
  return /^\d{9,10}$/.test(text) ? new Date(Number(text) * 1000).toISOString() : text;
};

/** A person by number, or in whole. */
const personOf = (person: unknown): string => cell(object(person).email) || cell(object(person).id) || cell(person);

/** A property that the shop gives its people, by one of its usual names. */
const property = (properties: Json, names: readonly string[]): string => {
  const wanted = Object.keys(properties).find((key) => names.includes(key.toLowerCase().replace(/[\s_]+/g, '_')));
  return wanted === undefined ? '' : cell(properties[wanted]);
};

const rows = (response: Json): string[][] => {
  const properties = object(response.person_properties);
  const type = cell(response.survey_type);
  return [
    [
      cell(response.id),
      instantOf(response.created_at),
      typeOf(type),
      scoreOf(cell(response.score), type),
      personOf(response.person),
      property(properties, ['order_id', 'order_number', 'order']),
      property(properties, ['ticket_id', 'caseid']),
      instantOf(response.updated_at),
    ],
  ];
};

export default defineSource({
  id: 'delighted-responses-json',
  title: 'Delighted: survey responses, JSON (API)',
  titleFr: 'Delighted\u00a0: réponses aux enquêtes, JSON (API)',
  tool: 'Delighted',
  doc: 'Scores are of 0 to 10 (nps), 1 to 5 (csat, stars, smileys) or 0 and 1 (thumbs). Effort scores and product-market fit are left out. Times are seconds in UTC.',
  signature: { all: ['survey_type', 'score', 'created_at', ['permalink', 'person']] },
  decimal: '.',
  kind: 'survey',
  fields: {
    answer_id: col('id'),
    answered_at: col('answered_at', 'instant'),
    type: col('type'),
    score: col('score'),
    customer_key: col('person', 'key'),
    order_id: col('order_id'),
    ticket_id: col('ticket_id'),
    updated_at: col('updated_at', 'instant'),
  },
  skip: [{ of: col('type'), words: ['nps', 'csat'], except: true, reason: 'other_survey' }],
  json: { columns, rows, only: { person_properties: ['order_id', 'ticket_id'] } },
});
