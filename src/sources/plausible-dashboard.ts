import { restOf } from './rest-of.ts';
import { restWithin } from './shares.ts';
import { col, defineSource, estimate, product } from './source.ts';

const visits = estimate('visits');

export default defineSource({
  id: 'plausible-dashboard',
  title: 'Plausible: dashboard, Export, visitors.csv',
  titleFr: 'Plausible\u00a0: tableau de bord, Exporter, visitors.csv',
  tool: 'Plausible',
  doc: 'Of the archive only `visitors.csv` has days. The bounce rate is a rounded percentage and the duration an average: both are multiplied by the visits of their row. Dates that are a month or a week apart are the first days of months or weeks.',
  signature: { all: ['date', 'visitors', 'visits', 'views_per_visit', 'bounce_rate'] },
  intervals: true,
  decimal: '.',
  kind: 'visit',
  derive: [{ name: 'share of engaged visits', from: ['bounce_rate'], all: true, text: restWithin(100, restOf('100')) }],
  fields: {
    date: col('date', 'day'),
    sessions: visits,
    engaged_sessions: product(col('share of engaged visits', 'ratio', { bare: 'percent' }), visits),
    visitors: estimate('visitors'),
    pageviews: estimate('pageviews'),
    duration: product(col('visit_duration', 'duration'), visits),
  },
  approx: ['engaged_sessions', 'duration'],
});
