import { col, defineSource, first } from './source.ts';

const monthFirst = { usualOrder: 'mdy' } as const;
const ended = col(['End Date', 'EndDate', 'Date de fin'], 'instant', monthFirst);

export default defineSource({
  id: 'surveymonkey-responses',
  title: 'SurveyMonkey: Analyze, Export, All responses data (CSV)',
  titleFr: 'SurveyMonkey\u00a0: Analyser, Exporter, Toutes les réponses (CSV)',
  tool: 'SurveyMonkey',
  doc: "The names of the columns are in two rows: a question, and the parts of its answer (`Question: part`; `Response` alone is not repeated). `set: { type: nps }` (or `csat`) and the question's column are stated in `kpi.yaml`; without them the message has the lines to write. `10 - Extremely likely` is 10. Dates are month first unless the column shows otherwise, in the account's zone.",
  signature: {
    all: [
      ['Respondent ID', 'RespondentID', 'ID du répondant'],
      ['Collector ID', 'CollectorID', 'ID du collecteur'],
    ],
  },
  subtitles: true,
  kind: 'survey',
  fields: {
    answered_at: first(ended, col(['Start Date', 'StartDate', 'Date de début'], 'instant', monthFirst)),
    customer_key: col(['Email Address', 'EmailAddress', 'Adresse e-mail'], 'key'),
    order_id: col(['order_id', 'order', 'order_number']),
  },
});
