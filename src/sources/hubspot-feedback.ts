import { col, defineSource, first } from './source.ts';

/** Of the types that a survey may have, those that are counted. */
const types = {
  nps: 'nps',
  'net promoter score': 'nps',
  'customer loyalty (nps)': 'nps',
  'customer loyalty': 'nps',
  csat: 'csat',
  'customer satisfaction': 'csat',
  'customer satisfaction (csat)': 'csat',
};
const surveyType = ['Survey type', 'Survey Type', "Type d'enquête"];

/** What says the type of an answer: the label that is filled, else the type of its survey. */
const typeOf = (nps = '', csat = '', type = '', group = ''): string => {
  if (nps.trim() !== '') return 'nps';
  if (csat.trim() !== '') return 'csat';
  const known = Object.entries(types).find(([word]) => word === type.trim().toLowerCase())?.[1];
  if (known !== undefined || type.trim() !== '') return known ?? type;
  return /^(?:promoters?|passives?|detractors?)$/i.test(group.trim()) ? 'nps' : '';
};

/** The label of a satisfaction answer, whose numbers are of 0 to 2 or of another scale by survey; else the rating. */
const scoreOf = (rating = '', nps = '', csat = '', type = '', group = ''): string =>
  typeOf(nps, csat, type, group) === 'csat' ? csat.trim() || group.trim() || rating : rating;

const labels = ['NPS', 'CSAT', surveyType, ['Response group', 'Response Group']] as const;

export default defineSource({
  id: 'hubspot-feedback',
  title: 'HubSpot: Feedback submissions, Export',
  titleFr: 'HubSpot\u00a0: Réponses aux enquêtes, Exporter',
  tool: 'HubSpot',
  doc: "`Rating` has several scales: 0 to 10 where `NPS` is filled, 0 to 2 where `CSAT` is (`Negative`, `Neutral`, `Positive`), which is read by its label. Answers of other surveys, such as effort scores, are left out. Times are those of the account's zone, without offset.",
  signature: [
    { all: ['Survey Name', 'Rating', ['NPS', 'CSAT', 'Response group'], ['Date', 'Survey submission date']] },
  ],
  decimal: '.',
  kind: 'survey',
  derive: [
    { name: 'type', from: labels, text: typeOf },
    { name: 'score', from: ['Rating', ...labels], text: scoreOf },
  ],
  fields: {
    answer_id: col('Record ID'),
    answered_at: col(['Date', 'Survey submission date'], 'instant'),
    type: col('type'),
    score: col('score'),
    customer_key: first(col(['Email', 'Contact email'], 'key'), col(['Contact Id', 'Contact ID'], 'key')),
  },
  skip: [{ of: col('type'), words: ['nps', 'csat'], except: true, reason: 'other_survey' }],
});
